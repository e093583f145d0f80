import type { Payload } from '../../cards/payload.ts';
import type { NotRegisteredHere } from '../../cards/present/notRegistered.ts';
import type { InitiativeTyped } from '../../domain/decideInitiative.ts';
import type { UnitTyped } from '../../domain/decideUnit.ts';

/** What is pressed on the cards of 取組・所属を直す, with what was chosen and typed beside it. */
export type RegisterPress = Extract<Payload, { readonly do: `register.${string}` }>;
export const isOfRegisterCards = (payload: Payload): payload is RegisterPress => payload.do.startsWith('register.');

/** 略称を直す, by the unit itself. */
export type TitlePress = Extract<Payload, { readonly do: `title.${string}` }>;
export const isOfTitle = (payload: Payload): payload is TitlePress => payload.do.startsWith('title.');

export type Form = Extract<RegisterPress, { readonly do: 'register.form' }>['form'];

/** A form that was just opened holds nothing yet; a refused one, what was typed. */
export type Opened = { readonly pressed: RegisterPress; readonly refusal?: NotRegisteredHere };

/** `owner`: 取組を加える offers none, for it is the unit's own. */
export const initiativeTyped = ({ title = '', text = '', category = '', goals, ongoing, owner, confirmed }: RegisterPress): InitiativeTyped => ({ title, text, category, goals, ongoing, owner, confirmed });
export const unitTyped = ({ name = '', channels = '' }: RegisterPress): UnitTyped => ({ name, channels });
