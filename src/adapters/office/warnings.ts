import { dayOf, wallOf } from '../../domain/calendar.ts';
import { gradeNamed } from '../../domain/gradeNamed.ts';
import type { Office } from '../../domain/office.ts';
import { yearWarnings, type YearWarning } from '../../domain/yearWarnings.ts';
import { flaw, type Flaw } from './cells.ts';
import type { Fault } from './fault.ts';
import type { OfficeJson } from './readOfficeJson.ts';
import type { Register } from './readRegister.ts';
import { inRegister } from './registerCsv.ts';

/** 注意: what is allowed but should be known. Each is shaped as a fault, so that one function puts both into words. */
export function warningsOf(office: Office, { sections, initiatives }: Register, { at }: OfficeJson): readonly Fault[] {
  const empty = sections.filter(({ value }) => !office.initiatives.some(({ section }) => section === value.id));
  return [
    ...empty.map(({ row, value }) => inRegister(row, 'section_name', flaw('section-empty', value.name))),
    ...initiatives.flatMap(({ row, value: { lastYear } }) => foreignGrade(office, row, lastYear?.grade ?? '')),
    ...yearWarnings(office).map((warning) => at(['rounds', office.rounds.findIndex(({ id }) => id === warning.round)], ofPlan(office, warning))),
  ];
}

/** 前年度の達成度 may be of another scale than this year's. */
const foreignGrade = ({ scale }: Office, row: number, grade: string): readonly Fault[] =>
  grade === '' || gradeNamed(scale.grade, grade) !== undefined ? [] : [inRegister(row, 'last_year_grade', flaw('grade-unknown', grade))];

/** For `month-edge`, `year-end` and `outside-hours` the step is in `expected`. */
function ofPlan({ zone }: Office, warning: YearWarning): Flaw {
  switch (warning.kind) {
    case 'month-edge': case 'year-end': return flaw(warning.kind, warning.on, warning.step);
    case 'outside-hours': return flaw(warning.kind, `${dayOf(zone, warning.at)} ${wallOf(zone, warning.at)}`, warning.step);
    case 'holidays-unknown': return flaw(warning.kind, warning.after);
  }
}
