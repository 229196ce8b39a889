/** The field itself: what is typed is searched for at once. Below it stand what is not understood, and what may come next. */
import { Search } from 'lucide-react';
import { type KeyboardEvent, type SyntheticEvent, useId, useState } from 'react';
import { useStore } from 'zustand';
import { filterStore } from '../store/filter';
import { leaveSearch, SEARCH_INPUT } from './focus-search';
import { recentSearches } from './recent-searches';
import { stepMatch } from './step-match';
import { useHint } from './use-hint';
import { type Suggestion, useSuggestions } from './use-suggestions';

const NONE = -1;

export function SearchField() {
  const { text, problem } = useStore(filterStore);
  const hint = useHint();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(NONE);
  const [open, setOpen] = useState(false);
  const id = useId();
  const suggestions = useSuggestions(text, caret);
  const shown = open && suggestions.length > 0;

  function change(next: string, at: number): void {
    filterStore.setText(next);
    setCaret(at);
    setActive(NONE);
    setOpen(true);
  }

  function choose({ from, to, text: insert }: Suggestion): void {
    const next = text.slice(0, from) + insert + text.slice(to);
    change(next, from + insert.length);
    const input = document.getElementById(SEARCH_INPUT);
    // The caret is set when the new text stands in the field.
    requestAnimationFrame(() => {
      if (input instanceof HTMLInputElement) input.setSelectionRange(from + insert.length, from + insert.length);
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const chosen = shown ? suggestions[active] : undefined;
    const count = suggestions.length;
    if (event.key === 'ArrowDown' && count > 0) {
      setOpen(true);
      setActive(shown ? (active + 1) % count : 0);
    } else if (event.key === 'ArrowUp' && shown) setActive((Math.max(active, 0) - 1 + count) % count);
    else if (event.key === 'Enter' && chosen !== undefined) choose(chosen);
    else if (event.key === 'Tab' && chosen !== undefined) choose(chosen);
    else if (event.key === 'Enter') {
      setOpen(false);
      recentSearches.add(text);
      stepMatch(event.shiftKey ? 'previous' : 'next');
    } else if (event.key === 'Escape' && text !== '') change('', 0);
    else if (event.key === 'Escape') leaveSearch();
    else return;
    event.preventDefault();
  }

  const follow = (event: SyntheticEvent<HTMLInputElement>): void =>
    setCaret(event.currentTarget.selectionStart ?? text.length);

  return (
    <div className="search-field" data-invalid={problem !== null}>
      <Search size={16} strokeWidth={1.75} aria-hidden="true" className="search-icon" />
      <input
        id={SEARCH_INPUT}
        className="search-input"
        type="text"
        role="combobox"
        aria-label="Search tasks"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active !== NONE ? `${id}-${active}` : undefined}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        placeholder="Search tasks"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.currentTarget.value, event.currentTarget.selectionStart ?? 0)}
        onSelect={follow}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          if (problem === null) recentSearches.add(text);
        }}
      />
      {text === '' && (
        <span aria-hidden="true">
          <kbd>/</kbd>
        </span>
      )}
      <div className="search-below">
        <p
          id={`${id}-problem`}
          className={problem === null ? 'search-problem search-hint' : 'search-problem'}
          aria-live="polite"
          data-testid="search-problem"
        >
          {problem ?? hint}
        </p>
        <div id={`${id}-list`} className="search-options" role="listbox" aria-label="Suggestions" hidden={!shown}>
          {suggestions.map((suggestion, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its keys choose
            <div
              key={suggestion.text}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(suggestion)}
            >
              <code>{suggestion.text.trim()}</code>
              <span>{suggestion.note}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
