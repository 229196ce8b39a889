/** Between the views of a lab: its picture, its table, and what else it has. */

const WORDS = { picture: 'Picture', bars: 'Bars', table: 'Table' } as const;
export type LabView = keyof typeof WORDS;

interface ViewSwitchProps<View extends LabView> {
  readonly views: readonly View[];
  readonly shown: View;
  onShow(view: View): void;
}

export function ViewSwitch<View extends LabView>({ views, shown, onShow }: ViewSwitchProps<View>) {
  return (
    <fieldset className="segments lab-switch">
      <legend className="visually-hidden">View</legend>
      {views.map((view) => (
        <label key={view} className="segment">
          <input type="radio" name="lab-view" checked={shown === view} onChange={() => onShow(view)} />
          <span>{WORDS[view]}</span>
        </label>
      ))}
    </fieldset>
  );
}
