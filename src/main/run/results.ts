/** The results of a run as they stand: by task as they come in, and in the order in which the caller got them. */
import type { TaskResult } from '../pool/job';

export class Results {
  private readonly byTask = new Map<number, TaskResult>();
  private readonly delivered: number[] = [];

  /** @param withPayload a result is `[value, payload]`; the payload has done its work by arriving and is let go */
  constructor(private readonly withPayload: boolean) {}

  set(task: number, result: TaskResult): void {
    const value = result.ok && this.withPayload ? (result.value as [unknown])[0] : undefined;
    this.byTask.set(task, result.ok && this.withPayload ? { ok: true, value } : result);
  }

  /** The caller has got this task's result. */
  deliver(task: number): void {
    this.delivered.push(task);
  }

  /** How many results the caller has got. */
  get deliveredCount(): number {
    return this.delivered.length;
  }

  get(task: number): TaskResult | undefined {
    return this.byTask.get(task);
  }

  inDeliveryOrder(): unknown[] {
    return this.delivered.map((task) => {
      const result = this.byTask.get(task);
      return result?.ok ? result.value : undefined;
    });
  }
}
