import type { OfficeId, PersonId, RoundId, SectionId } from './ids.ts';

/** Where documents lie: a partition holds one round of an office, or what belongs to the office itself. */
export const officePartition = (office: OfficeId): string => `${office}:office`;
export const roundPartition = (office: OfficeId, round: RoundId): string => `${office}:${round}`;
export const tenantPartition = (tenant: string): string => `tenant:${tenant}`;

export const REGISTER_ID = 'register';
export const PLACES_ID = 'places';
export const LIFE_ID = 'life';
export const APPOINTMENTS_ID = 'appointments';
export const AMENDMENTS_ID = 'amendments';
export const CONDUCT_ID = 'round';
export const personDocId = (person: PersonId): string => `person:${person}`;
export const reportId = (section: SectionId): string => `report:${section}`;
export const pendingId = (section: SectionId, person: PersonId): string => `pending:${section}:${person}`;
export const formId = (section: SectionId, person: PersonId): string => `form:${section}:${person}`;

/** Teams' ids may hold what Cosmos forbids in an id: `/ \ ? #` become `_`, which they do not hold otherwise in those places. */
export const homeId = (conversation: string): string => `home:${conversation.replace(/[/\\?#]/g, '_')}`;
