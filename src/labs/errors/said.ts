/** An error as a browser says it: its name and its own words, which may be none. */
export function said(error: unknown): string {
  const { name, message } = error as Error;
  return message ? `${name}: ${message}` : name;
}
