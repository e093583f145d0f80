import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../ports.ts';

export type Metrics = {
  readonly meter: Meter;
  /** All figures as Prometheus reads them. */
  readonly text: (now: { readonly tickAgeSeconds: number }) => Promise<string>;
};

/** Statuses that the handbook tells what to do about; all others are one. */
const STATUSES = ['400', '401', '403', '404', '413'];
const ACTS = ['post', 'redraw', 'reply', 'lookup'];
const OUTCOMES = ['delivered', 'not-delivered', 'refused', 'uncertain'];
const CALLS = ['read', 'write'];
const ENDS = ['well', 'conflict', 'not-understood', 'failed'];

/** 指標, with the figures of the process itself. No label takes anything but the few words written in this file. */
export function makeMetrics(): Metrics {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  const counter = <Label extends string = never>(name: string, help: string, ...labelNames: readonly Label[]) => new Counter<Label>({ name, help, labelNames, registers });
  const gauge = <Label extends string = never>(name: string, help: string, ...labelNames: readonly Label[]) => new Gauge<Label>({ name, help, labelNames, registers });
  const spans = <Label extends string = never>(name: string, help: string, buckets: number[], ...labelNames: readonly Label[]) =>
    new Histogram<Label>({ name, help, buckets, labelNames, registers });

  const sends = counter('torimatome_sends_total', 'Requests to Teams, by what they were for and what became of them', 'act', 'outcome');
  const refusals = counter('torimatome_refusals_total', 'Requests that Teams refused for good, by HTTP status', 'status');
  const credentials = gauge('torimatome_credentials_refused', '1 while Teams does not take the credentials of this bot');
  const outbox = gauge('torimatome_outbox_entries', 'Messages of the rounds under way that wait, are being sent, are in doubt or were refused', 'state');
  const tickAge = gauge('torimatome_tick_age_seconds', 'Since a look at the clock last ended well, or had an answer from Teams');
  const ticks = spans('torimatome_tick_seconds', 'How long looks at the clock took', [0.05, 0.25, 1, 5, 15, 60, 300], 'ended');
  const officesHeld = gauge('torimatome_offices_held', 'Offices that the last look left out since they are at fault');
  const roundsHeld = gauge('torimatome_rounds_held', 'Rounds that the last look left out since they are at fault');
  const untold = gauge('torimatome_notices_untold', 'What nobody of a secretariat can be told, since there is no way to it');
  const calls = counter('torimatome_store_calls_total', 'Calls of the store, by how they ended', 'act', 'ended');
  const answers = counter('torimatome_cosmos_answers_total', 'Answers of Cosmos DB, repeated requests too');
  const units = counter('torimatome_cosmos_request_units_total', 'Request units charged by Cosmos DB');
  const turns = spans('torimatome_turn_seconds', 'From a request of Teams to our answer', [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30], 'ended');

  // A figure that first appears with the first mishap cannot be seen to rise by it.
  for (const act of ACTS) for (const outcome of OUTCOMES) sends.inc({ act, outcome }, 0);
  for (const status of [...STATUSES, 'other']) refusals.inc({ status }, 0);
  for (const act of CALLS) for (const ended of ENDS) calls.inc({ act, ended }, 0);
  for (const state of ['queued', 'sending', 'uncertain', 'failed']) outbox.set({ state }, 0);
  for (const ended of ['well', 'failed']) ticks.zero({ ended });
  for (const ended of ['well', 'refused', 'failed']) turns.zero({ ended });

  return {
    text: async ({ tickAgeSeconds }) => {
      tickAge.set(tickAgeSeconds);
      return register.metrics();
    },
    meter: {
      sent: (act, problem) => {
        sends.inc({ act, outcome: problem?.kind ?? 'delivered' });
        if (problem?.kind === 'refused') refusals.inc({ status: STATUSES.find((status) => status === String(problem.status)) ?? 'other' });
      },
      credentials: (taken) => { credentials.set(taken ? 0 : 1); },
      stored: (act, ended) => { calls.inc({ act, ended }); },
      charged: (charge) => {
        answers.inc();
        units.inc(charge);
      },
      answered: (status, seconds) => { turns.observe({ ended: status < 400 ? 'well' : status < 500 ? 'refused' : 'failed' }, seconds); },
      looked: (seconds, seen) => {
        ticks.observe({ ended: seen === undefined ? 'failed' : 'well' }, seconds);
        if (seen === undefined) return;
        officesHeld.set(seen.officesHeld);
        roundsHeld.set(seen.roundsHeld);
        untold.set(seen.untold);
        for (const [state, count] of Object.entries(seen.outbox)) outbox.set({ state }, count);
      },
    },
  };
}
