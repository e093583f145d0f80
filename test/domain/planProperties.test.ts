import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withinHours } from '../../src/domain/hours.ts';
import { millisOf, plusSeconds, type Instant } from '../../src/domain/instant.ts';
import type { MessageKey } from '../../src/domain/message.ts';
import type { SkipReason } from '../../src/domain/outbox.ts';
import { allPlaces, change, conduct, extended, facts, report } from '../fixtures/facts.ts';
import { day, midRound, office, sectionId, tokyo } from '../fixtures/office.ts';
import { keysOf, roundRunner, type Course } from '../fixtures/runRound.ts';

const BEGIN = tokyo('2026-10-01 00:00');
const END = tokyo('2026-11-16 00:00');
const A_DAY = 86_400;
const HALF_AN_HOUR = 1800;
const UNITS = ['soumu', 'eisei'] as const;

const seconds = (from: Instant, to: Instant): number => (millisOf(to) - millisOf(from)) / 1000;
const every = (step: number, from = BEGIN, to = END): Instant[] => Array.from({ length: Math.ceil(seconds(from, to) / step) }, (_, i) => plusSeconds(from, i * step));

/** Each day's midnight, and the hours at which something opens, closes or is due. */
const dutiful = every(HALF_AN_HOUR).filter((at) => ['15:00', '23:30', '01:00', '03:00', '04:00', '08:00'].includes(at.slice(11, 16)));

/** A moment of the weeks of the round, on the half hour. */
const moment = fc.integer({ min: 0, max: Math.floor(seconds(BEGIN, tokyo('2026-10-31 00:00')) / HALF_AN_HOUR) }).map((n) => plusSeconds(BEGIN, n * HALF_AN_HOUR));

type World = {
  /** When each unit answers, and when it gets its place. */
  readonly answers: readonly (Instant | undefined)[];
  readonly bound: readonly (Instant | undefined)[];
  readonly pause: { readonly from: Instant; readonly hours: number; readonly unit: boolean } | undefined;
  readonly extension: { readonly at: Instant; readonly to: string } | undefined;
  readonly moved: { readonly at: Instant; readonly meetingOn: string } | undefined;
};

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const people = { answers: fc.tuple(maybe(moment), maybe(moment)), bound: fc.tuple(maybe(moment), maybe(moment)) };
const calm: fc.Arbitrary<World> = fc.record({ ...people, pause: fc.constant(undefined), extension: fc.constant(undefined), moved: fc.constant(undefined) });
const lively: fc.Arbitrary<World> = fc.record({
  ...people,
  pause: maybe(fc.record({ from: moment, hours: fc.integer({ min: 1, max: 200 }), unit: fc.boolean() })),
  extension: maybe(fc.record({ at: moment, to: fc.constantFrom('2026-10-21', '2026-10-22', '2026-10-23', '2026-10-26') })),
  moved: maybe(fc.record({ at: moment, meetingOn: fc.constantFrom('2026-10-22', '2026-10-27', '2026-10-30', '2026-11-04') })),
});

const resumedAt = ({ from, hours }: NonNullable<World['pause']>): Instant => plusSeconds(from, hours * 3600);

const changesOf = ({ answers, bound, pause, extension, moved }: World): readonly Instant[] =>
  [...answers, ...bound, pause?.from, pause && resumedAt(pause), extension?.at, moved?.at].filter((at) => at !== undefined);

/** What the service finds when it looks at a moment. Without `bound`, a place was there from the start. */
function courseOf({ answers, bound, pause, extension, moved }: World): Course {
  const has = (at: Instant | undefined, now: Instant) => at !== undefined && at <= now;
  return (now) => {
    const meetingOn = has(moved?.at, now) ? day(moved!.meetingOn) : midRound().meetingOn;
    const pauses = pause === undefined || now < pause.from ? [] : [{ from: pause.from, ...(resumedAt(pause) <= now && { to: resumedAt(pause) }), ...(pause.unit && { section: sectionId('soumu') }) }];
    const sections = Object.entries(allPlaces().sections).filter(([id]) => bound[UNITS.findIndex((unit) => unit === id)] === undefined || has(bound[UNITS.findIndex((unit) => unit === id)], now));
    return facts({
      round: midRound({ meetingOn }), office: office({ rounds: [midRound({ meetingOn })] }),
      life: { ...facts().life, pauses }, places: { ...allPlaces(), sections: Object.fromEntries(sections) },
      conduct: conduct(has(extension?.at, now) ? extended('soumu', extension!.to) : {}),
      reports: UNITS.filter((_, i) => has(answers[i], now)).map((of, i) => report(of, { ...change('2026-10-01 09:00', {}), at: answers[i] ?? now })),
    });
  };
}

const unitOf = (key: MessageKey): number => UNITS.findIndex((unit) => key.split(':').includes(unit));
const isNudge = (key: MessageKey): boolean => /:(remind|late)-/.test(key);

const GIVEN_UP: readonly SkipReason[] = ['superseded', 'too-late', 'answered', 'asked-today', 'not-asked', 'not-released'];

describe('however the service looks at the clock', () => {
  const looks = fc.array(fc.integer({ min: 0, max: seconds(BEGIN, END) }).map((at) => plusSeconds(BEGIN, at)), { minLength: 1, maxLength: 25 });

  it('no key is decided twice, a second look finds nothing, and what is planned is wanted', () => {
    // roundRunner itself says so, by throwing; the looks are in any order, so the clock is set back too
    fc.assert(fc.property(lively, looks, (world, moments) => void roundRunner(courseOf(world)).at([...moments, ...moments])), { numRuns: 15 });
  });

  it('nothing goes out outside office hours, to who has answered, or to who is paused; and each unit is asked once', () => {
    fc.assert(
      fc.property(lively, looks, (world, moments) => {
        const { sent } = roundRunner(courseOf(world)).at(moments);
        for (const { key, at } of sent) {
          expect([key, at, withinHours(office(), at)]).toEqual([key, at, true]);
          const answer = world.answers[unitOf(key)];
          if (isNudge(key)) expect([key, answer === undefined || at < answer]).toEqual([key, true]);
          const { pause } = world;
          if (pause !== undefined && (!pause.unit || unitOf(key) === 0)) expect([key, at < pause.from || resumedAt(pause) <= at]).toEqual([key, true]);
        }
        for (const unit of UNITS) expect(sent.filter(({ key }) => key.endsWith(`:ask:${unit}`)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 15 },
    );
  });

  it('an お知らせ never comes on the day of the ask, and never two on a day', () => {
    fc.assert(
      fc.property(lively, looks, (world, moments) => {
        const { sent } = roundRunner(courseOf(world)).at(moments.toSorted());
        for (const unit of UNITS) {
          const days = sent.filter(({ key }) => key.endsWith(`:${unit}`) && (isNudge(key) || key.includes(':ask:'))).map(({ at }) => plusSeconds(at, 9 * 3600).slice(0, 10));
          expect(days).toEqual([...new Set(days)]);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('late, doubled or after a week, it sends what was due, less what its time had gone for, each with its reason', () => {
    const end = tokyo('2026-11-13 17:00');
    fc.assert(
      fc.property(calm, looks, (world, moments) => {
        const punctual = roundRunner(courseOf(world)).byNext(BEGIN, END, changesOf(world));
        const sloppy = roundRunner(courseOf(world)).at([...moments.toSorted(), end]);
        const [all, some] = [keysOf(punctual), keysOf(sloppy).filter((key) => !key.includes(':summary-missed:'))];
        expect(all).toEqual(expect.arrayContaining([...some]));
        // A unit that was never asked, and did not answer, has nothing to hear of the summary.
        const asked = (key: MessageKey) => !key.includes(':reported:') || some.includes(`saiwai:FY2026-mid:ask:${UNITS[unitOf(key)] ?? ''}`);
        for (const key of all.filter((each) => !some.includes(each) && asked(each))) expect([key, GIVEN_UP]).toEqual([key, expect.arrayContaining([sloppy.skipped.get(key)])]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('next', () => {
  it('leads from one to the next as looking at every hour that matters does, to the moment', () => {
    fc.assert(
      fc.property(lively, (world) => {
        const patient = roundRunner(courseOf(world)).byNext(BEGIN, END, changesOf(world));
        const restless = roundRunner(courseOf(world)).at([...dutiful, ...changesOf(world)].toSorted());
        expect(patient.sent).toEqual(restless.sent);
        expect([...patient.skipped].toSorted()).toEqual([...restless.skipped].toSorted());
      }),
      { numRuns: 3 },
    );
  });

  it('leads to the same as looking every minute of the busy hours, and in few looks', () => {
    const still: World = { answers: [tokyo('2026-10-21 10:07'), undefined], bound: [undefined, undefined], pause: undefined, extension: undefined, moved: undefined };
    const busy = ['2026-10-06 09:30', '2026-10-20 09:30', '2026-10-26 16:30', '2026-10-28 16:45'].flatMap((from) => every(60, tokyo(from), plusSeconds(tokyo(from), 3600)));
    const patient = roundRunner(courseOf(still));
    expect(patient.byNext(BEGIN, END, changesOf(still)).sent).toEqual(roundRunner(courseOf(still)).at([...dutiful, ...busy].toSorted()).sent);
    expect(patient.looks()).toBeLessThan(60);
  });

  it('comes to an end', () => {
    fc.assert(fc.property(lively, (world) => { expect(roundRunner(courseOf(world)).byNext(BEGIN, plusSeconds(END, 365 * A_DAY), changesOf(world)).next).toBeUndefined(); }), { numRuns: 15 });
  });
});
