/** The dialog that exports the run that is shown. */
import { Dialog as Radix } from 'radix-ui';
import { useStore } from 'zustand';
import type { ExportNews } from '../../shared/window-export';
import { runExtent } from '../derive/run-extent';
import { chaptersStore, factsStore } from '../store';
import { Button } from '../ui/button';
import { useReturnFocus } from '../ui/return-focus';
import { dataWords } from './data-words';
import { beginExport, cancelExport, showExport } from './export-actions';
import { ExportFields } from './export-fields';
import { isData } from './export-formats';
import { checkForm } from './export-request';
import { exportStore, isGoing } from './export-store';
import { type RunWords, sizeWords } from './size-words';
import { whatIsShown } from './what-is-shown';
import './export.css';

export function ExportDialog() {
  const shown = useStore(exportStore, (state) => state.shown);
  const focus = useReturnFocus();
  return (
    <Radix.Root open={shown} onOpenChange={showExport}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content className="dialog export-dialog" {...focus}>
          <Contents />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Contents() {
  const { form, news, refusal } = useStore(exportStore);
  const title = useStore(factsStore, ({ started }) => started?.title ?? '');
  const going = isGoing({ news });
  const checked = isData(form.format) ? null : checkForm(form, whatIsShown(form));
  const errors = checked !== null && 'errors' in checked ? checked.errors : {};
  const trouble = refusal ?? (news?.state === 'failed' ? news.message : null);
  const words = isData(form.format)
    ? dataWords(form.format, factsStore.getState())
    : checked !== null && 'options' in checked
      ? sizeWords(checked.options, runWords())
      : NO_WORDS;
  const wrong = Object.keys(errors).length > 0 || words.trouble;
  return (
    <>
      <Radix.Title className="dialog-title">Export</Radix.Title>
      <Radix.Description className="dialog-text">{title}</Radix.Description>
      <ExportFields errors={errors} disabled={going} />
      <p className={words.trouble ? 'export-size field-error' : 'export-size'} data-testid="export-size">
        {words.text}
      </p>
      {trouble !== null && (
        <p role="alert" className="field-error">
          {trouble}
        </p>
      )}
      {going && news !== null && <Going news={news} />}
      <div className="dialog-actions">
        {going ? (
          <Button onClick={cancelExport}>Cancel export</Button>
        ) : (
          <Button onClick={() => showExport(false)}>Close</Button>
        )}
        {form.format === 'png' && (
          <Button onClick={() => beginExport('clipboard')} disabled={going || wrong}>
            Copy picture
          </Button>
        )}
        <Button look="primary" onClick={() => beginExport('file')} disabled={going || wrong}>
          Export …
        </Button>
      </div>
    </>
  );
}

const NO_WORDS = { text: '', trouble: false };

function runWords(): RunWords {
  return { ...runExtent(factsStore.getState()), chapters: chaptersStore.getState().chapters };
}

function Going({ news: { share, path, detail } }: { readonly news: ExportNews }) {
  const percent = Math.floor(share * 100);
  return (
    <div className="export-going">
      <progress max={100} value={percent} aria-label="Progress of the export" />
      <span>
        {percent} % {path === null ? 'to the clipboard' : `of ${path}`}
        {detail !== '' && `: ${detail}`}
      </span>
    </div>
  );
}
