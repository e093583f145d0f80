import type { Words } from '../ja.ts';
import { begun } from './begun.ts';

export const replacing: Words['replacing'] = {
  title: (title) => `Replacement. ${title}`,
  changed: (before, count, names) => `Initiatives changed since edition ${before}: ${count} (${names})`,
  replacedBy: (edition, button) => `－ Replaced by edition ${edition}. Press “${button}” to see edition ${edition}.`,
  latest: 'See the latest summary',
  see: (edition) => `See edition ${edition}`,
  look: 'Check the replacement',
  waits: (last, count, names, look) => `Initiatives changed after edition ${last}: ${count} (${names}). Press “${look}” to check and send a replacement.`,
  underWay: (edition, meeting, when) => begun(`${when} edition ${edition} goes to ${meeting}.`),
  inDoubt: (edition, meeting, button) => `？ It is not known whether edition ${edition} reached ${meeting}. Open the channel or chat and look, then press “${button}” to say that it is there, or to send it again.`,
  undelivered: (edition, meeting, button) => `！ Edition ${edition} did not reach ${meeting}. Press “${button}” for what to do next.`,
  preview: {
    title: (round, edition) => `Before sending: summary of the ${round}, edition ${edition}`,
    mark: (button, when) => `Check it and press “${button}”. It then goes out ${when}. It is not sent until somebody presses.`,
    send: (meeting) => `Send to ${meeting}`,
  },
  done: {
    title: (edition, meeting, when) => `■ Edition ${edition} goes to ${meeting} ${when}.`,
    next: (edition) => `Once it has arrived, the earlier summary says “Replaced by edition ${edition}.”`,
  },
  refused: {
    notSent: (meeting) => `！ The summary has not reached ${meeting} yet. A replacement can be sent once it has.`,
    over: (meeting) => `！ Office hours on the day of ${meeting} are over, so no replacement can be sent. Corrections are reported to the next meeting.`,
    underWay: (edition, look) => `！ Edition ${edition} has not arrived yet. Another replacement can be sent once it has; the list then shows “${look}”.`,
    afterwards: (edition) => `！ Another replacement can be sent once edition ${edition} has arrived. Nothing has been sent yet.`,
    nothingChanged: (edition) => `！ Nothing has changed since edition ${edition}. No replacement needs to be sent.`,
    outOfDate: (send) => `！ Something changed after this was opened, so nothing has been sent yet. Look at what is below, then press “${send}” again.`,
    busy: (send) => `！ It is busy just now, so nothing has been sent yet. Please wait a little and press “${send}” again.`,
  },
};
