// axe: every rule for A, AA and best practice, on a phone and on a desk; in the dark scheme, and in both where the reader asks
// for more contrast, what looks at colours.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { DESK, PHONE } from '../lib/browser.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  // Not on by themselves: our own bar is 7:1 for text, and targets are WCAG 2.2's.
  rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
};

// axe waits on timers, which do not run where script is off: it gets the page in the browser with script. That both are the same
// is the business of `script.mjs`.
// The scheme changes colours and nothing else: in the dark only what looks at colours is asked again.
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] }, resultTypes: ['violations'] };

async function run({ on: { page } }, viewport, colorScheme, options = OPTIONS, contrast = null) {
  await page.setViewportSize(viewport);
  // Without movement, from here on: a colour on its way from one scheme to the other is neither.
  await page.emulateMedia({ colorScheme, contrast, reducedMotion: 'reduce' });
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(async (options) => (await globalThis.axe.run(document, options)).violations, options);
  await page.emulateMedia({ colorScheme: null, contrast: null });
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => ({ where: node.target.join(' '), what: `${rule.id}: ${rule.help}`, advice: node.failureSummary.replace(/\s+/g, ' ') })),
  );
}

export const axePhone = { name: 'axe 320', withScript: true, run: (state) => run(state, PHONE, 'light') };
export const axeDesk = { name: 'axe 1280', withScript: true, run: (state) => run(state, DESK, 'light') };
export const axeDark = { name: 'axe dark', withScript: true, run: (state) => run(state, DESK, 'dark', COLOURS) };
export const axeMore = {
  name: 'axe more',
  withScript: true,
  run: async (state) => [...(await run(state, DESK, 'light', COLOURS, 'more')), ...(await run(state, DESK, 'dark', COLOURS, 'more'))],
};
