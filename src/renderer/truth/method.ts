/** What is told of a figure or a lane besides its value: what kind of truth it is, and how it was come by. */

export const TRUTH_KINDS = ['measured', 'derived', 'simulated', 'measured again now'] as const;
export type TruthKind = (typeof TRUTH_KINDS)[number];

export interface Method {
  readonly kind: TruthKind;
  /** What it is, in a few words. */
  readonly name: string;
  /** Which clock, which formula, which call to the operating system; one or two short sentences. */
  readonly how: string;
  /** What it costs to know it, where that matters. */
  readonly cost?: string;
}

export const KIND_MEANINGS: Readonly<Record<TruthKind, string>> = {
  measured: 'Read off a clock, a counter or the operating system while it happened.',
  derived: 'Computed from what was measured.',
  simulated: 'Made to behave like something that is not here.',
  'measured again now': 'Measured afterwards, on the same value.',
};

/** Where there is no room for a word. */
export const KIND_LETTERS: Readonly<Record<TruthKind, string>> = {
  measured: 'M',
  derived: 'D',
  simulated: 'S',
  'measured again now': 'M',
};

type Told = Omit<Method, 'kind'>;

export const measured = (name: string, how: string, cost?: string): Method => made('measured', { name, how }, cost);
export const derived = (name: string, how: string): Method => made('derived', { name, how });
export const simulated = (name: string, how: string): Method => made('simulated', { name, how });

function made(kind: TruthKind, told: Told, cost?: string): Method {
  return { kind, ...told, ...(cost === undefined ? {} : { cost }) };
}
