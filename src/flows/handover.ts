import { presentHandover } from '../cards/present/handover.ts';
import type { Draw } from '../cards/draw.ts';
import { wordsFor } from '../cards/wording/words.ts';
import { roundPartition } from '../domain/documentIds.ts';
import type { RoundFacts } from '../domain/facts.ts';
import { handoverOf } from '../domain/handover.ts';
import type { Instant } from '../domain/instant.ts';
import type { Content } from '../ports.ts';
import { roundIn, type OfficeFacts } from './facts.ts';
import type { MirroredStore } from './mirror/mirrored.ts';

/** 担当の引継ぎ as it stands at this moment; `undefined` once every post has its holder. */
export function drawHandover({ store, draw }: { readonly store: Pick<MirroredStore, 'known'>; readonly draw: Draw }, facts: OfficeFacts, now: Instant): Content | undefined {
  const { office } = facts;
  const handover = handoverOf({ ...facts, rounds: knownRounds(store, facts) }, now);
  return handover === undefined ? undefined : draw(presentHandover(wordsFor(office.language), { office, handover }));
}

/** Those that were read at some time; an open one is read at every look. */
const knownRounds = (store: Pick<MirroredStore, 'known'>, facts: OfficeFacts): readonly RoundFacts[] =>
  facts.office.rounds.flatMap(({ id }) => {
    const known = store.known(roundPartition(facts.office.id, id));
    const round = known === undefined ? undefined : roundIn(facts, id, known);
    return round === undefined ? [] : [round];
  });
