/** Offers all tasks at once, as `map` does, and waits for all results. */
export function every(tasks: number, run: (item: number) => PromiseLike<unknown>): Promise<unknown> {
  return Promise.all(Array.from({ length: tasks }, (_, item) => run(item)));
}
