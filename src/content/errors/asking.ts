import type { ErrorGroup } from './known-error.ts';

export const asking: ErrorGroup = {
  file: 'asking',
  title: 'Asking for cameras, screens and loudspeakers',
  errors: [
    {
      slug: 'said-no',
      says: {
        chromium: 'NotAllowedError: Permission denied',
        firefox:
          'NotAllowedError: The request is not allowed by the user agent or the platform in the current context.',
      },
      cause: 'Somebody said no: just now, at an earlier visit, or in the settings of the system.',
      remedy:
        'Open the site settings beside the address and allow camera and microphone. If they are allowed there, look in the privacy settings of your system.',
      lesson: 'media/get-user-media',
      lab: { name: 'camera', press: 'Start, and say no' },
      told: 'A test asks in a browser whose owner has said no to everybody.',
    },
    {
      slug: 'frame-without-camera',
      says: {
        chromium: 'NotAllowedError: Permission denied',
        firefox:
          'NotAllowedError: The request is not allowed by the user agent or the platform in the current context.',
      },
      cause:
        'Nobody was asked: the page sits in a frame that may not use the camera, or a header of the site forbids it.',
      remedy:
        'Give the frame `allow="camera; microphone"`, or open the page in a window of its own. In Chromium, look at the header `Permissions-Policy` as well.',
      lesson: 'media/get-user-media',
      lab: { name: 'camera', press: 'Be refused on purpose: Ask from a forbidden frame' },
    },
    {
      slug: 'no-camera',
      says: {
        chromium: 'NotFoundError: Requested device not found',
        firefox: 'NotFoundError: The object can not be found here.',
      },
      cause: 'There is no device of the kind that was asked for, or the browser may not see it.',
      remedy: 'Plug one in, or ask for what there is: audio alone, perhaps. In a lab, choose Synthetic.',
      lesson: 'media/get-user-media',
      told: 'A test asks in a browser without any camera.',
    },
    {
      slug: 'camera-taken',
      says: { chromium: 'NotReadableError: Could not start video source', firefox: null },
      cause:
        'The camera is there and you said yes, but it would not open. Most often another program, or another browser, has it.',
      remedy:
        'Close the other program or tab, look for a key that turns the camera off, and stop the tracks of your own page before you ask again.',
      lesson: 'media/get-user-media',
      told: 'It takes a real camera and a second program that holds it. This wording is one that people report; Firefox’s was not looked for, and no test holds either.',
    },
    {
      slug: 'no-media-devices',
      says: {
        chromium: "TypeError: Cannot read properties of undefined (reading 'getUserMedia')",
        firefox: `TypeError: can't access property "getUserMedia", navigator.mediaDevices is undefined`,
      },
      cause: 'The page came over plain HTTP from another machine, so there is no `navigator.mediaDevices` in it.',
      remedy:
        'Open it over HTTPS, or on the machine that serves it as `http://localhost`. The page Your devices and HTTPS (/trust/) tells how.',
      lesson: 'media/get-user-media',
      told: 'A test opens a page of plain HTTP and asks there.',
    },
    {
      slug: 'ask-for-nothing',
      says: {
        chromium:
          "TypeError: Failed to execute 'getUserMedia' on 'MediaDevices': At least one of audio and video must be requested",
        firefox: 'TypeError: audio and/or video is required',
      },
      cause: 'Neither sound nor picture was asked for: the constraints are empty, or both are false.',
      remedy: 'Ask for audio, for video, or for both.',
      lesson: 'media/get-user-media',
      lab: { name: 'camera', press: 'Be refused on purpose: Ask for nothing' },
    },
    {
      slug: 'demand-too-much',
      says: {
        chromium: 'OverconstrainedError',
        firefox: 'OverconstrainedError: Constraints could not be satisfied.',
      },
      cause:
        'Something was demanded, with `exact`, `min` or `max`, that no device here can do. The error’s `constraint` names it.',
      remedy:
        'Say `ideal`: then the browser comes as near as it can. Or catch the error by its name, and ask for less.',
      lesson: 'media/constraints',
      lab: { name: 'constraints', press: 'Exactly 100,000 wide' },
    },
    {
      slug: 'no-such-camera',
      says: {
        chromium: 'OverconstrainedError',
        firefox: 'OverconstrainedError: Constraints could not be satisfied.',
      },
      cause:
        'A device was demanded by an id that isn’t there: of another site, another browser, or of before somebody cleared their data.',
      remedy: 'Catch it, and ask without the id. Keep the label beside the id, to find the device again.',
      lesson: 'media/devices',
      lab: { name: 'camera', press: 'Be refused on purpose: Demand a camera that is not there' },
    },
    {
      slug: 'apply-too-much',
      says: { chromium: 'OverconstrainedError: Cannot satisfy constraints', firefox: null },
      cause: '`applyConstraints()` demanded what the camera cannot do. The track goes on as it was.',
      remedy: 'Look at `track.getCapabilities()` first, or say `ideal`.',
      lesson: 'media/constraints',
      lab: { name: 'constraints', press: 'Exactly 100,000 wide, then apply' },
    },
    {
      slug: 'apply-after-stop',
      says: { chromium: 'OverconstrainedError: The track is not connected to any source', firefox: null },
      cause: 'The track was stopped, and what is stopped has no camera behind it any more.',
      remedy: 'Look at `track.readyState`, and ask for a new track.',
      lesson: 'media/constraints',
    },
    {
      slug: 'screen-exactly',
      says: {
        chromium:
          "TypeError: Failed to execute 'getDisplayMedia' on 'MediaDevices': exact constraints are not supported",
        firefox: 'TypeError: exact not allowed',
      },
      cause: 'A screen cannot be demanded: `exact`, `min` and `advanced` are not allowed in `getDisplayMedia()`.',
      remedy: 'Say what you would like with `ideal` and `max`.',
      lesson: 'media/screen-capture',
      lab: { name: 'screen', press: 'Be refused on purpose: Demand a size' },
    },
    {
      slug: 'screen-without-click',
      says: {
        chromium: null,
        firefox: 'InvalidStateError: getDisplayMedia requires transient activation from a user gesture.',
      },
      cause:
        'The question did not follow from a click or a key: it ran while the page loaded, or after something that took too long.',
      remedy: 'Call `getDisplayMedia()` first of all in the click’s own handler.',
      lesson: 'media/screen-capture',
      lab: { name: 'screen', press: 'Be refused on purpose: Ask without a click' },
    },
    {
      slug: 'frame-without-screen',
      says: {
        chromium:
          "NotAllowedError: Failed to execute 'getDisplayMedia' on 'MediaDevices': Access to the feature \"display-capture\" is disallowed by permissions policy.",
        firefox: 'InvalidStateError: getDisplayMedia requires transient activation from a user gesture.',
      },
      cause:
        'The page sits in a frame that may not share a screen. Firefox looks first whether anybody has clicked in that frame.',
      remedy: 'Give the frame `allow="display-capture"`, or open the page in a window of its own.',
      lesson: 'media/screen-capture',
      lab: { name: 'screen', press: 'Be refused on purpose: Ask from a forbidden frame' },
    },
    {
      slug: 'no-such-speaker',
      says: {
        chromium: 'NotFoundError: Requested device not found',
        firefox: 'NotFoundError: The object can not be found here.',
      },
      cause: 'There is no loudspeaker of that id, or this page was never allowed to use it.',
      remedy:
        'Take an id from `enumerateDevices()` or `selectAudioOutput()`, and catch the error: headphones get unplugged.',
      lesson: 'media/devices',
    },
  ],
};
