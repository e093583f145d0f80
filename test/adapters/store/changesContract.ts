import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONDUCT_ID, formId, LIFE_ID, PLACES_ID, REGISTER_ID, reportId } from '../../../src/domain/documentIds.ts';
import type { Bookmark, Documents, Store } from '../../../src/ports.ts';
import { amendmentsDoc, appointmentsDoc, conductDoc, entryDoc, formDoc, homeDoc, lifeDoc, officeDoc, pendingDoc, personDoc, placesDoc, reportDoc } from '../../fixtures/documents.ts';
import { personId, sectionId } from '../../fixtures/office.ts';

const OFFICE = 'saiwai:office';
const ROUND = 'saiwai:FY2026-mid';
const SHELVES = ['offices', 'places', 'lives', 'appointments', 'amendments', 'people', 'homes', 'conducts', 'reports', 'outbox', 'pendings', 'forms'] as const;
const FORM = formId(sectionId('soumu'), personId(1));

/** Who is told of each writing, and keeps what they are told. */
function follower(store: Store, partition: string) {
  const known = new Map<string, string>();
  let since: Bookmark | undefined;
  return {
    known,
    follow: async (): Promise<void> => {
      const { documents, next } = await store.changes(partition, since);
      since = next;
      for (const { doc, version } of documents.reports) known.set(doc.section, version);
      for (const { doc, version } of documents.forms) known.set(doc.posted.activityId, version);
    },
  };
}

const counted = (documents: Documents): Readonly<Record<string, number>> =>
  Object.fromEntries(SHELVES.map((name) => [name, documents[name].length] as const).filter(([, count]) => count !== 0));

/** What every store must do to tell what was written, and to give several documents at once. */
export function changesContract(name: string, open: () => Promise<Store>): void {
  describe(`the ${name} store, asked for everything at once,`, () => {
    let store: Store;
    beforeEach(async () => { store = await open(); });
    afterEach(() => { store.close(); });

    it('tells of nothing in a partition where nothing lies', async () => {
      const first = await store.changes(ROUND);
      expect(counted(first.documents)).toEqual({});
      expect(counted((await store.changes(ROUND, first.next)).documents)).toEqual({});
    });

    it('tells every kind of document on its own shelf, at the version at which it can be changed', async () => {
      for (const partition of [OFFICE, ROUND]) await store.changes(partition);
      await store.offices.put(officeDoc(), 'absent');
      await store.places.put(placesDoc(), 'absent');
      await store.lives.put(lifeDoc(), 'absent');
      await store.appointments.put(appointmentsDoc(), 'absent');
      await store.amendments.put(amendmentsDoc(), 'absent');
      await store.people.put(personDoc(), 'absent');
      await store.conducts.put(conductDoc(), 'absent');
      await store.reports.put(reportDoc(), 'absent');
      await store.outbox.put(entryDoc(), 'absent');
      await store.pendings.put(pendingDoc(), 'absent');
      await store.forms.put(formDoc(), 'absent');
      await store.homes.put(homeDoc(), 'absent');
      const [office, round, homes] = [await store.changes(OFFICE), await store.changes(ROUND), await store.changes(`tenant:${homeDoc().tenant}`)];
      expect(counted(office.documents)).toEqual({ offices: 1, places: 1, lives: 1, appointments: 1, amendments: 1, people: 1 });
      expect(counted(round.documents)).toEqual({ conducts: 1, reports: 1, outbox: 1, pendings: 1, forms: 1 });
      expect(homes.documents.homes.map(({ doc }) => doc)).toEqual([homeDoc()]);
      expect(office.documents.offices).toEqual([await store.offices.get(OFFICE, REGISTER_ID)]);
      expect(round.documents.reports).toEqual([await store.reports.get(ROUND, reportId(sectionId('soumu')))]);
      const [report] = round.documents.reports;
      expect((await store.reports.put(reportDoc('後の文'), { version: report!.version })).ok).toBe(true);
    });

    it('tells what was made and what was changed since the bookmark', async () => {
      const first = await store.reports.put(reportDoc('先の文'), 'absent');
      const { next } = await store.changes(ROUND);
      if (first.ok) await store.reports.put(reportDoc('後の文'), { version: first.value });
      await store.outbox.put(entryDoc(), 'absent');
      const told = await store.changes(ROUND, next);
      expect(told.documents.reports.map(({ doc }) => doc)).toEqual([reportDoc('後の文')]);
      expect(told.documents.outbox.map(({ doc }) => doc)).toEqual([entryDoc()]);
    });

    it('tells the same to each who asks, whatever the others were told', async () => {
      const { next } = await store.changes(ROUND);
      await store.reports.put(reportDoc(), 'absent');
      expect(counted((await store.changes(ROUND, next)).documents)).toEqual({ reports: 1 });
      expect(counted((await store.changes(ROUND, next)).documents)).toEqual({ reports: 1 });
      expect(counted((await store.changes(ROUND)).documents)).toEqual({ reports: 1 });
    });

    it('tells one partition, and the documents in the order of their ids', async () => {
      for (const section of ['soumu', 'eisei', 'hogo1-2', 'hogo1', 'a']) await store.reports.put(reportDoc('', section), 'absent');
      await store.reports.put(reportDoc('', 'soumu', 'FY2026-end'), 'absent');
      const { documents: { reports } } = await store.changes(ROUND);
      expect(reports.map(({ doc }) => doc.section)).toEqual(['a', 'eisei', 'hogo1', 'hogo1-2', 'soumu']);
      expect(reports.every(({ doc }) => doc.round === 'FY2026-mid')).toBe(true);
    });

    it('tells what was written after another document was taken away, and not what is no longer there', async () => {
      const form = await store.forms.put(formDoc(), 'absent');
      const { next } = await store.changes(ROUND);
      if (form.ok) await store.forms.remove(ROUND, FORM, form.value);
      await store.reports.put(reportDoc(), 'absent');
      expect(counted((await store.changes(ROUND, next)).documents)).toEqual({ reports: 1 });
      expect(counted((await store.changes(ROUND)).documents)).toEqual({ reports: 1 });
    });

    it('leaves nobody behind who follows it, whatever is written, changed and taken away in between', async () => {
      const step = fc.oneof(
        fc.record({ do: fc.constantFrom('write', 'again'), section: fc.constantFrom('a', 'b', 'c') } as const),
        fc.record({ do: fc.constantFrom('form', 'unform', 'follow') } as const),
      );
      let n = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
          const round = `FY2026-r${(n += 1)}`;
          const partition = `saiwai:${round}`;
          const { known, follow } = follower(store, partition);
          for (const each of steps) {
            if (each.do === 'follow') await follow();
            else if ('section' in each) {
              const there = await store.reports.get(partition, reportId(sectionId(each.section)));
              await store.reports.put(reportDoc(each.do, each.section, round), there === undefined ? 'absent' : { version: there.version });
            } else {
              const there = await store.forms.get(partition, FORM);
              if (each.do === 'form') await store.forms.put({ ...formDoc('1:form'), round: conductDoc('', round).round }, there === undefined ? 'absent' : { version: there.version });
              else if (there !== undefined) await store.forms.remove(partition, FORM, there.version);
            }
          }
          await follow();
          const [reports, forms] = [await store.reports.list(partition), await store.forms.list(partition)];
          for (const { doc, version } of reports) expect(known.get(doc.section)).toBe(version);
          for (const { doc, version } of forms) expect(known.get(doc.posted.activityId)).toBe(version);
        }),
        { numRuns: 30 },
      );
    });

    it('leaves nobody behind who follows it while many write at once', async () => {
      const { known, follow } = follower(store, ROUND);
      await Promise.all(Array.from({ length: 20 }, async (_, n) => {
        await store.reports.put(reportDoc('', `s${n}`), 'absent');
        if (n % 4 === 0) await follow();
      }));
      await follow();
      for (const { doc, version } of await store.reports.list(ROUND)) expect(known.get(doc.section)).toBe(version);
      expect(known.size).toBe(20);
    });

    it('gives those documents that are asked for, of whatever kinds, as far as they are there', async () => {
      for (const section of ['soumu', 'eisei']) await store.reports.put(reportDoc('', section), 'absent');
      await store.conducts.put(conductDoc(), 'absent');
      await store.forms.put(formDoc(), 'absent');
      await store.reports.put(reportDoc('', 'soumu', 'FY2026-end'), 'absent');
      const found = await store.several(ROUND, [reportId(sectionId('soumu')), CONDUCT_ID, reportId(sectionId('kikaku')), LIFE_ID, PLACES_ID]);
      expect(counted(found)).toEqual({ reports: 1, conducts: 1 });
      expect(found.reports).toEqual([await store.reports.get(ROUND, reportId(sectionId('soumu')))]);
      expect(found.conducts).toEqual([await store.conducts.get(ROUND, CONDUCT_ID)]);
    });

    it('gives a document once, however often it is asked for, and nothing to who asks for nothing', async () => {
      const id = reportId(sectionId('soumu'));
      await store.reports.put(reportDoc(), 'absent');
      expect(counted(await store.several(ROUND, [id, id]))).toEqual({ reports: 1 });
      expect(counted(await store.several(ROUND, []))).toEqual({});
    });

    it.each(['総務課', "a' or 1=1", 'a#b', ''])('refuses %j as the name of a document or a partition', async (name) => {
      await expect(store.changes(name)).rejects.toThrow('lawful');
      await expect(store.several(name, ['x'])).rejects.toThrow('lawful');
      await expect(store.several(ROUND, ['x', name])).rejects.toThrow('lawful');
    });

    it('says where each document lies', async () => {
      expect(store.reports.nameOf(reportDoc())).toEqual({ partition: ROUND, id: 'report:soumu' });
      expect(store.offices.nameOf(officeDoc())).toEqual({ partition: OFFICE, id: REGISTER_ID });
      expect(store.forms.nameOf(formDoc())).toEqual({ partition: ROUND, id: FORM });
    });
  });
}
