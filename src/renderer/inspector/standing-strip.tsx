/** A dot on a strip: this task among all tasks of the run, which stretch from the shortest to the longest. */
import { formatCount, formatDuration } from '../../shared/format';
import type { Standing } from '../derive/standing';

interface StandingStripProps {
  readonly standing: Standing;
  readonly nanos: number;
  /** Name of the CSS custom property of the phase. */
  readonly color: string;
}

/** Keeps the dot inside of the strip at both ends. */
const percent = (place: number): string => `${4 + place * 92}%`;

export function StandingStrip({ standing, nanos, color }: StandingStripProps) {
  const { count, p5, median, p95, words, ofTasks, place } = standing;
  const figures = `p5 ${formatDuration(p5)}, median ${formatDuration(median)}, p95 ${formatDuration(p95)}, of ${formatCount(count)}`;
  return (
    <>
      <svg className="standing" width="100%" height="12" role="img" aria-label={figures}>
        <title>{figures}</title>
        <line x1={percent(0)} x2={percent(1)} y1="6" y2="6" className="standing-range" />
        <line x1={percent(place(p5))} x2={percent(place(p95))} y1="6" y2="6" className="standing-most" />
        <line x1={percent(place(median))} x2={percent(place(median))} y1="1" y2="11" className="standing-median" />
        <circle cx={percent(place(nanos))} cy="6" r="4" className="standing-dot" style={{ fill: `var(${color})` }} />
      </svg>
      <span className="standing-words">
        {words}
        {ofTasks && <span className="standing-of"> of tasks</span>}
      </span>
    </>
  );
}
