import type { Actor } from '../../domain/report.ts';
import type { Words } from '../wording/words.ts';

/** 誰が: by post; for the section's own eyes also by name, as これまでの報告 has it, since a unit may have two heads. */
export const actorName = ({ everywhere: { post }, history }: Words, { as, name }: Pick<Actor, 'as' | 'name'>, asOwn: boolean): string =>
  asOwn && as !== 'secretariat' && name !== '' ? history.named(post[as], name) : post[as];
