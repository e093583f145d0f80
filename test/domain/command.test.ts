import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALIASES, COMMANDS, parseCommand } from '../../src/domain/command.ts';

describe('a command', () => {
  it.each([
    ['/status', 'status', ''],
    ['／ｓｔａｔｕｓ', 'status', ''],
    ['STATUS', 'status', ''],
    ['状況', 'status', ''],
    ['/状況　総務課', 'status', '総務課'],
    ['  状況\u00a0\u200b総務課  ', 'status', '総務課'],
    ['/ 状況', 'status', ''],
    ['状況。', 'status', ''],
    ['未提出', 'missing', ''],
    ['とりまとめ', undefined, ''],
    ['履歴', 'history', ''],
    ['引継ぎ', 'history', ''],
    ['履歴　取組２', 'history', '取組2'],
    ['まとめ', 'summary', ''],
    ['取りまとめ', 'summary', ''],
    ['予定', 'rounds', ''],
    ['再依頼', 'remind', ''],
    ['投稿先', 'bind', ''],
    ['担当', 'people', ''],
    ['/people 総務課', 'people', '総務課'],
    ['送付状況', 'delivery', ''],
    ['/delivery 総務課', 'delivery', '総務課'],
    ['一時停止', 'pause', ''],
    ['再開', 'resume', ''],
    ['ﾍﾙﾌﾟ', 'help', ''],
    ['回答', 'report', ''],
    ['報告', 'report', ''],
  ] as const)('%s is understood as %s with %s', (text, name, argument) => {
    const said = parseCommand(text);
    if (name === undefined) expect(said.kind).toBe('unknown');
    else expect(said).toEqual({ kind: 'command', name, argument });
  });

  it.each(COMMANDS.flatMap((name) => ALIASES[name].flatMap((alias) => [alias, `/${alias}`, `／${alias}`].map((text) => [text, name] as const))))(
    '%s is one of the words for %s', (text, name) => { expect(parseCommand(text)).toMatchObject({ kind: 'command', name }); },
  );

  it('has no word that means two things', () => {
    const words = COMMANDS.flatMap((name) => ALIASES[name]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('a word that is no command', () => {
  it.each([
    ['じょうきよう', 'status'],
    ['状況は', 'status'],
    ['状況を教えて', 'status'],
    ['statsu', 'status'],
    ['helo', 'help'],
    ['そうふじょうきょう', 'delivery'],
    ['送付状況を見たい', 'delivery'],
    ['みていしゅつ', 'missing'],
    ['りれき', 'history'],
    ['ひきつぎ', 'history'],
    ['履歴を見たい', 'history'],
    ['たんとう', 'people'],
    ['担当者', 'people'],
    ['ヘルプお願いします', 'help'],
    ['23日に出します', undefined],
    ['ありがとうございました', undefined],
    ['', undefined],
    ['/', undefined],
  ] as const)('%s is answered with the nearest: %s', (text, near) => {
    expect(parseCommand(text)).toMatchObject({ kind: 'unknown', near });
  });

  it('never makes anything fail, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => ['command', 'unknown'].includes(parseCommand(text).kind)));
  });
});
