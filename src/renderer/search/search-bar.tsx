/** The search of the timeline: field, count, ways to the next and the previous match, and help. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useStore } from 'zustand';
import { filterStore } from '../store/filter';
import { IconButton } from '../ui/button';
import { focusSearch } from './focus-search';
import { SearchCount } from './search-count';
import { SearchField } from './search-field';
import { SearchHelp } from './search-help';
import { stepMatch } from './step-match';
import './search.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function SearchBar() {
  const isSet = useStore(filterStore, ({ text }) => text !== '');
  return (
    <search className="search" aria-label="Search tasks">
      <SearchField />
      {isSet && (
        <>
          <SearchCount />
          <IconButton label="Previous match" shortcut="," onClick={() => stepMatch('previous')}>
            <ChevronUp {...ICON} />
          </IconButton>
          <IconButton label="Next match" shortcut="." onClick={() => stepMatch('next')}>
            <ChevronDown {...ICON} />
          </IconButton>
          <IconButton label="Clear the search" shortcut="Escape" onClick={clear}>
            <X {...ICON} />
          </IconButton>
        </>
      )}
      <SearchHelp />
    </search>
  );
}

function clear(): void {
  filterStore.setText('');
  focusSearch();
}
