import { z } from 'zod';
import { parseInitiativeId, parseOfficeId, parseRoundId, parseSectionId, type BadId, type InitiativeId } from '../domain/ids.ts';
import { parseInstant, type BadTime } from '../domain/instant.ts';
import { FIELDS, type Field, type Typed } from '../domain/report.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** A checked string, through the domain's own parser. */
const id = <T extends string>(parse: (given: string) => Result<T, BadId | BadTime>) =>
  z.string().max(200).transform((given, ctx) => {
    const parsed = parse(given);
    if (parsed.ok) return parsed.value;
    ctx.addIssue({ code: 'custom', message: parsed.error.kind });
    return z.NEVER;
  });

const office = id(parseOfficeId);
const round = id(parseRoundId);
const section = id(parseSectionId);
const unit = { v: z.literal(1), office, round, section };
/** Which attempt at the ask posted the card; absent on cards that are no ask, and on old ones. */
const sent = z.coerce.number().int().min(1).optional();
/** The version of what a card showed: the moment it was drawn. */
const moment = id(parseInstant);
const page = z.coerce.number().int().min(1).max(200);
/** A form knows the version it was drawn from and whose it is. */
const form = { ...unit, base: z.coerce.number().int().min(0), page };

/**
 * What a card sends back in its `data`: ids and a version, nothing else. Bump `v` whenever a field changes: old cards stay in chats
 * for months. What the person typed comes beside it, as inputs named by `inputId`.
 */
export const Payload = z.discriminatedUnion('do', [
  z.object({ do: z.literal('form.open'), ...unit, sent, page: page.optional() }),
  z.object({ do: z.literal('form.page'), ...form, to: page }),
  z.object({ do: z.literal('form.save'), ...form }),
  /** `sure`: 「このまま提出」 after something was pointed out. */
  z.object({ do: z.literal('form.submit'), ...form, sure: z.boolean().optional() }),
  z.object({ do: z.literal('form.unchanged'), ...unit, sent }),
  z.object({ do: z.literal('conflict.choose'), ...unit, use: z.enum(['typed', 'saved', 'edit']) }),
  /** 総務課の職員として回答します; 担当者として登録. */
  z.object({ do: z.literal('declare'), ...unit, sent, reporter: z.boolean().optional() }),
  z.object({ do: z.literal('official-text'), ...unit, page }),
  /** A refresh of a posted card. */
  z.object({ do: z.literal('card.refresh'), ...unit }),
  /** A button that says a command: `status`, `help`, … as `Command` names them. */
  z.object({ do: z.literal('command'), v: z.literal(1), office, command: z.string().max(40), section: section.optional() }),
  z.object({ do: z.literal('office.live'), v: z.literal(1), office }),
  z.object({ do: z.literal('office.choose'), v: z.literal(1), office }),
  z.object({ do: z.literal('office.test-card'), v: z.literal(1), office }),
  z.object({ do: z.literal('pause'), v: z.literal(1), office, section: section.optional(), state: z.enum(['paused', 'resumed']) }),
  z.object({ do: z.literal('place.bind'), v: z.literal(1), office, target: z.string().max(60).optional() }),
  /** もう一度送る, of one unit or of the whole round, as it stood when the card was drawn. */
  z.object({ do: z.literal('delivery.again'), v: z.literal(1), office, round, section: section.optional(), asOf: moment }),
  z.object({ do: z.literal('delivery.look'), v: z.literal(1), office, section: section.optional() }),
  z.object({ do: z.literal('summary.release'), v: z.literal(1), office, round, state: z.enum(['released', 'held', 'again']) }),
]);
export type Payload = z.infer<typeof Payload>;

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
const LONGEST_KEPT = 20_000;

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

/** `inputId` read back; `undefined` for any other name. */
function inputNamed(name: string): { readonly initiative: InitiativeId; readonly field: Field } | undefined {
  const [mark, rawInitiative, rawField, ...rest] = name.split('.');
  const field = FIELDS.find((known) => known === rawField);
  const initiative = parseInitiativeId(rawInitiative ?? '');
  return mark === 'f' && rest.length === 0 && field !== undefined && initiative.ok ? { initiative: initiative.value, field } : undefined;
}
