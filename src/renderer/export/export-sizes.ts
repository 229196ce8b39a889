/** The sizes that the dialog offers, in CSS pixels. */
import type { ExportForm } from './export-store';

export interface PictureSize {
  readonly width: number;
  /** null: as high as all lanes together. */
  readonly height: number | null;
}

const FIXED = [
  { value: '1280x720', text: '1280 × 720', width: 1280, height: 720 },
  { value: '1920x1080', text: '1920 × 1080', width: 1920, height: 1080 },
] as const;

/** Of the form's extent: a range of the whole run has no size in the window. */
export function sizeChoices({ extent }: Pick<ExportForm, 'extent'>, isVideo: boolean) {
  const own =
    extent === 'seen'
      ? [{ value: 'window', text: 'As in the window' }]
      : isVideo
        ? []
        : [{ value: 'lanes', text: '1280 wide, as high as the lanes need' }];
  return [...own, ...FIXED.map(({ value, text }) => ({ value, text })), { value: 'custom', text: 'Custom' }];
}

/** @param inWindow size of the picture that shows the timeline as large as the window does */
export function chosenSize(
  form: ExportForm,
  inWindow: PictureSize,
): { width: number | string; height: number | string | null } {
  const fixed = FIXED.find(({ value }) => value === form.size);
  if (fixed !== undefined) return { width: fixed.width, height: fixed.height };
  if (form.size === 'window') return inWindow;
  if (form.size === 'lanes') return { width: 1280, height: null };
  return { width: numberOf(form.width), height: form.height.trim() === '' ? null : numberOf(form.height) };
}

/** What is no number is left as it was typed: the schema says what was expected. */
export function numberOf(text: string): number | string {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
