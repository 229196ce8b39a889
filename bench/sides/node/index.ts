/** The Node side: the pools that a JavaScript program would otherwise use, each as its documentation shows it. */
import { serve } from '../serve';
import { subjectSide } from '../subject-side';
import { openPiscina } from './piscina';
import { openTinypool } from './tinypool';
import { openWorkerpool } from './workerpool';

serve(subjectSide({ piscina: openPiscina, tinypool: openTinypool, workerpool: openWorkerpool }), () => process.exit(0));
