import type { NextSend } from '../cards/present/readiness.ts';
import type { Instant } from '../domain/instant.ts';
import { scheduleOf } from '../domain/schedule.ts';
import type { OfficeFacts } from './facts.ts';

const MOST_SHOWN = 3;

/** 今後の送付: the next things that go out by plan, for who is about to press 運用開始. */
export function nextSends({ office }: Pick<OfficeFacts, 'office'>, now: Instant): readonly NextSend[] {
  return office.rounds
    .flatMap((round): NextSend[] => {
      const { askAt, summaryAt } = scheduleOf(office, round);
      return [{ kind: 'ask', round, at: askAt }, { kind: 'summary', round, at: summaryAt }];
    })
    .filter(({ at }) => now < at)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, MOST_SHOWN);
}
