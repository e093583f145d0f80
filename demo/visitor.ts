import { momentWords } from '../src/cards/wording/dates.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Office } from '../src/domain/office.ts';
import type { Posted } from '../src/domain/outbox.ts';
import type { Address } from '../src/domain/place.ts';
import type { Answer, Gateway, Store } from '../src/ports.ts';
import type { Passing } from './corridor.ts';
import { adviceOf, guideCard, pastGuide, type Progress } from './guide.ts';
import type { Hand } from './hand.ts';
import type { HeldClock } from './heldClock.ts';
import { stageAt, submittedSince, type FormKey, type Stage } from './stage.ts';

type Needs = {
  readonly office: Office;
  readonly store: Store;
  readonly wall: HeldClock;
  readonly gateway: Gateway;
  readonly hand: Hand;
  readonly idleSeconds: number;
  readonly start: () => void;
  readonly say: (line: string) => void;
};

/** 来た人: the guide card of the one who looks at the demo, and the clock that is turned for them. */
export type Visitor = {
  readonly passing: Passing;
  /** Told by the Playground once it runs; pages of other Playgrounds get no guide. */
  sitsAt(serviceUrl: string): void;
  next(): Promise<void>;
  /** Resolves when nothing of it is under way any more. */
  leave(): Promise<void>;
};

type Turned = { readonly turned: boolean; readonly now: Progress };

export function makeVisitor(needs: Needs): Visitor {
  const { office, wall, gateway, hand, say } = needs;
  let seat: string | undefined;
  let guide: Posted | undefined;
  let sent: readonly string[] = [];
  let over = false;
  let warned = false;
  let opened: { readonly form: FormKey; readonly at: Instant } | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastTurn: Promise<unknown> = Promise.resolve();
  let shown: Stage | undefined;
  let left = false;

  const progress = async (formOpen: boolean): Promise<Progress> => {
    const now = wall.now();
    const stage = over ? 'over' : wall.runs() ? await stageAt(needs, now) : 'closed';
    return { now, sent, formOpen, stage };
  };

  /** Somebody pressed 「回答する」, and has not submitted since. */
  const formStandsOpen = async (): Promise<boolean> => opened !== undefined && !(await submittedSince(needs, opened.form, opened.at));

  /** One turn of the clock. Where a form stands open it is only said so, and the second press counts. */
  async function turn(bySelf: boolean): Promise<Turned> {
    const formOpen = await formStandsOpen();
    const before = await progress(formOpen && !bySelf);
    const mayTurn = before.stage !== 'closed' && before.stage !== 'meeting-unopened' && (!formOpen || (warned && !bySelf));
    warned = formOpen && !bySelf && !mayTurn;
    if (!mayTurn) return { turned: false, now: before };
    opened = undefined;
    const jumped = await hand.jump();
    over = jumped.kind === 'nothing-left';
    sent = jumped.kind === 'jumped' ? jumped.sent : [];
    return { turned: true, now: await progress(false) };
  }

  /** One at a time, however often it is pressed. */
  const turnOnce = (bySelf: boolean): Promise<Turned> => {
    const turning = lastTurn.then(() => turn(bySelf));
    lastTurn = turning.catch(() => undefined);
    return turning;
  };

  /** After what is under way, and awaited by nobody but `leave`. */
  const later = (look: () => Promise<void>): void => {
    lastTurn = lastTurn.then(look).catch((fault: unknown) => { if (!left) say(String(fault)); });
  };

  const tell = (now: Progress): void => {
    shown = now.stage;
    say(`── ${momentWords('ja', office.zone, now.now)}`);
    for (const line of [...now.sent, ...adviceOf(now)]) say(`   ${line}`);
  };

  async function postGuide(personalChat: Address, now: Progress): Promise<void> {
    const posted = await gateway.post(personalChat, guideCard(office, now));
    guide = posted.ok ? posted.value : undefined;
  }

  /** The newest guide stands lowest; but nothing new comes into a chat where a form is open, for that would empty it. */
  async function show({ turned, now }: Turned): Promise<void> {
    tell(now);
    if (guide === undefined) return;
    const before = guide;
    if (turned) await postGuide(before.address, now);
    await gateway.edit(before, turned ? pastGuide : guideCard(office, now));
  }

  /** The guide that was pressed has had its day. */
  async function pressedNext({ turned, now }: Turned): Promise<Answer> {
    tell(now);
    if (turned && guide !== undefined) await postGuide(guide.address, now);
    return { kind: 'replace', content: turned ? pastGuide : guideCard(office, now) };
  }

  /** What was pressed may have brought the visitor on: then the guide says what comes now. */
  async function lookAgain(): Promise<void> {
    if (left || !wall.runs()) return;
    await hand.settle();
    const now = await progress(false);
    if (now.stage !== shown) await show({ turned: false, now });
  }

  async function nextByItself(): Promise<void> {
    const turned = await turnOnce(true);
    if (turned.turned) await show(turned);
  }

  const waitAnew = (): void => {
    clearTimeout(idle);
    if (needs.idleSeconds > 0 && !left) idle = setTimeout(() => void nextByItself().finally(waitAnew), needs.idleSeconds * 1000);
  };

  return {
    sitsAt: (serviceUrl) => { seat = serviceUrl; },
    next: async () => { await show(await turnOnce(false)); },
    leave: async () => {
      left = true;
      clearTimeout(idle);
      await lastTurn;
    },
    passing: {
      somebodyCame: waitAnew,
      formOpened: (form) => {
        opened = { form, at: wall.now() };
        warned = false;
      },
      formClosed: () => { opened = undefined; },
      pageOpened: async (address, answer) => {
        if (address.serviceUrl !== seat) return answer;
        opened = undefined;
        if (answer.kind === 'post') await gateway.post(address, answer.content); // the guide stands lowest
        await postGuide(address, await progress(false));
        return { kind: 'nothing' };
      },
      placeOpened: () => {
        if (wall.runs()) return;
        wall.letGo();
        needs.start();
      },
      wentBy: () => { later(lookAgain); },
      next: async (how) => {
        const turned = await turnOnce(false);
        if (how === 'pressed') return pressedNext(turned);
        await show(turned);
        return { kind: 'nothing' };
      },
    },
  };
}
