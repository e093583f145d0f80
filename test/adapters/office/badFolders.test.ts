import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FAULT_KINDS, type Fault, type FaultKind } from '../../../src/adapters/office/fault.ts';
import { faultInWords } from '../../../src/adapters/office/faultInWords.ts';
import { readOfficeFolder } from '../../../src/adapters/office/folder.ts';
import { plusDays } from '../../../src/domain/calendar.ts';
import { day } from '../../fixtures/office.ts';
import { addColumn, cell, replace, set, withFolder, type Files } from '../../fixtures/folder.ts';

type Case = readonly [what: string, breakIt: (files: Files) => void, kind: FaultKind, sentence: string];

const csv = (files: Files, from: string, to: string): void => {
  files.register = replace(files.register as string, from, to);
};
const json = (files: Files, from: string, to: string): void => {
  files.office = replace(files.office, from, to);
};
const FIRST_ROUND = { id: 'q1', fiscalYear: 2026, kind: 'progress', name: '第1四半期報告', asOf: '2026-06-30', meetingOn: '2026-07-29' };
/** So many days on end. */
const closedFrom = (first: string, count: number): readonly string[] => Array.from({ length: count }, (_, at) => plusDays(day(first), at));
const MARK = { label: '順調', symbol: '○', definition: '予定どおり' };

/** The folder is good but for one thing; what is said of it is this sentence and no other. */
const CASES: readonly Case[] = [
  // files
  ['an empty office.json', (f) => { f.office = ''; }, 'empty-file', 'office.json：ファイルに内容がありません。'],
  ['an empty register', (f) => { f.register = ''; }, 'empty-file', 'register.csv：ファイルに内容がありません。'],
  ['a register of nothing but a byte order mark', (f) => { f.register = '\uFEFF'; }, 'empty-file', 'register.csv：ファイルに内容がありません。'],
  ['a register in UTF-16', (f) => { f.register = Buffer.from(f.register as string, 'utf16le'); }, 'bad-encoding', 'register.csv：文字コードを読み取れません。「CSV UTF-8」又はShift_JISで保存してください。'],
  ['a register of more than a megabyte', (f) => { f.register = `${f.register as string}${',,,,,,,\n'.repeat(130_000)}`; }, 'too-large', 'register.csv：ファイルが大きすぎます。1MBまでにしてください。'],
  ['a holidays file that is not there', (f) => { set(f, 'holidays', 'holidays.csv'); }, 'missing-file', 'holidays.csv：ファイルがありません。フォルダに入れてください。'],

  // office.json as JSON
  ['a comma left out', (f) => { json(f, '"name": "幸区役所",', '"name": "幸区役所"'); }, 'json-syntax', 'office.json 4行目 3文字目：「"policy":」の辺りの書き方がJSONの決まりに合いません。ここには「,」か「}」が必要です。'],
  ['a comma too many', (f) => { json(f, '"number": 4, "short": "環境と信頼" }', '"number": 4, "short": "環境と信頼" },'); }, 'json-syntax', 'office.json 13行目 3文字目：「]」の辺りの書き方がJSONの決まりに合いません。「,」「"」の過不足や、全角の記号がないか確かめてください。'],
  ['a full-width quotation mark', (f) => { json(f, '"language": "ja"', '"language": ”ja"'); }, 'json-syntax', 'office.json 6行目 15文字目：「”ja",」の辺りの書き方がJSONの決まりに合いません。「,」「"」の過不足や、全角の記号がないか確かめてください。'],
  ['a bracket left out at the end', (f) => { f.office = f.office.trimEnd().slice(0, -1); }, 'json-syntax', 'office.json 46行目 1文字目：ここまでの書き方がJSONの決まりに合いません。ここには「,」か「}」が必要です。'],
  ['a key given twice', (f) => { json(f, '"language": "ja"', '"language": "ja", "zone": "Asia/Tokyo"'); }, 'duplicate-key', 'office.json 6行目 zone：同じ項目が2回あります。どちらか一つにしてください。'],
  ['a list where an object belongs', (f) => { f.office = '[]'; }, 'wrong-type', 'office.json 1行目：「[]」は使えません。組（{…}）を入力してください。'],

  // office.json as a form
  ['a key with a slip of the pen', (f) => { json(f, '"language"', '"langage"'); }, 'unknown-key', 'office.json 6行目 langage：「langage」という項目はありません。「language」ではありませんか。'],
  ['a key of a round that does not exist', (f) => { set(f, 'rounds.1.remarks', 'x'); }, 'unknown-key', 'office.json 96行目 rounds[1].remarks：「remarks」という項目はありません。使える項目は id, fiscalYear, kind, name, asOf, meetingOn, forecast, trial, times です。'],
  ['no name', (f) => { set(f, 'name', undefined); }, 'missing-value', 'office.json 1行目 name：入力がありません。この項目は省略できません。'],
  ['a round without its as-of date', (f) => { set(f, 'rounds.1.asOf', undefined); }, 'missing-value', 'office.json 89行目 rounds[1].asOf：入力がありません。この項目は省略できません。'],
  ['a head without a section', (f) => { set(f, 'posts', [{ role: 'head', person: 'a@b.jp' }]); }, 'missing-value', 'office.json 65行目 posts[0].section：入力がありません。この項目は省略できません。'],
  ['a post with a role that does not exist', (f) => { set(f, 'posts', [{ role: 'haed', section: 'soumu', person: 'a@b.jp' }]); }, 'not-one-of', 'office.json 66行目 posts[0].role：「haed」は使えません。「secretariat」「head」「deputy」「reporter」のどれかを入力してください。「head」ではありませんか。'],
  ['a number as text', (f) => { json(f, '"fiscalYear": 2026, "kind": "midyear"', '"fiscalYear": "2026", "kind": "midyear"'); }, 'wrong-type', 'office.json 42行目 rounds[1].fiscalYear：「2026」は使えません。数を入力してください。'],
  ['text as a number', (f) => { set(f, 'name', 5); }, 'wrong-type', 'office.json 3行目 name：「5」は使えません。文字（"…"）を入力してください。'],
  ['half a day', (f) => { set(f, 'rounds.0.times', { ask: { days: 1.5 } }); }, 'wrong-type', 'office.json 90行目 rounds[0].times.ask.days：「1.5」は使えません。整数を入力してください。'],
  ['a kind of round that does not exist', (f) => { json(f, '"kind": "midyear"', '"kind": "midterm"'); }, 'not-one-of', 'office.json 42行目 rounds[1].kind：「midterm」は使えません。「progress」「light」「midyear」「yearend」のどれかを入力してください。'],
  ['a preset with a slip of the pen', (f) => { json(f, '"kawasaki5"', '"kawasaki4"'); }, 'not-one-of', 'office.json 21行目 scale.grade：「kawasaki4」は使えません。「kawasaki5」「abcd4」「symbol4」「binary」のどれかを入力してください。「kawasaki5」ではありませんか。'],
  ['a mark of an own scale without its words', (f) => { set(f, 'scale.progress', [{ ...MARK, id: 'a', label: '' }, { ...MARK, id: 'b' }]); }, 'empty-text', 'office.json 40行目 scale.progress[0].label：入力がありません。この項目は空にできません。'],
  ['days beyond measure', (f) => { set(f, 'rounds.0.times', { ask: { days: 61 } }); }, 'out-of-range', 'office.json 90行目 rounds[0].times.ask.days：「61」は使えません。60以下の整数を入力してください。'],
  ['days below nothing', (f) => { set(f, 'rounds.0.times', { summary: { days: -1 } }); }, 'out-of-range', 'office.json 90行目 rounds[0].times.summary.days：「-1」は使えません。0以上の整数を入力してください。'],
  ['no goals', (f) => { json(f, f.office.slice(f.office.indexOf('"goals": ['), f.office.indexOf('"secretariat"')), '"goals": [],\n  '); }, 'too-few', 'office.json 8行目 goals：1件以上必要です。'],
  ['nobody in the secretariat', (f) => { set(f, 'secretariat.people', []); }, 'too-few', 'office.json 30行目 secretariat.people：1件以上必要です。'],
  ['no rounds', (f) => { set(f, 'rounds', []); }, 'too-few', 'office.json 80行目 rounds：1件以上必要です。'],
  ['more hours than a day needs', (f) => { set(f, 'hours', Array.from({ length: 7 }, (_, at) => ({ from: `0${at}:00`, to: `0${at}:30` }))); }, 'too-many', 'office.json 47行目 hours：多すぎます。6件までにしてください。'],
  ['head confirmation of no kind', (f) => { json(f, '"headConfirmation": "when-registered"', '"headConfirmation": "yes"'); }, 'not-one-of', 'office.json 29行目 headConfirmation：「yes」は使えません。「required」「when-registered」「off」のどれかを入力してください。'],

  // single values
  ['an office id with a blank', (f) => { json(f, '"id": "saiwai"', '"id": "saiwai ku"'); }, 'bad-code', 'office.json 2行目 id：「saiwai ku」はコードに使えません。半角の英小文字、数字、-（ハイフン）で、英数字で始めて終わる短いものにしてください。'],
  ['a section code in Japanese', (f) => { cell(f, 4, 'initiative_code', '総務-03'); }, 'bad-code', 'register.csv 4行目 initiative_code列：「総務-03」はコードに使えません。半角の英小文字、数字、-（ハイフン）で、英数字で始めて終わる短いものにしてください。'],
  ['a round id that is the whole id', (f) => { set(f, 'rounds.1.id', 'FY2026-mid'); }, 'bad-code', 'office.json 90行目 rounds[1].id：「FY2026-mid」はコードに使えません。半角の英小文字、数字、-（ハイフン）で、英数字で始めて終わる短いものにしてください。'],
  ['a day that does not exist', (f) => { json(f, '"asOf": "2026-06-30"', '"asOf": "2026-06-31"'); }, 'bad-date', 'office.json 41行目 rounds[0].asOf：「2026-06-31」は日付として読めません。2026-04-01のように、実在する日を入力してください。'],
  ['30 February in the register', (f) => { addColumn(f, 'valid_from', 3, '2026-02-30'); }, 'bad-date', 'register.csv 3行目 valid_from列：「2026-02-30」は日付として読めません。2026-04-01のように、実在する日を入力してください。'],
  ['a time after midnight', (f) => { json(f, '"17:15"', '"24:15"'); }, 'bad-time', 'office.json 27行目 hours[1].to：「24:15」は時刻として読めません。09:00のように24時間で入力してください。'],
  ['a New Year closure that begins in a 13th month', (f) => { json(f, '"12-29"', '"13-29"'); }, 'bad-month-day', 'office.json 24行目 yearEnd.from：「13-29」は月日として読めません。12-29のように入力してください。'],
  ['a zone that does not exist', (f) => { json(f, 'Asia/Tokyo', 'Asia/Kawasaki'); }, 'bad-zone', 'office.json 5行目 zone：「Asia/Kawasaki」という時間帯はありません。Asia/Tokyoのように入力してください。'],
  ['a person by name', (f) => { set(f, 'secretariat.people', ['幸 太郎']); }, 'bad-person', 'office.json 31行目 secretariat.people[0]：「幸 太郎」は利用者を表していません。Entra IDのオブジェクトID、又はユーザー名（name@example.jp）を入力してください。'],
  ['a year of which nobody knows what it is', (f) => { addColumn(f, 'last_year', 3, '昨年'); }, 'bad-fiscal-year', 'register.csv 3行目 last_year列：「昨年」は年度として読めません。2025又は令和7年度のように入力してください。'],
  ['a result of a year that is not over', (f) => { addColumn(f, 'last_year', 3, '2026'); }, 'year-not-past', 'register.csv 3行目 last_year列：「2026」年度は、報告を行う2026年度より前ではありません。結果が出ている年度を入力してください。'],
  ['a confirmation that is neither yes nor no', (f) => { cell(f, 11, 'confirmed', '未定'); }, 'bad-yes-no', 'register.csv 11行目 confirmed列：「未定」は使えません。yes又はnoを入力してください。'],
  ['a holidays file elsewhere', (f) => { json(f, '"holidays": "jp"', '"holidays": "../secret.csv"'); }, 'bad-file-name', 'office.json 22行目 holidays：「../secret.csv」は使えません。jp、none、又はこのフォルダにあるCSVファイルの名前を入力してください。'],
  ['nobody to ask', (f) => { json(f, '"企画課 企画担当"', '"　"'); }, 'empty-text', 'office.json 16行目 secretariat.contact：入力がありません。この項目は空にできません。'],
  ['no extension', (f) => { json(f, '"内線2100"', '""'); }, 'empty-text', 'office.json 17行目 secretariat.extension：入力がありません。この項目は空にできません。'],
  ['a title of 41 characters', (f) => { cell(f, 5, 'title', 'あ'.repeat(41)); }, 'too-long', 'register.csv 5行目 title列：41文字あります。40文字までにしてください。'],
  ['an official text of 1001 characters', (f) => { addColumn(f, 'official_text', 5, '𠮷'.repeat(1001)); }, 'too-long', 'register.csv 5行目 official_text列：1001文字あります。1000文字までにしてください。'],
  ['a control character in a title', (f) => { cell(f, 5, 'title', '対話\u0007の力'); }, 'control-character', 'register.csv 5行目 title列：目に見えない文字（U+0007）が入っています。消して入力し直してください。'],
  ['a mark that turns the writing direction', (f) => { cell(f, 5, 'title', '対話\u202Eの力'); }, 'control-character', 'register.csv 5行目 title列：目に見えない文字（U+202E）が入っています。消して入力し直してください。'],
  ['half a character in a name', (f) => { json(f, '"幸区役所"', '"幸\\ud800区役所"'); }, 'control-character', 'office.json 3行目 name：目に見えない文字（U+D800）が入っています。消して入力し直してください。'],

  // register.csv as a table
  ['a quotation mark that is not closed', (f) => { cell(f, 5, 'title', '"対話'); }, 'csv-quote', 'register.csv 43行目：引用符（"）の組合せが合いません。セルの始めと終わりの「"」を確かめてください。'],
  ['a quotation mark within a cell', (f) => { cell(f, 5, 'title', '対"話'); }, 'csv-quote', 'register.csv 5行目：引用符（"）の組合せが合いません。セルの始めと終わりの「"」を確かめてください。'],
  ['a comma in a text', (f) => { cell(f, 5, 'description', '地域,庁内'); }, 'wrong-cell-count', 'register.csv 5行目：セルが9個あります。見出しと同じ8個にしてください。文章に「,」がある場合は、セル全体を「"」で囲んでください。'],
  ['a word beyond the last column', (f) => { csv(f, 'yes\n', 'yes,,覚書\n'); }, 'wrong-cell-count', 'register.csv 2行目：セルが10個あります。見出しと同じ8個にしてください。文章に「,」がある場合は、セル全体を「"」で囲んでください。'],
  ['a row that ends early', (f) => { csv(f, '最初の受け答えから担当へ確実につなぐ。,1;2,窓口応対,yes', '最初の受け答えから担当へ確実につなぐ。'); }, 'wrong-cell-count', 'register.csv 2行目：セルが5個あります。見出しと同じ8個にしてください。文章に「,」がある場合は、セル全体を「"」で囲んでください。'],
  ['a column left out', (f) => { f.register = (f.register as string).split('\n').map((line) => line.split(',').filter((_, at) => at !== 6).join(',')).join('\n'); }, 'missing-column', 'register.csv 1行目 category列：見出しの行に「category」がありません。1行目に見出しを入れ、「,」で区切ったCSVで保存してください。'],
  ['a column with a slip of the pen', (f) => { addColumn(f, 'offical_text', 2, ''); }, 'unknown-column', 'register.csv 1行目 offical_text列：「offical_text」という見出しは使えません。「official_text」ではありませんか。不要な列は削除してください。'],
  ['a column given twice', (f) => { addColumn(f, 'title', 2, ''); }, 'duplicate-column', 'register.csv 1行目 title列：「title」という見出しが2つあります。どちらかを削除してください。'],
  ['a header and nothing else', (f) => { f.register = `${(f.register as string).split('\n')[0]!}\n,,,,,,,\n`; }, 'no-rows', 'register.csv：見出しの下に取組がありません。2行目から入力してください。'],
  ['no title', (f) => { cell(f, 5, 'title', '　'); }, 'missing-cell', 'register.csv 5行目 title列：入力がありません。この列は空欄にできません。'],
  ['no section code', (f) => { cell(f, 5, 'section_code', ''); }, 'missing-cell', 'register.csv 5行目 section_code列：入力がありません。この列は空欄にできません。'],
  ['neither description nor official text', (f) => { cell(f, 5, 'description', ''); }, 'missing-cell', 'register.csv 5行目 description列：入力がありません。この列は空欄にできません。'],
  ['no goal', (f) => { cell(f, 5, 'goals', ';'); }, 'missing-cell', 'register.csv 5行目 goals列：入力がありません。この列は空欄にできません。'],
  ['a goal that the office does not have', (f) => { cell(f, 12, 'goals', '2;5'); }, 'unknown-goal', 'register.csv 12行目 goals列：「5」は目標の番号にありません。1から4のどれかを;で区切って入力してください。'],
  ['a goal in a gap of the office’s goals', (f) => { json(f, '{ "number": 4,', '{ "number": 6,'); f.register = (f.register as string).replaceAll(/,(?:[123];)*4,|,1;3;4,/gu, ',1,'); cell(f, 12, 'goals', '5'); }, 'unknown-goal', 'register.csv 12行目 goals列：「5」は目標の番号にありません。1、2、3、6のどれかを;で区切って入力してください。'],
  ['two initiatives with one code', (f) => { cell(f, 7, 'initiative_code', 'soumu-01'); }, 'duplicate-code', 'register.csv 7行目 initiative_code列：「soumu-01」は2行目にもあります。取組のコードは、ほかと違うものにしてください。'],
  ['one section with two names', (f) => { cell(f, 4, 'section_name', '総務'); }, 'section-name-differs', 'register.csv 4行目 section_name列：「総務」は、2行目の「総務課」と違います。同じsection_codeには同じ名前を入力してください。'],
  ['two sections with names that read the same', (f) => { f.register = (f.register as string).replaceAll('衛生課', '総 務課'); }, 'duplicate-name', 'register.csv 38行目 section_name列：「総 務課」は、所属「soumu」の名前と同じです。投稿先を名前で探すため、違う名前にしてください。'],
  ['a valid span turned round', (f) => { addColumn(f, 'valid_from', 3, '2026-10-01'); addColumn(f, 'valid_to', 3, '2026-09-30'); }, 'span-reversed', 'register.csv 3行目 valid_to列：「2026-09-30」は、始まりの「2026-10-01」より後になっていません。'],

  // one thing against another
  ['a secretariat that is no section', (f) => { json(f, '"section": "kikaku"', '"section": "kikakuka"'); }, 'unknown-section', 'office.json 15行目 secretariat.section：「kikakuka」という所属はregister.csvにありません。section_code列にあるコードを入力してください。'],
  ['a post in a section that does not exist', (f) => { set(f, 'posts', [{ role: 'head', section: 'soumuka', person: 'a@b.jp' }]); }, 'unknown-section', 'office.json 67行目 posts[0].section：「soumuka」という所属はregister.csvにありません。section_code列にあるコードを入力してください。'],
  ['a place of a section that does not exist', (f) => { json(f, '"hogo1-2": [', '"hogo": ['); }, 'unknown-section', 'office.json 35行目 places.hogo：「hogo」という所属はregister.csvにありません。section_code列にあるコードを入力してください。'],
  ['an ongoing category that no initiative has', (f) => { json(f, '"電話応対"', '"電話"'); }, 'unknown-category', 'office.json 32行目 ongoingCategories[1]：「電話」という分類の取組はありません。「窓口応対」「苦情・要望対応」「環境整備」「地域連携」「危機管理」「情報提供・広報」「庁内連携・情報共有」「人材育成」「個人情報・正確な事務」「電話応対」のどれかを入力してください。'],
  ['a channel named as the meeting', (f) => { json(f, '"地域ケア"', '"区部長 会議"'); }, 'duplicate-name', 'office.json 20行目 meeting.name：「区部長会議」は、所属「chiiki-care」の名前と同じです。投稿先を名前で探すため、違う名前にしてください。'],
  ['a goal given twice', (f) => { json(f, '{ "number": 2,', '{ "number": 1,'); json(f, '{ "number": 4,', '{ "number": 2,'); json(f, '"short": "環境と信頼" }', '"short": "環境と信頼" }, { "number": 4, "short": "x" }'); }, 'duplicate-goal', 'office.json 10行目 goals[1].number：目標の番号「1」が2回あります。番号は一つずつにしてください。'],
  ['a mark given twice', (f) => { set(f, 'scale.progress', [{ ...MARK, id: 'a' }, { ...MARK, id: 'a' }]); }, 'duplicate-mark', 'office.json 49行目 scale.progress[1].id：区分のid「a」が2回あります。idは一つずつにしてください。'],
  ['hours that end before they begin', (f) => { json(f, '"from": "13:00", "to": "17:15"', '"from": "17:15", "to": "13:00"'); }, 'span-reversed', 'office.json 27行目 hours[1].to：「13:00」は、始まりの「17:15」より後になっていません。'],
  ['hours of no length', (f) => { json(f, '"from": "13:00", "to": "17:15"', '"from": "13:00", "to": "13:00"'); }, 'span-reversed', 'office.json 27行目 hours[1].to：「13:00」は、始まりの「13:00」より後になっていません。'],
  ['hours that overlap', (f) => { json(f, '"from": "13:00"', '"from": "11:59"'); }, 'hours-overlap', 'office.json 27行目 hours[1]：「11:59–17:15」は、ほかの時間帯と重なっています。'],
  ['a post that ends before it begins', (f) => { set(f, 'posts', [{ role: 'secretariat', person: 'a@b.jp', from: '2026-04-02', to: '2026-04-01' }]); }, 'span-reversed', 'office.json 69行目 posts[0].to：「2026-04-01」は、始まりの「2026-04-02」より後になっていません。'],
  ['a New Year closure of a whole year', (f) => { json(f, '{ "from": "12-29", "to": "01-03" }', '{ "from": "01-01", "to": "12-31" }'); }, 'year-end-too-long', 'office.json 24行目 yearEnd：年末年始の閉庁が長すぎます。31日までにしてください。'],
  ['a New Year closure of 32 days', (f) => { json(f, '{ "from": "12-29", "to": "01-03" }', '{ "from": "12-15", "to": "01-15" }'); }, 'year-end-too-long', 'office.json 24行目 yearEnd：年末年始の閉庁が長すぎます。31日までにしてください。'],
  ['a year of 121 closed days together with its holidays', (f) => { set(f, 'closedDays', [...closedFrom('2027-05-06', 74), ...closedFrom('2027-08-12', 30)]); }, 'too-many-closed-days', 'office.json 42行目 closedDays：2027年の閉庁日が多すぎます。祝日と合わせて120日までにしてください。土日は入力しなくても閉庁日になります。'],
  ['a year that is nearly all closed', (f) => { set(f, 'holidays', 'none'); set(f, 'closedDays', closedFrom('2027-08-01', 121)); }, 'too-many-closed-days', 'office.json 42行目 closedDays：2027年の閉庁日が多すぎます。祝日と合わせて120日までにしてください。土日は入力しなくても閉庁日になります。'],
  ['a holidays file without the second year in use', (f) => { set(f, 'holidays', 'holidays.csv'); f.more['holidays.csv'] = '日付,名称\n2026/10/12,スポーツの日\n'; }, 'holidays-year-missing', 'holidays.csv：2027年の祝日がありません。内閣府が公表する「国民の祝日」から、2027年の分を追加してください。'],
  ['a holidays file with a day that does not exist', (f) => { set(f, 'holidays', 'holidays.csv'); f.more['holidays.csv'] = '2026/10/12,スポーツの日\n2027/2/30,x\n2027/1/1,元日\n'; }, 'bad-date', 'holidays.csv 2行目：「2027/2/30」は日付として読めません。2026-04-01のように、実在する日を入力してください。'],

  // rounds
  ['two rounds with one id', (f) => { json(f, '"id": "mid"', '"id": "q1"'); }, 'duplicate-round', 'office.json 42行目 rounds[1].id：「FY2026-q1」という回が既にあります。年度の中で違うidにしてください。'],
  ['two rounds with one meeting', (f) => { set(f, 'rounds.1', { ...FIRST_ROUND, id: 'again', name: '再報告' }); }, 'same-meeting', 'office.json 95行目 rounds[1].meetingOn：会議の日「2026-07-29」が「第1四半期報告」と同じです。回ごとに違う日にしてください。'],
  ['a meeting on a Saturday', (f) => { json(f, '2026-10-28', '2026-10-31'); }, 'meeting-closed', 'office.json 42行目 rounds[1].meetingOn：会議の日「2026-10-31」は閉庁日です。開庁日にしてください。'],
  ['a meeting on a holiday', (f) => { json(f, '2026-10-28', '2026-11-03'); }, 'meeting-closed', 'office.json 42行目 rounds[1].meetingOn：会議の日「2026-11-03」は閉庁日です。開庁日にしてください。'],
  ['a meeting on a day of the office’s own list', (f) => { set(f, 'closedDays', ['2026-10-28']); }, 'meeting-closed', 'office.json 97行目 rounds[1].meetingOn：会議の日「2026-10-28」は閉庁日です。開庁日にしてください。'],
  ['a meeting in the New Year closure', (f) => { json(f, '2027-02-03', '2026-12-29'); json(f, '2026-12-31', '2026-11-30'); }, 'meeting-closed', 'office.json 43行目 rounds[2].meetingOn：会議の日「2026-12-29」は閉庁日です。開庁日にしてください。'],
  ['a meeting before the as-of date', (f) => { json(f, ', "forecast": true', ''); }, 'as-of-after-meeting', 'office.json 44行目 rounds[3].asOf：基準日「2027-03-31」が会議の日「2027-03-17」より後です。見込みで報告する回は「"forecast": true」にしてください。'],
  ['an as-of date of the year before', (f) => { json(f, '2026-06-30', '2026-03-31'); }, 'as-of-outside-year', 'office.json 41行目 rounds[0].asOf：基準日「2026-03-31」は2026年度（2026-04-01から2027-03-31まで）の日ではありません。'],
  ['a year that begins with a light round', (f) => { json(f, '"kind": "progress"', '"kind": "light"'); }, 'light-first', 'office.json 41行目 rounds[0].kind：年度の最初の回は「light」（変わりがあった取組だけを聞く回）にできません。progress又はmidyearにしてください。'],
  ['a due date before the ask', (f) => { set(f, 'rounds.1.times', { due: { days: 16 } }); }, 'steps-out-of-order', 'office.json 96行目 rounds[1].times：「ask」が「due」より後になります。会議から遡る日数（days）は、ask、due、headDue、check、freeze、summaryの順に小さくしてください。'],
  ['a due date at the hour of 資料確定', (f) => { set(f, 'rounds.1.times', { due: { days: 2 }, headDue: { days: 2 }, check: { days: 2, at: '17:00' } }); }, 'steps-out-of-order', 'office.json 96行目 rounds[1].times：「due」が「freeze」より後になります。会議から遡る日数（days）は、ask、due、headDue、check、freeze、summaryの順に小さくしてください。'],
  ['a summary before 資料確定', (f) => { set(f, 'rounds.1.times', { summary: { days: 2 } }); }, 'steps-out-of-order', 'office.json 96行目 rounds[1].times：「freeze」が「summary」より後になります。会議から遡る日数（days）は、ask、due、headDue、check、freeze、summaryの順に小さくしてください。'],
  ['an as-of date on the day of the meeting', (f) => { json(f, '2026-09-30', '2026-10-28'); }, 'ask-after-due', 'office.json 42行目 rounds[1].asOf：基準日「2026-10-28」の翌開庁日より前には照会しないため、会議の日「2026-10-28」では照会の前に提出期限が来ます。会議を後にするか、見込みで報告する回（"forecast": true）にしてください。'],
  ['an ask at the very moment of the due date', (f) => { set(f, 'rounds.1.asOf', '2026-10-19'); set(f, 'rounds.1.times', { ask: { at: '17:00' } }); }, 'ask-after-due', 'office.json 94行目 rounds[1].asOf：基準日「2026-10-19」の翌開庁日より前には照会しないため、会議の日「2026-10-28」では照会の前に提出期限が来ます。会議を後にするか、見込みで報告する回（"forecast": true）にしてください。'],
  ['two お知らせ of a round on one day', (f) => { set(f, 'rounds.1.times', { reminders: [{ days: 2, at: '10:00' }, { days: 0, at: '10:00' }, { days: 2, at: '15:00' }] }); }, 'same-reminder', 'office.json 107行目 rounds[1].times.reminders[2].days：提出期限の2開庁日前のお知らせが、「reminders[0]」にもあります。お知らせは一日に一つです。どちらかのdaysを変えるか、削除してください。'],
  ['two お知らせ on the day of the due date', (f) => { set(f, 'rounds.1.times', { reminders: [{ days: 0, at: '10:00' }, { days: 0, at: '15:00' }] }); }, 'same-reminder', 'office.json 103行目 rounds[1].times.reminders[1].days：提出期限の日のお知らせが、「reminders[0]」にもあります。お知らせは一日に一つです。どちらかのdaysを変えるか、削除してください。'],
  ['an as-of date too close to the meeting', (f) => { json(f, '2026-09-30', '2026-10-20'); }, 'ask-after-due', 'office.json 42行目 rounds[1].asOf：基準日「2026-10-20」の翌開庁日より前には照会しないため、会議の日「2026-10-28」では照会の前に提出期限が来ます。会議を後にするか、見込みで報告する回（"forecast": true）にしてください。'],
];

/** Lines of `office.json` are found anew: the line named is one that has the last key of the path, or opens what lacks it. */
async function expectKeyOnItsLine(dir: string, { file, kind, row, column }: Fault): Promise<void> {
  if (file !== 'office.json' || row === undefined || column === undefined || kind === 'json-syntax') return;
  const line = (await readFile(join(dir, file), 'utf8')).split('\n')[row - 1]!;
  const key = column.split('.').at(-1)!.replace(/\[\d+\]/u, '');
  expect(line.includes(`"${key}"`) || /[[{]\s*$/u.test(line) || column.endsWith(']')).toBe(true);
}

describe('a faulty office folder', () => {
  it.each(CASES)('with %s says so in one sentence', async (_what, breakIt, kind, sentence) => {
    await withFolder(breakIt, async (dir) => {
      const read = await readOfficeFolder(dir);
      const faults = read.ok ? [] : read.error;
      expect(faults.map((fault) => faultInWords(fault, 'ja'))).toEqual([sentence]);
      expect(faults.map((fault) => fault.kind)).toEqual([kind]);
      await expectKeyOnItsLine(dir, faults[0]!);
      expect(faultInWords(faults[0]!, 'en')).not.toMatch(/ください|です。|undefined/u);
    });
  });

  it('has a case here, or a warning, for every kind of fault but a missing folder and a file that may not be read', () => {
    const shown = new Set<string>([...CASES.map(([, , kind]) => kind), 'section-empty', 'grade-unknown', 'month-edge', 'year-end', 'outside-hours', 'holidays-unknown']);
    expect(FAULT_KINDS.filter((kind) => !shown.has(kind))).toEqual(['missing-directory', 'unreadable-file']);
  });
});
