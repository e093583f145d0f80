import { familyOf, FAMILIES, type Family } from './readers.ts';
import type { Card, Said, Sentence } from './read.ts';
import type { Part } from './pieces.ts';

/** 文例集: every sentence, card by card; what several cards of a family say stands with the first of them. */
export function bookOf(cards: readonly Card[], leftOver: readonly Sentence[]): string {
  const chapters = [...FAMILIES, undefined].flatMap((family) => {
    const own = cards.filter(({ name }) => familyOf(name) === family);
    return own.length === 0 ? [] : [chapterOf(family, own)];
  });
  return [HEAD, ...chapters, restOf(leftOver)].join('\n\n').concat('\n');
}

const HEAD = `# 文例集

ボットが示す文を、カードごとに、日本語と英語を並べて示します。同じ種類のカードに重ねて出る文は、最初のカードにだけ載せています。
所属の名前、回答の文など、役所や職員が入力したものだけの行は、載せていません。カードの絵は、\`npm run shots\` で見られます。

この文書は、\`npm run phrasebook\` で作ります。文を直すときは、\`src/cards/wording/\` の日本語と英語を直してから、作り直してください。`;

const PARTS: Readonly<Record<Part, string>> = { notification: '通知', heading: '見出し', text: '文', label: '欄', placeholder: '記入例', choice: '選択肢', button: 'ボタン' };

function chapterOf(family: Family | undefined, cards: readonly Card[]): string {
  const seen = new Map<string, number>();
  const rows = cards.flatMap(({ name, said }) => said.filter(isOurs).filter(isNew(seen)).map((each, n) => row([n === 0 ? name : '', PARTS[each.part], cell(each.ja), cell(each.en)])));
  const reader = family === undefined ? '' : `読む方　${family.who}　／　場所　${family.where}\n\n`;
  return `## ${family?.name ?? 'そのほか'}\n\n${reader}${table(['カード', '部分', '日本語', 'English'], rows)}`;
}

const isOurs = ({ keys }: Said): boolean => keys.length > 0;

/** So many lines of one make are shown: fifteen units with their names say nothing that three do not. */
const MOST_ALIKE = 3;

const isNew = (seen: Map<string, number>) => ({ part, ja, keys }: Said): boolean => {
  const times = (key: string): number => {
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key) ?? 0;
  };
  // What a notification says is mostly the heading, once more.
  const known = times(`${part}:${ja}`) > 1 || (part === 'heading' && seen.has(`notification:${ja}`));
  return !known && (isSentence(ja) || times(`${part}:${keys.join(',')}`) <= MOST_ALIKE);
};

const isSentence = (text: string): boolean => text.includes('。');

function restOf(left: readonly Sentence[]): string {
  const rows = left.map(({ key, ja, en }) => row([key, ja.texts.map(cell).join('<br>'), en.texts.map(cell).join('<br>')]));
  return `## 見本のカードに出ない文\n\n〈　〉の中には、そのときの名前や日付などが入ります。文の名前は、\`src/cards/wording/\` の中の場所です。\n\n${table(['文の名前', '日本語', 'English'], rows)}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly string[]): string => [row(heads), `|${heads.map(() => '--').join('|')}|`, ...rows].join('\n');

/** As it reads on the card: nothing of it is Markdown here either. */
const cell = (text: string): string => text.trim().replaceAll(/[\\`*_[\]|<>#~]/g, '\\$&').replaceAll('\n', '<br>');
