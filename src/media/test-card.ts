const bars = ['#d9d4c7', '#d0b43c', '#4fa6a8', '#5d9c50', '#a65a8e', '#b8430f', '#0b62a8'];

/** Colour bars, a name and a running clock: moving enough to show that frames flow, plain enough to compress well. */
export function paintTestCard(canvas: HTMLCanvasElement, who: string, time: Date) {
  const { width, height } = canvas;
  const pen = canvas.getContext('2d')!;
  const barWidth = width / bars.length;
  bars.forEach((colour, index) => {
    pen.fillStyle = colour;
    pen.fillRect(Math.floor(index * barWidth), 0, Math.ceil(barWidth), height);
  });

  const band = height * 0.34;
  pen.fillStyle = '#16181b';
  pen.fillRect(0, height - band, width, band);
  pen.fillStyle = '#fbfaf6';
  pen.textBaseline = 'middle';
  pen.textAlign = 'center';
  pen.font = `700 ${band * 0.42}px system-ui, sans-serif`;
  pen.fillText(who.charAt(0).toUpperCase() + who.slice(1), width / 2, height - band * 0.68);
  pen.font = `${band * 0.26}px ui-monospace, monospace`;
  pen.fillText(time.toISOString().slice(11, 23), width / 2, height - band * 0.26);

  // Sweeps the width once a second, so that a frozen picture is seen at a glance.
  pen.fillRect((time.getMilliseconds() / 1000) * width, height - band, Math.max(2, width / 80), band * 0.06);
}
