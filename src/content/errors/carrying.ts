import type { ErrorGroup } from './known-error.ts';

export const carrying: ErrorGroup = {
  file: 'carrying',
  title: 'Reaching the signaling server',
  errors: [
    {
      slug: 'socket-refused',
      says: {
        chromium: "WebSocket connection to '…' failed",
        firefox: 'Firefox can’t establish a connection to the server at ….',
      },
      cause:
        'Nobody answers at that address, the server turned the socket away, or nobody has accepted its certificate yet. Only the console says so: the script hears an `error` without a word.',
      remedy:
        'Is the server running, at that very port? Then open the address in a tab, with `https://` for `wss://`, and answer the warning there. Best of all, serve page and socket from one address.',
      lesson: 'connecting/your-phone',
      told: 'A test reads it in Chromium’s console, beside a certificate that nobody accepted; Firefox’s was looked at.',
    },
    {
      slug: 'socket-insecure',
      says: {
        chromium:
          "SecurityError: Failed to construct 'WebSocket': An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.",
        firefox: 'SecurityError: The operation is insecure.',
      },
      cause: 'The page came over HTTPS, and the socket has `ws://`, which anybody on the way could read and change.',
      remedy: 'Write `wss://`. The server then needs a certificate at that address; the page’s own will do.',
      lesson: 'connecting/your-phone',
      told: 'A test tries it from a page over HTTPS, in Chromium; Firefox’s words were looked at.',
    },
    {
      slug: 'socket-without-scheme',
      says: {
        chromium:
          "SyntaxError: Failed to construct 'WebSocket': The URL's scheme must be either 'http', 'https', 'ws', or 'wss'. '…' is not allowed.",
        firefox: 'SyntaxError: An invalid or illegal string was specified',
      },
      cause:
        'The address does not begin with `ws://` or `wss://`: in `localhost:8181`, what stands before the colon is taken for it.',
      remedy: 'Write `ws://localhost:8181`, or `wss://` where the page came over HTTPS.',
      lesson: 'connecting/any-carrier',
    },
    {
      slug: 'socket-still-connecting',
      says: {
        chromium: "InvalidStateError: Failed to execute 'send' on 'WebSocket': Still in CONNECTING state.",
        firefox: 'InvalidStateError: An attempt was made to use an object that is not, or is no longer, usable',
      },
      cause: 'Something was sent before the socket was open.',
      remedy: 'Send in `onopen`, or keep what there is to say until then. Socket.IO keeps it for you.',
      lesson: 'connecting/any-carrier',
    },
  ],
};
