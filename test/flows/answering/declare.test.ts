import { describe, expect, it } from '@jest/globals';
import { alone, at, channel, chat, desk, shown } from '../../fixtures/desk.ts';
import { sectionId, tokyo } from '../../fixtures/office.ts';
import { declared, person, place, TENANT } from '../../fixtures/places.ts';
import { typed } from '../../fixtures/reports.ts';

const declare = { do: 'declare' } as const;
const inChannel = { places: { sections: { [sectionId('soumu')]: place({ address: channel }) } } };
const soumu = sectionId('soumu');

describe('「総務課の職員として回答します」', () => {
  it('is recorded with its hour, and said; from then on the person may answer', async () => {
    const d = await desk(inChannel);
    const answer = await d.press(1, at(channel), declare);
    expect(answer.kind).toBe('post');
    expect(shown(answer)).toMatchObject({ shows: 'declared', facts: { reporter: false, round: { name: '中間報告' }, section: { name: '総務課' } } });
    expect((await d.person(1))?.declared).toEqual({ [soumu]: { at: tokyo('2026-10-19 16:42') } });
    expect(shown(await d.press(1, alone(1), { do: 'form.save' }, typed({ 1: { done: '研修' } }))).shows).toBe('draftSaved');
  });
  it('twice is recorded once, with the first hour', async () => {
    const d = await desk(inChannel);
    await d.press(1, at(channel), declare);
    d.clock = tokyo('2026-10-20 09:00');
    await d.press(1, at(channel), declare);
    expect((await d.person(1))?.declared[soumu]).toEqual({ at: tokyo('2026-10-19 16:42') });
  });
  it('「担当者として登録」 is recorded beside it, and is not taken back by answering', async () => {
    const d = await desk({ ...inChannel, people: [person(1, { declared: declared('soumu', 'eisei') })] });
    expect(shown(await d.press(1, at(channel), { ...declare, reporter: true }))).toMatchObject({ facts: { reporter: true } });
    await d.press(1, at(channel), declare);
    expect((await d.person(1))?.declared).toEqual({ ...declared('eisei'), [soumu]: { at: tokyo('2026-10-01 09:00'), reporter: true } });
  });
  it('of somebody never seen before makes them known', async () => {
    const d = await desk({ ...inChannel, people: [] });
    await d.press(7, at(channel), declare);
    expect(await d.person(7)).toMatchObject({ name: '職員7', teamsId: '29:7', tenant: TENANT, declared: { [soumu]: { at: expect.any(String) } } });
  });
  it.each([
    ['in a personal chat', inChannel, alone(1)],
    ['in another section’s place', inChannel, at(chat)],
    ['where posts are registered', { ...inChannel, office: { answering: 'registered' as const } }, at(channel)],
  ])('is nothing %s', async (_, given, where) => {
    const d = await desk(given);
    expect(shown(await d.press(1, where, declare))).toMatchObject({ facts: { refusal: { kind: 'not-of-section', section: 'soumu', mayDeclare: false } } });
    expect((await d.person(1))?.declared).toEqual({});
  });
  it.each([['2026-10-26 16:59', true], ['2026-10-26 17:00', false], ['2026-10-06 09:59', false]])('at %s offers to answer at once: %s', async (now, offers) => {
    const d = await desk({ ...inChannel, now });
    const card = shown(await d.press(1, at(channel), declare));
    expect(card.shows === 'declared' && card.facts.round !== undefined).toBe(offers);
  });
});

describe('「本文を見る」', () => {
  it('shows the initiatives that the section is asked about, in full, to whoever asks', async () => {
    const d = await desk();
    expect(shown(await d.press(5, at(chat), { do: 'official-text' }))).toMatchObject({ shows: 'officialText', facts: { initiatives: [{ id: 'soumu-01' }, { id: 'soumu-02' }, { id: 'soumu-03' }] } });
  });
  it.each([[1, ['soumu-01', 'soumu-02']], [2, ['soumu-03']], [9, ['soumu-03']]])('of page %i shows what stands on that page of the form', async (page, ids) => {
    const d = await desk({ perPage: 2 });
    const card = shown(await d.press(5, at(chat), { do: 'official-text', page }));
    expect(card.shows === 'officialText' && card.facts.initiatives.map(({ id }) => id)).toEqual(ids);
  });
  it('of a section that is not there', async () => {
    const d = await desk();
    expect(shown(await d.press(5, at(chat), { do: 'official-text', section: 'nowhere' }))).toMatchObject({ facts: { refusal: { kind: 'old-card' } } });
  });
});
