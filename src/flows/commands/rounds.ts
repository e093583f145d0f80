import { presentRounds } from '../../cards/present/rounds.ts';
import { fiscalYearOf } from '../../domain/fiscalYear.ts';
import { yearWithoutRounds } from '../../domain/nextYear.ts';
import { mayShowDelivery } from '../../domain/standing.ts';
import type { Answer } from '../../ports.ts';
import { plannedRounds, post, type DeskNeeds, type Visit } from '../desk.ts';

/** 予定: this year's rounds in words. */
export const rounds = (needs: DeskNeeds, visit: Visit): Answer =>
  post(needs, presentRounds(visit.words, {
    office: visit.facts.office, fiscalYear: fiscalYearOf(visit.today), rounds: plannedRounds(visit), now: visit.now, conducts: mayShowDelivery(visit.standing),
    without: yearWithoutRounds(visit.facts.office, visit.today),
  }));
