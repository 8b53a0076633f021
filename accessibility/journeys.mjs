// Who goes where: each journey is a person with a browser, and `await at('name')` checks the page that they have come to.
// A journey finds its way as a person does: by the words and roles of links and buttons, and by the names of fields.

export const JOURNEYS = [
  {
    name: 'open pages',
    async walk({ page, at, base }) {
      await page.goto(base);
      await at('start', { open: true });
      for (const [words, name] of [[/privacy/i, 'privacy notice'], [/accessib/i, 'accessibility statement']]) {
        await page.goto(base);
        await page.getByRole('contentinfo').getByRole('link', { name: words }).first().click();
        await at(name, { open: true });
      }
      await page.goto(new URL('/no-such-page', base).href);
      await at('not found', { open: true });
    },
  },
];
