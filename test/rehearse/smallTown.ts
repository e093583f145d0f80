import type { Person, Spot, Town } from '../../rehearse/town.ts';

const OFFICE = 'saiwai';
const TEAM = '19:team@thread.tacv2';

/** 職員 `n`. */
export const person = (n: number, given: Partial<Person> = {}): Person => ({
  office: OFFICE, id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`, teamsId: `29:${n}`, name: `佐藤 ${n}`, upn: `p${n}@saiwai.example`, unit: 'soumu', role: 'staff', alone: false, oldClient: false, ...given,
});

export const HANAKO = person(1);
export const KIKAKU = person(2, { unit: 'kikaku', role: 'secretariat' });
export const ELSEWHERE = person(3, { unit: 'eisei' });
export const STRANGER = person(4, { unit: '', role: 'outsider' });
export const OLD = person(5, { oldClient: true });

export const GENERAL: Spot = { office: OFFICE, id: TEAM, kind: 'channel', name: '幸区役所' };
export const SOUMU: Spot = { office: OFFICE, id: '19:soumu@thread.tacv2', kind: 'channel', name: '総務課', unit: 'soumu' };
export const CHAT: Spot = { office: OFFICE, id: '19:eisei@thread.v2', kind: 'groupChat', name: '衛生課', unit: 'eisei' };

export const smallTown = (people: readonly Person[] = [HANAKO, KIKAKU, ELSEWHERE, STRANGER, OLD]): Town => ({
  tenant: '00000000-0000-4000-8000-0000000000aa', teams: [{ office: OFFICE, id: TEAM, name: '幸区役所' }], people, spots: [GENERAL, SOUMU, CHAT],
});

/** A card as a bot sends it. */
export const cardOf = (card: Readonly<Record<string, unknown>>) => ({ type: 'AdaptiveCard', version: '1.5', body: [], ...card });
export const messageWith = (card: Readonly<Record<string, unknown>> = {}) => ({
  type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(card) }],
});
