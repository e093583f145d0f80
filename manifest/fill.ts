import type { PackageSettings } from './settings.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Puts the settings in the place of `{NAME}` in every text. @throws on a name that is no setting. */
export function fill(json: Json, settings: PackageSettings): Json {
  if (typeof json === 'string') return fillText(json, settings);
  if (isList(json)) return json.map((each) => fill(each, settings));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, fill(value, settings)]));
}

const fillText = (text: string, settings: PackageSettings): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(settings, name)) throw new Error(`The manifest asks for {${name}}, which is no setting.`);
    return settings[name as keyof PackageSettings];
  });

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);
