/** Loads a function of the user's. Every failure is one sentence that names the file and says what is wrong with it. */
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { detectModules } from './detect-modules';
import { explainLoadError } from './explain-load-error';

export type UserFunction = (...args: readonly unknown[]) => unknown;

/** The pool's side knows it by its name, and tells it from an error that the user's code has raised. */
class ModuleError extends Error {
  override readonly name = 'ModuleError';
}

/**
 * @param file absolute path of a .js, .mjs or .cjs file
 * @param name of the export; `default` is also what a CommonJS file assigns to module.exports
 * @throws ModuleError
 */
export async function loadModule(file: string, name: string): Promise<UserFunction> {
  const exported = await exportsOf(file);
  const found = exported.get(name);
  if (found === undefined && !exported.has(name)) {
    const names = [...exported.keys()];
    throw new ModuleError(
      `${file}: there is no export "${name}"; it has ${names.length === 0 ? 'none' : names.join(', ')}`,
    );
  }
  if (typeof found !== 'function') {
    throw new ModuleError(`${file}: expected the export "${name}" to be a function, it is ${describe(found)}`);
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
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) throw new ModuleError(`${file}: there is no such file`);
  if (!stats.isFile()) throw new ModuleError(`${file}: expected a file, this is none`);
  detectModules();
  try {
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } catch (error) {
    throw new ModuleError(`${file}: cannot be loaded: ${explainLoadError(error)}`, { cause: error });
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
