/** The latest of them, as many as there is room for; the latest first. */
export function latestFitting<Each>(all: readonly Each[], room: number, sizeOf: (each: Each) => number): readonly Each[] {
  let left = room;
  return all.toReversed().filter((each) => (left -= sizeOf(each)) >= 0);
}
