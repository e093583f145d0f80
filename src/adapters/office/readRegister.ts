import { parseInitiativeId, parseSectionId, type SectionId } from '../../domain/ids.ts';
import type { Initiative, Section, Validity } from '../../domain/office.ts';
import { cellReader, type CellReader, type Read, type Settings } from './cellReader.ts';
import { flaw, readCode, readDate, readGoals, readText, readYesNo, trimmed } from './cells.ts';
import type { Fault } from './fault.ts';
import { readLastYear } from './readLastYear.ts';
import { inRegister, type Row } from './registerCsv.ts';

/** `row` is where it first stands. */
export type InRow<T> = { readonly row: number; readonly value: T };
export type Register = { readonly sections: readonly InRow<Section>[]; readonly initiatives: readonly InRow<Initiative>[]; readonly faults: readonly Fault[] };

const MOST = { section_name: 40, title: 40, description: 1000, official_text: 1000, category: 20 };
const ALL_GOALS = Array.from({ length: 20 }, (_, at) => at + 1);

/** 所属と取組, in the register's order, from the rows that could be read. A row without an initiative speaks of the section itself. */
export function readRegister(rows: readonly Row[], settings: Settings): Register {
  const read = rows.map((row) => readRow(row, settings));
  const sections = read.flatMap(({ section }) => section ?? []);
  const initiatives = read.flatMap(({ initiative }) => initiative ?? []);
  return {
    sections: sections.filter(({ value }, at) => sections.findIndex((other) => other.value.id === value.id) === at).map((section) => withValidity(section, sections)),
    initiatives: initiatives.filter(({ value }, at) => initiatives.findIndex((other) => other.value.id === value.id) === at),
    faults: [...read.flatMap(({ faults }) => faults), ...repeatedCodes(initiatives), ...renamedSections(sections)],
  };
}

type ReadRow = { readonly section?: InRow<Section>; readonly initiative?: InRow<Initiative>; readonly faults: readonly Fault[] };

function readRow({ row, cells }: Row, settings: Settings): ReadRow {
  const reader = cellReader(row, cells);
  const validity = readValidity(reader);
  const alone = speaksOfSection(cells);
  const section = readSection(reader, alone ? validity : {});
  const initiative = alone ? undefined : readInitiative(reader, settings, section?.id, { ...readLastYear(reader, settings), ...validity });
  return { ...(section === undefined ? {} : { section: { row, value: section } }), ...(initiative === undefined ? {} : { initiative: { row, value: initiative } }), faults: reader.faults };
}

const text = (column: keyof typeof MOST, lines: 'one' | 'many' = 'one'): Read<string> => (given) => readText(given, MOST[column], lines);

function readValidity({ row, optional, faults }: CellReader): Validity {
  const [from, to] = [optional('valid_from', readDate), optional('valid_to', readDate)];
  if (from !== undefined && to !== undefined && to < from) faults.push(inRegister(row, 'valid_to', flaw('span-reversed', to, from)));
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function readSection({ required }: CellReader, validity: Validity): Section | undefined {
  const id = required('section_code', (given) => readCode(given, parseSectionId));
  const name = required('section_name', text('section_name'));
  return id === undefined || name === undefined ? undefined : { id, name, ...validity };
}

function readInitiative({ optional, required }: CellReader, { goals, ongoingCategories = [] }: Settings, section: SectionId | undefined, more: Validity & Pick<Initiative, 'lastYear'>): Initiative | undefined {
  const known = goals?.map(({ number }) => number) ?? ALL_GOALS;
  const officialText = optional('official_text', text('official_text', 'many'));
  const description = (officialText === undefined ? required : optional)('description', text('description', 'many'));
  const category = required('category', text('category'));
  const parts = {
    id: required('initiative_code', (given) => readCode(given, parseInitiativeId)),
    section,
    title: required('title', text('title')),
    officialText: officialText ?? description,
    goals: required('goals', (given) => readGoals(given, known)),
    category,
    ongoing: optional('ongoing', readYesNo) ?? ongoingCategories.some((each) => each === category),
    confirmed: optional('confirmed', readYesNo) ?? true,
  };
  return isWhole(parts) ? { ...parts, ...more } : undefined;
}

const speaksOfSection = (cells: Row['cells']): boolean =>
  (['initiative_code', 'title', 'description', 'goals', 'category', 'official_text', 'last_year', 'last_year_grade', 'last_year_result'] as const).every((column) => trimmed(cells[column]) === '');

type Parts = { readonly [Key in keyof Omit<Initiative, 'lastYear'>]: Initiative[Key] | undefined };
const isWhole = (parts: Parts): parts is Initiative => Object.values(parts).every((part) => part !== undefined);

/** The section's own row may come after its first initiative. */
const withValidity = (section: InRow<Section>, all: readonly InRow<Section>[]): InRow<Section> => ({
  ...section, value: all.filter(({ value }) => value.id === section.value.id).reduce((before, { value }) => ({ ...value, ...before }), section.value),
});

const repeatedCodes = (initiatives: readonly InRow<Initiative>[]): readonly Fault[] =>
  initiatives.flatMap(({ row, value }) => {
    const first = initiatives.find((other) => other.value.id === value.id);
    return first === undefined || first.row === row ? [] : [inRegister(row, 'initiative_code', flaw('duplicate-code', value.id, String(first.row)))];
  });

const renamedSections = (sections: readonly InRow<Section>[]): readonly Fault[] =>
  sections.flatMap(({ row, value }) => {
    const first = sections.find((other) => other.value.id === value.id);
    return first === undefined || first.value.name === value.name ? [] : [inRegister(row, 'section_name', flaw('section-name-differs', value.name, String(first.row), first.value.name))];
  });
