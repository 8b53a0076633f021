// There is no script; and where a browser could run one, the page says and offers the same.
import { inPage } from '../lib/inpage.mjs';

const content = (kit) => ({
  words: document.body.innerText.replace(/\s+/g, ' ').trim(),
  controls: [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(kit.visible).map(kit.name),
  title: document.title,
  h1: document.querySelector('h1')?.textContent,
});

async function run({ off, on }) {
  const without = await inPage(off.page, content);
  const withScript = await inPage(on.page, content);
  const findings = [];
  const report = (where, what) => findings.push({ where, what, advice: 'let the server say and offer it' });
  if (without.words !== withScript.words) report('body', `other words without script (${without.words.length} characters, ${withScript.words.length} with it)`);
  if (without.title !== withScript.title || without.h1 !== withScript.h1) report('h1', 'another title without script');
  for (const control of withScript.controls.filter((name) => !without.controls.includes(name))) report(control, 'only there with script');
  for (const control of without.controls.filter((name) => !withScript.controls.includes(name))) report(control, 'only there without script');
  const scripts = await off.page.locator('script').count();
  if (scripts) report('script', 'a script');
  const noscript = await off.page.locator('noscript').count();
  if (noscript) report('noscript', 'another page for people without script');
  return findings;
}

export const script = { name: 'script', withScript: true, run };
