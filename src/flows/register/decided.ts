import { presentAdded, presentChanged, presentEnded, presentUnitAdded, presentUnitChanged, presentUnitEnded } from '../../cards/present/registerReceipts.ts';
import type { NotRegisteredHere } from '../../cards/present/notRegistered.ts';
import type { CardView } from '../../cards/views.ts';
import type { RegisterAmendment } from '../../domain/amendRegister.ts';
import type { Amendments } from '../../domain/amendments.ts';
import { addInitiative, firstAsked } from '../../domain/decideAdded.ts';
import { endInitiative, endSection, resumeInitiative, resumeSection } from '../../domain/decideEnding.ts';
import { changeInitiative } from '../../domain/decideInitiative.ts';
import { addUnit, changeUnit } from '../../domain/decideUnit.ts';
import type { Initiative, Section } from '../../domain/office.ts';
import { openWriting, type OpenWriting } from '../../domain/registerRefusals.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Answer } from '../../ports.ts';
import { amended } from '../amended.ts';
import { replace, type DeskNeeds, type Visit } from '../desk.ts';
import { loadRoundOf, type OfficeFacts } from '../facts.ts';
import { openForm } from './forms.ts';
import { placedByName } from './placed.ts';
import { initiativeTyped, unitTyped, type Form, type RegisterPress } from './press.ts';

type Decided = Result<RegisterAmendment | undefined, NotRegisteredHere>;
/** What is decided upon the office as it is at that moment. */
type Decide = (facts: OfficeFacts, known: { readonly open: readonly OpenWriting[]; readonly amendments: Amendments | undefined }) => Decided;
/** What is answered, of the office as it is then; nothing, if what it is about is not in it. */
type Receipt = (facts: OfficeFacts) => CardView | undefined | Promise<CardView | undefined>;

async function settled(needs: DeskNeeds, visit: Visit, pressed: RegisterPress, form: Form, decide: Decide, receipt: Receipt): Promise<Answer> {
  const written = await amended<NotRegisteredHere>(needs, visit, async (facts, amendments) => decide(facts, { open: await openRounds(needs, visit, facts), amendments }));
  if (!written.ok) return openForm(needs, visit, form, pressed, written.error);
  const view = await receipt(written.value);
  return view === undefined ? openForm(needs, visit, form, pressed) : replace(needs, view);
}

/** What is written in the rounds that are still open. */
async function openRounds({ store }: DeskNeeds, { now }: Visit, facts: OfficeFacts): Promise<readonly OpenWriting[]> {
  const rounds = await Promise.all(facts.office.rounds.map(({ id }) => loadRoundOf(store, facts, id)));
  return rounds.flatMap((round) => (round === undefined ? [] : (openWriting(round, now) ?? [])));
}

const deciderOf = ({ standing, now }: Visit) => ({ by: standing.person, at: now });
const initiativeIn = ({ office }: OfficeFacts, wanted: string): Initiative | undefined => office.initiatives.find(({ id }) => id === wanted);
const sectionIn = ({ office }: OfficeFacts, wanted: string): Section | undefined => office.sections.find(({ id }) => id === wanted);

/** 登録する: only what was changed by hand. */
export function changedHere(needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> {
  const { initiative: id, seen } = pressed;
  let before: Initiative | undefined;
  return settled(needs, visit, pressed, 'change', (facts, { open }) => {
    before = initiativeIn(facts, id);
    return changeInitiative(facts.office, open, { id, typed: initiativeTyped(pressed), seen, sure: pressed.sure === true }, deciderOf(visit));
  }, (facts) => {
    const after = initiativeIn(facts, id);
    return before === undefined || after === undefined ? undefined : presentChanged(visit.words, { office: facts.office, before, after, own: false });
  });
}

/** 加える. */
export function addedHere(needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> {
  const typed = { ...initiativeTyped(pressed), owner: pressed.section, confirmed: 'yes' };
  let added: Initiative | undefined;
  return settled(needs, visit, pressed, 'add', ({ office }, { amendments }) => {
    const decision = addInitiative(office, amendments, { id: pressed.id, typed, first: pressed.day, sure: pressed.sure === true }, deciderOf(visit), visit.today);
    if (!decision.ok) return decision;
    ({ added } = decision.value);
    return ok(decision.value.act);
  }, ({ office }) => (added === undefined ? undefined : presentAdded(visit.words, { office, added, first: firstAsked(office, added, visit.now) })));
}

/** 終える, and 終了を取り消す. */
export const endedHere = (needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> =>
  settled(needs, visit, pressed, 'end', ({ office }, { open }) => endInitiative(office, open, { id: pressed.initiative, day: pressed.day }, deciderOf(visit)), endedReceipt(visit, pressed));
export const resumedHere = (needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> =>
  settled(needs, visit, pressed, 'end', ({ office }) => resumeInitiative(office, pressed.initiative, deciderOf(visit)), endedReceipt(visit, pressed));

const endedReceipt = ({ words }: Visit, { initiative: id }: RegisterPress): Receipt => (facts) => {
  const initiative = initiativeIn(facts, id);
  return initiative === undefined ? undefined : presentEnded(words, { office: facts.office, initiative });
};

/** 名称・チャネル名を直す. */
export function unitChangedHere(needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> {
  const { section: id, seen } = pressed;
  let before: Section | undefined;
  return settled(needs, visit, pressed, 'change-unit', (facts) => {
    before = sectionIn(facts, id);
    return changeUnit(facts.office, { id, typed: unitTyped(pressed), seen, sure: pressed.sure === true }, deciderOf(visit));
  }, async (facts) => {
    await placedByName(needs, facts, visit.now);
    const after = sectionIn(facts, id);
    return before === undefined || after === undefined ? undefined : presentUnitChanged(visit.words, { office: facts.office, before, after });
  });
}

/** 所属を加える. */
export function unitAddedHere(needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> {
  let added: Section | undefined;
  return settled(needs, visit, pressed, 'add-unit', ({ office }, { amendments }) => {
    const decision = addUnit(office, amendments, { id: pressed.id, typed: unitTyped(pressed), first: pressed.day, sure: pressed.sure === true }, deciderOf(visit), visit.today);
    if (!decision.ok) return decision;
    ({ added } = decision.value);
    return ok(decision.value.act);
  }, async (facts) => {
    const places = await placedByName(needs, facts, visit.now);
    return added === undefined ? undefined : presentUnitAdded(visit.words, { office: facts.office, added, place: places.sections[added.id] });
  });
}

/** 所属を終える, and 終了を取り消す. */
export const unitEndedHere = (needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> =>
  settled(needs, visit, pressed, 'end-unit', ({ office }, { open }) => endSection(office, open, { id: pressed.section, day: pressed.day }, deciderOf(visit)), unitEndedReceipt(visit, pressed));
export const unitResumedHere = (needs: DeskNeeds, visit: Visit, pressed: RegisterPress): Promise<Answer> =>
  settled(needs, visit, pressed, 'end-unit', ({ office }) => resumeSection(office, pressed.section, deciderOf(visit)), unitEndedReceipt(visit, pressed));

const unitEndedReceipt = ({ words }: Visit, { section: id }: RegisterPress): Receipt => (facts) => {
  const section = sectionIn(facts, id);
  if (section === undefined) return undefined;
  const { office } = facts;
  const stays = ({ to }: { readonly to?: string }): boolean => to === undefined || (section.to !== undefined && section.to < to);
  return presentUnitEnded(words, {
    office, section, initiatives: office.initiatives.filter((each) => each.section === id && stays(each)).length,
    posts: office.posts.filter((post) => post.role !== 'secretariat' && post.section === id && stays(post)).length,
  });
};
