import { describe, expect, it } from '@jest/globals';
import { bind, sameName, seen, suspend, takeInChat, takeInTeam, targetOf, unbind, unbindTeam } from '../../src/domain/bindPlaces.ts';
import { office, personId, section, sectionId, tokyo } from '../fixtures/office.ts';
import { channel, channelAddress, chatAddress, place, places, SERVICE, team } from '../fixtures/places.ts';

const now = tokyo('2026-09-01 09:00');
const soumu = sectionId('soumu');
const eisei = sectionId('eisei');
const ward = office();
/** The people of a chat in which the secretariat is. */
const secretary = [[personId(90)]];
const withChannels = (...channels: (readonly [string, string])[]) => team({ channels: channels.map(([id, name]) => channel(id, name)) });

describe('binding places by name', () => {
  it('takes the channel that is named as the section, and the one named as the meeting', () => {
    const bound = takeInTeam(ward, places(), withChannels(['c1', '総務課'], ['c2', '区部長会議'], ['c3', '雑談']), now);
    expect(bound.sections[soumu]?.address).toEqual(channelAddress('c1'));
    expect(bound.management?.address.conversation).toBe('c2');
    expect(bound.sections[eisei]).toBeUndefined();
  });

  it.each([['総 務 課', true], ['総務課　', true], ['ＡＢＣ課', false], ['総務課（連絡用）', false]])('reads 「%s」 as 総務課: %s', (name, same) => {
    expect(sameName('総務課', name)).toBe(same);
  });

  it('takes a further name that the office folder gives', () => {
    const named = office({ sections: [section('soumu', '総務課', { channels: ['01_総務'] })] });
    expect(takeInTeam(named, places(), withChannels(['c1', '01_総務']), now).sections[soumu]?.address.conversation).toBe('c1');
  });

  it('takes none where several channels fit: the secretariat chooses', () => {
    expect(takeInTeam(ward, places(), withChannels(['c1', '総務課'], ['c2', '総 務課']), now).sections[soumu]).toBeUndefined();
  });

  it('counts the channels of all its teams when it looks for a sole match', () => {
    const first = takeInTeam(office({ sections: [] }), places(), withChannels(['c1', '総務課']), now);
    expect(takeInTeam(ward, first, team({ id: 'team-2', channels: [channel('d1', '総務課')] }), now).sections[soumu]).toBeUndefined();
  });

  it('changes nothing when the same team comes twice', () => {
    const once = takeInTeam(ward, places(), withChannels(['c1', '総務課']), now);
    expect(takeInTeam(ward, once, withChannels(['c1', '総務課']), tokyo('2026-09-02 09:00'))).toEqual(once);
  });

  it('keeps what was bound by hand', () => {
    const byHand = bind(places(), { for: 'section', section: soumu }, place({ address: channelAddress('other'), how: 'by-hand' }));
    expect(takeInTeam(ward, byHand, withChannels(['c1', '総務課'], ['other', '連絡']), now).sections[soumu]?.address.conversation).toBe('other');
  });

  it('takes no channel or chat that is a place already: what was moved by hand is not moved back', () => {
    const moved = bind(takeInTeam(ward, places(), withChannels(['c1', '総務課']), now), { for: 'section', section: eisei }, place({ address: channelAddress('c1'), how: 'by-hand' }));
    expect(takeInTeam(ward, moved, withChannels(['c1', '総務課']), now)).toEqual(moved);
    expect(takeInChat(ward, bind(places(), { for: 'management' }, place({ address: chatAddress('g1') })), chatAddress('g1'), '総務課', secretary, now).sections).toEqual({});
  });

  it('takes no channel for a second section when it is renamed to that one’s name', () => {
    const bound = takeInTeam(ward, places(), withChannels(['c1', '総務課']), now);
    const renamed = takeInTeam(ward, bound, withChannels(['c1', '衛生課']), now);
    expect([renamed.sections[soumu]?.address.conversation, renamed.sections[eisei]]).toEqual(['c1', undefined]);
  });

  it('keeps what was bound by hand in a channel that no list names, until a list that named it does so no longer', () => {
    const byHand = bind(places(), { for: 'section', section: soumu }, place({ address: channelAddress('private'), how: 'by-hand' }));
    const listed = takeInTeam(ward, byHand, withChannels(['c2', '雑談']), now);
    expect(listed.sections[soumu]?.address.conversation).toBe('private');
    const named = takeInTeam(ward, listed, withChannels(['private', '総務'], ['c2', '雑談']), now);
    expect(takeInTeam(ward, named, withChannels(['c2', '雑談']), now).sections[soumu]).toBeUndefined();
  });

  it('keeps a binding when the channel is renamed, and drops it when the channel is gone', () => {
    const bound = takeInTeam(ward, places(), withChannels(['c1', '総務課']), now);
    expect(takeInTeam(ward, bound, withChannels(['c1', '総務係']), now).sections[soumu]?.address.conversation).toBe('c1');
    expect(takeInTeam(ward, bound, withChannels(['c2', '雑談']), now).sections[soumu]).toBeUndefined();
  });

  it('keeps the bindings into other teams when one team changes', () => {
    const bound = takeInTeam(ward, places(), withChannels(['c1', '総務課']), now);
    expect(takeInTeam(ward, bound, team({ id: 'team-2', channels: [] }), now).sections[soumu]).toBeDefined();
  });

  it.each([
    ['nobody that is known', [], undefined, undefined],
    ['somebody without a post', [[personId(7)]], undefined, undefined],
    ['the head of that section', [['Kacho@example.lg.jp']], 'g1', undefined],
    ['somebody of the secretariat', [[personId(90), 'kikaku@example.lg.jp']], 'g1', 'g2'],
  ])('takes a chat with a section’s name, or the meeting’s, for what it says only if it has in it: %s', (_, roster, ofSection, ofMeeting) => {
    const headed = office({ posts: [...ward.posts, { role: 'head', section: soumu, person: 'kacho@example.lg.jp' }] });
    expect(takeInChat(headed, places(), chatAddress('g1'), '総務課', roster, now).sections[soumu]?.address.conversation).toBe(ofSection);
    expect(takeInChat(headed, places(), chatAddress('g2'), '区部長会議', roster, now).management?.address.conversation).toBe(ofMeeting);
  });

  it('takes a chat that is named as a section, unless the section has a place', () => {
    const taken = takeInChat(ward, places(), chatAddress('g1'), '総務課', secretary, now);
    expect(taken.sections[soumu]?.address.conversation).toBe('g1');
    expect(takeInChat(ward, taken, chatAddress('g2'), '総務課', secretary, now)).toEqual(taken);
    expect(takeInChat(ward, taken, chatAddress('g3'), '区部長会議', secretary, now).management?.address.conversation).toBe('g3');
    expect(takeInChat(ward, taken, chatAddress('g4'), '雑談', secretary, now)).toEqual(taken);
  });
});

describe('binding by hand', () => {
  it('moves a place from what it was for before', () => {
    const first = bind(places(), { for: 'section', section: soumu }, place());
    const second = bind(first, { for: 'management' }, place());
    expect(second.sections[soumu]).toBeUndefined();
    expect(targetOf(second, 'ch-soumu')).toEqual({ for: 'management' });
    expect(targetOf(bind(second, { for: 'secretariat' }, place()), 'ch-soumu')).toEqual({ for: 'secretariat' });
  });

  it('lets the secretariat’s place be its own section’s, in whichever order they are bound', () => {
    const here = place({ how: 'by-hand' });
    const first = bind(bind(places(), { for: 'section', section: soumu }, here), { for: 'secretariat' }, here);
    const second = bind(bind(places(), { for: 'secretariat' }, here), { for: 'section', section: soumu }, here);
    const byName = takeInTeam(ward, bind(places(), { for: 'secretariat' }, place({ address: channelAddress('c1') })), withChannels(['c1', '総務課']), now);
    expect(second).toEqual(first);
    for (const bound of [first, byName]) expect([bound.sections[soumu]?.address, bound.secretariat?.address]).toEqual([bound.secretariat?.address, bound.sections[soumu]?.address]);
    expect(targetOf(first, 'ch-soumu')).toEqual({ for: 'section', section: soumu });
  });

  it('knows what a place is for', () => {
    const bound = bind(places(), { for: 'section', section: eisei }, place());
    expect(targetOf(bound, 'ch-soumu')).toEqual({ for: 'section', section: eisei });
    expect(targetOf(bound, 'elsewhere')).toBeUndefined();
  });
});

describe('a place that is closed to us', () => {
  const bound = bind(places(), { for: 'section', section: soumu }, place());

  it('is suspended with the reason, once', () => {
    const closed = suspend(bound, 'ch-soumu', 'BotNotInConversationRoster', now);
    expect(closed.sections[soumu]?.suspended).toEqual({ since: now, why: 'BotNotInConversationRoster' });
    expect(suspend(closed, 'ch-soumu', 'later', tokyo('2026-09-03 09:00'))).toEqual(closed);
    expect(suspend(bound, 'other', 'x', now)).toEqual(bound);
  });

  it('opens again when something is heard from there, at the address of now', () => {
    const closed = suspend(bound, 'ch-soumu', 'gone', now);
    const moved = { ...channelAddress('ch-soumu'), serviceUrl: 'https://smba.trafficmanager.net/amer/' };
    expect(seen(closed, channelAddress('ch-soumu')).sections[soumu]).toEqual(bound.sections[soumu]);
    expect(seen(bound, moved).sections[soumu]?.address.serviceUrl).toBe(moved.serviceUrl);
    expect(seen(closed, channelAddress('other'))).toEqual(closed);
    expect(bound.sections[soumu]?.address.serviceUrl).toBe(SERVICE);
  });

  it('is nobody’s place once the bot is taken out', () => {
    expect(unbind(bound, 'ch-soumu').sections).toEqual({});
    expect(unbindTeam({ ...bound, teams: [team()] }, 'team-1')).toEqual(places());
    expect(unbindTeam(bound, 'team-2').sections[soumu]).toBeDefined();
  });
});
