import { describe, expect, it } from '@jest/globals';
import { bind } from '../../src/domain/bindPlaces.ts';
import { standingOf } from '../../src/domain/standing.ts';
import { waysFor, type WayOn } from '../../src/domain/wayOn.ts';
import { day, office, personId, sectionId } from '../fixtures/office.ts';
import { channelAddress, declared, person, personalAddress, place, places } from '../fixtures/places.ts';

const bound = bind(bind(bind(places(), { for: 'section', section: sectionId('soumu') }, place()), { for: 'management' }, place({ address: channelAddress('ch-meeting') })), { for: 'secretariat' }, place({ address: channelAddress('ch-jimu') }));
const [SOUMU, MEETING, JIMU, NOBODYS] = [channelAddress('ch-soumu'), channelAddress('ch-meeting'), channelAddress('ch-jimu'), channelAddress('elsewhere')];
const standing = (n: number, address = personalAddress(n), ...units: readonly string[]) => standingOf(office(), bound, person(n, { declared: declared(...units) }), personId(n), address, day('2026-10-15'));

describe('from a card that is out of date', () => {
  it.each<[string, ReturnType<typeof standing>, WayOn, WayOn, boolean]>([
    ['staff of a unit, alone', standing(1, personalAddress(1), 'soumu'), 'report', 'status', true],
    ['staff of a unit, in its place', standing(1, SOUMU, 'soumu'), 'report', 'status', true],
    ['staff of another unit, in a unit’s place', standing(1, SOUMU, 'eisei'), 'report', 'status', false],
    ['staff of a unit, in a place that is nobody’s', standing(1, NOBODYS, 'soumu'), 'help', 'help', false],
    ['staff of a unit, in the meeting’s place', standing(1, MEETING, 'soumu'), 'summary', 'summary', false],
    ['who is of no unit, alone', standing(7), 'help', 'help', false],
    ['who is of no unit, in the meeting’s place', standing(7, MEETING), 'summary', 'summary', false],
    ['the secretariat, alone', standing(90), 'status', 'status', false],
    ['the secretariat, in its place', standing(90, JIMU), 'status', 'status', false],
    ['the secretariat, in a place that is nobody’s', standing(90, NOBODYS), 'status', 'status', false],
    ['the secretariat, in a unit’s place', standing(90, SOUMU), 'report', 'status', false],
    ['the secretariat, in the meeting’s place', standing(90, MEETING), 'summary', 'summary', false],
    ['the secretariat that is staff of a unit too, alone', standing(90, personalAddress(90), 'eisei'), 'report', 'status', true],
  ])('%s is led on by a word that answers them there', (_, who, fromAnswer, fromElse, own) => {
    expect([waysFor(who, true), waysFor(who, false)]).toEqual([{ now: fromAnswer, own }, { now: fromElse, own }]);
  });
});
