import { expect, it } from 'vitest';
import { fileName, withEnding } from '../../../src/main/file-name';

it('a title becomes a name that every file system takes', () => {
  expect(fileName('What pickling: costs/2', 'run')).toBe('what-pickling-costs-2');
  expect(fileName('???', 'run')).toBe('run');
});

it('a path without an ending gets one, another is left as the person wrote it', () => {
  expect(withEnding('/a.b/race', 'csv')).toBe('/a.b/race.csv');
  expect(withEnding('/a/race.txt', 'csv')).toBe('/a/race.txt');
});
