import { answering } from './ja/answering.ts';
import { asking } from './ja/asking.ts';
import { delivery } from './ja/delivery.ts';
import { everywhere } from './ja/everywhere.ts';
import { meeting } from './ja/meeting.ts';
import { problems } from './ja/problems.ts';
import { running } from './ja/running.ts';

/** 日本語: short 公用文. What every other language must say too. */
export const ja = { lang: 'ja' as 'ja' | 'en', everywhere, asking, answering, problems, meeting, running, delivery };
export type Words = typeof ja;
