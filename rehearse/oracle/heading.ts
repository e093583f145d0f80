import { isWithoutChat } from '../appointed.ts';
import type { Case } from './case.ts';

/** 所属長のいる所属: a head or a deputy is in the list of posts, and the office asks for their confirmation. */
export const isHeaded = ({ folder }: Case, unit: string): boolean =>
  folder.headConfirmation === 'required' || (folder.headConfirmation !== 'off' && folder.posts.some(({ role, section }) => (role === 'head' || role === 'deputy') && section === unit));

/** Who is to be asked: the heads to whom the bot can write, else the first such deputy. */
export function asked({ folder: { posts } }: Case, unit: string): readonly string[] {
  const of = (role: string): readonly string[] => posts.filter((post) => post.role === role && post.section === unit && !isWithoutChat(post.person)).map(({ person }) => person);
  return of('head').length > 0 ? of('head') : of('deputy').slice(0, 1);
}
