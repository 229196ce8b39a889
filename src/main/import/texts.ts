/** Texts by number: names and categories stand thousands of times in a trace. */

/** Characters of arguments that are kept: more would fill memory with what hardly anybody looks at. */
const MOST_ARGS = 24 * 2 ** 20;

export class Texts {
  readonly all: string[] = [];
  /** Slices whose arguments are left out. */
  argsLeftOut = 0;
  private argsLength = 0;
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.all.length;
    this.all.push(text);
    this.numbers.set(text, number);
    return number;
  }

  /** Arguments of a slice. @returns their number plus one; 0: none */
  args(args: unknown): number {
    if (typeof args !== 'object' || args === null) return 0;
    let some = false;
    for (const _ in args) {
      some = true;
      break;
    }
    if (!some) return 0;
    if (this.argsLength >= MOST_ARGS) {
      this.argsLeftOut++;
      return 0;
    }
    const before = this.all.length;
    const number = this.numberOf(JSON.stringify(args));
    if (this.all.length > before) this.argsLength += this.all[number]?.length ?? 0;
    return number + 1;
  }
}
