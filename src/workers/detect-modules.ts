/**
 * A .js file may be an ES module or CommonJS. Node tells them apart by what is in them where no package.json says so,
 * but only since 20.19 and 22.7; an Electron from the npm registry (docs/adr/0001) may have an older one.
 */
import { register } from 'node:module';

/** Runs in Node's own thread for hooks, so it is text: as it stands it would be bundled into the worker. */
const HOOK = `
import { readFile } from 'node:fs/promises';
export async function load(url, context, next) {
  const loaded = await next(url, context);
  if (loaded.format !== 'commonjs' || !/^file:.*\\.js$/.test(url)) return loaded;
  const source = await readFile(new URL(url), 'utf8');
  if (!/^\\s*(?:export[\\s{*]|import[\\s{*"'])/m.test(source)) return loaded;
  return { format: 'module', source, shortCircuit: true };
}`;

let done = 'require_module' in process.features;

export function detectModules(): void {
  if (done) return;
  done = true;
  register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
}
