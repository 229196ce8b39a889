/** Files that the operating system asks to be opened: macOS tells so, before the app is ready and at any time later. */
import { resolve } from 'node:path';
import type { App } from 'electron';

export class AskedFiles {
  private waiting: string[] = [];
  private take: ((path: string) => void) | null = null;

  /** To be made before the app is ready: a double click that starts it is told no later. */
  constructor(app: Pick<App, 'on'>) {
    app.on('open-file', (event, file) => {
      event.preventDefault();
      const path = resolve(file);
      if (this.take === null) this.waiting.push(path);
      else this.take(path);
    });
  }

  /** The one that the app was started with, if any: it is shown at the start. */
  first(): string | undefined {
    return this.waiting.shift();
  }

  /** @param take gets those that come from now on */
  follow(take: (path: string) => void): void {
    this.take = take;
  }
}
