import type { Payload } from '../../cards/payload.ts';
import type { PostRefusal } from '../../domain/decidePosts.ts';
import type { Visit } from '../desk.ts';

/** What is pressed on the cards of 担当, with what was chosen and typed beside it. */
export type PeoplePress = Extract<Payload, { readonly do: `people.${string}` }>;

/** What came of it: the unit as it is now, with what was done; or the same form with the reason. */
export type Settled =
  | { readonly kind: 'done'; readonly visit: Visit; readonly done: readonly string[] }
  | { readonly kind: 'refused'; readonly why: PostRefusal }
  | { readonly kind: 'busy' };
