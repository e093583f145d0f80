import { describe, expect, it } from '@jest/globals';
import { paced, type Pace } from '../../../src/adapters/teams/pacing.ts';
import type { TeamsGateway } from '../../../src/adapters/teams/gateway.ts';
import { ok } from '../../../src/domain/result.ts';
import { chatAddress } from '../../fixtures/places.ts';
import { content } from '../../fixtures/edge.ts';

const TO = chatAddress('chat');

/** A message whose turn comes after so many milliseconds, with four seconds of patience. */
async function afterWaiting(millis: number, patient: boolean) {
  let [now, posted] = [0, 0];
  const pace: Pace = { turn: async () => { now += millis; }, wait: () => millis };
  const gateway = { post: async () => { posted += 1; return ok({ address: TO, conversation: 'chat', activityId: '1' }); } } as unknown as TeamsGateway;
  const sent = await paced(gateway, pace, patient ? 'round' : 'reply', patient ? { clock: { now: () => now }, millis: 4_000 } : undefined).post(TO, content());
  return { sent, posted };
}

describe('a message that was claimed', () => {
  it('is sent when its turn comes in time', async () => {
    expect(await afterWaiting(4_000, true)).toMatchObject({ sent: { ok: true }, posted: 1 });
  });

  it('is put back when its turn comes too late for its claim', async () => {
    expect(await afterWaiting(4_001, true)).toEqual({ sent: { ok: false, error: { kind: 'not-delivered', why: 'its turn came too late', retryAfterSeconds: 1 } }, posted: 0 });
  });
});

it('a reply waits as long as it takes', async () => {
  expect(await afterWaiting(60_000, false)).toMatchObject({ sent: { ok: true }, posted: 1 });
});
