import { TelemetryHub } from '../../../src/main/telemetry/hub';
import { MOMENTS } from '../../../src/shared/telemetry';
import { type Case, range } from '../case';

export const phaseCases: readonly Case[] = [
  {
    sentence:
      'every moment of every task is measured, and they follow each other on the clock that all processes share',
    expected: { rows: 60, unordered: [] },
    run: async (lab) => {
      const hub = new TelemetryHub();
      const pool = lab.pool({ observer: hub });
      for await (const _ of pool.imap(
        lab.own('timed'),
        range(60).map(() => 0),
        { chunksize: 2 },
      ));
      const unordered: string[] = [];
      for (let row = 0; row < hub.table.length; row++) {
        for (const [index, moment] of MOMENTS.slice(1).entries()) {
          const before = hub.table.columns[MOMENTS[index] ?? 'submitted'][row] ?? Number.NaN;
          const at = hub.table.columns[moment][row] ?? Number.NaN;
          if (!(at >= before)) unordered.push(`row ${row}: ${moment} at ${at}, after ${before}`);
        }
      }
      return { rows: hub.table.length, unordered: unordered.slice(0, 3) };
    },
  },
];
