import type { PersonId, SectionId } from '../../src/domain/ids.ts';
import { filled, RECEIPT } from './acts.ts';
import { EISEI, ROUND, spotOf, teamsIdOf, TENANT } from './world.ts';

/** 端末: a Teams client that sends an answer to the endpoint, and what the person then has before them. */
export type Told =
  /** 「受け付けました」. */
  | { readonly kind: 'acknowledged' }
  /** It was not taken; in words, with the typed text still there or in the card that came back. */
  | { readonly kind: 'told'; readonly words: string }
  /** Not taken, and the person is left without a word of ours, or without their text. */
  | { readonly kind: 'left alone'; readonly why: string }
  /** No answer: the client says so itself and keeps the form. */
  | { readonly kind: 'no answer' };

export type Submission = { readonly section: SectionId; readonly person: PersonId; readonly text: string; readonly base: number };

/** @param seconds for the whole answer; Teams waits no longer than 15. */
export async function send(port: number, serviceUrl: string, given: Submission, seconds = 15): Promise<Told> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json', connection: 'close' }, body: JSON.stringify(activityOf(serviceUrl, given)), signal: AbortSignal.timeout(seconds * 1000),
    });
    return read(response.status, await response.text(), given.text);
  } catch {
    return { kind: 'no answer' };
  }
}

function read(status: number, body: string, typed: string): Told {
  if (status !== 200) return { kind: 'left alone', why: `HTTP ${status}` };
  const { type = '', value } = JSON.parse(body) as { readonly type?: string; readonly value?: unknown };
  const text = JSON.stringify(value ?? '');
  if (type.endsWith('.card.adaptive')) {
    if (RECEIPT.test(text)) return { kind: 'acknowledged' };
    return text.includes(typed) ? { kind: 'told', words: text } : { kind: 'left alone', why: 'the card that came back does not hold the text' };
  }
  // A line over the form, which stays as it was typed.
  if (type.endsWith('.activity.message') && typeof value === 'string' && value !== '') return { kind: 'told', words: value };
  return { kind: 'left alone', why: `an answer without words: ${body.slice(0, 100)}` };
}

function activityOf(serviceUrl: string, { section, person, text, base }: Submission): unknown {
  const spot = spotOf(section);
  const isChat = section === EISEI;
  const data = { do: 'form.submit', v: 1, office: 'saiwai', round: ROUND, section, base, page: 1, sure: true, ...filled(section, text) }; // a long text is advised against, once
  return {
    channelId: 'msteams', serviceUrl, id: `in-${Math.random()}`, type: 'invoke', name: 'adaptiveCard/action', replyToId: 'form',
    from: { id: teamsIdOf(person), name: '職員', aadObjectId: person }, recipient: { id: '28:bot', name: '取りまとめ' },
    conversation: { id: spot, conversationType: isChat ? 'groupChat' : 'channel', tenantId: TENANT, isGroup: true },
    channelData: { tenant: { id: TENANT }, ...(isChat ? {} : { team: { id: '19:team@thread.tacv2' }, channel: { id: spot, name: section } }) },
    value: { action: { type: 'Action.Execute', verb: 'form.submit', data }, trigger: 'manual' },
  };
}
