import type { Meter, Shelf, Store } from '../../ports.ts';
import { NOT_UNDERSTOOD } from './documents.ts';

type Act = Parameters<Meter['stored']>[0];
type Ended = Parameters<Meter['stored']>[1];

/** The same store, each call of it counted by how it ended. */
export function meteredStore(store: Store, meter: Pick<Meter, 'stored'>): Store {
  const counted = (act: Act) => <Given extends readonly unknown[], Made>(call: (...given: Given) => Promise<Made>, endedIn: (made: Made) => Ended = () => 'well') =>
    async (...given: Given): Promise<Made> => {
      try {
        const made = await call(...given);
        meter.stored(act, endedIn(made));
        return made;
      } catch (fault) {
        meter.stored(act, fault instanceof Error && fault.name === NOT_UNDERSTOOD ? 'not-understood' : 'failed');
        throw fault;
      }
    };
  const [read, write] = [counted('read'), counted('write')];
  const decided = ({ ok }: { readonly ok: boolean }): Ended => (ok ? 'well' : 'conflict');
  const shelf = <T>(of: Shelf<T>): Shelf<T> => ({
    get: read((...given) => of.get(...given)),
    list: read((...given) => of.list(...given)),
    put: write((...given) => of.put(...given), decided),
    remove: write((...given) => of.remove(...given), decided),
    nameOf: (doc) => of.nameOf(doc),
  });
  return {
    offices: shelf(store.offices), places: shelf(store.places), lives: shelf(store.lives), appointments: shelf(store.appointments), amendments: shelf(store.amendments), people: shelf(store.people), homes: shelf(store.homes),
    conducts: shelf(store.conducts), reports: shelf(store.reports), outbox: shelf(store.outbox), pendings: shelf(store.pendings), forms: shelf(store.forms),
    changes: read((...given) => store.changes(...given)),
    several: read((...given) => store.several(...given)),
    ping: read(() => store.ping()),
    officeIds: read(() => store.officeIds()),
    close: () => { store.close(); },
  };
}
