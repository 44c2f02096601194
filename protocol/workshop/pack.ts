import type { Workshop } from './state.ts';

// A snapshot is text; JSON knows neither maps nor sets.

export const pack = (workshop: Workshop): string =>
  JSON.stringify(workshop, (_, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    return value instanceof Set ? { $set: [...value] } : value;
  });

export const unpack = (text: string): Workshop =>
  JSON.parse(text, (_, value: Packed) => {
    if (value?.$map) return new Map(value.$map);
    return value?.$set ? new Set(value.$set) : value;
  });

type Packed = { $map?: [unknown, unknown][]; $set?: unknown[] } | null;
