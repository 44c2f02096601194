/** An empty chair: somebody may sit here, and nobody does yet. */
export const Chair = () => (
  <svg class="drawn" viewBox="0 0 48 48" aria-hidden="true">
    <path d="M17 8v18h14V8M17 14h14M17 20h14M15 26h18v5H15zM17 31v10M31 31v10" />
  </svg>
);

export const ServerBox = () => (
  <svg class="drawn" viewBox="0 0 48 48" aria-hidden="true">
    <path d="M9 9h30v12H9zM9 27h30v12H9zM15 15h2M15 33h2M23 15h10M23 33h10" />
  </svg>
);
