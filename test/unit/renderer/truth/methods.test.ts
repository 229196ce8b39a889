import { describe, expect, it } from 'vitest';
import { figureWords } from '../../../../src/renderer/derive/compare/figure-words';
import { runProgress } from '../../../../src/renderer/derive/run-progress';
import { HEADER_METHODS } from '../../../../src/renderer/header/figures';
import { SERIES_COLUMNS } from '../../../../src/renderer/labs/break-even/series-table';
import { CHAOS_COLUMNS } from '../../../../src/renderer/labs/chaos/chaos-table';
import { lessons } from '../../../../src/renderer/lessons/registry';
import { CHARTS } from '../../../../src/renderer/panels/bottom/charts/chart-kinds';
import { REPEAT_COLUMNS } from '../../../../src/renderer/panels/bottom/compare/repeat-table';
import { ERROR_COLUMNS } from '../../../../src/renderer/panels/bottom/errors/error-cells';
import { CHECK_COLUMNS, FORECAST_COLUMNS } from '../../../../src/renderer/panels/bottom/forecast/forecast-table';
import { LOG_COLUMNS } from '../../../../src/renderer/panels/bottom/log/log-table';
import { PICKLING_COLUMNS } from '../../../../src/renderer/panels/bottom/pickling/pickling-table';
import { RESULT_COLUMNS } from '../../../../src/renderer/panels/bottom/results/result-cells';
import { TASK_COLUMNS } from '../../../../src/renderer/panels/bottom/tasks/task-columns';
import { WORKER_COLUMNS, workerColumns } from '../../../../src/renderer/panels/bottom/worker-table/worker-row';
import { KIND_LETTERS, KIND_MEANINGS, TRUTH_KINDS } from '../../../../src/renderer/truth/method';
import { METHOD_IDS, METHODS } from '../../../../src/renderer/truth/methods';
import { PHASES } from '../../../../src/shared/phases';
import { type FigureId, MEASURES } from '../../../../src/shared/run-figures';
import { makeFacts } from '../../../fixtures/make-run';

/** Longer texts are not read in a small window that floats. */
const MOST_CHARS = 220;
const JARGON = /\b(hrtime|ipc|telemetry|heuristic|utili[sz]e|granular|timestamp|delta|syscall|async)\b/i;

describe.each(METHOD_IDS.map((id) => [id, METHODS[id]] as const))('the method %s', (_, { kind, name, how, cost }) => {
  it('is told in short and plain sentences', () => {
    expect(TRUTH_KINDS).toContain(kind);
    expect(name.length).toBeLessThanOrEqual(32);
    for (const text of [how, ...(cost === undefined ? [] : [cost])]) {
      expect(text.length, text).toBeLessThanOrEqual(MOST_CHARS);
      expect(text, text).toMatch(/^[A-Z].*\.$/);
      expect(text, text).not.toMatch(JARGON);
    }
  });
});

it('each kind has a meaning and a letter', () => {
  for (const kind of TRUTH_KINDS) {
    expect(KIND_MEANINGS[kind]).toMatch(/\.$/);
    expect(KIND_LETTERS[kind]).toMatch(/^[MDS]$/);
  }
});

/** Columns of names and texts, and of numbers that somebody chose. */
const NO_FIGURES = new Set([
  'Slot',
  'State',
  'End',
  'ps',
  'Task',
  'Outcome',
  'Error',
  'Input index',
  'Value',
  'Direction',
  'Figure',
  'Each run',
  'Policy',
  'What happened',
  'Workers',
  'Chunk size',
  'Use it',
  'Run',
  'Set up as',
  'Stream',
  'Text',
]);

it.each([
  ['workers', WORKER_COLUMNS],
  ['tasks', TASK_COLUMNS],
  ['results', RESULT_COLUMNS],
  ['errors', ERROR_COLUMNS],
  ['the log', LOG_COLUMNS],
  ['speed-up by workers', SERIES_COLUMNS],
  ['pickling', PICKLING_COLUMNS],
  ['repeated runs', REPEAT_COLUMNS],
  ['the forecast', FORECAST_COLUMNS],
  ['forecasts and runs', CHECK_COLUMNS],
  ['chaos', CHAOS_COLUMNS],
])('every column of figures in the table of %s says how it is come by', (_, columns) => {
  for (const { name, method } of columns) {
    if (method === undefined) expect([...NO_FIGURES]).toContain(name);
    else if (typeof method === 'string') expect(METHODS[method]).toBeDefined();
  }
});

it('tasks that were inferred from a trace are derived', () => {
  const source = { kind: 'file', path: '/t.json', format: 'viztracer' } as const;
  const columns = workerColumns({ started: { source } } as unknown as Parameters<typeof workerColumns>[0]);
  const done = columns.find(({ name }) => name === 'Tasks done');
  expect(METHODS[done?.method as 'worker.done'].kind).toBe('derived');
});

it('what is laid over a drawn prediction says how it was come by', () => {
  const drawn = lessons.flatMap(({ prediction }) => (prediction.kind === 'drawn' ? prediction : []));
  expect(drawn.length).toBeGreaterThan(0);
  for (const { y } of drawn) expect(y.method).toBeDefined();
});

it('every chart says how its axes are come by', () => {
  for (const { methods } of CHARTS) {
    expect(methods.length).toBeGreaterThan(0);
    for (const method of methods) expect(METHODS[method]).toBeDefined();
  }
});

it('every figure of the comparison and of the header has a method', () => {
  const plain = 'wall boot throughput speedup args-bytes result-bytes queue-max busy failed lost retried'.split(' ');
  const phases = PHASES.flatMap((phase) => MEASURES.map((measure) => `${phase}.${measure}`));
  for (const id of [...plain, ...phases, 'busy.0']) expect(METHODS[figureWords(id as FigureId).method]).toBeDefined();
  for (const method of Object.values(HEADER_METHODS)) expect(METHODS[method]).toBeDefined();
});

it('the header’s figures are of the kind that the run says they are', () => {
  const { wallNs, serialNs, speedup, pickling, observer } = runProgress(makeFacts());
  const kinds = { wall: wallNs, serial: serialNs, 'speed-up': speedup, pickling: pickling.shareOfBusy, observer };
  for (const [label, { kind }] of Object.entries(kinds)) {
    expect(METHODS[HEADER_METHODS[label as keyof typeof kinds]].kind, label).toBe(kind);
  }
});
