/** The choices of the dialog. What a format has no use for is not there. */
import { useStore } from 'zustand';
import { defaultFps } from '../../shared/video/video-options';
import { viewStore } from '../store';
import { ChoiceRow, NumberRow, SwitchRow } from './export-field';
import { FORMATS, isData, isFilmed } from './export-formats';
import { sizeChoices } from './export-sizes';
import { changeForm, type ExportForm, type ExtentChoice, exportStore } from './export-store';

type Errors = Readonly<Record<string, string>>;
const set = (change: Partial<ExportForm>): void => changeForm(exportStore, change);

interface FieldsProps {
  readonly errors: Errors;
  /** An export is under way. */
  readonly disabled: boolean;
}

export function ExportFields({ errors, disabled }: FieldsProps) {
  const form = useStore(exportStore, (state) => state.form);
  return (
    <div className="export-fields">
      <ChoiceRow
        label="Format"
        value={form.format}
        choices={FORMATS}
        disabled={disabled}
        onChange={(format) => set({ format: FORMATS.find(({ value }) => value === format)?.value ?? 'png' })}
      />
      {!isData(form.format) && <PictureFields form={form} errors={errors} disabled={disabled} />}
      {isFilmed(form.format) && <VideoFields form={form} errors={errors} disabled={disabled} />}
      {!isData(form.format) && <Parts form={form} disabled={disabled} />}
    </div>
  );
}

interface Props extends FieldsProps {
  readonly form: ExportForm;
}

const EXTENT_WORDS: Readonly<Record<ExtentChoice, { readonly text: string; readonly note: string }>> = {
  seen: { text: 'As seen', note: 'The stretch, lanes and marks that the window shows' },
  full: { text: 'In full', note: 'The whole run, with every lane' },
  range: { text: 'The selected range', note: 'That stretch of time, with every lane' },
};

function PictureFields({ form, errors, disabled }: Props) {
  const hasRange = useStore(viewStore, ({ range }) => range !== null);
  const extents: readonly ExtentChoice[] = hasRange ? ['seen', 'full', 'range'] : ['seen', 'full'];
  return (
    <>
      <ChoiceRow
        label="What"
        value={extents.includes(form.extent) ? form.extent : 'full'}
        choices={extents.map((value) => ({ value, ...EXTENT_WORDS[value] }))}
        disabled={disabled}
        onChange={(extent) => set({ extent: extents.find((each) => each === extent) ?? 'full' })}
      />
      <ChoiceRow
        label="Size"
        value={form.size}
        choices={sizeChoices(form, isFilmed(form.format))}
        disabled={disabled}
        onChange={(size) => set({ size })}
        error={form.size === 'custom' ? undefined : (errors.width ?? errors.height)}
      />
      {form.size === 'custom' && (
        <>
          <NumberRow
            label="Width"
            value={form.width}
            error={errors.width}
            disabled={disabled}
            onChange={(width) => set({ width })}
          />
          <NumberRow
            label="Height"
            value={form.height}
            placeholder="as high as the lanes need"
            error={errors.height}
            disabled={disabled}
            onChange={(height) => set({ height })}
          />
        </>
      )}
      {form.format !== 'svg' && (
        <ChoiceRow
          label="Resolution"
          value={form.scale}
          choices={SCALES}
          disabled={disabled}
          error={errors.scale}
          onChange={(scale) => set({ scale })}
        />
      )}
      <ChoiceRow
        label="Theme"
        value={form.theme}
        choices={THEMES}
        disabled={disabled}
        onChange={(theme) => set({ theme: theme === 'dark' ? 'dark' : 'light' })}
      />
    </>
  );
}

const THEMES = [
  { value: 'light', text: 'Light' },
  { value: 'dark', text: 'Dark' },
];
const SCALES = [
  { value: '1', text: '1×' },
  { value: '2', text: '2×', note: 'Twice as many pixels each way; for print and sharp screens' },
  { value: '3', text: '3×' },
];

function VideoFields({ form, errors, disabled }: Props) {
  return (
    <>
      <NumberRow
        label="Seconds"
        value={form.seconds}
        hint={form.speed.trim() === '' ? 'The run is slowed down or sped up to last as long' : 'Follows from the speed'}
        error={errors.seconds}
        disabled={disabled || form.speed.trim() !== ''}
        onChange={(seconds) => set({ seconds })}
      />
      <NumberRow
        label="Speed"
        value={form.speed}
        placeholder="as the seconds say"
        hint="1 is as it was, 0.1 ten times slower"
        error={errors.speed}
        disabled={disabled}
        onChange={(speed) => set({ speed })}
      />
      <NumberRow
        label="Frames a second"
        value={form.fps}
        placeholder={String(isData(form.format) ? '' : defaultFps(form.format))}
        error={errors.fps}
        disabled={disabled}
        onChange={(fps) => set({ fps })}
      />
    </>
  );
}

function Parts({ form, disabled }: { readonly form: ExportForm; readonly disabled: boolean }) {
  return (
    <fieldset className="export-parts">
      <legend className="visually-hidden">Parts of the picture</legend>
      <SwitchRow label="Title" on={form.title} disabled={disabled} set={(title) => set({ title })} />
      <SwitchRow label="Legend" on={form.legend} disabled={disabled} set={(legend) => set({ legend })} />
      {isFilmed(form.format) && (
        <>
          <SwitchRow label="Captions" on={form.captions} disabled={disabled} set={(captions) => set({ captions })} />
          <SwitchRow
            label="Title card"
            on={form.titleCard}
            disabled={disabled}
            set={(titleCard) => set({ titleCard })}
          />
        </>
      )}
    </fieldset>
  );
}
