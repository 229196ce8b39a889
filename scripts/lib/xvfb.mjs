/** A virtual display of our own, for tests and pictures on Linux. */
import { spawn } from 'node:child_process';

/**
 * @param {string} [screen] width x height x depth
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startXvfb(screen = '1920x1200x24') {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const stop = () => void server.kill();
    process.on('exit', stop);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with exit code ${code}`)));
    // It writes the number of its display once it is ready to be used.
    server.stdio[3]?.once('data', (number) => resolve({ display: `:${String(number).trim()}`, stop }));
  });
}
