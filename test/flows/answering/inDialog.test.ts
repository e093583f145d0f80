import { describe, expect, it } from '@jest/globals';
import { initiativeId } from '../../fixtures/office.ts';
import { alone, at, channel, chat, desk, form, shown } from '../../fixtures/desk.ts';
import { declared, person, place } from '../../fixtures/places.ts';
import { change, complete, report, tanaka } from '../../fixtures/reports.ts';
import { sectionId } from '../../fixtures/office.ts';

const first = initiativeId('soumu-01');
const dialogIn = (address = channel, card?: string) => at(address, { dialog: true, ...(card === undefined ? {} : { card }) });
const inChannel = { places: { sections: { [sectionId('soumu')]: place({ address: channel }) } }, people: [1, 2, 3].map((n) => person(n, { declared: declared('soumu') })) };

describe('a form in a dialog that was opened from a channel', () => {
  it('shows the draft, which nobody else reads there', async () => {
    const d = await desk(inChannel);
    await d.press(1, dialogIn(), { do: 'form.save' }, { [first]: { done: '窓口を開いた' } });
    expect(form(await d.press(2, dialogIn(), { do: 'form.open' })).values[first]?.done).toBe('窓口を開いた');
    expect(form(await d.press(2, dialogIn(), { do: 'form.open' })).base).toBe(1);
    expect(d.sent).toEqual([]);
  });

  it('shows what another saved beside one’s own text', async () => {
    const d = await desk(inChannel);
    await d.press(1, dialogIn(), { do: 'form.save' }, { [first]: { done: '先の文' } });
    const conflict = shown(await d.press(2, dialogIn(), { do: 'form.save', base: 0 }, { [first]: { done: '後の文' } }));
    expect(conflict).toMatchObject({ shows: 'conflict', facts: { conflicts: [{ saved: '先の文', typed: '後の文' }] } });
  });

  it('belongs to nobody: it is not taken for a form that was given to somebody as a message', async () => {
    const d = await desk({ ...inChannel, reachable: false });
    await d.press(1, at(channel), { do: 'form.open' });
    const [given] = d.sent;
    expect(shown(await d.press(2, at(channel, { card: given?.activityId ?? '' }), { do: 'form.save' }, { [first]: { done: '文' } }))).toMatchObject({ facts: { refusal: { kind: 'not-your-form' } } });
    expect(shown(await d.press(2, dialogIn(channel, given?.activityId ?? ''), { do: 'form.save' }, { [first]: { done: '文' } }))).toMatchObject({ shows: 'draftSaved' });
  });

  it('is remembered as no form that was given', async () => {
    const d = await desk(inChannel);
    await d.press(1, dialogIn(), { do: 'form.open' });
    expect((await d.store.forms.list('saiwai:FY2026-mid')).length).toBe(0);
  });
});

describe('a form in a dialog that was opened from the section’s group chat', () => {
  it('is answered by the right of that place, which is remembered for the person', async () => {
    const d = await desk({ people: [] });
    expect(shown(await d.press(7, dialogIn(chat), { do: 'form.open' }))).toMatchObject({ shows: 'form' });
    expect((await d.person(7))?.declared).toHaveProperty('soumu');
    expect(shown(await d.press(7, dialogIn(chat), { do: 'form.save' }, { [first]: { done: '文' } }))).toMatchObject({ shows: 'draftSaved' });
  });

  it('gives back a 訂正 to who may not make it, to be copied', async () => {
    const d = await desk({ ...inChannel, now: '2026-11-02 10:00', reports: [report(change(1, tanaka, complete, { kind: 'submit' }))] });
    const answer = JSON.stringify(await d.press(8, { ...alone(8), dialog: true }, { do: 'correct.save', seen: 1, reason: '数え誤り' }, { [first]: { done: '訂正の文' } }));
    for (const words of ['訂正の文', '数え誤り']) expect(answer).toContain(words);
    expect(shown(await d.press(8, alone(8), { do: 'correct.save', seen: 1, reason: '数え誤り' }, { [first]: { done: '訂正の文' } }))).toMatchObject({ facts: { refusal: { kind: 'not-of-section' } } });
  });
  it('gives back to who may not answer what they typed, and no more', async () => {
    const d = await desk(inChannel);
    await d.press(1, dialogIn(), { do: 'form.save' }, { [first]: { done: '課の下書き' } });
    const refused = form(await d.press(8, { ...alone(8), dialog: true }, { do: 'form.save' }, { [first]: { issue: '部外の文' } }));
    expect(refused).toMatchObject({ notice: { kind: 'not-of-section' }, values: { [first]: { issue: '部外の文' } } });
    expect(JSON.stringify(refused.values)).not.toContain('課の下書き');
  });
});
