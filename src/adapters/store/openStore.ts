import type { Store } from '../../ports.ts';
import type { CosmosNeeds, CosmosSettings } from './cosmos.ts';
import { sqliteStore } from './sqlite.ts';

export type StoreSettings = { readonly kind: 'sqlite'; readonly path: string } | ({ readonly kind: 'cosmos' } & CosmosSettings);

/** The store that the settings ask for. `onCharge` is told the request units of each answer, where a store has any. @throws if it cannot be opened. */
export async function openStore(settings: StoreSettings, needs: Pick<CosmosNeeds, 'clock' | 'onCharge'>): Promise<Store> {
  switch (settings.kind) {
    case 'sqlite': return sqliteStore(settings.path);
    case 'cosmos': {
      const { cosmosStore } = await import('./cosmos.ts'); // Azure's libraries are loaded only where they are used
      return cosmosStore(settings, needs);
    }
  }
}
