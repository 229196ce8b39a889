/**
 * Runs a query over a run and keeps its matches up while the run grows: new rows, rows that were under way, and rows
 * delivered since. Works in small blocks, so that whoever draws gets its turn in between.
 */
import type { Facts, RunData } from '../../store/facts';
import { runExtent } from '../run-extent';
import { errorRows } from './error-rows';
import { MatchSet } from './match-set';
import { BLOCK, compile, type Program, type ProgramContext, readsDelivery } from './program';
import type { Query } from './query';
import { UnsettledRows } from './unsettled-rows';

export class Matcher {
  readonly set = new MatchSet();
  /** Counts up whenever other rows match. */
  revision = 0;
  private program: Program | null = null;
  private readonly mask = new Uint8Array(BLOCK);
  private readonly unsettled = new UnsettledRows();
  private readonly readsDelivery: boolean;
  private rows = 0;
  private delivered = 0;
  private ended = false;

  constructor(readonly query: Query) {
    this.readsDelivery = readsDelivery(query);
  }

  /** Takes in what is known in `facts`, a block at each step. To be run to its end before another one is begun. */
  *update(facts: Facts): Generator<void, void, void> {
    const { data, ended } = facts;
    const end = data.table.length;
    if (end === 0) return;
    const program = ended !== null && !this.ended ? this.begin(facts) : (this.program ?? this.begin(facts));
    for (const [from, to] of this.unsettled.take()) yield* this.run(program, data, from, to);
    if (this.readsDelivery) yield* this.runDelivered(program, data);
    else this.delivered = data.deliveredRows.length;
    const first = this.rows;
    this.rows = end;
    yield* this.run(program, data, first, end);
  }

  /** Once more when the run has ended: errors are known from then on. */
  private begin(facts: Facts): Program {
    const program = compile(this.query, contextOf(facts));
    this.program = program;
    this.ended = facts.ended !== null;
    this.rows = 0;
    this.delivered = facts.data.deliveredRows.length;
    this.unsettled.take();
    return program;
  }

  /** Deliveries of a call follow each other in the table as a rule: they are run as blocks. */
  private *runDelivered(program: Program, data: RunData): Generator<void, void, void> {
    const { deliveredRows } = data;
    const end = deliveredRows.length;
    while (this.delivered < end) {
      const first = deliveredRows.array[this.delivered] ?? 0;
      let next = first + 1;
      while (++this.delivered < end && deliveredRows.array[this.delivered] === next) next++;
      yield* this.run(program, data, first, next);
    }
  }

  private *run(program: Program, data: RunData, first: number, end: number): Generator<void, void, void> {
    for (let from = first; from < end; from += BLOCK) {
      const length = Math.min(BLOCK, end - from);
      program(data, from, length, this.mask);
      if (this.set.write(from, this.mask, length)) this.revision++;
      this.unsettled.note(data.table.columns, from, length);
      yield;
    }
  }
}

function contextOf(facts: Facts): ProgramContext {
  return { originNs: runExtent(facts).originNs, errorRows: (text) => errorRows(facts, text) };
}
