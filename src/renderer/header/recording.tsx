/**
 * Says of a run from a file that it is a recording, or a trace: of which file, from when, and whether the form holds
 * the scenario that it had.
 */
import type { RunStarted } from '../../shared/run-events';
import type { Scenario } from '../../shared/scenario';
import { useActions, useDraft } from '../actions/context';
import { sameScenario } from '../derive/compare/scenario-differences';
import { isTrace, recordingOf } from '../derive/is-live';
import { fileName, recordedOn } from '../derive/recording-words';
import type { Facts } from '../store/facts';
import { Tip } from '../ui/tip';

export function Recording({ facts }: { readonly facts: Facts }) {
  const { useRecordedScenario } = useActions();
  const form = useDraft((draft) => draft.scenario);
  const source = recordingOf(facts);
  if (source === null || facts.started === null) return null;
  const { scenario } = facts.started;
  return (
    <span className="recording" data-testid="recording">
      <span className="recording-badge">{isTrace(facts) ? 'Trace' : 'Recording'}</span>
      <Tip text={source.path}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the path is told by its tooltip, by keyboard too */}
        <span className="recording-file" tabIndex={0}>
          {fileName(source.path)}
        </span>
      </Tip>
      <span>{whenText(facts, facts.started)}</span>
      {scenario !== null && !isInForm(scenario, form) && (
        <>
          <span>
            <strong className="recording-scenario">{scenario.name}</strong> is not what the form holds.
          </span>
          <button type="button" className="recording-action" onClick={useRecordedScenario}>
            Use its scenario
          </button>
        </>
      )}
    </span>
  );
}

/** A trace of another tool tells no time of day: what is known is when its file was written. */
function whenText(facts: Facts, { scenario, epochMs }: Pick<RunStarted, 'scenario' | 'epochMs'>): string {
  const when = recordedOn(epochMs);
  return isTrace(facts) && scenario === null && when !== '' ? `written ${when}` : when;
}

/** @param form null: it is not valid */
function isInForm(scenario: Scenario, form: Scenario | null): boolean {
  return form !== null && scenario.name === form.name && sameScenario(scenario, form);
}
