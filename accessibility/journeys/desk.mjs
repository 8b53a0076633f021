// The desk: signing in, the queue, a referral and what is decided about it, the other accounts.
import { fill } from '../lib/person.mjs';
import { SAVE, begin, go, heading, inHeader, link, press, signIn } from '../lib/steps.mjs';

/** What a member of staff writes as a reason. */
const REASON = 'They rang today, and told us more.';

/** What the person of a referral may ask by law, for a manager who is signed in: a copy, putting right, holding, erasing. */
async function rights({ page, at, base }) {
  await page.goto(new URL('/staff/queue', base).href);
  await Promise.all([page.waitForNavigation(), page.getByRole('main').getByRole('link', { name: /^[A-Z0-9]{4}-/ }).last().click()]);
  const here = page.url();
  await go(page, 'Read everything that was written, or put an answer right');
  await at('everything that was written');
  await Promise.all([page.waitForNavigation(), page.getByRole('main').locator('dl a').first().click()]);
  await at('an answer, to put right');
  await press(page, /^Put it right/);
  await at('an answer, put right without a reason');
  await page.goto(here);
  await go(page, /^The person asks/);
  await at('what the person may ask');
  await press(page, /^Hold it/);
  await at('what the person may ask, held without a reason');
  await page.getByLabel('Why', { exact: true }).fill('The Ombudsman asked.');
  await press(page, /^Hold it/);
  await at('what the person may ask, held');
  await press(page, /^Erase for good/);
  await at('what the person may ask, erased without a reason');
  await page.getByRole('checkbox', { name: /^Erase it all the same/ }).check();
  await page.getByLabel(/^Why it is erased/).fill('The person asked.');
  await press(page, /^Erase for good/);
  await at('what the person may ask, erased');
  await page.goto(here);
  await at('a referral that was erased');
}

export const DESK = [
  {
    name: 'desk',
    async walk({ page, at, base, said }) {
      await page.goto(new URL('/staff/sign-in', base).href);
      await at('sign in');
      await signIn(page, { base, said, role: 'triage', word: 'not the password' });
      await at('sign in, wrong');
      await signIn(page, { base, said, role: 'triage' });
      await at('queue', { heavy: false });
      if (await link(page, /^Next page/).count()) {
        await go(page, /^Next page/);
        await at('queue, next page');
        await go(page, /^First page/);
      }
      await page.getByLabel(/^Band/).selectOption({ index: 1 });
      await press(page, /^Show/);
      await at('queue, filtered');
      await inHeader(page, 'link', 'Your account');
      await at('your account');
      await press(page, /^Change my password/);
      await at('your account, wrong password');
      await page.goto(new URL('/staff/queue', base).href);
      await page.getByLabel(/^State/).selectOption({ index: (await page.getByLabel(/^State/).locator('option').count()) - 1 });
      await press(page, /^Show/);
      await at(`queue, ${(await heading(page)).includes(': 0') ? 'nothing found' : 'another state'}`);
      await inHeader(page, 'button', 'Sign out');
      await at('signed out');
    },
  },
  {
    name: 'a referral at the desk',
    async walk({ page, at, base, said }) {
      await signIn(page, { base, said, role: 'triage' });
      await page.goto(new URL('/staff/queue', base).href);
      await go(page, /^[A-Z0-9]{4}-/);
      await at('referral');
      await press(page, /^Set this band/);
      await at('referral, no band chosen');
      await press(page, /^Record this decision/);
      await at('referral, no decision chosen');
      await press(page, /^Make a feedback code/);
      await at('a feedback code, made');
      await go(page, /^Back to the referral/);

      const form = (words) => page.locator('main form').filter({ has: page.getByRole('button', { name: words }) }).first();
      const band = form(/^Set this band/);
      await band.getByRole('radio').nth(1).check();
      await band.getByLabel(/^Reason/).fill(REASON);
      await press(page, /^Set this band/);
      await at('referral, band set by hand');
      const decision = form(/^Record this decision/);
      await decision.getByRole('radio').first().check();
      await decision.getByLabel(/^Reason/).fill(REASON);
      await press(page, /^Record this decision/);
      await at('referral, an issue decided');
    },
  },
  {
    name: 'a long referral at the desk',
    async walk({ page, at, base, said }) {
      await begin(page, base, /^Someone I work with/);
      await page.goto(new URL('/refer/everything', base).href);
      for (let issues = 1; issues < 6; issues += 1) await press(page, /^Add an(other)? issue/);
      const wishes = { 'danger-now': 'no', 'issue-kind': 'mental-health-act', consent: 'yes' };
      // What the answers bring is answered on the next round.
      for (let rounds = 0; rounds < 4 && page.url().includes('everything'); rounds += 1) {
        await fill(page, wishes);
        await press(page, SAVE);
      }
      await page.goto(new URL('/refer/issues/1', base).href);
      await fill(page, { ...wishes, 'dates-known': 'yes' });
      for (let dates = 1; dates < 6; dates += 1) {
        await press(page, /^Add (a|another) date/);
        await fill(page, wishes);
      }
      await press(page, SAVE);
      await page.goto(new URL('/refer/issues/1', base).href);
      await at('an issue with many dates');
      await press(page, /^Change date 2/);
      await at('an issue with many dates, one to be changed');
      await page.goto(new URL('/refer/check', base).href);
      await at('a long referral, read through');
      await press(page, /^Send this/);
      const reference = (await page.locator('.code').first().textContent()).trim();
      await signIn(page, { base, said, role: 'triage' });
      const here = new URL(`/staff/referrals/${reference.replace('-', '')}`, base).href;
      await page.goto(here);
      await at('a long referral');
      await go(page, /^Issue 1: what/);
      await at('an issue with a page of its own');
      await press(page, /^Record this decision/);
      await at('an issue with a page of its own, no decision chosen');
      await page.goto(here);
      await go(page, 'Read everything that was written, or put an answer right');
      await at('a long referral, everything that was written');
      await go(page, /^Read “/);
      await at('a part of what was written');
      for (let visits = 0; visits < 12; visits += 1) await page.goto(here);
      await go(page, /^Everything that has happened/);
      await at('everything that has happened');
    },
  },
  {
    name: 'desk, manager and administrator',
    async walk({ page, at, base, said }) {
      await signIn(page, { base, said, role: 'administrator' });
      await inHeader(page, 'link', 'Accounts');
      await at('accounts');
      await page.goto(new URL('/staff/queue', base).href);
      await at('not open to this account');
      await page.goto(new URL('/staff/own-account', base).href);
      await inHeader(page, 'button', 'Sign out');

      const password = await signIn(page, { base, said, role: 'manager' });
      // In this journey: another at the same time would be signed out by its end.
      await rights({ page, at, base });
      await inHeader(page, 'link', 'Feedback');
      await at('feedback, as managers read it');
      await inHeader(page, 'link', 'Your account');
      await page.getByLabel(/^Your password now/).fill(password);
      await page.getByLabel(/^Your new password/).fill('ladder marmalade Thursday otter');
      await press(page, /^Change my password/);
      await at('your account, password changed');
      await inHeader(page, 'button', 'Sign out on every device');
      await at('signed out on every device');
    },
  },
];
