import { isDeepStrictEqual } from 'node:util';
import { parsePayload } from '../src/cards/payload.ts';
import type { Address } from '../src/domain/place.ts';
import type { Answer, FrontDesk, Inbound } from '../src/ports.ts';
import { NEXT } from './guide.ts';
import type { FormKey } from './stage.ts';

/** What happens on the way to the front desk that the demo cares about. */
export type Passing = {
  readonly somebodyCame: () => void;
  /** The front desk has answered. */
  readonly wentBy: () => void;
  /** A page was opened, or loaded anew. `answer`: what the front desk says to that; gives what is left to be said. */
  readonly pageOpened: (personalChat: Address, answer: Answer) => Promise<Answer>;
  /** A chat or channel other than the personal chat was opened. */
  readonly placeOpened: () => void;
  readonly formOpened: (form: FormKey) => void;
  /** Saved as a draft: a receipt stands in its place. */
  readonly formClosed: () => void;
  /** 「次へ」. */
  readonly next: (how: 'said' | 'pressed') => Promise<Answer>;
};

/** 廊下: looks at what comes in before the front desk does, and keeps 「次へ」 to itself. */
export const corridor = (desk: FrontDesk, passing: Passing): FrontDesk => ({
  received: async (inbound) => {
    passing.somebodyCame();
    const next = saysNext(inbound);
    if (next !== undefined) return passing.next(next);
    watchForm(inbound, passing);
    const answer = await desk.received(inbound);
    const left = inbound.kind === 'installed' && inbound.where.address.kind === 'personal' ? await passing.pageOpened(inbound.where.address, answer) : answer;
    if (inbound.kind === 'installed' && inbound.where.address.kind !== 'personal') passing.placeOpened();
    passing.wentBy();
    return left;
  },
});

function saysNext(inbound: Inbound): 'said' | 'pressed' | undefined {
  if (inbound.kind === 'said' && inbound.text.trim() === '次へ') return 'said';
  return inbound.kind === 'pressed' && isDeepStrictEqual(inbound.data, NEXT) ? 'pressed' : undefined;
}

function watchForm(inbound: Inbound, { formOpened, formClosed }: Passing): void {
  const payload = inbound.kind === 'pressed' ? parsePayload(inbound.data) : undefined;
  if (payload?.ok !== true) return;
  const { value } = payload;
  if (value.do === 'form.open' || value.do === 'form.page') formOpened(value);
  if (value.do === 'form.save') formClosed();
}
