const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number | string): string => String(n).padStart(2, '0');

/** The days that some words name, as `MM-DD`: 「10月20日」, `20 October`, `October 20`. */
export const datesIn = (words: string): readonly string[] => [
  ...[...words.matchAll(/(\d+)月(\d+)日/g)].map(([, month = '', day = '']) => `${two(month)}-${two(day)}`),
  ...[...words.matchAll(/([A-Z][a-z]{2})[a-z]* (\d+)|(\d+) ([A-Z][a-z]{2})[a-z]*/g)].flatMap(([, before, dayAfter, dayBefore, after]) => {
    const month = MONTHS.indexOf(before ?? after ?? '') + 1;
    return month === 0 ? [] : [`${two(month)}-${two(dayAfter ?? dayBefore ?? '')}`];
  }),
];
