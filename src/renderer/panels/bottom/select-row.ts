/** Selects a row of the task table for the whole window, and brings it into view on the timeline. */
import { row as asRow } from '../../../shared/units';
import { factsStore } from '../../store';
import type { Facts } from '../../store/facts';
import { timelineCommands } from '../../timeline/commands';
import { rowOfTask } from './row-of-task';

export function selectRow(row: number): void {
  timelineCommands.select(asRow(row));
  timelineCommands.focus(asRow(row));
  const { fromNs, toNs } = workOf(factsStore.getState(), row);
  if (!Number.isNaN(fromNs)) timelineCommands.reveal(fromNs, toNs);
}

/** Selects the latest row of a task; nothing for a task that has none. */
export function selectTask(task: number): void {
  const row = rowOfTask(factsStore.getState()).get(task);
  if (row !== undefined) selectRow(row);
}

/** When the worker was at it, as far as is known; NaN for a row that was never worked on. */
function workOf({ data, now }: Facts, row: number): { readonly fromNs: number; readonly toNs: number } {
  const { argsSent, argsDumpsBegin, argsLoadsBegin, runBegin, resultDumpsEnd } = data.table.columns;
  const fromNs = firstKnown(argsLoadsBegin[row], runBegin[row], argsSent[row], argsDumpsBegin[row]);
  return { fromNs, toNs: Math.max(fromNs, firstKnown(resultDumpsEnd[row], now)) };
}

function firstKnown(...moments: readonly (number | undefined)[]): number {
  return moments.find((moment) => moment !== undefined && !Number.isNaN(moment)) ?? Number.NaN;
}
