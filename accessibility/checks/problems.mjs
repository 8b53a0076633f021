// A page with problems begins at its summary, says each problem twice in the same words, and each link leads to its field.
import { ZOOMED } from '../lib/browser.mjs';
import { inPage } from '../lib/inpage.mjs';

const summary = (kit) => {
  const findings = [];
  const report = (element, what, advice) => findings.push({ where: kit.name(element), what, advice });
  const box = document.querySelector('main [autofocus]');
  if (!box) {
    report(document.body, 'problems without a summary that takes the focus', 'a group with tabindex="-1", autofocus and a heading, above the h1');
    return { findings, links: [] };
  }
  if (document.activeElement !== box) report(box, 'the summary does not have the focus', 'answer without a fragment; tabindex="-1" and autofocus on the group');
  if (!kit.pointed(box, 'aria-labelledby').some((heading) => /^H[2-6]$/.test(heading.tagName))) report(box, 'the summary has no heading for a name', 'aria-labelledby its h2');
  const h1 = document.querySelector('h1');
  if (h1 && box.compareDocumentPosition(h1) & Node.DOCUMENT_POSITION_PRECEDING) report(box, 'the summary comes after the h1', 'put it first in main');
  const links = [...box.querySelectorAll('a[href]')];
  if (!links.length) report(box, 'a summary without links', 'lead to each field');
  const wrong = [...document.querySelectorAll('[aria-invalid=true]')];
  // A page that only shows answers leads to the field on the page that asks for it.
  const elsewhere = (link) => link.origin === location.origin && link.pathname !== location.pathname && link.hash.length > 1;
  if (!wrong.length && !links.every(elsewhere)) report(box, 'no field is marked as wrong', 'aria-invalid="true" on each wrong field');
  const led = new Set();
  for (const link of links.filter((link) => !elsewhere(link))) {
    const field = link.getAttribute('href').startsWith('#') ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    if (!field || !field.matches('input, select, textarea, button')) {
      report(link, 'a problem whose link leads to no field', 'lead to the first field of the question');
      continue;
    }
    led.add(field.closest('fieldset') ?? field);
    const spoken = [...kit.pointed(field, 'aria-describedby'), ...(field.closest('fieldset') ? kit.pointed(field.closest('fieldset'), 'aria-describedby') : [])].map(kit.words);
    const words = kit.words(link);
    const atField = spoken.map((text) => text.replace(/^Error:\s*/, '')).filter(Boolean);
    // The list names the question before the words that stand beside the field.
    if (!atField.some((text) => words.endsWith(text) || text.includes(words))) report(field, `the summary says “${words}” and the field does not`, 'the same words at the field, by aria-describedby');
    if (field.getAttribute('aria-invalid') !== 'true') report(field, 'has a problem and is not marked as wrong', 'aria-invalid="true"');
  }
  for (const field of wrong) if (!led.has(field.closest('fieldset') ?? field)) report(field, 'is wrong and no link of the summary leads to it', 'one link for each problem');
  return { findings, links: links.map((link) => link.getAttribute('href')) };
};

const arrived = (kit, hash) => {
  const field = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!field) return [];
  if (document.activeElement !== field) return [{ where: kit.name(field), what: 'its link in the summary does not put the focus there', advice: 'link to the field’s own id' }];
  const words = [field.closest('fieldset')?.querySelector('legend'), field.labels?.[0], ...kit.pointed(field, 'aria-describedby')].filter(Boolean);
  const inSight = (element) => element.getBoundingClientRect().top >= -1 && element.getBoundingClientRect().top < innerHeight;
  return words.some(inSight) ? [] : [{ where: kit.name(field), what: 'its link scrolls the question out of sight', advice: 'scroll-margin-top on the field' }];
};

async function run(state) {
  const { page } = state.off;
  const isProblem = state.sent.status === 422;
  if (!isProblem) {
    const taken = await inPage(page, (kit) => (document.querySelector('[aria-invalid=true]') ? [{ where: kit.name(document.querySelector('[aria-invalid=true]')), what: 'marked as wrong on a page that was answered as right', advice: 'answer 422' }] : []));
    return taken;
  }
  await page.setViewportSize(ZOOMED);
  const { findings, links } = await inPage(page, summary);
  for (const hash of links.filter((href) => href.startsWith('#'))) {
    await page.locator(`main [autofocus] a[href="${hash}"]`).first().click();
    findings.push(...(await inPage(page, arrived, hash)));
  }
  return findings;
}

export const problems = { name: 'problems', run };
