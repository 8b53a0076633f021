// The way of a referral: its questions in every voice, sending it, and what comes in between.
import { fill, getWrong } from '../lib/person.mjs';
import { SAVE, answered, begin, broughtMore, button, go, parts, press, signIn, tasks } from '../lib/steps.mjs';

const DOORS = [
  { voice: 'myself', door: /^I do/ },
  { voice: 'someone', door: /^Someone I know/ },
  { voice: 'professional', door: /^Someone I work with/ },
];

const ISSUES = /^(Issues|What (you|they) need help with)$/;

/** Every section: blank, with what its answers bring, filled, and with everything wrong. */
function sections({ voice, door }) {
  return {
    name: `sections, ${voice}`,
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

      if (voice === 'myself') {
        await tasks(page, base);
        await at('sent already');
      }
    },
  };
}

/** What a professional has to say before it can be sent, beside the danger and the consent. */
const FEWEST = {
  'referrer-name': 'Sam Example', 'referrer-contact-ways': 'email', 'referrer-email': 'sam@example.org', 'person-name': 'Alex Example',
  'contact-ways': 'visit', happening: 'A move is planned.',
};

/** A referrer says that the person said no: what can be done, a receipt that promises nothing, and the desk. */
const saidNo = {
  name: 'the person said no',
  async walk({ page, at, base, said }) {
    const no = { consent: 'refuses', 'consent-capacity': 'yes' };
    const refuse = async () => {
      await page.goto(new URL('/refer/section/consent', base).href);
      await answered(page, no);
    };
    await begin(page, base, /^Someone I know/, { 'danger-now': 'yes' });
    await refuse();
    await at('they said no, in danger');
    await press(page, /^Stop here/);
    await at('stopped, nothing was sent');

    await begin(page, base, /^Someone I work with/);
    await refuse();
    await at('they said no');
    await page.goto(new URL('/refer/everything', base).href);
    for (const [name, words] of Object.entries(FEWEST)) {
      const field = page.locator(`[name="${name}"]:not([type=hidden])`);
      if ((await field.count()) === 1) await field.fill(words);
      else await page.locator(`[name="${name}"][value="${words}"]`).check();
    }
    await press(page, SAVE);
    await page.goto(new URL('/refer/check', base).href);
    await at('read through, they said no');
    await press(page, /^Send this/);
    await at('receipt, they said no');
    const reference = (await page.locator('.code').first().textContent()).replaceAll('-', '');

    await signIn(page, { base, said, role: 'triage' });
    await page.goto(new URL(`/staff/referrals/${reference}`, base).href);
    await at('referral, they said no');
    await press(page, /^Confirm, and destroy/);
    await at('referral, refusal not confirmed');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await press(page, /^Confirm, and destroy/);
    await at('referral, refusal confirmed');
  },
};

/** A page of a form that was closed in another window. */
const elsewhere = {
  name: 'another form in another window',
  async walk({ page, at, base }) {
    await begin(page, base, /^Someone I work with/);
    await page.goto(new URL('/refer/section/you', base).href);
    await fill(page);
    const other = await page.context().newPage();
    await other.goto(base);
    await go(other, /^Someone I know/);
    await press(other, /^No, start a new one/);
    await answered(other, { 'danger-now': 'no' });
    await other.close();
    await press(page, SAVE);
    await at('a page of a form that is closed');
  },
};

export const FORM = [
  // The longest first: the others are walked beside them.
  ...DOORS.map(everything),
  ...DOORS.map(sections),
  ...DOORS.map(issues),
  ...DOORS.map(sending),
  saidNo,
  elsewhere,
];
