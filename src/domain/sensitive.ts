import type { SensitiveKind } from './report.ts';

/** 個人情報らしいもの in a text, each kind once. The text found is never part of the answer. It points out; it never forbids, so a doubtful case may go either way. */
export function sensitiveIn(text: string): readonly SensitiveKind[] {
  const plain = plainOf(text);
  const found: readonly (readonly [SensitiveKind, boolean])[] = [
    ['phone', hasPhone(plain)],
    ['number12', NUMBER12.test(plain)],
    ['birth-date', BORN.some((shape) => shape.test(plain))],
    ['personal-name', hasPersonalName(plain)],
  ];
  return found.filter(([, there]) => there).map(([kind]) => kind);
}

/** Full width becomes half width, and everything that looks like a hyphen between digits is one. */
const plainOf = (text: string): string => text.normalize('NFKC').replace(/(?<=[\d)])[‐‑‒–—―−ー─](?=[\d(])/gu, '-');

const DIALLED = /(?<![\d.])(?:\+81[- ]?\(?0?\)?|\(?0)\d{1,4}\)?[- (]{0,2}\d{1,4}\)?[- ]?\d{3,4}(?!\d)/g;

/** 電話番号: ten or eleven digits from 0, or from +81. */
function hasPhone(plain: string): boolean {
  return Array.from(plain.matchAll(DIALLED), ([number]) => number.replace(/^\+81[- ]?\(?0?\)?/, '0').replace(/\D/g, '').length).some(
    (digits) => digits === 10 || digits === 11,
  );
}

/** 個人番号など: twelve digits at a stretch, or in fours or threes. */
const NUMBER12 = /(?<![\d-])(?:\d{12}|\d{4}([- ])\d{4}\1\d{4}|\d{3}([- ])\d{3}\2\d{3}\2\d{3})(?![\d-])/;

const YEAR = String.raw`(?:(?:明治|大正|昭和|平成|令和|[明大昭平令MTSHR])\s?(?:\d{1,2}|元)|(?:19|20)\d{2})`;
const DAY = String.raw`${YEAR}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?`;
/** 生年月日: a day followed by 生 that is not the beginning of another word (生活, 生徒), or led by its name. */
const BORN = [
  new RegExp(String.raw`${DAY}[\s(]{0,2}に?(?:生まれ|うまれ|生(?![\p{Script=Han}\p{Script=Katakana}])|生(?=[男女]))`, 'u'),
  new RegExp(String.raw`(?:生年月日|誕生日)[^\d\n]{0,4}${DAY}`, 'u'),
];

const NAMED = /(?<name>[\p{Script=Han}々ヶ]{1,20}|[\p{Script=Katakana}ー・]{2,20}|(?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{Script=Hiragana}{2,6}) ?様(?![式々子相態似性化])/gu;
/** Words that are complete with 様 and name nobody. */
const WORDS = new Set([...Array.from('神仏王殿奥若姫嬢上一多有異外今文何両貴人母父親態'), '家内', 'そちら', 'こちら', 'あちら', 'どちら', 'どなた', 'おかげ', 'おたがい', '多種多']);
/** 皆様, お客様, 同様, 仕様, 模様, and whoever is called by what they are and not by name. */
const NO_NAME =
  /(?:[客皆同仕模紋位蔭陰者民員族課係]|[課部係区市会所局館校園院室署]長|苦労|世話|先生|担当|担当者|団体|会社|法人|組合|協会|委員会|町内会|自治会|町会|事務局|役所|学校|大学|病院|保育園|幼稚園|本人|代表|子供|ボランティア|スタッフ|ユーザー|メーカー|マネジャー|マネージャー|オーナー|センター|ヘルパー|サポーター|パートナー|グループ|[のなたるいじ])$/u;

/** ○○様, of a name in kanji or kana. A circle or an initial in its place names nobody. */
function hasPersonalName(plain: string): boolean {
  return Array.from(plain.matchAll(NAMED), ({ groups }) => groups?.['name'] ?? '').some((name) => !WORDS.has(name) && !NO_NAME.test(name));
}
