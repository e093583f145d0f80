/** What is pressed to answer for a unit, as an old card may name it too; whatever cannot be read is taken for it, for most cards are of that kind. */
const ELSEWHERE = /^(board|rounds|register|summary|direction|delivery|check|rewords|people|office|place|history)\.|^(confirm|accept|send-back|reword|reword-save|pause)$/;

export function isAnswering(data: unknown): boolean {
  const named = typeof data === 'object' && data !== null && 'do' in data ? data.do : undefined;
  return typeof named !== 'string' || !ELSEWHERE.test(named);
}
