// What a person does with a form: answers everything that can be seen, or gets everything wrong. Fields are known by their
// names and kinds alone, so a new question is answered without a change here.
import { inPage } from './inpage.mjs';

/** Runs in the page: answers what can be seen, and says how many fields it found unanswered. */
const answer = (kit, wishes) => {
  const apart = /^(none|dont-know|not-known|not-sure|nothing|no-one|nobody|prefer-not)/;
  const opens = (choice) => choice.classList.length;
  const byName = Map.groupBy([...document.querySelectorAll('main form input, main form textarea, main form select')].filter((field) => kit.visible(field) && field.type !== 'submit'), (field) => field.name);
  let found = 0;
  for (const [name, fields] of byName) {
    const wish = wishes[name] ?? wishes[name.split('.').at(-1)];
    const [first] = fields;
    if (first.type === 'radio') {
      if (fields.some((field) => field.checked) && wish === undefined) continue;
      const chosen = fields.find((field) => field.value === wish) ?? fields.reduce((best, field) => (opens(field) > opens(best) ? field : best));
      found += chosen.checked ? 0 : 1;
      chosen.checked = true;
    } else if (first.type === 'checkbox') {
      if (fields.some((field) => field.checked) && wish === undefined) continue;
      const fits = fields.filter((field) => (wish ? wish.includes(field.value) : !apart.test(field.value)));
      const few = fits.filter((field, i) => wish || i < 2 || opens(field));
      found += few.filter((field) => !field.checked).length;
      for (const field of fields) field.checked = few.includes(field);
    } else if (first.localName !== 'select') {
      const words = wish ?? kit.fitting(first);
      found += first.value === words ? 0 : 1;
      first.value = words;
    }
  }
  return found;
};

/**
 * Runs in the page: gets everything wrong that can be typed wrong, and says how many fields it spoiled. An answer that is
 * chosen from a list can only be wrong where the list has changed since the page was opened: one of them shows how that
 * is told.
 */
const spoil = (kit) => {
  const seen = new Set();
  let spoiled = 0;
  let chosen = 0;
  const texts = [];
  for (const field of document.querySelectorAll('main form input, main form textarea')) {
    if (!kit.visible(field) || field.type === 'submit') continue;
    const first = !seen.has(field.name);
    seen.add(field.name);
    if (['radio', 'checkbox'].includes(field.type)) {
      // A choice that was taken out of the form since the page was opened. Those that open other questions stay.
      const group = [...document.getElementsByName(field.name)];
      if (!first || chosen || group.some((other) => other.classList.length)) continue;
      for (const other of group) other.checked = false;
      const choice = group.find((other) => other.type === field.type);
      choice.value = 'no-longer-offered';
      choice.checked = true;
      chosen += 1;
      spoiled += 1;
    } else if (field.localName === 'textarea') {
      texts.push(field);
    } else {
      field.value = kit.unfitting(field);
      spoiled += 1;
    }
  }
  // Words that are too long weigh as much as they are long: only where nothing else can go wrong.
  if (!spoiled && texts.length) texts.at(-1).value = 'too long '.repeat(1200);
  return spoiled + texts.length;
};

/** Answers everything on the page, with the questions that the answers bring, and with these wishes by field name. */
export async function fill(page, wishes = {}) {
  for (let rounds = 0; rounds < 8; rounds += 1) {
    if ((await inPage(page, answer, wishes)) === 0) return;
  }
}

/** Gets everything on the page wrong that can be got wrong; says whether anything could. */
export async function getWrong(page) {
  return (await inPage(page, spoil)) > 0;
}
