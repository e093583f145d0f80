import { writeFileSync } from 'node:fs';
import { bookOf } from './book.ts';
import { readCards, readCatalogue, unsaid } from './read.ts';

/** Writes docs/phrasebook.md anew. */
const cards = readCards();
const left = unsaid(cards, readCatalogue());
const text = bookOf(cards, left);
writeFileSync(new URL('../../docs/phrasebook.md', import.meta.url), text);
console.log(`docs/phrasebook.md: ${cards.length} cards, ${left.length} sentences that no sample shows, ${Math.ceil(Buffer.byteLength(text) / 1000)} kB`);
