import type { Entry } from '../../../protocol/entry.ts';
import { explain } from '../../trace/explain-move.ts';
import { moveOf } from '../../trace/move-of.ts';
import { brief, complaint } from '../gist.ts';
import { isRecord } from '../size.ts';

/** A call that was refused, and, where the state was the reason, why and what would help. */
export type Refused = {
  /** 'setRemoteDescription(answer)'. */
  readonly call: string;
  readonly state: RTCSignalingState;
  readonly said: string;
  readonly why?: string;
  readonly instead?: string;
};

type Asked = { readonly call: Entry; readonly state: RTCSignalingState };

export function whyRefused({ call, state }: Asked, { body }: Entry): Refused {
  const given = brief(call.body);
  // Made where it could not be set either, and refused for the same reason.
  const move = call.name === 'createAnswer' ? 'local answer' : moveOf(call, state);
  const told = { call: `${call.name}(${given})`, state, said: complaint(body) };
  const reason = move && (explain(state, move) ?? explain(state, move, 'firefox'));
  const isTheReason = isRecord(body) && body.name === reason?.error;
  return isTheReason ? { ...told, why: reason!.why, instead: reason!.instead } : told;
}
