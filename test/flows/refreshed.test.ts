import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/ports.ts';
import { textOf } from '../fixtures/fakeTeams.ts';
import { declared, person, personalAddress } from '../fixtures/places.ts';
import { at, EISEI, runningOffice, SOUMU, type RunningOffice } from '../fixtures/runningOffice.ts';

let ward: RunningOffice;

/** The ask of 総務課, which somebody's client asks for anew. */
const ask = () => ward.teams.posts.findLast(({ to }) => to.conversation === SOUMU.conversation)!;
const refreshOf = (content = ask().content) => content.card['refresh'] as { readonly action: { readonly data: Record<string, unknown> }; readonly userIds: readonly string[] };
const refresh = (n: number, trigger: 'automatic' | 'manual' = 'automatic', where = SOUMU): Promise<Answer> =>
  ward.press(n, where, refreshOf().action.data, { where: at(where, { card: ask().posted.activityId }), trigger });
const fieldOf = (round: string, id: string) => `f.${round}.${id}`;

async function asked(members: number, mode: 'teams' | 'local' = 'teams'): Promise<void> {
  ward = await runningOffice({ at: '2026-10-06 09:59', mode });
  for (let n = 1; n <= members; n += 1) await ward.store.people.put(person(n, { declared: declared('soumu') }), 'absent');
  await ward.beat('2026-10-06 10:00');
}
beforeEach(() => asked(2));

describe('the ask, for clients that refresh', () => {
  it('names the section’s people, and nobody else', () => {
    expect(refreshOf().userIds).toEqual(['29:1', '29:2']);
  });

  it.each([[0, 0], [1, 1], [60, 60], [61, 60]])('with %i known people names %i: always a list, which is never everybody', async (known, named) => {
    await asked(known);
    expect(refreshOf().userIds).toHaveLength(named);
  });

  it('is as it was in local mode, where no client refreshes', async () => {
    await asked(2, 'local');
    expect(ask().content.card).not.toHaveProperty('refresh');
  });
});

describe('a refresh', () => {
  const draft = () => ward.press(1, personalAddress(1), { do: 'form.save', v: 1, office: 'saiwai', round: 'FY2026-mid', section: 'soumu', base: 0, page: 1, [fieldOf('soumu-01', 'done')]: '書きかけ' });

  it('is the card that stands there, while nothing has changed', async () => {
    expect(await refresh(1)).toEqual({ kind: 'view', content: { card: ask().content.card, summary: ask().content.summary } });
  });

  it.each(['automatic', 'manual'] as const)('tells of drafts only those of the section, and writes nothing (%s)', async (trigger) => {
    await draft();
    const before = [ward.teams.posts.length, ward.teams.edits.length];
    const own = await refresh(2, trigger);
    expect(own).toMatchObject({ kind: 'view' });
    expect(own.kind === 'view' && textOf(own.content.card)).toContain('下書き（未提出）が1件あります');
    const others = await refresh(5, trigger);
    expect(others.kind === 'view' && others.content.card).toEqual(ask().content.card);
    expect([ward.teams.posts.length, ward.teams.edits.length]).toEqual(before);
  });

  it('tells of no drafts that nobody can submit any more', async () => {
    await draft();
    await ward.beat('2026-11-20 10:00');
    const late = await refresh(1);
    expect(late.kind === 'view' && textOf(late.content.card)).toMatch(/終了しました/);
    expect(late.kind === 'view' && textOf(late.content.card)).not.toContain('下書き（未提出）');
  });

  it('elsewhere than where the unit may be seen says nothing, or that it is refused to who asked for it by hand', async () => {
    expect(await refresh(5, 'automatic', EISEI)).toEqual({ kind: 'nothing' });
    expect(await refresh(5, 'manual', EISEI)).toMatchObject({ kind: 'post' });
  });
});
