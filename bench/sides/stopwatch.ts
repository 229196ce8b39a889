/** Times what a measurement repeats. */

/** @returns ms from call to resolution */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** `work` again and again, each waiting for the one before. @returns ms each */
export async function millisecondsEach(times: number, work: () => Promise<unknown>): Promise<number> {
  const total = await milliseconds(async () => {
    for (let time = 0; time < times; time++) await work();
  });
  return total / times;
}
