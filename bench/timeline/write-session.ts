/** Writes a generated session as a session file, as it would have been recorded: a piece for each second of the run. */
import { open } from 'node:fs/promises';
import { SessionEncoder } from '../../src/main/session/session-encoder';
import { SESSION_VERSION } from '../../src/shared/session/session-format';
import type { SessionHeader } from '../../src/shared/session/session-header';
import { MOMENTS, type TelemetryBatch } from '../../src/shared/telemetry';
import type { SessionEvents } from './session-events';

/** At 20,000 tasks a second the batches of one. */
const ROWS = 20_000;

/** @returns the file's size in bytes */
export async function writeSession(path: string, session: SessionEvents): Promise<number> {
  const { scenario, ...started } = session.started;
  if (scenario === null) throw new Error('A generated session has a scenario');
  const { tasks, chunksize, mainPid, epochMs, annotations } = started;
  const machine = { cores: 2, model: 'generated', os: 'generated', electron: 'none', node: process.versions.node };
  const header: SessionHeader = {
    version: SESSION_VERSION,
    poolscope: '0.0.0',
    scenario,
    tasks,
    chunksize,
    mainPid,
    epochMs,
    machine,
    annotations,
  };
  const encoder = new SessionEncoder(header);
  const file = await open(path, 'w');
  try {
    encoder.add({ type: 'called', runId: 1, at: session.calledAt });
    while (!session.isOver) {
      encoder.add(inWholeNs(session.nextBlock(ROWS)));
      await file.write(encoder.flush());
    }
    encoder.add(session.ended());
    await file.write(encoder.finish());
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** As a real clock tells them: fractions of a ns would be noise that no compressor makes smaller. */
function inWholeNs(batch: TelemetryBatch): TelemetryBatch {
  const columns = [
    ...batch.rows.flatMap((change) => MOMENTS.map((moment) => change.columns[moment])),
    batch.deliveries.at,
    batch.queue.at,
  ];
  for (const column of columns) for (const [index, at] of column.entries()) column[index] = Math.round(at);
  return batch;
}
