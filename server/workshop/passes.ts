import type { Workshop } from '../../protocol/workshop/state.ts';
import { readSeat, type SeatClaim, signSeat } from '../signaling/seat-token.ts';
import { keyFor, seatFor } from './secrets.ts';

const roles = ['helper', 'stage', 'instructor'] as const;
export type Pass = { code: string; role: (typeof roles)[number] };

/** All that this server signs for workshops: each kind with a key of its own, good after a restart. */
export function passes(key: Buffer) {
  const [seats, guests, invitations, tickets] = ['seat', 'guest', 'invitation', 'ticket'].map((use) =>
    keyFor(key, use),
  ) as [Buffer, Buffer, Buffer, Buffer];
  const claim = (room: string, seat: string, name = '') => ({ room, seat, name, epoch: 0 });

  return {
    seatOf: (code: string, ticket: string) => seatFor(tickets, code, ticket),
    /** Replaces the token before, which is good until this one is used. */
    signSeat: (code: string, seat: string, epoch: number) => signSeat(seats, { ...claim(code, seat), epoch }),
    readSeat: (token: string): SeatClaim | undefined => readSeat(seats, token),

    /** Worth nothing any more once the instructor has another key. */
    signGuest: ({ code, locks }: Workshop, role: Pass['role']) => signSeat(guests, claim(code, role, locks.key)),
    readGuest(token: string): (Pass & { lock: string }) | undefined {
      const { room: code, seat, name: lock } = readSeat(guests, token) ?? claim('', '');
      const role = roles.find((one) => one === seat);
      return role && { code, role, lock };
    },

    signInvitation: (code: string) => signSeat(invitations, claim(code, '')).split('.')[1]!,
    isInvited: (code: string, invitation: string) =>
      readSeat(invitations, `${signSeat(invitations, claim(code, '')).split('.')[0]}.${invitation}`) !== undefined,
  };
}

export type Passes = ReturnType<typeof passes>;
