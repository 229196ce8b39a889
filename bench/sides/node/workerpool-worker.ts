/** The worker of workerpool, with the task that does nothing. */
import workerpool from 'workerpool';

workerpool.worker({ noop: (item: number): number => item });
