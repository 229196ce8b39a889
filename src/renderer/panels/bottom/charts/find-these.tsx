/** Offers to find the tasks of the bar that was chosen last: as a search, which the timeline and the table show. */
import { Search } from 'lucide-react';
import { useStore } from 'zustand';
import { filterStore } from '../../../store/filter';
import { Button } from '../../../ui/button';
import { chartStore } from './chart-store';

export function FindThese() {
  const picked = useStore(chartStore, (view) => view.picked);
  if (picked === null) return null;
  return (
    <Button className="chart-find" onClick={() => filterStore.setText(picked.query)}>
      <Search size={12} aria-hidden />
      Find all: {picked.text}
    </Button>
  );
}
