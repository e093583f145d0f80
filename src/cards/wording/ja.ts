import { answering } from './ja/answering.ts';
import { asking } from './ja/asking.ts';
import { checking } from './ja/checking.ts';
import { conducting } from './ja/conducting.ts';
import { correcting } from './ja/correcting.ts';
import { deciding } from './ja/deciding.ts';
import { delivery } from './ja/delivery.ts';
import { directing } from './ja/directing.ts';
import { everywhere } from './ja/everywhere.ts';
import { history } from './ja/history.ts';
import { meeting } from './ja/meeting.ts';
import { people } from './ja/people.ts';
import { planning } from './ja/planning.ts';
import { problems } from './ja/problems.ts';
import { promise } from './ja/promise.ts';
import { registering } from './ja/registering.ts';
import { replacing } from './ja/replacing.ts';
import { running } from './ja/running.ts';

/** 日本語: short 公用文. What every other language must say too. */
export const ja = { lang: 'ja' as 'ja' | 'en', everywhere, asking, answering, problems, meeting, running, delivery, history, deciding, promise, correcting, conducting, directing, people, checking, planning, registering, replacing };
export type Words = typeof ja;
