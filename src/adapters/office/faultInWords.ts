import type { Fault } from './fault.ts';
import { EN, placeEn } from './faultWords.en.ts';
import { JA, placeJa } from './faultWords.ja.ts';

/** 「register.csv 12行目 goals列：「5」は目標の番号にありません。1から4のどれかを;で区切って入力してください。」 */
export const faultInWords = (fault: Fault, language: 'ja' | 'en'): string => (language === 'ja' ? placeJa(fault) + JA[fault.kind](fault) : placeEn(fault) + EN[fault.kind](fault));
