import type { Words } from '../ja.ts';

export const problems: Words['problems'] = {
  notOfSection: {
    title: (section) => `Answering for ${section}`,
    why: (name, section) => `${name ?? 'You'} ${name === undefined ? 'are' : 'is'} not registered as staff of ${section}.`,
    typed: 'What you entered is still on this screen but has not been saved.',
    declare: (section) => `If you belong to ${section}, press the button below (who pressed it is recorded).`,
    declareButton: (section) => `I answer for ${section}`,
    others: 'If you belong to another unit, please answer in the channel of your own unit.',
    ask: 'To answer you need to be registered. Please contact the person below.',
  },
  closed: {
    title: (round, at) => `Answers for the ${round} were taken until ${at}.`,
    kept: 'What you entered is kept as a draft.',
    submitted: 'To correct what was submitted, press “Ask for a correction”.',
    missing: 'If you have not submitted yet, press “Send it after the meeting”. It does not go into the papers of the meeting, but is kept.',
  },
  exempt: { title: (section) => `${section} is exempt from this report.`, next: 'No answer is needed. If you think one is, please contact the person below.' },
  notYourForm: { title: 'This is somebody else’s form.', next: (section) => `If you belong to ${section}, press “Answer” for a form of your own. The draft is carried over.` },
  'too-large': { title: 'It could not be saved.', next: 'The record of changes is full. Please contact the person below. What you entered is still on the screen.' },
  'no-round': { title: 'No report is being taken at the moment.', next: 'Press “See the schedule” for the next one.' },
  'old-card': { title: 'This card is out of date.', next: {
    report: 'Press “Answer” for the present one.',
    status: 'Press “See the status” for how things stand now.',
    summary: 'Press “See the summary” for the present summary.',
    help: '“How to use” shows what you can do here.',
  } },
  'not-allowed': { title: 'This cannot be done here.', next: '“How to use” shows what you can do here. If you named a unit, check its name. How a unit stands can be seen in its own channel.' },
  'not-set-up': { title: 'No units and initiatives are registered.', next: 'It can be used when the secretariat has registered them.' },
  busy: { title: 'Several people saved at the same moment.', next: 'What you entered is still on the screen. Wait a little and press again.' },
  'source-missing': { title: 'Please say how the answer reached you.', next: 'For example: by telephone. What you entered is still on the screen. Add it and submit again.' },
  'no-chat': { title: 'This is shown in your personal chat.', next: 'That chat could not be opened. Open Torimatome under “Apps” in Teams and write “status” there. Then try once more.' },
  'not-stored': { title: 'It could not be saved.', next: 'What you entered is still on the screen. Wait a little and press again. If it keeps happening, please contact the person below.' },
  left: 'What you entered was not saved. If you need it, copy the texts from here.',
  strayed: 'The initiatives of these texts are no longer this unit’s. The texts have not been saved. Please copy them if you need them.',
  kept: { title: 'It could not be saved.', next: 'What you entered is still on this screen. Wait a little and press “Send again”. If it keeps happening, please contact the secretariat. Your texts:', button: 'Send again' },
};
