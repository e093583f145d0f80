import type { NotDirected } from '../../domain/decideDirection.ts';
import type { Office } from '../../domain/office.ts';
import { attention, plain } from './lines.ts';
import type { Line } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { sayingOf } from './saying.ts';

export type NotDone = NotDirected | { readonly kind: 'busy' };

/** Why 指示・意見 or what was done about it was not recorded, and what to do. `box`: what the box is called into which it was typed; `reopens`: what is 対応済み can be taken up again. */
export function notDirectedLines(words: Words, office: Office, why: NotDone, { box = words.directing.name, reopens = false } = {}): readonly Line[] {
  return why.kind === 'sensitive' ? findings(words, why, box) : [attention(sentence(words, office, why, reopens))];
}

function findings({ answering: { form }, directing: text }: Words, { found }: Extract<NotDone, { readonly kind: 'sensitive' }>, box: string): readonly Line[] {
  return [attention(text.refused.sensitive), ...found.map((what) => plain(form.findings[what](box)))];
}

type Sentence = Exclude<NotDone, { readonly kind: 'sensitive' }>;
type Dated = Extract<Sentence, { readonly kind: 'not-yet' | 'over' | 'closed' | 'changed-since' | 'too-long' | 'too-many' | 'text-missing' }>;

function sentence(words: Words, office: Office, why: Sentence, reopens: boolean): string {
  const { directing: { refused: text } } = words;
  switch (why.kind) {
    case 'not-allowed': return text.notAllowed;
    case 'trial': return text.trial;
    case 'no-unit': return text.noUnit;
    case 'no-initiative': return text.noInitiative;
    case 'no-direction':
    case 'withdrawn': return text.noDirection(words.history.see);
    case 'state-missing': return text.stateMissing;
    case 'busy': return text.busy;
    default: return dated(words, office, why, reopens);
  }
}

function dated(words: Words, office: Office, why: Dated, reopens: boolean): string {
  const { directing: { refused: text }, everywhere: { post } } = words;
  const say = sayingOf(words, office);
  switch (why.kind) {
    case 'not-yet': return text.notYet(say.day(why.meetingOn));
    case 'over': return text.over(say.moment(why.at));
    case 'closed': return (reopens ? text.closedToReopen : text.closed)(post[why.by.as], say.moment(why.at));
    case 'changed-since': return text.changedSince(post[why.by.as], say.moment(why.at));
    case 'text-missing': return why.of === 'direction' ? text.textMissing : text.handlingMissing;
    case 'too-long': return text.tooLong(why.most);
    case 'too-many': return text.tooMany(why.most);
  }
}
