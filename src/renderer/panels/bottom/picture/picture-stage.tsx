/** The canvas of a picture, as large as the panel allows, and over it the tile that is selected. */
import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useRef } from 'react';
import { selectTask } from '../select-row';
import { moveTile } from './move-tile';
import type { Picture } from './picture';
import { type TileGrid, tileAt } from './tile-grid';

/** With more tiles a side the placeholder's lines would be all there is to see. */
const MOST_LINES = 64;

export function PictureStage({ picture, selectedTile }: { picture: Picture; selectedTile: number | undefined }) {
  const { grid, canvas, painted } = picture;
  const host = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => host.current?.replaceChildren(canvas), [canvas]);

  function select(tile: number | undefined): void {
    const task = tile === undefined ? undefined : grid.taskOf(tile);
    if (task !== undefined) selectTask(task);
  }
  function onClick(event: MouseEvent<HTMLElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    select(tileAt(grid, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const next = moveTile(event.key, selectedTile, grid);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    select(next);
  }

  const lined = Math.max(grid.columns, grid.rows) <= MOST_LINES;
  return (
    <div className="bottom-stage">
      <div
        className="bottom-frame"
        data-lined={lined}
        style={{
          aspectRatio: `${grid.columns} / ${grid.rows}`,
          width: `min(100cqw, ${(100 * grid.columns) / grid.rows}cqh)`,
          backgroundSize: `${100 / grid.columns}% ${100 / grid.rows}%`,
        }}
      >
        <div
          ref={host}
          className="bottom-canvas"
          role="img"
          aria-label={`Mandelbrot picture: ${painted} of ${grid.tiles} tiles computed`}
          data-testid="picture"
        />
        <div
          className="bottom-tiles"
          role="listbox"
          tabIndex={0}
          aria-label="Tiles"
          aria-activedescendant={`${id}-tile`}
          data-testid="picture-tiles"
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          <TileOutline id={`${id}-tile`} grid={grid} tile={selectedTile} />
        </div>
      </div>
    </div>
  );
}

/** The one tile that can be active at a time; before any is, the first stands for it unseen. */
function TileOutline({ id, grid, tile }: { id: string; grid: TileGrid; tile: number | undefined }) {
  const shown = tile ?? 0;
  const column = shown % grid.columns;
  const row = Math.floor(shown / grid.columns);
  return (
    <div
      id={id}
      className="bottom-tile"
      role="option"
      tabIndex={-1}
      aria-selected={tile !== undefined}
      aria-label={`Tile in column ${column + 1}, row ${row + 1}`}
      style={{
        left: `${(100 * column) / grid.columns}%`,
        top: `${(100 * row) / grid.rows}%`,
        width: `${100 / grid.columns}%`,
        height: `${100 / grid.rows}%`,
      }}
    />
  );
}
