/** A prediction that is a curve, or bars: drawn by the pointer or by keys, and what runs measured laid over it. */
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { askAgain } from '../../actions/lessons';
import { lessonStore } from '../../store/lesson';
import { Button } from '../../ui/button';
import type { DrawnPrediction } from '../lesson';
import { drawnCount, isWhole, nothingDrawn } from './draw';
import { DrawnPlot } from './drawn-plot';
import { gapRows, verdict } from './gap';
import { GapTable } from './gap-table';
import './drawn.css';

interface DrawnAnswerProps {
  readonly prediction: DrawnPrediction;
  readonly howToKnow: ReactNode;
}

export function DrawnAnswer({ prediction, howToKnow }: DrawnAnswerProps) {
  const stored = useStore(lessonStore, (state) => state.answer);
  const answer = stored?.kind === 'drawn' ? stored : null;
  const count = prediction.x.values.length;
  const said = answer?.said ?? nothingDrawn(count);
  const truth = answer?.truth ?? nothingDrawn(count);
  const rows = gapRows(prediction, said, truth);
  return (
    <>
      <DrawnPlot prediction={prediction} said={said} truth={truth} />
      <div role="status" className="lesson-because">
        {answer !== null && rows.length > 0 && (
          <p>
            <strong>{verdict(rows)}</strong> {answer.because}
          </p>
        )}
      </div>
      {rows.length > 0 && <GapTable prediction={prediction} rows={rows} />}
      {!isWhole(said) && <p className="lesson-hint">{stillToDraw(drawnCount(said), prediction.x)}</p>}
      {isWhole(said) && rows.length === 0 && howToKnow}
      {rows.length > 0 && rows.length < count && (
        <p className="lesson-hint">
          {rows.length} of {count} {nounOf(prediction.x)} are measured. Runs with other choices fill the picture up.
        </p>
      )}
      {drawnCount(said) > 0 && (
        <Button onClick={askAgain}>
          <RotateCcw size={16} aria-hidden />
          Draw again
        </Button>
      )}
    </>
  );
}

type Across = DrawnPrediction['x'];

const nounOf = ({ named }: Across): string => (named === true ? 'bars' : 'points');

function stillToDraw(drawn: number, across: Across): string {
  const noun = nounOf(across);
  if (drawn > 0) return `${drawn} of ${across.values.length} ${noun} are drawn. Draw the others too.`;
  return across.named === true
    ? 'Draw a bar above each name, or Tab to the bars and move each with the arrow keys.'
    : 'Draw a line across the picture, or Tab to its points and move each with the arrow keys.';
}
