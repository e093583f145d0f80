import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planOnly, runPlanOnly } from '../../rehearse/planOnly.ts';
import { milestonesOf, onDay, STEPS, weeksOf, yearPlanOf } from '../../rehearse/report/yearPlan.ts';
import { columnsOf, cutTo } from '../../rehearse/report/columns.ts';
import { momentWords } from '../../src/cards/wording/dates.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import { day, midRound, office, roundId, times, tokyo } from '../fixtures/office.ts';

const threeRounds = () => office({
  rounds: [
    midRound({ id: roundId('FY2026-end'), name: '年度末報告', kind: 'yearend', asOf: day('2027-03-31'), forecast: true, meetingOn: day('2027-03-17') }), midRound(),
    midRound({ id: roundId('FY2025-mid'), fiscalYear: 2025, name: '昨年度の報告', asOf: day('2025-09-30'), meetingOn: day('2025-10-28') }),
  ],
});

describe('年間予定', () => {
  it('has the days of the schedule, and no others', () => {
    const round = midRound();
    const { askAt, dueAt, checkAt, freezeAt, summaryAt, meetingOn, reportedAt } = scheduleOf(office(), round);
    const at = (step: string) => milestonesOf(office(), round).filter((each) => each.step === step).map((each) => each.at ?? each.on);
    expect(Object.fromEntries(STEPS.map((step) => [step, at(step)]))).toEqual({
      ask: [askAt], due: [dueAt], check: [checkAt], freeze: [freezeAt], summary: [summaryAt], meeting: [meetingOn], reported: [reportedAt],
      remind: [tokyo('2026-10-16 10:00'), tokyo('2026-10-20 10:00')], late: [tokyo('2026-10-21 10:00')], head: [tokyo('2026-10-22 10:00')],
    });
  });

  it('tells them in the order in which they come, each on the day of the office', () => {
    const told = milestonesOf(office(), midRound());
    expect(told.map(({ step }) => step)).toEqual(['ask', 'remind', 'remind', 'due', 'late', 'head', 'check', 'freeze', 'summary', 'meeting', 'reported']);
    expect(told.every(({ on, at }) => at === undefined || dayOf('Asia/Tokyo', at) === on)).toBe(true);
  });

  it('says every moment in words, on the page and in the terminal', () => {
    const { text, html } = planOnly(threeRounds());
    const told = yearPlanOf(threeRounds()).rounds.flatMap(({ milestones }) => milestones);
    for (const { at } of told) if (at !== undefined) for (const place of [text, html]) expect(place).toContain(momentWords('ja', 'Asia/Tokyo', at));
    expect(text).toContain('提出期限                            10月20日（火）17:00');
    expect(text).toContain('区部長会議                          10月28日（水）');
    for (const step of ['お知らせ', '期限後のお願い', '所属長へのお知らせ']) for (const place of [text, html]) expect(place).toContain(`${step}（未提出のとき）`);
  });

  it.each([[undefined, ['中間報告', '年度末報告'], '令和8年度'], [2026, ['中間報告', '年度末報告'], '令和8年度'], [2025, ['昨年度の報告'], '令和7年度'], [2031, [], '令和13年度']])(
    'of year %s holds %j', (year, names, label) => {
      expect(yearPlanOf(threeRounds(), year).rounds.map(({ round }) => round.name)).toEqual(names);
      for (const each of Object.values(planOnly(threeRounds(), year))) expect(each).toContain(label);
    });

  it('says so if the year has no round', () => {
    const { text, html } = planOnly(threeRounds(), 2031);
    expect(text).toContain('この年度の回はありません。');
    expect(html).toContain('この年度の回はありません。');
  });

  it('has the twelve months from April to March, each with all its days in weeks from Sunday', () => {
    const { months } = yearPlanOf(office());
    expect(months.map((first) => first.slice(0, 7))).toEqual(
      ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03']);
    expect(months.map((first) => weeksOf(first).flat().filter((each) => each !== undefined).length)).toEqual([30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31]);
    expect(weeksOf(day('2026-10-01'))[0]).toEqual([undefined, undefined, undefined, undefined, day('2026-10-01'), day('2026-10-02'), day('2026-10-03')]);
    expect(weeksOf(day('2026-11-01'))[0]?.[0]).toBe('2026-11-01');
  });

  it('shows on a day with several steps all of them, the weightiest first', () => {
    expect(onDay(yearPlanOf(office()), day('2026-10-20')).map(({ step }) => step)).toEqual(['due', 'remind']);
    expect(planOnly(office()).text).toContain(' . 19 期 後 長 認  .');
  });

  it('tells closed weekdays from open ones by a word, not by a shade', () => {
    const { text, html } = planOnly(office());
    expect(text).toContain(' . 休 13 14 15 知  .');
    expect(html).toContain('<td class="closed"><span class="date">12</span><span class="off">休</span></td>');
    expect(html).toContain('<td class="closed"><span class="date">29</span><span class="off">休</span></td>'); // 年末年始
  });

  it('explains each sign, in both languages, and no two signs are alike', () => {
    for (const language of ['ja', 'en'] as const) {
      const { html } = planOnly(office({ language }));
      const legend = /<ul class="legend"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
      const signs = [...legend.matchAll(/<span class="sign[^>]*>([^<]+)</g)].map(([, sign]) => sign);
      expect(new Set(signs).size).toBe(STEPS.length);
    }
  });

  it('stands in columns of a terminal, whatever the language', () => {
    for (const language of ['ja', 'en'] as const) {
      const weeks = planOnly(office({ language })).text.split('\n').filter((line) => /^(日|Su|[ .0-9]{2}) /.test(line));
      expect(weeks.length).toBeGreaterThan(20);
      for (const line of weeks) expect(columnsOf(line)).toBeLessThanOrEqual(68);
    }
    expect([columnsOf('10月（火）abc'), cutTo(6, '保険年金課'), cutTo(10, '保険年金課'), cutTo(3, 'abcd')]).toEqual([13, '保険…', '保険年金課', 'ab…']);
  });
});

describe('注意 on the plan', () => {
  it('are shown with the round and the day, on the page and in the terminal', () => {
    const edge = office({ rounds: [midRound({ times: { ...times, ask: { days: 18, at: times.ask.at } } })], calendar: { ...office().calendar, knownUntil: day('2026-10-01') } });
    for (const each of Object.values(planOnly(edge))) {
      expect(each).toContain('中間報告　照会の日（10月1日（木））が、月の初め又は終わりの2開庁日に当たります。');
      expect(each).toContain('中間報告　10月1日（木）より後の祝日は、見込みで数えています。');
    }
  });

  it('tell the hour of what would have to wait', () => {
    const late = office({ rounds: [midRound({ times: { ...times, summary: { days: 1, at: '17:15' as typeof times.ask.at } } })] });
    expect(planOnly(late).text).toContain('注意　中間報告　取りまとめの送付（10月27日（火）17:15）が勤務時間の外です。');
  });

  it('are those of the year that is shown', () => {
    const both = office({ rounds: [midRound(), midRound({ id: roundId('FY2025-mid'), fiscalYear: 2025, asOf: day('2025-04-30'), meetingOn: day('2025-10-09') })] });
    expect(yearPlanOf(both).warnings).toEqual([]);
    expect(yearPlanOf(both, 2025).warnings).not.toEqual([]);
    expect(planOnly(both).html).toContain('注意はありません。');
  });

  it.each([
    ['2026-10-15', ['2026-10-12'], 'the third open day after it'], ['2026-10-16', [], 'the fourth'],
    ['2026-10-07', ['2026-10-12'], 'the third before it is past the holiday'], ['2026-10-06', [], 'the third open day before it is a Friday'],
  ])('remark with a due date on %s that %j is near: it is %s', (due, closed) => {
    const days = ['2026-10-06', '2026-10-07', '2026-10-15', '2026-10-16'].indexOf(due);
    const before = [13, 12, 7, 6][days] ?? 0;
    const plan = yearPlanOf(office({
      rounds: [midRound({ meetingOn: day('2026-10-26'), asOf: day('2026-06-30'), times: { ...times, ask: { days: 33, at: times.ask.at }, due: { days: before, at: times.due.at } } })],
    }));
    expect(plan.rounds[0]?.milestones.find(({ step }) => step === 'due')?.on).toBe(due);
    expect(plan.remarks.filter(({ step }) => step === 'due').flatMap((remark) => remark.closed)).toEqual(closed);
  });
});

describe('the page of the plan', () => {
  const hostile = `<script>alert('x')</script>"&\`</title>`;

  it('keeps hostile names as text', () => {
    const { html } = planOnly(office({ name: hostile, policy: hostile, meeting: { name: hostile }, rounds: [midRound({ name: hostile })] }));
    expect(html).not.toContain('<script');
    expect(html).not.toContain(`alert('x')`);
    expect(html).toContain('&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#34;&#38;&#96;&#60;/title&#62;');
  });

  it('needs nothing from anywhere, and no script', () => {
    const { html } = planOnly(office());
    expect(html).toMatch(/^<!doctype html>\n<html lang="ja">/);
    expect(html).not.toMatch(/<script|<link|<img|https?:|@import|url\(/);
  });
});

describe('npm run rehearse -- --plan-only', () => {
  let out: string;
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'torimatome-plan-'));
  });
  afterAll(() => {
    rmSync(out, { recursive: true });
  });

  async function run(...args: readonly string[]) {
    const said: string[] = [];
    const code = await runPlanOnly([...args, '--out', out], (line) => said.push(line));
    return { code, said: said.join('\n') };
  }

  it('prints and draws the example office, in far less than a second', async () => {
    const { code, said } = await run('--plan-only', '--office', 'examples/saiwai', '--seed', '3', '--json');
    expect(code).toBe(0);
    expect(said).toContain('幸区役所　令和8年度の年間予定');
    expect(said).toContain('plan.html');
    expect(readFileSync(join(out, 'plan.html'), 'utf8')).toContain('年度末報告');
  });

  it.each([[['--year', '26']], [['--yaer', '2026']], [['--year']]])('says how it is used if it does not understand %j', async (args) => {
    const { code, said } = await run(...args);
    expect(code).toBe(2);
    expect(said).toContain('使い方');
  });

  it('says what is wrong with the folder', async () => {
    const { code, said } = await run('--office', 'examples/nowhere');
    expect(code).toBe(1);
    expect(said).toContain('不備が1件あります。');
  });
});
