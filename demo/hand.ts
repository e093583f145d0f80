import type { Service } from '../src/app.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Office } from '../src/domain/office.ts';
import { scheduleOf } from '../src/domain/schedule.ts';
import type { Store } from '../src/ports.ts';
import type { HeldClock } from './heldClock.ts';
import type { Neighbours } from './neighbours.ts';
import { sentSince } from './sent.ts';

/** What a jump brought; nothing, if nothing will ever fall due again. */
export type Jump = { readonly kind: 'jumped'; readonly sent: readonly string[] } | { readonly kind: 'nothing-left' };

/** 時計の針. */
export type Hand = {
  jump(): Promise<Jump>;
  /** Lets go out what is due as it is. */
  settle(): Promise<void>;
};

type Needs = {
  readonly office: Office;
  readonly store: Store;
  readonly wall: HeldClock;
  readonly service: Pick<Service, 'desk' | 'tick'>;
  readonly neighbours: Neighbours;
  /** Somebody has to do something first, though nothing was sent. */
  readonly mustWait: (now: Instant) => Promise<boolean>;
};

/** Moments at which nothing is sent are passed over; so many of them in a row are more than a year has. */
const MOST_PASSED = 60;

/** Moves the clock to the next moment at which something is sent. On the way the neighbours do what they do, each at its own time. */
export function makeHand({ office, store, wall, service, neighbours, mustWait }: Needs): Hand {
  const liveUpTo = async (moment: Instant): Promise<void> => {
    for (const step of neighbours.between(wall.now(), moment)) {
      wall.jumpTo(step.at);
      await neighbours.answer(service.desk, step);
    }
    wall.jumpTo(moment);
  };

  /** A summary that has no place to go to is nothing that falls due; but then somebody has to open one. */
  const firstSummaryAfter = (now: Instant, otherwise: Instant): Instant =>
    office.rounds.map((round) => scheduleOf(office, round).summaryAt).filter((at) => now < at && at < otherwise).toSorted()[0] ?? otherwise;

  return {
    settle: async () => { await service.tick(); },
    jump: async () => {
      for (let passed = 0; passed < MOST_PASSED; passed += 1) {
        const { next } = await service.tick();
        if (next === undefined) return { kind: 'nothing-left' };
        const stop = firstSummaryAfter(wall.now(), next);
        await liveUpTo(stop);
        await service.tick();
        const sent = await sentSince(store, office, stop);
        if (sent.length > 0 || (await mustWait(wall.now()))) return { kind: 'jumped', sent };
      }
      return { kind: 'nothing-left' };
    },
  };
}
