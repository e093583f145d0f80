import type { Words } from '../ja.ts';

export const deciding: Words['deciding'] = {
  notYours: {
    title: 'Only people who are registered for it can do this.',
    head: (section) => `The head of ${section} (or a deputy) does this. If the posts have changed, please contact the person below.`,
    secretariat: 'The secretariat does this. Please contact the person below if you need it.',
    either: (section) => `The head of ${section} or the secretariat does this. If the posts have changed, please contact the person below.`,
  },
  nothingSubmitted: { title: (section) => `${section} has not submitted its report yet.`, next: 'You will be asked to look at it when it is. There is nothing to do now.' },
  alreadyDecided: {
    confirmed: (section, who, at) => `The report of ${section} was confirmed by ${who} on ${at}.`,
    'sent-back': (section, who, at) => `The report of ${section} was sent back by ${who} on ${at}.`,
    accepted: (section, _who, at) => `The report of ${section} was checked by the secretariat on ${at}.`,
    next: 'Press “See the answers” for what stands there now.',
    nextSentBack: 'You will be asked again once it is submitted again. There is nothing to do now.',
  },
  changedSince: { title: (section, at) => `The report of ${section} has changed since (${at}).`, next: 'Press “See the answers”, look at what stands there now, then press again.' },
  headFirst: { title: (section) => `The report of ${section} waits for its head.`, next: 'You can check it after the head has confirmed it. If something has to be changed, you can send it back.' },
  headMissing: { title: (section) => `No head of ${section} is registered.`, next: 'Send “people” and register one, and the head is asked to confirm it. If something has to be changed, you can send it back.' },
  frozen: { title: (at) => `The papers were closed on ${at}.`, next: 'To change something after that, press “See the answers” and ask for a correction.' },
  notFrozen: { title: 'It is not time for corrections yet.', next: (at) => `Until the papers are closed (${at}) you can change them with “See the answers”.` },
  commentMissing: { title: 'Please say what has to be changed.', next: 'Write it beside the initiative that you send back, and press “Send back” again.' },
  commentUnsent: { title: 'Something that has to be changed is written here. Nothing has been confirmed yet.', next: 'To send it back, press “Send back”. To confirm it as it is, clear what you wrote and press “Confirm” again.' },
  reasonMissing: { title: 'Please give the reason for the correction.', next: 'For example: some were counted twice. What you entered is still on the screen. Add the reason and press again.' },
  textMissing: { title: 'A field that is needed is empty.', next: 'Fill it in and press again.' },
  tooLong: { title: (most) => `It is longer than ${most} characters.`, next: (most) => `Shorten it to ${most} characters or fewer and press again. What you entered is still on the screen.` },
  beingMended: { title: (section, at) => `Somebody of ${section} is rewriting the same text (draft ${at}).`, next: 'Wait until they submit, or go to the report, say what has to be changed and send it back.' },
  nothingChanged: { title: 'Nothing has changed.', next: 'Change what you want to change and press again; or simply leave this screen.' },
  notPlannable: { title: 'That day cannot be chosen.', next: (at) => `Choose a working day before the papers are closed (${at}).` },
  answeredAlready: { title: (section) => `${section} has submitted its report.`, next: 'No date is needed. There is nothing to do now.' },
};
