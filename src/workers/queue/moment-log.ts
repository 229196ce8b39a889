/** What a process of the queue experiment was at, sent in batches: a message for each moment would be work of its own. */
import { QUEUE_MOMENTS, type QueueMoment, type QueueMoments } from '../../shared/queue-protocol';
import { now } from '../clock';

const EVERY_NS = 50e6;

const nothing = () => ({
  kind: [] as number[],
  at: [] as number[],
  item: [] as number[],
  position: [] as number[],
  depth: [] as number[],
  asked: 0,
  wrong: 0,
});

export class MomentLog {
  private batch = nothing();
  private sentAt = 0;

  constructor(private readonly post: (moments: QueueMoments) => void) {}

  add(kind: QueueMoment, item = -1, at = now(), position = -1, depth = -1): void {
    this.batch.kind.push(QUEUE_MOMENTS.indexOf(kind));
    this.batch.at.push(at);
    this.batch.item.push(item);
    this.batch.position.push(position);
    this.batch.depth.push(depth);
    if (now() - this.sentAt >= EVERY_NS) this.send();
  }

  /** `empty()` was asked. @param true_ whether it was as it had said at the get that followed */
  answered(true_: boolean): void {
    this.batch.asked++;
    if (!true_) this.batch.wrong++;
  }

  /** Before it is blocked, and at the end: the others must know what it is at. */
  send(): void {
    this.sentAt = now();
    if (this.batch.kind.length === 0) return;
    this.post({ type: 'moments', ...this.batch });
    this.batch = nothing();
  }
}
