// What a person does with a form: answers everything that can be seen, or gets everything wrong. Fields are known by their
// names and kinds alone, so a new question is answered without a change here.
import { inPage } from './inpage.mjs';

/** Choices that rule out the others of their list, by how their values begin. */
const APART = '^(none|dont-know|not-known|not-sure|nothing|no-one|nobody|prefer-not)';

/** Runs in the page: answers what can be seen, and says how many fields it found unanswered. */
const answer = (kit, { wishes, apart }) => {
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
      const fits = fields.filter((field) => (wish ? wish.includes(field.value) : !new RegExp(apart).test(field.value)));
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
 * Runs in the page: gets everything wrong that a person can get wrong, and says how many fields it spoiled. Every text and
 * date is spoiled, and every list of boxes where one rules out the others is ticked from end to end. A single choice cannot
 * be typed wrong: it is only ever wrong where the form has changed since the page was opened, so one of them on a page shows
 * how that is told. All of them at once is a page that nobody comes to.
 */
const spoil = (kit, apart) => {
  const seen = new Set();
  let spoiled = 0;
  let outdated = false;
  const texts = [];
  for (const field of document.querySelectorAll('main form input, main form textarea')) {
    if (!kit.visible(field) || field.type === 'submit') continue;
    const first = !seen.has(field.name);
    seen.add(field.name);
    if (['radio', 'checkbox'].includes(field.type)) {
      const group = [...document.getElementsByName(field.name)].filter((other) => other.type === field.type);
      if (!first) continue;
      if (field.type === 'checkbox' && group.some((other) => new RegExp(apart).test(other.value))) {
        for (const other of group) other.checked = true;
        spoiled += 1;
      } else if (!outdated && !group.some((other) => other.classList.length)) {
        // Those that open other questions stay as they are.
        for (const other of group) other.checked = false;
        group[0].value = 'no-longer-offered';
        group[0].checked = true;
        outdated = true;
        spoiled += 1;
      }
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
    if ((await inPage(page, answer, { wishes, apart: APART })) === 0) return;
  }
}

/** Gets everything on the page wrong that can be got wrong; says whether anything could. */
export async function getWrong(page) {
  return (await inPage(page, spoil, APART)) > 0;
}
