/** What Teams reads as Markdown, or as an entity or mention, anywhere in a line. */
const SPECIAL = /[\\`*_[\]#|<>~]|&(?=#?\w+;)/g;

/**
 * Text that shows in a TextBlock as it was written: what would be read as Markdown, HTML or `<at>` is escaped, line breaks become
 * breaks that Markdown keeps, and blanks in front of a line stay blanks.
 */
export const asWritten = (text: string): string => text.replace(/\r\n?/g, '\n').split('\n').map(line).join('\n\n');

function line(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    // A client that does not know escapes would still see a link in `](`.
    .replaceAll('](', ']\\(')
    .replace(/^[ \t]+/, (blanks) => '\u00a0'.repeat(blanks.length))
    .replace(/^(\u00a0*)([-+=])/, '$1\\$2')
    .replace(/^(\u00a0*\d+)([.)])/, '$1\\$2');
}
