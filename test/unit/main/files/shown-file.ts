/** Opens a file as the window would, and keeps what the window would be told. */
import { OpenService } from '../../../../src/main/files/open-service';
import { createFactsStore, type Facts, takeEvent } from '../../../../src/renderer/store/facts';
import type { FileOpening } from '../../../../src/shared/file-opening';
import type { RunEvent } from '../../../../src/shared/run-events';
import { isRunEvent, type WindowEvent } from '../../../../src/shared/window-events';

export class ShownFile {
  readonly service: OpenService;
  readonly news: FileOpening[] = [];
  readonly events: RunEvent[] = [];
  private readonly store = createFactsStore();
  private listeners: (() => void)[] = [];
  private lastId = 6;

  /** @param takes whether the window takes what it gets; false: until told otherwise */
  constructor(
    entry: string,
    public takes = true,
  ) {
    this.service = new OpenService(
      (event) => this.take(event),
      () => ++this.lastId,
      entry,
    );
  }

  get facts(): Facts {
    return this.store.getState();
  }

  get state(): string {
    return this.news.at(-1)?.state ?? 'none';
  }

  get message(): string | null {
    return this.news.at(-1)?.message ?? null;
  }

  /** Opens it and waits until all that comes of it has come. @returns the refusal, or null */
  async open(path: string, format: 'session' | 'trace' = 'session'): Promise<string | null> {
    try {
      await this.service.open(path, format, false);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    await this.until(() => this.facts.ended !== null && this.state !== 'reading');
    return null;
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.listeners.push(resolve));
  }

  /** What waits to be taken is taken. */
  takeAll(): void {
    this.takes = true;
    for (const event of this.events) this.acknowledge(event);
  }

  private take(event: WindowEvent): void {
    if (event.type === 'opening') this.news.push(event);
    else if (isRunEvent(event)) {
      this.events.push(event);
      takeEvent(this.store, event);
      if (this.takes) this.acknowledge(event);
    }
    for (const listener of this.listeners.splice(0)) listener();
  }

  private acknowledge({ type, runId }: RunEvent): void {
    if (type === 'telemetry' || type === 'output') this.service.ack(runId);
  }
}
