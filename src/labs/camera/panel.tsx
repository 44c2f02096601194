import { render } from 'preact';
import type { LabContext } from '../lab.ts';
import { ask, show, stop } from './camera.ts';
export function mountCamera(root: HTMLElement, { devices }: LabContext) {
  let stream: MediaStream | undefined;
  const go = async () => { stream = await ask(devices, { video: true, audio: true }); await show(stream, root.querySelector('video')!); };
  render(<div><video /><button type="button" onClick={() => stream && stop(stream)}>Stop it</button></div>, root);
  void go();
  return () => { if (stream) stop(stream); render(null, root); };
}
