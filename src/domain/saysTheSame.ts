const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as text, its keys in order, a set as a list: the same thing stored and read is the same. */
export const inOneOrder = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Set) return [...(each as ReadonlySet<unknown>)];
    return isRecord(each) ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1))) : each;
  });

/** Whether two documents say the same, in whatever order their fields stand. */
export const saysTheSame = <T>(one: T, other: T): boolean => inOneOrder(one) === inOneOrder(other);
