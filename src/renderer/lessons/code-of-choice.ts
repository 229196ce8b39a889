/**
 * Code in which only some lines run, by a choice of the learner: a mark `#@map call` at the end of a line counts as
 * `#: call` where `map` is chosen, and as nothing elsewhere. Several choices have commas between them.
 */
import type { LessonCode } from './lesson';

const MARK = /\s*(#|\/\/)@(\S+)((?: [a-z]+)+)$/;

export function codeOfChoice({ python, here }: LessonCode, choice: string): LessonCode {
  return { python: chosenLines(python, choice), here: chosenLines(here, choice) };
}

const chosenLines = (source: string, choice: string): string =>
  source
    .split('\n')
    .map((line) =>
      line.replace(MARK, (_, comment: string, wanted: string, moments: string) =>
        wanted.split(',').includes(choice) ? `  ${comment}:${moments}` : '',
      ),
    )
    .join('\n');
