/** The end of a race's form: the button that starts and stops it, and what is wrong with it. */
import { useStore } from 'zustand';
import { useBusy } from '../../store/use-busy';
import { Button } from '../../ui/button';
import type { Race } from './race';

/** @param wrong with what was typed; null: it can be raced, and what went wrong in the race itself is said */
export function RaceSubmit({ race, wrong }: { readonly race: Race; readonly wrong: string | null }) {
  const running = useStore(race.store, (state) => state.running !== null);
  const trouble = useStore(race.store, (state) => state.trouble);
  const live = useBusy();
  const said = wrong ?? trouble;
  return (
    <>
      <Button type="submit" look={running ? 'plain' : 'primary'} disabled={!running && live}>
        {running ? 'Stop the race' : 'Run the race'}
      </Button>
      {said !== null && (
        <p className="lab-trouble" role="alert">
          {said}
        </p>
      )}
    </>
  );
}
