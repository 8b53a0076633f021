// The pages that are listened to, one of every kind: one person after another, alone on a fresh portal, so that what is
// said is the same each time. A name is a file in `heard/`.
import { readFileSync } from 'node:fs';
import { fill, getWrong } from '../lib/person.mjs';
import { SAVE, answered, go, press, signIn, tasks } from '../lib/steps.mjs';

const DOORS = { myself: /^I do/, someone: /^Someone I know/, professional: /^Someone I work with/ };

/** Before anything is sent: it would come into the queue. */
async function desk({ page, hear, base, said }) {
  await signIn(page, { base, said, role: 'triage', word: 'not the password' });
  await hear('sign-in-wrong');
  await signIn(page, { base, said, role: 'triage' });
  await hear('queue');
  await go(page, /^[A-Z0-9]{4}-/);
  await hear('referral');
  await press(page, /^Record this decision/);
  await hear('referral-wrong');
}

async function open({ page, hear, base }) {
  await page.goto(base);
  await hear('start');
  await go(page, /Other ways to get help/);
  await hear('danger');
  for (const [words, name] of [[/privacy/i, 'privacy'], [/accessib/i, 'statement']]) {
    await page.goto(base);
    await page.getByRole('contentinfo').getByRole('link', { name: words }).first().click();
    await hear(name);
  }
  await page.goto(new URL('/no-such-page', base).href);
  await hear('not-found');
  await page.goto(base);
  await page.getByRole('link', { name: /leave this page/i }).first().click();
  await hear('left');
  await page.goto(base);
  await page.getByRole('navigation').getByRole('link', { name: /form you saved/i }).click();
  await hear('return');
  await page.getByLabel(/^Your return code/).fill('AAAA-BBBB-CCCC');
  await page.getByLabel(/^The word/).fill('marmalade');
  await press(page, /^Open/);
  await hear('return-wrong');
}

async function feedback({ page, hear, base, said }) {
  await page.goto(base);
  await page.getByRole('navigation').getByRole('link', { name: /what you think/i }).click();
  await hear('feedback');
  const [, code] = /code\s+(\S+)/i.exec(readFileSync(said, 'utf8'));
  await page.getByLabel(/code/).fill(code);
  await press(page, /^Start/);
  await hear('feedback-question');
}

/** A referral by the person, from the first page to the receipt. */
async function myself({ page, hear, base }) {
  const section = (name) => page.goto(new URL(`/refer/section/${name}`, base).href);
  await page.goto(base);
  await go(page, DOORS.myself);
  await hear('myself-first');
  await fill(page, { 'danger-now': 'yes' });
  await press(page, SAVE);
  await hear('myself-danger');
  await tasks(page, base);
  await hear('myself-tasks');
  await section('contact');
  await hear('myself-reach');
  await answered(page);
  await section('contact');
  await hear('myself-reach-filled');
  await getWrong(page);
  await press(page, SAVE);
  await hear('myself-reach-wrong');
  await section('contact');
  await answered(page, { 'unsafe-ways': ['visit-home'] });
  await page.goto(new URL('/refer/issues', base).href);
  await press(page, /^Add /);
  await page.locator('[name$=".issue-kind"][value="housing"]').check();
  await press(page, SAVE);
  await hear('myself-issue');
  await getWrong(page);
  await press(page, SAVE);
  await hear('myself-issue-wrong');
  await page.goto(new URL('/refer/check', base).href);
  await press(page, /^Send this/);
  await hear('myself-check-wrong');
  await page.goto(new URL('/refer/everything', base).href);
  await answered(page, { 'danger-now': 'no', 'issue-kind': 'care-review' });
  await page.goto(new URL('/refer/issues', base).href);
  await hear('myself-issues');
  await tasks(page, base);
  await go(page, /come back later/);
  await page.getByLabel(/^A word/).fill('marmalade');
  await press(page, /code/);
  await hear('myself-code');
  await page.goto(new URL('/refer/check', base).href);
  await hear('myself-check');
  await press(page, /^Send this/);
  await hear('myself-check-set-aside');
  await page.getByLabel(/send this too/).check();
  await press(page, /^Send this/);
  await hear('myself-receipt');
}

/** By somebody else: what differs. */
async function others({ page, hear, base }) {
  await page.goto(base);
  await go(page, DOORS.someone);
  await hear('someone-first');
  await answered(page, { 'danger-now': 'no' });
  await page.goto(base);
  await go(page, DOORS.professional);
  await hear('another-form');
  await press(page, /^No, start a new one/);
  await hear('professional-first');
  await answered(page, { 'danger-now': 'no' });
  await page.goto(new URL('/refer/section/consent', base).href);
  await hear('professional-consent');
  await answered(page, { consent: 'refuses', 'consent-capacity': 'yes' });
  await hear('professional-said-no');
}

const walk = (part) => ({ page, at, base, said }) => part({ page, base, said, hear: (name) => at(`heard: ${name}`, { only: ['heard'], heard: name }) });

export const HEARD = Object.entries({ 'open pages': open, feedback, desk, 'for another': others, myself }).map(([name, part]) => ({ name: `what is heard, ${name}`, alone: true, walk: walk(part) }));
