/** A stress process in Node: its workers are forked. */
import { childProcessEngine } from '../../src/main/engines/child-process';
import { answer, workerEntry } from './answer';

process.exit(await answer((memoryLimitMb) => childProcessEngine(workerEntry, { memoryLimitMb })));
