import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

export type GoldenCard = { readonly name: string; readonly language: 'ja' | 'en'; readonly card: unknown };

/** The golden cards of both languages; of these names only, if any are given. */
export function goldenCards(names: readonly string[] = []): readonly GoldenCard[] {
  const all = (['ja', 'en'] as const).flatMap((language) => {
    const folder = new URL(`../golden/cards/${language}/`, import.meta.url);
    return readdirSync(folder).toSorted().map((file) => ({ name: basename(file, '.json'), language, card: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown }));
  });
  return all.filter(({ name }) => names.length === 0 || names.includes(name));
}
