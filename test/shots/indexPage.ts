import { familyOf } from '../phrasebook/readers.ts';
import type { GoldenCard } from './goldenCards.ts';

type Looks = { readonly sizes: readonly string[]; readonly themes: readonly string[] };

/** 一覧: every picture under its name, one language, width and theme at a time; pictures are fetched as they come into view. */
export function indexPage(cards: readonly GoldenCard[], { sizes, themes }: Looks): string {
  const names = [...new Set(cards.map(({ name }) => name))];
  const figures = names.map((name) => `<figure id="${name}"><figcaption>${name}<br>${familyOf(name)?.name ?? ''}</figcaption><img loading="lazy" alt="${name}" data-name="${name}"></figure>`);
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>カードの見本</title>
<style>
  body { margin: 0; font: 14px 'Segoe UI', 'Noto Sans CJK JP', sans-serif; background: #888; }
  form { position: sticky; top: 0; padding: 8px; background: #fff; display: flex; gap: 16px; }
  main { columns: 340px; column-gap: 12px; padding: 12px; } body.wide main { columns: 660px; }
  figure { margin: 0 0 12px; break-inside: avoid; } figcaption { background: #fff; padding: 2px 6px; font-size: 12px; } img { display: block; max-width: 100%; }
</style>
<body><form>${select('language', ['ja', 'en'])}${select('size', sizes)}${select('theme', themes)}<label>名前 <input name="find"></label></form>
<main>${figures.join('\n')}</main>
<script>
  const form = document.forms[0];
  const show = () => {
    const { language, size, theme, find } = Object.fromEntries(new FormData(form));
    document.body.className = size;
    for (const image of document.images) {
      image.closest('figure').hidden = !image.closest('figure').textContent.includes(find);
      image.src = language + '/' + image.dataset.name + '.' + size + '.' + theme + '.png';
    }
  };
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
</script></body></html>
`;
}

const select = (name: string, values: readonly string[]): string =>
  `<label>${name} <select name="${name}">${values.map((value) => `<option>${value}</option>`).join('')}</select></label>`;
