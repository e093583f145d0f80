import { describe, expect, it } from '@jest/globals';
import type { Message, Recipient } from '../../src/domain/message.ts';
import type { Delivery, OutboxEntry } from '../../src/domain/outbox.ts';
import { asTold, waitingNotices } from '../../src/domain/waitingNotices.ts';
import { delivered, entry, message, posted } from '../fixtures/facts.ts';
import { personId, tokyo } from '../fixtures/office.ts';

const now = tokyo('2026-10-06 11:00');
const notice = (to: Recipient, about = 'saiwai:FY2026-mid:ask:soumu', key = about): Message => ({ key: `saiwai:office:notice:${key}`, office: message('ask').office, kind: 'notice', recipient: to, about });
const toPlace = notice({ to: 'secretariat-place' });
const to90 = notice({ to: 'person', person: personId(90) });
const queued: Delivery = { state: 'queued', notBefore: now, attempts: 0 };
const told = (...given: readonly OutboxEntry[]) => asTold(given, personId(90), now);

describe('事務局あてのお知らせ n件', () => {
  it('counts what is for the secretariat’s place, whether it was posted there or stands under another, and not what stands for several', () => {
    const several = notice({ to: 'secretariat-place' }, 'saiwai:FY2026-mid:several');
    const entries = [delivered(several, '2026-10-06 10:00'), entry(toPlace, { state: 'skipped', at: now, why: 'superseded' }), delivered(toPlace, '2026-10-06 10:00'), entry(to90, queued)];
    expect(waitingNotices(entries).map(({ delivery }) => delivery.state)).toEqual(['skipped', 'delivered']);
  });

  it('counts them no more once they were read', () => {
    const after = told(delivered(toPlace, '2026-10-06 10:00'));
    expect(after).toMatchObject([{ delivery: { state: 'delivered' }, shown: 'told' }]);
    expect(waitingNotices(after)).toEqual([]);
    expect(told(...after)).toEqual([]);
  });

  it('does not say in the place, or to who has read it, what still waits to be sent', () => {
    expect(told(entry(toPlace, queued), entry(to90, queued)).map(({ delivery, shown }) => [delivery.state, shown])).toEqual([['skipped', 'told'], ['skipped', undefined]]);
  });

  it('counts as told what Teams would not have in that person’s chat, once, and not what another’s would not', () => {
    const refused = (n: number, placeLost = false) => entry(notice({ to: 'person', person: personId(n) }), { state: 'failed', at: now, why: '413', attempts: 1, placeLost });
    const after = told(refused(90), refused(91), refused(90, true));
    expect(after).toEqual([{ ...refused(90), shown: 'told' }]);
    expect(told(...after)).toEqual([]);
  });

  it('leaves alone what is told to others, what is told already, what is being sent, and what is no notice', () => {
    const sending: Delivery = { state: 'sending', claim: 'x', until: now, attempts: 1 };
    const readiness: Message = { ...to90, kind: 'readiness' };
    expect(told(
      entry(notice({ to: 'person', person: personId(91) }), queued), entry(to90, { state: 'delivered', at: now, posted: posted(), attempts: 1 }), entry(to90, sending), entry(toPlace, sending), entry(readiness, queued),
    )).toEqual([]);
  });
});
