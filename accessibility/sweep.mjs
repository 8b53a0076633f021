// The browser sweep of a running portal; `USAGE` says how it is started.
// Prints one table and every finding; exits with 1 if there is one.
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { JOURNEYS } from './journeys.mjs';
import { launch } from './lib/browser.mjs';
import { count, findings, table } from './lib/report.mjs';
import { keepRecord, otherwise } from './lib/record.mjs';
import { Sweep } from './lib/sweep.mjs';

/** Journeys walked at once: one more than the processors of a small machine, because each often waits for a picture. */
const ABREAST = 3;

const USAGE = `usage: node sweep.mjs --base URL [--said FILE] [--database FILE] [--shots DIR] [--only JOURNEY | --keep-heard | --keep-record]
--said names the file with what \`alongside demo\` printed: the staff accounts stand there. --database names
its database, which is taken away from under it for a moment.
--only walks a part, --keep-heard writes anew what is heard: neither is a whole sweep, of which a record could be kept.`;

const text = { type: 'string' };
const flag = { type: 'boolean', default: false };
const { values } = parseArgs({ options: { base: text, said: text, database: text, shots: text, only: text, 'keep-heard': flag, 'keep-record': flag } });
if (!values.base || [values.only, values['keep-heard'], values['keep-record']].filter(Boolean).length > 1) {
  console.error(USAGE);
  process.exit(2);
}
const whole = !values.only && !values['keep-heard'];

const out = join(dirname(fileURLToPath(import.meta.url)), 'out');
const browser = await launch();
const hearing = { folder: join(out, '../heard'), keep: values['keep-heard'], frames: new Map() };
const sweep = new Sweep(browser, { out, shots: values.shots, hearing });
const failures = [];
const chosen = JOURNEYS.filter(({ name, alone }) => (hearing.keep ? alone : !values.only || name.includes(values.only)));

/** Does something while the portal has no database. */
const database = {
  async without(step) {
    if (!values.database) throw new Error('--database was not given');
    const away = `${values.database}.away`;
    await rename(values.database, away);
    try {
      await step();
    } finally {
      await rename(away, values.database);
    }
  },
};

async function walk(waiting) {
  for (let journey = waiting.shift(); journey; journey = waiting.shift()) {
    const began = Date.now();
    const person = await sweep.journey();
    try {
      await journey.walk({ ...person, base: values.base, said: values.said, database });
    } catch (error) {
      failures.push(`the journey “${journey.name}” could not go on at ${person.page.url()}: ${error.stack ?? error}`);
    }
    await person.close();
    console.log(`walked: ${journey.name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  }
}

/** A file that no journey has listened to says nothing about any page. */
async function unheard() {
  const heard = new Set(sweep.states.map((state) => `${state.heard}.txt`));
  const kept = (await readdir(hearing.folder)).filter((file) => file.endsWith('.txt') && !file.startsWith('orca-'));
  for (const file of kept.filter((file) => !heard.has(file))) failures.push(`no journey listens to heard/${file}: remove it, or walk there`);
}

await walk(chosen.filter(({ alone }) => alone));
const abreast = chosen.filter(({ alone, last }) => !alone && !last);
await Promise.all(Array.from({ length: ABREAST }, () => walk(abreast)));
await walk(chosen.filter(({ last }) => last));
await sweep.finish();
if (!values.only) await unheard();
if (whole && !values['keep-record']) failures.push(...(await otherwise(JOURNEYS, sweep.states)));
// A journey that was broken off has not seen all of its pages.
if (values['keep-record'] && !failures.length) await keepRecord(JOURNEYS, sweep.states, browser);
await browser.close();

const found = count(sweep.states);
const passed = sweep.states.filter((state) => count([state]) === 0).length;
const report = [table(sweep.states), findings(sweep.states), ...failures].filter(Boolean).join('\n\n');
await mkdir(out, { recursive: true });
await writeFile(join(out, 'report.txt'), `${report}\n`);
console.log(`\n${report}\n`);
console.log(`seconds: ${[...sweep.took].map(([check, ms]) => `${check} ${(ms / 1000).toFixed(0)}`).join(', ')}`);
console.log(`${sweep.states.length} pages and states, ${found} findings, ${failures.length} other failures`);
console.log(`${passed} passed, ${sweep.states.length - passed + failures.length} failed`);
process.exitCode = found || failures.length || !sweep.states.length ? 1 : 0;
