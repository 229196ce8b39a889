/** One value of the gallery: its code and what came of it, here and in Python, and what to do instead. */
import source from '../../../../resources/lessons/pickling-gallery.mjs?raw';
import type { GalleryOutcome, GalleryPair } from '../../../shared/gallery';
import type { GalleryEntry } from './entries';
import { galleryCode, type ValueCode } from './gallery-code';
import { pythonEntries, pythonVersion } from './python-gallery';
import { VERDICT_WORDS, verdictOf } from './verdict';
import { VerdictMark } from './verdict-mark';

const codes = galleryCode(source);
const NO_CODE: ValueCode = { setup: '', value: '' };

interface GalleryValueProps {
  readonly entry: GalleryEntry;
  /** null: it has not been sent yet. */
  readonly here: GalleryPair | null;
}

export function GalleryValue({ entry: { name, title, kind, instead }, here }: GalleryValueProps) {
  const python = pythonEntries.get(name);
  const code = codes.get(name) ?? NO_CODE;
  const pythonCode = python ?? NO_CODE;
  return (
    <>
      <h3 className="gallery-title">
        {title} <span className="gallery-kind">{kind}</span>
      </h3>
      <div className="gallery-sides">
        <Side title="Here, just now" code={code} pair={here} />
        <Side title={`Python ${pythonVersion}`} code={pythonCode} pair={python ?? null} />
      </div>
      <p className="gallery-instead">
        <strong>Instead.</strong> {instead}
      </p>
      <div className="gallery-sides">
        <Setup title="What it is made of, here" text={code.setup} />
        <Setup title="In Python" text={pythonCode.setup} />
      </div>
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly code: ValueCode;
  readonly pair: GalleryPair | null;
}

function Side({ title, code, pair }: SideProps) {
  return (
    <section className="gallery-side" aria-label={title}>
      <h4 className="gallery-side-title">{title}</h4>
      <pre className="gallery-code gallery-expression">
        <code>{code.value}</code>
      </pre>
      {pair !== null && (
        <dl className="gallery-outcomes">
          {wordsOf(pair.argument) === wordsOf(pair.result) ? (
            <Outcome label="As an argument, and as a result" outcome={pair.argument} />
          ) : (
            <>
              <Outcome label="As an argument" outcome={pair.argument} />
              <Outcome label="As a result" outcome={pair.result} />
            </>
          )}
        </dl>
      )}
    </section>
  );
}

/** Imports and definitions before the value: what they say is known without reading them. */
function Setup({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return <div />;
  return (
    <section className="gallery-side" aria-label={title}>
      <h4 className="gallery-side-title">{title}</h4>
      <pre className="gallery-code">
        <code>{text}</code>
      </pre>
    </section>
  );
}

function Outcome({ label, outcome }: { readonly label: string; readonly outcome: GalleryOutcome }) {
  const verdict = verdictOf(outcome);
  return (
    <>
      <dt className="gallery-outcome">
        {label}:
        <VerdictMark verdict={verdict} where="" />
        <span aria-hidden>{VERDICT_WORDS[verdict]}</span>
      </dt>
      <dd className="gallery-words">{wordsOf(outcome)}</dd>
    </>
  );
}

function wordsOf(outcome: GalleryOutcome): string {
  switch (outcome.outcome) {
    case 'refused':
      return `${outcome.name}: ${outcome.message}`;
    case 'crossed':
      return outcome.was === outcome.became ? outcome.became : `${outcome.was} became ${outcome.became}`;
    case 'no-answer':
      return 'The worker died over it. The pool starts another one, and the caller waits for ever.';
  }
}
