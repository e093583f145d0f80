import type { Words } from '../ja.ts';

export const correcting: Words['correcting'] = {
  open: 'Ask for a correction',
  form: {
    title: (round, section) => `Correction of the ${round} of ${section}`,
    how: 'This is what was submitted. Change what has to be changed, give the reason, and press “Correct it like this”.',
    part: (page, pages) => `These are the initiatives of page ${page} of ${pages}. For the others press “See the answers”.`,
    reason: 'Reason for the correction (required)',
    reasonName: 'Reason for the correction',
    example: 'For example: the figures were miscounted',
    save: 'Correct it like this',
    check: '！ Please check before correcting. Nothing has been corrected yet. To change the text, do so below and press “Correct it like this”.',
    anyway: 'Correct it as it is',
  },
  outside: (edition) => `It does not change the papers of the meeting (edition ${edition}). It is reported to the next meeting.`,
  taken: {
    title: (section, round) => `The correction of the ${round} of ${section} was taken.`,
    by: (at, section, name) => `${at}, ${section}, ${name}`,
    reason: (reason) => `Reason: ${reason}`,
    changed: (number, field) => `Initiative ${number}: ${field}`,
    before: (text) => `Before: ${text}`,
    after: (text) => `After: ${text}`,
    more: (count) => `${count} more ${count === 1 ? 'place was' : 'places were'} changed. Press “See the answers” to see all of it.`,
  },
  kept: {
    correct: (field, at) => `${field} before the correction of ${at}`,
    reword: (field, at) => `${field} before the rewording of ${at}`,
    empty: '(nothing entered)',
    act: (at, post, reason) => `Corrected ${at}, ${post}. Reason: ${reason}`,
    more: (count) => `There ${count === 1 ? 'is 1 earlier change' : `are ${count} earlier changes`}. If you need them, please contact the person below.`,
  },
  afterMeeting: {
    send: 'Send it after the meeting',
    step: '3  Press “Send it after the meeting”. You can also “Save draft” on the way.',
    closed: (at) => `Answers were taken until ${at}. It does not go into the papers of the meeting, but is kept for the year-end report.`,
    taken: (edition) => `It was recorded as submitted after the meeting. It is not in the papers (edition ${edition}), and is used for the year-end report.`,
    submitted: (at) => `■ Submitted ${at} (after the meeting)`,
    mend: 'To change it, press “See the answers” and ask for a correction.',
  },
  onBehalf: {
    line: (section) => `You are answering on behalf of ${section}. Enter what you were told, and how.`,
    source: 'How did you hear of it? For example: by telephone (required)',
    sourceName: 'How did you hear of it?',
    example: 'For example: heard by telephone',
    said: (source) => `Entered on behalf of the unit (${source})`,
  },
};
