import http from 'node:http';
import { millisOf, type Instant } from '../../src/domain/instant.ts';
import type { PersonId, SectionId } from '../../src/domain/ids.ts';
import type { Answer, FrontDesk, Inbound, Where } from '../../src/ports.ts';
import { addressOf, ASK_AT, chatOf, EISEI, HANAKO, HEAD, JIRO, ROUND, SABURO, SOUMU, spotOf, teamsIdOf, TENANT, UNITS } from './world.ts';

/** 職員のすること: what people do while the round runs; each again until it was acknowledged, as people and Teams do. */
export type Act = {
  readonly name: string;
  /** Virtual milliseconds since 1970. */
  readonly at: number;
  /** Whether the answer acknowledges it. */
  readonly act: (desk: FrontDesk, serviceUrl: string) => Promise<boolean>;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const asked = millisOf(ASK_AT);

export const ACTS: readonly Act[] = [
  // While an ask may still be in doubt, its card shows itself.
  { name: 'open soumu', at: asked + 4 * MINUTE, act: (desk, url) => pressAsk(desk, url, SOUMU, JIRO) },
  { name: 'open eisei', at: asked + 14 * MINUTE, act: (desk, url) => pressAsk(desk, url, EISEI, SABURO) },
  // Whoever speaks in a place opens it again, if it was closed to us.
  ...UNITS.map((unit): Act => ({ name: `seen ${unit}`, at: asked + 60 * MINUTE, act: (desk, url) => speak(desk, url, spotOf(unit), JIRO) })),
  { name: 'submit soumu', at: asked + 2 * DAY, act: (desk, url) => submit(desk, url, SOUMU, JIRO) },
  { name: 'seen heads', at: asked + 16 * DAY + 60 * MINUTE, act: (desk, url) => speak(desk, url, chatOf(HEAD), HEAD) },
  { name: 'seen secretariat', at: asked + 17 * DAY + 60 * MINUTE, act: (desk, url) => speak(desk, url, chatOf(HANAKO), HANAKO) },
  { name: 'submit eisei', at: asked + 17 * DAY + 120 * MINUTE, act: (desk, url) => submit(desk, url, EISEI, SABURO) },
];

/** What somebody typed; the same text again is the same answer. */
export const TYPED = '窓口の案内を改めた。';

const caller = (person: PersonId) => ({ person, name: '職員', teamsId: teamsIdOf(person), tenant: TENANT });
const where = (url: string, spot: string, more: Partial<Where> = {}): Where => ({ address: addressOf(url, spot), thread: spot, ...more });
const press = (data: Readonly<Record<string, unknown>>, person: PersonId, at: Where): Inbound => ({ kind: 'pressed', caller: caller(person), where: at, data, by: 'execute', trigger: 'manual' });
const unit = (section: SectionId) => ({ v: 1, office: 'saiwai', round: ROUND, section });

/** 「回答する」 on the oldest ask that stands there; nothing, as long as none does. */
async function pressAsk(desk: FrontDesk, url: string, section: SectionId, person: PersonId): Promise<boolean> {
  const oldest = await oldestAskIn(url, spotOf(section));
  if (oldest.activity === undefined) return true;
  const thread = section === EISEI ? spotOf(section) : `${spotOf(section)};messageid=${oldest.activity}`;
  const answer = await desk.received(press({ do: 'form.open', ...unit(section) }, person, where(url, spotOf(section), { card: oldest.activity, thread })));
  return answer.kind !== 'words' || !/できませんでした/.test(answer.text);
}

async function submit(desk: FrontDesk, url: string, section: SectionId, person: PersonId): Promise<boolean> {
  return isReceipt(await desk.received(press({ do: 'form.submit', ...unit(section), base: 0, page: 1, ...filled(section) }, person, where(url, spotOf(section)))));
}

/** Every initiative that these units have, filled in. What is not theirs is passed over. */
export const filled = (section: SectionId, text = TYPED): Readonly<Record<string, string>> =>
  Object.fromEntries(['01', '02', '03', '04', '05'].flatMap((n) => [[`f.${section}-${n}.mark`, 'on-track'], [`f.${section}-${n}.done`, text]]));

export const RECEIPT = /受け付けました/;
const isReceipt = (answer: Answer): boolean => answer.kind === 'replace' && RECEIPT.test(JSON.stringify(answer.content.card));

async function speak(desk: FrontDesk, url: string, spot: string, person: PersonId): Promise<boolean> {
  return (await desk.received({ kind: 'said', caller: caller(person), where: where(url, spot), text: 'help' })).kind === 'post';
}

const oldestAskIn = (url: string, spot: string): Promise<{ readonly activity?: string }> =>
  new Promise((resolve, reject) => {
    http.get(`${url}/v3/standing/${encodeURIComponent(spot)}`, { agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => { resolve(JSON.parse(Buffer.concat(chunks).toString()) as { activity?: string }); });
    }).on('error', reject);
  });

export const momentMillis = (instant: Instant): number => millisOf(instant);
