/** The lab's body: what is known of this machine, the controls, and one of three pictures. */
import { useStore } from 'zustand';
import { useSession } from '../../actions/context';
import { BREAK_EVEN_VIEWS, breakEvenStore, type BreakEvenView as ViewName } from '../../store/break-even';
import { CostsTable } from './costs-table';
import { MapView } from './map-view';
import { MeasureRow } from './measure-row';
import { WorkersView } from './workers-view';
import '../../panels/bottom/charts/charts.css';
import './break-even.css';

const VIEW_TEXT: Readonly<Record<ViewName, string>> = { map: 'Map', workers: '1 to N workers', costs: 'Costs' };

export function BreakEvenView() {
  const costs = useStore(breakEvenStore, ({ progress }) => progress?.costs ?? null);
  const view = useStore(breakEvenStore, (state) => state.view);
  const cores = useSession(({ info }) => info.cores);
  return (
    <div className="break-even">
      <div className="break-even-row">
        {costs !== null && <ViewChoice view={view} />}
        <MeasureRow />
      </div>
      {costs !== null && (
        <>
          {view === 'map' && <MapView costs={costs} />}
          {view === 'workers' && <WorkersView costs={costs} cores={cores} />}
          {view === 'costs' && <CostsTable costs={costs} />}
        </>
      )}
    </div>
  );
}

function ViewChoice({ view }: { readonly view: ViewName }) {
  return (
    <fieldset className="break-even-views">
      <legend className="visually-hidden">What is shown</legend>
      <div className="segments">
        {BREAK_EVEN_VIEWS.map((name) => (
          <label key={name} className="segment">
            <input
              type="radio"
              name="break-even-view"
              checked={name === view}
              onChange={() => breakEvenStore.setState({ view: name })}
            />
            <span>{VIEW_TEXT[name]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
