import type { Words } from '../ja.ts';

export const promise: Words['promise'] = {
  button: 'Give the expected date',
  change: 'Change the expected date',
  planned: (day) => `Expected ${day}`,
  state: (day) => `□ Not submitted, expected ${day}`,
  choose: {
    title: (round, section) => `When the ${round} of ${section} will come`,
    how: (secretariat) => `Choose the day on which you expect to submit it and press “Give this date”. ${secretariat} is told as well. You get no reminder until that day.`,
    until: (freeze) => `You can choose a working day until the papers are closed (${freeze}).`,
    now: (day) => `Expected now: ${day}`,
    label: 'Expected date',
    save: 'Give this date',
    withdraw: 'Take the date back',
    missing: '！ Choose a day, then press “Give this date”.',
  },
  taken: {
    title: (day) => `We expect it on ${day}.`,
    told: (secretariat) => `${secretariat} has been told as well. You get no reminder until that day.`,
  },
  withdrawn: {
    title: 'The expected date was taken back.',
    next: (due) => `It is due ${due}. Reminders come as before.`,
  },
};
