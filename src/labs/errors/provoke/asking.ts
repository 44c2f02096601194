import type { Provoke } from '../place.ts';

/** Errors of asking for cameras, microphones, screens and loudspeakers. */
export const asking = {
  async 'ask-for-nothing'() {
    // #region ask-for-nothing
    await navigator.mediaDevices.getUserMedia({});
    // #endregion ask-for-nothing
  },

  async 'demand-too-much'() {
    // #region demand-too-much
    await navigator.mediaDevices.getUserMedia({ video: { width: { exact: 100_000 } } });
    // #endregion demand-too-much
  },

  async 'no-such-camera'() {
    // #region no-such-camera
    await navigator.mediaDevices.getUserMedia({ video: { deviceId: { exact: 'the camera of last week' } } });
    // #endregion no-such-camera
  },

  async 'apply-too-much'() {
    // #region apply-too-much
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    try {
      await stream.getVideoTracks()[0]!.applyConstraints({ width: { exact: 100_000 } });
    } finally {
      for (const track of stream.getTracks()) track.stop();
    }
    // #endregion apply-too-much
  },

  async 'frame-without-camera'() {
    // #region frame-without-camera
    const frame = document.createElement('iframe');
    frame.allow = "camera 'none'; microphone 'none'";
    document.body.append(frame);
    try {
      await frame.contentWindow!.navigator.mediaDevices.getUserMedia({ video: true });
    } finally {
      frame.remove();
    }
    // #endregion frame-without-camera
  },

  async 'apply-after-stop'() {
    // #region apply-after-stop
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const track = stream.getVideoTracks()[0]!;
    track.stop();
    await track.applyConstraints({ width: 320 });
    // #endregion apply-after-stop
  },

  async 'screen-exactly'() {
    // #region screen-exactly
    await navigator.mediaDevices.getDisplayMedia({ video: { width: { exact: 640 } } });
    // #endregion screen-exactly
  },

  async 'screen-without-click'() {
    // #region screen-without-click
    const frame = document.createElement('iframe');
    frame.allow = 'display-capture';
    document.body.append(frame);
    try {
      const stream = await frame.contentWindow!.navigator.mediaDevices.getDisplayMedia({ video: true });
      for (const track of stream.getTracks()) track.stop();
    } finally {
      frame.remove();
    }
    // #endregion screen-without-click
  },

  async 'frame-without-screen'() {
    // #region frame-without-screen
    const frame = document.createElement('iframe');
    frame.allow = "display-capture 'none'";
    document.body.append(frame);
    try {
      await frame.contentWindow!.navigator.mediaDevices.getDisplayMedia({ video: true });
    } finally {
      frame.remove();
    }
    // #endregion frame-without-screen
  },

  async 'no-such-speaker'() {
    // #region no-such-speaker
    await new Audio().setSinkId('the headphones of last week');
    // #endregion no-such-speaker
  },
} satisfies Record<string, Provoke>;
