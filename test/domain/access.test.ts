import { describe, expect, it } from '@jest/globals';
import { mayAnswer } from '../../src/domain/access.ts';
import { undeclare } from '../../src/domain/undeclare.ts';
import type { Office, Post } from '../../src/domain/office.ts';
import type { Person } from '../../src/domain/place.ts';
import { day, office, personId, sectionId, tokyo } from '../fixtures/office.ts';
import { channelAddress, person, personalAddress, place, places } from '../fixtures/places.ts';

const soumu = sectionId('soumu');
const me = personId(1);
const channel = channelAddress('ch-soumu');
const groupChat = { ...channel, kind: 'groupChat' as const };
const at = (address: typeof channel | typeof groupChat) => places({ sections: { [soumu]: place({ address }) } });
const declared: Person = person(1, { declared: { [soumu]: { at: tokyo('2026-10-06 10:00') } } });
type OfSection = Extract<Post, { readonly role: 'head' | 'deputy' | 'reporter' }>;
const post = (role: OfSection['role'], given: Partial<OfSection> = {}): Post => ({ role, section: soumu, person: me, ...given });

type Given = { readonly posts?: readonly Post[]; readonly answering?: Office['answering']; readonly known?: Person; readonly names?: readonly string[]; readonly on?: string };
const right = (where: { readonly kind: 'channel' | 'groupChat' | 'personal'; readonly conversation: string }, bound: typeof channel | typeof groupChat, { posts = [], answering = 'declared', known, names = [me], on = '2026-10-15' }: Given = {}) =>
  mayAnswer(office({ posts, answering }), at(bound), { names, known }, soumu, where, day(on));

describe('who may answer for a section', () => {
  it.each(['head', 'deputy', 'reporter'] as const)('the %s, anywhere, as such', (role) => {
    for (const where of [channel, groupChat, personalAddress(1), channelAddress('elsewhere')]) expect(right(where, channel, { posts: [post(role)] })).toEqual({ may: 'yes', as: role });
  });
  it('by object id or by UPN, in any case', () => {
    const posts = [post('head', { person: 'Hanako@example.jp' })];
    expect(right(personalAddress(1), channel, { posts, names: [me, 'hanako@EXAMPLE.jp'] })).toEqual({ may: 'yes', as: 'head' });
    expect(right(personalAddress(1), channel, { posts, names: [me] })).toEqual({ may: 'no' });
  });
  it('as head, if they are head and reporter at once', () => {
    expect(right(channel, channel, { posts: [post('reporter'), post('head')] })).toEqual({ may: 'yes', as: 'head' });
  });
  it('not the head of another section', () => {
    expect(right(personalAddress(1), channel, { posts: [post('head', { section: sectionId('eisei') })] })).toEqual({ may: 'no' });
  });
  it('the secretariat, for any section; but a post or a word for the section itself comes first', () => {
    const posts: Post[] = [{ role: 'secretariat', person: me }];
    expect(right(personalAddress(1), channel, { posts })).toEqual({ may: 'yes', as: 'secretariat' });
    expect(right(personalAddress(1), channel, { posts: [...posts, post('deputy')] })).toEqual({ may: 'yes', as: 'deputy' });
    expect(right(personalAddress(1), channel, { posts, known: declared })).toEqual({ may: 'yes', as: 'reporter' });
  });
  it('of the secretariat in its group chat as such: they may be there to make it a place; with a post there, as its staff', () => {
    const posts: Post[] = [{ role: 'secretariat', person: me }];
    for (const where of [groupChat, channel]) expect(right(where, where, { posts })).toEqual({ may: 'yes', as: 'secretariat' });
    expect(right(groupChat, groupChat, { posts: [...posts, post('reporter')] })).toEqual({ may: 'yes', as: 'reporter' });
  });
  it('of the secretariat for their own section as its staff, wherever they are: it is no 代理入力 then', () => {
    const posts: Post[] = [{ role: 'secretariat', person: me }];
    expect(mayAnswer(office({ posts, secretariat: { ...office().secretariat, section: soumu } }), places(), { names: [me], known: undefined }, soumu, personalAddress(1), day('2026-10-15'))).toEqual({ may: 'yes', as: 'reporter' });
  });
  it('whoever declared it, anywhere from then on', () => {
    for (const where of [channel, personalAddress(1), channelAddress('elsewhere')]) expect(right(where, channel, { known: declared })).toEqual({ may: 'yes', as: 'reporter' });
  });
  it('whoever sits in its group chat: membership proves it', () => {
    expect(right(groupChat, groupChat)).toEqual({ may: 'yes', as: 'reporter' });
  });
  it('in its channel, which a whole team reads, after saying so', () => {
    expect(right(channel, channel)).toEqual({ may: 'declare' });
  });
  it.each([
    ['in a personal chat', personalAddress(1)],
    ['in another channel', channelAddress('elsewhere')],
    ['in another group chat', { ...channelAddress('elsewhere'), kind: 'groupChat' as const }],
  ])('nobody else %s', (_, where) => {
    expect(right(where, channel)).toEqual({ may: 'no' });
  });
});

describe('with posts registered', () => {
  it('a post alone counts: neither place nor word', () => {
    const answering = 'registered';
    expect(right(groupChat, groupChat, { answering })).toEqual({ may: 'no' });
    expect(right(channel, channel, { answering })).toEqual({ may: 'no' });
    expect(right(channel, channel, { answering, known: declared })).toEqual({ may: 'no' });
    expect(right(channel, channel, { answering, posts: [post('reporter')] })).toEqual({ may: 'yes', as: 'reporter' });
    expect(right(channel, channel, { answering, posts: [{ role: 'secretariat', person: me }] })).toEqual({ may: 'yes', as: 'secretariat' });
  });
});

describe('a post', () => {
  const posts = [post('head', { from: day('2026-04-01'), to: day('2026-10-31') })];
  it.each([
    ['2026-03-31', 'no'], ['2026-04-01', 'yes'], ['2026-10-31', 'yes'], ['2026-11-01', 'no'],
  ])('from 4/1 to 10/31 gives on %s: %s', (on, may) => {
    expect(right(personalAddress(1), channel, { posts, on }).may).toBe(may);
  });
});

describe('after 「総務課の職員として回答します」 was undone', () => {
  const undoneAt = tokyo('2026-10-14 09:00');
  const known = undeclare(declared, soumu, { at: undoneAt, by: personId(90) });

  it('nothing is declared any more, and who undid it and since when it had stood is kept', () => {
    expect(known.declared).toEqual({});
    expect(known.undone).toEqual({ [soumu]: { at: undoneAt, by: personId(90), since: tokyo('2026-10-06 10:00') } });
    expect(undeclare(person(1), soumu, { at: undoneAt, by: personId(90) })).toEqual(person(1));
  });
  it.each([
    ['in its channel', channel], ['in its group chat', groupChat], ['alone', personalAddress(1)],
  ])('the right is gone %s, and is not offered again', (_, where) => {
    expect(right(where, where.kind === 'groupChat' ? groupChat : channel, { known })).toEqual({ may: 'no', undone: undoneAt });
  });
  it('a post gives it back, and the secretariat keeps its own', () => {
    expect(right(channel, channel, { known, posts: [post('reporter')] })).toEqual({ may: 'yes', as: 'reporter' });
    expect(right(channel, channel, { known, posts: [{ role: 'secretariat', person: me }] })).toEqual({ may: 'yes', as: 'secretariat' });
  });
  it('that of another unit stays', () => {
    const both = undeclare({ ...declared, declared: { ...declared.declared, [sectionId('eisei')]: { at: undoneAt } } }, soumu, { at: undoneAt, by: personId(90) });
    expect(Object.keys(both.declared)).toEqual(['eisei']);
  });
});
