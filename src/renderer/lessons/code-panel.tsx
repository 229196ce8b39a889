/** Python's code and ours side by side; the line that runs is highlighted in step with the timeline. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { codeMoment } from '../derive/code-moment';
import { isLive } from '../derive/is-live';
import { factsStore, playbackStore } from '../store';
import { lessonStore } from '../store/lesson';

import { useThrottled } from '../store/throttled';
import { type CodeMoment, parseCode } from './code-text';
import { lessonOf } from './registry';

export function CodePanel() {
  const open = useStore(lessonStore, (state) => state.open);
  const running = useStore(lessonStore, (state) => state.running);
  const values = useStore(lessonStore, (state) => state.values);
  const facts = useThrottled(factsStore);
  const atNs = useStore(playbackStore, (state) => state.atNs);
  if (open === null) return null;
  const mine = running !== null && facts.started?.runId === running.runId;
  const lesson = lessonOf(open);
  const momentAt = lesson.moments?.at ?? codeMoment;
  const moment = mine ? momentAt(facts, atNs ?? facts.now) : null;
  // What is shown beside a run is what it has run; before the next one, what that will run.
  const code = lesson.codeFor?.(mine && isLive(facts) ? running.values : values) ?? lesson.code;
  return (
    <div className="code-panel">
      <CodeColumn title="Python" source={code.python} moment={moment} />
      <CodeColumn title="Poolscope" source={code.here} moment={moment} />
    </div>
  );
}

interface CodeColumnProps {
  readonly title: string;
  readonly source: string;
  readonly moment: CodeMoment | null;
}

function CodeColumn({ title, source, moment }: CodeColumnProps) {
  const text = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const column = text.current;
    if (moment === null || column === null) return;
    // Also once there is less room for it, as in presenter mode.
    const observer = new ResizeObserver(() => {
      column.querySelector('[data-runs=true]')?.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(column);
    return () => observer.disconnect();
  }, [moment]);
  return (
    <section className="code-column" aria-label={`${title} code`}>
      <h3 className="code-title">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre ref={text} className="code-text" tabIndex={0}>
        {parseCode(source).map(({ text, at }, line) => {
          const runs = moment !== null && at.includes(moment);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text never change places
            <code key={line} className="code-line" data-runs={runs} aria-current={runs ? 'step' : undefined}>
              {text === '' ? ' ' : text}
            </code>
          );
        })}
      </pre>
    </section>
  );
}
