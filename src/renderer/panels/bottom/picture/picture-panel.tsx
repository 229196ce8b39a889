/** The picture that the tasks of a run compute, growing as they complete; selecting a tile selects its task. */
import { useStore } from 'zustand';
import { formatCount } from '../../../../shared/format';
import { recordingOf } from '../../../derive/is-live';
import { factsStore, viewStore } from '../../../store';
import type { Facts } from '../../../store/facts';
import { useThrottled } from '../../../store/throttled';
import { selectedRow } from '../../../store/view';
import { TruthBadge } from '../../../ui/truth-badge';
import { EmptyState } from '../empty-state';
import type { Picture } from './picture';
import { PictureStage } from './picture-stage';
import { usePicture } from './use-picture';

export function PicturePanel() {
  const facts = useThrottled(factsStore);
  const picture = usePicture(facts);
  if (recordingOf(facts) !== null) {
    return (
      <EmptyState withKey={false}>A recording keeps no results, so there are no tiles to put together.</EmptyState>
    );
  }
  if (picture === null) return <EmptyState>The picture grows here, tile by tile, as tasks complete.</EmptyState>;
  return <PictureWithFacts facts={facts} picture={picture} />;
}

function PictureWithFacts({ facts, picture }: { facts: Facts; picture: Picture }) {
  const { grid, painted } = picture;
  const selectedOne = useStore(viewStore, selectedRow);
  const task = selectedOne === null ? undefined : facts.data.table.columns.task[selectedOne];
  const tile = task === undefined ? undefined : grid.tileOf(task);
  return (
    <div className="bottom-picture">
      <div className="bottom-picture-facts">
        <p>
          <span className="bottom-strong" data-testid="picture-progress">
            {formatCount(painted)} of {formatCount(grid.tiles)} tiles computed
          </span>{' '}
          <TruthBadge method="count" />
        </p>
        <p className="bottom-muted">
          {grid.columns} × {grid.rows} tiles of {grid.tilePx} × {grid.tilePx} pixels, one task each. Tiles appear when
          their task completes, before it is delivered.
        </p>
        <p>
          {tile === undefined
            ? 'Select a tile to find its task on the timeline.'
            : `Selected: task ${task}, column ${(tile % grid.columns) + 1}, row ${Math.floor(tile / grid.columns) + 1}.`}
        </p>
      </div>
      <PictureStage picture={picture} selectedTile={tile} />
    </div>
  );
}
