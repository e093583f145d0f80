/** 書き方の決まり: what no sentence may hold. `caught` shows it, `fine` is the nearest that is right. */
export type Rule = { readonly name: string; readonly never: RegExp; readonly caught: string; readonly fine: string };

const rule = (name: string, never: RegExp, caught: string, fine: string): Rule => ({ name, never, caught, fine });

/** Of Japanese sentences: 公用文 as the office writes it. */
export const JAPANESE_RULES: readonly Rule[] = [
  rule('speaks of no 督促', /督促|催促|取り立て/, '報告を督促します。', '報告の提出をお願いします。'),
  rule('praises nobody', /優秀|優良|素晴らし|すばらし|すごい|さすが|ありがとう|感謝|お疲れ|ご苦労|御苦労|お見事|立派|よくでき|頑張|がんば|おめでとう/, 'お疲れさまでした。', '受け付けました。'),
  rule('ranks nobody', /最下位|順位|ランキング|ワースト|トップ|[0-9]位|一番遅|他の所属より/, '15所属中14位です。', '代理の1番目にしました。'),
  rule('blames nobody', /怠|ミス|違反|過失|あなた|お前|注意力|忘れて|放置|だめ|いけません|なければなりません|べきです/, '提出を忘れています。', '提出期限を過ぎています。'),
  rule('hurries nobody', /至急|直ちに|ただちに|早急|厳守|必ず|いい加減|まだですか/, '至急提出してください。', '提出をお願いします。'),
  rule('commands nobody', /(しろ|せよ|しなさい|すること|のこと|ないこと)(。|$)/, '17:00までに提出すること。', '17:00までに提出をお願いします。'),
  rule('speaks of no エラー', /エラー|失敗|不正|無効|例外|異常|不具合|バグ|禁止/, '通信エラーです。', '届きませんでした。'),
  rule('has no pictures', /\p{Extended_Pictographic}|[♪★☆]|\(\^|笑/u, '受け付けました🎉', '■ 提出済み'),
  rule('writes numbers and letters in half width', /[０-９Ａ-Ｚａ-ｚ]/, '１７:00', '17:00'),
  rule('writes katakana in full width', /[\uff61-\uff9f]/, 'ﾁｬﾈﾙ', 'チャネル'),
  rule('writes brackets, question and exclamation marks in full width', /[()!?]|(?<![A-Za-z0-9]),|\.(?![A-Za-z0-9])/, '10月6日(火)', '10月6日（火）'),
  rule('keeps the colon for times', /(?<!\d):|:(?!\d\d)/, '提出期限: 10月20日', '提出期限　10月20日（火）17:00'),
  rule('quotes with 「」', /["'“”‘’]/, '“提出”を押してください。', '「提出」を押してください。'),
  rule('writes days as 「11月6日（金）」', /\d+[/／]\d+[/／]\d+|\d月\d+日\(|\d+月\d+日(?![（〈0-9現からままの、 　以付提。]|$)/, '2026/11/6', '11月6日（金）17:00'),
  rule('gives a time its weekday', /\d日 ?\d{1,2}:\d\d/, '11月6日17:00', '11月6日（金）17:00'),
  rule('writes hours as 「9:05」', /(?<!\d)0\d:\d\d|\d時\d|午[前後]\d/, '午後5時30分', '17:30'),
  rule('writes 問合せ', /問い合わせ|問合わせ|問い合せ/, 'お問い合わせください。', '問合せ先へ御連絡ください。'),
  rule('writes 差戻し for the noun and 差し戻す for the verb', /差し?もど|差戻[すさせ]|差戻し(ま|て)|差し戻し(?!ま|て|た)/, '差し戻しの理由', '差し戻しました。'),
  rule('writes 申出 for the noun and 申し出る for the verb', /申し出(?!る|て|ま|た|く|な|ら)|申出(る|て|ま)|お申出ください/, '訂正の申し出', '訂正を申し出てください。'),
  rule('writes 差替え for the noun and 差し替える for the verb', /差し替え(?!る|て|ま|た)|差替え(る|て|ま)|差換/, '差し替えの版', '差替えの版'),
  rule('writes 取組', /取り組み|取組み/, '取り組み3件', '取組3件'),
  rule('writes 公用文 words in kanji and in kana as it does', /下さい|出来る|出来ま|または|及ぶび|すべて|ご確認|ご連絡|ご回答|ご提出|ご記入|ご自分|ご本人|お手数お掛け|致します|頂く|頂き|為、|事が|無い|有り/, 'ご確認下さい。', '御確認ください。'),
  rule('says 所属長, whatever a head is called elsewhere', /(?<!総務)課長/, '課長へ提出', '所属長へ提出'),
  rule('leaves nothing of a program in it', /undefined|NaN|null|\[object|\$\{|Invalid/, 'undefined件', '3件'),
  rule('has no doubled or stranded marks', /。。|、、|、。|。、|（）|「」|　$|^　+$/, '提出期限（）', '提出期限（10月20日（火）17:00）'),
];

/** Of English sentences. */
export const ENGLISH_RULES: readonly Rule[] = [
  rule('praises nobody and thanks nobody for it', /\b(well done|great|excellent|congrat\w*|thanks?|good job|awesome)\b/i, 'Well done.', 'It has been received.'),
  rule('ranks nobody', /\b(best|worst|rank\w*|leader ?board)\b|\blast place\b/i, 'The worst unit', 'The lowest grade'),
  rule('blames nobody', /\b(failed to|forgot\w*|neglect\w*|your fault|wrong\w*|mistaken|violat\w*|careless)\b/i, 'You forgot to submit.', 'It has not been submitted.'),
  rule('hurries and commands nobody', /\b(must|immediately|asap|at once|urgent\w*|at the latest|have to|shall)\b/i, 'You must submit.', 'Please submit.'),
  rule('speaks of no errors', /\b(errors?|fail(ed|ure|s)?|invalid|illegal|forbidden|denied|abort\w*|exception)\b/i, 'Invalid input', 'It could not be saved.'),
  rule('has no pictures and does not exclaim', /\p{Extended_Pictographic}|!/u, 'Done!', '！ Not delivered'),
  rule('writes quotes and apostrophes as they are printed', /["']/, "last time's", 'last time’s'),
  rule('leaves nothing of a program in it', /undefined|NaN|null|\[object|\$\{|Invalid Date/, 'undefined items', '3 items'),
  rule('has no doubled or stranded marks', /\.\.(?!\.)|,,|,\.|\(\)|“”| $| [.,]/, 'due ()', 'due Tue 20 Oct, 17:00'),
];
