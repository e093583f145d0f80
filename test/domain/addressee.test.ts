import { describe, expect, it } from '@jest/globals';
import { addressOf, secretariatPeople, toMention } from '../../src/domain/addressee.ts';
import { day, office, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { channelAddress, declared, person, personalAddress, place, places } from '../fixtures/places.ts';

const soumu = sectionId('soumu');
const today = day('2026-10-15');
const registered = (n: number) => person(n, { declared: { [soumu]: { at: tokyo('2026-10-01 09:00'), reporter: true } } });

describe('where a recipient is written to', () => {
  const closed = { since: tokyo('2026-10-01 09:00'), why: '403' };
  const bound = places({ sections: { [soumu]: place(), [sectionId('eisei')]: place({ suspended: closed }) }, management: place({ address: channelAddress('ch-meeting') }) });
  const people = [person(1, { personal: personalAddress(1) }), person(2)];

  it.each([
    ['a section in its place', { to: 'section', section: soumu } as const, 'ch-soumu'],
    ['a section whose place is closed to us', { to: 'section', section: sectionId('eisei') } as const, undefined],
    ['a section without a place', { to: 'section', section: sectionId('kumin') } as const, undefined],
    ['the meeting in its place', { to: 'management' } as const, 'ch-meeting'],
    ['the secretariat’s place, if it has none', { to: 'secretariat-place' } as const, undefined],
    ['a person in their own chat', { to: 'person', person: personId(1) } as const, 'personal-1'],
    ['a person without a chat', { to: 'person', person: personId(2) } as const, undefined],
    ['somebody unknown', { to: 'person', person: personId(3) } as const, undefined],
  ])('%s', (_, recipient, conversation) => { expect(addressOf(bound, people, recipient)?.conversation).toBe(conversation); });
});

describe('whom a card mentions', () => {
  const ward = office({ posts: [{ role: 'head', section: soumu, person: personId(5) }, { role: 'reporter', section: soumu, person: 'tanto@example.lg.jp', to: day('2026-10-15') }] });

  it('is the registered 担当者, by post or by their own word', () => {
    expect(toMention(ward, [registered(1), person(2, { upn: 'Tanto@example.lg.jp' }), person(5)], soumu, today).map(({ id }) => id)).toEqual([personId(1), personId(2)]);
  });
  it('is the head if there is none, and nobody if there is no head', () => {
    expect(toMention(ward, [person(2), person(5)], soumu, today).map(({ id }) => id)).toEqual([personId(5)]);
    expect(toMention(ward, [person(2)], soumu, today)).toEqual([]);
  });
  it('is not somebody who only answered, nor one whose post has ended, nor one of another unit', () => {
    expect(toMention(ward, [person(3, { declared: declared('soumu') })], soumu, today)).toEqual([]);
    expect(toMention(ward, [person(2, { upn: 'tanto@example.lg.jp' })], soumu, day('2026-10-16'))).toEqual([]);
    expect(toMention(ward, [registered(1), person(5)], sectionId('eisei'), today)).toEqual([]);
  });
  it('is three people at most', () => { expect(toMention(ward, [1, 2, 3, 4].map(registered), soumu, today)).toHaveLength(3); });
});

describe('事務局', () => {
  it('is who holds the post today, among those whom Teams has shown us', () => {
    const ward = office({ posts: [{ role: 'secretariat', person: personId(90) }, { role: 'secretariat', person: 'old@example.lg.jp', to: day('2026-10-14') }, { role: 'head', section: soumu, person: personId(5) }] });
    expect(secretariatPeople(ward, [person(5), person(90), person(91, { upn: 'old@example.lg.jp' })], today).map(({ id }) => id)).toEqual([personId(90)]);
  });
});
