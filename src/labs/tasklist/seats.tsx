export const Somebody = () => (
  <svg class="drawn" viewBox="0 0 48 48" aria-hidden="true">
    <path d="M24 10a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 41c.5-8 6-12 14-12s13.500 4 14 12" />
  </svg>
);

/** Kept for somebody who has not come yet. */
export const EmptyChair = () => (
  <svg class="drawn" viewBox="0 0 48 48" aria-hidden="true">
    <path d="M16 7v20h16V7M16 14h16M16 20h16M14 27h20v4H14zM17 31v11M31 31v11" />
  </svg>
);

export const ServerRack = () => (
  <svg class="drawn" viewBox="0 0 48 48" aria-hidden="true">
    <path d="M8 9h32v12H8zM8 27h32v12H8zM14 15h2M14 33h2M23 15h11M23 33h11" />
  </svg>
);
