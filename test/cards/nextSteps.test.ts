import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { cardSamples } from '../fixtures/cardSamples.ts';
import { nodesOf, typeOf } from './walk.ts';

const draw = drawer(loadTemplates());
const samples = cardSamples('ja');
const drawn = (name: string): string => JSON.stringify(draw(samples[name]!).card);
const titles = (name: string): readonly string[] => nodesOf(draw(samples[name]!).card).filter((node) => typeOf(node).startsWith('Action.')).map(({ title }) => String(title));

describe('a card that says that something is not as it should be says what to do about it', () => {
  it.each([
    ['a head whose unit has submitted', 'greeting-head', '「確認の画面を開く」を押し、確認をお願いします。'],
    ['a unit for which no head is registered', 'status-unit-no-head', '所属長の登録は、事務局が「担当」で行います。'],
    ['a unit whose head cannot be reached', 'status-unit-head-unseen', '「使い方」と送ると、確認をお願いできるようになります。'],
    ['a unit without a place', 'status-unit-overdue', '投稿先は、事務局の方が、所属のチャネル又はチャットで「@取りまとめ 投稿先」と送ると、登録できます。'],
    ['a place that cannot be reached', 'places', '再び届くようになります。'],
    ['what waited for the secretariat', 'delivery-notices', '行うことと併せて示します。'],
    ['a round that is made while 照会 is held', 'plan-made-held', '「所属別に見る」で一覧を開き、「照会を送付する」を押してください。'],
    ['a report that was sent back, where others read', 'form-sent-back-open', 'までに、再提出をお願いします。'],
    ['what was typed of 指示・意見 that are 対応済み by now', 'direction-done-since', '入力した内容は記録していませんが、下の欄に残っています。'],
    ['the same before the secretariat, who can take it up again', 'direction-done-since-secretariat', '「対応中」を選んで記録してください。'],
  ])('%s', (_, name, said) => { expect(drawn(name)).toContain(said); });
  it.each([
    ['the head', 'greeting-head', '確認の画面を開く'], ['the secretariat that made a round while 照会 is held', 'plan-made-held', '所属別に見る'],
    ['a preview that was overtaken', 'preview-replacement-out-of-date', '差替えを区部長会議へ送付'], ['これまでの報告 with 指示・意見', 'history-directions', '指示・意見への対応を記録する'],
  ])('%s finds the named button on the card', (_, name, title) => { expect(titles(name)).toContain(title); });

  it('a head who has nothing to confirm yet is offered no check', () => {
    expect(titles('greeting-head-not-yet')).not.toContain('確認の画面を開く');
    expect(drawn('greeting-head-not-yet')).toContain('提出されると、この個人チャットで所属長の確認をお願いします。');
  });
  it('a place that is reached is told nothing of what was lost', () => { expect(drawn('places-bound')).not.toContain('再び届くようになります。'); });
  it('what is paused is given no hour at which it goes out', () => { expect(drawn('delivery-paused')).not.toMatch(/から送ります/); });
  it('nothing to see to is not said plainly above what was not delivered', () => {
    expect(drawn('delivery-again-none')).toContain('届かなかったものは、時期を過ぎたか、送り直しが要らなくなったものです。');
    expect(drawn('delivery-fine')).toContain('■ 対応が必要なものはありません。');
  });
  it('what was typed of 対応済み can be copied, and not pressed in vain', () => {
    expect(titles('direction-done-since')).not.toContain('対応の状況を記録する');
    expect(titles('direction-done-since-secretariat')).toContain('対応の状況を記録する');
  });
  it('all that was recorded of one 指示・意見 stands there, the older of it in short', () => { expect(drawn('direction-many').match(/◇ 対応中/g)).toHaveLength(10); });
  it('what is known of a check that was decided is said once', () => { expect(drawn('checking-decided').match(/確認済みにしました/g)).toHaveLength(1); });
});
