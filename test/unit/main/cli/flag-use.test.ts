import { describe, expect, test } from 'vitest';
import type { ExportFlags, ExportFormat } from '../../../../src/main/cli/export-formats';
import { misusedFlag } from '../../../../src/main/cli/flag-use';

/** What the command line gives where nothing is said. */
const NOTHING = { out: 'a', captions: true, title: true, legend: true };
const misused = (format: ExportFormat, flags: Partial<ExportFlags>) =>
  misusedFlag(format, { ...NOTHING, format, ...flags });

describe('options on the command line', () => {
  test.each<[ExportFormat, Partial<ExportFlags>, string]>([
    ['csv', { theme: 'red' }, '--theme: only png, svg, webm, mp4, gif have a use for it, and the format is csv'],
    ['html', { title: false }, '--no-title: only png, svg, webm, mp4, gif have a use for it, and the format is html'],
    ['trace', { width: '640' }, '--width: only png, svg, webm, mp4, gif have a use for it, and the format is trace'],
    ['png', { fps: '30' }, '--fps: only webm, mp4, gif have a use for it, and the format is png'],
    ['svg', { titleCard: true }, '--title-card: only webm, mp4, gif have a use for it, and the format is svg'],
    ['svg', { scale: '2' }, '--scale: only png, webm, mp4, gif have a use for it, and the format is svg'],
    ['webm', { at: '3ms' }, '--at: only png, svg have a use for it, and the format is webm'],
    ['mp4', { seconds: '5', speed: '1' }, '--speed: expected either a speed or --seconds, one follows from the other'],
  ])('that would change nothing are refused: %s with %j', (format, flags, sentence) => {
    expect(misused(format, flags)).toBe(sentence);
  });

  test.each<[ExportFormat, Partial<ExportFlags>]>([
    ['csv', {}],
    ['html', {}],
    ['png', { scale: '2', at: '5ms', captions: false, groupBy: 'slot' }],
    ['svg', { width: '640', legend: false }],
    ['gif', { fps: '10', seconds: '3', titleCard: true, colourBy: 'chunk' }],
  ])('that change something are taken: %s with %j', (format, flags) => {
    expect(misused(format, flags)).toBeNull();
  });
});
