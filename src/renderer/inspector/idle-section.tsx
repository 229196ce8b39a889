/** "Why idle?": the gap that was asked about, why it is there, and what proves that. */
import { ArrowLeft, ArrowRight, Locate, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { formatDuration, formatPercent } from '../../shared/format';
import { askContext } from '../commands/answer-commands';
import { runIndexOf } from '../derive/run-index';
import { CAUSE_LABELS } from '../derive/why-idle/answer';
import { LaneGaps } from '../derive/why-idle/lane-gaps';
import { whyIdle } from '../derive/why-idle/why-idle';
import { moment, who } from '../derive/why-idle/words';
import { factsStore, viewStore } from '../store';
import { useThrottled } from '../store/throttled';
import { askBeside, gapBeside, showEvidence } from '../timeline/ask-why';
import { Button, IconButton } from '../ui/button';
import { TruthBadge } from '../ui/truth-badge';
import { unbroken } from '../ui/unbroken';
import './idle-section.css';

export function IdleSection() {
  const asked = useStore(viewStore, (view) => view.gap);
  // While the run is live a gap may still grow, and what ended it may come to be known.
  const facts = useThrottled(factsStore);
  const gap = asked === null ? null : (LaneGaps.of(facts, runIndexOf(facts), asked.worker)?.at(middle(asked)) ?? asked);
  const grown = asked !== null && gap !== null && gap.endNs !== asked.endNs;
  useEffect(() => {
    if (grown) askContext.commands.explain(gap);
  }, [grown, gap]);
  if (gap === null) return null;
  const answer = whyIdle(facts, runIndexOf(facts), gap);
  return (
    <section className="idle" aria-labelledby="idle-title">
      <header className="idle-head">
        <h2 id="idle-title" className="inspector-title">
          Why idle?
        </h2>
        <IconButton
          label="Previous gap of this lane"
          disabled={gapBeside(askContext, gap, -1) === null}
          onClick={() => askBeside(askContext, -1)}
        >
          <ArrowLeft size={16} aria-hidden="true" />
        </IconButton>
        <IconButton
          label="Next gap of this lane"
          shortcut="Y"
          disabled={gapBeside(askContext, gap, 1) === null}
          onClick={() => askBeside(askContext, 1)}
        >
          <ArrowRight size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Ask no more" onClick={() => askContext.commands.explain(null)}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <p className="idle-sentence">{unbroken(answer.sentence)}</p>
      <table className="idle-shares">
        <caption>
          Gap of {formatDuration(answer.gapNs)} on {who(facts, gap.worker)}, from {moment(facts, gap.startNs)} on
        </caption>
        <tbody>
          {answer.shares.map(({ cause, ns }) => (
            <tr key={cause}>
              <th scope="row">{CAUSE_LABELS[cause]}</th>
              <td>{formatDuration(ns)}</td>
              <td>{formatPercent(ns / answer.gapNs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer className="idle-foot">
        <TruthBadge method="idle" />
        <span className="idle-note">{evidenceNote(answer.evidence.length)}</span>
        <Button onClick={() => showEvidence(askContext)}>
          <Locate size={16} aria-hidden="true" />
          Show
        </Button>
      </footer>
    </section>
  );
}

const middle = ({ startNs, endNs }: { readonly startNs: number; readonly endNs: number }): number =>
  (startNs + endNs) / 2;

function evidenceNote(spans: number): string {
  if (spans === 0) return 'The gap is dashed on the timeline.';
  return spans === 1 ? 'Outlined as 1 on the timeline.' : `Outlined as 1 to ${spans} on the timeline.`;
}
