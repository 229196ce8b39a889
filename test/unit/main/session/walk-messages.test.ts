import { open } from 'node:fs/promises';
import { MessageHeader, MessageReader } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MessageSpan, walkMessages } from '../../../../src/main/session/walk-messages';
import { makeRun } from '../../../fixtures/make-run';
import { encoded, fileWith } from './session-file';

const whole = encoded(makeRun({ tasks: 50, workers: 3, failEvery: 9, batchNs: 60e6 }));

async function spansOf(bytes: Uint8Array): Promise<MessageSpan[]> {
  const file = await open(fileWith(bytes));
  try {
    const spans: MessageSpan[] = [];
    for await (const span of walkMessages(file)) spans.push(span);
    return spans;
  } finally {
    await file.close();
  }
}

describe('walking the messages of a session file', () => {
  it('finds those that Arrow finds, one behind the other', async () => {
    const kinds: string[] = [];
    const reader = new MessageReader(new Uint8Array(whole));
    for (const message of reader) {
      const names = {
        [MessageHeader.Schema]: 'schema',
        [MessageHeader.DictionaryBatch]: 'dictionary',
        [MessageHeader.RecordBatch]: 'records',
      } as Readonly<Record<number, string>>;
      kinds.push(names[message.headerType] ?? 'other');
      reader.readMessageBody(message.bodyLength);
    }
    const spans = await spansOf(whole);
    expect(spans.map(({ kind }) => kind)).toEqual(kinds);
    expect(spans[0]?.start).toBe(0);
    for (const [index, { start }] of spans.slice(1).entries()) expect(start).toBe(spans[index]?.end);
    // Behind them stands the end of the stream alone.
    expect(spans.at(-1)?.end).toBe(whole.length - 8);
  });

  it('gives only whole ones of a file that is cut off anywhere', async () => {
    const spans = await spansOf(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        expect(await spansOf(whole.subarray(0, length))).toEqual(spans.filter(({ end }) => end <= length));
      }),
      { numRuns: 60 },
    );
  });

  it('comes to its end whatever is in the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          for (const { start, end } of await spansOf(bytes)) expect(end).toBeGreaterThan(start);
        },
      ),
      { numRuns: 60 },
    );
  });
});
