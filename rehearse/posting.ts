import { buttonsOn, buttonThat, inputsOn, wordsOn } from './cardReading.ts';
import type { Standing } from './client.ts';
import { cardsBrought, moved, type Deciding, type Done } from './deciding.ts';
import type { Folder } from './folder.ts';
import { ownChat, staffOf, type Person, type Town } from './town.ts';
import type { Moved, OfPost, Transition } from './witness.ts';
import type { Seldom } from './seldom.ts';

/** 担当という行い: who holds which post of a unit, and whose word 「総務課の職員として回答します」 is undone. */
export type Posting = Omit<Deciding, 'unit'> & { readonly folder: Folder; readonly town: Town; /** Of the office. */ readonly today: string };

export const POSTED = ['undo-declaration', 'register-again', 'appoint-deputy', 'make-first', 'end-post', 'see-people'] as const satisfies readonly Seldom[];
export type Posted = (typeof POSTED)[number];

type Subject = OfPost & { readonly unit: string };

/** @param unit whose deputies change; of all else it is known from what was done before. @returns false if nobody was there. */
export async function posting(needs: Posting, by: Person, what: Posted, unit: string): Done {
  const subject = SUBJECTS[what](needs, by, unit);
  if (subject === undefined) return true;
  const { opened, reached } = await openPeople(needs, by, subject.unit);
  return opened === undefined || what === 'see-people' ? reached : DECIDED[what](needs, by, opened, subject);
}

const SUBJECTS: Readonly<Record<Posted, (needs: Posting, by: Person, unit: string) => Subject | undefined>> = {
  'undo-declaration': declaredIn,
  'register-again': (needs, by) => undoneIn(needs, by.office),
  'appoint-deputy': ({ town }, { office }, unit) => {
    const holder = staffOf(town, { office, unit }).findLast(({ alone }) => !alone);
    return holder && { unit, holder, role: 'deputy' };
  },
  'make-first': appointedIn, 'end-post': appointedIn, 'see-people': appointedIn,
};

/** Who answered from a channel must have said that they belong to that unit; nobody of the list of posts, whom it lets answer anyway. */
function declaredIn({ witness, town, folder }: Posting, { office }: Person): Subject | undefined {
  const isOfChannel = ({ unit }: Person): boolean => town.spots.some((spot) => spot.office === office && spot.unit === unit && spot.kind === 'channel');
  const isListed = ({ id, upn }: Person): boolean => folder.posts.some(({ person }) => person === id || person === upn);
  const busy = appointedIn({ witness }, { office })?.unit;
  const holder = witness.acknowledged.map(({ person }) => town.people.find(({ id, unit }) => id === person.id && unit === person.unit))
    .find((person) => person?.office === office && person.role === 'staff' && !person.alone && person.unit !== busy && isOfChannel(person) && !isListed(person));
  return holder?.unit === undefined ? undefined : { unit: holder.unit, holder, role: 'reporter' };
}

const lastOf = ({ witness: { moved: all } }: Pick<Posting, 'witness'>, office: string, is: (each: Moved) => boolean): Subject | undefined => {
  const last = all.findLast((each) => each.person.office === office && is(each));
  return last?.post && { ...last.post, unit: last.unit };
};

/** Whose word was undone last. */
export const undoneIn = (needs: Pick<Posting, 'witness'>, office: string): Subject | undefined => lastOf(needs, office, ({ what }) => what === 'undo-declaration');

function appointedIn(needs: Pick<Posting, 'witness'>, { office }: Pick<Person, 'office'>): Subject | undefined {
  return lastOf(needs, office, ({ what, post }) => what === 'appoint' && post?.role === 'deputy');
}

/** 「担当」 in a chat of one's own, and the unit opened: as it is seen then. */
async function openPeople({ client, witness, now }: Posting, by: Person, unit: string): Promise<{ readonly opened?: Standing; readonly reached: boolean }> {
  const chat = ownChat(by);
  const said = await client.say(by, chat, '担当');
  const all = cardsBrought(said, { spot: chat, conversation: chat.id, activity: '', card: {} }).find(({ card }) => buttonThat(card, 'people.see') !== undefined);
  const button = all && buttonsOn(all.card).find(({ data }) => data['do'] === 'people.see' && data['of'] === 'unit');
  if (all === undefined || button === undefined) return { reached: said.status !== 0 };
  const outcome = await client.press(by, all, button, { section: unit });
  const opened = cardsBrought(outcome, all).find(({ card }) => buttonThat(card, 'people.form') !== undefined);
  if (opened !== undefined) witness.rosters.push({ at: now(), unit, person: by, card: opened.card });
  return { reached: outcome.status !== 0, ...(opened === undefined ? {} : { opened }) };
}

type Decided = (needs: Posting, by: Person, opened: Standing, subject: Subject) => Done;
type Form = { readonly form: 'appoint' | 'end' | 'undo' | 'order'; readonly what: Transition; readonly sign: RegExp; readonly input: 'person' | 'post'; readonly day?: string };

const APPOINT = { form: 'appoint', what: 'appoint', input: 'person', sign: /さんを、.*として登録しました（|^.* is registered for / } as const;

const DECIDED: Readonly<Record<Exclude<Posted, 'see-people'>, Decided>> = {
  'appoint-deputy': (...given) => filledIn(...given, APPOINT),
  'register-again': (...given) => filledIn(...given, APPOINT),
  'make-first': (...given) => filledIn(...given, { form: 'order', what: 'make-first', input: 'person', sign: /さんを、代理の1番目にしました|is the first deputy now/ }),
  'end-post': (needs, ...given) => filledIn(needs, ...given, { form: 'end', what: 'end-post', input: 'post', day: needs.today, sign: /さんの職（.*で終わります|^The post of .* ends with / }),
  'undo-declaration': (...given) => filledIn(...given, { form: 'undo', what: 'undo-declaration', input: 'person', sign: /の職員としての登録を取り消しました|^The registration of .* is undone/ }),
};

/** Opens the form, chooses the person, and presses; whatever else stands in it is left as it is. */
async function filledIn(needs: Posting, by: Person, opened: Standing, { unit, holder, role }: Subject, { form: wanted, what, sign, input, day }: Form): Done {
  const form = await formFor(needs, by, opened, wanted, (first) => searched(needs, by, first, input, holder));
  const [press, chosen] = [form && buttonThat(form.card, `people.${wanted}`), form && choiceOf(form, input, holder)];
  if (form === undefined || press === undefined || chosen === undefined) return true;
  const outcome = await needs.client.press(by, form, press, { ...standingIn(form), ...(wanted === 'appoint' ? { role } : {}), [input]: chosen });
  if (cardsBrought(outcome, form).some(({ card }) => wordsOn(card).some((words) => sign.test(words)))) moved({ ...needs, unit }, by, what, { post: { holder, role }, ...(day === undefined ? {} : { day }) });
  return outcome.status !== 0;
}

async function formFor({ client }: Posting, by: Person, opened: Standing, wanted: Form['form'], narrowed: (form: Standing) => Promise<Standing>): Promise<Standing | undefined> {
  const button = buttonsOn(opened.card).find(({ data }) => data['do'] === 'people.form' && data['form'] === wanted);
  if (button === undefined) return undefined;
  const form = cardsBrought(await client.press(by, opened, button), opened).find(({ card }) => buttonThat(card, `people.${wanted}`) !== undefined);
  return form && narrowed(form);
}

const standingIn = ({ card }: Standing): Readonly<Record<string, string>> => Object.fromEntries(inputsOn(card).map(({ id, value }) => [id, value]));

/** A post is named by whose it is, and as what. */
const choiceOf = ({ card }: Standing, input: Form['input'], { id }: Person): string | undefined => inputsOn(card).find((each) => each.id === input)?.choices.find(({ value }) => (input === 'person' ? value === id : value.includes(id)))?.value;

/** 「氏名で絞り込む」, where there are too many to be listed. */
async function searched({ client }: Posting, by: Person, form: Standing, input: Form['input'], holder: Person): Promise<Standing> {
  const button = buttonThat(form.card, 'people.find');
  if (button === undefined || choiceOf(form, input, holder) !== undefined) return form;
  return cardsBrought(await client.press(by, form, button, { ...standingIn(form), find: holder.name }), form).find(({ card }) => buttonThat(card, 'people.find') !== undefined) ?? form;
}
