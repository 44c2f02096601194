const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A sentence in a prop, as HTML: what stands `in backticks` is code, everything else is itself. */
export const withCode = (text: string) =>
  text.replace(/[&<>"]/g, (character) => entities[character]!).replace(/`([^`]+)`/g, '<code>$1</code>');
