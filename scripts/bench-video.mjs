/** `npm run bench:video`: exports one minute of a recorded run as each kind of video, without a display, and says how long it took. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveUp, say } from './lib/console.mjs';
import { inProject } from './lib/paths.mjs';
import { prepare } from './prepare/prepare.mjs';

/** A minute of video may take so long. */
const MOST_SECONDS = 180;
/** @type {readonly { format: string, seconds: number, fps: number }[]} */
const VIDEOS = [
  { format: 'webm', seconds: 60, fps: 30 },
  { format: 'mp4', seconds: 60, fps: 30 },
  // As many frames as a GIF may have.
  { format: 'gif', seconds: 40, fps: 15 },
];

const folder = mkdtempSync(join(tmpdir(), 'poolscope-bench-video-'));

/** @param {readonly string[]} args */
function poolscope(...args) {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
  const { status, stderr } = spawnSync(process.execPath, [inProject('bin', 'poolscope'), ...args], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`poolscope ${args[0]} ended with ${status}: ${stderr}`);
}

try {
  await prepare();
  const session = join(folder, 'run.poolscope');
  poolscope('run', inProject('resources', 'scenarios', 'default.json'), '--out', session, '--quiet');
  say(`1280 × 720, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
  for (const { format, seconds, fps } of VIDEOS) {
    const out = join(folder, `run.${format}`);
    const begun = performance.now();
    const size = ['--width', '1280', '--height', '720', '--seconds', String(seconds), '--fps', String(fps)];
    poolscope('export', session, '--format', format, '--out', out, ...size);
    const took = (performance.now() - begun) / 1000;
    const perMinute = (took * 60) / seconds;
    const megabytes = statSync(out).size / 1024 ** 2;
    const verdict = perMinute <= MOST_SECONDS ? 'holds' : 'MISSED';
    say(
      `${format.padEnd(5)} ${seconds * fps} frames in ${took.toFixed(1)} s, ${megabytes.toFixed(1)} MB; a minute takes ${perMinute.toFixed(0)} s (at most ${MOST_SECONDS}: ${verdict})`,
    );
    if (perMinute > MOST_SECONDS) process.exitCode = 1;
  }
} catch (error) {
  giveUp(error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
