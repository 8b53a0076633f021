// Proves the sweep itself: the pages without faults have no finding, and each seeded fault is found by the check it is for.
// `--keep-heard` only writes anew what a screen reader says on the pages without faults.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COLUMNS } from './checks/all.mjs';
import { launch } from './lib/browser.mjs';
import { count, findings } from './lib/report.mjs';
import { Sweep } from './lib/sweep.mjs';
import { FAULTS } from './seeded/faults.mjs';

const home = dirname(fileURLToPath(import.meta.url));
const read = (name) => readFileSync(join(home, 'seeded', name), 'utf8');
const keep = process.argv.includes('--keep-heard');
const [clean, problems, css] = ['clean.html', 'problems.html', 'site.css'].map(read);

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};
const POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A page with one fault, and its style. */
function faulty([page, , , from, to, answer = {}]) {
  const original = page.startsWith('problems') ? problems : clean;
  const isStyle = page.endsWith('.css');
  const body = isStyle ? original : original.replace(from, to);
  if (!isStyle && from && body === original) throw new Error(`the fault changes nothing: ${from}`);
  return { status: page.startsWith('problems') ? 422 : 200, body, css: isStyle ? `${css}\n${to}` : css, ...answer };
}

const PAGES = new Map([
  ['/clean', { status: 200, body: clean, css }],
  ['/problems', { status: 422, body: problems, css }],
  ...FAULTS.map((fault, i) => [`/fault-${i}`, faulty(fault)]),
]);

const server = createServer((request, response) => {
  const style = /^(.*)\.css$/.exec(request.url);
  if (style) {
    response.writeHead(200, { 'content-type': 'text/css' }).end(PAGES.get(style[1])?.css ?? css);
    return;
  }
  const page = PAGES.get(request.url);
  if (!page) {
    response.writeHead(404).end();
    return;
  }
  const policy = page.policy ?? POLICY;
  response.writeHead(page.status, { ...HEADERS, ...(policy && { 'content-security-policy': policy }), ...page.headers });
  response.end(page.body.replaceAll('/site.css', `${request.url}.css`));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;

const browser = await launch();
const sweep = new Sweep(browser, { out: join(home, 'out', 'seeded'), hearing: { folder: join(home, 'seeded'), keep } });
const waiting = keep ? ['/clean', '/problems'] : [...PAGES.keys()];
const seen = new Map();

async function walk() {
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const { page, at, close } = await sweep.journey();
    await page.goto(base + path);
    const fault = FAULTS[Number(path.split('-')[1])];
    const heard = fault ? fault[1] === 'heard' && fault[0] : path.slice(1);
    seen.set(path, await at(path, { heard, only: fault && [fault[1]], bare: fault?.[5]?.bare }));
    await close();
  }
}
await Promise.all([walk(), walk()]);
await sweep.finish();
await browser.close();
server.close();

const wrong = COLUMNS.filter((name) => !FAULTS.some(([, check]) => check === name)).map((name) => `no fault proves the check ${name}`);
for (const path of ['/clean', '/problems']) {
  const state = seen.get(path);
  if (count([state])) wrong.push(`${path} should have no finding:\n${findings([state])}`);
}
for (const [i, fault] of keep ? [] : FAULTS.entries()) {
  const found = seen.get(`/fault-${i}`).findings.get(fault[1]) ?? [];
  if (!found.some(({ what }) => what.includes(fault[2]))) wrong.push(`not found: ${fault.slice(0, 3).join(', ')} (found: ${found.map(({ what }) => what).join('; ') || 'nothing'})`);
}
if (wrong.length) console.log(wrong.join('\n'));
console.log(`${FAULTS.length} seeded faults and two pages without faults were looked at`);
console.log(`${seen.size - wrong.length} passed, ${wrong.length} failed`);
process.exitCode = wrong.length ? 1 : 0;
