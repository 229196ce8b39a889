/** How charts, comparisons, forecasts and advice come by their figures. */
import { derived, type Method, measured } from '../method';

export const ANALYSIS_METHODS = {
  'stats.count': measured('number of tasks', 'Counted: the tasks that came through it.'),
  'stats.extreme': measured('shortest and longest', 'The least and the greatest of all measured times.'),
  'stats.quantile': derived(
    'median and percentiles',
    'Read from a histogram of all times: so many of a hundred tasks took no longer. It is exact within 1.6 percent.',
  ),
  'range.quantile': derived(
    'percentiles',
    'From all times in order: so many of a hundred tasks took no longer. They are exact.',
  ),
  'stats.mean': derived('mean', 'The sum of all times, divided by their number.'),
  'stats.total': derived('total', 'The sum of the times of all tasks.'),
  'stats.histogram': derived(
    'histogram',
    'Tasks counted by how long they took, in steps that are equally wide on the axis.',
  ),
  'busy.part': derived(
    'what a worker did',
    'Its phases within the stretch that is shown, added up. What is left over is time without work.',
  ),
  'busy.share': derived('share', 'The time of this part, divided by the length of the stretch that is shown.'),
  'flow.results': measured('results', 'Counted: the results that came back in this stretch of time.'),
  'flow.rate': derived('results a second', 'The results of a stretch of time, divided by its length.'),
  'flow.depth': measured(
    'tasks queued',
    'The pool counts its queue whenever a task goes in or out; here is the most in each stretch.',
  ),
  'range.throughput': derived('throughput in the range', 'The runs that ended in the range, divided by its length.'),
  'range.busy': derived(
    'busy share in the range',
    'The workers’ time on loads, run and dumps in the range, as a share of it.',
  ),
  'compare.difference': derived('difference', 'The figure of A less that of B, and the same as a share of B.'),
  'compare.noise': derived(
    'more than noise?',
    'The difference against how far repeated runs lie apart. “How is noise told?” above the table says the rule.',
  ),
  'compare.total': derived(
    'time of a phase',
    'The times of this phase over all tasks: added up, their mean, or a percentile of them.',
  ),
  'compare.busy': derived(
    'busy share',
    'The time of each slot on loads, run and dumps, as a share of the call; of all slots their mean.',
  ),
  'repeat.spread': derived(
    'median and spread',
    'All repeated runs in order: the one in the middle, and those between which half of them lie.',
  ),
  forecast: derived(
    'forecast',
    'A prediction. The run is played again with the measured times of its tasks, but other workers or chunks. Nothing runs for it.',
  ),
  'forecast.replay': derived(
    'replay of this run',
    'The run as it was, played again by the same rules: how far it is off tells what forecasts are worth.',
  ),
  'forecast.error': derived(
    'error of the forecast',
    'The forecast less what was measured when it was tried, as a share of that.',
  ),
  'chaos.count': measured(
    'number of tasks',
    'The pool counts what it delivered, and what failed, was lost or was begun again.',
  ),
  'chaos.wall': measured('wall time', 'From the call until it returned, on the clock of this machine.'),
  'chaos.lost': derived('time lost', 'Wall time under faults less that of the run without faults.'),
  advice: derived(
    'what it would save',
    'An estimate from this run’s own times: what the phases in question took, against what they would take otherwise.',
  ),
  idle: derived(
    'why it was idle',
    'The gap between two tasks, divided by what the records of queue, caller and other workers say of the same time.',
  ),
  minimap: derived(
    'whole run',
    'How many workers computed or were at the boundary, or how many lanes had a span, on average over each two pixels of time.',
  ),
  legend: derived(
    'steps of colour',
    'Chosen from the times or sizes of this run, so that each colour has its share of tasks.',
  ),
} as const satisfies Record<string, Method>;
