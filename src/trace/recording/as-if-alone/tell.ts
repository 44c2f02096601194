/** A value as a page can tell it from others, without what is made up anew every time. */
export function tell(value: unknown): string {
  if (typeof value === 'string') return value.startsWith('v=0') ? 'SDP' : value.replace(madeUp, 'an id');
  if (typeof value === 'function') return `function ${value.name}/${value.length}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(tell).join(', ')}]`;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if ('message' in value && 'name' in value) return `${kind} ${value.name}: ${value.message}`;
  return kind === 'Object' ? `{${Object.entries(value).map(tellMember).join(', ')}}` : kind;
}

const tellMember = ([key, value]: [string, unknown]) => `${key}: ${tell(value)}`;

const madeUp = /\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?|[\w+/]{86}==/g;
