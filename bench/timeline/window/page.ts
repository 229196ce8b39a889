/** A page as the bench sees it from outside: through the protocol of the developer tools, with no hook in the page. */
import type { WebContents } from 'electron';

interface Remote {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

export class Page {
  constructor(readonly contents: WebContents) {
    contents.debugger.attach('1.3');
  }

  /** Evaluates an expression in the page and waits for what it promises. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.command<Remote>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value as Value;
  }

  /**
   * Bytes that are in use after everything unused has been collected: objects, and what they hold outside the heap,
   * such as the memory of array buffers. Needs Chromium's switch `enable-precise-memory-info`.
   */
  async memory(): Promise<number> {
    // Buffers go when the objects that own them are gone: the second time.
    for (let time = 0; time < 3; time++) await this.command('HeapProfiler.collectGarbage');
    return this.evaluate('performance.memory.usedJSHeapSize');
  }

  private async command<Answer>(method: string, parameters: object = {}): Promise<Answer> {
    return (await this.contents.debugger.sendCommand(method, parameters)) as Answer;
  }

  /** Resolves with the page's own clock, in ms since the epoch, when two frames have passed: what is due is drawn. */
  drawn(): Promise<number> {
    return this.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now()))))',
    );
  }

  /** Resolves once the page has such an element. */
  async exists(selector: string): Promise<void> {
    await this.evaluate(`new Promise((done) => {
      const look = () => (document.querySelector(${JSON.stringify(selector)}) ? done(true) : setTimeout(look, 20));
      look();
    })`);
  }

  /** Resolves when no turn of the wheel has come for a while: of those that were sent, a busy page leaves some waiting. */
  async wheelAtRest(): Promise<void> {
    await this.evaluate(`new Promise((done) => {
      let timer;
      const restart = () => {
        clearTimeout(timer);
        timer = setTimeout(rest, 250);
      };
      const rest = () => {
        removeEventListener('wheel', restart, { capture: true });
        requestAnimationFrame(() => requestAnimationFrame(done));
      };
      addEventListener('wheel', restart, { capture: true, passive: true });
      restart();
    })`);
  }

  /** As a person chooses a file in the dialog. */
  async chooseFile(selector: string, file: string): Promise<void> {
    const { root } = await this.command<{ root: { nodeId: number } }>('DOM.getDocument');
    const { nodeId } = await this.command<{ nodeId: number }>('DOM.querySelector', { nodeId: root.nodeId, selector });
    await this.command('DOM.setFileInputFiles', { files: [file], nodeId });
  }
}
