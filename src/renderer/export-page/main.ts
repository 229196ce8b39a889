/** Entry of the hidden page that draws exports: takes a run in, makes a file of it, and is gone. */
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '../styles/tokens.css';
import { ask } from '../actions/ask';
import { createFactsStore } from '../store/facts';
import { ExportSink } from './export-sink';
import { loadFonts } from './load-fonts';
import { receiveRun } from './receive-run';
import { writers } from './writers';

async function make(): Promise<string | null> {
  const facts = createFactsStore();
  const received = receiveRun(facts, (listener) => window.poolscope.onEvent(listener));
  const { options } = await ask('export-page:job', undefined);
  await received;
  const { started } = facts.getState();
  const { notes = [], chapters = [] } = started?.annotations ?? {};
  const texts = [...notes, ...(options.seen?.notes ?? [])].map(({ text }) => text);
  const captions = chapters.flatMap(({ title, caption }) => [title, caption]);
  await loadFonts(document.fonts, [started?.title ?? '', ...texts, ...captions]);
  const sink = new ExportSink();
  await writers[options.format](facts, options, sink);
  await sink.flush();
  return sink.noted;
}

make().then(
  (note) => ask('export-page:end', { trouble: null, note }),
  (error: unknown) => {
    const trouble = error instanceof Error ? error.message : String(error);
    return ask('export-page:end', { trouble: trouble.slice(0, 1000), note: null });
  },
);
