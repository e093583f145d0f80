import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * 席: one Agents Playground (Microsoft's Teams stand-in) and the one person who sits at it. It has one personal chat, one group chat and one
 * team with General and one more channel; several people need several Playgrounds. What it does that Teams does not:
 * - It keeps no history. Each load of its page is told to the bot as an install of the personal chat; the group chat and the team
 *   follow when they are first clicked, the team once for all its channels. What was posted before the load is gone.
 * - A new post of the bot into a chat, or an edit of a form, empties what is being typed in that chat; an edit of another card does not.
 * - It has no dialogs, and its answers to a press other than a card stand in grey at the foot of that card and empty its inputs.
 */
export type Seat = {
  /** Wished for; if it is taken, the Playground takes another. */
  readonly port: number;
  /** Where the bot listens, e.g. `http://127.0.0.1:3978/api/messages`. */
  readonly botUrl: string;
  readonly person: { readonly objectId: string; readonly name: string };
  readonly groupChat: { readonly id: string; readonly name: string };
  readonly team: { readonly id: string; readonly name: string };
  readonly channel: { readonly id: string; readonly name: string };
};

export type Playground = {
  /** The page to open. */
  readonly url: string;
  /** Where the bot posts to, as it stands in every activity. */
  readonly serviceUrl: string;
  readonly personalChat: string;
  stop(): Promise<void>;
};

export const TENANT = '00000000-0000-4000-8000-0000000000aa';
export const BOT = { id: '00000000-0000-4000-8000-0000000000b0', name: '取りまとめ' } as const;

export const personalChatOf = (objectId: string): string => `personal-${objectId}`;

const someone = (id: string, name: string, objectId: string) => ({
  id, name, aadObjectId: objectId, userPrincipleName: `${id}@example.jp`, givenName: name, surname: name, email: `${id}@example.jp`,
});

/** The visitor: a person of the secretariat who answers for 総務課 as well. */
export const VISITOR = { objectId: '00000000-0000-4000-8000-000000000090', name: '山田 花子' } as const;

const OTHERS = ['佐藤 花子', '鈴木 一郎', '高橋 次郎', '田中 三郎', '伊藤 四郎'].map((name, n) =>
  someone(`user-${n + 1}`, name, `00000000-0000-4000-8000-0000000000c${n + 1}`));

/** Exactly five, else it refuses to start. The secretariat belongs to every chat: a chat without it is nobody's place by its name. */
const othersThan = ({ objectId }: Seat['person']): typeof OTHERS =>
  objectId === VISITOR.objectId ? OTHERS : [someone(`user-${VISITOR.objectId}`, VISITOR.name, VISITOR.objectId), ...OTHERS.slice(1)];

/** JSON is YAML too. */
const configOf = ({ person, groupChat, team, channel }: Seat): string =>
  JSON.stringify({
    version: '0.1.1', tenantId: TENANT, bot: BOT,
    currentUser: someone(`user-${person.objectId}`, person.name, person.objectId),
    users: othersThan(person),
    personalChat: { id: personalChatOf(person.objectId) },
    groupChat,
    team: { ...team, aadGroupId: '00000000-0000-4000-8000-0000000000d0', channels: [channel] },
  });

/** @throws with the Playground's own words if it does not come up. */
export async function startPlayground(seat: Seat): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'torimatome-playground-'));
  writeFileSync(join(folder, '.m365agentsplayground.yml'), configOf(seat));
  const entry = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const child = spawn(process.execPath, [entry, '-e', seat.botUrl, '-c', 'msteams', '-p', String(seat.port), '--dt'], {
    cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], detached: process.platform !== 'win32', env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
  });
  const clear = () => {
    killTree(child);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', clear);
  const stop = async (): Promise<void> => {
    process.off('exit', clear);
    killTree(child);
    if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
    clear();
  };
  const port = await portOf(child);
  if (port === undefined) {
    const why = reasonIn(folder);
    await stop();
    throw new Error(`Agents Playground did not start: ${why}`);
  }
  const url = `http://localhost:${port}/`;
  return { url, serviceUrl: `${url}_connector`, personalChat: personalChatOf(seat.person.objectId), stop };
}

/** Its own process group, so that nothing of it is left behind. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // already gone
  }
}

/** The port that it says it listens on; on one that is taken it looks for another by itself. `undefined` if it ends instead. */
async function portOf(child: ChildProcess): Promise<number | undefined> {
  return await new Promise((resolve) => {
    const late = setTimeout(() => { resolve(undefined); }, 30_000);
    const settle = (port: number | undefined) => { clearTimeout(late); resolve(port); };
    child.stdout?.on('data', (line: Buffer) => {
      const said = /Listening on (\d+)/.exec(line.toString());
      if (said !== null) settle(Number(said[1]));
    });
    child.once('exit', () => { settle(undefined); });
  });
}

function reasonIn(folder: string): string {
  try {
    return readFileSync(join(folder, 'devTools', 'm365agentsplayground.log'), 'utf8').trim().split('\n').at(-1) ?? '';
  } catch {
    return 'it wrote no log';
  }
}
