/** Between the picture of a lab and its table. */

interface ViewSwitchProps {
  readonly shown: 'picture' | 'table';
  onShow(view: 'picture' | 'table'): void;
}

export function ViewSwitch({ shown, onShow }: ViewSwitchProps) {
  return (
    <fieldset className="segments lab-switch">
      <legend className="visually-hidden">View</legend>
      {(['picture', 'table'] as const).map((view) => (
        <label key={view} className="segment">
          <input type="radio" name="lab-view" checked={shown === view} onChange={() => onShow(view)} />
          <span>{view === 'picture' ? 'Picture' : 'Table'}</span>
        </label>
      ))}
    </fieldset>
  );
}
