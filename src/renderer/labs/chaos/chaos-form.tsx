/** How many faults, of which kind, drawn from which seed; and the button. */
import { useStore } from 'zustand';
import { FAULT_KINDS, type FaultKind, MAX_FAULTS } from '../../../shared/faults';
import { useActions } from '../../actions/context';
import { chaosStore } from '../../store/chaos';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';

const KIND_TEXT: Record<FaultKind, string> = { kill: 'Kill (SIGKILL)', stop: 'Stop (SIGSTOP)' };
const kinds = FAULT_KINDS.map((value) => ({ value, text: KIND_TEXT[value] }));

export function ChaosForm() {
  const { startChaos, cancelChaos } = useActions();
  const { faults, kind, seed, progress } = useStore(chaosStore);
  const running = progress?.running === true;
  return (
    <form
      className="chaos-form"
      aria-label="Chaos bench"
      onSubmit={(event) => {
        event.preventDefault();
        if (running) cancelChaos();
        else startChaos();
      }}
    >
      <label htmlFor="chaos-faults">Faults</label>
      <input
        id="chaos-faults"
        className="field-input field-input-number"
        inputMode="numeric"
        value={faults}
        disabled={running}
        title={`1 to ${MAX_FAULTS}`}
        onChange={(event) => chaosStore.setState({ faults: event.target.value })}
      />
      <label htmlFor="chaos-kind">Kind</label>
      <Select
        id="chaos-kind"
        value={kind}
        choices={kinds}
        disabled={running}
        onChange={(value) => chaosStore.setState({ kind: value as FaultKind })}
      />
      <label htmlFor="chaos-seed">Seed</label>
      <input
        id="chaos-seed"
        className="field-input field-input-number"
        inputMode="numeric"
        value={seed}
        disabled={running}
        onChange={(event) => chaosStore.setState({ seed: event.target.value })}
      />
      <Button type="submit" look={running ? 'plain' : 'primary'}>
        {running ? 'Cancel' : 'Run under faults'}
      </Button>
    </form>
  );
}
