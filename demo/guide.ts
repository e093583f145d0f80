import { momentWords } from '../src/cards/wording/dates.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Office } from '../src/domain/office.ts';
import type { Content } from '../src/ports.ts';
import type { Stage } from './stage.ts';

/** What the visitor has before them; what they may do now follows from it. */
export type Progress = {
  readonly now: Instant;
  /** What went out in the last jump. */
  readonly sent: readonly string[];
  readonly stage: Stage;
  /** 「次へ」 was pressed while a form stood open. */
  readonly formOpen: boolean;
};

/** The data of 「次へ」; no payload of the service looks like it. */
export const NEXT = { demo: 'next' } as const;

const ADVICE: Readonly<Record<Stage, readonly string[]>> = {
  closed: ['左の一覧の「総務課」を押してください。総務課の担当者として、照会が届きます。'],
  'to-answer': ['「総務課」の照会で「回答する」を押すと、この個人チャットに回答の画面が届きます。', '「次へ」を押すと、次に何かが届く日時まで時計が進みます。ほかの所属の回答は、自動で入ります。'],
  answered: ['「状況」と入力すると、事務局の一覧が出ます。', '「次へ」を押すと、次に何かが届く日時まで時計が進みます。'],
  'meeting-unopened': ['左の一覧の「区部長会議」を押してください。取りまとめが届きます。'],
  'summary-sent': ['左の一覧の「区部長会議」に取りまとめが届いています。', '「状況」「未提出」「予定」「使い方」も、この個人チャットで入力してみてください。'],
  over: ['この年度の予定は、全て終わりました。'],
};

/** 案内: what to do, as lines of plain text; the same on the card and in the terminal. */
export function adviceOf({ stage, formOpen }: Pick<Progress, 'stage' | 'formOpen'>): readonly string[] {
  const warning = formOpen ? ['回答の画面が開いているので、時計は進めていません。提出してから「次へ」を押してください。そのまま進めるときは、もう一度押してください。'] : [];
  return [...warning, ...ADVICE[stage]];
}

const text = (words: string, more: object = {}) => ({ type: 'TextBlock', text: words, wrap: true, ...more });

/** デモの案内: the one card of the demo that is not the product's. */
export function guideCard({ zone }: Pick<Office, 'zone'>, progress: Progress): Content {
  const press = { title: '次へ', data: NEXT };
  const clock = momentWords('ja', zone, progress.now);
  return {
    summary: `デモの案内 ${clock}`,
    card: {
      type: 'AdaptiveCard', version: '1.5', lang: 'ja',
      body: [
        text('デモの案内', { weight: 'Bolder' }),
        text(`デモの時計: ${clock}`),
        ...progress.sent.map((line) => text(line, { spacing: 'Small' })),
        ...adviceOf(progress).map((line) => text(line, { separator: true })),
      ],
      actions: [{ type: 'Action.Execute', verb: 'next', ...press, fallback: { type: 'Action.Submit', ...press } }],
    },
  };
}

/** What becomes of a guide card when a later one has come. */
export const pastGuide: Content = {
  summary: 'デモの時計が進みました', card: { type: 'AdaptiveCard', version: '1.5', lang: 'ja', body: [text('デモの時計が進みました。', { isSubtle: true })] },
};
