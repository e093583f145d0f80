import type { InitiativeId, PersonId, SectionId } from './ids.ts';
import type { Instant, LocalDate } from './instant.ts';
import type { Initiative, Office, Section, Validity } from './office.ts';

type Decided = { readonly at: Instant; readonly by: PersonId };

/** What can be changed of an initiative, and of a unit, in chat. */
export type InitiativeSet = Partial<Pick<Initiative, 'title' | 'officialText' | 'category' | 'goals' | 'ongoing' | 'section' | 'confirmed'>>;
export type SectionSet = Partial<Pick<Section, 'name' | 'channels'>>;

/** 取組・所属の変更: what was decided about the register in chat. */
export type RegisterAmendment =
  /** `set` holds only what was changed. */
  | ({ readonly kind: 'initiative-changed'; readonly initiative: InitiativeId; readonly set: InitiativeSet } & Decided)
  /** 取組を加える. It is whole: the folder knows nothing of it. */
  | ({ readonly kind: 'initiative-added'; readonly initiative: Initiative } & Decided)
  | ({ readonly kind: 'initiative-ended'; readonly initiative: InitiativeId; readonly lastDay: LocalDate } & Decided)
  /** 終了を取り消す, whoever ended it. */
  | ({ readonly kind: 'initiative-resumed'; readonly initiative: InitiativeId } & Decided)
  | ({ readonly kind: 'section-changed'; readonly section: SectionId; readonly set: SectionSet } & Decided)
  | ({ readonly kind: 'section-added'; readonly section: Section } & Decided)
  | ({ readonly kind: 'section-ended'; readonly section: SectionId; readonly lastDay: LocalDate } & Decided)
  | ({ readonly kind: 'section-resumed'; readonly section: SectionId } & Decided);

/** Of all that was decided over the folder, what concerns the register. */
export const isOfRegister = (act: { readonly kind: string }): act is RegisterAmendment => act.kind.startsWith('initiative-') || act.kind.startsWith('section-');

/** 所属と取組. */
export type Register = Pick<Office, 'sections' | 'initiatives'>;

/** The register as it was decided, one act after the other; an act on what is not there changes nothing, and nothing is ever taken out. */
export const amendedRegister = ({ sections, initiatives }: Register, acts: readonly RegisterAmendment[]): Register => acts.reduce<Register>(amended, { sections, initiatives });

function amended(register: Register, act: RegisterAmendment): Register {
  switch (act.kind) {
    case 'initiative-changed': return ofInitiative(register, act.initiative, (each) => ({ ...each, ...act.set }));
    case 'initiative-added': return { ...register, initiatives: withAdded(register.initiatives, act.initiative) };
    case 'initiative-ended': return ofInitiative(register, act.initiative, (each) => ({ ...each, to: act.lastDay }));
    case 'initiative-resumed': return ofInitiative(register, act.initiative, withoutEnd);
    case 'section-changed': return ofSection(register, act.section, (each) => ({ ...each, ...act.set }));
    case 'section-added': return { ...register, sections: withAdded(register.sections, act.section) };
    case 'section-ended': return ofSection(register, act.section, (each) => ({ ...each, to: act.lastDay }));
    case 'section-resumed': return ofSection(register, act.section, withoutEnd);
  }
}

const ofInitiative = (register: Register, id: InitiativeId, change: (initiative: Initiative) => Initiative): Register => ({
  ...register, initiatives: register.initiatives.map((each) => (each.id === id ? change(each) : each)),
});

const ofSection = (register: Register, id: SectionId, change: (section: Section) => Section): Register => ({
  ...register, sections: register.sections.map((each) => (each.id === id ? change(each) : each)),
});

/** What a later folder has taken up stays where the folder has it. */
const withAdded = <T extends { readonly id: string }>(things: readonly T[], added: T): readonly T[] =>
  things.some(({ id }) => id === added.id) ? things.map((each) => (each.id === added.id ? added : each)) : [...things, added];

function withoutEnd<T extends Validity>({ to: _, ...rest }: T): T {
  return rest as T;
}

/** What an office is made of: its folder's register, and what was decided since. */
export type Amended = { readonly folder: Register; readonly acts: readonly RegisterAmendment[] };

/** As with `withAmendments`, the same office for as long as nothing changes. */
const asItWas = new WeakMap<Office, Map<number, Office>>();

/** The office with the register as it was at a moment (half-open), so far as it was changed in chat; all else as it is now. */
export function registerAt(office: Office, { folder, acts }: Amended, at: Instant): Office {
  const before = acts.filter((act) => act.at < at);
  if (before.length === acts.length) return office;
  const known = asItWas.get(office) ?? new Map<number, Office>();
  const then = known.get(before.length) ?? { ...office, ...amendedRegister(folder, before) };
  asItWas.set(office, known.set(before.length, then));
  return then;
}
