import type { Step } from './step.ts';
import { aWayIsFound } from './steps/a-way-is-found.ts';
import { aliceOffers } from './steps/alice-offers.ts';
import { bobAnswers } from './steps/bob-answers.ts';
import { bobComes } from './steps/bob-comes.ts';

/** In the order in which they work: 17 before 15 and 16, each with its own number. */
export const steps: readonly Step[] = [...aliceOffers, ...bobComes, ...bobAnswers, ...aWayIsFound];
