import { z } from 'zod';
import { HANDLINGS, parseDirectionKey, type DirectionKey } from '../domain/direction.ts';
import { parseInitiativeId, parseOfficeId, parseRoundId, parseSectionId, type BadId, type InitiativeId } from '../domain/ids.ts';
import { parseInstant, type BadTime } from '../domain/instant.ts';
import { FIELDS, type Field, type Typed } from '../domain/report.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { TEXT_FIELDS } from '../domain/scale.ts';

/** A checked string, through the domain's own parser. */
const id = <T extends string>(parse: (given: string) => Result<T, BadId | BadTime>) =>
  z.string().max(200).transform((given, ctx) => {
    const parsed = parse(given);
    if (parsed.ok) return parsed.value;
    ctx.addIssue({ code: 'custom', message: parsed.error.kind });
    return z.NEVER;
  });

/** One 指示・意見 of any round. */
function named(given: string, ctx: z.RefinementCtx): DirectionKey {
  const parsed = parseDirectionKey(given);
  if (parsed.ok) return parsed.value;
  ctx.addIssue({ code: 'custom', message: parsed.error.kind });
  return z.NEVER;
}

const office = id(parseOfficeId);
const round = id(parseRoundId);
const section = id(parseSectionId);
const unit = { v: z.literal(1), office, round, section };
/** Which attempt at the ask posted the card; absent on cards that are no ask, and on old ones. */
const sent = z.coerce.number().int().min(1).optional();
/** The version of what a card showed: the moment it was drawn. */
const moment = id(parseInstant);
const page = z.coerce.number().int().min(1).max(200);
/** Names a post, a person or a day; `''` for not chosen. */
const chosen = z.string().max(400).default('');
const people = { v: z.literal(1), office, section: section.optional(), role: chosen, person: chosen, from: chosen, to: chosen, post: chosen, day: chosen, find: chosen };
/** What is typed beside the button in a line of its own; however long, so that the domain can still say how much is too much. */
const written = z.string().transform((text) => text.slice(0, LONGEST_KEPT)).optional();
/** 会議後の提出. */
const afterMeeting = z.boolean().optional();
/** A form knows the version it was drawn from, and whether its inputs held it; 代理入力 says in it how the answer came. */
const form = { ...unit, base: z.coerce.number().int().min(0), page, source: written, hidden: z.boolean().optional() };

/** What the secretariat presses of one unit; what was chosen and written on its card comes with every press, so that nothing of it is lost. */
const unitPanel = { ...unit, to: chosen, reason: written };
const ofRound = { v: z.literal(1), office, round };
/** 版 of the summary. */
const edition = z.coerce.number().int().min(1).max(1000);

/** What is chosen and typed on the cards of 回を作る・日程を変える. `seen`: the dates that were shown when the button was drawn; `dropped`: of those that were called off. */
const plan = { v: z.literal(1), office, plan: chosen, dropped: chosen, kind: chosen, name: written, trial: chosen, meetingOn: chosen, asOf: chosen, seen: chosen };

/** What is chosen and typed on the cards of 取組・所属を直す. `seen`: the version of the form, field by field; `id`: what an added thing is to be called. */
const register = {
  v: z.literal(1), office, section: chosen, initiative: chosen, page: page.optional(), id: chosen, seen: chosen, day: chosen, goals: chosen, ongoing: chosen, owner: chosen, confirmed: chosen,
  title: written, text: written, category: written, name: written, channels: written, sure: z.boolean().optional(),
};

const direction = { v: z.literal(1), office, direction: z.string().max(60).transform(named) };

/** `seen`: the version of the report that was looked at. Without a page it was pressed on the message that asks for it. */
const check = { ...unit, seen: z.coerce.number().int().min(0), page: page.optional() };

/**
 * What a card sends back in its `data`: ids and a version, nothing else. Bump `v` whenever a field changes: old cards stay in chats
 * for months. What the person typed comes beside it, as inputs named by `inputId`.
 */
export const Payload = z.discriminatedUnion('do', [
  /** `inPlace`: from a receipt, which it takes the place of. */
  z.object({ do: z.literal('form.open'), ...unit, sent, page: page.optional(), afterMeeting, inPlace: z.boolean().optional() }),
  /** `from`: the initiative at the edge of the page that was turned; pages grow as people write, and none may be skipped. */
  z.object({ do: z.literal('form.page'), ...form, to: page, from: id(parseInitiativeId).optional() }),
  z.object({ do: z.literal('form.save'), ...form }),
  /** `sure`: 「このまま提出」 after something was pointed out. */
  z.object({ do: z.literal('form.submit'), ...form, sure: z.boolean().optional(), afterMeeting }),
  /** 「前回の文を写す」, into one box. */
  z.object({ do: z.literal('form.copy'), ...form, initiative: id(parseInitiativeId), field: z.enum(TEXT_FIELDS) }),
  /** 「印刷用に表示」: of a form, with what is typed into it; without `base`, of a receipt. */
  z.object({ do: z.literal('form.print'), ...form, base: form.base.optional(), page: page.optional() }),
  z.object({ do: z.literal('form.unchanged'), ...unit, sent }),
  z.object({ do: z.literal('promise.open'), ...unit, sent }),
  /** The day is chosen beside the button. `withdraw`: the one that was given is taken back. */
  z.object({ do: z.literal('promise.save'), ...unit, day: chosen, withdraw: z.boolean().optional() }),
  z.object({ do: z.literal('correct.open'), ...unit, page: page.optional() }),
  /** `seen`: the version that the form was drawn from. `sure`: 「このまま訂正する」 after something was pointed out. */
  z.object({ do: z.literal('correct.save'), ...unit, seen: z.coerce.number().int().min(0), page, reason: written, sure: z.boolean().optional() }),
  /** `waiting`: how many fields were left to choose upon when the card was drawn. */
  z.object({ do: z.literal('conflict.choose'), ...unit, use: z.enum(['typed', 'saved', 'edit']), waiting: z.coerce.number().int().min(1).optional() }),
  /** 総務課の職員として回答します; 担当者として登録. */
  z.object({ do: z.literal('declare'), ...unit, sent, reporter: z.boolean().optional() }),
  z.object({ do: z.literal('official-text'), ...unit, page }),
  /** A refresh of a posted card: of the message with that key. */
  z.object({ do: z.literal('card.refresh'), ...unit, key: z.string().max(400).optional() }),
  /** A button that says a command: `status`, `help`, … as `Command` names them. */
  z.object({ do: z.literal('command'), v: z.literal(1), office, command: z.string().max(40), section: section.optional() }),
  /** これまでの報告: of a section, or of one initiative, which may be chosen beside the button; without either, of one's own. */
  /** `of`: a page of the list, whatever stands chosen in the drop-down beside its button. */
  z.object({ do: z.literal('history.open'), v: z.literal(1), office, section: section.optional(), initiative: id(parseInitiativeId).optional(), page: page.optional(), of: z.literal('list').optional() }),
  z.object({ do: z.literal('office.live'), v: z.literal(1), office }),
  z.object({ do: z.literal('office.choose'), v: z.literal(1), office }),
  z.object({ do: z.literal('office.test-card'), v: z.literal(1), office }),
  z.object({ do: z.literal('pause'), v: z.literal(1), office, section: section.optional(), state: z.enum(['paused', 'resumed']) }),
  z.object({ do: z.literal('place.bind'), v: z.literal(1), office, target: z.string().max(60).optional() }),
  /** もう一度送る, of one unit or of the whole round, as it stood when the card was drawn. */
  z.object({ do: z.literal('delivery.again'), v: z.literal(1), office, round, section: section.optional(), asOf: moment }),
  z.object({ do: z.literal('delivery.look'), v: z.literal(1), office, section: section.optional() }),
  /** 担当: of a unit, or of 事務局 where no section is named. What was chosen and typed comes beside it. */
  z.object({ do: z.literal('people.see'), ...people, of: z.enum(['all', 'unit', 'secretariat']) }),
  z.object({ do: z.literal('people.form'), ...people, form: z.enum(['appoint', 'end', 'undo', 'order']) }),
  z.object({ do: z.literal('people.find'), ...people }),
  z.object({ do: z.literal('people.appoint'), ...people }),
  z.object({ do: z.literal('people.end'), ...people }),
  z.object({ do: z.literal('people.undo'), ...people }),
  z.object({ do: z.literal('people.order'), ...people }),
  /** 内容を見る: the 確認の画面 of what a unit submitted, for its head or for the secretariat. */
  z.object({ do: z.literal('check.open'), ...unit, page: page.optional() }),
  /** One of its pages, with what is typed into it. */
  z.object({ do: z.literal('check.page'), ...check, to: page }),
  z.object({ do: z.literal('confirm'), ...check }),
  z.object({ do: z.literal('accept'), ...check }),
  z.object({ do: z.literal('send-back'), ...check, sure: z.boolean().optional() }),
  /** 字句を直す: the texts of one page, and what was made of them. */
  z.object({ do: z.literal('reword'), ...check }),
  z.object({ do: z.literal('reword-save'), ...check, sure: z.boolean().optional() }),
  /** 字句修正, before and after. */
  z.object({ do: z.literal('rewords.open'), ...unit }),
  /** 事務局の一覧, and what is done from it. */
  z.object({ do: z.literal('board.open'), ...ofRound }),
  z.object({ do: z.literal('board.more'), ...ofRound }),
  z.object({ do: z.literal('board.preview'), ...ofRound }),
  /** まとめて確認済みにする: what stood there when the card was drawn. */
  z.object({ do: z.literal('board.accept'), ...ofRound, asOf: moment }),
  /** `seen`: the moment of the decision that stood on the card; here and below none if there was none. */
  z.object({ do: z.literal('board.ask'), ...ofRound, state: z.enum(['released', 'held']), on: z.enum(['board', 'preview']), seen: moment.optional() }),
  z.object({ do: z.literal('board.announce'), ...ofRound }),
  /** この試行を消す; `sure` once it was asked. */
  z.object({ do: z.literal('board.remove-trial'), ...ofRound, sure: z.boolean().optional() }),
  /** この所属を開く: the unit is chosen beside the button. */
  z.object({ do: z.literal('board.unit'), ...unitPanel }),
  z.object({ do: z.literal('board.extend'), ...unitPanel }),
  /** `sure`: 「このまま対象外にする」 after something was pointed out in its reason. */
  z.object({ do: z.literal('board.exempt'), ...unitPanel, sure: z.boolean().optional() }),
  z.object({ do: z.literal('board.include'), ...unitPanel }),
  z.object({ do: z.literal('board.remind'), ...unitPanel }),
  z.object({ do: z.literal('board.pause'), ...unitPanel, state: z.enum(['paused', 'resumed']) }),
  /** 回を作る・日程を変える: the coming rounds, the form for one of them or for a new one, what would follow, and what is decided. */
  z.object({ do: z.literal('rounds.see'), v: z.literal(1), office }),
  z.object({ do: z.literal('rounds.form'), ...plan, form: z.enum(['move', 'make', 'drop', 'restore']) }),
  z.object({ do: z.literal('rounds.look'), ...plan, form: z.enum(['move', 'make']) }),
  z.object({ do: z.literal('rounds.move'), ...plan }),
  /** `sure`: what was pointed out in its name is meant so. */
  z.object({ do: z.literal('rounds.make'), ...plan, sure: z.boolean().optional() }),
  z.object({ do: z.literal('rounds.drop'), ...plan }),
  z.object({ do: z.literal('rounds.restore'), ...plan }),
  /** 取組・所属を直す: the units, one of them (chosen beside the button), the form for it or for one of its initiatives, and what is decided. */
  z.object({ do: z.literal('register.see'), ...register }),
  z.object({ do: z.literal('register.unit'), ...register }),
  z.object({ do: z.literal('register.form'), ...register, form: z.enum(['change', 'add', 'end', 'change-unit', 'add-unit', 'end-unit']) }),
  z.object({ do: z.literal('register.change'), ...register }),
  z.object({ do: z.literal('register.add'), ...register }),
  z.object({ do: z.literal('register.end'), ...register }),
  z.object({ do: z.literal('register.resume'), ...register }),
  z.object({ do: z.literal('register.change-unit'), ...register }),
  z.object({ do: z.literal('register.add-unit'), ...register }),
  z.object({ do: z.literal('register.end-unit'), ...register }),
  z.object({ do: z.literal('register.resume-unit'), ...register }),
  /** 略称を直す, by the unit itself. */
  z.object({ do: z.literal('title.open'), v: z.literal(1), office, initiative: id(parseInitiativeId) }),
  z.object({ do: z.literal('title.save'), v: z.literal(1), office, initiative: id(parseInitiativeId), title: written, seen: chosen, sure: z.boolean().optional() }),
  /** 指示・意見 of a round's meeting: all of them, the form for one more (the unit is chosen beside the button), and what is written into it. */
  z.object({ do: z.literal('direction.list'), ...ofRound }),
  z.object({ do: z.literal('direction.form'), ...unit }),
  z.object({ do: z.literal('direction.give'), ...unit, base: z.coerce.number().int().min(0), initiative: chosen, sure: z.boolean().optional() }),
  /** One of them, which may be chosen beside the button; 対応の状況; 取り消す, `sure` once it was asked. */
  z.object({ do: z.literal('direction.open'), ...direction }),
  z.object({ do: z.literal('direction.follow'), ...direction, seen: z.coerce.number().int().min(0), state: z.enum(['', ...HANDLINGS]).default(''), sure: z.boolean().optional() }),
  z.object({ do: z.literal('direction.withdraw'), ...direction, seen: z.coerce.number().int().min(0), sure: z.boolean().optional() }),
  z.object({ do: z.literal('summary.release'), v: z.literal(1), office, round, state: z.enum(['released', 'held', 'again', 'arrived']), seen: moment.optional() }),
  /** 差替え: its preview; the press upon it, which carries what it showed; and one 版 of those that the meeting was sent. */
  z.object({ do: z.literal('summary.look'), ...ofRound }),
  z.object({ do: z.literal('summary.replace'), ...ofRound, edition, asOf: moment }),
  z.object({ do: z.literal('summary.edition'), ...ofRound, edition }),
]);
export type Payload = z.infer<typeof Payload>;

/** The boxes that come under names of the button's own: `reason`, `source`, … */
export const WRITTEN: ReadonlySet<string> = new Set(Payload.options.flatMap(({ shape }) => Object.entries(shape).flatMap(([name, schema]: [string, unknown]) => (schema === written ? [name] : []))));

export type BadPayload = { readonly kind: 'bad-payload' };

export function parsePayload(data: unknown): Result<Payload, BadPayload> {
  const parsed = Payload.safeParse(data);
  return parsed.success ? ok(parsed.data) : err({ kind: 'bad-payload' });
}

/** The id of an input of a form, e.g. `f.soumu-01.done`. */
export const inputId = (initiative: InitiativeId, field: Field): string => `f.${initiative}.${field}`;

/** Chosen or not: whatever a client sends for not chosen (`no`, `false`) is empty. */
const TICKS: readonly Field[] = ['unchanged', 'notOurs'];

/** Longer than any field may be, so that the domain can still say how much is too much. */
export const LONGEST_KEPT = 20_000;

/** What was typed, out of everything that came with the press; what is not a field of ours is dropped. Line ends become `\n`. */
export function typedIn(data: unknown): Typed {
  const typed: Record<InitiativeId, Partial<Record<Field, string>>> = {};
  if (typeof data !== 'object' || data === null) return typed;
  for (const [name, value] of Object.entries(data)) {
    const input = inputNamed(name);
    if (input === undefined || typeof value !== 'string') continue;
    const text = value.replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_KEPT);
    (typed[input.initiative] ??= {})[input.field] = TICKS.includes(input.field) && text !== 'yes' ? '' : text;
  }
  return typed;
}

/** The id of the box for what is to be mended in an initiative, e.g. `c.soumu-01`. */
export const commentId = (initiative: InitiativeId): string => `c.${initiative}`;

/** 修正が必要な点, by initiative; where nothing was typed there is none. */
export function commentsIn(data: unknown): Readonly<Record<InitiativeId, string>> {
  if (typeof data !== 'object' || data === null) return {};
  const comments = Object.entries(data).flatMap(([name, value]) => {
    const initiative = name.startsWith('c.') ? parseInitiativeId(name.slice(2)) : undefined;
    const text = typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_KEPT) : '';
    return initiative?.ok === true && text !== '' ? [[initiative.value, text] as const] : [];
  });
  return Object.fromEntries(comments);
}

/** The box for 指示・意見, and for what was done about one. */
export const DIRECTION_INPUT = 'd.text';

export function directionIn(data: unknown): string {
  const text: unknown = typeof data === 'object' && data !== null ? Object.entries(data).find(([name]) => name === DIRECTION_INPUT)?.[1] : undefined;
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_KEPT) : '';
}

/** `inputId` read back; `undefined` for any other name. */
function inputNamed(name: string): { readonly initiative: InitiativeId; readonly field: Field } | undefined {
  const [mark, rawInitiative, rawField, ...rest] = name.split('.');
  const field = FIELDS.find((known) => known === rawField);
  const initiative = parseInitiativeId(rawInitiative ?? '');
  return mark === 'f' && rest.length === 0 && field !== undefined && initiative.ok ? { initiative: initiative.value, field } : undefined;
}
