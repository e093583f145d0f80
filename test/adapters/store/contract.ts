import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AMENDMENTS_ID, APPOINTMENTS_ID, CONDUCT_ID, formId, homeId, LIFE_ID, pendingId, personDocId, PLACES_ID, REGISTER_ID, reportId } from '../../../src/domain/documentIds.ts';
import type { OfficeId } from '../../../src/domain/ids.ts';
import { MESSAGE_KINDS } from '../../../src/domain/message.ts';
import type { Shelf, Store, Version } from '../../../src/ports.ts';
import {
  amendmentsDoc, appointmentsDoc, conductDoc, deliveries, entryDoc, formDoc, homeDoc, lifeDoc, officeDoc, officeEntryDoc, pendingDoc, personDoc, placesDoc, reportDoc,
} from '../../fixtures/documents.ts';
import { office, personId, sectionId } from '../../fixtures/office.ts';
import { changesContract } from './changesContract.ts';

const OFFICE = 'saiwai:office';
const ROUND = 'saiwai:FY2026-mid';
const SOUMU = reportId(sectionId('soumu'));
const CONFLICT = { ok: false, error: { kind: 'conflict' } };

/** What every store must do, whatever it is made of. `open` gives one with nothing in it. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  changesContract(name, open);
  describe(`the ${name} store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => {
      store.close();
    });

    /** Stores what is expected to be stored. */
    async function stored<T>(shelf: Shelf<T>, doc: T, expect: Parameters<Shelf<T>['put']>[1] = 'absent'): Promise<Version> {
      const written = await shelf.put(doc, expect);
      if (!written.ok) throw new Error('a conflict where none was expected');
      return written.value;
    }

    it('has nothing at first', async () => {
      expect(await store.reports.get(ROUND, SOUMU)).toBeUndefined();
      expect(await store.reports.list(ROUND)).toEqual([]);
      expect(await store.officeIds()).toEqual([]);
    });

    it('can be reached', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });

    it('gives back what was put, with the version that the writer was told', async () => {
      const version = await stored(store.reports, reportDoc());
      expect(await store.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc(), version });
    });

    it('puts a first document only where there is none', async () => {
      const version = await stored(store.reports, reportDoc('先の文'));
      expect(await store.reports.put(reportDoc('後の文'), 'absent')).toEqual(CONFLICT);
      expect(await store.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('先の文'), version });
    });

    it('changes a document at the version that was read, and gives it a new one', async () => {
      const first = await stored(store.reports, reportDoc('先の文'));
      const second = await stored(store.reports, reportDoc('後の文'), { version: first });
      expect(second).not.toBe(first);
      expect(await store.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('後の文'), version: second });
    });

    it('changes nothing at a version that is no longer there', async () => {
      const first = await stored(store.reports, reportDoc('一'));
      const second = await stored(store.reports, reportDoc('二'), { version: first });
      expect(await store.reports.put(reportDoc('三'), { version: first })).toEqual(CONFLICT);
      expect(await store.reports.get(ROUND, SOUMU)).toEqual({ doc: reportDoc('二'), version: second });
    });

    it.each(['1', '0', '', 'not one of ours', '"0x8DD"'])('makes no document out of a change at the version %j', async (version) => {
      expect(await store.reports.put(reportDoc(), { version })).toEqual(CONFLICT);
      expect(await store.reports.get(ROUND, SOUMU)).toBeUndefined();
    });

    it.each(['', 'not one of ours', '"0x8DD"', 'NaN'])('leaves a document as it is at the version %j', async (version) => {
      await stored(store.reports, reportDoc('先の文'));
      expect(await store.reports.put(reportDoc('後の文'), { version })).toEqual(CONFLICT);
      expect(await store.reports.remove(ROUND, SOUMU, version)).toEqual(CONFLICT);
      expect((await store.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc('先の文'));
    });

    it('lets one of many writers win who all found nothing', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, (_, n) => store.reports.put(reportDoc(`${n}`), 'absent')));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = results.findIndex(({ ok }) => ok);
      expect((await store.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc(`${winner}`));
    });

    it('lets one of many writers win who all read the same', async () => {
      const version = await stored(store.reports, reportDoc());
      const results = await Promise.all(Array.from({ length: 20 }, (_, n) => store.reports.put(reportDoc(`${n}`), { version })));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = results.findIndex(({ ok }) => ok);
      expect((await store.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc(`${winner}`));
    });

    it('lists one partition and one kind, in the order of the ids', async () => {
      for (const name of ['soumu', 'eisei', 'hogo1-2', 'hogo1', 'a']) await stored(store.reports, reportDoc('', name));
      await stored(store.reports, reportDoc('', 'soumu', 'FY2026-end'));
      await stored(store.conducts, conductDoc());
      await stored(store.outbox, entryDoc());
      const listed = await store.reports.list(ROUND);
      expect(listed.map(({ doc }) => doc.section)).toEqual(['a', 'eisei', 'hogo1', 'hogo1-2', 'soumu']);
      expect(listed.every(({ doc }) => doc.round === 'FY2026-mid')).toBe(true);
      expect((await store.reports.list('saiwai:FY2026-end')).map(({ doc }) => doc.section)).toEqual(['soumu']);
      expect((await store.outbox.list(ROUND)).map(({ doc }) => doc)).toEqual([entryDoc()]);
    });

    it('lists each document at the version at which it can be changed', async () => {
      await stored(store.reports, reportDoc('', 'soumu'));
      await stored(store.reports, reportDoc('', 'eisei'));
      for (const { doc, version } of await store.reports.list(ROUND)) await stored(store.reports, { ...doc, seq: 3 }, { version });
      expect((await store.reports.list(ROUND)).map(({ doc }) => doc.seq)).toEqual([3, 3]);
    });

    it('does not find a document by its id on the shelf of another kind', async () => {
      const version = await stored(store.conducts, conductDoc());
      expect(await store.reports.get(ROUND, CONDUCT_ID)).toBeUndefined();
      expect(await store.reports.remove(ROUND, CONDUCT_ID, version)).toEqual(CONFLICT);
      expect(await store.conducts.get(ROUND, CONDUCT_ID)).toEqual({ doc: conductDoc(), version });
    });

    it('keeps two offices apart', async () => {
      await stored(store.offices, office());
      await stored(store.offices, office({ id: 'nakahara' as OfficeId, name: '中原区役所' }));
      await stored(store.lives, lifeDoc());
      expect((await store.offices.get('nakahara:office', REGISTER_ID))?.doc.name).toBe('中原区役所');
      expect((await store.offices.get(OFFICE, REGISTER_ID))?.doc.name).toBe('幸区役所');
      expect((await store.offices.list(OFFICE)).map(({ doc }) => doc.id)).toEqual(['saiwai']);
      expect(await store.officeIds()).toEqual(['nakahara', 'saiwai']);
      expect(await store.lives.get('nakahara:office', LIFE_ID)).toBeUndefined();
    });

    it('takes a document away at its version, and only then', async () => {
      const first = await stored(store.forms, formDoc('一'));
      const second = await stored(store.forms, formDoc('二'), { version: first });
      const id = formId(sectionId('soumu'), personId(1));
      expect(await store.forms.remove(ROUND, id, first)).toEqual(CONFLICT);
      expect(await store.forms.remove(ROUND, id, second)).toEqual({ ok: true, value: undefined });
      expect(await store.forms.get(ROUND, id)).toBeUndefined();
      expect(await store.forms.remove(ROUND, id, second)).toEqual(CONFLICT);
    });

    it('does not come back to an old version when a document is taken away and made again', async () => {
      const id = formId(sectionId('soumu'), personId(1));
      const old = await stored(store.forms, formDoc('一'));
      await store.forms.remove(ROUND, id, old);
      await stored(store.forms, formDoc('二'));
      expect(await store.forms.put(formDoc('三'), { version: old })).toEqual(CONFLICT);
      expect((await store.forms.get(ROUND, id))?.doc).toEqual(formDoc('二'));
    });

    it('gives a copy: what its reader does to it changes nothing', async () => {
      const doc = { ...reportDoc(), changes: [...reportDoc().changes] };
      await stored(store.reports, doc);
      doc.changes.length = 0;
      const read = await store.reports.get(ROUND, SOUMU);
      (read?.doc.changes as unknown[]).length = 0;
      expect((await store.reports.get(ROUND, SOUMU))?.doc).toEqual(reportDoc());
    });

    it('keeps every text of every kind of document as it was written', async () => {
      const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('𠮷', '👩‍👩‍👧', '\ud800', '\udfff', '\0', '\n', '\r\n', '\u2028', '"', '\\', '${', '﨑', "'") }));
      let n = 0;
      await fc.assert(
        fc.asyncProperty(text, async (given) => {
          const fresh = `n${++n}`;
          await roundTrip(store.offices, officeDoc(given), 'saiwai:office', REGISTER_ID);
          await roundTrip(store.places, placesDoc(given), OFFICE, PLACES_ID);
          await roundTrip(store.appointments, appointmentsDoc(given), OFFICE, APPOINTMENTS_ID);
          await roundTrip(store.amendments, amendmentsDoc(given), OFFICE, AMENDMENTS_ID);
          await roundTrip(store.people, personDoc(given, n), OFFICE, personDocId(personId(n)));
          await roundTrip(store.conducts, conductDoc(given), ROUND, CONDUCT_ID);
          await roundTrip(store.reports, reportDoc(given, fresh), ROUND, reportId(sectionId(fresh)));
          await roundTrip(store.pendings, pendingDoc(given), ROUND, pendingId(sectionId('soumu'), personId(1)));
          await roundTrip(store.forms, formDoc(given), ROUND, formId(sectionId('soumu'), personId(1)));
          for (const delivery of deliveries(given)) await roundTrip(store.outbox, entryDoc(fresh, { delivery, shown: given }), ROUND, entryDoc(fresh).message.key);
        }),
        { numRuns: 30 },
      );
    });

    it('keeps what has no text of its own', async () => {
      await roundTrip(store.lives, lifeDoc(), OFFICE, LIFE_ID);
      await roundTrip(store.lives, { office: office().id, pauses: [] }, OFFICE, LIFE_ID);
      await roundTrip(store.homes, homeDoc(), `tenant:${homeDoc().tenant}`, homeId(homeDoc().id));
      const { office: _, ...asked } = homeDoc('19:asked');
      await roundTrip(store.homes, asked, `tenant:${asked.tenant}`, homeId(asked.id));
      await roundTrip(store.offices, office(), OFFICE, REGISTER_ID);
      for (const recipient of [{ to: 'management' }, { to: 'secretariat-place' }, { to: 'person', person: personId(1) }] as const) {
        await roundTrip(store.outbox, officeEntryDoc(recipient), OFFICE, officeEntryDoc().message.key);
      }
      for (const kind of MESSAGE_KINDS) await roundTrip(store.outbox, entryDoc('soumu', {}, kind), ROUND, entryDoc('soumu', {}, kind).message.key);
    });

    it('stores the closed days of a calendar as a list in their order, also when they were a set', async () => {
      const { calendar } = office();
      const days = [...calendar.closedDays];
      await stored(store.offices, office({ calendar: { ...calendar, closedDays: new Set(days.toReversed()) } }));
      expect((await store.offices.get(OFFICE, REGISTER_ID))?.doc.calendar.closedDays).toEqual(days);
    });

    it('keeps the address of a chat whose id holds what an id of a document may not', async () => {
      await roundTrip(store.homes, homeDoc('a:1b/c?d#e\\f'), `tenant:${homeDoc().tenant}`, homeId('a:1b/c?d#e\\f'));
    });

    it.each(['総務課', 'a/b', 'a\\b', 'a?b', 'a#b', 'a b', 'a\nb', '', 'é', 'x'.repeat(256)])('refuses %j as the name of a document or a partition', async (name) => {
      const entry = entryDoc();
      await expect(store.outbox.put({ ...entry, message: { ...entry.message, key: name } }, 'absent')).rejects.toThrow('lawful');
      await expect(store.homes.put(homeDoc('x', `${name}#`), 'absent')).rejects.toThrow('lawful');
      await expect(store.outbox.get(ROUND, name)).rejects.toThrow('lawful');
      await expect(store.outbox.get(name, 'x')).rejects.toThrow('lawful');
      await expect(store.outbox.list(name)).rejects.toThrow('lawful');
      await expect(store.outbox.remove(ROUND, name, '1')).rejects.toThrow('lawful');
      expect(await store.outbox.list(ROUND)).toEqual([]);
    });

    it('refuses to write what it could not read back, and says nothing of its text', async () => {
      const wrong = { ...reportDoc('秘密の文'), seq: 1.5 };
      const refused = await store.reports.put(wrong, 'absent').catch((fault: unknown) => String(fault));
      expect(refused).toContain('report:soumu in saiwai:FY2026-mid');
      expect(refused).toContain('seq');
      expect(refused).not.toContain('秘密');
      expect(await store.reports.get(ROUND, SOUMU)).toBeUndefined();
    });

    it('closes twice without complaint', () => {
      store.close();
      expect(() => {
        store.close();
      }).not.toThrow();
    });

    async function roundTrip<T>(shelf: Shelf<T>, doc: T, partition: string, id: string): Promise<void> {
      const there = await shelf.get(partition, id);
      const version = await stored(shelf, doc, there === undefined ? 'absent' : { version: there.version });
      expect(await shelf.get(partition, id)).toEqual({ doc, version });
    }
  });
}
