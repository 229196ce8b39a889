/** Loads a function of the user's. Every failure is one sentence that names the file and says what is wrong with it. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export type UserFunction = (...args: readonly unknown[]) => unknown;

/**
 * @param file absolute path of a .js, .mjs or .cjs file
 * @param name of the export; `default` is also what a CommonJS file assigns to module.exports
 * @throws Error
 */
export async function loadModule(file: string, name: string): Promise<UserFunction> {
  if (!existsSync(file)) throw new Error(`${file}: there is no such file`);
  const exported = await exportsOf(file);
  const found = exported.get(name);
  if (found === undefined && !exported.has(name)) {
    const names = [...exported.keys()];
    throw new Error(`${file}: there is no export "${name}"; it has ${names.length === 0 ? 'none' : names.join(', ')}`);
  }
  if (typeof found !== 'function') {
    throw new Error(`${file}: expected the export "${name}" to be a function, it is ${describe(found)}`);
  }
  return found as UserFunction;
}

/** A CommonJS file's exports are properties of its default export, whether or not Node has found their names. */
async function exportsOf(file: string): Promise<ReadonlyMap<string, unknown>> {
  const namespace = await importFile(file);
  const { default: fallback } = namespace;
  const fromDefault = typeof fallback === 'object' && fallback !== null ? Object.entries(fallback) : [];
  return new Map([...fromDefault, ...Object.entries(namespace).filter(([name]) => name !== 'module.exports')]);
}

async function importFile(file: string): Promise<Record<string, unknown>> {
  try {
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new Error(`${file}: cannot be loaded: ${reason}`, { cause: error });
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
