import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asWritten } from '../../src/cards/markdown.ts';

const MarkdownIt = createRequire(import.meta.url)('markdown-it') as new () => { render(text: string): string };
const reader = new MarkdownIt();

/** What a reader sees: the text of the paragraphs, and whether there is anything but paragraphs. */
function seen(markdown: string): { readonly text: string; readonly tags: readonly string[] } {
  const html = reader.render(markdown);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/g)].map(([, tag]) => tag ?? '').filter((tag) => tag !== 'p');
  const paragraphs = [...html.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, inner]) => inner ?? '');
  const text = paragraphs.join('\n').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return { text, tags };
}

describe('text in a TextBlock', () => {
  it.each([
    ['emphasis', '**太字** _斜体_ *x* __y__'],
    ['a link', '[ここ](https://example.com)'],
    ['a picture', '![絵](https://example.com/a.png)'],
    ['a mention', '<at>全員</at>'],
    ['HTML', '<img src=x onerror=alert(1)><b>x</b>'],
    ['code', '`rm -rf` と ```x```'],
    ['a struck word', '~~消す~~'],
    ['a heading', '# 見出し'],
    ['a heading under a line', '見出し\n==='],
    ['a rule', '---'],
    ['a quotation', '> 引用'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['a list with hyphens', '- 一つ\n- 二つ'],
    ['a list with plus signs', '+ 一つ'],
    ['a list with asterisks', '* 一つ'],
    ['a numbered list', '1. 一つ\n2) 二つ'],
    ['an entity', '&lt;b&gt; &amp; &#35; &copy;'],
    ['a backslash', 'C:\\temp\\*'],
    ['a template', '${title} ${$root.x}'],
    ['an address in angle brackets', '<https://example.com>'],
    ['a year with a full stop', '令和8. 総務課'],
    ['plain words', '接遇研修を7月に2回実施し、職員18人が参加しました。（内線2100）'],
  ])('shows %s as it was written', (_, text) => { expect(seen(asWritten(text))).toEqual({ text, tags: [] }); });

  it('leaves ordinary sentences alone, so that a client that knows no escapes shows them too', () => {
    const sentence = '10月20日（火）17:00 - 総務課 (3件) 順調 ○ 1.5倍 50% A&B';
    expect(asWritten(sentence)).toBe(sentence);
  });
  it('keeps line breaks, of whatever kind', () => { expect(asWritten('一\n二\r\n三\r四')).toBe('一\n\n二\n\n三\n\n四'); });
  it('keeps the blanks in front of a line, which would make it code', () => { expect(asWritten('    四つ\n\t- 一つ')).toBe('\u00a0\u00a0\u00a0\u00a0四つ\n\n\u00a0\\- 一つ'); });
  it('makes no link even for a client that does not know escapes', () => { expect(asWritten('[a](b)')).not.toContain(']('); });

  it('shows any text of anybody as it was written', () => {
    const pieces = fc.constantFrom('a', '漢', ' ', '\\', '`', '*', '_', '{', '[', ']', '(', ')', '#', '+', '-', '.', '!', '|', '<', '>', '~', '&', '1', ';', '=', '$', '<at>', '](', '&lt;', '---');
    // Blanks at the edges of a line are not there to be seen.
    const line = fc.array(pieces, { maxLength: 12 }).map((all) => all.join('').trim().replace(/ +/g, ' ')).filter((text) => text !== '');
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      expect(seen(asWritten(lines.join('\n')))).toEqual({ text: lines.join('\n'), tags: [] });
    }), { numRuns: 500 });
  });
});
