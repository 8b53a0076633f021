// What a whole sweep was and what it found, kept in `record.json`: the accessibility statement shows it.
// The words for each check stand in `src/words/tested.rs`, by the check's name.
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COLUMNS } from '../checks/all.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(home, 'record.json');
const require = createRequire(import.meta.url);
const versionOf = (name) => require(`${name}/package.json`).version;

const read = async () => JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));

/** What must be the same in the record and in a sweep, for the record to be of this release. */
async function what(journeys, states) {
  const manifest = await readFile(join(home, '../Cargo.toml'), 'utf8');
  const checks = COLUMNS.map((name) => {
    const found = states.filter((state) => state.findings.has(name)).map((state) => state.findings.get(name).length);
    return { name, states: found.length, findings: found.reduce((sum, count) => sum + count, 0) };
  });
  return { version: /^version = "(.*)"/m.exec(manifest)[1], journeys: journeys.map(({ name }) => name), states: states.length, checks };
}

/** Writes the record anew, whatever was found. What Orca said is kept: `orca/run --keep-record` writes that. */
export async function keepRecord(journeys, states, browser) {
  const { orca = null } = await read();
  const sweep = {
    day: new Date().toISOString().slice(0, 10),
    browser: `Chromium ${browser.version()}`,
    engines: [`axe-core ${versionOf('axe-core')}`, `Nu HTML Checker ${versionOf('vnu-jar')}`, `Virtual Screen Reader ${versionOf('@guidepup/virtual-screen-reader')}`],
    ...(await what(journeys, states)),
  };
  await writeFile(file, `${JSON.stringify({ sweep, orca }, null, 2)}\n`);
}

/** What the record says otherwise than this sweep: nothing, if the record is this release's own. How often each thing was
 * looked for and found is of the run that wrote it: a page more or less makes no other release of it, and a sweep that finds
 * something fails by that alone. */
export async function otherwise(journeys, states) {
  const { sweep: kept } = await read();
  if (!kept) return ['record.json holds no sweep: run accessibility/run --keep-record'];
  const without = ({ version, journeys, checks }) => ({ version, journeys, checks: checks.map(({ name }) => name) });
  const [before, after] = [without(kept), without(await what(journeys, states))];
  const differing = Object.entries(after).filter(([key, now]) => JSON.stringify(before[key]) !== JSON.stringify(now));
  return differing.map(([key, now]) => `record.json is not of this sweep: it has other ${key} (${changed(before[key], now)}): run accessibility/run --keep-record`);
}

function changed(kept, now) {
  const [before, after] = [kept, now].map((value) => [value ?? 'nothing'].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one))));
  const only = (these, those) => these.filter((one) => !those.includes(one)).join(', ') || 'nothing';
  return `kept: ${only(before, after)}; now: ${only(after, before)}`;
}
