import { picture, stop } from './connect.ts';
import { attempt, callOn, next, type Scenarios, shape } from './scenario.ts';

const type = 'video/webm;codecs=vp8';

/** A picture that changes for as long as it is looked at, and who writes it down. */
function recorded() {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  let hue = 0;
  const painting = setInterval(() => {
    context.fillStyle = `hsl(${(hue += 40)} 80% 50%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }, 30);
  const stream = canvas.captureStream();
  const recorder = new MediaRecorder(stream, { mimeType: type });
  const over = () => {
    clearInterval(painting);
    stop(stream);
  };
  return { stream, recorder, over };
}

const fires = ['start', 'pause', 'resume', 'dataavailable', 'stop', 'error'];

export const mediaRecorders: Scenarios = {
  async 'MediaRecorder: making one'(see) {
    const { stream } = picture();
    see(MediaRecorder.isTypeSupported(type), MediaRecorder.isTypeSupported('video/none'));
    const make = (...given: unknown[]) => Reflect.construct(MediaRecorder, given) as MediaRecorder;
    await attempt(see, 'of nothing', () => make());
    await attempt(see, 'of nonsense', () => make({}));
    await attempt(see, 'of no such type', () => make(stream, { mimeType: 'video/none' }));
    const recorder = make(stream, { mimeType: type, videoBitsPerSecond: 100_000 });
    see(recorder, recorder.state, recorder.stream === stream, recorder.mimeType, recorder.constructor);
    await attempt(see, 'of a stream with nothing in it', () => make(new MediaStream()).start());
    stop(stream);
  },

  async 'MediaRecorder: start, pause, resume, requestData and stop, and what they fire'(see) {
    const { recorder, over } = recorded();
    for (const name of fires) recorder.addEventListener(name, (event) => see(shape(event), recorder.state));
    recorder.onstart = () => see('the handler');
    for (const method of ['start', 'pause', 'resume', 'requestData', 'stop'] as const) {
      const fired = next(recorder, method === 'requestData' ? 'dataavailable' : method);
      await attempt(see, method, () => recorder[method]());
      see(recorder.state);
      await fired;
    }
    over();
  },

  async 'MediaRecorder: what its state refuses'(see) {
    const { recorder, over } = recorded();
    for (const method of ['pause', 'resume', 'requestData', 'stop'] as const)
      await attempt(see, method, () => recorder[method]());
    await attempt(see, 'no time', () => callOn(recorder, recorder.start, 'soon'));
    const stopped = next(recorder, 'stop');
    if (recorder.state === 'inactive') recorder.start();
    await attempt(see, 'twice', () => recorder.start());
    await attempt(see, 'resume', () => recorder.resume());
    recorder.stop();
    await stopped;
    over();
  },

  async 'MediaRecorder: the tracks of its stream change, and that is an error'(see) {
    const { recorder, stream, over } = recorded();
    for (const name of ['error', 'stop']) recorder.addEventListener(name, (event) => see(shape(event)));
    const [started, stopped] = [next(recorder, 'start'), next(recorder, 'stop')];
    recorder.start(10);
    await started;
    stream.addTrack(picture().track);
    await stopped;
    see(recorder.state);
    over();
  },
};
