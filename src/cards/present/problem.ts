import type { Refusal } from '../../domain/form.ts';
import type { SectionId } from '../../domain/ids.ts';
import { sectionOf, type Office } from '../../domain/office.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { WayOn, Ways } from '../../domain/wayOn.ts';
import { opens, says, sendsAfterMeeting, unitData, type Button, type Unit } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import { letter, plain, subtle } from './lines.ts';
import { sayingOf } from './saying.ts';
import { isUndecided, undecided } from './undecided.ts';

/** `ways`: what leads on, for who reads it where they do. */
type Facts = { readonly office: Office; readonly round: RoundPlan | undefined; readonly refusal: Refusal; readonly caller: string; readonly ways?: Ways | undefined };
/** In a form nobody is called by name: it is the presser's own. `asOwn`: only people of the unit read it, and may read who of them decided. */
type Asked = Omit<Facts, 'caller'> & { readonly caller: string | undefined; readonly asOwn?: boolean };

/** Why something was not done, what to do next, and what to press for it. */
export type Explained = { readonly title: string; readonly lines: readonly string[]; readonly buttons: readonly Button[] };

/** できませんでした: why, what to do, and where to ask. `caller`: the name of who pressed or asked. */
export function presentProblem(words: Words, facts: Facts): CardView {
  const { title, lines, buttons } = explained(words, facts);
  return letter(words, { title, lines: lines.map(plain), buttons, after: [subtle(sayingOf(words, facts.office).contact)] });
}

export function explained(words: Words, { office, round, refusal, caller, asOwn = false, ways = WAYS }: Asked): Explained {
  const { problems } = words;
  if (isUndecided(refusal)) return undecided(words, { office, round, asOwn }, refusal);
  switch (refusal.kind) {
    case 'not-of-section': return notOfSection(words, { office, round, caller, ways }, refusal);
    case 'closed': return closed(words, { office, round, ways }, refusal);
    case 'exempt': return { title: problems.exempt.title(nameOf(office, refusal.section)), lines: [problems.exempt.next], buttons: [] };
    case 'old-card': return { title: problems['old-card'].title, lines: [problems['old-card'].next[ways.now]], buttons: wayOn(words, office, ways.now) };
    case 'not-your-form': return {
      title: problems.notYourForm.title, lines: [problems.notYourForm.next(nameOf(office, refusal.section))], buttons: answer(words, { office, round }, refusal.section),
    };
    default: {
      const { title, next } = problems[refusal.kind];
      return { title, lines: [next], buttons: waysOn(words, office)[refusal.kind] ?? [] };
    }
  }
}

/** What to press for those that need no more than a sentence. */
const waysOn = ({ everywhere }: Words, office: Office): Partial<Record<Refusal['kind'], readonly Button[]>> => ({
  'no-round': [says(everywhere.buttons.rounds, office, 'rounds')],
  'not-allowed': [says(everywhere.buttons.seeHelp, office, 'help')],
});

/** Of the unit's own people, in their chat or the unit's place. */
const WAYS: Ways = { now: 'report', own: true };

function wayOn({ everywhere: { buttons } }: Words, office: Office, now: WayOn): readonly Button[] {
  const title = { report: buttons.answer, status: buttons.status, summary: buttons.summary, help: buttons.seeHelp }[now];
  return [says(title, office, now), ...(now === 'help' ? [] : [says(buttons.seeHelp, office, 'help')])];
}

type Where = { readonly office: Office; readonly round: RoundPlan | undefined };
const nameOf = (office: Office, section: SectionId): string => sectionOf(office, section)?.name ?? section;

const answer = ({ everywhere }: Words, { office, round }: Where, section: SectionId): readonly Button[] =>
  round === undefined ? [] : [opens(everywhere.buttons.answer, { office, round, section: { id: section } })];

function notOfSection(words: Words, { office, round, caller, ways }: Where & { readonly caller: string | undefined; readonly ways: Ways }, { section, mayDeclare, undone }: Extract<Refusal, { readonly kind: 'not-of-section' }>): Explained {
  const text = words.problems.notOfSection;
  const name = nameOf(office, section);
  const own = ways.own ? [says(words.everywhere.buttons.ownUnit, office, 'report')] : [];
  if (undone !== undefined) {
    const why = words.people.undone;
    return { title: text.title(name), lines: [why.why(caller, name, sayingOf(words, office).dayAt(undone)), why.moved, why.ask(name)], buttons: own };
  }
  if (!mayDeclare || round === undefined) return { title: text.title(name), lines: [text.why(caller, name), text.ask], buttons: own };
  const declare: Button = { title: text.declareButton(name), data: { do: 'declare', ...unitData({ office, round, section: { id: section } }) } };
  return { title: text.title(name), lines: [text.why(caller, name), text.declare(name), text.others], buttons: [declare] };
}

function closed(words: Words, { office, round, ways }: Where & { readonly ways: Ways }, { section, freezeAt, kept, submitted }: Extract<Refusal, { readonly kind: 'closed' }>): Explained {
  const text = words.problems.closed;
  const { open, afterMeeting } = words.correcting;
  const say = sayingOf(words, office);
  const wayOn = (unit: Unit): Button => (submitted ? { title: open, data: { do: 'correct.open', ...unitData(unit) } } : sendsAfterMeeting(afterMeeting.send, unit));
  return {
    title: text.title(round === undefined ? '' : say.round(round), say.moment(freezeAt)),
    lines: [...(kept ? [text.kept] : []), submitted ? text.submitted : text.missing],
    buttons: [...(round === undefined ? [] : [wayOn({ office, round, section: { id: section } })]), ...(ways.now === 'help' ? [] : [says(words.everywhere.buttons.status, office, 'status')])],
  };
}
