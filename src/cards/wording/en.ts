import { answering } from './en/answering.ts';
import { asking } from './en/asking.ts';
import { checking } from './en/checking.ts';
import { conducting } from './en/conducting.ts';
import { correcting } from './en/correcting.ts';
import { deciding } from './en/deciding.ts';
import { delivery } from './en/delivery.ts';
import { directing } from './en/directing.ts';
import { everywhere } from './en/everywhere.ts';
import { history } from './en/history.ts';
import { meeting } from './en/meeting.ts';
import { people } from './en/people.ts';
import { planning } from './en/planning.ts';
import { problems } from './en/problems.ts';
import { promise } from './en/promise.ts';
import { registering } from './en/registering.ts';
import { replacing } from './en/replacing.ts';
import { running } from './en/running.ts';
import type { Words } from './ja.ts';

/** English: complete, so that a missing sentence does not compile. */
export const en: Words = { lang: 'en', everywhere, asking, answering, problems, meeting, running, delivery, history, deciding, promise, correcting, conducting, directing, people, checking, planning, registering, replacing };
