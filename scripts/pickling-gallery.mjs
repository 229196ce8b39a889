/**
 * Asks this machine's Python what it says of each value in the lesson's gallery, and keeps it in
 * resources/lessons/pickling-gallery.json, with the version: `node scripts/pickling-gallery.mjs`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './lib/paths.mjs';

const file = inProject('resources', 'lessons', 'pickling-gallery.json');
const { entries } = JSON.parse(readFileSync(file, 'utf8'));
const script = inProject('test', 'differential', 'pickling_gallery.py');
const { status, stdout, stderr } = spawnSync('python3', [script], { input: JSON.stringify(entries), encoding: 'utf8' });
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const { version, platform, outcomes } = JSON.parse(stdout);
/** @typedef {{ name: string, setup: string, value: string }} Entry */
const kept = entries.map((/** @type {Entry} */ { name, setup, value }) => ({ name, setup, value, ...outcomes[name] }));
writeFileSync(file, `${JSON.stringify({ python: version, platform, entries: kept }, null, 2)}\n`);
console.log(`${kept.length} values, as Python ${version} has them.`);
