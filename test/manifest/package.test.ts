import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { contentsOf, type Contents } from '../../manifest/contents.ts';
import { fill } from '../../manifest/fill.ts';
import { appIdFor, readPackageSettings, type PackageSettings } from '../../manifest/settings.ts';
import { languageFaults, manifestFaults } from '../../manifest/validate.ts';
import { parseCommand } from '../../src/domain/command.ts';

const ROOT = join(import.meta.dirname, '../..');
const BOT = '1a2b3c4d-0000-4000-8000-123456789abc';

type Command = { readonly title: string; readonly description: string };
type List = { readonly triggers: readonly string[]; readonly scopes: readonly string[]; readonly commands: readonly Command[] };
type Manifest = {
  readonly id: string;
  readonly version: string;
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly developer: { readonly privacyUrl: string };
  readonly bots: readonly [{ readonly botId: string; readonly scopes: readonly string[]; readonly supportsFiles: boolean; readonly commandLists: readonly List[] }];
} & Readonly<Record<string, unknown>>;
type Language = Readonly<Record<string, string>>;

function made(env: Readonly<Record<string, string>> = {}, version = '1.2.3'): Contents {
  const contents = contentsOf(env, version);
  if (!contents.ok) throw new Error(contents.error.join('\n'));
  return contents.value;
}
const manifestOf = (contents: Contents) => contents.manifest as unknown as Manifest;
const commandsOf = (manifest: Manifest) => manifest.bots[0].commandLists.flatMap(({ commands }) => commands);

describe('the app package', () => {
  let contents: Contents;
  let manifest: Manifest;
  let english: Language;
  beforeAll(() => {
    contents = made({ MicrosoftAppId: BOT });
    manifest = manifestOf(contents);
    english = contents.english as Language;
  });

  it('is what the schemas of Teams ask for', () => {
    expect(manifestFaults(contents.manifest)).toEqual([]);
    expect(languageFaults(contents.english)).toEqual([]);
  });

  it('would be refused with a property that Teams does not know', () => {
    expect(manifestFaults({ ...contents.manifest as object, colour: '#1F4E79' })).toEqual([expect.stringContaining('colour')]);
    expect(languageFaults({ ...contents.english as object, 'bots[0].name': 'Torimatome' })).toEqual([expect.stringContaining('bots[0].name')]);
  });

  it('would be refused with a name too long', () => {
    expect(contentsOf({ TEAMS_APP_NAME: '取'.repeat(31) }, '1.2.3')).toEqual({ ok: false, error: [expect.stringMatching(/^manifest\.json: \/name\/short /)] });
    expect(contentsOf({ TEAMS_APP_NAME_EN: 'T'.repeat(31) }, '1.2.3')).toEqual({ ok: false, error: [expect.stringMatching(/^en\.json: \/name\.short /)] });
  });

  it('holds the settings and no open place', () => {
    expect(manifest.bots[0].botId).toBe(BOT);
    expect(manifest.version).toBe('1.2.3');
    expect(JSON.stringify(contents.manifest) + JSON.stringify(contents.english)).not.toMatch(/\$\{|\{\w+\}/);
  });

  it('asks for no permission, no domain and no file', () => {
    expect(manifest).toMatchObject({ permissions: [], validDomains: [] });
    expect(manifest.bots[0].supportsFiles).toBe(false);
    for (const name of ['authorization', 'webApplicationInfo', 'devicePermissions', 'staticTabs', 'configurableTabs']) expect(manifest).not.toHaveProperty(name);
  });

  it('works in teams, chats and personal chats, and in shared and private channels', () => {
    expect(manifest.bots[0].scopes.toSorted()).toEqual(['groupChat', 'personal', 'team']);
    expect(manifest).toMatchObject({ supportsChannelFeatures: 'tier1', localizationInfo: { defaultLanguageTag: 'ja' } });
  });

  it('offers the same commands in every scope, at most twelve, each once', () => {
    const lists = manifest.bots[0].commandLists;
    expect(lists.flatMap(({ scopes }) => scopes).toSorted()).toEqual(['groupChat', 'personal', 'team']);
    for (const { commands } of lists) {
      expect(commands).toEqual(lists[0]!.commands);
      expect(commands.length).toBeLessThanOrEqual(12);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
    }
  });

  it('offers commands by mention everywhere, and by slash where there is more than one person', () => {
    for (const { scopes, triggers } of manifest.bots[0].commandLists) expect(triggers).toEqual(scopes.includes('personal') ? ['mention'] : ['mention', 'slash']);
    expect(manifest.bots[0]).toHaveProperty('supportsTargetedMessages', true); // slash commands need it
  });

  it('offers no command that the bot does not understand, and the same one in both languages', () => {
    commandsOf(manifest).forEach(({ title }, n) => {
      const each = manifest.bots[0].commandLists[0]!.commands.length;
      const [list, command] = [Math.floor(n / each), n % each];
      const understood = parseCommand(title);
      expect(understood).toMatchObject({ kind: 'command', argument: '' });
      expect(parseCommand(english[`bots[0].commandLists[${list}].commands[${command}].title`]!)).toEqual(understood);
    });
    expect(commandsOf(manifest).length).toBeGreaterThanOrEqual(22);
  });

  it('says everything in English too, and nothing more', () => {
    const said = manifest.bots[0].commandLists.flatMap(({ commands }, list) =>
      commands.flatMap((command, n) => Object.keys(command).map((part) => `bots[0].commandLists[${list}].commands[${n}].${part}`)),
    );
    expect(Object.keys(english).toSorted()).toEqual(['$schema', 'name.short', 'name.full', 'description.short', 'description.full', ...said].toSorted());
    for (const [key, text] of Object.entries(english)) expect([key, text]).not.toEqual([key, '']);
  });

  it('keeps the app when it is packed again, and has another for another bot', () => {
    expect(manifestOf(made({ MicrosoftAppId: BOT.toUpperCase() })).id).toBe(manifest.id);
    expect(manifestOf(made({ MicrosoftAppId: BOT.replace('1a', '2b') })).id).not.toBe(manifest.id);
    expect(manifest.id).not.toBe(BOT);
    expect(appIdFor(BOT)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(manifestOf(made({ MicrosoftAppId: BOT, TEAMS_APP_ID: BOT })).id).toBe(BOT);
  });

  it('names the office as its settings say', () => {
    const ours = made({ TEAMS_APP_NAME: '幸区の取りまとめ', TEAMS_APP_NAME_EN: 'Saiwai', DEVELOPER_NAME: '幸区役所', DEVELOPER_URL: 'https://www.city.example.lg.jp/saiwai/', PRIVACY_URL: 'https://www.city.example.lg.jp/privacy' });
    expect(manifestOf(ours)).toMatchObject({
      name: { short: '幸区の取りまとめ' },
      developer: { name: '幸区役所', websiteUrl: 'https://www.city.example.lg.jp/saiwai/', privacyUrl: 'https://www.city.example.lg.jp/privacy', termsOfUseUrl: 'https://www.city.example.lg.jp/saiwai/' },
    });
    expect((ours.english as Language)['name.short']).toBe('Saiwai');
  });
});

describe('the settings of the package', () => {
  it.each([
    ['MicrosoftAppId', 'abc'],
    ['MicrosoftAppId', `${BOT}0`],
    ['MicrosoftAppId', '1a2b3c4d000040008000123456789abc'],
    ['TEAMS_APP_ID', 'torimatome'],
    ['DEVELOPER_URL', 'www.city.example.lg.jp'],
    ['PRIVACY_URL', 'http://www.city.example.lg.jp/'],
    ['TERMS_URL', 'javascript:alert(1)'],
  ])('are refused with %s=%s in a sentence that names it', (name, value) => {
    expect(readPackageSettings({ [name]: value }, '1.2.3')).toEqual({ ok: false, error: expect.arrayContaining([expect.stringMatching(`^${name} is .*expected`)]) });
  });

  it('are refused with all their faults at once', () => {
    const refused = readPackageSettings({ MicrosoftAppId: 'abc', TEAMS_APP_ID: 'def', TERMS_URL: 'ghi' }, '1.2.3');
    expect(!refused.ok && refused.error).toHaveLength(3);
  });

  it('may be left out: then the package is an example', () => {
    expect(readPackageSettings({ MicrosoftAppId: ' ' }, '1.2.3')).toEqual(readPackageSettings({}, '1.2.3'));
    expect(manifestFaults(made().manifest)).toEqual([]);
  });
});

describe('an open place of the manifest', () => {
  it('that is no setting is an error, and not left in', () => {
    expect(() => fill({ name: ['{toString}'] }, {} as PackageSettings)).toThrow('{toString}');
  });

  it('takes what a person wrote as it is', () => {
    const settings = { TEAMS_APP_NAME: '{VERSION} $& ${x}' } as PackageSettings;
    expect(fill(['{TEAMS_APP_NAME}', 1, null, true], settings)).toEqual(['{VERSION} $& ${x}', 1, null, true]);
  });
});

describe('the icons', () => {
  /** Width, height and kind of colour out of the first chunk of a PNG. */
  function headOf(png: Uint8Array) {
    const bytes = Buffer.from(png);
    expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), alpha: bytes.readUInt8(25) === 6 };
  }

  it('have the sizes that Teams asks for, and a ground that shows through the outline', () => {
    const { icons } = made();
    expect(headOf(icons.color)).toMatchObject({ width: 192, height: 192 });
    expect(headOf(icons.outline)).toEqual({ width: 32, height: 32, alpha: true });
  });
});

describe('npm run package', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'torimatome-package-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (out: string, env: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, [join(ROOT, 'manifest/package.ts'), out], { encoding: 'utf8', env: { ...process.env, ...env } });

  it('writes one zip with its files at the root', () => {
    const out = join(folder, 'new', 'torimatome.zip');
    expect(run(out, { MicrosoftAppId: BOT })).toMatchObject({ status: 0, stdout: expect.stringContaining(out) });
    const files = unzipSync(readFileSync(out));
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(manifestFaults(JSON.parse(strFromU8(files['manifest.json']!)) as never)).toEqual([]);
  });

  it('refuses a malformed MicrosoftAppId in words and writes nothing', () => {
    const out = join(folder, 'torimatome.zip');
    const { status, stderr } = run(out, { MicrosoftAppId: 'abc' });
    expect(status).toBe(1);
    expect(stderr).toBe(`MicrosoftAppId is "abc"; expected a GUID such as 1a2b3c4d-0000-4000-8000-123456789abc.\n${out} was not written.\n`);
    expect(existsSync(out)).toBe(false);
  });
});
