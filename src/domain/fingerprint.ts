/** 指紋: a short text that differs wherever the texts do (FNV-1a, 32 bits); to notice a change by, not to prove anything. */
export function fingerprint(...texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(texts)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
