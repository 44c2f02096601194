/** Tells how loud a stream is, from 0 to 1, some twenty times a second until the signal aborts. */
export function followLevel(stream: MediaStream, signal: AbortSignal, tell: (level: number) => void) {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    tell(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0));
  }, 50);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    context.close();
  });
}
