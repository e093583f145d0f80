import { presentRetitling } from '../../cards/present/registerForms.ts';
import { presentChanged } from '../../cards/present/registerReceipts.ts';
import type { NotRegisteredHere } from '../../cards/present/notRegistered.ts';
import type { CardView } from '../../cards/views.ts';
import { changeTitle } from '../../domain/decideInitiative.ts';
import type { InitiativeId } from '../../domain/ids.ts';
import type { Initiative, Office } from '../../domain/office.ts';
import { mayReadReports } from '../../domain/standing.ts';
import { err } from '../../domain/result.ts';
import type { Answer } from '../../ports.ts';
import { amended } from '../amended.ts';
import { post, refuse, replace, type DeskNeeds, type Visit } from '../desk.ts';
import { registerOf } from './lists.ts';
import type { TitlePress } from './press.ts';

/** 略称を直す: by whoever may read what the unit reported, for it stands beside that: the unit's own people and the secretariat. */
export async function titlePressed(needs: DeskNeeds, visit: Visit, pressed: TitlePress): Promise<Answer> {
  const initiative = initiativeIn((await registerOf(needs, visit)).facts.office, pressed.initiative);
  if (initiative === undefined) return refuse(needs, visit, { kind: 'old-card' });
  if (!isTheirs(visit, initiative)) return refuse(needs, visit, { kind: 'not-allowed' });
  return pressed.do === 'title.open' ? show(needs, visit, presentRetitling(visit.words, { office: visit.facts.office, initiative, typed: undefined, refusal: undefined })) : save(needs, visit, pressed);
}

async function save(needs: DeskNeeds, visit: Visit, { initiative: id, title = '', seen, sure = false }: Extract<TitlePress, { readonly do: 'title.save' }>): Promise<Answer> {
  let before: Initiative | undefined;
  const written = await amended<NotRegisteredHere>(needs, visit, ({ office }) => {
    before = initiativeIn(office, id);
    const theirs = before !== undefined && isTheirs(visit, before);
    return Promise.resolve(theirs ? changeTitle(office, { id, title, seen, sure }, { by: visit.standing.person, at: visit.now }) : err({ kind: 'no-initiative' } as const));
  });
  const { office } = written.ok ? written.value : (await registerOf(needs, visit)).facts;
  const after = initiativeIn(office, id);
  if (before === undefined || after === undefined) return refuse(needs, visit, { kind: 'old-card' });
  if (!written.ok) return show(needs, visit, presentRetitling(visit.words, { office, initiative: after, typed: title, refusal: written.error }));
  return show(needs, visit, presentChanged(visit.words, { office, before, after, own: true }));
}

const initiativeIn = (office: Office, wanted: InitiativeId): Initiative | undefined => office.initiatives.find(({ id }) => id === wanted);

const isTheirs = ({ standing, where }: Visit, { section }: Initiative): boolean => mayReadReports(standing, where.address.kind, section).may !== 'no';

/** In the place of the card that was pressed where nobody else reads it. */
const show = (needs: DeskNeeds, visit: Visit, view: CardView): Answer => (visit.standing.personal || visit.where.dialog === true ? replace : post)(needs, view);
