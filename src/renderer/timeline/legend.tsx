/** What the colours and textures of the timeline mean. */
import { useId } from 'react';
import { useStore } from 'zustand';
import { formatBytes, formatDuration } from '../../shared/format';
import { OUTCOME_CLASSES } from '../derive/classing';
import { isExperiment } from '../derive/is-live';
import { runBounds } from '../derive/run-bounds';
import { sliceNames } from '../derive/slices/slice-names';
import { factsStore, laneStore } from '../store';
import { filterStore } from '../store/filter';
import { useThrottled } from '../store/throttled';
import { kindsOfLanes } from '../truth/lane-truth';
import { KIND_LETTERS } from '../truth/method';
import { TruthBadge } from '../ui/truth-badge';
import { boundLabels } from './bound-labels';
import { classSwatches, spread } from './class-paints';
import { COLOUR_WORDS as LEGEND_TITLES } from './lane-words';
import { PHASE_SWATCHES, type SwatchStyle } from './phase-swatches';
import { TILE, texturePath } from './textures';

export interface LegendEntry {
  readonly label: string;
  /** Several: any of them means it. */
  readonly swatches: readonly SwatchStyle[];
}

const BOOT: LegendEntry = { label: 'boot', swatches: [{ color: '--phase-boot', texture: 'dots' }] };

const PHASES: readonly LegendEntry[] = [
  { label: 'run', swatches: [PHASE_SWATCHES.run] },
  { label: 'dumps', swatches: [PHASE_SWATCHES.dumpsArgs] },
  { label: 'loads', swatches: [PHASE_SWATCHES.loadsArgs] },
  { label: 'in flight', swatches: [PHASE_SWATCHES.sendArgs] },
  { label: 'queue wait', swatches: [PHASE_SWATCHES.queueWait] },
  { label: 'order wait', swatches: [PHASE_SWATCHES.orderWait] },
  BOOT,
  { label: 'error', swatches: [{ color: '--phase-error', texture: 'crossed' }] },
];

export function Legend() {
  const colourBy = useStore(laneStore, (lanes) => lanes.colourBy);
  const filtered = useStore(filterStore, (filter) => filter.matches !== null);
  const experiment = useStore(factsStore, isExperiment);
  if (experiment) return <ExperimentLegend />;
  if (colourBy === 'duration' || colourBy === 'payload') {
    return <MeasureLegend measure={colourBy} filtered={filtered} />;
  }
  return <Entries title={LEGEND_TITLES[colourBy]} entries={entriesOf(colourBy)} filtered={filtered} />;
}

function entriesOf(colourBy: 'phase' | 'chunk' | 'outcome'): readonly LegendEntry[] {
  if (colourBy === 'phase') return PHASES;
  const swatches = classSwatches(colourBy);
  if (colourBy === 'chunk') return [{ label: 'a chunk each, in turn', swatches }, BOOT];
  return [...OUTCOME_CLASSES.map((label, index) => ({ label, swatches: swatches.slice(index, index + 1) })), BOOT];
}

/** Colours go round by what its processes were at, whatever tasks are coloured by. */
function ExperimentLegend() {
  const names = sliceNames(useThrottled(factsStore).data.slices);
  const swatches = classSwatches('chunk');
  const entries = swatches.flatMap((swatch, at) => {
    const own = names.filter(({ number }) => number % swatches.length === at).map(({ text }) => text);
    return own.length === 0 ? [] : [{ label: own.join(', '), swatches: [swatch] }];
  });
  return <Entries title="what processes were at" entries={entries} filtered={false} />;
}

/** Its bounds are derived from the run, and follow it. */
function MeasureLegend({
  measure,
  filtered,
}: {
  readonly measure: 'duration' | 'payload';
  readonly filtered: boolean;
}) {
  const facts = useThrottled(factsStore);
  const labels = boundLabels(runBounds(facts, measure), measure === 'duration' ? formatDuration : formatBytes);
  const swatches = spread(classSwatches(measure), labels.length);
  const entries = labels.map((label, index) => ({ label, swatches: swatches.slice(index, index + 1) }));
  return <Entries title={LEGEND_TITLES[measure]} entries={entries} filtered={filtered} derived />;
}

interface EntriesProps {
  readonly title: string;
  readonly entries: readonly LegendEntry[];
  readonly filtered: boolean;
  /** Whether its numbers are computed from the run. */
  readonly derived?: boolean;
}

function Entries({ title, entries, filtered, derived = false }: EntriesProps) {
  return (
    <ul className="timeline-legend" aria-label={`Legend: colours by ${title}`} data-testid="legend">
      {title !== LEGEND_TITLES.phase && (
        <li className="timeline-legend-title">
          {title}
          {derived && <TruthBadge method="legend" />}
        </li>
      )}
      {entries.map(({ label, swatches }) => (
        <li key={label}>
          <span className="timeline-swatches">
            {swatches.map((swatch) => (
              <Swatch key={swatch.color + swatch.texture} {...swatch} />
            ))}
          </span>
          {label}
        </li>
      ))}
      <Letters />
      {filtered && (
        <li>
          <Swatch color="--dimmed" texture="solid" />
          does not match
        </li>
      )}
    </ul>
  );
}

/** What the letters at the ends of lane labels stand for. */
function Letters() {
  const facts = useThrottled(factsStore);
  const { truth, groupBy } = useStore(laneStore);
  if (!truth) return null;
  return kindsOfLanes(facts, groupBy).map((kind) => (
    <li key={kind}>
      <span className="timeline-letter" data-kind={kind} aria-hidden="true">
        {KIND_LETTERS[kind]}
      </span>
      {kind}
    </li>
  ));
}

export function Swatch({ color, texture }: SwatchStyle) {
  const id = useId();
  return (
    <svg className="timeline-swatch" width="16" height="12" aria-hidden="true" shapeRendering="crispEdges">
      <pattern id={id} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
        <path d={texturePath(texture)} fill={texture === 'ticks' ? 'var(--text)' : 'var(--bg)'} />
      </pattern>
      <rect width="16" height="12" fill={`var(${color})`} />
      <rect width="16" height="12" fill={`url(#${id})`} opacity={texture === 'ticks' ? 0.35 : 0.6} />
    </svg>
  );
}
