import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CosmosClient } from '@azure/cosmos';
import { cosmosStore, type CosmosNeeds, type CosmosSettings } from '../../../src/adapters/store/cosmos.ts';
import { formId, REGISTER_ID, reportId } from '../../../src/domain/documentIds.ts';
import type { OfficeId } from '../../../src/domain/ids.ts';
import type { Store, Version } from '../../../src/ports.ts';
import { hastyClock, KEY, newContainer, startStandIn, type StandIn } from '../../fixtures/cosmos.ts';
import { entryDoc, formDoc, reportDoc } from '../../fixtures/documents.ts';
import { startFaultyProxy, type Fault, type FaultyProxy, type Operation, type Seen } from '../../fixtures/faultyProxy.ts';
import { office, personId, sectionId } from '../../fixtures/office.ts';

const ROUND = 'saiwai:FY2026-mid';
const OFFICE = 'saiwai:office';
const SOUMU = reportId(sectionId('soumu'));

let standIn: StandIn;
let proxy: FaultyProxy;
beforeAll(async () => {
  standIn = await startStandIn();
  proxy = await startFaultyProxy(standIn.url);
});
afterAll(async () => {
  await proxy.close();
  await standIn.close();
});

let settings: CosmosSettings;
let store: Store;
let charges: readonly number[] = [];
const open = (needs: Partial<CosmosNeeds> = {}) =>
  cosmosStore(settings, { clock: hastyClock(), onCharge: (units) => { charges = [...charges, units]; }, ...needs });
beforeEach(async () => {
  settings = newContainer(proxy.url);
  store = await open();
});
afterEach(() => {
  proxy.fail(() => undefined);
  store.close();
});

/** What `work` sends over the wire. */
async function sentBy(work: () => Promise<unknown>): Promise<readonly Seen[]> {
  const from = proxy.seen.length;
  await work();
  return proxy.seen.slice(from);
}
const operations = async (work: () => Promise<unknown>): Promise<readonly Operation[]> => (await sentBy(work)).map(({ operation }) => operation);
async function put(text = '文', section = 'soumu'): Promise<Version> {
  const written = await store.reports.put(reportDoc(text, section), 'absent');
  if (!written.ok) throw new Error('a conflict where none was expected');
  return written.value;
}
/** The container as it is, past the store. */
const database = () => new CosmosClient({ endpoint: standIn.url, key: KEY, connectionPolicy: { enableEndpointDiscovery: false } }).database(settings.database);
const items = () => database().container(settings.container).items;

describe('the Cosmos store asks', () => {
  it('for one document with one request, by its id', async () => {
    let version = '';
    expect(await operations(async () => { version = await put(); })).toEqual(['create']);
    expect(await operations(() => store.reports.get(ROUND, SOUMU))).toEqual(['read']);
    expect(await operations(() => store.reports.get(ROUND, 'report:nobody'))).toEqual(['read']);
    expect(await operations(async () => { const after = await store.reports.put(reportDoc('後'), { version }); version = after.ok ? after.value : ''; })).toEqual(['replace']);
    expect(await operations(() => store.reports.remove(ROUND, SOUMU, version))).toEqual(['delete']);
  });

  it('for many documents with one query', async () => {
    await put();
    expect(await operations(() => store.reports.list(ROUND))).toEqual(['query']);
    expect(await operations(() => store.changes(ROUND))).toEqual(['query']);
    expect(await operations(() => store.several(ROUND, [SOUMU, 'round']))).toEqual(['query']);
    expect(await operations(() => store.several(ROUND, []))).toEqual([]);
  });

  it('for the offices with one read by id, once it has seen the register of each', async () => {
    await store.offices.put(office(), 'absent');
    expect(await operations(() => store.officeIds())).toEqual(['read', 'read']);
    expect(await operations(() => store.officeIds())).toEqual(['read']);
    expect(await operations(() => store.ping())).toEqual(['read']);
  });

  it('what else lies there only where its own writing was refused', async () => {
    await put();
    expect(await operations(() => store.reports.put(reportDoc('他'), 'absent'))).toEqual(['create', 'read']);
    expect(await operations(() => store.reports.put(reportDoc('他'), { version: 'not one of ours' }))).toEqual([]);
    expect(await operations(() => store.reports.put(reportDoc('他'), { version: JSON.stringify(['report', '*', []]) }))).toEqual([]);
  });

  it('one partition at a time, in the text of the query and beside it', async () => {
    const asked = await sentBy(async () => {
      await store.reports.list(ROUND);
      await store.changes(OFFICE);
      await store.several(ROUND, [SOUMU]);
    });
    const partitions = [ROUND, OFFICE, ROUND];
    expect(asked.map(({ headers }) => headers['x-ms-documentdb-partitionkey'])).toEqual(partitions.map((partition) => JSON.stringify([partition])));
    for (const [n, { body, headers }] of asked.entries()) {
      const { query, parameters } = JSON.parse(body) as { query: string; parameters: readonly { name: string; value: unknown }[] };
      expect(query).toMatch(/^SELECT \* FROM c WHERE c\.pk = @pk AND /);
      expect(parameters).toContainEqual({ name: '@pk', value: partitions[n] });
      expect(headers['x-ms-documentdb-query-enablecrosspartition']).toBeUndefined();
    }
  });

  it('for a change and a removal only at the version that it names', async () => {
    const version = await put();
    const [, etag] = JSON.parse(version) as [string, string];
    const asked = await sentBy(async () => {
      await store.reports.put(reportDoc('後'), { version });
      await store.reports.remove(ROUND, SOUMU, version);
    });
    expect(asked.filter(({ operation }) => operation !== 'read').map(({ headers }) => headers['if-match'])).toEqual([etag, etag]);
  });

  it('to see what it has written itself', async () => {
    const asked = await sentBy(async () => {
      const version = await put();
      await store.reports.get(ROUND, SOUMU);
      await store.reports.list(ROUND);
      await store.reports.remove(ROUND, SOUMU, version);
    });
    expect(asked.map(({ headers }) => headers['x-ms-consistency-level'])).toEqual(['Session', 'Session', 'Session', 'Session']);
  });

  it('with the token of what it has been told last, so that no replica behind it answers', async () => {
    await put();
    const { resources: [item] } = await items().readAll().fetchAll();
    const session = { 'x-ms-session-token': '0:-1#42', 'x-ms-alt-content-path': `dbs/${settings.database}/colls/${settings.container}`, 'x-ms-content-path': 'MTIzNDU2Nzg=' };
    proxy.failOnce({ on: 'read', how: { status: 200, headers: session, body: JSON.stringify(item) }, when: 'before' });
    await store.reports.get(ROUND, SOUMU);
    const asked = await sentBy(async () => {
      await store.reports.get(ROUND, SOUMU);
      await store.reports.list(ROUND);
    });
    expect(asked.map(({ headers }) => headers['x-ms-session-token'])).toEqual(['0:-1#42', '0:-1#42']);
  });

  it('as often as it counts the charge of an answer', async () => {
    charges = [];
    const asked = await sentBy(async () => {
      await put();
      await store.reports.put(reportDoc(), 'absent');
      await store.reports.list(ROUND);
    });
    expect(charges).toEqual(asked.map(() => 1)); // the stand-in charges one unit each time
  });
});

describe('a long answer', () => {
  beforeEach(async () => {
    for (const section of ['e', 'b', 'd', 'a', 'c']) await put('', section);
    store.close();
    store = await open({ pageSize: 2 });
  });

  it('is read to its end, page by page', async () => {
    expect(await operations(() => store.reports.list(ROUND))).toEqual(['query', 'query', 'query']);
    expect((await store.reports.list(ROUND)).map(({ doc }) => doc.section)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect((await store.changes(ROUND)).documents.reports).toHaveLength(5);
  });

  it('is repeated from the page that failed', async () => {
    proxy.failOnce({ on: 'query', how: { status: 503 }, when: 'before' }, { on: 'query', how: 'truncated', when: 'after' });
    expect(await operations(async () => { expect(await store.reports.list(ROUND)).toHaveLength(5); })).toHaveLength(5);
  });

  it('of changes begins five seconds before the bookmark', async () => {
    const { next } = await store.changes(ROUND);
    const [asked] = await sentBy(() => store.changes(ROUND, next));
    expect(JSON.parse(asked?.body ?? '')).toMatchObject({ query: expect.stringContaining('c._ts >= @since'), parameters: expect.arrayContaining([{ name: '@since', value: Number(next) - 5 }]) });
  });

  it('of changes is gone through up to where its first page was written, since others may write while the rest is read', async () => {
    const { resources } = await items().readAll<{ id: string }>().fetchAll();
    const page = (id: string, ts: number, more: Record<string, string>): Fault => ({
      on: 'query', when: 'before', how: { status: 200, headers: more, body: JSON.stringify({ Documents: resources.filter((item) => item.id === id).map((item) => ({ ...item, _ts: ts })) }) },
    });
    proxy.failOnce(page('report:a', 1_800_000_000, { 'x-ms-continuation': 'more' }), page('report:b', 1_800_000_060, {}));
    const { documents, next } = await store.changes(ROUND);
    expect(documents.reports.map(({ doc }) => doc.section)).toEqual(['a', 'b']);
    expect(next).toBe('1800000000');
  });

  it('of changes is told again as far as something may have been written while it was read', async () => {
    const { next } = await store.changes(ROUND);
    expect(Number(next)).toBeGreaterThan(1_700_000_000);
    expect((await store.changes(ROUND, next)).documents.reports).toHaveLength(5); // all of the last five seconds
    expect((await store.changes(ROUND, String(Number(next) + 60))).documents.reports).toEqual([]);
    expect((await store.changes(ROUND, String(Number(next) + 60))).next).toBe(String(Number(next) + 60));
  });
});

describe('a document in the container', () => {
  it('lies there as readable JSON, with its partition, its kind and its writers', async () => {
    await put('研修を実施した。');
    const { resources: [item] } = await items().readAll().fetchAll();
    expect(item).toMatchObject({ id: SOUMU, pk: ROUND, kind: 'report', writers: [expect.stringMatching(/^[\w-]{12}$/)], doc: reportDoc('研修を実施した。') });
  });

  it('is put as text where it holds half a character, which a service may refuse', async () => {
    await put('\ud842');
    const { resources: [item] } = await items().readAll<{ doc: unknown }>().fetchAll();
    expect(item?.doc).toBe(JSON.stringify(reportDoc('\ud842')));
    expect((await store.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc('\ud842'));
  });

  it('is passed over where it is of a kind that nobody knows', async () => {
    await put();
    await items().create({ id: 'later', pk: ROUND, kind: 'later', writers: [], doc: {} });
    expect((await store.changes(ROUND)).documents.reports).toHaveLength(1);
    expect((await store.several(ROUND, ['later', SOUMU])).reports).toHaveLength(1);
    expect(await store.reports.get(ROUND, 'later')).toBeUndefined();
  });

  it('that somebody made by hand can be read and changed', async () => {
    await items().create({ id: SOUMU, pk: ROUND, kind: 'report', doc: reportDoc('手で') });
    const there = await store.reports.get(ROUND, SOUMU);
    expect(there?.doc).toEqual(reportDoc('手で'));
    expect((await store.reports.put(reportDoc('後'), { version: there!.version })).ok).toBe(true);
  });

  it('that is not understood is named, and its text is not', async () => {
    await items().create({ id: SOUMU, pk: ROUND, kind: 'report', doc: { ...reportDoc('秘密'), seq: '秘密' } });
    const said = await store.reports.get(ROUND, SOUMU).catch((fault: unknown) => String(fault));
    expect(said).toContain(`${SOUMU} in ${ROUND}`);
    expect(said).not.toContain('秘密');
  });

  it('is changed only through the shelf of its kind, also where two kinds might share an id', async () => {
    const entry = entryDoc();
    const written = await store.outbox.put(entry, 'absent');
    expect(written.ok && (await store.forms.remove(ROUND, entry.message.key, written.value)).ok).toBe(false);
    expect(await store.outbox.list(ROUND)).toHaveLength(1);
    const form = await store.forms.put(formDoc(), 'absent');
    expect(form.ok && (await store.outbox.remove(ROUND, formId(sectionId('soumu'), personId(1)), form.value)).ok).toBe(false);
  });
});

describe('the list of offices', () => {
  const nakahara = () => office({ id: 'nakahara' as OfficeId });

  it('names none whose register was not stored after all, and names it once it was', async () => {
    let creates = 0;
    proxy.fail(({ operation }) => (operation === 'create' && (creates += 1) > 1 ? { on: 'create', how: { status: 503 }, when: 'before' } : undefined));
    await expect(store.offices.put(office(), 'absent')).rejects.toThrow('503');
    proxy.fail(() => undefined);
    expect(await store.officeIds()).toEqual([]);
    expect((await store.offices.put(office(), 'absent')).ok).toBe(true);
    expect(await store.officeIds()).toEqual(['saiwai']);
  });

  it('names both of two that were taken in at once, by two processes', async () => {
    const second = await open();
    await Promise.all([store.offices.put(office(), 'absent'), second.offices.put(nakahara(), 'absent')]);
    expect(await store.officeIds()).toEqual(['nakahara', 'saiwai']);
    expect(await second.officeIds()).toEqual(['nakahara', 'saiwai']);
    second.close();
  });

  it('no longer names one whose register was taken away', async () => {
    const written = await store.offices.put(office(), 'absent');
    expect(await store.officeIds()).toEqual(['saiwai']);
    if (written.ok) await store.offices.remove(OFFICE, REGISTER_ID, written.value);
    expect(await store.officeIds()).toEqual([]);
  });
});

describe('the container', () => {
  const account = (level: string) => JSON.stringify({ userConsistencyPolicy: { defaultConsistencyLevel: level } });
  const giving = (level: string) => { proxy.fail(({ operation, url }) => (operation === 'other' && url === '/' ? { on: 'other', how: { status: 200, body: account(level) }, when: 'before' } : undefined)); };

  it('is made where it is missing, indexed by partition and kind alone, and found the next time', async () => {
    const { resource } = await database().container(settings.container).read();
    expect(resource?.partitionKey?.paths).toEqual(['/pk']);
    expect(resource?.indexingPolicy).toMatchObject({ includedPaths: [{ path: '/pk/?' }, { path: '/kind/?' }], excludedPaths: [{ path: '/*' }] });
    const again = await sentBy(async () => { (await open()).close(); });
    expect(again.map(({ url }) => url)).toEqual([`/dbs/${settings.database}/colls/${settings.container}`, `/dbs/${settings.database}/colls/${settings.container}`, '/']);
  });

  it('of somebody else is not used', async () => {
    settings = newContainer(proxy.url);
    await database().containers.create({ id: settings.container, partitionKey: { paths: ['/id'] } });
    await expect(open()).rejects.toThrow('COSMOS_CONTAINER');
  });

  it('that is missing and may not be made is named', async () => {
    settings = newContainer(proxy.url, KEY, 'nobody-made-this');
    proxy.fail(({ operation, url }) => (operation === 'other' && url.endsWith('dbs') ? { on: 'other', how: { status: 403 }, when: 'before' } : undefined));
    await expect(open()).rejects.toThrow('make the database nobody-made-this: 403');
  });

  it.each(['Eventual', 'ConsistentPrefix'])('of an account that gives no more than %s is not used', async (level) => {
    giving(level);
    await expect(open()).rejects.toThrow(`${level}. Set it to Session or Strong`);
  });

  it.each(['Strong', 'BoundedStaleness'])('of an account that gives %s is not asked for less', async (level) => {
    giving(level);
    const better = await open();
    expect((await sentBy(() => better.reports.get(ROUND, SOUMU))).map(({ headers }) => headers['x-ms-consistency-level'])).toEqual([undefined]);
    better.close();
  });
});
