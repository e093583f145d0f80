import type { Button } from './buttons.ts';

/** How a line is meant; the template decides how that looks. Never by colour alone: the words say it too. */
export type Look = 'plain' | 'strong' | 'subtle' | 'attention';
export type Line = { readonly text: string; readonly look: Look };
/** A name, its state in words with a symbol, and what else there is to say of it; `''` for nothing. `stacked`: under its name, over the whole width. */
export type Row = { readonly name: string; readonly state: string; readonly note: string; readonly look: Look; readonly stacked?: true };
export type Group = { readonly heading: string; readonly rows: readonly Row[] };
/** A drop-down; its choice is sent beside the button's data under `id`. */
export type Choice = { readonly id: string; readonly label: string; readonly value: string; readonly options: readonly Option[] };
/** One in which nothing may be chosen yet. `placeholder`: what it shows then. */
export type DropDown = Choice & { readonly placeholder: string };
export type Option = { readonly title: string; readonly value: string };

/** 再読込: for these people the client asks anew whenever the card comes before their eyes. An empty list: only when they ask for it; never no list, which is everybody. */
export type Refresh = { readonly data: Button['data']; readonly userIds: readonly string[] };

/** Common to all. `summary` is what the notification says, and what a client shows that cannot draw the card. */
type Frame<Name extends string> = {
  readonly card: Name;
  readonly lang: 'ja' | 'en';
  readonly summary: string;
  readonly title: string;
  readonly buttons: readonly Button[];
  readonly refresh?: Refresh;
};

/** 通知文: a few sentences and what to press. */
export type LetterView = Frame<'letter'> & { readonly lines: readonly Line[]; readonly choices: readonly DropDown[]; readonly after: readonly Line[] };

/** 照会: state and buttons, no inputs. */
export type AskView = Frame<'ask'> & { readonly lines: readonly Line[]; readonly state: Line; readonly after: readonly Line[] };

/** 一覧: rows of names and states under headings. */
export type ListView = Frame<'list'> & {
  readonly lines: readonly Line[];
  readonly groups: readonly Group[];
  readonly after: readonly Line[];
  readonly choices: readonly DropDown[];
};

/** One text box of a form. `earlier` is what stood there last time, above an empty box, with 「前回の文を写す」; `earlierLabel` alone says what the box opened with; `''` for none. */
export type Box = {
  readonly id: string;
  readonly label: string;
  readonly earlierLabel: string;
  readonly earlier: string;
  readonly copy: readonly Button[];
  readonly value: string;
  readonly placeholder: string;
};
/** A question to be answered by choosing: 進捗, 変わりなし. `multi` draws boxes to tick, which can be left empty again. */
export type Question = Choice & { readonly multi: boolean };

export type FormItem = {
  /** Unique on the card; ids of what can be shown and hidden begin with it. */
  readonly id: string;
  readonly heading: string;
  readonly title: string;
  /** The whole official text, behind 「本文を見る」; `''` if the heading has it all. */
  readonly official: string;
  readonly officialButton: string;
  readonly writer: string;
  readonly problems: readonly Line[];
  readonly earlier: readonly Line[];
  readonly questions: readonly Question[];
  readonly boxes: readonly Box[];
  /** What is only needed sometimes, behind one button; open, and without it, if anything stands in it or is needed or wrong. */
  readonly moreButton: string;
  readonly moreOpen: boolean;
  readonly more: readonly Box[];
  readonly rule: string;
};

/** One line to be typed. */
export type LastLine = { readonly id: string; readonly label: string; readonly value: string; readonly placeholder: string; readonly multiline: boolean };

/** 回答の画面. `findings`: what is pointed out or could not be done, with buttons of its own. */
export type FormView = Frame<'form'> & {
  readonly lines: readonly Line[];
  readonly problems: readonly Line[];
  readonly findings: readonly Line[];
  readonly findingButtons: readonly Button[];
  readonly items: readonly FormItem[];
  /** What else is asked, under all of them: 訂正の理由, 聞き取りの方法. */
  readonly lastly: readonly LastLine[];
  readonly after: readonly Line[];
};

/** One field of which there are two texts. */
export type ConflictItem = {
  readonly heading: string;
  readonly field: string;
  readonly savedLabel: string;
  readonly saved: string;
  readonly typedLabel: string;
  readonly typed: string;
};
export type ConflictView = Frame<'conflict'> & { readonly lines: readonly Line[]; readonly items: readonly ConflictItem[] };

/** 取りまとめ: under 1,000 characters in all. */
export type SummaryView = Frame<'summary'> & {
  readonly mark: string;
  readonly lines: readonly Line[];
  readonly figures: readonly Line[];
  readonly groups: readonly { readonly heading: string; readonly lines: readonly Line[] }[];
};

/** 回答の内容, and 取組の本文: texts under headings, to be read. */
export type ReadingView = Frame<'reading'> & {
  readonly lines: readonly Line[];
  readonly items: readonly { readonly heading: string; readonly state: string; readonly texts: readonly { readonly label: string; readonly text: string }[] }[];
  readonly after: readonly Line[];
};

/** 送付状況: what somebody has to see to, each with its next step; the rest in one line a kind. */
export type DeliveryView = Frame<'delivery'> & {
  readonly lines: readonly Line[];
  readonly groups: readonly DeliveryGroup[];
  readonly after: readonly Line[];
};
/** `next`: what to do about all of them. `more`: names for which there is no row. `''` for none. */
export type DeliveryGroup = {
  readonly heading: Line;
  readonly next: string;
  readonly rows: readonly { readonly name: string; readonly note: string; readonly look: Look }[];
  readonly more: string;
};

/** 任免: choices, days and what is pressed for them. `filtered`: found by typing. */
export type PostsView = Frame<'posts'> & {
  readonly lines: readonly Line[];
  readonly choices: readonly (DropDown & { readonly style: 'compact' | 'filtered' })[];
  readonly searches: readonly { readonly id: string; readonly label: string; readonly value: string; readonly button: Button }[];
  readonly days: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  readonly after: readonly Line[];
};

/** One initiative as it was submitted, with what there is to write about it. `''` for none. */
export type CheckItem = {
  /** Unique on the card; the id of what can be shown and hidden begins with it. */
  readonly id: string;
  readonly heading: string;
  readonly official: string;
  readonly officialButton: string;
  readonly state: string;
  readonly notes: readonly Line[];
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  readonly boxes: readonly { readonly id: string; readonly label: string; readonly value: string; readonly placeholder: string }[];
};
/** 確認の画面, and the form of 字句修正. `findings`: what was done, or why it was not, with buttons of its own. */
export type CheckView = Frame<'check'> & {
  readonly lines: readonly Line[];
  /** For the look of the box alone: the words say it too. */
  readonly findingsAre: 'done' | 'to-see-to';
  readonly findings: readonly Line[];
  readonly findingButtons: readonly Button[];
  readonly items: readonly CheckItem[];
  /** To the other pages. */
  readonly turns: readonly Button[];
  readonly after: readonly Line[];
};

/** What can be done with one thing: what to choose and write for it, and what to press. */
export type PanelBlock = {
  readonly choices: readonly DropDown[];
  readonly boxes: readonly { readonly id: string; readonly label: string; readonly value: string; readonly placeholder: string }[];
  readonly buttons: readonly Button[];
};
/** 所属の操作: rows of what is known of it, then one block for each thing that can be done with it. */
export type PanelView = Frame<'panel'> & { readonly lines: readonly Line[]; readonly groups: readonly Group[]; readonly blocks: readonly PanelBlock[]; readonly after: readonly Line[] };

/** 回の計画: what a round is made of; `looks` shows what follows from it, in `findings` and `groups`. */
export type PlanView = Frame<'plan'> & {
  readonly lines: readonly Line[];
  readonly choices: readonly DropDown[];
  readonly names: readonly { readonly id: string; readonly label: string; readonly value: string; readonly placeholder: string }[];
  readonly days: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  readonly looks: readonly Button[];
  readonly findings: readonly Line[];
  readonly groups: readonly Group[];
  readonly after: readonly Line[];
};

/** 取組・所属を直す: what is typed, chosen and given as a day. `multi` draws boxes to tick. */
export type RegisterView = Frame<'register'> & {
  readonly lines: readonly Line[];
  readonly texts: readonly LastLine[];
  readonly choices: readonly (DropDown & { readonly multi: boolean })[];
  readonly days: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  readonly after: readonly Line[];
};

/**
 * What each template of `cards/` binds; one view to a file. Everything is ready to show and always there (templating prints a missing
 * one as `${…}`), and is plain text: `draw` escapes what a client would read as Markdown.
 */
export type CardView = LetterView | AskView | ListView | FormView | ConflictView | SummaryView | ReadingView | DeliveryView | PostsView | CheckView | PanelView | PlanView | RegisterView;
export type TemplateName = CardView['card'];
