/** 応対の過程: the service with its real HTTP endpoint, in one process that may be killed at any checkpoint. It looks at the clock after each answer. */
import { existsSync } from 'node:fs';
import { subscribe } from 'node:diagnostics_channel';
import { loadTemplates } from '../../src/adapters/templates.ts';
import { makeTeams } from '../../src/adapters/teams/teams.ts';
import { compose, type Parts } from '../../src/app.ts';
import { readConfig, teamsSettings } from '../../src/config.ts';
import type { Log } from '../../src/ports.ts';
import { watched } from './checkpoints.ts';
import { clockFrom } from './clock.ts';
import { fated } from './fate.ts';
import { ORDER, type Order } from './order.ts';
import { isToTeams, signing } from './signing.ts';
import { openStore } from './stores.ts';

const order = JSON.parse(process.env[ORDER] ?? '') as Order;
const read = readConfig({ MODE: 'local', PORT: '0', LOG_LEVEL: 'silent' });
if (!read.ok) throw new Error('the settings are not lawful');
const config = read.value;
const clock = clockFrom(order.now);
const { say, pass } = fated(order, clock);
let listening = false;
/** What is done before anybody can ask anything is not part of an answer. */
const passed = (label: string): void => { if (listening) pass(label); };
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const teams = makeTeams({ settings: teamsSettings(config), elapsed: clock.elapsed, log: silent, timeoutMillis: order.timeoutMillis });
let claims = 0;
const bare = await openStore(order.store); // people wait for it in real time
const parts: Parts = {
  config, wall: clock.wall, elapsed: clock.elapsed, templates: loadTemplates(), log: silent, nonce: () => `${order.number}-${(claims += 1)}`,
  store: watched(watched(bare, 'store', refuseWhileDown), 'store', passed),
  gateway: watched(teams.gateway, 'gateway', passed),
};
const bend = order.bent === undefined ? undefined : ((await import(order.bent)) as { readonly bend: (parts: Parts) => Parts }).bend;
const service = compose(bend?.(parts) ?? parts);
// What is sent once the answer is out goes past the parts: it is seen at the door.
subscribe('http.client.request.created', (message) => { if (isToTeams(message, order)) passed('before a request to Teams'); });
subscribe('http.client.response.finish', (message) => { if (isToTeams(message, order)) passed('after a request to Teams'); });

const server = await teams.serve({
  received: async (inbound) => {
    passed('before an answer');
    const answer = await service.desk.received(inbound);
    passed('after an answer');
    setImmediate(() => void service.tick().catch(() => undefined)); // as the loop does when it is woken
    return answer;
  },
}, { host: '127.0.0.1', port: 0, ready: async () => ({ ok: true, tickAgeSeconds: 0 }) });
signing(order, clock.now);
listening = true;
say('port', '', server.port);

/** A store that cannot be reached, for as long as somebody says so. @throws */
function refuseWhileDown(label: string): void {
  if (order.downFile !== undefined && label.startsWith('before') && existsSync(order.downFile)) throw new Error('the store cannot be reached');
}
