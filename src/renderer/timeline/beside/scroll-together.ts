/** Scrolls two timelines in step while that is wanted. */
import { compareStore } from '../../store/compare';

/** @returns a function that ends it */
export function scrollTogether(one: HTMLElement, other: HTMLElement): () => void {
  /** Where each was put by the other: that is no wish of the person's. */
  const put = new Map<HTMLElement, number>();
  const follow = (from: HTMLElement, to: HTMLElement) => (): void => {
    const own = put.get(from) !== from.scrollTop;
    put.delete(from);
    if (!own || !compareStore.getState().scrollTogether) return;
    to.scrollTop = from.scrollTop;
    put.set(to, to.scrollTop);
  };
  const [onOne, onOther] = [follow(one, other), follow(other, one)];
  one.addEventListener('scroll', onOne);
  other.addEventListener('scroll', onOther);
  return () => {
    one.removeEventListener('scroll', onOne);
    other.removeEventListener('scroll', onOther);
  };
}
