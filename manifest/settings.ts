import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../src/domain/result.ts';

/** What the manifest leaves open, by the names of the settings; each stands in it as `{NAME}`. */
export type PackageSettings = {
  readonly MicrosoftAppId: string;
  readonly TEAMS_APP_ID: string;
  /** Of package.json. */
  readonly VERSION: string;
  readonly TEAMS_APP_NAME: string;
  readonly TEAMS_APP_NAME_EN: string;
  readonly DEVELOPER_NAME: string;
  readonly DEVELOPER_URL: string;
  readonly PRIVACY_URL: string;
  readonly TERMS_URL: string;
};

export type Env = Readonly<Record<string, string | undefined>>;

/** Stands for a bot that nobody has registered yet: the package can be looked at, but Teams will not find a bot behind it. */
export const EXAMPLE_BOT_ID = '00000000-0000-4000-8000-000000000000';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the settings; what is left out gets a default. Each fault is a sentence that names the setting. */
export function readPackageSettings(env: Env, version: string): Result<PackageSettings, readonly string[]> {
  const given = (name: string, otherwise: string): string => env[name]?.trim() || otherwise;
  const bot = given('MicrosoftAppId', EXAMPLE_BOT_ID).toLowerCase();
  const site = given('DEVELOPER_URL', 'https://www.city.example.lg.jp/');
  const value: PackageSettings = {
    MicrosoftAppId: bot,
    TEAMS_APP_ID: given('TEAMS_APP_ID', appIdFor(bot)).toLowerCase(),
    VERSION: version,
    TEAMS_APP_NAME: given('TEAMS_APP_NAME', '取りまとめ'),
    TEAMS_APP_NAME_EN: given('TEAMS_APP_NAME_EN', 'Torimatome'),
    DEVELOPER_NAME: given('DEVELOPER_NAME', '取りまとめ'),
    DEVELOPER_URL: site,
    PRIVACY_URL: given('PRIVACY_URL', site),
    TERMS_URL: given('TERMS_URL', site),
  };
  const faults = [
    ...(['MicrosoftAppId', 'TEAMS_APP_ID'] as const).flatMap((name) => guidFault(name, value[name])),
    ...(['DEVELOPER_URL', 'PRIVACY_URL', 'TERMS_URL'] as const).flatMap((name) => urlFault(name, value[name])),
  ];
  return faults.length > 0 ? err(faults) : ok(value);
}

const guidFault = (name: string, id: string): readonly string[] =>
  GUID.test(id) ? [] : [`${name} is "${id}"; expected a GUID such as 1a2b3c4d-0000-4000-8000-123456789abc.`];

const urlFault = (name: string, url: string): readonly string[] =>
  URL.canParse(url) && new URL(url).protocol === 'https:' ? [] : [`${name} is "${url}"; expected an address that begins with https://.`];

/** Same bot, same app, so that a new package updates the one that is installed (a UUID of version 5). */
export function appIdFor(bot: string): string {
  const namespace = Buffer.from('c6e2a1f0a4d14f4c9d0b70726d617465', 'hex');
  const hash = createHash('sha1').update(namespace).update(bot).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
