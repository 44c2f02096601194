/** The width that each floor had when it grew: in a window of another width, what it grew to means nothing. */
const widths = new WeakMap<HTMLElement, number>();

/** What a lab has grown to stays its room: whatever it shows next, and when it stops, nothing below it moves. */
export function keepRoom(stage: HTMLElement, signal: AbortSignal) {
  const floor = stage.parentElement!;
  const observer = new ResizeObserver(() => {
    const { offsetWidth, offsetHeight } = stage;
    // A stage that is not shown has no size.
    if (offsetWidth === 0) return;
    const grown = widths.get(floor) === offsetWidth ? Number.parseFloat(floor.style.getPropertyValue('--room')) : 0;
    widths.set(floor, offsetWidth);
    floor.style.setProperty('--room', `${Math.max(grown, offsetHeight)}px`);
  });
  observer.observe(stage);
  signal.addEventListener('abort', () => observer.disconnect());
}
