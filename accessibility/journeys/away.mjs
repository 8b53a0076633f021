// What is only seen while nothing can be kept, or too much comes at once. The database is taken from under the running
// portal, so these are walked when nobody else is on the way, one after the other.
import { Agent, request } from 'node:http';
import { answered, begin, button, press, SAVE, signIn } from '../lib/steps.mjs';

const WORDS = 'They want to move me to Leeds, and nobody asked me.';

/** More than anybody sends: a crowd that is never refused has an end. */
const MOST = 200_000;

/** Does something while nobody's pages of the form come so fast that they are refused: 16 at a time, until it is done. */
async function inACrowd(base, step) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const send = () => new Promise((done, failed) => {
    const sent = request(new URL('/refer/save', base), { method: 'POST', agent, headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 0 } }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode));
    });
    sent.on('error', failed);
    sent.end();
  });
  let [done, sent] = [false, 0];
  const refused = new Promise((some, failed) => {
    const one = async () => {
      for (; !done && sent < MOST; sent += 1) if ((await send()) === 429) some();
      if (!done) failed(new Error(`${sent} pages are all taken, or what is to be done beside them has no end`));
    };
    Promise.all(Array.from({ length: 16 }, one)).then(() => agent.destroy(), failed);
  });
  try {
    await refused;
    await step();
  } finally {
    done = true;
  }
}

/** Somebody who is about to save what is happening. */
async function writing({ page, base }) {
  await begin(page, base, /^I do/);
  await section({ page, base });
}

async function section({ page, base }) {
  await page.goto(new URL('/refer/section/happening', base).href);
  await page.getByRole('textbox').first().fill(WORDS);
}

/** A journey up to the button that is pressed while nothing can be kept. */
const away = (name, reach, last) => ({
  name: `nothing can be kept, ${name}`,
  last: true,
  async walk({ page, at, base, said, database }) {
    await reach({ page, base, said });
    await database.without(() => last({ page, base }));
    if ((await at(`nothing can be kept: ${name}`)).status !== 503) throw new Error('something was kept');
  },
});

export const AWAY = [
  away(
    'a part of the form',
    writing,
    ({ page }) => press(page, SAVE),
  ),
  away(
    'what is sent',
    async ({ page, base }) => {
      await begin(page, base, /^I do/);
      await page.goto(new URL('/refer/everything', base).href);
      await answered(page, { 'danger-now': 'no', 'issue-kind': 'care-review' });
      await page.goto(new URL('/refer/check', base).href);
    },
    ({ page }) => press(page, /^Send this/),
  ),
  away(
    'a page of the form',
    ({ page, base }) => begin(page, base, /^I do/),
    ({ page, base }) => page.goto(new URL('/refer/tasks', base).href),
  ),
  away(
    'feedback',
    async ({ page, base }) => {
      await page.goto(new URL('/feedback', base).href);
      await press(page, /^Start/);
      await page.getByRole('radio').first().check();
    },
    ({ page }) => press(page, /^Next/),
  ),
  away(
    'at the desk',
    async ({ page, base, said }) => {
      await signIn(page, { base, said, role: 'triage' });
      await Promise.all([page.waitForNavigation(), page.getByRole('main').getByRole('link', { name: /^[A-Z0-9]{4}-/ }).first().click()]);
      await page.locator('form', { has: page.getByRole('button', { name: /^Set this band/ }) }).getByLabel(/^Reason/).fill(WORDS);
    },
    async ({ page }) => {
      await press(page, /^Set this band/);
      if ((await page.getByLabel('What you wrote').inputValue()) !== WORDS) throw new Error('the words are lost');
    },
  ),
  {
    name: 'too much at once',
    last: true,
    async walk({ page, at, base }) {
      await page.goto(new URL('/return', base).href);
      for (let tries = 0; tries < 100; tries += 1) {
        await page.getByLabel(/^Your return code/).fill('AAAA-BBBB-CCCC');
        await page.getByLabel(/^The word/).fill('marmalade');
        await press(page, /^Open/);
        if (!(await page.getByLabel(/^Your return code/).count())) break;
      }
      if ((await at('too much at once: one code')).status !== 429) throw new Error('a code may be tried for ever');
      await writing({ page, base });
      await inACrowd(base, async () => {
        // Room comes back fifty times a second, and now and then it is this page that gets it.
        for (let tries = 0; tries < 50; tries += 1) {
          const [answer] = await Promise.all([page.waitForNavigation(), button(page, SAVE).click()]);
          if (answer.status() === 429) return;
          await section({ page, base });
        }
      });
      if ((await at('too much at once: pages')).status !== 429) throw new Error('as many pages are taken as anybody sends');
    },
  },
];
