import type { OutboxEntry } from '../../src/domain/outbox.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Heard } from './connector.ts';
import type { Acknowledged, Evidence } from './evidence.ts';
import { causesOfRepeats, isClosed, isOf, missing, staleCard, wrongId } from './judgeEntry.ts';
import { stepOn, WANTED } from './wanted.ts';

/** Each breach as a sentence; `twins` by their cause. */
export type Verdict = Readonly<Record<'lost' | 'stuck' | 'duplicates' | 'dataDuplicates' | 'wrongIds' | 'twins', readonly string[]>> & { readonly adopted: number };

/** 判定 of one store after all its processes, with nothing left to do. */
export function judge(evidence: Evidence): Verdict {
  const { heard, held: { entries, reports }, acknowledged, whole } = evidence;
  const unsaid = WANTED.filter((one) => (whole || one.early) && !entries.some(({ message }) => message.key === one.key) && !isMoot(evidence, one));
  const strays = heard.filter((one) => isPost(one) && stepOn(one.head) !== undefined && !entries.some((entry) => isOf(entry, one)));
  const repeated = entries.map((entry) => ({ key: entry.message.key, causes: causesOfRepeats(evidence, entry) }));
  return {
    lost: [
      ...unsaid.map(({ key }) => `${key} was never said`), ...entries.flatMap((entry) => [...missing(evidence, entry), ...(whole ? staleCard(evidence, entry) : [])]),
      ...acknowledged.filter((answer) => !isStored(reports, answer)).map(({ section, text }) => `an answer of ${section} was acknowledged and is not stored: ${text}`),
    ],
    stuck: entries.filter(isStuck).map(({ message, delivery }) => `${message.key} is still ${delivery.state}`),
    duplicates: [
      ...repeated.flatMap(({ key, causes }) => causes.filter((cause) => cause === undefined).map(() => `${key} stands once more, and nothing explains it`)),
      ...strays.map(({ head, spot }) => `nobody knows of 「${head}」 in ${spot}`),
    ],
    dataDuplicates: reports.flatMap(doubled),
    wrongIds: [...entries.flatMap((entry) => wrongId(evidence, entry)), ...shared(entries)],
    twins: repeated.flatMap(({ causes }) => causes.flatMap((cause) => cause ?? [])),
    adopted: entries.filter(({ delivery }) => delivery.state === 'delivered' && heard.some((one) => isPost(one) && one.open && one.activity === delivery.posted?.activityId)).length,
  };
}

/** Its place was closed to us; or it tells of a summary of which nobody knows that the meeting had it. */
const isMoot = ({ heard, held: { entries } }: Evidence, { key, spot }: (typeof WANTED)[number]): boolean =>
  heard.some((one) => one.spot === spot && isClosed(one)) ||
  (key.includes(':reported:') && entries.some(({ message, delivery }) => message.kind === 'summary' && (delivery.state === 'failed' || delivery.state === 'uncertain')));

const isPost = ({ how, stands }: Heard): boolean => how === 'post' && stands;

const isStuck = ({ delivery }: OutboxEntry): boolean =>
  delivery.state === 'queued' || delivery.state === 'sending' || (delivery.state === 'uncertain' && delivery.retryAt !== undefined);

/** Two entries that take the same card for theirs. */
function shared(entries: readonly OutboxEntry[]): readonly string[] {
  const ids = entries.flatMap(({ message: { key }, delivery }) => (delivery.state === 'delivered' && delivery.posted !== undefined ? [{ key, id: delivery.posted.activityId }] : []));
  return ids.filter(({ id }, n) => ids.findIndex((one) => one.id === id) !== n).map(({ key, id }) => `${key} takes ${id} for its own, which is another's`);
}

/** The last that was acknowledged stands; what was said before it is under it. */
const isStored = (reports: readonly Report[], { section, text }: Acknowledged): boolean =>
  reports.some((report) => report.section === section && report.changes.some(({ kind, fields }) => kind === 'submit' && Object.values(fields).some(({ done }) => done === text)));

/** The same said twice, one revision each. */
function doubled({ section, changes }: Report): readonly string[] {
  const said = changes.map(({ kind, fields }) => `${kind} ${JSON.stringify(fields)}`);
  return said.filter((one, n) => said.indexOf(one) !== n).map(() => `the report of ${section} holds the same revision twice`);
}
