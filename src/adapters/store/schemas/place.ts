import { z } from 'zod';
import type { Address, Life, Person, Place, Places, RemovedTrial, Team } from '../../../domain/place.ts';
import type { Posted } from '../../../domain/outbox.ts';
import type { FormDoc, Home } from '../../../ports.ts';
import { instant, objectOf, officeId, personId, roundId, sectionId } from './atoms.ts';
import { pause } from './round.ts';

const address = objectOf<Address>({
  kind: z.enum(['channel', 'groupChat', 'personal']),
  tenant: z.string(),
  serviceUrl: z.string(),
  conversation: z.string(),
  team: z.string().optional(),
});

export const posted = objectOf<Posted>({ address, conversation: z.string(), activityId: z.string() });

const place = objectOf<Place>({
  address,
  name: z.string(),
  how: z.enum(['by-name', 'by-hand']),
  at: instant,
  suspended: z.strictObject({ since: instant, why: z.string() }).optional(),
});

const team = objectOf<Team>({
  id: z.string(),
  tenant: z.string(),
  serviceUrl: z.string(),
  name: z.string(),
  channels: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});

export const placesSchema = objectOf<Places>({
  office: officeId,
  sections: z.record(sectionId, place),
  management: place.optional(),
  secretariat: place.optional(),
  teams: z.array(team),
});

export const personSchema = objectOf<Person>({
  office: officeId,
  id: personId,
  tenant: z.string(),
  name: z.string(),
  upn: z.string().optional(),
  teamsId: z.string(),
  personal: address.optional(),
  declared: z.record(sectionId, z.strictObject({ at: instant, reporter: z.boolean().optional() })),
  greeted: instant.optional(),
  greeting: instant.optional(),
  undone: z.record(sectionId, z.strictObject({ at: instant, by: personId, since: instant })).optional(),
});

const removedTrial = objectOf<RemovedTrial>({ round: roundId, at: instant, by: personId, askAt: instant, freezeAt: instant });

export const lifeSchema = objectOf<Life>({ office: officeId, liveSince: instant.optional(), pauses: z.array(pause), removedTrials: z.array(removedTrial).optional() });

export const homeSchema = objectOf<Home>({ tenant: z.string(), id: z.string(), office: officeId.optional(), at: instant });

export const formSchema = objectOf<FormDoc>({ office: officeId, round: roundId, section: sectionId, person: personId, posted, earlier: z.array(posted).optional(), at: instant });
