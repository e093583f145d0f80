import { answering } from './en/answering.ts';
import { asking } from './en/asking.ts';
import { delivery } from './en/delivery.ts';
import { everywhere } from './en/everywhere.ts';
import { meeting } from './en/meeting.ts';
import { problems } from './en/problems.ts';
import { running } from './en/running.ts';
import type { Words } from './ja.ts';

/** English: complete, so that a missing sentence does not compile. */
export const en: Words = { lang: 'en', everywhere, asking, answering, problems, meeting, running, delivery };
