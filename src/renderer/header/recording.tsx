/** Says of a run from a file that it is a recording: of which file, and from when. */
import { useActions } from '../actions/context';
import { recordingOf } from '../derive/is-live';
import { fileName, recordedOn } from '../derive/recording-words';
import type { Facts } from '../store/facts';
import { Tip } from '../ui/tip';

export function Recording({ facts }: { readonly facts: Facts }) {
  const { useRecordedScenario } = useActions();
  const source = recordingOf(facts);
  if (source === null || facts.started === null) return null;
  return (
    <span className="recording" data-testid="recording">
      <span className="recording-badge">Recording</span>
      <Tip text={source.path}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the path is told by its tooltip, by keyboard too */}
        <span className="recording-file" tabIndex={0}>
          {fileName(source.path)}
        </span>
      </Tip>
      <span>{recordedOn(facts.started.epochMs)}</span>
      {facts.started.scenario !== null && (
        <button type="button" className="recording-action" onClick={useRecordedScenario}>
          Use its scenario
        </button>
      )}
    </span>
  );
}
