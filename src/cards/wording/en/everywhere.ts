import type { Words } from '../ja.ts';
import { begun } from './begun.ts';

const ext = (extension: string) => (/^\d/.test(extension) ? `ext. ${extension}` : extension);

export const everywhere: Words['everywhere'] = {
  roundName: (name, trial) => (trial ? `[Trial] ${name}` : name),
  contact: (contact, extension) => `Questions: ${contact} (${ext(extension)})`,
  asker: (contact, extension) => `Asked by, and questions to: ${contact} (${ext(extension)})`,
  unit: (name, initiatives) => `${name}, initiatives: ${initiatives}`,
  due: (due) => `Due ${due}`,
  dueExtended: (due) => `Due ${due} (extended)`,
  mark: (label, symbol) => (/^[0-9A-Za-z\p{sc=Han}]+$/u.test(symbol) ? `${label} (${symbol})` : `${label} ${symbol}`),
  listed: (names) => names.join(', '),
  apart: (parts) => parts.join('; '),
  named: (name, what) => `${name}: ${what}`,
  begun,
  quoted: (names) => names.map((name) => `“${name}”`).join(', '),
  person: (name) => name,
  state: {
    'not-asked': '・ Not asked yet', asked: '□ Not submitted', draft: '◇ Draft (not submitted)', 'sent-back': '▽ Changes asked for', submitted: '■ Submitted', confirmed: '■ Confirmed by the head', accepted: '■ Checked by the secretariat', finalised: '◆ Final', exempt: '－ Exempt',
    overdue: '！ Not submitted (overdue)', paused: '－ Paused', waits: '■ Submitted (waiting for the head)', unchecked: '■ Submitted (no head)',
  },
  choose: 'Choose one',
  post: { reporter: 'the unit', head: 'the head', deputy: 'the deputy', secretariat: 'the secretariat' },
  late: 'after the due date',
  onBehalf: 'entered by the secretariat',
  afterFreeze: 'after the meeting papers were closed',
  buttons: {
    answer: 'Answer', look: 'See the answers', lookAndMend: 'See or change the answers', goOn: 'Continue', help: 'How to use', seeHelp: 'How to use', status: 'See the status',
    board: 'See by unit', missing: 'See who is missing', places: 'See the places', summary: 'See the summary', rounds: 'See the schedule', ownUnit: 'Open my own unit',
  },
};
