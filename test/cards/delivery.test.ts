import { describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { drawer } from '../../src/cards/draw.ts';
import { parsePayload } from '../../src/cards/payload.ts';
import { presentDelivery } from '../../src/cards/present/delivery.ts';
import { presentDeliveryOfUnit } from '../../src/cards/present/deliveryOfUnit.ts';
import type { DeliveryView } from '../../src/cards/views.ts';
import { wordsFor } from '../../src/cards/wording/words.ts';
import { deliveryOfUnit } from '../../src/domain/deliveryOfUnit.ts';
import { deliveryReport } from '../../src/domain/deliveryReport.ts';
import type { RoundFacts } from '../../src/domain/facts.ts';
import type { Delivery, OutboxEntry } from '../../src/domain/outbox.ts';
import { allPlaces, entry, facts, message } from '../fixtures/facts.ts';
import { deliverySamples } from '../fixtures/deliverySamples.ts';
import { initiative, office as officeOf, section, sectionId, tokyo } from '../fixtures/office.ts';
import { place } from '../fixtures/places.ts';
import { readable } from './walk.ts';

const words = wordsFor('ja');
const draw = drawer(loadTemplates());
const now = tokyo('2026-10-21 11:00');
const samples = deliverySamples('ja') as Readonly<Record<string, DeliveryView>>;
const bytes = (view: DeliveryView): number => Buffer.byteLength(JSON.stringify(draw(view).card), 'utf8');
const titles = ({ buttons }: DeliveryView) => buttons.map(({ title }) => title);
const groupOf = (view: DeliveryView, begins: string) => view.groups.find(({ heading }) => heading.text.startsWith(begins));

describe('an office of sixty units', () => {
  const LONG = '地域みまもり支援センター・高齢・障害課 障害者支援係';
  const ids = Array.from({ length: 60 }, (_, n) => `unit-${n}`);
  const office = officeOf({ sections: ids.map((id, n) => section(id, `${LONG}${n}`)), initiatives: ids.map((id) => initiative(`${id}-01`, id)) });
  const steps = ['announcement', 'ask', 'remind-2', 'remind-0', 'late-1'];
  const places = (suspended: boolean): RoundFacts['places'] => ({
    ...allPlaces(), sections: Object.fromEntries(ids.map((id) => [id, place({ ...(suspended && { suspended: { since: now, why: '403 BotNotInConversationRoster' } }) })])),
  });
  const entries = (delivery: (n: number) => Delivery): readonly OutboxEntry[] => ids.flatMap((of) => steps.map((step, n) => entry(message(step, step === 'ask' ? { of } : { of, date: '2026-10-21' }), delivery(n))));
  const view = (given: Partial<RoundFacts>) => {
    const report = deliveryReport(facts({ office, ...given }), now);
    return presentDelivery(words, { office, people: [], now, live: true, reached: true, reports: [report], notices: [], again: undefined }) as DeliveryView;
  };
  const failed = (placeLost: boolean): Delivery => ({ state: 'failed', at: now, why: '403 BotNotInConversationRoster', attempts: 12, placeLost });

  it.each<[string, Partial<RoundFacts>]>([
    ['all is well', { places: places(false), entries: entries(() => ({ state: 'skipped', at: now, why: 'answered' })) }],
    ['every place is lost', { places: places(true), entries: entries(() => failed(true)) }],
    ['every message was refused', { places: places(false), entries: entries(() => failed(false)) }],
    ['no unit has a place, and half was given up', { places: { ...allPlaces(), sections: {} }, entries: entries((n) => (n % 2 === 0 ? failed(true) : { state: 'skipped', at: now, why: 'superseded' })) }],
  ])('has a card well under what Teams takes when %s', (_, given) => {
    expect(bytes(view(given))).toBeLessThan(16 * 1024);
  });

  it('names all that was refused, and sends it again by one press', () => {
    const refused = view({ places: places(false), entries: entries(() => failed(false)) });
    expect([groupOf(refused, '！ Teamsに受け付けられませんでした')?.heading.text, titles(refused)[0]]).toEqual(['！ Teamsに受け付けられませんでした（60件）', '60件をもう一度送る']);
  });

  it('is told at the same size whatever the number of units, since names end where they are too many', () => {
    const lost = view({ places: places(true), entries: entries(() => failed(true)) });
    const group = groupOf(lost, '！ 投稿先に届きませんでした（60件）');
    expect([group?.rows.length, group?.more.includes('ほか24件')]).toEqual([6, true]);
  });

  it('has a card of each unit well under it, too', () => {
    const many = Array.from({ length: 12 }, (_, n) => entry(message('again', { of: 'unit-1' }), { state: 'failed', at: now, why: '413', attempts: n }));
    const unit = presentDeliveryOfUnit(words, { office, people: [], section: office.sections[1]!, now, again: undefined, rounds: [deliveryOfUnit(facts({ office, places: places(false), entries: many }), sectionId('unit-1'), now)] });
    expect(bytes(unit as DeliveryView)).toBeLessThan(16 * 1024);
  });
});

describe('送付状況', () => {
  it('leads from each cause to what to do about it, and to who is meant', () => {
    const told = samples['delivery']!.groups.map(({ heading, next, rows, more }) => [heading.text, next.slice(0, 20), ...rows.map(({ name }) => name), more]);
    expect(told.slice(0, 5)).toEqual([
      ['！ 投稿先が登録されていません（2件）', 'そのチャネル又はチャットで「@取りまとめ', '地域ケア推進課、地域支援課'],
      ['！ 投稿先に届きませんでした（1件）', 'チーム又はチャットに「取りまとめ」を追加', '地域振興課', ''],
      ['！ 個人チャットに届きませんでした（1件）', '御本人に、Teamsで「取りまとめ」を開', '総務課（山田 太郎）', ''],
      ['！ Teamsに受け付けられませんでした（2件）', '「もう一度送る」を押してください。続く場', '衛生課', '道路公園センター', ''],
      ['？ 届いたか、確かめられませんでした（2件）', 'チャネル又はチャットを開いて確かめてくだ', '区民課', '区部長会議', ''],
    ]);
  });

  it('says of each what, when, how often, and of what is our fault the code', () => {
    const notes = samples['delivery']!.groups.flatMap(({ rows }) => rows.map(({ note }) => note));
    expect(notes.slice(0, 4)).toEqual([
      '照会、期限前のお知らせ　10月6日（火）10:00から　送付1回', '所属長へのお知らせ　10月22日（木）10:00　送付1回', '照会　10月6日（火）10:00　送付1回　番号 413', '期限前のお知らせ　10月6日（火）10:00　送付1回　番号 400 BadSyntax',
    ]);
  });

  it('gathers the rest in one line a kind', () => {
    expect(groupOf(samples['delivery']!, '種類別')?.rows.map(({ name, note }) => `${name}：${note}`)).toEqual([
      '照会：10月6日（火）10:00〜10:02　送付済み 12、届かなかった 2', '期限前のお知らせ：10月16日（金）10:00〜10月20日（火）10:01　送付済み 9、届いたか分からない 1、見送り 5（提出済み4、対象外1）', '期限後のお願い：送付待ち 3',
    ]);
  });

  it('offers to send again only what can be, by how much it is', () => {
    expect(titles(samples['delivery']!)).toEqual(['2件をもう一度送る', '取りまとめは届いている', '取りまとめをもう一度送る', 'もう一度見る', '投稿先を見る']);
    expect(titles(samples['delivery-fine']!)).toEqual(['もう一度見る']);
    expect(titles(samples['delivery-two-rounds']!)).toEqual(['もう一度送る：中間報告', 'もう一度送る：第3四半期報告', 'もう一度見る', '投稿先を見る']);
    expect(titles(samples['delivery-unit']!)).toEqual(['1件をもう一度送る', 'もう一度見る', '全体の送付状況を見る']);
  });

  it('sends with the press what it showed, and when; of a unit’s card that unit’s alone', () => {
    const [ofAll] = samples['delivery']!.buttons;
    const [ofUnit] = samples['delivery-unit']!.buttons;
    expect(parsePayload(ofAll?.data)).toMatchObject({ ok: true, value: { do: 'delivery.again', round: 'FY2026-mid', asOf: now } });
    expect(ofAll?.data).not.toHaveProperty('section');
    expect(ofUnit?.data).toMatchObject({ do: 'delivery.again', section: 'soumu' });
  });

  it.each([
    ['delivery-again-now', '2件を、今から送り直します。'], ['delivery-again-later', '2件を、10月21日（水）13:00に送り直します。'], ['delivery-again-none', '送り直すものは、もうありません。今の状況は、次のとおりです。'],
  ])('says first what the press did: %s', (name, line) => { expect(samples[name]!.lines[0]?.text).toBe(line); });

  it('says of what is in doubt only what fits', () => {
    const doubt = (name: string) => readable(draw(samples[name]!).card).join('');
    expect(doubt('delivery')).toMatch(/「@取りまとめ 回答」[^]*「取りまとめをもう一度送る」を押してください/);
    expect(doubt('delivery-unit')).not.toContain('「取りまとめをもう一度送る」を押してください');
  });
});
