import { isRecord } from './size.ts';

/** A body in full, as plain text that is easy to read: one property a line, descriptions line by line. */
export function bodyText(body: unknown): string {
  if (typeof body === 'string') return body.replace(/\r\n/g, '\n').trimEnd();
  if (Array.isArray(body)) return body.map((item) => underPoint(bodyText(item))).join('\n') || '(none)';
  if (isRecord(body)) return Object.entries(body).map(property).join('\n') || '(empty)';
  return String(body);
}

function property([name, value]: [string, unknown]): string {
  const text = bodyText(value);
  const isShort = !text.includes('\n') && !(isRecord(value) || Array.isArray(value));
  return isShort ? `${name}: ${text}` : `${name}:\n${text.replace(/^/gm, '  ')}`;
}

const underPoint = (text: string) => `- ${text.replace(/\n/g, '\n  ')}`;
