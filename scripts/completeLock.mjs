// Completes package-lock.json after a change of dependencies: `node scripts/completeLock.mjs`.
//
// npm leaves a platform's optional package out of the lock when the registry at hand does not serve it, and `npm ci` of npm 11 then
// refuses the lock, since a parent still asks for that package. Each one left out gets an entry that says for which platform it is:
// it is installed nowhere else, and so never fetched here.
import { readFileSync, writeFileSync } from 'node:fs';

const PLATFORMS = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'netbsd', 'openbsd', 'sunos', 'aix', 'openharmony'];
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

const missing = Object.entries(lock.packages).flatMap(([path, parent]) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(path, name))
    .map(([name, range]) => ({ name, range, parent })),
);

const added = {};
for (const { name, range, parent } of missing) {
  const words = name.split(/[/-]/);
  const os = PLATFORMS.find((platform) => words.includes(platform)) ?? (words.includes('win') ? 'win32' : undefined);
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (os === undefined) {
    console.log(`left out, of no known platform: ${name}@${range}`);
    continue;
  }
  added[`node_modules/${name}`] = {
    version: range.replace(/^[\^~=]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...((parent.dev || parent.devOptional) && { dev: true }),
    optional: true,
    os: [os],
  };
}

lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} entries added`);

/** npm looks in the parent's own folder, then in each one around it. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    if (`${folder && `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}
