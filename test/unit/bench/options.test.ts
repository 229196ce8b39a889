import { CommanderError } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseOptions } from '../../../bench/options';

const said: string[] = [];

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => void said.splice(0));

const parse = (...args: string[]) => parseOptions(args, ['call', 'boot']);

it('without options every row is measured, nine rounds each', () => {
  expect(parse()).toEqual({ only: undefined, runs: 9 });
});

it('takes one row and the number of rounds', () => {
  expect(parse('--only=boot', '--runs=3')).toEqual({ only: 'boot', runs: 3 });
});

it.each([['--only=lunch'], ['--runs=0'], ['--runs=many'], ['--fast']])('refuses %s in a sentence', (...args) => {
  expect(() => parse(...args)).toThrow(CommanderError);
  expect(said.join('')).toMatch(/^error: .+/);
});
