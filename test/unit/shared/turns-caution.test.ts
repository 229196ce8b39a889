import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/shared/parse-scenario';
import type { ScenarioDraft } from '../../../src/shared/scenario';
import { turnsCaution } from '../../../src/shared/turns-caution';

const caution = (draft: Partial<ScenarioDraft>, cores: number): string | null =>
  turnsCaution(
    parseScenario({ version: 1, workload: { name: 'count-primes' }, pool: { processes: 4 }, ...draft }),
    cores,
  );

describe('the caution about serial time and speed-up', () => {
  it('is given where more workers compute than there are cores', () => {
    expect(caution({}, 2)).toContain('4 workers took turns on 2 cores');
    expect(caution({ engine: 'thread' }, 1)).toContain('on 1 core,');
  });

  it('is not given with enough cores, for a plain loop, or where tasks only wait', () => {
    expect(caution({}, 4)).toBeNull();
    expect(caution({ engine: 'serial' }, 2)).toBeNull();
    expect(caution({ workload: { name: 'sleep' } }, 2)).toBeNull();
  });

  it('is given for an event loop whose tasks both wait and compute', () => {
    expect(caution({ engine: 'async', workload: { name: 'read-and-echo' } }, 8)).toContain('one event loop');
    expect(caution({ engine: 'async', workload: { name: 'sleep' } }, 8)).toBeNull();
    expect(caution({ engine: 'async' }, 2)).toBeNull();
  });
});
