/** What rows about payloads have in common: the same value there and one like it back, on one worker. */
import type { Request, Runtime } from '../sides/protocol';
import type { Row, RowSide } from './row';

type Payload = Pick<Extract<Request, { measure: 'payload' }>, 'kind' | 'bytes' | 'calls'>;

/** @param atMost what Poolscope may take for each ms that a raw utility process takes */
export function payloadRow(name: string, title: string, payload: Payload, atMost: number): Row {
  const side = (key: string, label: string, runtime: Runtime): RowSide => {
    return { key, label, runtime, request: { measure: 'payload', subject: key, ...payload } };
  };
  return {
    name,
    title: `${title}, round trip, 1 worker`,
    unit: 'ms',
    sides: [
      side('poolscope', 'Poolscope applyAsync, telemetry on', 'electron'),
      side('raw', 'raw utility process', 'electron'),
      side('spawn', 'Python Pool.apply (spawn)', 'python'),
    ],
    comparisons: [
      { label: 'Poolscope : raw', of: 'poolscope', to: ['raw'], target: { atMost } },
      { label: 'Poolscope : Python', of: 'poolscope', to: ['spawn'] },
    ],
  };
}
