/** What is wrong with a search: one sentence that says where, what stands there, and what was expected. */

export interface Problem {
  readonly sentence: string;
  /** Characters of the text that are meant: [from, to). */
  readonly from: number;
  readonly to: number;
}

/** Thrown by the reader, caught by `parseQuery`. */
export class NotUnderstood extends Error {
  constructor(readonly problem: Problem) {
    super(problem.sentence);
  }
}

/** @param expected ends the sentence: "expected ..." */
export function notUnderstood(text: string, from: number, to: number, expected: string): NotUnderstood {
  const found = text.slice(from, to).trim();
  const where = `At character ${from + 1}`;
  const sentence =
    found === ''
      ? `${where} something is missing: ${expected}.`
      : `${where}, “${found}” is not understood: ${expected}.`;
  return new NotUnderstood({ sentence, from, to: Math.max(to, from + 1) });
}
