// The page at 400 % zoom, with more space between letters and lines (WCAG 1.4.12), and with text of twice the size in the
// browser's settings (WCAG 1.4.4).
import { DESK, ZOOMED } from '../lib/browser.mjs';
import { inPage } from '../lib/inpage.mjs';

const sideways = (kit, when) => {
  const width = document.documentElement.clientWidth;
  const findings = [];
  const ownBox = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return box;
    }
    return null;
  };
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => kit.visible(element) && element.getBoundingClientRect().right > width + 1 && !ownBox(element.parentElement));
    const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    for (const element of inner.length ? inner.slice(0, 5) : [document.body]) {
      findings.push({ where: kit.name(element), what: `the page scrolls sideways ${when}`, advice: `let it wrap: it ends ${Math.round(element.getBoundingClientRect().right - width)} px beyond the edge` });
    }
  }
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (!kit.visible(element)) continue;
    if (element.scrollWidth > element.clientWidth + 1 && ['auto', 'scroll'].includes(style.overflowX) && !['textarea', 'input', 'select'].includes(element.localName)) {
      if (element.tabIndex < 0 || !(element.getAttribute('aria-label') || kit.pointed(element, 'aria-labelledby').length)) findings.push({ where: kit.name(element), what: `a box that scrolls sideways ${when} and cannot be reached or has no name`, advice: 'give it tabindex="0", role="region" and a name' });
    }
    const clips = (['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
      || (['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 2);
    const outOfSight = element.clientHeight <= 2 || element.clientWidth <= 2;
    if (clips && !outOfSight && kit.words(element)) findings.push({ where: kit.name(element), what: `text is cut off ${when}`, advice: 'let the box grow with its text' });
  }
  return findings;
};

const sizes = (kit) =>
  [...document.body.querySelectorAll('*')]
    .filter((element) => kit.visible(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((element) => [kit.name(element), parseFloat(getComputedStyle(element).fontSize)]);

/** Adds a style as a reader's own style sheet would; the page's policy does not stop it. */
async function styled(page, css, look) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  const found = await look();
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return found;
}

const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

async function run({ off: { page } }) {
  await page.setViewportSize(ZOOMED);
  const findings = await inPage(page, sideways, 'at 400 % zoom');
  findings.push(...(await styled(page, SPACED, () => inPage(page, sideways, 'with wider spacing'))));
  const before = await inPage(page, sizes);
  findings.push(...(await styled(page, ':root { font-size: 200% !important }', async () => {
    const after = await inPage(page, sizes);
    await page.setViewportSize(DESK);
    const lost = await inPage(page, sideways, 'with text of twice the size');
    return [...lost, ...before.flatMap(([where, size], i) => {
      const small = size < 14 ? [{ where, what: `text of ${size} px`, advice: 'at least 14 px, and 16 px for anything that matters' }] : [];
      const fixed = after[i] && after[i][1] < size * 1.5 ? [{ where, what: 'text that does not grow with the browser’s text size', advice: 'size it in rem' }] : [];
      return [...small, ...fixed];
    })];
  })));
  return findings;
}

export const reflow = { name: 'reflow', run };
