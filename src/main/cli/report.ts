/** The short report of `poolscope run` without --json: the timeline in characters and the figures that matter. */
import { cpus } from 'node:os';
import { formatBytes, formatCount, formatDuration, formatFactor, formatPercent } from '../../shared/format';
import { sharedCountText } from '../../shared/shared-count-text';
import type { Summary } from '../../shared/summary';
import { turnsCaution } from '../../shared/turns-caution';
import { msToNanos } from '../../shared/units';
import type { Run } from '../run/run';
import { timelineText } from './timeline-text';

/** Errors that are listed; the rest is counted. */
const LISTED = 5;

/** @param width characters a line, which the timeline fills */
export function report(run: Run, summary: Summary, width: number): string {
  const { tasks, speedup, pickling, queue } = summary;
  const ms = (value: number): string => formatDuration(msToNanos(value));
  return lines([
    `${summary.scenario}: ${formatCount(tasks.submitted)} tasks, chunk size ${formatCount(summary.chunksize)}, ${summary.engine}`,
    '',
    ...drawing(run, width),
    `wall ${ms(summary.wallMs)}   serial ${ms(speedup.serialMs)}   speed-up ${formatFactor(speedup.factor)} (derived)`,
    ...caution(run),
    `pickling ${formatPercent(pickling.shareOfBusy)} of busy time, ${formatBytes(pickling.argsBytes)} out, ${formatBytes(pickling.resultBytes)} back`,
    `queue at most ${formatCount(queue.maxDepth)} deep, ${formatCount(Math.round(summary.throughputPerSec))} tasks/s`,
    outcomes(summary),
    ...countLines(summary),
    ...errorLines(summary),
  ]);
}

function caution({ scenario }: Run): string[] {
  const sentence = turnsCaution(scenario, Math.max(1, cpus().length));
  return sentence === null ? [] : [`  ${sentence}`];
}

function drawing({ hub, calledAt, returnedAt }: Run, width: number): string[] {
  if (hub === null || calledAt === null || returnedAt === null) return [];
  const { lanes, legend } = timelineText(hub.table, hub.workers, { begin: calledAt, end: returnedAt }, width);
  return [...lanes, legend, ''];
}

function outcomes({ tasks }: Summary): string {
  const parts = [
    `${formatCount(tasks.completed)} of ${formatCount(tasks.submitted)} tasks completed`,
    tasks.failed > 0 ? `${formatCount(tasks.failed)} failed` : '',
    tasks.lost > 0 ? `${formatCount(tasks.lost)} lost with their worker` : '',
    tasks.retried > 0 ? `${formatCount(tasks.retried)} retried` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function countLines({ counter }: Summary): string[] {
  if (counter === undefined) return [];
  return [sharedCountText(counter)];
}

function errorLines({ errors, tasks }: Summary): string[] {
  if (errors.length === 0) return [];
  const shown = errors.slice(0, LISTED).map(({ task, name, message }) => `  task ${task}: ${name}: ${message}`);
  const more = tasks.failed + tasks.lost - shown.length;
  return ['', 'errors', ...shown, ...(more > 0 ? [`  and ${formatCount(more)} more`] : [])];
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
