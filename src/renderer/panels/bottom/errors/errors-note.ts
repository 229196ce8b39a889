/** What went wrong beside the tasks that are listed: retried ones, and those that never ran. */
import { formatCount } from '../../../../shared/format';
import type { Summary } from '../../../../shared/summary';
import type { Facts } from '../../../store/facts';
import { failuresOf } from './failures';

/** @returns one or more sentences; empty when there is nothing to say */
export function errorsNote(facts: Facts): string {
  const { retried } = failuresOf(facts);
  const said: string[] = [];
  if (retried > 0) said.push(`${tasks(retried, 'was', 'were')} lost with a worker and given to another one.`);
  if (facts.ended !== null) {
    const skipped = skippedIn(facts.ended.summary);
    if (skipped > 0) {
      said.push(`${tasks(skipped, 'was', 'were')} not run, because an earlier task of the same chunk failed.`);
    }
    const { status, message } = facts.ended;
    if ((status === 'broken' || status === 'refused') && message !== null) said.push(message);
  }
  return said.join(' ');
}

function skippedIn({ errors }: Summary): number {
  return errors.filter(({ name }) => name === 'SkippedError').length;
}

function tasks(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? `task ${one}` : `tasks ${many}`}`;
}
