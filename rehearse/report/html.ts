/** Markup that is known to be sound: made by `html`, which escapes every text put into it, or by `trusted`. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly Html[] | undefined;

/** A template whose texts are escaped, so that no name of a unit and no word of a person can become markup. */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: literals.map((literal, at) => literal + soundly(parts[at])).join(''),
});

/** Markup from our own sources: a style sheet, a library. Never a text of somebody else's. */
export const trusted = (markup: string): Html => ({ html: markup });

export const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, (character) => (/\s/u.test(character) ? character : '\uFFFD')).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);

/** As the text of a `<script>`: neither `</script>` nor `<!--` can stand in it. */
export const jsonForScript = (value: unknown): Html => trusted(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));

function soundly(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map((each) => each.html).join('');
}

/** A page that fetches nothing from anywhere. */
export const page = ({ language, title, style, body }: { readonly language: 'ja' | 'en'; readonly title: string; readonly style: string; readonly body: Html }): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
