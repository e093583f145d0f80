/** 二列: does each in order, several at once; gives what came of them in the order in which they were given. */
export async function inLanes<Given, Made>(lanes: number, given: readonly Given[], act: (each: Given) => Promise<Made>): Promise<readonly Made[]> {
  const made: Made[] = [];
  const waiting = given.entries();
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (const [n, each] of waiting) made[n] = await act(each);
  }));
  return made;
}
