import { redact } from '../redact.ts';
import { trace } from './planted.fixture.ts';

/** Redacts what stands alone in a trace. */
export const one = (body: unknown) => redact(trace([{ what: 'note', name: 'one', body }]))[0]!.body;
