/** Sessions and traces that were opened from elsewhere: one press opens them again. */
import { useActions } from '../actions/context';
import { showRecordings } from '../actions/recordings';

export function RecentFiles({ paths }: { readonly paths: readonly string[] }) {
  const { openFile } = useActions();
  const open = (path: string, beside: boolean): void => {
    // What cannot be opened is told in a dialog of its own.
    showRecordings(false);
    openFile(path, beside);
  };
  return (
    <section className="recent-files" aria-labelledby="recent-files">
      <h3 id="recent-files">Opened from elsewhere</h3>
      <ul>
        {paths.map((path) => {
          const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
          return (
            <li key={path}>
              <button
                type="button"
                className="recording-open"
                onClick={(event) => open(path, event.shiftKey)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || !event.shiftKey) return;
                  event.preventDefault();
                  open(path, true);
                }}
              >
                <span>{path.slice(cut + 1)}</span> <span className="recent-folder">{path.slice(0, cut)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
