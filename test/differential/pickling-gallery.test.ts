import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { GalleryOutcome, GalleryPair } from '../../src/shared/gallery';
import { python, runPython } from './run-python';

interface Entry extends GalleryPair {
  readonly name: string;
  readonly setup: string;
  readonly value: string;
}

const recorded = JSON.parse(readFileSync('resources/lessons/pickling-gallery.json', 'utf8')) as {
  python: string;
  platform: string;
  entries: Entry[];
};
const minor = (version: string): string => version.split('.').slice(0, 2).join('.');

/** Words change from one Python to the next; what kind of error it is hardly ever does. */
const kindOf = (outcome: GalleryOutcome): string =>
  outcome.outcome === 'refused' ? `refused: ${outcome.name}` : outcome.outcome;

/** A lambda became an AttributeError's and a PicklingError's in turn: both say that it has no name to be found by. */
const alike = (kind: string): string => kind.replace('AttributeError', 'PicklingError');

describe.skipIf(python === undefined)('the gallery on this machine’s Python (skipped without python3)', () => {
  it('is what Python says: word for word where it is the same version, by the kind of error otherwise', () => {
    const given = recorded.entries.map(({ name, setup, value }) => ({ name, setup, value }));
    const now = runPython('pickling_gallery.py', given) as {
      version: string;
      platform: string;
      outcomes: Record<string, GalleryPair>;
    };
    const same = minor(now.version) === minor(recorded.python) && now.platform === recorded.platform;
    for (const { name, argument, result } of recorded.entries) {
      const found = now.outcomes[name];
      if (found === undefined) throw new Error(`Python did not try ${name}`);
      if (same) expect({ name, ...found }).toEqual({ name, argument, result });
      else {
        expect({ name, kind: alike(kindOf(found.argument)) }).toEqual({ name, kind: alike(kindOf(argument)) });
        expect({ name, kind: alike(kindOf(found.result)) }).toEqual({ name, kind: alike(kindOf(result)) });
      }
    }
  }, 120_000);
});
