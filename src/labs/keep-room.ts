/** What a lab has grown to stays its room: whatever it shows next, and when it stops, nothing below it moves. */
export function keepRoom(stage: HTMLElement, signal: AbortSignal) {
  const floor = stage.parentElement!;
  let width = 0;
  const observer = new ResizeObserver(() => {
    const { offsetWidth, offsetHeight } = stage;
    // A stage that is not shown has no size. In a window of another width, what it grew to means nothing.
    if (offsetWidth === 0) return;
    const grown = offsetWidth === width ? Number.parseFloat(floor.style.getPropertyValue('--room')) || 0 : 0;
    width = offsetWidth;
    floor.style.setProperty('--room', `${Math.max(grown, offsetHeight)}px`);
  });
  observer.observe(stage);
  signal.addEventListener('abort', () => observer.disconnect());
}
