/**
 * What is carried: a description as `JSON.stringify` writes it. A letter of ours also says when it was written, and an
 * answer which offer it answers; a browser that is given one overlooks both.
 */
export type Letter = { type: 'offer' | 'answer'; sdp: string; written?: string; answers?: string };

/** The number by which a description names its session, in its `o=` line. */
export const sessionOf = (sdp: string) => /^o=\S+ (\S+)/m.exec(sdp)?.[1];

export const candidatesOf = (sdp: string) => sdp.match(/^a=candidate:/gm)?.length ?? 0;
