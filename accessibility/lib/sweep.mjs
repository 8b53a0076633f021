// Runs every check on a page in a state, and collects what they find.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKS } from '../checks/all.mjs';
import { checkHtml, html } from '../checks/html.mjs';
import { DESK, PHONE, recorder, replay } from './browser.mjs';

/** A page with hundreds of fields takes the keyboard a while. */
const MOST_SECONDS = 120;

export class Sweep {
  constructor(browser, { out, shots = null, hearing = null }) {
    Object.assign(this, { browser, out, shots, hearing, states: [], took: new Map(), inTheDark: new Set() });
  }

  /**
   * Starts a journey: a person with a browser without script.
   * Returns its page, and `at(name, options)`, which checks the page that the journey has come to.
   * Options: `open` (nothing personal: may be kept by the browser), `heavy` (everything on one page), `bare` (a page
   * that leads nowhere, and so has nothing around its main part), `only` (names of checks), `heard` (the file with what a screen reader says).
   */
  async journey({ viewport = PHONE } = {}) {
    const context = await this.browser.newContext({ javaScriptEnabled: false, viewport, locale: 'en-GB', timezoneId: 'Europe/London' });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const sent = recorder(page);
    const at = async (name, options = {}) => this.look(name, await sent(), options);
    return { page, at, close: () => context.close() };
  }

  async look(name, sent, { open = false, heavy = false, bare = false, only = null, heard = null }) {
    const state = { name, sent, status: sent.status, open, heavy, bare, only, heard, hearing: this.hearing, inTheDark: only ? new Set() : this.inTheDark, findings: new Map() };
    this.states.push(state);
    state.off = await replay(this.browser, sent);
    const checks = CHECKS.filter(({ name }) => (name === 'heard' ? heard : !only || only.includes(name)));
    if (checks.some(({ withScript }) => withScript)) state.on = await replay(this.browser, sent, { script: true });
    for (const check of checks) {
      const began = performance.now();
      state.findings.set(check.name, dedupe(await inTime(check, state)));
      this.took.set(check.name, (this.took.get(check.name) ?? 0) + performance.now() - began);
    }
    await state.on?.close();
    await state.off.close();
    if (this.shots) await this.picture(state);
    state.title = /<title>([^<]*)/i.exec(sent.body.toString())?.[1].trim() ?? '';
    state.h1 = /<h1[^>]*>([\s\S]*?)<\/h1>/i.exec(sent.body.toString())?.[1].replace(/<[^>]*>/g, '').trim() ?? '';
    return state;
  }

  /** What can only be said when all states are known. */
  async finish() {
    const checked = this.states.filter(({ only }) => !only || only.includes(html.name));
    if (checked.length) await checkHtml(checked, join(this.out, 'html'));
    const titles = new Map();
    for (const state of this.states) {
      const first = titles.get(state.title);
      if (first && first.h1 !== state.h1) state.findings.get('structure')?.push({ where: 'title', what: `the same title as “${first.name}”: ${state.title}`, advice: 'a title of its own for each page' });
      titles.set(state.title, first ?? state);
    }
  }

  /** Pictures for human eyes: nothing is decided by them. */
  async picture({ name, sent }) {
    await mkdir(this.shots, { recursive: true });
    const looks = [
      ['320', { viewport: PHONE }, {}],
      ['390', { viewport: { width: 390, height: 844 } }, {}],
      ['1280', { viewport: DESK }, {}],
      ['dark', { viewport: DESK }, { colorScheme: 'dark' }],
      ['forced', { viewport: DESK }, { forcedColors: 'active' }],
      ['print', { viewport: { width: 794, height: 1123 } }, { media: 'print' }],
    ];
    for (const [look, options, media] of looks) {
      const { page, close } = await replay(this.browser, sent, options);
      await page.emulateMedia(media);
      await page.screenshot({ path: join(this.shots, `${name.replace(/[^\w]+/g, '-')}.${look}.png`), fullPage: true });
      await close();
    }
  }
}

/** A check that does not come back is a finding, not a sweep that never ends. */
async function inTime(check, state) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the check “${check.name}” did not end on “${state.name}”`)), MOST_SECONDS * 1000);
  });
  try {
    return await Promise.race([check.run(state), late]);
  } finally {
    clearTimeout(timer);
  }
}

function dedupe(findings) {
  const seen = new Set();
  return findings.filter(({ where, what }) => {
    const key = `${where}\n${what}`;
    return !seen.has(key) && seen.add(key);
  });
}
