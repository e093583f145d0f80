/** The process: `.env` → config → parts → service; SIGTERM → drain. The only reader of `process.*` besides the office command. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { systemClock, elapsedClock, demoClock } from './adapters/clock.ts';
import { makeLog } from './adapters/log.ts';
import { makeMetrics } from './adapters/metrics.ts';
import { serveMetrics } from './adapters/metricsServer.ts';
import { faultInWords } from './adapters/office/faultInWords.ts';
import { readOfficeFolder } from './adapters/office/folder.ts';
import { meteredStore } from './adapters/store/metered.ts';
import { openStore } from './adapters/store/openStore.ts';
import { loadTemplates } from './adapters/templates.ts';
import { makeTeams } from './adapters/teams/teams.ts';
import { compose } from './app.ts';
import { readConfig, storeSettings, teamsSettings } from './config.ts';
import { parseInstant } from './domain/instant.ts';
import { err, ok } from './domain/result.ts';
import { makeSettle, type ReadFolder } from './flows/settleOffices.ts';
import { makeStopping } from './stopping.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const read = readConfig(process.env);
if (!read.ok) {
  for (const { variable, expected } of read.error) process.stderr.write(`${variable}: expected ${expected}\n`);
  process.exit(2);
}
const config = read.value;
const log = makeLog(config.LOG_LEVEL);
const { meter, text } = makeMetrics();
const store = meteredStore(await openStore(storeSettings(config), { clock: elapsedClock, onCharge: (units) => { meter.charged(units); } }), meter);
const readFolder: ReadFolder = async (folder) => {
  const office = await readOfficeFolder(folder);
  return office.ok ? ok(office.value.office) : err(office.error.map((fault) => faultInWords(fault, 'ja')));
};
const startsAt = parseInstant(config.CLOCK_START ?? '');
const wall = startsAt.ok ? demoClock(startsAt.value) : systemClock;

await makeSettle({ store, log, wall, read: readFolder })(config.OFFICE, config.SECRETARIAT_IDS);

const teams = makeTeams({ settings: teamsSettings(config), elapsed: elapsedClock, log, meter });
const service = compose({ config, store, wall, elapsed: elapsedClock, gateway: teams.gateway, templates: loadTemplates(), log, nonce: randomUUID, meter });
const metrics = (): Promise<string> => text({ tickAgeSeconds: service.tickAgeSeconds() });
const apart = config.METRICS_PORT === undefined ? undefined : await serveMetrics({ host: config.METRICS_HOST, port: config.METRICS_PORT, text: metrics, log });

const signalled = makeStopping({ elapsed: elapsedClock, log, exit: (code) => process.exit(code) }, async () => {
  await service.stop(); // the door stays open meanwhile: answers are still stored, and whoever asks is told that we are not ready
  await server.stop();
  await apart?.stop();
  store.close();
});
const server = await teams.serve(service.desk, {
  host: config.HOST,
  port: config.PORT,
  ready: () => service.ready(),
  metrics: apart === undefined && config.MODE === 'local' ? metrics : undefined,
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => { signalled(signal); });
service.start();
log.info('listening', { host: config.HOST, port: server.port, mode: config.MODE, ...(apart !== undefined && { metricsHost: config.METRICS_HOST, metricsPort: apart.port }) });
