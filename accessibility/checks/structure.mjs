// What a screen reader is told: the page's name and language, landmarks, labels, groups, tables, and ids that lead somewhere.
import { inPage } from '../lib/inpage.mjs';

const find = (kit, { status, bare }) => {
  const findings = [];
  const report = (element, what, advice) => findings.push({ where: typeof element === 'string' ? element : kit.name(element), what, advice });
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector, what) => {
    const found = all(selector);
    if (found.length !== 1) report(selector, `${found.length} of ${what}`, `have exactly one ${what}`);
  };

  const title = document.title.trim();
  if (!title) report('title', 'the page has no title', 'say the page, then the service');
  if (status === 422 && !/^Error: /.test(title)) report('title', 'a page with problems whose title does not say so', 'begin it with “Error: ”');
  if (status !== 422 && /^Error: /.test(title)) report('title', 'a page without problems whose title says Error', 'keep “Error: ” for pages with problems');
  if (!/^[a-z]{2}(-[A-Za-z]+)?$/.test(document.documentElement.lang)) report('html', 'no language', 'set lang');
  one('h1', 'h1');
  one('main', 'main');
  if (bare) {
    for (const element of all('header, footer, nav, a, form')) report(element, 'a page that leads nowhere leads somewhere', 'leave it out, or check the page as any other');
  } else {
    one('body > header, body > div > header', 'page header');
    one('body > footer, body > div > footer', 'page footer');
  }
  for (const nav of all('nav')) if (!nav.getAttribute('aria-label') && !kit.pointed(nav, 'aria-labelledby').length) report(nav, 'a nav without a name', 'add aria-label');
  if (!document.querySelector('meta[name=viewport]')) report('head', 'no viewport', 'width=device-width, initial-scale=1');

  const ids = new Map();
  for (const element of all('[id]')) ids.set(element.id, [...(ids.get(element.id) ?? []), element]);
  for (const [id, elements] of ids) if (elements.length > 1) report(elements[1], `id ${id} is there ${elements.length} times`, 'make ids unique');
  for (const attribute of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'aria-errormessage', 'headers', 'list', 'form']) {
    for (const element of all(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(/\s+/).filter(Boolean)) {
        if (!ids.has(id)) report(element, `${attribute} points to ${id}, which is not there`, 'point to an id of this page');
      }
    }
  }
  for (const link of all('a[href^="#"]')) if (!ids.has(decodeURIComponent(link.hash.slice(1)))) report(link, `leads to ${link.hash}, which is not there`, 'lead to an id of this page');

  const controls = all('input:not([type=hidden]):not([type=submit]), select, textarea');
  for (const control of controls) {
    const labels = [...(control.labels ?? [])];
    if (!labels.some((label) => kit.words(label)) && !control.getAttribute('aria-label') && !kit.pointed(control, 'aria-labelledby').length) report(control, 'a field without a label', 'add a label that points to it');
    if (control.placeholder) report(control, 'a placeholder', 'say it in a hint: a placeholder goes away when somebody types');
    if (control.localName === 'input' && !control.hasAttribute('type')) report(control, 'an input without a type', 'write type="text"');
    if (control.getAttribute('aria-invalid') === 'true' && !kit.pointed(control, 'aria-describedby').some((text) => kit.words(text))) report(control, 'a wrong field that does not say what is wrong', 'point aria-describedby to the message');
    const group = controls.filter((other) => other.name === control.name && other.type === control.type && other.form === control.form);
    if (['radio', 'checkbox'].includes(control.type) && group.length > 1 && group[0] === control && !control.closest('fieldset, [role=group], [role=radiogroup]')) report(control, 'choices that no group holds together', 'put them in a fieldset with a legend');
  }
  for (const fieldset of all('fieldset')) {
    const legend = fieldset.querySelector(':scope > legend');
    if (!legend || !kit.words(legend)) report(fieldset, 'a fieldset without a legend', 'ask the question in a legend');
    if (fieldset.parentElement.closest('fieldset')) report(fieldset, 'a fieldset inside a fieldset', 'screen readers repeat both: ask them apart');
  }
  for (const form of all('form[method=post]')) if (!form.noValidate) report(form, 'a form that the browser checks', 'add novalidate: the server’s words are better');
  for (const form of all('form')) if (!form.querySelector('button, input[type=submit]')) report(form, 'a form without a button', 'add one that names the act');

  for (const table of all('table')) {
    if (!table.caption || !kit.words(table.caption)) report(table, 'a table without a caption', 'name it');
    if (!table.querySelector('th')) report(table, 'a table without headings', 'use th');
    for (const heading of table.querySelectorAll('th')) if (!heading.scope) report(heading, 'a heading without a scope', 'say scope="col" or scope="row"');
  }
  for (const element of all('[tabindex]')) if (element.tabIndex > 0) report(element, 'a tabindex above 0', 'put it in its place in the page instead');
  for (const element of all('[autofocus]')) if (!element.matches('[role=group], [role=region]')) report(element, 'focus is moved to something that is no message', 'leave focus at the top');
  for (const element of all('[style], [onclick], [onload], [onchange]')) report(element, 'style or script in the mark-up', 'the policy refuses it: use a class');
  for (const element of all('button')) if (!element.hasAttribute('type')) report(element, 'a button without a type', 'write type="submit"');

  const places = new Map();
  for (const link of all('a[href]')) {
    const words = (link.getAttribute('aria-label') ?? kit.words(link)).toLowerCase();
    if (['here', 'click here', 'more', 'read more', 'link', 'change', 'edit', 'view', 'remove', 'this page'].includes(words)) report(link, `a link that only says “${words}”`, 'say what it leads to');
    const place = places.get(words);
    if (place && place !== link.href) report(link, `“${words}” leads to two places`, 'name each by where it leads');
    places.set(words, link.href);
    if (link.target) report(link, 'a link that opens another window', 'leave the choice to the person');
  }
  return findings;
};

export const structure = { name: 'structure', run: ({ off, sent, bare }) => inPage(off.page, find, { status: sent.status, bare }) };
