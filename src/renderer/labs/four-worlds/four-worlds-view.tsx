/** The four worlds: controls, the picture of the heats, bars, and their figures. */

import { useState } from 'react';
import { useStore } from 'zustand';
import { WORLD_WORKS, WORLDS } from '../../../shared/labs';
import { TruthBadge } from '../../ui/truth-badge';
import { Choices } from '../choices';
import { raceMedians } from '../race/race-medians';
import { RaceSubmit } from '../race/race-submit';
import { RaceView } from '../race/race-view';
import { ResultsTable } from '../results/results-table';
import { type LabView, ViewSwitch } from '../view-switch';
import { checkControls } from './controls';
import { NumberField } from './number-field';
import { fourWorldsStore, runFourWorlds, worldsRace } from './run-four-worlds';
import { SizeFields } from './size-fields';
import { WorldBars } from './world-bars';
import { worldColumns } from './world-columns';
import { worldStatus } from './world-status';
import { NUMBER_FIELDS, WORK_WORDS, WORLD_WORDS } from './world-words';
import './four-worlds.css';

const EMPTY =
  'Each kind of work runs in each world. Here you will see on one clock which tasks were at it at once, and how long it took.';
const VIEWS = ['picture', 'bars', 'table'] as const satisfies readonly LabView[];

export function FourWorldsView() {
  const [shown, show] = useState<LabView>('picture');
  const state = useStore(worldsRace.store);
  const medians = raceMedians(state, worldColumns(state));
  return (
    <>
      <Controls />
      <div className="lab-line">
        <p className="lab-status" role="status">
          {worldStatus(state)}
        </p>
        <ViewSwitch views={VIEWS} shown={shown} onShow={show} />
      </div>
      {shown === 'picture' ? (
        <RaceView race={worldsRace} empty={EMPTY} />
      ) : medians === null ? (
        <p className="lab-empty">The figures of each heat will stand here.</p>
      ) : shown === 'bars' ? (
        <WorldBars results={medians} />
      ) : (
        <ResultsTable label={tableLabel(state.rounds)} results={medians} />
      )}
    </>
  );
}

const tableLabel = (rounds: number): string =>
  rounds === 1 ? 'Figures of the worlds' : `Figures of the worlds, medians of up to ${rounds} rounds`;

function Controls() {
  const typed = useStore(fourWorldsStore);
  const running = useStore(worldsRace.store, (state) => state.running !== null);
  const checked = checkControls(typed);
  return (
    <form
      className="lab-controls worlds-controls"
      aria-label="Four worlds"
      onSubmit={(event) => {
        event.preventDefault();
        if (running) void worldsRace.stop();
        else runFourWorlds();
      }}
    >
      <Choices
        label="Worlds"
        all={WORLDS}
        words={(world) => WORLD_WORDS[world]}
        chosen={typed.worlds}
        onChange={(worlds) => fourWorldsStore.setState({ worlds })}
      />
      <Choices
        label="Work"
        all={WORLD_WORKS}
        words={(work) => WORK_WORDS[work]}
        chosen={typed.works}
        onChange={(works) => fourWorldsStore.setState({ works })}
      />
      <div className="worlds-numbers">
        {NUMBER_FIELDS.filter(({ of }) => of === null).map((number) => (
          <NumberField key={number.field} {...number} typed={typed} />
        ))}
      </div>
      <SizeFields typed={typed} wrong={checked.at} />
      {typed.worlds.includes('locked-threads') && (
        <p className="lab-simulated">
          <TruthBadge method="lane.locked-thread" /> The lock of “Threads, one lock” is Poolscope’s: JavaScript has
          none.
        </p>
      )}
      <RaceSubmit race={worldsRace} wrong={checked.trouble} />
    </form>
  );
}
