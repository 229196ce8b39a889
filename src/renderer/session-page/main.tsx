/** Entry of a page with a recording: reads what is embedded in it, then shows it. */
import '../styles/tokens.css';
import '../styles/base.css';
import '../ui/ui.css';
import { createRoot } from 'react-dom/client';
import { factsStore } from '../store';
import { embeddedSession } from './embedded-session';
import { pageApi } from './page-api';
import { readRecording } from './read-recording';
import { SessionPage } from './session-page';
import { showRecording } from './show-recording';

async function show(root: HTMLElement): Promise<void> {
  Object.defineProperty(window, 'poolscope', { value: pageApi(navigator.clipboard) });
  const recording = await readRecording(embeddedSession(document));
  const { header } = recording;
  document.title = `${header.scenario.name} – Poolscope`;
  const page = createRoot(root);
  // Drawn at once: it fills while the rest is read.
  page.render(<SessionPage header={header} trouble={null} />);
  page.render(<SessionPage header={header} trouble={await showRecording(factsStore, recording)} />);
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
show(root).catch((error: unknown) => {
  root.textContent = error instanceof Error ? error.message : String(error);
});
