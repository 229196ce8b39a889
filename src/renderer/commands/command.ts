/** What a command is. Lists of them stand beside this file, one a subject; registry.ts puts them together. */
import type { Actions } from '../actions/actions';

export interface Command {
  readonly id: string;
  /** What it does, as a person would ask for it. */
  readonly text: string;
  /** As `chord` writes them; the first one is shown. May be empty: then only the palette has it. */
  readonly chords: readonly string[];
  readonly group:
    | 'Run'
    | 'Scenario'
    | 'Timeline'
    | 'Replay'
    | 'View'
    | 'Search'
    | 'Chapters'
    | 'Lessons'
    | 'Labs'
    | 'Workshops'
    | 'Help';
  /** Missing: the timeline handles these keys itself, this only explains them. */
  readonly act?: (actions: Actions) => void;
  /** Whether it would do anything now; missing: always. */
  readonly applies?: () => boolean;
}
