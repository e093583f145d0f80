import { dayOf, wallOf } from '../../domain/calendar.ts';
import type { Office } from '../../domain/office.ts';
import { unreachable } from '../../domain/result.ts';
import type { ShelfName } from '../../ports.ts';
import type { BackedUp, BackupFault } from './backUp.ts';
import { countedIn, FORMAT_VERSION, type Counts } from './backupFormat.ts';
import type { FileFault } from './readBackup.ts';
import type { Restored, RestoreFault } from './restore.ts';

const NAMES: Readonly<Record<ShelfName, string>> = {
  offices: '役所の登録', places: '投稿先', lives: '運用の状態', appointments: '職の記録', amendments: '回と登録の変更', people: '職員', homes: 'チームとチャットの役所', conducts: '回の運び', reports: '報告',
  outbox: '送付の記録', pendings: '選択を待つ文', forms: '回答の画面',
};

/** What was written, in words. */
export const backedUpInWords = (path: string, { counts, offices }: BackedUp): readonly string[] => [
  `${named(offices)}　${countedIn(counts)}件を${path}に書きました（${byKind(counts)}）。`,
  '実行を始める前に受け付けた回答は、全て入っています。職員の回答と氏名が入っているので、限られた人だけが読める場所に保管してください。',
];

export const restoredInWords = (path: string, { header, counts, already, offices }: Restored): readonly string[] => [
  `${named(offices)}　${writtenAt(header.at, offices)}に書いた${path}の${countedIn(counts)}件を戻しました（${byKind(counts)}）。`,
  ...(already === 0 ? [] : [`このうち${already}件は、前回の実行で戻していたものです。`]),
];

const named = (offices: readonly Office[]): string => offices.map(({ name }) => name).join('、');
const writtenAt = (at: Restored['header']['at'], offices: readonly Office[]): string => {
  const zone = offices[0]?.zone ?? 'utc';
  return `${dayOf(zone, at)} ${wallOf(zone, at)}`;
};
const byKind = (counts: Counts): string =>
  (Object.keys(NAMES) as readonly ShelfName[]).filter((shelf) => counts[shelf] !== undefined).map((shelf) => `${NAMES[shelf]}${counts[shelf] ?? 0}`).join('、');

export function backupFaultInWords(path: string, fault: BackupFault): string {
  switch (fault.kind) {
    case 'file-exists': return `${path}は、既にあります。別の名前を指定するか、置き換えるときは--overwriteを付けて実行してください。`;
    case 'nothing-to-back-up': return '保存先に役所が登録されていないため、バックアップを作りませんでした。STORE、SQLITE_PATHなどの設定を確かめてください。';
    case 'not-written': return `バックアップを作れませんでした（${fault.why}）。途中まで書いたファイルは、残していません。`;
    default: return unreachable(fault);
  }
}

const UNCHANGED = '保存先は変わっていません。';

export function restoreFaultInWords(path: string, fault: RestoreFault): string {
  switch (fault.kind) {
    case 'file-missing': return `${path}がありません。${UNCHANGED}`;
    case 'file-unreadable': return `${path}を読み取れません（${fault.why}）。${UNCHANGED}`;
    case 'damaged': return `${path}は、${damageInWords(fault.fault)}。${UNCHANGED}`;
    case 'register-missing': return `${path}には、役所「${fault.office}」の登録が入っていません。${UNCHANGED}`;
    case 'not-empty': return `保存先には、このファイルにない記録があります（${fault.partition}の${fault.id}）。空の保存先を設定してください。${UNCHANGED}`;
    case 'store-unreadable': return `保存先を読み取れません（${fault.why}）。${UNCHANGED}`;
    case 'broke-off':
      return `${fault.of}件のうち${fault.done}件を戻したところで、保存先に書けなくなりました（${fault.why}）。原因を除き、同じファイルで、もう一度実行してください。戻した記録が二重になることはありません。`;
    case 'not-alone':
      return `${fault.of}件のうち${fault.done}件を戻したところで、ほかのプロセスが保存先又は${path}に書いたため、止めました。サービスを止め、空の保存先を設定して、もう一度実行してください。`;
    default: return unreachable(fault);
  }
}

function damageInWords(fault: FileFault): string {
  if ('line' in fault) return `${fault.line}行目${lineInWords(fault)}`;
  switch (fault.kind) {
    case 'not-a-backup': return '取りまとめのバックアップではありません';
    case 'other-version': return `形式が版${fault.found}です。この取りまとめで読めるのは、版${FORMAT_VERSION}です`;
    case 'cut-short': return '途中で切れています';
    case 'altered': return '書いた後に、内容が変わっています';
    default: return unreachable(fault);
  }
}

function lineInWords(fault: Extract<FileFault, { readonly line: number }>): string {
  switch (fault.kind) {
    case 'after-the-end': return 'に、終わりの後の続きがあります';
    case 'no-document': return 'が、記録の形になっていません';
    case 'unknown-kind': return `の「${fault.found}」が、この取りまとめにない種類の記録です`;
    case 'not-understood': return `の記録を読み取れません（${fault.why}）`;
    case 'twice': return `の${fault.id}が、2回目です`;
    case 'out-of-order': return `の${fault.id}が、書いたときの順になっていません`;
    default: return unreachable(fault);
  }
}
