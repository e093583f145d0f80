import { describe, expect, it } from '@jest/globals';
import { bind } from '../../src/domain/bindPlaces.ts';
import { mayReadReports, mayShowBoard, mayShowUnit, standingOf } from '../../src/domain/standing.ts';
import { day, office, personId, sectionId } from '../fixtures/office.ts';
import { channelAddress, chatAddress, declared, person, personalAddress, place, places } from '../fixtures/places.ts';

const soumu = sectionId('soumu');
const eisei = sectionId('eisei');
const today = day('2026-10-15');
const bound = bind(bind(places(), { for: 'section', section: soumu }, place()), { for: 'management' }, place({ address: channelAddress('ch-meeting') }));
const ward = office({
  posts: [
    { role: 'secretariat', person: personId(90) },
    { role: 'secretariat', person: 'Moved@Example.lg.jp', to: day('2026-03-31') },
    { role: 'head', section: eisei, person: 'kacho@example.lg.jp' },
  ],
});
const standing = (n: number, address = personalAddress(n), known = person(n)) => standingOf(ward, bound, known, personId(n), address, today);

describe('what may be shown', () => {
  it.each([
    ['the secretariat, alone', standing(90), true],
    ['the secretariat, in a section’s channel', standing(90, channelAddress('ch-soumu')), false],
    ['the secretariat, in a place bound to nothing', standing(90, channelAddress('elsewhere')), false],
    ['anybody, in the meeting’s place', standing(1, channelAddress('ch-meeting')), true],
    ['anybody, in a section’s channel', standing(1, channelAddress('ch-soumu')), false],
    ['staff of a section, alone', standing(1, personalAddress(1), person(1, { declared: declared('soumu') })), false],
  ])('the board to %s: %s', (_, who, may) => { expect(mayShowBoard(who)).toBe(may); });

  it.each([
    ['its own place', standing(1, channelAddress('ch-soumu')), soumu, true],
    ['another unit’s place', standing(1, channelAddress('ch-soumu')), eisei, false],
    ['its staff, alone', standing(1, personalAddress(1), person(1, { declared: declared('soumu') })), soumu, true],
    ['staff of another unit, alone', standing(1, personalAddress(1), person(1, { declared: declared('eisei') })), soumu, false],
    ['its staff, in another unit’s place', standing(1, channelAddress('ch-soumu'), person(1, { declared: declared('eisei') })), eisei, false],
    ['an outsider, alone', standing(7), soumu, false],
    ['the secretariat, alone', standing(90), soumu, true],
  ])('a unit’s state to %s', (_, who, unit, may) => { expect(mayShowUnit(who, unit)).toBe(may); });
});

describe('what a section reported', () => {
  const staff = (address = personalAddress(1)) => standing(1, address, person(1, { declared: declared('soumu') }));
  const inChat = (n: number, of: string, known = person(n)) => {
    const chats = bind(bound, { for: 'section', section: sectionId(of) }, place({ address: chatAddress('chat') }));
    return standingOf(ward, chats, known, personId(n), chatAddress('chat'), today);
  };
  const ownStaff = person(1, { declared: declared('soumu') });
  it.each([
    ['its staff, alone', staff(), 'personal', { may: 'here', asOwn: true }],
    ['its staff, in its channel', staff(channelAddress('ch-soumu')), 'channel', { may: 'alone', asOwn: true }],
    ['its staff, in the meeting’s place', staff(channelAddress('ch-meeting')), 'channel', { may: 'alone', asOwn: true }],
    ['whoever is in its group chat', inChat(7, 'soumu'), 'groupChat', { may: 'here', asOwn: true }],
    ['its staff, in another section’s group chat', inChat(1, 'eisei', ownStaff), 'groupChat', { may: 'alone', asOwn: true }],
    ['whoever is in another section’s group chat', inChat(7, 'eisei'), 'groupChat', { may: 'no' }],
    ['who has not said in its channel that they are of it', standing(7, channelAddress('ch-soumu')), 'channel', { may: 'no' }],
    ['staff of another section, alone', standing(5, personalAddress(5), person(5, { upn: 'kacho@example.lg.jp' })), 'personal', { may: 'no' }],
    ['an outsider, alone', standing(7), 'personal', { may: 'no' }],
    ['anybody, in the meeting’s place', standing(7, channelAddress('ch-meeting')), 'channel', { may: 'no' }],
    ['the secretariat, alone', standing(90), 'personal', { may: 'here', asOwn: false }],
    ['the secretariat, in its channel', standing(90, channelAddress('ch-soumu')), 'channel', { may: 'alone', asOwn: false }],
  ] as const)('is read by %s', (_, who, kind, reading) => { expect(mayReadReports(who, kind, soumu)).toEqual(reading); });
});

describe('who is who', () => {
  it('goes by post, under the object id or the UPN in any case, and ends with the post', () => {
    expect(standing(5, personalAddress(5), person(5, { upn: 'KACHO@example.lg.jp' })).units).toEqual([eisei]);
    expect(standing(6, personalAddress(6), person(6, { upn: 'moved@example.lg.jp' })).secretariat).toBe(false);
  });

  it('never goes by the displayed name', () => {
    expect(standing(8, personalAddress(8), person(8, { name: personId(90) })).secretariat).toBe(false);
  });
});

it('what was declared counts for nothing where rights are registered', () => {
  const known = person(1, { declared: declared('soumu') });
  expect(standingOf(office(), bound, known, personId(1), personalAddress(1), today).units).toEqual([soumu]);
  expect(standingOf(office({ answering: 'registered' }), bound, known, personId(1), personalAddress(1), today).units).toEqual([]);
});
