/**
 * Reads a trace of another tool: Chrome's trace format, plain or packed with gzip. It is read whole before its run
 * begins, for events may stand in any order; what it holds then comes as the events of a run.
 */
import type { RunEvent } from '../../shared/run-events';
import { EventSplitter } from './event-splitter';
import { foreignRun } from './foreign-run';
import { OwnRun, ownStory } from './own-run';
import { parseEvents } from './parse-events';
import { fileBytes } from './read-bytes';
import { TraceCollector } from './trace-collector';
import { TraceFileError } from './trace-file-error';

/** Members that tell whose trace it is. Others may be long, such as the sources that VizTracer keeps. */
const TELLING: ReadonlySet<string> = new Set(['otherData', 'viztracer_metadata']);

/** As `RunFile` of src/main/files. */
export interface TraceFile {
  readonly started: Extract<RunEvent, { type: 'started' }>;
  readonly events: AsyncIterable<RunEvent>;
  trouble(): string | null;
  readBytes(): number;
}

/**
 * @param onRead told how many bytes of the file have been read
 * @throws TraceFileError
 */
export async function readTrace(path: string, onRead?: (bytes: number) => void): Promise<TraceFile> {
  const file = await fileBytes(path);
  const trace = new TraceCollector();
  const members = new Map<string, string>();
  let own: OwnRun | null = null;
  let first = true;
  const take = (event: unknown): void => {
    if (own === null) trace.add(event);
    else own.add(event);
  };
  const splitter = new EventSplitter({
    events: (bytes) => {
      // Whose trace it is stands before the events, where it is one of Poolscope's.
      const story = first ? ownStory(members.get('otherData')) : null;
      if (story !== null) own = new OwnRun(story);
      first = false;
      trace.faults.add('not JSON', parseEvents(bytes, take));
    },
    member: (key, json) => {
      if (TELLING.has(key)) members.set(key, json);
    },
  });
  for await (const chunk of file.chunks) {
    splitter.push(chunk);
    if (splitter.isForeign) break;
    onRead?.(file.readBytes());
  }
  if (!splitter.isTrace) throw new TraceFileError(`${path}: ${whyNone(splitter, file.trouble())}`);
  trace.faults.add('too large', splitter.tooLarge);
  const trouble = troubleOf(path, splitter, file.trouble());
  const { started, events } =
    ownRunOf(own)?.run(path, trouble) ?? foreignRun({ path, changedMs: file.changedMs, trace, members, trouble });
  return { started, events: events(), trouble: () => trouble, readBytes: file.readBytes };
}

/** It is set while bytes are read, which the compiler does not follow. */
const ownRunOf = (own: OwnRun | null): OwnRun | null => own;

function whyNone({ isForeign }: EventSplitter, trouble: string | null): string {
  const expected = 'expected a trace (JSON with an array "traceEvents", or an array of events)';
  if (trouble !== null) return `${expected}, and ${trouble}`;
  return isForeign ? `${expected}, and this is no JSON` : `${expected}, and there is no such array in it`;
}

function troubleOf(path: string, splitter: EventSplitter, trouble: string | null): string | null {
  if (trouble === null && splitter.isWhole) return null;
  const count = splitter.elements.toLocaleString('en-US');
  const bytes = splitter.wholeBytes.toLocaleString('en-US');
  const why = trouble === null ? '' : ` (${trouble})`;
  return `${path}: cut off after ${count} ${splitter.elements === 1 ? 'event' : 'events'}, ${bytes} bytes of JSON${why}; all before that is shown`;
}
