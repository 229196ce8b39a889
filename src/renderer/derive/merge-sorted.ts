/** Puts several sorted lists of rows in one order: what each worker completed becomes what the caller received. */

/**
 * @param lists each ascending by `key`
 * @returns all of them, ascending by `key`; of equal keys those of earlier lists come first
 */
export function mergeSorted(lists: readonly (readonly number[])[], key: ArrayLike<number>): readonly number[] {
  let round = lists.filter((list) => list.length > 0);
  while (round.length > 1) {
    const merged: (readonly number[])[] = [];
    for (let index = 0; index < round.length; index += 2) {
      merged.push(mergeTwo(round[index] ?? [], round[index + 1] ?? [], key));
    }
    round = merged;
  }
  return round[0] ?? [];
}

function mergeTwo(a: readonly number[], b: readonly number[], key: ArrayLike<number>): readonly number[] {
  if (b.length === 0) return a;
  const merged: number[] = new Array(a.length + b.length);
  for (let out = 0, i = 0, j = 0; out < merged.length; out++) {
    const x = a[i] ?? -1;
    const y = b[j] ?? -1;
    const takeX = j >= b.length || (i < a.length && (key[x] ?? 0) <= (key[y] ?? 0));
    merged[out] = takeX ? x : y;
    if (takeX) i++;
    else j++;
  }
  return merged;
}
