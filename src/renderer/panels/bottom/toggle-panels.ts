/** Folds the panels below a lab to their tabs, or shows them again. */
import { layoutNow } from '../../labs/use-stage-layout';
import { panelStore } from '../../store/panel-choice';

export function togglePanels(): void {
  const folded = !layoutNow().folded;
  // What is folded away must not take the focus with it.
  if (folded && document.activeElement?.closest('.bottom-content') != null) {
    document.querySelector<HTMLElement>('.bottom-tab[data-state="active"]')?.focus();
  }
  panelStore.setState({ folded });
}
