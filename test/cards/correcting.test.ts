import { describe, expect, it } from '@jest/globals';
import { presentCorrectionForm, type CorrectionForm } from '../../src/cards/present/correcting.ts';
import { presentForm } from '../../src/cards/present/form.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import type { Refusal } from '../../src/domain/form.ts';
import { cardFacts } from '../fixtures/cardFacts.ts';

const words = wordsFor('ja');
const f = cardFacts('ja');
const { office, round, section } = f;
const labels = ({ lastly }: ReturnType<typeof presentForm>) => lastly.map(({ label }) => label);

describe('the box at the foot of a long card says itself that something is missing in it', () => {
  const form: CorrectionForm = { office, round, status: f.status({ state: 'finalised' }), initiatives: f.own, page: 1, pages: 1, seen: 2, values: f.values, reason: '', problems: [], clashes: [], sensitive: [], notice: undefined };
  it.each<readonly [string, Refusal | undefined, string]>([
    ['not as it is opened', undefined, '訂正の理由【必須】'],
    ['without a reason', { kind: 'word-missing', what: 'reason' }, '！ 訂正の理由【必須】'],
    ['with too long a reason', { kind: 'word-too-long', what: 'reason', most: 500 }, '！ 訂正の理由【必須】'],
    ['not where a text is missing elsewhere', { kind: 'word-missing', what: 'text' }, '訂正の理由【必須】'],
    ['not where a text is too long elsewhere', { kind: 'word-too-long', what: 'text', most: 500 }, '訂正の理由【必須】'],
    ['not where it was corrected meanwhile', { kind: 'changed-since', section: section.id, at: f.now }, '訂正の理由【必須】'],
  ])('訂正の理由: %s', (_, notice, label) => { expect(labels(presentCorrectionForm(words, { ...form, notice }))).toEqual([label]); });

  it('訂正の理由: that something in it is pointed out', () => {
    const found = (sensitive: CorrectionForm['sensitive']) => labels(presentCorrectionForm(words, { ...form, sensitive }));
    expect([found([{ field: 'reason', what: 'phone' }]), found([{ initiative: f.own[0]!.id, field: 'done', what: 'phone' }])]).toEqual([['！ 訂正の理由【必須】'], ['訂正の理由【必須】']]);
  });

  const { source } = words.correcting.onBehalf;
  it.each<readonly [string, Refusal | undefined, string]>([
    ['not as it is opened', undefined, source], ['without it', { kind: 'source-missing' }, `！ ${source}`], ['with too much of it', { kind: 'word-too-long', what: 'source', most: 500 }, `！ ${source}`], ['not where something else was not taken', { kind: 'not-stored' }, source],
  ])('how an answer came, in 代理入力: %s', (_, notice, label) => { expect(labels(presentForm(words, f.form({ source: '', ...(notice && { notice }) })))).toEqual([label]); });
  it('how an answer came, in 代理入力: that something in it is pointed out', () => {
    expect(labels(presentForm(words, f.form({ source: '山田様', sensitive: [{ field: 'source', what: 'personal-name' }] })))).toEqual([`！ ${source}`]);
  });
});
