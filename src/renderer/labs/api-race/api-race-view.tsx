/** The API race: its controls, the picture of its heats, and their figures. */

import { useState } from 'react';
import { useStore } from 'zustand';
import { RACE_METHODS } from '../../../shared/labs';
import { useActions, useDraft } from '../../actions/context';
import { apiRaceStore } from '../../store/api-race';
import { Button } from '../../ui/button';
import { unbroken } from '../../ui/unbroken';
import { Choices } from '../choices';
import { FormFields } from '../form-fields';
import { raceMedians } from '../race/race-medians';
import { RaceSubmit } from '../race/race-submit';
import { RaceView } from '../race/race-view';
import { ResultsTable } from '../results/results-table';
import { ViewSwitch } from '../view-switch';
import { API_RACE_COLUMNS } from './api-race-columns';
import { pythonName } from './race-contestants';
import { raceStatus } from './race-status';
import { apiRace, askedApiRace, runApiRace } from './run-api-race';
import { sizesUpTo } from './sizes-up-to';

const EMPTY =
  'Each call runs the same tasks. Here you will see on one clock what the workers did, when results were complete, and when and in which order the caller had them. Space runs it.';

const VIEWS = ['picture', 'table'] as const;

export function ApiRaceView() {
  const [shown, show] = useState<(typeof VIEWS)[number]>('picture');
  const state = useStore(apiRace.store);
  const medians = raceMedians(state, API_RACE_COLUMNS);
  return (
    <>
      <Controls />
      <div className="lab-line">
        <p className="lab-status" role="status">
          {unbroken(raceStatus(state))}
        </p>
        <ViewSwitch views={VIEWS} shown={shown} onShow={(view) => show(view)} />
      </div>
      {shown === 'picture' ? (
        <RaceView race={apiRace} empty={EMPTY} />
      ) : medians === null ? (
        <p className="lab-empty">The figures of each heat will stand here.</p>
      ) : (
        <ResultsTable label={tableLabel(state.rounds)} results={medians} />
      )}
    </>
  );
}

const tableLabel = (rounds: number): string =>
  rounds === 1 ? 'Figures of the race' : `Figures of the race, medians of up to ${rounds} rounds`;

function Controls() {
  const { draft } = useActions();
  const typed = useStore(apiRaceStore);
  const running = useStore(apiRace.store, (state) => state.running !== null);
  const tasks = useDraft(({ scenario }) => scenario);
  const errors = useDraft((form) => form.errors);
  // Found out anew each time: what was wrong is not said any longer once it is mended.
  const wrong = askedApiRace(typed, { scenario: tasks, errors }).trouble;
  return (
    <form
      className="lab-controls"
      aria-label="API race"
      onSubmit={(event) => {
        event.preventDefault();
        if (running) void apiRace.stop();
        else runApiRace(draft.getState());
      }}
    >
      <Choices
        label="Calls"
        all={RACE_METHODS}
        words={pythonName}
        chosen={typed.methods}
        onChange={(methods) => apiRaceStore.setState({ methods })}
      />
      <label className="lab-field">
        <span>Chunk sizes</span>
        <input
          className="field-input lab-sizes"
          autoComplete="off"
          spellCheck={false}
          value={typed.chunksizes}
          onChange={(event) => apiRaceStore.setState({ chunksizes: event.target.value })}
        />
      </label>
      <Button
        disabled={tasks === null}
        onClick={() => tasks !== null && apiRaceStore.setState({ chunksizes: sizesUpTo(tasks) })}
      >
        1 to all
      </Button>
      <label className="lab-field">
        <span>Rounds</span>
        <input
          className="field-input field-input-number"
          autoComplete="off"
          value={typed.rounds}
          onChange={(event) => apiRaceStore.setState({ rounds: event.target.value })}
        />
      </label>
      <FormFields />
      <RaceSubmit race={apiRace} wrong={wrong} />
    </form>
  );
}
