/** Python's code and ours side by side; the line that runs is highlighted in step with the timeline. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { codeMoments } from '../derive/code-moment';
import { isLive } from '../derive/is-live';
import { factsStore, playbackStore } from '../store';
import type { Facts } from '../store/facts';
import { lessonStore } from '../store/lesson';

import { useThrottled } from '../store/throttled';
import { parseCode } from './code-text';
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
  const momentsAt = lesson.moments?.at ?? codeMoments;
  const moments = mine ? [momentsAt(facts, atNs ?? lastDrawn(facts)) ?? []].flat() : [];
  // What is shown beside a run is what it has run; before the next one, what that will run.
  const code = lesson.codeFor?.(mine && isLive(facts) ? running.values : values) ?? lesson.code;
  return (
    <div className="code-panel">
      <CodeColumn title="Python" source={code.python} moments={moments.join(' ')} />
      <CodeColumn title="Poolscope" source={code.here} moments={moments.join(' ')} />
    </div>
  );
}

/** What is under way reaches to the moment of the last picture, and not beyond. */
const lastDrawn = ({ now, ended }: Facts): number => (ended === null ? now - 1 : now);

interface CodeColumnProps {
  readonly title: string;
  readonly source: string;
  /** Joined: the same ones are the same text. */
  readonly moments: string;
}

function CodeColumn({ title, source, moments }: CodeColumnProps) {
  const text = useRef<HTMLPreElement>(null);
  const now = moments.split(' ');
  useEffect(() => {
    const column = text.current;
    if (moments === '' || column === null) return;
    // Also once there is less room for it, as in presenter mode.
    const observer = new ResizeObserver(() => {
      column.querySelector('[data-runs=true]')?.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(column);
    return () => observer.disconnect();
  }, [moments]);
  return (
    <section className="code-column" aria-label={`${title} code`}>
      <h3 className="code-title">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre ref={text} className="code-text" tabIndex={0}>
        {parseCode(source).map(({ text, at }, line) => {
          const runs = at.some((one) => now.includes(one));
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
