/** Which state may follow which, and what brings it about. */
export type Transitions<State extends string> = Readonly<Record<State, Partial<Record<State, string>>>>;
