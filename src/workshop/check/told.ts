/** Which ways are tried: with everything that the server can say of them, or by names that end in .local alone. */
export type Trial = 'all' | 'names';
/** Whether the server's UDP port answered; `none` where it has none, `untried` where a page may not ask it. */
export type Udp = 'answers' | 'silent' | 'none' | 'untried';
/** What the phone found out before it called. */
export type Told = { from: string; isSecure: boolean; isGenuine: boolean; hasSocket: boolean; udp: Udp };

type Letter = { trial: Trial; told: Told };

/** The phone may reach the laptop by the server alone, so what it found goes with its offer: RFC 8866 §5.4, i=. */
export const withLetter = ({ type, sdp = '' }: RTCSessionDescriptionInit, letter: Letter) => ({
  type,
  sdp: sdp.replace(/^s=.*\r\n/m, (line) => `${line}i=${JSON.stringify(letter)}\r\n`),
});

/** Whoever is in the room is a stranger: what does not look like such a letter is none. */
export function readLetter({ type, sdp = '' }: RTCSessionDescriptionInit) {
  const [line, text] = /^i=(.*)\r\n/m.exec(sdp) ?? [];
  if (line === undefined) return undefined;
  const letter = readText(text!);
  return letter && { ...letter, description: { type, sdp: sdp.replace(line, '') } };
}

function readText(text: string): Letter | undefined {
  try {
    const { trial, told } = JSON.parse(text) as Letter;
    const { from, isSecure, isGenuine, hasSocket, udp } = told;
    const facts = [isSecure, isGenuine, hasSocket];
    if (trial !== 'all' && trial !== 'names') return undefined;
    if (!URL.canParse(from) || from.length > 100 || facts.some((fact) => typeof fact !== 'boolean')) return undefined;
    if (!['answers', 'silent', 'none', 'untried'].includes(udp)) return undefined;
    return { trial, told: { from: new URL(from).origin, isSecure, isGenuine, hasSocket, udp } };
  } catch {
    return undefined;
  }
}
