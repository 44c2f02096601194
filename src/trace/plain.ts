/** A plain copy of what a browser handed over, made now: a live object read later would tell the future. */
export function plain(value: unknown): unknown {
  if (value instanceof MediaStream) return { stream: value.id, tracks: value.getTracks().map(plain) };
  if (value instanceof MediaStreamTrack) {
    const { id, kind, label, enabled, muted, readyState } = value;
    return { track: id, kind, label, enabled, muted, readyState };
  }
  if (value instanceof MediaDeviceInfo) return value.toJSON();
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Error || value instanceof DOMException) {
    const constraint = 'constraint' in value ? { constraint: value.constraint } : {};
    return { name: value.name, message: value.message, ...constraint };
  }
  try {
    return structuredClone(value);
  } catch {
    return { notCopied: Object.prototype.toString.call(value) };
  }
}
