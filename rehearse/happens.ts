import type { WallClock } from '../src/ports.ts';
import { buttonsOn } from './cardReading.ts';
import type { Client, Outcome, Standing } from './client.ts';
import type { Happening } from './happenings.ts';
import type { SimulatedTeams } from './simulatedTeams.ts';
import { ownChat, type Person, type Spot, type Town, type UnitOf } from './town.ts';
import { note, type Witness } from './witness.ts';

export type HappensNeeds = {
  readonly town: Town;
  readonly wall: WallClock;
  readonly client: Client;
  readonly teams: Pick<SimulatedTeams, 'whereabouts' | 'messages'>;
  readonly witness: Witness;
  readonly askOf: (of: UnitOf & { readonly round: string }) => Standing | undefined;
};

/** Lets it happen, and notes it with what it came to: whether the service heard of it, and which message is gone. */
export async function happen(needs: HappensNeeds, what: Happening): Promise<void> {
  const { witness, wall } = needs;
  const at = wall.now();
  witness.happened.push({ ...what, at, ...(await cameOf(needs, what)) });
}

type Came = { readonly heard: boolean; readonly activity?: string };
const SILENT: Came = { heard: false };
const cameTo = ({ status }: Outcome): Came => ({ heard: status !== 0 });

async function cameOf(needs: HappensNeeds, what: Happening): Promise<Came> {
  const { town, client, teams: { whereabouts } } = needs;
  const by = secretaryOf(town, what.office);
  switch (what.kind) {
    case 'rename': return cameTo(await client.rename(what.spot, what.name, by));
    case 'remove':
    case 'make':
    case 'uninstall': return cameTo(await client[what.kind](what.spot, by));
    case 'install': return cameTo(await installIn(needs, what.spot));
    case 'transfer':
      await client.transfer(what.person, what.unit);
      return SILENT;
    case 'delete-ask': return deleteAsk(needs, what);
    case 'block':
      whereabouts.block(what.person);
      return SILENT;
    case 'unblock': return unblock(needs, what.person);
  }
}

function deleteAsk({ teams, askOf }: HappensNeeds, of: UnitOf & { readonly round: string }): Came {
  const ask = askOf(of);
  if (ask === undefined) return SILENT;
  teams.messages.remove(ask.activity);
  return { ...SILENT, activity: ask.activity };
}

/** Whoever lets the bot in again says something to it. */
async function unblock({ teams, client, witness, wall }: HappensNeeds, person: Person): Promise<Came> {
  teams.whereabouts.unblock(person);
  if (person.alone) return SILENT;
  const said = { person, spot: ownChat(person), kind: 'said', text: '使い方' } as const;
  const outcome = await client.say(person, said.spot, said.text);
  note(witness, wall.now(), said, outcome);
  return cameTo(outcome);
}

const secretaryOf = ({ people }: Town, office: string): Person | undefined => people.find((person) => person.office === office && person.role === 'secretariat');

/** Where several offices live, somebody of the right one presses 「この役所で使う」. */
export async function installIn({ town, client, witness: { failures }, wall }: Pick<HappensNeeds, 'town' | 'client' | 'witness' | 'wall'>, spot: Spot): Promise<Outcome> {
  const { office } = spot;
  const secretary = secretaryOf(town, office);
  const outcome = await client.install(spot, secretary);
  const offer = outcome.seen.find(({ card }) => card !== undefined && buttonsOn(card).some(({ data }) => data['do'] === 'office.choose'));
  if (offer?.card === undefined || secretary === undefined) return outcome;
  const button = buttonsOn(offer.card).find(({ data }) => data['office'] === office);
  const pressed = button && (await client.press(secretary, { ...offer, card: offer.card }, button));
  if (pressed?.status !== 200) failures.push({ at: wall.now(), office, what: `${spot.name} could not be given to ${office}` });
  return outcome;
}
