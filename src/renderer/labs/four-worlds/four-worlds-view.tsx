/** The four worlds: controls, the picture of the heats, bars, and their figures. */

import { useState } from 'react';
import { useStore } from 'zustand';
import { WORLD_WORKS, WORLDS } from '../../../shared/labs';
import { useBusy } from '../../store/use-busy';
import { Button } from '../../ui/button';
import { TruthBadge } from '../../ui/truth-badge';
import { raceMedians } from '../race/race-medians';
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
  const trouble = useStore(worldsRace.store, (state) => state.trouble);
  const live = useBusy();
  const checked = checkControls(typed);
  const wrong = checked.trouble ?? trouble;
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
        words={WORLD_WORDS}
        chosen={typed.worlds}
        onChange={(worlds) => fourWorldsStore.setState({ worlds })}
      />
      <Choices
        label="Work"
        all={WORLD_WORKS}
        words={WORK_WORDS}
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
      <Button type="submit" look={running ? 'plain' : 'primary'} disabled={!running && live}>
        {running ? 'Stop the race' : 'Run the race'}
      </Button>
      {wrong != null && (
        <p className="lab-trouble" role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}

interface ChoicesProps<Name extends string> {
  readonly label: string;
  readonly all: readonly Name[];
  readonly words: Readonly<Record<Name, string>>;
  readonly chosen: readonly Name[];
  onChange(chosen: Name[]): void;
}

/** Some of a few, in the order in which they run, whatever order they were chosen in. */
function Choices<Name extends string>({ label, all, words, chosen, onChange }: ChoicesProps<Name>) {
  return (
    <fieldset className="lab-choices">
      <legend className="visually-hidden">{label}</legend>
      <span aria-hidden="true">{label}</span>
      {all.map((name) => (
        <label key={name} className="segment">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) =>
              onChange(all.filter((one) => (one === name ? event.target.checked : chosen.includes(one))))
            }
          />
          <span>{words[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}
