import type { Words } from '../ja.ts';

const initiatives = (count: number) => (count === 1 ? '1 initiative' : `${count} initiatives`);

export const asking: Words['asking'] = {
  announcement: {
    title: (policy) => `Progress reports on ${policy}: what is going to happen`,
    to: (section) => `To ${section}`,
    change: (year) => `From ${year} on, progress reports are made in Teams. No spreadsheet needs to be mailed.`,
    steps: (secretariat, meeting) => [
      '・ When a report is due, you will be told here.',
      '・ Press “Answer”, choose the progress of each initiative, and write what was done in one or two lines.',
      `・ ${secretariat} then puts the reports together for ${meeting}.`,
    ],
    first: (month) => `The first report is planned for ${month}. There is nothing to do now.`,
  },
  ask: {
    title: (year, policy, round) => `${year} ${policy}: request for the ${round}`,
    summary: (round, due) => `Request for the ${round}, due ${due}`,
    unit: (name, count, asOf) => `${name}, ${initiatives(count)}, as of ${asOf}`,
    purpose: {
      progress: (start, end) => `Please report what was done from ${start} to ${end}.`,
      midyear: (start, end) => `Please report what was done from ${start} to ${end}.`,
      light: (start, end) => `Please report the initiatives that changed since the last report (${start} to ${end}). If none did, press “Nothing has changed”.`,
      yearend: (start, end) => `Please report the results and the grade for ${start} to ${end}.`,
    },
    ownDrafts: (count) => `${count} ${count === 1 ? 'draft has' : 'drafts have'} not been submitted. Please complete and submit ${count === 1 ? 'it' : 'them'}.`,
    forecast: 'For what is not finished yet, write what you expect.',
    meeting: (meeting, day) => `It will be reported to ${meeting} on ${day}.`,
    submitted: (at, notes) => `■ Submitted ${at}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`,
    mendUntil: (freeze) => `It can be changed until the papers are closed (${freeze}).`,
    overdue: '！ The due date has passed. Please submit, or say when it will come.',
    finalised: (at) => `◆ Final. Answers were taken until ${at}.`,
    closedMissing: (at) => `！ Answers were taken until ${at}. If you have not submitted yet, press “Send it after the meeting”.`,
    exempt: '－ Exempt. No answer is needed this time.',
    paused: '－ Paused. Answers are taken all the same. You will be told if the due date changes when it is resumed.',
    newer: { title: 'This request has been replaced by a newer request.', next: 'The same request came once more after this one. Please answer there. What has been entered is kept.' },
    allUnchanged: 'Nothing has changed',
    register: 'Register as a reporter',
    nobody: 'Nobody is registered as a reporter. Whoever registers is notified of requests and reminders.',
  },
  remind: {
    title: (round, due) => `Reminder: the ${round} is due ${due}.`,
    titleToday: (round, hour) => `Reminder: the ${round} is due today at ${hour}.`,
    none: (section, count) => `${section}, ${initiatives(count)}: no answer yet.`,
    some: (section, count, drafted, left) => `${section}, ${initiatives(count)}: ${drafted} drafted, ${left} to go.`,
    all: (section, count, open, submit) => `${section}, ${initiatives(count)}: all drafted. Press “${open}”, then “${submit}” to finish.`,
    crossed: 'Please excuse us if this has crossed with your answer.',
  },
  late: {
    title: (round) => `About your ${round}`,
    passed: (due) => `The due date (${due}) has passed. Please submit, or say when it will come.`,
    headTold: (at) => `If we hear nothing, the head of the unit will be told as well on ${at}.`,
  },
  lateHead: {
    title: (round) => `About the ${round} of your unit`,
    to: (section) => `To the head of ${section}`,
    body: (section, round, due, count, drafted) =>
      `The ${round} of ${section} was due ${due} and has not been submitted (${initiatives(count)}, ${drafted} drafted).`,
    freeze: (at) => `The papers are closed on ${at}.`,
    please: 'We would be grateful if you could see that it is submitted.',
    seeStatus: 'See the status',
    answer: 'Answer as the head',
  },
  again: { title: (round) => `Request, sent again: please submit the ${round}.` },
  moved: { title: (round) => `The due date of the ${round} has changed.`, due: (due) => `New due date: ${due}`, kept: 'What you have already entered is kept.' },
};
