/** Which pickle, and which phase it is drawn against. */
import { useId } from 'react';
import { useStore } from 'zustand';
import { Select } from '../../../ui/select';
import { chartStore, type SizeChoice } from './chart-store';
import { AGAINST, SIZE_OF } from './size-choice';

export function SizeControls() {
  const size = useStore(chartStore, (view) => view.size);
  const id = useId();
  const set = (change: Partial<SizeChoice>): void => chartStore.setState({ size: { ...size, ...change } });
  return (
    <span className="chart-selects">
      <label htmlFor={`${id}of`} className="visually-hidden">
        Size of
      </label>
      <Select
        id={`${id}of`}
        value={size.of}
        choices={SIZE_OF.map((value) => ({ value, text: value }))}
        onChange={(value) => set({ of: value as SizeChoice['of'] })}
      />
      <label htmlFor={`${id}against`}>against</label>
      <Select
        id={`${id}against`}
        value={size.against}
        choices={AGAINST.map((value) => ({ value, text: value }))}
        onChange={(value) => set({ against: value as SizeChoice['against'] })}
      />
    </span>
  );
}
