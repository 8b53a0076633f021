// Steps that every journey is made of: a person finds the way by the words and roles of links and buttons.
import { readFileSync } from 'node:fs';
import { fill } from './person.mjs';

export const link = (page, words) => page.getByRole('main').getByRole('link', { name: words, exact: true }).first();
export const button = (page, words) => page.getByRole('main').getByRole('button', { name: words }).first();
export const heading = async (page) => (await page.getByRole('heading', { level: 1 }).textContent()).trim();

/** Presses a button and waits for the page it leads to. */
export async function press(page, words) {
  await Promise.all([page.waitForNavigation(), button(page, words).click()]);
}

export async function go(page, words) {
  await Promise.all([page.waitForNavigation(), link(page, words).click()]);
}

export const SAVE = /^Save and/;

/** Whether the page says that the last answers brought more questions. */
export const broughtMore = (page) => page.getByRole('heading', { name: /a few more questions/ }).isVisible();

/** Answers the page and saves it, with what the answers bring; `more` is called where a page says so. */
export async function answered(page, wishes, more = async () => {}) {
  await fill(page, wishes);
  await press(page, SAVE);
  for (let rounds = 0; rounds < 5 && (await broughtMore(page)); rounds += 1) {
    await more();
    await fill(page, wishes);
    await press(page, SAVE);
  }
}

/** Opens a door and leaves it with a draft. */
export async function begin(page, base, door, wishes = { 'danger-now': 'no' }) {
  await page.goto(base);
  await go(page, door);
  await answered(page, wishes);
}

export const tasks = (page, base) => page.goto(new URL('/refer/tasks', base).href);

/** The names of the parts of the form, as the list of parts shows them. */
export async function parts(page, base) {
  await tasks(page, base);
  return page.getByRole('main').locator('ol').getByRole('link').allTextContents();
}

/** Signs in with one of the accounts that `alongside demo` has printed; `word` in place of its password. */
export async function signIn(page, { base, said, role, word = null }) {
  const [, name, password] = new RegExp(`(${role}@\\S+)\\s+(\\S+)`).exec(readFileSync(said, 'utf8'));
  await page.goto(new URL('/staff/sign-in', base).href);
  await page.getByLabel(/e-mail/i).fill(name);
  await page.getByLabel(/password/i).fill(word ?? password);
  await press(page, /^Sign in/);
  return password;
}

/** Follows a link or presses a button of the page's header. */
export async function inHeader(page, role, words) {
  await Promise.all([page.waitForNavigation(), page.getByRole('banner').getByRole(role, { name: words, exact: true }).click()]);
}
