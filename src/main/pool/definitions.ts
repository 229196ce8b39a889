/** Functions that workers load before they are called, so that what is wrong with one is told once, not by each task. */
import type { FromWorker } from '../../shared/worker-protocol';
import { type Deferred, deferred } from '../deferred';
import { ModuleError } from './errors';

/** A module that has not been loaded by then, in ms, waits for something that does not come. */
export const LOAD_LIMIT_MS = 120_000;
/** Workers in a row that may die with it; more would die the same way. */
const MOST_DEATHS = 3;

type Defined = Extract<FromWorker, { type: 'defined' }>;

interface Definition {
  readonly answer: Deferred<void>;
  open: boolean;
  /** Workers that are at it, by index. */
  readonly loading: Set<number>;
  /** A worker has it. */
  loaded: boolean;
  /** The function in a sentence, and the timer of its limit; null where nobody has asked. */
  asked: { readonly what: string; readonly late: NodeJS.Timeout } | null;
  deaths: number;
}

export class Definitions {
  private readonly known = new Map<number, Definition>();
  /** Functions that every worker should load before it is given tasks. */
  readonly wanted = new Set<number>();

  constructor(private readonly limitMs = LOAD_LIMIT_MS) {}

  /** Resolves when all workers that were told to have loaded the function, one at least. @param what names it in a sentence @throws ModuleError */
  ask(functionId: number, what: string): Promise<void> {
    const definition = this.get(functionId);
    if (definition.open && definition.asked === null) {
      const late = (): void => this.refuse(functionId, `${what}: it was not loaded within ${this.limitMs / 1000} s`);
      definition.asked = { what, late: setTimeout(late, this.limitMs) };
      this.wanted.add(functionId);
    }
    return definition.answer.promise;
  }

  /** A worker was told to load the function. */
  told(functionId: number, worker: number): void {
    this.get(functionId).loading.add(worker);
  }

  take(worker: number, { functionId, error }: Defined): void {
    if (error !== null) {
      this.refuse(functionId, error.message);
      return;
    }
    const definition = this.get(functionId);
    definition.loaded = true;
    definition.deaths = 0;
    definition.loading.delete(worker);
    this.resolveIfAll(functionId);
  }

  /** A worker is gone. @param fate how it died, in words; null: it was asked to go */
  workerGone(worker: number, fate: string | null): void {
    for (const [functionId, { open, loading, asked }] of this.known) {
      if (!open || !loading.delete(worker)) continue;
      this.resolveIfAll(functionId);
      if (fate === null || asked === null || ++this.get(functionId).deaths < MOST_DEATHS) continue;
      this.refuse(functionId, `${asked.what}: ${MOST_DEATHS} workers in a row died while they loaded it (${fate})`);
    }
  }

  private resolveIfAll(functionId: number): void {
    const { loaded, loading } = this.get(functionId);
    if (loaded && loading.size === 0) this.settle(functionId)?.answer.resolve();
  }

  /** The pool is over. */
  end(reason: Error): void {
    for (const functionId of this.known.keys()) this.settle(functionId)?.answer.reject(reason);
  }

  private refuse(functionId: number, sentence: string): void {
    const definition = this.settle(functionId);
    if (definition === undefined) return;
    this.wanted.delete(functionId);
    definition.answer.reject(new ModuleError(sentence));
  }

  /** @returns the definition if it was open; it is not any more */
  private settle(functionId: number): Definition | undefined {
    const definition = this.get(functionId);
    if (!definition.open) return undefined;
    definition.open = false;
    clearTimeout(definition.asked?.late);
    return definition;
  }

  private get(functionId: number): Definition {
    const known = this.known.get(functionId);
    if (known !== undefined) return known;
    const definition: Definition = {
      answer: deferred(),
      open: true,
      loading: new Set(),
      loaded: false,
      asked: null,
      deaths: 0,
    };
    this.known.set(functionId, definition);
    return definition;
  }
}
