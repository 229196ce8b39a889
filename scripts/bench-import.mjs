/**
 * `node scripts/bench-import.mjs [ROUNDS]`: opens generated traces of 100 MB in Poolscope's own window and in the published
 * speedscope, in the same run, in turn. Needs a build and a display.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { electronFor } from './launch/headless-electron.mjs';
import { chromeTrace, viztracerTrace } from './lib/generate-trace.mjs';
import { inProject, ROOT } from './lib/paths.mjs';

const ROUNDS = Number(process.argv[2] ?? 3);
const BYTES = 100e6;
const WAIT_MS = 240_000;
const electron = createRequire(import.meta.url)('electron');
const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Milliseconds until a file's picture is drawn: two frames after its own sign that it is open.
 * @param {{ file: string, args: readonly string[] }} program
 * @param {(page: import('playwright').Page) => Promise<void>} open
 * @param {string} sign an expression that is true once the file is open
 */
async function timed({ file, args }, open, sign) {
  const data = mkdtempSync(join(tmpdir(), 'poolscope-bench-'));
  const env = { .../** @type {Record<string, string>} */ (process.env), POOLSCOPE_USER_DATA: data };
  const app = await _electron.launch({ executablePath: file, args: [...args], env });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    // What it says itself of how long importing took, drawing not included.
    page.on('console', (message) => {
      if (/^import: /.test(message.text())) console.log(`  speedscope says ${message.text()}`);
    });
    await page.waitForTimeout(1500);
    const begun = performance.now();
    const opened = page.evaluate(
      `new Promise((done, fail) => {
        const until = Date.now() + ${WAIT_MS};
        const look = () => {
          if (${sign}) requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
          else if (Date.now() > until) fail(new Error('not open in time'));
          else setTimeout(look, 10);
        };
        look();
      })`,
    );
    await Promise.all([open(page), opened]);
    return performance.now() - begun;
  } finally {
    await app.close();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** @param {string} file */
const poolscope = (file) =>
  timed(
    { file: electron, args: [...sandbox, ROOT] },
    async (page) => {
      await page.evaluate(`void window.poolscope.call('file:open', ${JSON.stringify({ path: file, beside: false })})`);
    },
    `/^Read: /.test(document.querySelector('[role=status]')?.textContent ?? '')`,
  );

/** @param {string} file @param {string} folder */
function speedscope(file, folder) {
  const page = inProject('node_modules', 'speedscope', 'dist', 'release', 'index.html');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ main: 'main.js' }));
  writeFileSync(
    join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(${JSON.stringify(page)}));`,
  );
  return timed(
    electronFor(folder),
    (window) => window.locator('input[type=file]').setInputFiles(file),
    `document.body.innerText.includes('bench-process')`,
  );
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const folder = mkdtempSync(join(tmpdir(), 'poolscope-bench-import-'));
const viewer = join(folder, 'viewer');
mkdirSync(viewer);
try {
  for (const [name, write] of /** @type {const} */ ([
    ['Chrome trace', chromeTrace],
    ['VizTracer file', viztracerTrace],
  ])) {
    const file = join(folder, 'trace.json');
    const events = write(file, BYTES);
    const size = (statSync(file).size / 1e6).toFixed(0);
    /** @type {{ poolscope: number[], speedscope: number[] }} */
    const times = { poolscope: [], speedscope: [] };
    for (let round = 0; round < ROUNDS; round++) {
      times.poolscope.push(await poolscope(file));
      times.speedscope.push(await speedscope(file, viewer));
    }
    const [ours, theirs] = [median(times.poolscope), median(times.speedscope)];
    console.log(`${name}, ${size} MB, ${events.toLocaleString('en')} events, median of ${ROUNDS}:`);
    console.log(`  Poolscope ${(ours / 1e3).toFixed(2)} s, speedscope ${(theirs / 1e3).toFixed(2)} s`);
    console.log(`  Poolscope / speedscope ${(ours / theirs).toFixed(2)} (target: at most 1.5)`);
    console.log(
      `  all: ${JSON.stringify(times, (_key, value) => (typeof value === 'number' ? Math.round(value) : value))}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
