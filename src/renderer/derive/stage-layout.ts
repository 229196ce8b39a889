/** How the window is laid out while a lab is open: which parts stand beside it, and which sizes hold. */

export interface StageNeeds {
  /** The lab that is open; null: the timeline is shown. */
  readonly lab: { readonly runsForm: boolean } | null;
  readonly inLesson: boolean;
  /** A step of a workshop has a text for the audience. */
  readonly inStepText: boolean;
  /** Presenter mode says itself what is beside what is shown. */
  readonly presenting: boolean;
  /** What was asked for; null: nothing was. */
  readonly folded: boolean | null;
}

export interface StageLayout {
  /** The left column is there. */
  readonly left: boolean;
  /** The form stands in it, unless a lesson does. */
  readonly form: boolean;
  /** Of the panels below only the tabs are seen. */
  readonly folded: boolean;
  /** Under which name the widths of the columns are kept; null: they are not, as one is left out. */
  readonly columns: 'columns' | null;
  /** A lab has heights of its own. */
  readonly rows: 'rows' | 'lab-rows' | null;
}

export function stageLayout({ lab, inLesson, inStepText, presenting, folded: asked }: StageNeeds): StageLayout {
  if (presenting) return { left: true, form: true, folded: false, columns: null, rows: null };
  const form = lab === null || lab.runsForm;
  const left = form || inLesson || inStepText;
  // A lesson's code too: its own run brings the timeline back, and the code with it.
  const folded = lab !== null && (asked ?? true);
  return {
    left,
    form,
    folded,
    columns: left ? 'columns' : null,
    rows: folded ? null : lab === null ? 'rows' : 'lab-rows',
  };
}
