/** Producers and consumers, each a process of its own, around one bounded queue in shared memory. */

import { sharedSystem } from '../../../boundary/shared-memory/system';
import { Full } from '../../../boundary/shared-queue/queue-errors';
import { namesOfQueue, queueNames } from '../../../boundary/shared-queue/queue-names';
import { SharedQueue } from '../../../boundary/shared-queue/shared-queue';
import type { QueueExperiment } from '../../../shared/experiments';
import type { QueuePart, QueueRole } from '../../../shared/queue-protocol';
import { taskSeed } from '../../../shared/random';
import type { RunStatus } from '../../../shared/run-events';
import { type Clock, startClock } from '../../clock';
import type { SpawnWorker } from '../../pool/worker-handle';
import { forget, remember } from '../../run/shared-ledger';
import type { ExperimentEnd, ExperimentPicture, ExperimentRun } from '../experiment-run';
import { QueueMember } from './queue-member';
import { QueueStory } from './queue-story';

/** How often main looks whether it can put, join, or must give up: it may not be blocked itself. */
const LOOK_MS = 5;
/** Main waits for the lock no longer than that: the window would stand still. */
const MAIN_LOCK_MS = 250;
/** Who has not gone by then is ended. */
const EXIT_MS = 2000;

export class QueueRun implements ExperimentRun {
  readonly clock: Clock = startClock();
  private readonly story = new QueueStory();
  private readonly members: readonly QueueMember[];
  /** Main's own lane: what it does to end the experiment. */
  private readonly mainLane: number;
  private status: RunStatus = 'completed';
  private message: string | null = null;
  private calledAt: number | null = null;
  private endedAt: number | null = null;
  private stillWaiting = 0;
  /** What ends from now on is meant to. */
  private ending = false;

  constructor(
    private readonly experiment: QueueExperiment,
    private readonly spawn: SpawnWorker<object>,
  ) {
    this.members = partsOf(experiment).map((part) => {
      const lane = this.story.lanes.lane(`${part.role} ${part.index + 1}`);
      return new QueueMember(part, lane, {
        spawned: ({ pid }) => pid !== null && this.story.lanes.hasPid(lane, pid),
        moments: (_, moments) => this.story.take(part.role, lane, moments),
        trouble: (member, message) => this.broken(`${member.name}: ${message}`),
        exited: (member) => this.exited(member),
      });
    });
    this.mainLane = this.story.lanes.lane('main', `PID ${process.pid}`);
  }

  async go(called: (at: number) => void): Promise<ExperimentEnd> {
    const { experiment, clock } = this;
    const names = queueNames(experiment.capacity);
    remember(namesOfQueue(names));
    let queue: SharedQueue | null = null;
    try {
      queue = SharedQueue.create(await sharedSystem(), names, { now: () => clock.now(), lockMs: MAIN_LOCK_MS });
      for (const member of this.status === 'completed' ? this.members : []) {
        this.story.lanes.slice(member.lane, 'boots', clock.now(), null);
        member.start(this.spawn, names, String(clock.base));
      }
      await Promise.all(this.members.map(({ ready }) => ready.promise));
      if (this.status === 'completed') await this.conduct(queue, called);
    } catch (error) {
      this.broken(error instanceof Error ? error.message : String(error));
    }
    this.endedAt ??= clock.now();
    await this.endAll();
    queue?.detach();
    queue?.unlink();
    forget(namesOfQueue(names));
    const { status, message, calledAt, endedAt } = this;
    const pids = this.members.flatMap(({ pid }) => pid ?? []);
    return { status, message, calledAt, endedAt, pids, figures: this.story.figures(this.stillWaiting) };
  }

  picture(): ExperimentPicture | null {
    return this.story.picture(this.clock.now());
  }

  stop(): void {
    if (this.status !== 'completed' || this.ending) return;
    this.status = 'stopped';
    this.message = 'Stopped; each process finished what it was at.';
    for (const member of this.members) {
      member.tell({ type: 'stop' });
      if (this.calledAt === null) member.ready.reject(new Error(this.message));
    }
  }

  async kill(): Promise<void> {
    if (!this.ending) {
      this.status = 'killed';
      this.message = 'Killed; every process was ended at once.';
    }
    for (const member of this.members) {
      // One that has not even been started would never be ready, nor gone.
      member.ready.reject(new Error('It was killed.'));
      member.kill();
    }
    await Promise.all(this.members.map(({ gone }) => gone));
  }

  /** From the moment at which all are ready until nobody is at it any more. */
  private async conduct(queue: SharedQueue, called: (at: number) => void): Promise<void> {
    const { story, experiment, mainLane } = this;
    this.calledAt = this.clock.now();
    called(this.calledAt);
    for (const { lane } of this.members) story.lanes.close(lane, this.calledAt);
    for (const member of this.members) member.tell({ type: 'go' });
    story.lanes.slice(mainLane, 'waits for the producers', this.calledAt, null, { code: 'join' });
    await this.until(() => this.areOver('producer'));
    if (this.status !== 'completed') return this.untilAllOver();
    story.lanes.close(mainLane, this.clock.now());
    if (experiment.ending === 'sentinel') await this.putSentinels(queue);
    if (experiment.ending === 'join') {
      story.lanes.slice(mainLane, 'join', this.clock.now(), null, { code: 'join' });
      await this.until(() => this.status !== 'completed' || queue.join(0));
      this.endedAt = this.clock.now();
      // The consumers are daemons: they end with the program that joined. What they did last must be told before.
      for (const member of this.members) member.tell({ type: 'stop' });
    }
    await this.untilAllOver();
  }

  /** One None for each consumer: each takes one, and ends. */
  private async putSentinels(queue: SharedQueue): Promise<void> {
    this.story.lanes.slice(this.mainLane, 'puts None', this.clock.now(), null, { code: 'sentinel' });
    for (let left = this.members.filter(({ part }) => part.role === 'consumer').length; left > 0; left--) {
      const isIn = await this.until(() => {
        try {
          if (this.status !== 'completed') return false;
          this.story.mainPut(this.mainLane, 'put None', queue.put(null, 0));
          return true;
        } catch (error) {
          if (error instanceof Full) return false;
          throw error;
        }
      });
      if (!isIn) return;
    }
    this.story.lanes.close(this.mainLane, this.clock.now());
  }

  private async untilAllOver(): Promise<void> {
    await this.until(() => this.areOver('producer') && this.areOver('consumer'));
  }

  /** @returns false where it never comes to that: it was ended, or everybody waits for somebody else */
  private async until(isSo: () => boolean): Promise<boolean> {
    while (!isSo()) {
      if (this.status === 'killed' || this.status === 'broken' || this.isStuck()) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return true;
  }

  /** Everybody who is left is blocked, and has been for as long as is waited for that. */
  private isStuck(): boolean {
    const left = this.members.filter((member) => !this.isOver(member));
    if (left.length === 0) return true;
    if (left.some(({ lane }) => this.story.stateOf(lane) !== 'wait')) return false;
    if (this.clock.now() - this.story.lastAt < this.experiment.waitSeconds * 1e9) return false;
    this.tellStuck(left);
    return true;
  }

  private tellStuck(left: readonly QueueMember[]): void {
    if (this.stillWaiting > 0) return;
    const consumers = left.filter(({ part }) => part.role === 'consumer').length;
    this.stillWaiting = left.length;
    const who = consumers === left.length ? 'consumer' : consumers === 0 ? 'producer' : 'process';
    const [count, were] = left.length === 1 ? [`1 ${who}`, 'it was'] : [`${left.length} ${plural(who)}`, 'they were'];
    const doing = consumers === left.length ? ' in get()' : consumers === 0 ? ' in put()' : '';
    this.message = `${count} still waited${doing} after ${this.experiment.waitSeconds} s in which nothing moved: ${were} ended, or it would last for ever.`;
  }

  private isOver(member: QueueMember): boolean {
    return member.isDone || member.hasExited;
  }

  private areOver(role: QueueRole): boolean {
    return this.members.every((member) => member.part.role !== role || this.isOver(member));
  }

  private exited(member: QueueMember): void {
    this.story.gone(member.part.role, member.lane, this.clock.now());
    if (member.isDone || this.status !== 'completed' || this.ending) return;
    this.message = `${member.name} (PID ${member.pid}) ended before its time; the others went on.`;
  }

  private broken(message: string): void {
    if (this.status !== 'completed') return;
    this.status = 'broken';
    this.message = message;
  }

  /** Who has done what it was there for goes by itself; the others are ended. */
  private async endAll(): Promise<void> {
    this.ending = true;
    for (const member of this.members) {
      if (member.isDone) member.tell({ type: 'exit' });
      else member.kill();
    }
    const late = setTimeout(() => {
      for (const member of this.members) member.kill();
    }, EXIT_MS);
    await Promise.all(this.members.map(({ gone }) => gone));
    clearTimeout(late);
    this.story.lanes.closeAll(this.clock.now());
  }
}

const plural = (word: string): string => (word === 'process' ? 'processes' : `${word}s`);

/** Items are dealt out in turn, so that each producer's own come in ascending order. */
function partsOf({
  producers,
  consumers,
  items,
  produceMs,
  consumeMs,
  thinkMs,
  ending,
  seed,
}: QueueExperiment): QueuePart[] {
  const part = (role: QueueRole, index: number, own: readonly number[]): QueuePart => ({
    role,
    index,
    items: own,
    workMs: role === 'producer' ? produceMs : consumeMs,
    thinkMs,
    seed: taskSeed(seed, index + (role === 'producer' ? 0 : 100)),
    tellsDone: ending === 'join',
  });
  const all = Array.from({ length: items }, (_, item) => item);
  return [
    ...Array.from({ length: producers }, (_, index) =>
      part(
        'producer',
        index,
        all.filter((item) => item % producers === index),
      ),
    ),
    ...Array.from({ length: consumers }, (_, index) => part('consumer', index, [])),
  ];
}
