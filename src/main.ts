/** The process: `.env` → config → parts → service; SIGTERM → drain. The only reader of `process.*` besides the office command. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { systemClock, elapsedClock, demoClock } from './adapters/clock.ts';
import { makeLog } from './adapters/log.ts';
import { faultInWords } from './adapters/office/faultInWords.ts';
import { readOfficeFolder } from './adapters/office/folder.ts';
import { openStore } from './adapters/store/openStore.ts';
import { loadTemplates } from './adapters/templates.ts';
import { makeTeams } from './adapters/teams/teams.ts';
import { compose } from './app.ts';
import { readConfig, storeSettings, teamsSettings } from './config.ts';
import { parseInstant } from './domain/instant.ts';
import { err, ok } from './domain/result.ts';
import { makeSettle, type ReadFolder } from './flows/settleOffices.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const read = readConfig(process.env);
if (!read.ok) {
  for (const { variable, expected } of read.error) process.stderr.write(`${variable}: expected ${expected}\n`);
  process.exit(2);
}
const config = read.value;
const log = makeLog(config.LOG_LEVEL);
const store = await openStore(storeSettings(config), { clock: elapsedClock });
const readFolder: ReadFolder = async (folder) => {
  const office = await readOfficeFolder(folder);
  return office.ok ? ok(office.value.office) : err(office.error.map((fault) => faultInWords(fault, 'ja')));
};
const startsAt = parseInstant(config.CLOCK_START ?? '');
const wall = startsAt.ok ? demoClock(startsAt.value) : systemClock;

await makeSettle({ store, log, wall, read: readFolder })(config.OFFICE, config.SECRETARIAT_IDS);

const teams = makeTeams({ settings: teamsSettings(config), elapsed: elapsedClock, log });
const service = compose({ config, store, wall, elapsed: elapsedClock, gateway: teams.gateway, templates: loadTemplates(), log, nonce: randomUUID });
const server = await teams.serve(service.desk, {
  host: config.HOST,
  port: config.PORT,
  ready: async () => {
    await store.ping();
    const tickAgeSeconds = service.tickAgeSeconds();
    return { ok: tickAgeSeconds < config.TICK_SECONDS * 3 + 30, tickAgeSeconds };
  },
});
service.start();
log.info('listening', { host: config.HOST, port: server.port, mode: config.MODE });

const stop = async (signal: string): Promise<void> => {
  log.info('stopping', { signal });
  await server.stop();
  await service.stop();
  store.close();
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
