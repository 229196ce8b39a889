/** A side made of subjects: opens each when a row first asks for it, keeps it warm, ends it with the row. */
import { makePayload } from '../../src/shared/payload';
import type { Request } from './protocol';
import type { Side } from './serve';
import { milliseconds, millisecondsEach } from './stopwatch';
import type { OpenSubject, Subject, SubjectOptions } from './subject';

export type SubjectRequest = Extract<Request, { measure: 'throughput' | 'call' | 'payload' | 'argument' }>;

export class SubjectSide {
  private readonly opened = new Map<string, Promise<Subject>>();
  private payload: unknown;

  constructor(private readonly subjects: Readonly<Record<string, OpenSubject>>) {}

  async measure(request: SubjectRequest): Promise<number> {
    const subject = await this.open(request.subject, optionsOf(request));
    const work = this.work(subject, request);
    return subject.during === undefined ? work() : subject.during(work);
  }

  async close(): Promise<void> {
    const open = [...this.opened.values()];
    this.opened.clear();
    this.payload = undefined;
    await Promise.allSettled(open.map(async (subject) => (await subject).end()));
  }

  private work(subject: Subject, request: SubjectRequest): () => Promise<number> {
    switch (request.measure) {
      case 'throughput':
        return async () => request.tasks / ((await milliseconds(async () => subject.many?.(request.tasks))) / 1000);
      case 'call':
        return () => millisecondsEach(request.calls, async () => subject.call?.());
      case 'payload':
        this.payload ??= makePayload(request.kind, request.bytes);
        return () => millisecondsEach(request.calls, async () => subject.echo?.(this.payload));
      case 'argument': {
        this.payload ??= makePayload('bytes', request.bytes);
        const bytes = this.payload as Uint8Array;
        return () => millisecondsEach(request.calls, async () => subject.give?.(bytes));
      }
    }
  }

  private open(name: string, options: SubjectOptions): Promise<Subject> {
    const open = this.subjects[name];
    if (open === undefined) return Promise.reject(new Error(`no subject is called ${name}`));
    let subject = this.opened.get(name);
    if (subject === undefined) {
      subject = open(options);
      this.opened.set(name, subject);
    }
    return subject;
  }
}

function optionsOf(request: SubjectRequest): SubjectOptions {
  if (request.measure === 'throughput') return { workers: request.workers };
  if (request.measure === 'call') return { workers: 1 };
  if (request.measure === 'argument') return { workers: 1, argumentBytes: request.bytes };
  return { workers: 1, payload: { kind: request.kind, bytes: request.bytes } };
}

/** A side that takes no other measurements. */
export function subjectSide(subjects: Readonly<Record<string, OpenSubject>>): Side {
  const side = new SubjectSide(subjects);
  return {
    measure: (request) => {
      if (request.measure === 'boot' || request.measure === 'telemetry') {
        return Promise.reject(new Error(`this side does not measure ${request.measure}`));
      }
      return side.measure(request);
    },
    close: () => side.close(),
  };
}
