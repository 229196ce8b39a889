/** A file name that every file system takes, from what a person wrote. */

/** @param otherwise where nothing is left of it */
export function fileName(name: string, otherwise: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? otherwise : plain;
}
