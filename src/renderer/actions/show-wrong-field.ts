/** Answers someone who wants to run or save what is not valid: leads to the field, or says what is wrong with it. */
import { toast } from 'sonner';
import type { DraftState } from '../store/draft';

export function showWrongField({ errors }: DraftState): void {
  const field = document.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled)');
  if (field !== null) {
    // Its sentence stands below it and is read out with it.
    field.focus();
    return;
  }
  const [first] = Object.entries(errors);
  if (first !== undefined) toast.error(`${first[0]}: ${first[1]}`);
}
