import type { z } from 'zod';
import type { CommandName } from '../domain/command.ts';
import type { InitiativeId, OfficeId, RoundId, SectionId } from '../domain/ids.ts';
import type { Payload } from './payload.ts';

/** What a button sends back, before it is checked: exactly what `parsePayload` takes. */
export type Press = z.input<typeof Payload>;

/** The first button of a card is what most people are to press. */
export type Button = { readonly title: string; readonly data: Press };

/** Teams shows no more than six buttons of a card. */
export const MOST_BUTTONS = 6;

type Of<Id> = { readonly id: Id };
/** One section in one round of an office, as a card names it; `sent`: on an ask, the attempt that posted it. */
export type Unit = { readonly office: Of<OfficeId>; readonly round: Of<RoundId>; readonly section: Of<SectionId>; readonly sent?: number | undefined };

/** The ids that every button about a unit carries. */
export const unitData = ({ office, round, section, sent }: Unit) => ({ v: 1, office: office.id, round: round.id, section: section.id, ...(sent === undefined ? {} : { sent }) }) as const;

/** Opens the form of a section. */
export const opens = (title: string, unit: Unit): Button => ({ title, data: { do: 'form.open', ...unitData(unit) } });

/** The same in the place of the pressed card: a receipt that the form makes a thing of the past. */
export const opensHere = (title: string, unit: Unit): Button => ({ title, data: { do: 'form.open', ...unitData(unit), inPlace: true } });

/** Opens the same after 資料確定, for 会議後の提出. */
export const sendsAfterMeeting = (title: string, unit: Unit): Button => ({ title, data: { do: 'form.open', ...unitData(unit), afterMeeting: true } });

/** 内容を見る, for who decides about it; and the 字句修正 of a section, before and after. */
export const checks = (title: string, unit: Unit): Button => ({ title, data: { do: 'check.open', ...unitData(unit) } });
export const seesRewords = (title: string, unit: Unit): Button => ({ title, data: { do: 'rewords.open', ...unitData(unit) } });

/** 略称を直す. */
export const retitles = (title: string, office: Of<OfficeId>, initiative: InitiativeId): Button => ({ title, data: { do: 'title.open', v: 1, office: office.id, initiative } });

/** Says a command, about a section if one is given. */
export const says = (title: string, office: Of<OfficeId>, command: CommandName, section?: Of<SectionId>): Button => ({
  title,
  data: { do: 'command', v: 1, office: office.id, command, ...(section === undefined ? {} : { section: section.id }) },
});
