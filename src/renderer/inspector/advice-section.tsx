/** "Advice for this run": what stood out, what it would save to change it, and a button that changes the scenario. */

import { Check, Locate, Wand2 } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { applyToForm } from '../actions/apply-to-form';
import { useActions, useDraft, useSession } from '../actions/context';
import { type Advice, advise } from '../derive/advice/advise';
import type { Change, Finding } from '../derive/advice/finding';
import { coresOf } from '../derive/cores-of';
import { runIndexOf } from '../derive/run-index';
import { factsStore, viewStore } from '../store';
import { lessonStore } from '../store/lesson';
import { useThrottled } from '../store/throttled';
import { timelineCommands } from '../timeline/commands';
import { Button } from '../ui/button';
import { TruthBadge } from '../ui/truth-badge';
import { unbroken } from '../ui/unbroken';
import './advice-section.css';

export function AdviceSection() {
  const advice = useAdvice();
  const pointedOut = useStore(
    viewStore,
    ({ selection, gap, range }) => selection.length > 0 || gap !== null || range !== null,
  );
  // What it would change is the form, which the lesson has taken the place of.
  const inLesson = useStore(lessonStore, ({ open }) => open !== null);
  if (advice === null || pointedOut || inLesson) return null;
  return (
    <section className="advice" aria-labelledby="advice-title">
      <h2 id="advice-title" className="inspector-title">
        Advice for this run
      </h2>
      {advice.none !== '' && <p className="advice-none">{unbroken(advice.none)}</p>}
      {advice.findings.length > 0 && (
        <ol className="advice-list">
          {advice.findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** Once a run: what it says no longer changes. */
function useAdvice(): Advice | null {
  const facts = useThrottled(factsStore);
  const cores = coresOf(
    facts,
    useSession(({ info }) => info.cores),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the end of a run only its last words are news
  return useMemo(() => advise(facts, runIndexOf(facts), cores), [facts.ended, facts.data, cores]);
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const { sentence, saves, hint, change, evidence } = finding;
  return (
    <li className="advice-item">
      <p className="advice-sentence">{unbroken(sentence)}</p>
      <p className="advice-saves">
        {unbroken(saves)} <TruthBadge method="advice" />
      </p>
      {(change === null || hint !== '') && <p className="advice-hint">{hint}</p>}
      <div className="advice-buttons">
        {change !== null && <ApplyButton change={change} />}
        {evidence.length > 0 && (
          <Button onClick={() => timelineCommands.showProof(evidence)}>
            <Locate size={16} aria-hidden="true" />
            Show
          </Button>
        )}
      </div>
    </li>
  );
}

function ApplyButton({ change }: { readonly change: Change }) {
  const { draft } = useActions();
  const { path, value, text } = change;
  const done = useDraft(({ fields }) => fields[path] === value);
  const sentence = `Done in the scenario: ${text.charAt(0).toLowerCase()}${text.slice(1)}.`;
  return (
    <Button disabled={done} onClick={() => applyToForm(draft, { [path]: value }, sentence)}>
      {done ? <Check size={16} aria-hidden="true" /> : <Wand2 size={16} aria-hidden="true" />}
      {done ? `${text}: done` : text}
    </Button>
  );
}
