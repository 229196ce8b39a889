/** The generated session in speedscope's own format: a profile a worker, and what it did with each task as events. */
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Vector } from '../../src/shared/vector';
import { GeneratedSession, type SessionOptions } from './generate';

/** In the order of the moments between which they lie. */
const FRAMES = ['loads', 'run', 'dumps'] as const;
const BLOCK_ROWS = 65_536;
const MOMENTS = ['argsLoadsBegin', 'runBegin', 'runEnd', 'resultDumpsEnd'] as const;

export async function writeSpeedscope(path: string, options: SessionOptions): Promise<void> {
  const lanes = momentsByWorker(options);
  const file = createWriteStream(path);
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await new Promise<void>((resolve) => file.once('drain', resolve));
  };
  const shared = { frames: FRAMES.map((name) => ({ name })) };
  await write(`{"$schema":"https://www.speedscope.app/file-format-schema.json","shared":${JSON.stringify(shared)},`);
  await write('"profiles":[');
  for (const [worker, moments] of lanes.entries()) {
    const last = moments.array[moments.length - 1] ?? 0;
    await write(`${worker > 0 ? ',' : ''}{"type":"evented","name":"worker ${worker}","unit":"nanoseconds",`);
    await write(`"startValue":0,"endValue":${last},"events":[`);
    for (let at = 0; at < moments.length; at += MOMENTS.length) {
      await write((at > 0 ? ',' : '') + eventsOf(moments.array.subarray(at, at + MOMENTS.length)));
    }
    await write(']}');
  }
  await write(']}');
  file.end();
  await finished(file);
}

function momentsByWorker(options: SessionOptions): Vector<Float64Array>[] {
  const lanes = Array.from({ length: options.workers }, () => new Vector(Float64Array));
  const session = new GeneratedSession(options);
  while (!session.isOver) {
    session.advance(BLOCK_ROWS);
    const rows = session.finalUntil - session.first;
    for (let row = 0; row < rows; row++) {
      const lane = lanes[session.columns.worker[row] ?? 0];
      for (const name of MOMENTS) lane?.push(Math.round(session.columns[name][row] ?? 0));
    }
    session.drop(session.finalUntil);
  }
  return lanes;
}

function eventsOf(moments: Float64Array): string {
  return FRAMES.map((_, frame) => {
    return `{"type":"O","frame":${frame},"at":${moments[frame]}},{"type":"C","frame":${frame},"at":${moments[frame + 1]}}`;
  }).join(',');
}
