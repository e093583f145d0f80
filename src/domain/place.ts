import type { Instant } from './instant.ts';
import type { OfficeId, PersonId, RoundId, SectionId } from './ids.ts';
import type { Pause } from './round.ts';

/** 届け先の住所: where in Teams a message can be put. Our own; never the SDK's reference. */
export type Address = {
  readonly kind: 'channel' | 'groupChat' | 'personal';
  readonly tenant: string;
  /** Stable but not for ever: refreshed from every inbound activity. */
  readonly serviceUrl: string;
  /** A channel's id, a chat's id, or a personal conversation's id; without `;messageid=`. */
  readonly conversation: string;
  /** Teams' own id of the team, `19:…@thread.tacv2`, for a channel. */
  readonly team?: string;
};

/** A channel as seen in a team's list. The General channel has the team's id and often no name. */
export type Channel = { readonly id: string; readonly name: string };

/** チーム: one into which the bot was installed. */
export type Team = { readonly id: string; readonly tenant: string; readonly serviceUrl: string; readonly name: string; readonly channels: readonly Channel[] };

/** 届け先: where a section, or the meeting, is written to. `suspended` since a send was refused for good (403, 404). */
export type Place = {
  readonly address: Address;
  readonly name: string;
  readonly how: 'by-name' | 'by-hand';
  readonly at: Instant;
  readonly suspended?: { readonly since: Instant; readonly why: string };
};

/** All places of an office; one document (`places`). */
export type Places = {
  readonly office: OfficeId;
  readonly sections: Readonly<Record<SectionId, Place>>;
  readonly management?: Place;
  /** The secretariat's own channel or chat, for notices that can reach nobody personally. It may be its section's place. */
  readonly secretariat?: Place;
  readonly teams: readonly Team[];
};

/** 職員: what is known of a person, by what Teams said of them; one document a person (`person:<id>`) in `<office>:office`. */
export type Person = {
  readonly office: OfficeId;
  readonly id: PersonId;
  readonly tenant: string;
  /** For display and mentions only; never for deciding. */
  readonly name: string;
  readonly upn?: string;
  /** Teams' id of the person for this bot, `29:…`. */
  readonly teamsId: string;
  readonly personal?: Address;
  /** 「総務課の職員として回答します」: the sections the person has said they answer for; `reporter` if they registered as its 担当者, to be mentioned. */
  readonly declared: Readonly<Record<SectionId, { readonly at: Instant; readonly reporter?: boolean }>>;
  /** 初めての御案内: when they were told what this is, on opening their chat with us. Once, for good. */
  readonly greeted?: Instant;
  /** When somebody began to tell them, as long as it is not known to have ended: the process may have died over it. */
  readonly greeting?: Instant;
  /** 登録の取消し: where head or secretariat undid it, by whom, and since when it had stood. */
  readonly undone?: Readonly<Record<SectionId, { readonly at: Instant; readonly by: PersonId; readonly since: Instant }>>;
};

/** 運用の状態 of an office; one document (`life`). */
export type Life = {
  readonly office: OfficeId;
  /** 運用開始; nothing is due before it. */
  readonly liveSince?: Instant;
  readonly pauses: readonly Pause[];
  /** 【試行】 that were removed: nothing is shown or sent of them any more; what was written in them stays in the store. */
  readonly removedTrials?: readonly RemovedTrial[];
};

/** `askAt` and `freezeAt` as they were planned: what else was announced by it does not announce itself once more. */
export type RemovedTrial = { readonly round: RoundId; readonly at: Instant; readonly by: PersonId; readonly askAt: Instant; readonly freezeAt: Instant };
