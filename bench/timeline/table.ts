/** A part of the timeline bench as a person reads it. */
import type { PartResult } from './results';

const LABEL = 40;
const FIGURE = 12;

/** What figures are called, and in what they are given. */
const WORDS: Readonly<Record<string, readonly [label: string, unit: string]>> = {
  firstPictureMs: ['first picture, of the first tasks', 'ms'],
  pictureMs: ['picture of all tasks', 'ms'],
  pictureScriptMs: ['script in the window until then', 'ms'],
  bytesPerTask: ['memory of the page a task', 'B'],
  fileBytesPerTask: ['size of the file a task', 'B'],
  rowsMissing: ['tasks missing', ''],
  slowestMs: ['slowest batch', 'ms'],
  tasksPerSecond: ['tasks a second', ''],
  searchMs: ['search over all tasks', 'ms'],
  frames: ['frames', ''],
  framesPerSecond: ['frames a second', ''],
  scriptP50: ['script a frame, median', 'ms'],
  scriptP95: ['script a frame, 95th percentile', 'ms'],
  scriptMax: ['script a frame, longest', 'ms'],
  taskP95: ['main thread a frame, 95th percentile', 'ms'],
};
const GESTURES: Readonly<Record<string, string>> = {
  pan: 'pan',
  panClose: 'pan close in',
  zoom: 'zoom',
  hover: 'hover',
  hoverClose: 'hover close in',
};

export function partText({ title, tasks, answers, failures, verdicts }: PartResult): string {
  const { poolscope, speedscope } = answers;
  const both = speedscope !== undefined;
  const figures = Object.keys({ ...poolscope, ...speedscope }).filter((figure) => !figure.endsWith('scriptSum'));
  const lines = figures.map((figure) => {
    const cells = both ? [poolscope?.[figure], speedscope[figure]] : [poolscope?.[figure]];
    const verdict = verdicts.find((found) => found.figure === figure);
    const ratio = verdicts.find((found) => found.figure === `speedscope / Poolscope: ${figure}`);
    const said = verdict === undefined ? '' : verdictText(verdict);
    const times = ratio === undefined ? '' : `${ratio.value.toFixed(1)}x`.padStart(FIGURE);
    return `  ${label(figure).padEnd(LABEL)}${cells.map((cell) => cellText(cell, figure)).join('')}${times}${said}`;
  });
  const heading = `${title}${both ? ` (${tasks.toLocaleString('en')} tasks)` : ''}`;
  const columns = both ? [`  ${''.padEnd(LABEL)}${['Poolscope', 'speedscope', 'ratio'].map(right).join('')}`] : [];
  return [heading, ...columns, ...lines, ...failures.map((failure) => `  failed: ${failure}`)].join('\n');
}

function label(figure: string): string {
  const [gesture, name] = figure.includes('.') ? figure.split('.') : ['', figure];
  const words = WORDS[name ?? '']?.[0] ?? figure;
  return gesture === '' ? words : `${GESTURES[gesture ?? ''] ?? gesture}: ${words}`;
}

function cellText(value: number | undefined, figure: string): string {
  if (value === undefined) return right('-');
  const unit = WORDS[figure.split('.').at(-1) ?? '']?.[1] ?? '';
  const text = Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 100 ? 1 : 0);
  return right(unit === '' ? text : `${text} ${unit}`);
}

function verdictText({ target, met }: PartResult['verdicts'][number]): string {
  if (target === null) return '';
  const wanted = 'atMost' in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`;
  return `  ${wanted}: ${met === true ? 'met' : 'NOT MET'}`;
}

const right = (text: string): string => text.padStart(FIGURE);
