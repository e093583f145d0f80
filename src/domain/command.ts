import { distance } from 'fastest-levenshtein';

/** 言葉で頼めること. One word each; the rest of the line is its argument. */
export const COMMANDS = ['status', 'missing', 'report', 'history', 'summary', 'rounds', 'remind', 'bind', 'people', 'delivery', 'pause', 'resume', 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

export type Command =
  | { readonly kind: 'command'; readonly name: CommandName; readonly argument: string }
  /** Not understood; `near` is the command it most resembles, if it resembles one. */
  | { readonly kind: 'unknown'; readonly said: string; readonly near: CommandName | undefined };

/** Every word by which a command is known. The first Japanese one is the one that the bot itself uses. */
export const ALIASES: Readonly<Record<CommandName, readonly string[]>> = {
  status: ['状況', '提出状況', 'status'],
  missing: ['未提出', '未回答', 'missing'],
  report: ['回答', '報告', 'report', 'answer'],
  history: ['履歴', '引継ぎ', '引き継ぎ', 'history', 'handover'],
  summary: ['まとめ', '取りまとめ', 'summary'],
  rounds: ['予定', 'rounds', 'schedule'],
  remind: ['再依頼', 'remind'],
  bind: ['投稿先', '届け先', 'bind'],
  people: ['担当', 'people'],
  delivery: ['送付状況', 'delivery'],
  pause: ['一時停止', 'pause'],
  resume: ['再開', 'resume'],
  help: ['使い方', 'ヘルプ', 'help', '?'],
};

/** How the words are read: for guessing at what was typed without conversion (じょうきよう), never for taking a command. */
const READINGS: Readonly<Record<CommandName, readonly string[]>> = {
  status: ['じょうきょう', 'ていしゅつじょうきょう'],
  missing: ['みていしゅつ', 'みかいとう'],
  report: ['かいとう', 'ほうこく'],
  history: ['りれき', 'ひきつぎ'],
  summary: ['とりまとめ'],
  rounds: ['よてい'],
  remind: ['さいいらい'],
  bind: ['とうこうさき', 'とどけさき'],
  people: ['たんとう'],
  delivery: ['そうふじょうきょう'],
  pause: ['いちじていし'],
  resume: ['さいかい'],
  help: ['つかいかた', 'へるぷ'],
};

const WORDS = COMMANDS.flatMap((name) => ALIASES[name].map((alias) => ({ alias: clean(alias), name })));

const READ = COMMANDS.flatMap((name) => READINGS[name].map((alias) => ({ alias, name })));

/** As typed, picked from a menu or pressed: any width and case, with or without a slash in front. */
export function parseCommand(text: string): Command {
  const said = clean(text.slice(0, 400));
  const line = said.replace(/^[/／]+\s*/, '');
  const [first = '', ...rest] = line.split(' ');
  const name = WORDS.find(({ alias }) => alias === first)?.name;
  if (name !== undefined) return { kind: 'command', name, argument: rest.join(' ') };
  return { kind: 'unknown', said, near: nearest(first === '' ? line : first) };
}

/** NFKC, lower case, one blank between words; full stops and colons at the end fall away. Mentions are gone before it comes here. */
function clean(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[。.:!！]+$/, '');
}

/** Close enough: a third of the longer word may differ; a word that begins with a whole alias is that alias. */
function nearest(word: string): CommandName | undefined {
  if (word === '') return undefined;
  const led = WORDS.filter(({ alias }) => alias.length > 1 && word.startsWith(alias)).toSorted((a, b) => b.alias.length - a.alias.length)[0];
  if (led !== undefined) return led.name;
  const close = [...WORDS, ...READ].map(({ alias, name }) => ({ name, off: distance(word, alias), length: Math.max(word.length, alias.length) }))
    .filter(({ off, length }) => length > 1 && off <= Math.max(1, Math.floor(length / 3)) && off < length)
    .toSorted((a, b) => a.off / a.length - b.off / b.length)[0];
  return close?.name;
}
