import { readFile } from 'node:fs/promises';
import { html, jsonForScript, trusted, type Html } from './html.ts';
import { HOST_CONFIG } from './hostConfig.ts';

const LIBRARIES = ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/dist/markdown-it.min.js'];

/** Runs in the page: each card's JSON stands beside its words, which the drawn card takes the place of. Buttons do nothing. */
const DRAW = `
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdownit().render(text); result.didProcess = true; };
for (const frame of document.querySelectorAll('.card')) {
  try {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(structuredClone(HOST));
    card.onExecuteAction = () => {};
    card.parse(JSON.parse(frame.querySelector('script').textContent));
    const drawn = card.render();
    if (drawn) frame.replaceChildren(drawn);
  } catch (problem) { console.error(problem); }
}
`;

/** The libraries and what draws, to stand at the page's end. */
export async function drawingScripts(): Promise<Html> {
  const sources = await Promise.all(LIBRARIES.map((path) => readFile(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8')));
  return html`${[...sources, `const HOST = ${jsonForScript(HOST_CONFIG).html};${DRAW}`].map((source) => html`<script>${inScript(source)}</script>
`)}`;
}

/** A library's own text may speak of `</script>`; in a string of JavaScript `<\/` is the same. */
const inScript = (source: string): Html => trusted(source.replace(/<(?=\/script|!--)/gi, '\\x3c'));
