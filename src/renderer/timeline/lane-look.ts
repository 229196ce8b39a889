/** What the tasks of lanes are painted with in a frame: by phase, or by class. */
import type { LanePreferences } from '../../shared/settings';
import { classedLane } from '../derive/classed-lane';
import { byPhase, type Classing } from '../derive/classing';
import type { LaneIndex } from '../derive/lane-index';
import type { RunClassing } from '../derive/run-classing';
import type { SpanSeries } from '../derive/span-series';
import type { Facts } from '../store/facts';
import { spread } from './class-paints';
import type { Paint } from './paint';
import type { Theme } from './theme';

/** Spans that may be sorted into colours in one frame: more would be felt. */
const SPANS_A_FRAME = 25_000;

export class LaneLook {
  /** By part of the series that is drawn. */
  readonly paints: readonly Paint[];
  /** In which merged columns stack them. */
  readonly order: readonly number[];
  /** Whether colours tell of tasks alone: messages and waiting stand back. */
  readonly quiet: boolean;
  /** Whether some lanes are not yet sorted into colours: another frame will go on. */
  unfinished = false;
  private readonly classing: Classing | null;
  private readonly inks: readonly string[];
  private left = SPANS_A_FRAME;

  constructor(
    private readonly theme: Theme,
    colourBy: LanePreferences['colourBy'] = 'phase',
    { classing, filtered }: Pick<RunClassing, 'classing' | 'filtered'> = { classing: null, filtered: false },
  ) {
    const { loads, run, dumps, dimmed } = theme.paints;
    this.classing = classing;
    this.quiet = classing !== null;
    const parts = (classing?.parts ?? byPhase.parts) - (filtered ? 1 : 0);
    const classes = colourBy === 'phase' ? null : spread(theme.classes[colourBy], parts);
    const paints = classes === null ? [loads, run, dumps] : classes.map(({ paint }) => paint);
    this.paints = filtered ? [...paints, dimmed] : paints;
    this.inks = classes === null ? [] : classes.map(({ ink }) => ink);
    // Run stands on the ground, what the boundary costs on top of it.
    this.order = classes === null ? (filtered ? [1, 0, 2, 3] : [1, 0, 2]) : this.paints.map((_, part) => part);
  }

  /** What chunks are painted with: on their way, waiting for their first task, and after their last. */
  get messages(): { readonly flight: Paint; readonly wait: Paint; readonly back: Paint } {
    const { flight, queueWait, orderWait, quietFlight, quietWait } = this.theme.paints;
    if (this.quiet) return { flight: quietFlight, wait: quietWait, back: quietWait };
    return { flight, wait: queueWait, back: orderWait };
  }

  /** The series to draw a lane from. May hold fewer spans than `lane.work`: the rest is still to be sorted. */
  seriesOf(lane: LaneIndex, { data }: Facts): SpanSeries {
    if (this.classing === null) return lane.work;
    const classed = classedLane(lane, this.classing, data.table);
    this.left -= classed.extend(Math.max(0, this.left));
    if (this.left <= 0) this.unfinished = true;
    return classed.series;
  }

  /** How a task that is not finished is painted; null: by its phases. */
  paintUnderWay(row: number): Paint | null {
    const { classing, paints } = this;
    const own = classing?.classOf(row, Number.NaN) ?? null;
    if (classing === null || own === null) return null;
    return classing.early || this.isDimmed(own) ? (paints[own] ?? null) : this.theme.paints.underWay;
  }

  /** CSS colour of what is written on a task that is not finished; null: nothing is. */
  inkUnderWay(row: number): string | null {
    const own = this.classing?.classOf(row, Number.NaN) ?? null;
    if (own === null || this.classing?.early === true || this.isDimmed(own)) return this.inkOf(row, Number.NaN);
    return this.theme.colors.text;
  }

  /** CSS colour of what is written on a task; null: nothing is. */
  inkOf(row: number, runNs: number): string | null {
    if (this.classing === null) return this.theme.colors.bg;
    const own = this.classing.classOf(row, runNs);
    if (own === null) return this.theme.colors.bg;
    return this.isDimmed(own) ? null : (this.inks[own] ?? this.theme.colors.text);
  }

  private isDimmed(part: number): boolean {
    return this.paints[part] === this.theme.paints.dimmed;
  }
}
