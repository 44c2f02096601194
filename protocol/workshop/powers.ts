import type { CommandName, RequestName } from '../workshop.ts';

/** `driver` is the instructor at the wheel: one, and explicitly. */
export type Role = 'visitor' | 'learner' | 'instructor' | 'driver' | 'helper' | 'stage';

const staff = ['instructor', 'driver'] as const;
const helpers = [...staff, 'helper'] as const;

/** Who may do what: the one table. An instructor at the wheel is a driver, and what only a driver may do says so. */
export const powers: Record<CommandName | Exclude<RequestName, 'commanded'>, readonly Role[]> = {
  open: ['visitor'],
  recover: ['visitor'],
  did: ['learner'],
  trace: ['learner'],
  word: ['learner'],
  takeHome: ['learner'],
  invite: staff,
  report: staff,

  drive: staff,
  askForWheel: staff,
  handOver: ['driver'],
  plan: ['driver'],
  lead: ['driver'],
  stopLeading: ['driver'],
  freeze: ['driver'],
  setProfile: ['driver'],
  pair: ['driver'],
  unpair: ['driver'],
  askVote: ['driver'],
  closeVote: ['driver'],
  reveal: ['driver'],
  endVote: ['driver'],
  countDown: ['driver'],
  stopCountdown: ['driver'],
  spotlight: ['driver'],
  endSpotlight: ['driver'],
  end: ['driver'],
  message: staff,
  remove: staff,
  lock: staff,
  claimHand: helpers,
  releaseHand: helpers,
  lowerHand: helpers,
};

export type Power = keyof typeof powers;
export const may = (role: Role, power: Power) => powers[power].includes(role);
