// The pages that anybody can open, coming back to a form, and feedback.
import { readFileSync } from 'node:fs';
import { begin, button, go, link, press } from '../lib/steps.mjs';

export const PUBLIC = [
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
    name: 'leaving',
    async walk({ page, at, base }) {
      const words = 'They want me to move.';
      await begin(page, base, /^I do/);
      await page.goto(new URL('/refer/section/happening', base).href);
      await page.getByRole('textbox').first().fill(words);
      await page.getByRole('link', { name: /leave this page/i }).first().click();
      await page.goBack();
      if ((await page.content()).includes(words)) throw new Error('the Back button brings back what was written');
      await at('back after leaving', { bare: true });
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
];
