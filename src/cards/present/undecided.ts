import type { Refusal, Undecided } from '../../domain/form.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionOf, type Office } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import { opens, type Button } from '../buttons.ts';
import type { Words } from '../wording/words.ts';
import { actorName } from './actor.ts';
import { sayingOf } from './saying.ts';

/** `asOwn`: before the eyes of the unit's own people alone. */
type Where = { readonly office: Office; readonly round: RoundPlan | undefined; readonly asOwn: boolean };
type Said = { readonly title: string; readonly lines: readonly string[]; readonly buttons: readonly Button[] };

/** Those that need no more than a sentence; the rest are told here. */
const KINDS: ReadonlySet<Refusal['kind']> = new Set<Undecided['kind']>([
  'not-yours-to-decide', 'nothing-submitted', 'already-decided', 'changed-since', 'head-first', 'frozen', 'not-frozen', 'word-missing', 'comment-unsent', 'word-too-long', 'being-mended',
  'nothing-changed', 'not-plannable', 'answered-already',
]);
export const isUndecided = (refusal: Refusal): refusal is Undecided => KINDS.has(refusal.kind);

/** Why a decision was not taken, and what to do: most by the unit's name or a moment, two by what kind they are. */
export function undecided(words: Words, where: Where, refusal: Undecided): Said {
  const { office } = where;
  const text = words.deciding;
  const say = sayingOf(words, office);
  const name = 'section' in refusal ? (sectionOf(office, refusal.section)?.name ?? refusal.section) : '';
  switch (refusal.kind) {
    case 'not-yours-to-decide': return notYours(words, name, refusal);
    case 'already-decided': return already(words, where, name, refusal);
    case 'changed-since': return { title: text.changedSince.title(name, say.moment(refusal.at)), lines: [text.changedSince.next], buttons: look(words, where, refusal.section) };
    case 'word-missing': return sentence({ comment: text.commentMissing, reason: text.reasonMissing, text: text.textMissing }[refusal.what]);
    case 'word-too-long': return sentence({ title: text.tooLong.title(refusal.most), next: text.tooLong.next(refusal.most) });
    case 'being-mended': return sentence({ title: text.beingMended.title(name, say.moment(refusal.at)), next: text.beingMended.next });
    default: return simple(words, where, name, refusal);
  }
}

function simple(words: Words, where: Where, name: string, refusal: Extract<Undecided, { readonly kind: 'nothing-submitted' | 'head-first' | 'frozen' | 'not-frozen' | 'nothing-changed' | 'comment-unsent' | 'not-plannable' | 'answered-already' }>): Said {
  const text = words.deciding;
  const say = sayingOf(words, where.office);
  switch (refusal.kind) {
    case 'nothing-submitted': return sentence({ title: text.nothingSubmitted.title(name), next: text.nothingSubmitted.next });
    case 'head-first': return headFirst(text, name, refusal);
    case 'frozen': return { title: text.frozen.title(say.moment(refusal.freezeAt)), lines: [text.frozen.next], buttons: look(words, where, refusal.section) };
    case 'not-frozen': return { title: text.notFrozen.title, lines: [text.notFrozen.next(say.moment(refusal.freezeAt))], buttons: look(words, where, refusal.section) };
    case 'nothing-changed': return sentence(text.nothingChanged);
    case 'comment-unsent': return sentence(text.commentUnsent);
    case 'not-plannable': return sentence({ title: text.notPlannable.title, next: text.notPlannable.next(say.moment(refusal.until)) });
    case 'answered-already': return { title: text.answeredAlready.title(name), lines: [text.answeredAlready.next], buttons: look(words, where, refusal.section) };
  }
}

const headFirst = ({ headFirst: waits, headMissing }: Words['deciding'], name: string, { headless }: Extract<Undecided, { readonly kind: 'head-first' }>): Said =>
  headless ? sentence({ title: headMissing.title(name), next: headMissing.next }) : sentence({ title: waits.title(name), next: waits.next });

const sentence = ({ title, next }: { readonly title: string; readonly next: string }): Said => ({ title, lines: [next], buttons: [] });

const look = ({ everywhere }: Words, { office, round }: Where, section: SectionId): readonly Button[] =>
  round === undefined ? [] : [opens(everywhere.buttons.look, { office, round, section: { id: section } })];

function notYours({ deciding: { notYours: text } }: Words, name: string, { needs }: Extract<Undecided, { readonly kind: 'not-yours-to-decide' }>): Said {
  return sentence({ title: text.title, next: { head: text.head(name), secretariat: text.secretariat, 'head-or-secretariat': text.either(name) }[needs] });
}

/** By the post of who decided; by name to their own unit alone. */
function already(words: Words, where: Where, name: string, { what, by, at, section }: Extract<Undecided, { readonly kind: 'already-decided' }>): Said {
  const { deciding: { alreadyDecided: text } } = words;
  const title = text[what](name, actorName(words, by, where.asOwn), sayingOf(words, where.office).moment(at));
  return what === 'sent-back' ? { title, lines: [text.nextSentBack], buttons: [] } : { title, lines: [text.next], buttons: look(words, where, section) };
}
