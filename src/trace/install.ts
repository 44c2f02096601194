import { stackBelow } from './recording/caller.ts';
import { asGuest } from './recording/guest.ts';
import { constructorBehindProxy, greetStrangers, listenTo, putInPlaceOf } from './recording/listening.ts';
import { createMeeting } from './recording/meeting.ts';
import { watchProxies } from './recording/proxies.ts';
import { createScribe, type Means, type Scribe } from './recording/scribe.ts';
import { subjects } from './recording/subjects.ts';
import { watched, watchWindow } from './recording/watched.ts';

type Page = typeof globalThis;

/**
 * Records everything in a page that knows nothing of it; to be called before the page's own first line. No promise is
 * followed: how a call went shows in the events and states that come of it.
 */
export function install(page: Page, who: string, { trace, lineOf }: Omit<Means, 'followsPromises'>) {
  const means: Means = { trace, lineOf, followsPromises: false };
  const { meet, making } = createMeeting(means);
  watchProxies(page);
  watchWindow(page);
  greetStrangers((stranger) => asGuest(() => meet(stranger, who)));
  asGuest(() => {
    meet(page.navigator.mediaDevices, who);
    meet(page.navigator, who, watched.Navigator, 'devices');
  });

  const native = page.RTCPeerConnection;
  if (!native) return; // switched off by whoever owns the browser
  const heard = constructorBehindProxy(native, (given, trap) => making(who, given, lineOf && stackBelow(trap)));
  putInPlaceOf(native, heard, page, ['RTCPeerConnection', 'webkitRTCPeerConnection']);

  watchStatic(heard, 'generateCertificate', createScribe(means, who, 'RTCPeerConnection'));
  watchStatic(page.RTCRtpSender, 'getCapabilities', createScribe(means, who, 'RTCRtpSender'));
  watchStatic(page.RTCRtpReceiver, 'getCapabilities', createScribe(means, who, 'RTCRtpReceiver'));
}

function watchStatic(owner: object, method: string, { on, quietly, call, asksForStack }: Scribe) {
  listenTo(owner, method, 'value');
  subjects.set(owner, {
    on,
    asksForStack,
    called: (name, given, stack) => quietly(() => call({ name, given, stack }, () => {})),
  });
}
