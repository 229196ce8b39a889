/** Whether the choices that a workshop's steps make are those that their lessons have. */
import type { Workshop } from '../../shared/workshop';
import { lessonOf } from '../lessons/registry';

/** @returns a sentence for the first that is not; null: all are */
export function wrongValue({ steps }: Workshop): string | null {
  for (const [index, { lesson, values }] of steps.entries()) {
    if (lesson === undefined) continue;
    const { controls } = lessonOf(lesson);
    for (const [id, value] of Object.entries(values ?? {})) {
      const where = `steps[${index}].values.${id}`;
      const control = controls.find((candidate) => candidate.id === id);
      const known = controls.map((candidate) => candidate.id).join(', ');
      if (control === undefined) return `${where}: ${lesson} has no such control, expected one of ${known}`;
      const choices = control.choices.map((choice) => choice.value);
      if (!choices.includes(value)) return `${where}: expected one of ${choices.join(', ')}, got ${value}`;
    }
  }
  return null;
}
