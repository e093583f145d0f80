import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Folder } from './folder.ts';

/** 職: of each seven units three have one head, one a head whom the bot cannot write to and a deputy, one two heads, one a head without a chat and no deputy, and one nobody. */
const POSTS: readonly (readonly (readonly [role: 'head' | 'deputy', chat: boolean])[])[] = [
  [['head', true]], [['head', false], ['deputy', true]], [['head', true], ['head', true]], [['head', true]], [], [['head', false]], [['head', true]],
];

const WITHOUT_CHAT = /^00000000-0000-4000-b/;

/** Whether somebody of the given id was appointed as one whom the bot cannot write to alone. */
export const isWithoutChat = (id: string): boolean => WITHOUT_CHAT.test(id);

/** A copy of the office's folder in `scratch` in which the units have heads; the folder itself, where it names some or does without. @returns its path. */
export function appointed(path: string, nth: number, { posts, units, secretariat }: Folder, scratch: string): string {
  const office = JSON.parse(readFileSync(join(path, 'office.json'), 'utf8')) as { readonly headConfirmation?: string; readonly posts?: readonly unknown[] };
  if (office.headConfirmation === 'off' || posts.some(({ role }) => role === 'head' || role === 'deputy')) return path;
  const copy = join(scratch, `appointed-${nth}-${basename(path)}`);
  cpSync(path, copy, { recursive: true });
  const added = units.filter(({ id }) => id !== secretariat.section).flatMap(({ id: section }, n) =>
    (POSTS[n % POSTS.length] ?? []).map(([role, chat], k) => ({ role, section, person: `00000000-0000-4000-${chat ? 'a' : 'b'}${String(nth).padStart(3, '0')}-${String(n * 10 + k).padStart(12, '0')}` })));
  writeFileSync(join(copy, 'office.json'), JSON.stringify({ ...office, posts: [...(office.posts ?? []), ...added] }));
  return copy;
}
