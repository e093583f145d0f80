import type { Container } from '@azure/cosmos';
import { foundIn, type Found, type Item } from './cosmosItem.ts';
import type { Consistency } from './cosmosContainer.ts';
import type { Ask, Reply } from './cosmosPatience.ts';

/** Values for the `@names` of a query. */
type Parameters = Readonly<Record<string, string | number>>;

/** What a query found, in no order; `first` of it was on the first page. */
export type Answers = { readonly found: readonly Found[]; readonly first: readonly Found[] };

/** What is asked of the container. Each is one request, or one for each page of a query. */
export type Requests = {
  readonly read: (pk: string, id: string) => Promise<Found | undefined>;
  /** Each write gives the `_etag` of what it wrote. */
  readonly create: (item: Item) => Promise<Reply<string>>;
  readonly replace: (item: Item, etag: string) => Promise<Reply<string>>;
  readonly remove: (pk: string, id: string, etag: string) => Promise<Reply<unknown>>;
  /** The items of one partition for which the condition on `c` holds. */
  readonly query: (pk: string, condition: string, parameters: Parameters) => Promise<Answers>;
};

export function makeRequests(container: Container, ask: Ask, consistency: Consistency, pageSize: number): Requests {
  const onlyIf = (etag: string) => ({ ...consistency, accessCondition: { type: 'IfMatch', condition: etag } });

  /** The option sends the query to the partition; its text says so once more, for a service that does not go by the option. */
  const page = async (pk: string, condition: string, parameters: Parameters, continuationToken: string | undefined) => {
    const spec = { query: `SELECT * FROM c WHERE c.pk = @pk AND ${condition}`, parameters: Object.entries({ pk, ...parameters }).map(([name, value]) => ({ name: `@${name}`, value })) };
    const reply = await ask('answer a query', () => container.items.query<unknown>(spec, { ...consistency, partitionKey: pk, maxItemCount: pageSize, continuationToken }).fetchNext());
    if (reply.kind !== 'done') throw new Error(`A query cannot end as ${reply.kind}`);
    return { found: reply.value.resources.map(foundIn), next: reply.value.continuationToken as string | undefined }; // declared as always there
  };

  return {
    read: async (pk, id) => {
      const reply = await ask('read an item', async () => {
        const { resource, statusCode, substatus } = await container.item(id, pk).read<Record<string, unknown>>(consistency);
        if (resource === undefined) throw Object.assign(new Error('no item'), { code: statusCode, substatus }); // the one failure that the SDK does not throw
        return resource;
      });
      if (reply.kind === 'conflict') throw new Error('A read cannot end in a conflict');
      return reply.kind === 'done' ? foundIn(reply.value) : undefined;
    },
    create: (item) => ask('create an item', async () => etagOf(await container.items.create(item, consistency))),
    replace: (item, etag) => ask('replace an item', async () => etagOf(await container.item(item.id, item.pk).replace(item, onlyIf(etag)))),
    remove: (pk, id, etag) => ask('delete an item', () => container.item(id, pk).delete(onlyIf(etag))),
    query: async (pk, condition, parameters) => {
      const first = await page(pk, condition, parameters, undefined);
      const found = [...first.found];
      let next: string | undefined = first.next;
      while (next !== undefined && next !== '') {
        const more = await page(pk, condition, parameters, next);
        found.push(...more.found);
        ({ next } = more);
      }
      return { found, first: first.found };
    },
  };
}

/** @throws if an answer tells of success and not of what was written: it may have been cut short. */
function etagOf({ etag }: { readonly etag: string | undefined }): string {
  if (etag === undefined || etag === '') throw new Error('no etag in the answer');
  return etag;
}
