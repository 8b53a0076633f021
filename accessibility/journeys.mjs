// Who goes where: each journey is a person with a browser, and `await at('name')` checks the page that they have come to.
// A journey finds its way as a person does: by the words and roles of links and buttons, and by the names of fields.
import { readFileSync } from 'node:fs';
import { fill, getWrong } from './lib/person.mjs';

const DOORS = [
  { voice: 'myself', door: /^I do/ },
  { voice: 'someone', door: /^Someone I know/ },
  { voice: 'professional', door: /^Someone I work with/ },
];

const link = (page, words) => page.getByRole('main').getByRole('link', { name: words, exact: true }).first();
const button = (page, words) => page.getByRole('main').getByRole('button', { name: words }).first();
const heading = async (page) => (await page.getByRole('heading', { level: 1 }).textContent()).trim();

/** Presses a button and waits for the page it leads to. */
async function press(page, words) {
  await Promise.all([page.waitForNavigation(), button(page, words).click()]);
}

async function go(page, words) {
  await Promise.all([page.waitForNavigation(), link(page, words).click()]);
}

const SAVE = /^Save and/;

/** Whether the page says that the last answers brought more questions. */
const broughtMore = (page) => page.getByRole('heading', { name: /a few more questions/ }).isVisible();

/** Answers the page and saves it, with what the answers bring; `more` is called where a page says so. */
async function answered(page, wishes, more = async () => {}) {
  await fill(page, wishes);
  await press(page, SAVE);
  for (let rounds = 0; rounds < 5 && (await broughtMore(page)); rounds += 1) {
    await more();
    await fill(page, wishes);
    await press(page, SAVE);
  }
}

/** Opens a door and leaves it with a draft. */
async function begin(page, base, door, wishes = { 'danger-now': 'no' }) {
  await page.goto(base);
  await go(page, door);
  await answered(page, wishes);
}

const tasks = (page, base) => page.goto(new URL('/refer/tasks', base).href);

/** The names of the parts of the form, as the list of parts shows them. */
async function parts(page, base) {
  await tasks(page, base);
  return page.getByRole('main').locator('ol').getByRole('link').allTextContents();
}

const ISSUES = /^(Issues|What (you|they) need help with)$/;

/** Said of a journey that has not been walked to its end without a finding since its pages last changed. */
const MENDING = 'being mended: --all walks it';

/** Every section: blank, with what its answers bring, filled, and with everything wrong. */
function sections({ voice, door }) {
  return {
    name: `sections, ${voice}`,
    mending: MENDING,
    async walk({ page, at, base }) {
      await page.goto(base);
      await go(page, door);
      await at(`${voice}: first part, before anything is kept`);
      await fill(page, { 'danger-now': 'yes' });
      await press(page, SAVE);
      if (voice === 'myself') await at('danger, in the middle of the form');
      const names = (await parts(page, base)).filter((name) => !ISSUES.test(name));
      await at(`${voice}: all the parts, begun`);
      for (const [i, name] of names.entries()) {
        const part = `${voice}: ${name.toLowerCase()}`;
        const open = async () => {
          await tasks(page, base);
          await go(page, name);
        };
        await open();
        if (i > 0) await at(`${part}, blank`);
        await answered(page, { 'danger-now': 'no' }, () => at(`${part}, with more questions`));
        await open();
        await at(`${part}, filled`);
        if (await getWrong(page)) {
          await press(page, SAVE);
          await at(`${part}, wrong`);
          await fill(page, { 'danger-now': 'no' });
        }
      }
    },
  };
}

const KINDS = ['housing', 'mental-health-act', 'safeguarding-enquiry'];

/** The list of issues, and an issue of several kinds. */
function issues({ voice, door }) {
  return {
    name: `issues, ${voice}`,
    mending: MENDING,
    async walk({ page, at, base }) {
      await begin(page, base, door);
      const list = () => page.goto(new URL('/refer/issues', base).href);
      await list();
      await at(`${voice}: issues, none`);
      for (const [i, kind] of KINDS.entries()) {
        const name = `${voice}: issue, ${kind}`;
        await list();
        await press(page, /^Add /);
        if (i === 0) await at(`${voice}: issue, blank`);
        await page.locator(`[name$=".issue-kind"][value="${kind}"]`).check();
        await press(page, SAVE);
        if (await broughtMore(page)) await at(`${name}, with its questions`);
        const here = page.url();
        if (await page.getByRole('button', { name: SAVE }).count()) await answered(page, { 'dates-known': 'yes' });
        await page.goto(here.replace(/[?#].*/, ''));
        // What one answer opens another may have closed: whatever is shown now is answered too.
        await answered(page, { 'dates-known': 'yes' });
        await page.goto(here.replace(/[?#].*/, ''));
        if (await button(page, /^Add another date/).count()) await press(page, /^Add another date/);
        await fill(page);
        await at(`${name}, filled`);
        if (await getWrong(page)) {
          await press(page, SAVE);
          await at(`${name}, wrong`);
        }
        if (i === 0) {
          await press(page, /^Choose something else/);
          await at(`${name}, to be something else`);
        }
      }
      await list();
      await at(`${voice}: issues, three`);
    },
  };
}

/** Every question on one page. */
function everything({ voice, door }) {
  return {
    name: `everything, ${voice}`,
    mending: MENDING,
    async walk({ page, at, base }) {
      await begin(page, base, door);
      const open = () => page.goto(new URL('/refer/everything', base).href);
      await open();
      await at(`${voice}: everything, blank`, { heavy: true });
      await answered(page, { 'danger-now': 'no', 'issue-kind': 'mental-health-act' });
      await open();
      await at(`${voice}: everything, filled`, { heavy: true });
      if (await getWrong(page)) {
        await press(page, SAVE);
        await at(`${voice}: everything, wrong`, { heavy: true });
      }
    },
  };
}

/** From a draft to the receipt, and every page on the way that is no question. */
function sending({ voice, door }) {
  return {
    name: `sending, ${voice}`,
    mending: voice === 'myself' ? undefined : MENDING,
    async walk({ page, at, base }) {
      await begin(page, base, door);
      await tasks(page, base);
      await at(`${voice}: all the parts`);
      await go(page, /^Check your answers/);
      await at(`${voice}: read through, hardly begun`);
      await press(page, /^Send this/);
      await at(`${voice}: read through, answers missing`);

      if (voice === 'myself') {
        await tasks(page, base);
        await go(page, /come back later/);
        await at('come back later');
        await page.getByLabel(/^A word/).fill('ab');
        await press(page, /code/);
        await at('come back later, word too short');
        await page.getByLabel(/^A word/).fill('marmalade');
        await press(page, /code/);
        await at('come back later, the code');
        await page.goto(base);
        await go(page, /^Someone I know/);
        await at('a form is open already');
      }

      await page.goto(new URL('/refer/everything', base).href);
      await answered(page, { 'danger-now': 'no', 'issue-kind': 'care-review' });
      await page.goto(new URL('/refer/check', base).href);
      await at(`${voice}: read through, complete`);

      // Closes a question that was answered: its words are set aside.
      await page.goto(new URL('/refer/section/happening', base).href);
      await fill(page, { 'says-urgent': 'no' });
      await press(page, SAVE);
      await page.goto(new URL('/refer/check', base).href);
      await at(`${voice}: read through, words set aside`);
      await press(page, /^Send this/);
      await at(`${voice}: read through, set aside and not decided`);
      await page.getByLabel(/send this too/).check();
      await press(page, /^Send this/);
      await at(`${voice}: receipt`);
    },
  };
}

export const JOURNEYS = [
  {
    name: 'open pages',
    async walk({ page, at, base }) {
      await page.goto(base);
      await at('start', { open: true });
      await go(page, /Other ways to get help/);
      await at('danger', { open: true });
      for (const [words, name] of [[/privacy/i, 'privacy notice'], [/accessib/i, 'accessibility statement']]) {
        await page.goto(base);
        await page.getByRole('contentinfo').getByRole('link', { name: words }).first().click();
        await at(name, { open: true });
      }
      await page.goto(new URL('/no-such-page', base).href);
      await at('not found', { open: true });
      await page.goto(new URL('/refer/tasks', base).href);
      await at('no form is open', { bare: true });
      await page.goto(base);
      await page.getByRole('link', { name: /leave this page/i }).first().click();
      await at('left', { open: true, bare: true });
    },
  },
  {
    name: 'coming back',
    async walk({ page, at, base }) {
      await page.goto(base);
      await page.getByRole('navigation').getByRole('link', { name: /form you saved/i }).click();
      await at('come back');
      await page.getByLabel(/^Your return code/).fill('AAAA-BBBB-CCCC');
      await page.getByLabel(/^The word/).fill('marmalade');
      await press(page, /^Open/);
      await at('come back, wrong');
    },
  },
  {
    name: 'feedback',
    async walk({ page, at, base, said }) {
      await page.goto(base);
      await page.getByRole('navigation').getByRole('link', { name: /what you think/i }).click();
      await at('feedback, welcome');
      await page.getByLabel(/code/).fill('NOT-A-CODE');
      await press(page, /^Start/);
      await at('feedback, wrong code');
      const [, code = ''] = said ? /code\s+(\S+)/i.exec(readFileSync(said, 'utf8')) ?? [] : [];
      await page.getByLabel(/code/).fill(code);
      await press(page, /^Start/);
      for (let number = 1; await button(page, /^Next/).count(); number += 1) {
        await at(`feedback, question ${number}`);
        const words = page.locator('main textarea');
        if (await words.count()) {
          await words.fill('much too long '.repeat(400));
          await press(page, /^Next/);
          await at(`feedback, question ${number}, too long`);
          await words.fill('They listened.');
        } else {
          await page.getByRole('radio').first().check();
        }
        await press(page, /^Next/);
      }
      await at('feedback, thanks');
    },
  },
  {
    name: 'desk',
    async walk({ page, at, base, said }) {
      const [, name, password] = /(triage@\S+)\s+(\S+)/.exec(readFileSync(said, 'utf8'));
      await page.goto(new URL('/staff/sign-in', base).href);
      await at('sign in');
      const signIn = async (word) => {
        await page.getByLabel(/e-mail/i).fill(name);
        await page.getByLabel(/password/i).fill(word);
        await press(page, /^Sign in/);
      };
      await signIn('not the password');
      await at('sign in, wrong');
      await signIn(password);
      await at('queue', { heavy: false });
      if (await link(page, /^Next page/).count()) {
        await go(page, /^Next page/);
        await at('queue, next page');
        await go(page, /^First page/);
      }
      await page.getByLabel(/^Band/).selectOption({ index: 1 });
      await press(page, /^Show/);
      await at('queue, filtered');
      await Promise.all([page.waitForNavigation(), page.getByRole('banner').getByRole('link', { name: 'Your account' }).click()]);
      await at('your account');
      await press(page, /^Change my password/);
      await at('your account, wrong password');
      await page.goto(new URL('/staff/queue', base).href);
      await page.getByLabel(/^State/).selectOption({ index: (await page.getByLabel(/^State/).locator('option').count()) - 1 });
      await press(page, /^Show/);
      await at(`queue, ${(await heading(page)).includes(': 0') ? 'nothing found' : 'another state'}`);
      await Promise.all([page.waitForNavigation(), page.getByRole('banner').getByRole('button', { name: /^Sign out$/ }).click()]);
      await at('signed out');
    },
  },
  {
    name: 'a referral at the desk',
    mending: MENDING,
    async walk({ page, at, base, said }) {
      const [, name, password] = /(triage@\S+)\s+(\S+)/.exec(readFileSync(said, 'utf8'));
      await page.goto(new URL('/staff/sign-in', base).href);
      await page.getByLabel(/e-mail/i).fill(name);
      await page.getByLabel(/password/i).fill(password);
      await press(page, /^Sign in/);
      await page.goto(new URL('/staff/queue', base).href);
      await go(page, /^[A-Z0-9]{4}-/);
      await at('referral');
      await press(page, /^Set this band/);
      await at('referral, no band chosen');
      await press(page, /^Record this decision/);
      await at('referral, no decision chosen');
      await press(page, /^Make a feedback code/);
      await at('a feedback code, made');
    },
  },
  {
    name: 'desk, manager and administrator',
    async walk({ page, at, base, said }) {
      for (const [role, pages] of [['manager', [['Feedback', 'feedback, as managers read it']]], ['administrator', [['Accounts', 'accounts']]]]) {
        const [, name, password] = new RegExp(`(${role}@\\S+)\\s+(\\S+)`).exec(readFileSync(said, 'utf8'));
        await page.goto(new URL('/staff/sign-in', base).href);
        await page.getByLabel(/e-mail/i).fill(name);
        await page.getByLabel(/password/i).fill(password);
        await press(page, /^Sign in/);
        for (const [words, state] of pages) {
          await page.getByRole('banner').getByRole('link', { name: words }).click();
          await at(state);
        }
        if (role === 'administrator') {
          await page.goto(new URL('/staff/queue', base).href);
          await at('not open to this account');
          await page.goto(new URL('/staff/own-account', base).href);
        }
        await Promise.all([page.waitForNavigation(), page.getByRole('banner').getByRole('button', { name: /^Sign out$/ }).click()]);
      }
    },
  },
  ...DOORS.map(sections),
  ...DOORS.map(issues),
  ...DOORS.map(sending),
  ...DOORS.map(everything),
];
