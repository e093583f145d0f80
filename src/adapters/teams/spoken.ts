import { z } from 'zod';

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the person said to the bot: without the mentions of the bot itself, however often; those of other people stay. */
export function spoken(text: string, entities: readonly unknown[], bot: { readonly id: string; readonly name?: string }): string {
  const ofBot = entities.flatMap((entity) => {
    const mention = Mention.safeParse(entity).data;
    return mention?.mentioned.id === bot.id ? [mention] : [];
  });
  const names = new Set([bot.name, ...ofBot.map((mention) => mention.mentioned.name)]);
  let rest = text;
  for (const { text: marked } of ofBot) if (marked) rest = rest.replaceAll(marked, ' ');
  for (const name of names) if (name) rest = rest.replace(new RegExp(`<at[^>]{0,40}>${escaped(name)}</at>`, 'g'), ' ');
  return rest
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\u00A0|&nbsp;/g, ' ')
    .replace(/\r\n?/g, '\n')
    .trim();
}
