/** All rows, in the order in which they are measured and shown. */
import { boot } from './boot';
import { bytes1mb } from './bytes-1mb';
import { bytes16mb } from './bytes-16mb';
import { call } from './call';
import { objects } from './objects';
import { recordingShare, recordingWall } from './recording';
import type { Row } from './row';
import { shared16mb } from './shared-16mb';
import { telemetryShare, telemetryWall } from './telemetry';
import { throughput } from './throughput';

export const rows: readonly Row[] = [
  throughput,
  call,
  bytes1mb,
  bytes16mb,
  shared16mb,
  objects,
  boot,
  telemetryWall,
  telemetryShare,
  recordingWall,
  recordingShare,
];
