/** The first word of a line: names of rounds and of the meeting are written small inside a sentence. */
export const begun = (line: string): string => `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
