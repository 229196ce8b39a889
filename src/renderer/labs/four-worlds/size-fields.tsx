/** Sizes of each kind of work that is chosen. They are seldom changed, so they are folded away. */
import { useState } from 'react';
import type { FourWorldsControls } from '../../store/four-worlds';
import { Fold } from '../../ui/fold';
import { NumberField } from './number-field';
import { NUMBER_FIELDS } from './world-words';

interface SizeFieldsProps {
  readonly typed: FourWorldsControls;
  /** Name of the control that is wrong; null: none is. */
  readonly wrong: string | null;
}

export function SizeFields({ typed, wrong }: SizeFieldsProps) {
  const [open, setOpen] = useState(false);
  const sizes = NUMBER_FIELDS.filter(({ of }) => of !== null && typed.works.includes(of));
  // What is wrong must be seen, and the field must not vanish under the hands that mend it.
  if (!open && sizes.some(({ field }) => field === wrong)) setOpen(true);
  if (sizes.length === 0) return null;
  return (
    <Fold title="Sizes" summary="" className="worlds-sizes" open={open} onOpenChange={setOpen}>
      {sizes.map((size) => (
        <NumberField key={size.field} {...size} typed={typed} />
      ))}
    </Fold>
  );
}
