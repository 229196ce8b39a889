/**
 * What each task of a run costs, in the order of the input, as running sums: the cost of any chunk is two look-ups. Up to
 * MOST_CELLS tasks it is exact; of more, neighbours share a cell and each counts as their mean.
 */

/** Times in ns of a core of one's own, sizes in bytes. */
export const COSTS = ['dumpsArgs', 'compute', 'wait', 'loadsResult', 'argsBytes', 'resultBytes'] as const;
/**
 * `dumpsArgs`, `loadsResult`: by the caller. `compute`: loads, run and dumps in the worker, as far as they use a core;
 * `wait`: the part of the run that does not.
 */
export type Cost = (typeof COSTS)[number];
export type CostSums = { readonly [Name in Cost]: number };

export const MOST_CELLS = 262_144;

export class TaskCosts {
  readonly cells: number;
  private readonly perCell: number;
  private readonly known: Float64Array;
  /** While costs are added: sums of each cell. Sealed: sums of all cells before it. */
  private readonly sums: Record<Cost, Float64Array>;

  constructor(
    readonly tasks: number,
    mostCells = MOST_CELLS,
  ) {
    this.perCell = Math.max(1, Math.ceil(tasks / mostCells));
    this.cells = Math.ceil(tasks / this.perCell);
    this.known = new Float64Array(this.cells);
    this.sums = Object.fromEntries(COSTS.map((cost) => [cost, new Float64Array(this.cells + 1)])) as Record<
      Cost,
      Float64Array
    >;
  }

  /** Exact: no cell stands for more than one task. */
  get exact(): boolean {
    return this.perCell === 1;
  }

  /** Adds what a task cost. Each task once, before `seal`; one without known costs is left out. */
  add(task: number, costs: CostSums): void {
    const cell = Math.floor(task / this.perCell);
    this.known[cell] = (this.known[cell] ?? 0) + 1;
    for (const name of COSTS) this.sums[name][cell] = (this.sums[name][cell] ?? 0) + costs[name];
  }

  /** Tasks whose costs are not known get the mean of the others. From now on sums can be asked for. */
  seal(): this {
    let known = 0;
    for (const count of this.known) known += count;
    for (const name of COSTS) {
      const sums = this.sums[name];
      let total = 0;
      for (let cell = 0; cell < this.cells; cell++) total += sums[cell] ?? 0;
      const mean = known === 0 ? 0 : total / known;
      let before = 0;
      for (let cell = 0; cell < this.cells; cell++) {
        const missing = this.tasksIn(cell) - (this.known[cell] ?? 0);
        const sum = (sums[cell] ?? 0) + missing * mean;
        sums[cell] = before;
        before += sum;
      }
      sums[this.cells] = before;
    }
    return this;
  }

  /** Cost of tasks `from` up to `to`. */
  between(name: Cost, from: number, to: number): number {
    return Math.max(0, this.before(name, to) - this.before(name, from));
  }

  total(name: Cost): number {
    return this.sums[name][this.cells] ?? 0;
  }

  private before(name: Cost, task: number): number {
    const sums = this.sums[name];
    const cell = Math.min(this.cells, Math.floor(task / this.perCell));
    const sum = sums[cell] ?? 0;
    const into = task - cell * this.perCell;
    if (into <= 0) return sum;
    return sum + ((sums[cell + 1] ?? sum) - sum) * (into / this.tasksIn(cell));
  }

  private tasksIn(cell: number): number {
    return Math.min(this.perCell, this.tasks - cell * this.perCell);
  }
}
