import { computed, signal } from '@preact/signals';
import { type ConsoleChange, type ConsoleSight, seeConsole } from '../../protocol/workshop/changes.ts';
import { may, type Power, type Role } from '../../protocol/workshop/powers.ts';
import type { Reply } from '../../protocol/workshop/refusal.ts';
import type { Command, Hello, RequestName } from '../../protocol/workshop.ts';
import { newId } from '../carriers/new-id.ts';
import { openLine } from './line.ts';
import { openSpotlit } from './spotlit.ts';

export type Rig = ReturnType<typeof openRig>;
/** A workshop on this page; the recovery code only where it has just been made. */
export type Opened = { rig: Rig; code: string; recovery?: string | undefined };

type Staff = Extract<Hello, { as: 'instructor' | 'guest' }>;

/** How often it is looked how long everybody has been where they are. */
const lookMs = 5_000;

/** What an instructor's or a helper's page holds in its hands: the class as it stands, and the commands. */
export function openRig(hello: Staff) {
  const sight = signal<ConsoleSight | undefined>(undefined);
  const standing = signal<'connecting' | 'connected' | 'lost'>('connecting');
  const over = signal('');
  /** Why the last command was not obeyed. */
  const trouble = signal('');
  /** Why nothing of the class is kept just now. */
  const unkept = signal('');
  const me = signal('');
  const role = signal<Role>('instructor');
  const invitation = signal<string | undefined>(undefined);
  const stagePass = signal<string | undefined>(undefined);
  const spotlit = openSpotlit();
  let aheadMs = 0;
  // By a clock that nobody sets: the device's own may jump.
  const now = () => performance.now() + aheadMs;
  /** For words that count minutes, and for who is stuck. */
  const clock = signal(now());
  const looking = setInterval(() => void (clock.value = now()), lookMs);

  const line = openLine<ConsoleChange>({
    hello: () => hello,
    welcome(welcome) {
      aheadMs = welcome.now - performance.now();
      clock.value = now();
      me.value = welcome.console!;
      role.value = welcome.role as Role;
      invitation.value = welcome.invitation;
      sight.value = welcome.sight;
      standing.value = 'connected';
      [trouble.value, unkept.value] = ['', ''];
      if (welcome.role !== 'instructor') return;
      // Nobody has driven yet: whoever comes first does.
      if (welcome.sight.view.driver === null) void commands({ what: 'drive' });
      void askStagePass();
    },
    changed(change) {
      if (sight.value) sight.value = seeConsole(sight.value, change);
    },
    entries: spotlit.take,
    unkept: (sentence) => {
      unkept.value = sentence;
    },
    lost() {
      standing.value = 'lost';
    },
    over(sentence) {
      over.value = sentence;
      line.close();
    },
  });

  async function askStagePass() {
    const reply = await ask<{ pass: string }>('invite', { role: 'stage' });
    if (reply?.ok) stagePass.value = reply.value.pass;
  }

  async function ask<Value>(name: RequestName, body: unknown): Promise<Reply<Value> | undefined> {
    try {
      const reply = await line.ask<Value>(name, body);
      trouble.value = reply.ok ? '' : reply.sentence;
      return reply;
    } catch {
      trouble.value = 'The server did not answer. Try again when it does.';
      return undefined;
    }
  }

  const commands = async (command: Command) => (await ask('commanded', { mail: newId(), command }))?.ok ?? false;

  // Cards change ten times a second, and the rest seldom: whoever draws looks at the part that they draw.
  const view = computed(() => sight.value?.view);
  const cards = computed(() => sight.value?.cards ?? []);
  const heat = computed(() => sight.value?.heat ?? []);

  /** Or is about to: where nobody drives, whoever comes first does. */
  const isDriving = computed(
    () => role.value === 'instructor' && [me.value, null].includes(view.value?.driver ?? null),
  );
  /** Whether this console may do that just now: only one drives. */
  const mayDo = (power: Power): boolean => may(isDriving.value ? 'driver' : role.value, power);

  return {
    ...{ view, cards, heat, standing, over, trouble, unkept, me, invitation, stagePass, role, spotlit },
    ...{ clock, now, ask, commands, may: mayDo },
    close() {
      clearInterval(looking);
      line.close();
    },
  };
}

/** What somebody without a workshop may ask for. */
export async function askAsVisitor<Value>(name: 'open' | 'recover', body: unknown): Promise<Reply<Value>> {
  const { promise: isIn, resolve, reject } = Promise.withResolvers<void>();
  const line = openLine({
    hello: () => ({ as: 'visitor' }),
    welcome: () => resolve(),
    changed() {},
    lost() {},
    over: (sentence) => reject(new Error(sentence)),
  });
  try {
    await isIn;
    return await line.ask<Value>(name, body);
  } finally {
    line.close();
  }
}
