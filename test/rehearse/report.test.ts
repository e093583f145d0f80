import { describe, expect, it } from '@jest/globals';
import { standingAt } from '../../rehearse/report/boards.ts';
import { oneOfEachKind, summariesSeen } from '../../rehearse/report/cards.ts';
import { escaped, html, jsonForScript } from '../../rehearse/report/html.ts';
import { MARKS, markOf, SIGNS, signsOf, SLIGHT, WEIGHTY } from '../../rehearse/report/marks.ts';
import { panelsOf } from '../../rehearse/report/panels.ts';
import { renderReport } from '../../rehearse/report/renderReport.ts';
import { reportWords } from '../../rehearse/report/reportWords.ts';
import { breachesOf, kept, PROMISES } from '../../rehearse/report/verdict.ts';
import { SEEN_KINDS, type Event, type EventKind } from '../../rehearse/timeline.ts';
import { day, office, tokyo } from '../fixtures/office.ts';
import { answered, asked, cardSaying, happened, result, timeline } from '../fixtures/timeline.ts';

const EVENT_KINDS: Readonly<Record<EventKind, true>> = { post: true, edit: true, answer: true, pressed: true, replaced: true, said: true, installed: true, outage: true, restart: true };
const due = tokyo('2026-10-20 17:00');

/** The page without its libraries. */
const pageOf = async (...[given, verdict = result(), of = office()]: Partial<Parameters<typeof renderReport>>) => {
  const whole = await renderReport(given ?? timeline(), verdict, of);
  return whole.slice(0, whole.indexOf('</main>'));
};
const legendOf = (page: string): readonly string[] => [...page.matchAll(/<li><b>([^<]+)<\/b> ([^<]+)<\/li>/g)].map(([, sign, meaning]) => `${sign ?? ''} ${meaning ?? ''}`);

describe('every kind of event', () => {
  const events = [
    ...Object.keys(EVENT_KINDS).flatMap((kind) => [true, false].map((ok) => happened('2026-10-15 10:00', { kind: kind as EventKind, ok }))),
    ...SEEN_KINDS.map((message) => happened('2026-10-15 10:00', { kind: 'post', message })),
    answered('soumu', '2026-10-20 17:00'), answered('soumu', '2026-10-20 16:00', { ok: false, text: 'draft' }),
  ];

  it('has a sign that is drawn when nothing else happened that day', () => {
    for (const event of events) expect(signsOf([event], due)).toBe(SIGNS[markOf(event, due)]);
    expect(new Set(events.map((event) => markOf(event, due)))).toEqual(new Set(MARKS));
  });

  it('has an entry in the legend, in both languages', async () => {
    for (const language of ['ja', 'en'] as const) {
      const legend = legendOf(await pageOf(timeline(), result(), office({ language })));
      for (const event of events) expect(legend).toContain(`${SIGNS[markOf(event, due)]} ${reportWords(language).marks[markOf(event, due)]}`);
    }
  });

  it('has a sign like no other, of one character', () => {
    expect(new Set(Object.values(SIGNS)).size).toBe(MARKS.length);
    for (const sign of Object.values(SIGNS)) expect(Array.from(sign)).toHaveLength(1);
    expect(new Set([...WEIGHTY, ...SLIGHT]).size).toBe(MARKS.length);
  });
});

describe('the signs of a day', () => {
  const post = (message: Event['message']) => happened('2026-10-20 10:00', { kind: 'post', ...(message && { message }) });

  it.each([
    ['a reminder and the answer to it', [post('remind'), answered('soumu', '2026-10-20 11:00')], '■・'],
    ['two answers, said once', [answered('soumu', '2026-10-20 11:00'), answered('soumu', '2026-10-20 12:00')], '■'],
    ['more than there is room for', [post('remind'), post('moved'), answered('soumu', '2026-10-20 11:00')], '■…'],
    ['what leads to an answer, and the answer', [happened('2026-10-20 10:00', { kind: 'pressed' }), answered('soumu', '2026-10-20 11:00'), happened('2026-10-20 11:00', { kind: 'edit' })], '■'],
    ['buttons alone', [happened('2026-10-20 10:00', { kind: 'pressed' }), happened('2026-10-20 10:00', { kind: 'replaced' })], '＋'],
    ['the last answer in time', [answered('soumu', '2026-10-20 16:59')], '■'],
    ['an answer at the due moment', [answered('soumu', '2026-10-20 17:00')], '◧'],
    ['an answer that was not received', [answered('soumu', '2026-10-20 16:59', { ok: false, text: 'refused' })], '⊗'],
    ['a draft', [answered('soumu', '2026-10-20 16:59', { ok: false, text: 'draft' })], '□'],
    ['an ask that somebody called for', [happened('2026-10-20 10:00', { kind: 'post', message: 'ask', unasked: false })], '＊'],
    ['a form that somebody called for', [happened('2026-10-20 10:00', { kind: 'post', message: 'form', unasked: false })], '▤'],
    ['a post that Teams did not keep', [happened('2026-10-20 10:00', { kind: 'post', message: 'ask', ok: false })], '⊘'],
    ['nothing', [], ''],
  ])('for %s', (_, events, signs) => {
    expect(signsOf(events, due)).toBe(signs);
  });
});

describe('the year as it went', () => {
  it('has a row for each unit and one for the meeting and the secretariat', () => {
    const [panel] = panelsOf(timeline(), office(), '会議・事務局');
    expect(panel?.rows.map(({ name, events }) => [name, [...events.values()].flat().length])).toEqual([['総務課', 2], ['衛生課', 3], ['会議・事務局', 1]]);
  });

  it('runs from the open day before the ask to six days after the meeting, and counts what lies outside', async () => {
    const early = happened('2026-06-22 10:00', { kind: 'post', message: 'announcement', section: 'soumu' });
    const given = timeline({ events: [early, ...timeline().events] });
    const [panel] = panelsOf(given, office(), '');
    expect([panel?.days[0], panel?.days.at(-1), panel?.outside]).toEqual([day('2026-10-05'), day('2026-11-03'), [early]]);
    expect(await pageOf(given)).toContain('図の期間の外　開始のお知らせ 1');
  });

  it.each([['2026-10-04 10:00', false], ['2026-10-05 00:00', true], ['2026-11-03 23:59', true], ['2026-11-04 00:00', false]])('shows what was at %s: %s', (wall, shown) => {
    const [panel] = panelsOf(timeline({ events: [answered('soumu', wall)] }), office(), '');
    expect([panel?.rows[0]?.events.size, panel?.outside.length]).toEqual(shown ? [1, 0] : [0, 1]);
  });

  it('gives a unit that nobody knows to the last row', () => {
    const [panel] = panelsOf(timeline({ events: [answered('nobody', '2026-10-15 10:00')] }), office(), '');
    expect(panel?.rows.map(({ events }) => events.size)).toEqual([0, 0, 1]);
  });

  it('puts what names no round where its day is', () => {
    const outage: Event = { at: tokyo('2026-10-13 03:00'), kind: 'outage' };
    const other: Event = { at: tokyo('2026-12-13 03:00'), kind: 'outage' };
    const [panel] = panelsOf(timeline({ events: [outage, other] }), office(), '会議');
    expect(panel?.rows.at(-1)?.events.get(day('2026-10-13'))).toEqual([outage]);
    expect(panel?.outside).toEqual([]);
  });

  it('keeps the days of the office, whatever the zone of the process', () => {
    const [panel] = panelsOf(timeline({ events: [answered('soumu', '2026-10-16 00:30')] }), office(), '');
    expect([...(panel?.rows[0]?.events.keys() ?? [])]).toEqual(['2026-10-16']);
  });

  it('tells in words what each sign of a day stands for', async () => {
    expect(await pageOf()).toContain('<title>14:20 回答 幸 花子</title>');
  });
});

describe('the board at a due date', () => {
  it.each([
    ['an answer in the last minute', [asked('soumu'), answered('soumu', '2026-10-20 16:59')], { kind: 'submitted', at: tokyo('2026-10-20 16:59') }],
    ['the later of two', [answered('soumu', '2026-10-14 09:00'), answered('soumu', '2026-10-15 09:00')], { kind: 'submitted', at: tokyo('2026-10-15 09:00') }],
    ['an answer at the due moment', [asked('soumu'), answered('soumu', '2026-10-20 17:00'), answered('soumu', '2026-10-21 17:00')], { kind: 'missing', later: tokyo('2026-10-20 17:00') }],
    ['an answer that was not received', [asked('soumu'), answered('soumu', '2026-10-19 09:00', { ok: false })], { kind: 'missing' }],
    ['no answer', [asked('soumu')], { kind: 'missing' }],
    ['an ask that Teams did not keep', [{ ...asked('soumu'), ok: false }], { kind: 'not-asked' }],
    ['nothing at all', [], { kind: 'not-asked' }],
  ])('with %s', (_, events, standing) => {
    expect(standingAt(events, due)).toEqual(standing);
  });

  it('counts the units that had submitted', async () => {
    const page = await pageOf();
    expect(page).toContain('■ 提出　10月15日（木）14:20');
    expect(page).toContain('<b>！ 未提出</b><br><span class="subtle">後日 10月22日（木）9:05</span>');
    expect(page).toContain('<b>1／2所属</b>');
  });
});

describe('each unit at each meeting', () => {
  const meetings = [{ round: 'FY2026-mid', states: { soumu: 'confirmed', eisei: 'missing' } }] as const;

  it('stands in a table with the meetings as columns, and how many were in', async () => {
    const page = await pageOf(timeline(), result({ meetings }));
    const table = page.slice(page.indexOf('会議での各所属の状態'));
    expect(table).toContain('<th scope="row">総務課</th><td>■ 所属長確認済み</td>');
    expect(table).toContain('<th scope="row">衛生課</th><td><b>！ 未提出</b></td>');
    expect(table).toContain('<b>1／2所属</b>');
  });

  it.each([['exempt', '1／1所属', '－ 対象外'], ['planned', '1／2所属', '□ 未提出（提出予定あり）'], ['sent-back', '1／2所属', '▽ 修正の依頼中'], ['waits', '2／2所属', '■ 提出済み（所属長確認待ち）']] as const)('counts %s as %s', async (state, count, words) => {
    const page = await pageOf(timeline(), result({ meetings: [{ round: 'FY2026-mid', states: { soumu: 'accepted', eisei: state } }] }));
    const table = page.slice(page.indexOf('会議での各所属の状態'));
    expect(table).toContain(words);
    expect(table).toContain(`<b>${count}</b>`);
  });

  it('says nothing of heads where the office does without', async () => {
    const given = result({ meetings: [{ round: 'FY2026-mid', states: { soumu: 'unchecked' } }] });
    expect(await pageOf(timeline(), given, office({ headConfirmation: 'off' }))).toContain('<td>■ 提出済み</td>');
    expect(await pageOf(timeline(), given, office({ headConfirmation: 'when-registered' }))).toContain('<td>■ 提出済み（所属長確認なし）</td>');
  });

  it('does not say that the summary was right where it was not', async () => {
    const wrong = { promise: 'wrong-state', at: due, sentence: 'planted' } as const;
    expect(await pageOf(timeline(), result({ meetings }))).toContain('取りまとめは、このとおりに数え');
    expect(await pageOf(timeline(), result({ meetings, breaches: [wrong] }))).toContain('このとおりでなかったものは');
  });

  it('comes with what was done on the way there, each act with its number, in both languages', async () => {
    const transitions = { ...result().transitions, 'promise-back': 73 };
    expect(await pageOf(timeline(), result({ transitions }))).toContain('提出予定日の取消し <code class="subtle">promise-back</code></th><td class="number">73</td>');
    expect(await pageOf(timeline(), result({ transitions }), office({ language: 'en' }))).toContain('date taken back <code class="subtle">promise-back</code></th><td class="number">73</td>');
  });
});

describe('the cards of the report', () => {
  const summary = (wall: string, kind: EventKind, text: string) => happened(wall, { kind, message: 'summary', card: cardSaying(text) });

  it('are the first of each kind, and every summary', () => {
    const given = timeline({
      events: [
        asked('soumu'), asked('eisei'), happened('2026-10-15 10:00', { kind: 'replaced', message: 'form', card: cardSaying('様式') }), happened('2026-10-15 10:01', { kind: 'edit', card: cardSaying('ほか') }),
        summary('2026-10-27 10:00', 'post', '第1版'), summary('2026-10-27 10:00', 'edit', '第1版'), summary('2026-10-27 11:00', 'edit', '第2版'), summary('2026-10-27 12:00', 'replaced', '写し'),
      ],
    });
    expect(oneOfEachKind(given).map(({ event: { message, section } }) => [message, section])).toEqual([['ask', 'soumu'], ['form', undefined], [undefined, undefined]]);
    expect(summariesSeen(given).map(({ card }) => card)).toEqual([cardSaying('第1版'), cardSaying('第2版')]);
  });

  it('stand as JSON that the page can read, and as words for where scripts do not run', async () => {
    const page = await pageOf();
    const json = [...page.matchAll(/<script type="application\/json">(.*?)<\/script>/g)].map(([, text]) => JSON.parse(text ?? '') as unknown);
    expect(json).toEqual([cardSaying('取りまとめ第1版'), cardSaying('soumuへの照会'), cardSaying('お知らせ')]);
    expect(page).toContain('<p>soumuへの照会</p>');
  });

  it('say so if there are none', async () => {
    expect(await pageOf(timeline({ events: [] }))).toContain('送られたものはありません。');
  });
});

describe('the verdict', () => {
  const breach = { promise: 'leak', at: tokyo('2026-10-15 10:00'), sentence: '衛生課 was shown the name of 総務課' } as const;

  it('says in words that all promises were kept', async () => {
    expect(await pageOf()).toContain(`<p class="verdict">○ ${PROMISES.length}件の約束は、全て守られました。</p>`);
  });

  it('says how many were not, which, and what was seen', async () => {
    const broken = result({ leaks: 2, breaches: [breach, { ...breach, promise: 'wrong-place' }, { ...breach, promise: 'lost' }] });
    expect(kept(broken)).toHaveLength(PROMISES.length - 2);
    expect(breachesOf(broken, 'places')).toHaveLength(2);
    const page = await pageOf(timeline(), broken);
    expect(page).toContain('<p class="verdict broken">× 守られなかった約束　2件　　守られた約束　8件</p>');
    expect(page).toContain('<b>× 守られなかった（2件）</b>');
    expect(page).toContain('10月15日（木）10:00　<b>leak</b>　衛生課 was shown the name of 総務課');
  });

  it('tells the first hundred breaches, and how many more there are', async () => {
    const page = (breaches: number) => pageOf(timeline(), result({ breaches: Array.from({ length: breaches }, () => breach) }));
    expect((await page(103)).match(/<b>leak<\/b>/g)).toHaveLength(100);
    expect(await page(103)).toContain('ほか3件');
    expect(await page(100)).not.toContain('ほか0件');
  });

  it('has every figure of result.json', async () => {
    const page = await pageOf(timeline(), result({ asked: 61, answered: 62, reminded: 63, summaries: 64, duplicates: 65, twins: 66, lost: 67, outsideHours: 68, leaks: 69 }));
    expect([...page.matchAll(/<td class="number">(6\d)<\/td>/g)].map(([, figure]) => figure)).toEqual(['61', '62', '63', '64', '65', '66', '67', '68', '69']);
  });

  it('counts what was sent, by round', async () => {
    expect(await pageOf()).toContain('<th scope="row">○ 照会</th><td class="number">2</td><td class="number">0</td><td class="number">2</td>');
  });
});

describe('the page', () => {
  const hostile = `</script><script>alert('x')</script><!--"&\`\u2028`;

  it('keeps hostile texts as texts, wherever they stand', async () => {
    const given = timeline({
      office: { ...timeline().office, name: hostile, units: [{ id: 'soumu', name: hostile }] }, rounds: [{ ...timeline().rounds[0]!, name: hostile }],
      events: [{ ...asked('soumu'), where: hostile, card: { ...cardSaying(hostile), [hostile]: hostile } }, answered('soumu', '2026-10-15 10:00', { who: hostile, text: hostile })],
    });
    const page = await pageOf(given, result({ breaches: [{ promise: 'lost', at: due, sentence: hostile }] }), office({ meeting: { name: hostile } }));
    expect(page).not.toContain('<script>');
    expect(page).not.toContain(`'x'`.concat(')</'));
    expect(page).not.toContain('<!--');
    expect(page.match(/<script type="application\/json">/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
  });

  it('escapes what is put into it, once', () => {
    expect(html`<p title="${'"<&'}">${html`<b>${'>'}</b>`}${[html`<i></i>`, html`<i></i>`]}${undefined}${0}</p>`.html).toBe('<p title="&#34;&#60;&#38;"><b>&#62;</b><i></i><i></i>0</p>');
    expect(escaped('a\u0000b\nc')).toBe('a\uFFFDb\nc');
    expect(jsonForScript({ a: '</script>&\u2028' }).html).toBe('{"a":"\\u003c/script\\u003e\\u0026\\u2028"}');
  });

  it('needs nothing from anywhere: libraries and style are in it, and its policy forbids the rest', async () => {
    const page = await renderReport(timeline(), result(), office());
    expect(page).toContain(`default-src 'none'`);
    expect(page).not.toMatch(/<script[^>]+src=|<link|<img|@import/);
    expect(page.match(/<script>/g)).toHaveLength(3);
    expect(page).toContain('AdaptiveCards.HostConfig');
  });
});

describe('an outage', () => {
  const broken = timeline({ events: [...timeline().events, happened('2026-10-15 18:00', { kind: 'outage' }), happened('2026-10-19 08:00', { kind: 'restart' })] });

  it('is hatched on every day of which it took a part', () => {
    const [panel] = panelsOf(broken, office(), '会議');
    expect([...(panel?.down ?? [])]).toEqual(['2026-10-15', '2026-10-16', '2026-10-17', '2026-10-18', '2026-10-19'].map(day));
  });

  it('lasts to the end of what was seen if the service never came up again', () => {
    const [panel] = panelsOf(timeline({ events: [happened('2026-10-26 18:00', { kind: 'outage' }), happened('2026-10-27 10:00', { kind: 'said' })] }), office(), '会議');
    expect([...(panel?.down ?? [])]).toEqual(['2026-10-26', '2026-10-27'].map(day));
  });

  it('is not where the service was only started again', () => {
    const [panel] = panelsOf(timeline({ events: [happened('2026-10-15 18:00', { kind: 'restart' })] }), office(), '会議');
    expect(panel?.down.size).toBe(0);
  });

  it('is told of in words, for whoever points at it and in the legend', async () => {
    const page = await pageOf(broken);
    expect(page.match(/サービスが停止していた日/g)).toHaveLength(5 + 1);
  });
});
