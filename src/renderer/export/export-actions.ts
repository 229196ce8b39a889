/** What a person can do with exports. */
import { toast } from 'sonner';
import type { ExportNews, ExportRequest } from '../../shared/window-export';
import { ask } from '../actions/ask';
import { factsStore } from '../store';
import { isData } from './export-formats';
import { checkForm } from './export-request';
import { exportStore, isGoing, newForm } from './export-store';
import { whatIsShown } from './what-is-shown';

/** The first time it opens, its theme is that of the window. */
let opened = false;

/** Whether there is a run to export. */
export function canExport(): boolean {
  const { started, ended } = factsStore.getState();
  // Of an experiment nothing is recorded that an export could be made from.
  return started !== null && ended !== null && started.experiment === undefined;
}

export function showExport(shown: boolean): void {
  if (!shown) {
    exportStore.setState({ shown: false });
    return;
  }
  if (!canExport() || exportStore.getState().shown) return;
  const state = exportStore.getState();
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const form = opened ? state.form : newForm(dark ? 'dark' : 'light');
  opened = true;
  exportStore.setState({ shown: true, form, refusal: null, news: isGoing(state) ? state.news : null });
}

export function beginExport(to: 'file' | 'clipboard'): void {
  const request = requestOf(to);
  if (request === null || isGoing(exportStore.getState())) return;
  exportStore.setState({ refusal: null, news: null });
  ask('export:start', request).catch((error: unknown) => {
    exportStore.setState({ refusal: error instanceof Error ? error.message : String(error) });
  });
}

/** null: something in the form is wrong, and is said there. */
function requestOf(to: 'file' | 'clipboard'): ExportRequest | null {
  const runId = factsStore.getState().started?.runId;
  const { form } = exportStore.getState();
  if (runId === undefined) return null;
  if (isData(form.format)) return { kind: 'data', runId, format: form.format };
  const checked = checkForm(form, whatIsShown(form));
  return 'options' in checked ? { kind: 'drawn', runId, options: checked.options, to } : null;
}

export function cancelExport(): void {
  void ask('export:cancel', undefined);
}

/** Takes in how far it is. Where the dialog shows it, it is not told again, but for the end. */
export function takeExportNews(news: ExportNews): void {
  exportStore.setState({ news });
  if (news.state === 'done') {
    exportStore.setState({ shown: false });
    tellDone(news);
  } else if (news.state === 'cancelled') toast('Export cancelled; nothing was written.');
  else if (news.state === 'failed' && !exportStore.getState().shown) {
    toast(news.message ?? 'The export failed.', { duration: 20_000, closeButton: true });
  }
}

function tellDone({ path, message }: ExportNews): void {
  const note = message === null ? {} : { description: message, duration: 20_000 };
  if (path === null) toast('The picture is on the clipboard.', note);
  else {
    const action = { label: 'Show in folder', onClick: () => void ask('export:show', undefined) };
    toast(`Saved as ${path}`, { action, closeButton: true, ...note });
  }
}
