import { en } from './en.ts';
import { ja, type Words } from './ja.ts';

export type { Words };

/** 言葉: the catalogue of an office's language. */
export const wordsFor = (language: 'ja' | 'en'): Words => (language === 'en' ? en : ja);
