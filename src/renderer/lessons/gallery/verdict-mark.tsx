/** What became of a value, as a sign: shapes differ as well as colours. */
import { Check, Hourglass, TriangleAlert, X } from 'lucide-react';
import { VERDICT_WORDS, type Verdict } from './verdict';

const SIGNS = { kept: Check, changed: TriangleAlert, refused: X, 'no-answer': Hourglass } as const;

/** @param verdict null: not known yet */
export function VerdictMark({ verdict, where }: { readonly verdict: Verdict | null; readonly where: string }) {
  if (verdict === null) return <span className="gallery-mark" />;
  const Sign = SIGNS[verdict];
  return (
    <span className="gallery-mark" data-verdict={verdict}>
      <Sign size={16} aria-hidden />
      <span className="visually-hidden">
        , {where} {VERDICT_WORDS[verdict]}
      </span>
    </span>
  );
}
