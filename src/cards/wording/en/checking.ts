import type { Words } from '../ja.ts';
import { begun } from './begun.ts';

const initiatives = (count: number) => (count === 1 ? '1 initiative' : `${count} initiatives`);
const texts = (count: number) => (count === 1 ? '1 text' : `${count} texts`);

export const checking: Words['checking'] = {
  unit: {
    sentBack: (count) => `▽ Changes are asked for in ${initiatives(count)}.`,
    waits: (submitted) => `${submitted}. It waits for the head.`,
    unchecked: (submitted) => `${submitted}. Without a head’s confirmation.`,
    confirmed: (submitted, secretariat) => `${submitted}. Confirmed by the head and passed to ${secretariat}.`,
    accepted: (submitted, secretariat) => `${submitted}. Checked by ${secretariat}.`,
    reworded: (count) => `The wording was edited (${texts(count)}). The progress is as it was.`,
    seeReworded: 'See changes',
    mend: 'Make changes',
  },
  accepted: {
    waits: 'It now waits for the head. There is nothing for you to do now.',
    confirmed: (secretariat) => `It is confirmed by the head and was passed to ${secretariat}.`,
    none: (secretariat) => `It has reached ${secretariat}, without a head’s confirmation since no head is registered. There is nothing more for you to do.`,
  },
  submitToHead: 'Submit to head',
  submitChangeToHead: 'Submit the change to head',
  confirm: {
    title: (section, day) => `One report of ${section} waits for you (submitted ${day}).`,
    titleToday: (section, day, hour) => `Notice: please confirm the report of ${section} by ${hour} today (submitted ${day}).`,
    report: (round, initiatives) => begun(`${round}: ${initiatives} ${initiatives === 1 ? 'initiative' : 'initiatives'}`),
    due: (at) => `Confirm by: ${at}`,
    next: 'Look at it and press “Confirm”. If something has to be changed, send it back from “See the answers”.',
    settled: (section, round) => `${section}: confirmation of the ${round}`,
    nothing: 'There is nothing for you to do now.',
  },
  confirmHere: {
    title: (section) => `To the head of ${section}: please confirm the report.`,
    next: 'If you are the head, press “See the answers”. It is shown to the head alone.',
    settled: (section) => `${section}: confirmation of the report`,
    headless: (secretariat) => `No head is registered, so nobody has been asked to confirm it yet. Once ${secretariat} has registered one, they are asked. There is nothing for you to do now.`,
  },
  sentBack: {
    title: (section, round, count) => `Changes are asked for in ${initiatives(count)} of the ${round} of ${section}.`,
    until: (at) => `Please change it and submit again by ${at}.`,
    where: 'Press “Make changes” to see, for yourself alone, what is to be changed.',
    settled: (section, round) => `${section}: changes to the ${round}`,
  },
  sentBackTo: {
    title: (section, round) => `Sent back: ${round} of ${section}`,
    by: (who, at) => begun(`${who}, ${at}`),
    others: (count, numbers) => `The other ${count} (initiative ${numbers.join(', ')}) can stay as they are.`,
    mend: 'Change and submit again',
  },
  form: {
    head: (count, until) => `Changes are asked for in ${initiatives(count)}. Please make them and submit again by ${until}.`,
    hidden: (count, until) => `Changes are asked for in ${initiatives(count)}. Please submit again by ${until}. What is to be changed cannot be shown here. Send “report” in your personal chat and press “Make changes” to see it.`,
    by: (who, at) => `Sent back by ${who}, ${at}`,
    comment: (text) => `“${text}”`,
  },
  card: {
    title: (section, round) => `${section}: confirm the ${round}`,
    submitted: (at, name) => `Submitted ${at} by ${name}`,
    due: (at) => `Confirm by: ${at}`,
    how: 'If something has to be changed, write it at that initiative and press “Send back”. Initiatives at which you write nothing stay as they are.',
    confirmFirst: (button) => `Look at it and, if it is right, press “${button}”.`,
    changedBelow: 'This is how it stands now. Look at it, then press again.',
    decidedBelow: 'This is how it stands now. If that is as it should be, there is nothing for you to do.',
    confirmed: (who, at) => `Confirmed by ${who} on ${at}.`,
    accepted: (at) => `Checked by the secretariat on ${at}.`,
    sentBack: (who, at) => `Sent back by ${who} on ${at}. You will be asked again once it is submitted again.`,
    waits: 'It waits for the head. Once the head has confirmed it, the secretariat can mark it as checked.',
    headless: 'No head is registered, so nobody has been asked to confirm it yet. Send “people” and register one, and the head is asked.',
    unchecked: 'Without a head’s confirmation: no head is registered.',
    finalised: (at) => `The papers were closed on ${at}. The report can be read.`,
    exempt: 'Not asked this time. No answer is needed.',
    changed: (fields, since) => `Changed since the last confirmation (${since}): ${fields}.`,
    changedSinceSentBack: (fields, since) => `Changed since it was last sent back (${since}): ${fields}.`,
    comment: (number) => `Initiative ${number}: to be changed (kept on record)`,
    commented: 'To be changed',
    carried: 'Entered for sending back (not sent yet).',
    sent: (text) => `To be changed: “${text}”`,
    reworded: (count) => `The wording was edited (${texts(count)}). The unit sees both texts, before and after.`,
    buttons: { confirm: 'Confirm', accept: 'Mark as checked', 'send-back': 'Send back', reword: 'Edit wording', answer: 'Answer as head', look: 'See the answers', open: 'Open the check', next: 'Next', back: 'Back' },
  },
  reword: {
    title: (section, round) => `${section}: wording of the ${round}`,
    how: 'Only the texts can be changed; the progress stays. Both texts, before and after, are kept on record and shown to the unit.',
    label: (number, field) => `Initiative ${number}: ${field}`,
    save: 'Use these texts',
    check: '！ Please check before using these texts. Nothing has been changed yet. To write them differently, do so below and press “Use these texts”.',
    anyway: 'Use them as they are',
    frozen: 'What you wrote has not been saved yet. “Ask for a correction” opens the correction with these texts filled in.',
    back: 'Back to the report',
  },
  sendingBack: {
    check: '！ Please check before sending it back. Nothing has been sent back yet. To change what you wrote, do so and press “Send back” again.',
    anyway: 'Send it back as it is',
  },
  rewords: {
    title: (section, round) => `${section}: wording of the ${round}`,
    count: (count) => `The wording was edited (${texts(count)}). The progress is as it was.`,
    next: 'If the new wording is right, there is nothing to do. To change it, press “See or change the answers”.',
    none: 'No wording was edited.',
    by: (who, at) => begun(`${who}, ${at}`),
    before: (field) => `${field}, before`,
    after: (field) => `${field}, after`,
    empty: '(empty)',
  },
  receipts: {
    confirmed: {
      title: (section, round) => `You have confirmed the ${round} of ${section}.`,
      next: (secretariat) => `It is confirmed by the head and was passed to ${secretariat}. There is nothing for you to do now.`,
    },
    accepted: {
      title: (section, round) => `The secretariat has checked the ${round} of ${section}.`,
      next: (freeze) => `It becomes part of the papers on ${freeze}. There is nothing for you to do now.`,
    },
    sentBack: {
      title: (section, round, count) => `You have sent back ${initiatives(count)} of the ${round} of ${section}.`,
      next: 'The unit is told. You will be asked again once it is submitted again.',
    },
  },
  board: {
    unreached: { 'no-chat': 'head has no chat, told in the unit’s place', unseen: '！ the head cannot be told', 'no-head': '！ no head is registered' },
  },
};
