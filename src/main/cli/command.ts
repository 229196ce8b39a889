/** The command line (docs/cli.md). Returns the exit status; never ends the process itself. */

import { Command, CommanderError } from 'commander';
import { app } from 'electron';
import { STATUS } from './exit-status';
import { EXPORT_FORMATS, type ExportFlags } from './export-formats';
import { print } from './output';
import { type RunFlags, runScenario } from './run-scenario';

export async function runCommand(args: readonly string[]): Promise<number> {
  let status: number = STATUS.ok;
  let out = '';
  const program = new Command('poolscope')
    .description('Shows what a process pool really does. Without a command it opens the window.')
    .version(app.getVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        out += text;
      },
      // One line, and the message only: the rest of the contract is in --help.
      writeErr: (text) => process.stderr.write(text.replace(/^error: /, 'poolscope: ')),
    });
  program
    .command('run')
    .argument('<scenario>', 'scenario file (JSON)')
    .description('run a scenario without a window or a display')
    .option('--json', 'one JSON summary on stdout and nothing else there', false)
    .option('--results', 'put the results array into the summary', false)
    .option('--out <file>', 'save the session')
    .option('--trace <file>', 'write the run as Chrome trace JSON')
    .option('--no-telemetry', 'run without telemetry, to measure its cost')
    .option('--quiet', 'no progress', false)
    .action(async (path: string, flags: RunFlags) => {
      status = await runScenario(path, flags);
    });
  program
    .command('export')
    .argument('<session>', 'session file (.poolscope)')
    .description('write a saved session as a file of another kind')
    .requiredOption('--format <format>', `one of ${EXPORT_FORMATS.join(', ')}`)
    .requiredOption('--out <file>', 'the file to write')
    .option('--width <px>', 'width of the picture; 1280 if left out')
    .option('--height <px>', 'its height; if left out, as high as all lanes together')
    .option('--scale <factor>', 'pixels of the file per pixel of width and height; 1 if left out')
    .option('--theme <theme>', 'light or dark')
    .option('--from <moment>', 'draw from this moment on: 120ms, 1.5s')
    .option('--to <moment>', 'draw up to this moment')
    .option('--group-by <what>', 'lanes of worker, slot or chunk')
    .option('--colour-by <what>', 'colours by phase, chunk, duration, payload or outcome')
    .option('--at <moment>', 'draw a picture as of this moment; if left out, the whole run')
    .option('--seconds <count>', 'length of a video; 20 if left out')
    .option('--speed <factor>', 'instead: time of the run in that of the video, 0.1 is slow motion')
    .option('--fps <count>', 'frames a second of a video: 30, of a GIF 15, if left out')
    .option('--no-captions', 'leave out the captions of chapters, and the pauses for reading them')
    .option('--title-card', 'begin a video with a card that tells what was run')
    .option('--no-title', 'leave out name and figures of the run')
    .option('--no-legend', 'leave out what the colours mean')
    .action(async (path: string, flags: ExportFlags) => {
      // Reading sessions needs a library that nobody else needs to wait for.
      const { exportSession } = await import('./export-session');
      status = await exportSession(path, flags);
    });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    status = error.exitCode === 0 ? STATUS.ok : STATUS.usage;
  }
  await print(out);
  return status;
}
