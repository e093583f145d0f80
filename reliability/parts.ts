import { ack } from './ack.ts';
import { crash } from './crash.ts';
import { interleavings } from './interleavings/interleavings.ts';
import { pacing } from './pacing/pacing.ts';
import type { Part } from './part.ts';
import { pause } from './pause.ts';
import { takeover } from './takeover.ts';
import { schedule } from './schedule/schedule.ts';

/** Every part, in the order in which they run. */
export const PARTS: readonly Part[] = [crash, pause, ack, takeover, interleavings, schedule, pacing];
