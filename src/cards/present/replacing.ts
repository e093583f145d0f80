import type { Instant } from '../../domain/instant.ts';
import type { Office } from '../../domain/office.ts';
import type { Awaited, Goes, NotReplaced } from '../../domain/replacing.ts';
import type { RoundPlan } from '../../domain/round.ts';
import type { Summary } from '../../domain/summary.ts';
import { says, type Button } from '../buttons.ts';
import type { CardView } from '../views.ts';
import type { Words } from '../wording/words.ts';
import type { Beside } from './beside.ts';
import { opensBoard } from './conductedBoard.ts';
import { attention, letter, plain, strong } from './lines.ts';
import { sayingOf } from './saying.ts';
import { countOf, namesOfChanged, summaryBody } from './summaryBody.ts';

type OfRound = { readonly office: Office; readonly round: RoundPlan };

/** More names than that are for the preview, which is one press away. */
const MOST_NAMED = 5;

export const seesEdition = ({ replacing }: Words, { office, round }: { readonly office: Pick<Office, 'id'>; readonly round: Pick<RoundPlan, 'id'> }, edition: number): Button => ({
  title: replacing.see(edition), data: { do: 'summary.edition', v: 1, office: office.id, round: round.id, edition },
});

/** 差替え that could be sent, is on its way, or perhaps did not arrive. */
export function awaitedLines(words: Words, { office, round }: OfRound, awaited: Awaited | undefined, goes: Goes): Beside {
  const { replacing: text, conducting: { buttons } } = words;
  if (awaited === undefined) return { lines: [], buttons: [] };
  const { name: meeting } = office.meeting;
  switch (awaited.kind) {
    case 'under-way': return { lines: [strong(text.underWay(awaited.edition, meeting, goesWords(words, office, goes)))], buttons: [] };
    case 'in-doubt':
    case 'undelivered': return { lines: [strong((awaited.kind === 'in-doubt' ? text.inDoubt : text.undelivered)(awaited.edition, meeting, buttons.delivery))], buttons: [says(buttons.delivery, office, 'delivery')] };
    case 'changes': {
      const { reading: { edition }, changed } = awaited.replacement;
      const look: Button = { title: text.look, data: { do: 'summary.look', v: 1, office: office.id, round: round.id } };
      return { lines: [strong(text.waits(edition - 1, countOf(changed), namesOfChanged(words, office, changed, MOST_NAMED), look.title))], buttons: [look] };
    }
  }
}

function goesWords(words: Words, office: Office, goes: Goes): string {
  const { conducting: { when } } = words;
  return goes.how === 'at' ? when.at(sayingOf(words, office).moment(goes.at)) : when[goes.how];
}

/** 【送付前】第N版: as the meeting would read it. `notice`: why what was pressed was not done. */
export function presentReplacement(words: Words, facts: { readonly office: Office; readonly summary: Summary; readonly goes: Goes; readonly asOf: Instant; readonly notice?: string }): CardView {
  const { office, summary, goes, asOf, notice } = facts;
  const { replacing: { preview } } = words;
  const { round, edition } = summary;
  const send = preview.send(office.meeting.name);
  const title = preview.title(sayingOf(words, office).round(round), edition);
  const mark = preview.mark(send, goesWords(words, office, goes));
  const said = notice === undefined ? [] : [attention(notice)];
  const body = summaryBody(words, office, summary);
  return {
    card: 'summary', lang: words.lang, ...body, title, summary: title, mark,
    lines: [...said, plain(body.title), ...body.lines],
    buttons: [{ title: send, data: { do: 'summary.replace', v: 1, office: office.id, round: round.id, edition, asOf } }, says(words.everywhere.buttons.board, office, 'status')],
  };
}

/** 差替えを送付します. */
export function presentReplaced(words: Words, { office, round, edition, goes }: OfRound & { readonly edition: number; readonly goes: Goes }): CardView {
  const { replacing: { done }, conducting: { buttons } } = words;
  return letter(words, { title: done.title(edition, office.meeting.name, goesWords(words, office, goes)), lines: [plain(done.next(edition))], buttons: [opensBoard(buttons.back, { office, round })] });
}

/** Why no 差替え can be sent, and what to do; on the board beside `awaitedLines`, else on the preview. */
export function notReplaced({ replacing: { refused: text, look, preview } }: Words, { meeting }: Office, why: NotReplaced | { readonly kind: 'busy' }): string {
  switch (why.kind) {
    case 'not-sent': return text.notSent(meeting.name);
    case 'over': return text.over(meeting.name);
    case 'under-way': return text.underWay(why.edition, look);
    case 'in-doubt':
    case 'undelivered': return text.afterwards(why.edition);
    case 'nothing-changed': return text.nothingChanged(why.edition);
    case 'out-of-date': return text.outOfDate(preview.send(meeting.name));
    case 'busy': return text.busy(preview.send(meeting.name));
  }
}
