import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { PassedOnOutput } from '../../../src/main/cli/pass-on-output';
import { KEPT_BYTES } from '../../../src/main/run/output-log';

/** A reader that takes nothing until it is asked to; it holds at most a few bytes. */
const slowReader = () => new PassThrough({ highWaterMark: 8, encoding: 'utf8' });
const textOf = async (stream: PassThrough): Promise<string> => (await stream.toArray()).join('');

describe('passing on what workers print', () => {
  it('names worker and stream in each line', async () => {
    const reader = slowReader();
    const output = new PassedOnOutput(reader);
    output.add(0, 'stderr', '');
    output.add(0, 'stdout', 'one\n\ntwo\n');
    output.add(3, 'stderr', 'no end of line');
    const read = textOf(reader);
    await output.finish();
    reader.end();
    expect(await read).toBe(
      'worker 0 stdout: one\nworker 0 stdout: \nworker 0 stdout: two\nworker 3 stderr: no end of line\n',
    );
  });

  it('holds the latest 64 KB for a slow reader and says how much is missing', async () => {
    const reader = slowReader();
    const output = new PassedOnOutput(reader);
    output.add(0, 'stdout', 'first\n');
    const line = `${'x'.repeat(99)}\n`;
    for (let index = 0; index < 10_000; index++) output.add(0, 'stdout', line);
    expect(reader.writableLength).toBeLessThan(100);
    const read = textOf(reader);
    await output.finish();
    reader.end();
    const [first, missing, ...rest] = (await read).trimEnd().split('\n');
    expect(first).toBe('worker 0 stdout: first');
    expect(missing).toBe(`worker 0 stdout: (${10_000 * line.length - KEPT_BYTES} bytes left out)`);
    const kept = rest.map((text) => text.replace('worker 0 stdout: ', ''));
    expect(`${kept.join('\n')}\n`).toBe(line.repeat(10_000).slice(-KEPT_BYTES));
  });

  it('ends although nobody reads any more', async () => {
    const reader = slowReader();
    const output = new PassedOnOutput(reader);
    output.add(0, 'stdout', 'first\n');
    output.add(0, 'stdout', 'second\n');
    reader.destroy(new Error('EPIPE'));
    await output.finish();
    output.add(0, 'stdout', 'third\n');
    await expect(output.finish()).resolves.toBeUndefined();
  });
});
