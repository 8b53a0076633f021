// Tab alone reaches everything, in the order that is seen, without a trap, and each stop can be seen: it has an outline of
// 3 px, and is not covered by anything, also at 400 % zoom. For each kind of stop on a page the pixels are looked at: a change
// of at least 3:1 around it, as much as a ring of 3 px, in the page's own colours, in forced ones and in dark ones.
import { DESK, ZOOMED } from '../lib/browser.mjs';
import { inPage } from '../lib/inpage.mjs';
import { changed } from '../lib/png.mjs';

/** A ring of 1 px around the smallest target has more pixels than this: fewer are no ring at all. */
const LEAST_CHANGE = 60;
/** How thick the ring has to be, in pixels; and how much of a square one a round one has, with its edges blurred. */
const [RING, ROUND] = [3, 0.7];

const number = (kit) => kit.stops().map((element, i) => {
  element.dataset.sweepStop = i;
  // What opens a question looks as what does not: of the classes only those count that are more than a letter and a number.
  const classes = [...element.classList].filter((name) => !/^[a-z]\d+$/.test(name)).join(' ');
  const style = [element.localName, element.type ?? '', classes, element.closest('header, main, footer, nav')?.localName ?? '', element.closest('table, dl, fieldset')?.localName ?? ''].join(' ');
  return { where: kit.name(element), style };
});

const here = (kit) => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const box = kit.target(element);
  // Of words that go on in the next line, the longest part.
  const [{ left, top, right, bottom }] = [...element.getClientRects()].sort((one, other) => other.width + other.height - one.width - one.height);
  const place = { left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY };
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3;
  return { stop: element.dataset.sweepStop ?? null, outlined, where: kit.name(element), box, drawn: { left, top, right, bottom }, scrolled: scrollY, place, covered: kit.covered(element) };
};

const toTheTop = () => {
  // Focus on the body puts the next Tab at the start of the page, also where a message has taken the focus.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
};

async function walk({ off: { page }, inTheDark }) {
  await page.setViewportSize(DESK);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const stops = await inPage(page, number);
  await page.evaluate(toTheTop);
  const [findings, order, places, looked] = [[], [], [], new Set()];
  for (let presses = 0; presses < stops.length + 2; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await inPage(page, here);
    if (!at) break;
    if (order.length && order.at(-1) === at.stop) {
      findings.push({ where: at.where, what: 'Tab does not leave it', advice: 'let Tab go on to what follows' });
      break;
    }
    if (order.includes(at.stop) && at.stop !== null) break;
    // To the next column is forward; up in the same one is not.
    const before = places.at(-1);
    if (before && at.place.bottom < before.top - 4 && at.place.left < before.right) findings.push({ where: at.where, what: 'Tab goes back up to it', advice: 'let the order of the page be the order that is seen' });
    order.push(at.stop);
    places.push(at.place);
    if (at.covered) findings.push(covered(at.where));
    if (!at.outlined) findings.push({ where: at.where, what: 'has the focus and no outline of 3 px', advice: 'leave the outline that :focus-visible draws' });
    const style = stops[at.stop]?.style ?? at.where;
    if (!looked.has(style)) {
      looked.add(style);
      for (const [colours, pixels, ring] of await differences(page, style, inTheDark)) {
        const few = pixels < LEAST_CHANGE ? 'no focus to be seen' : 'a focus thinner than 3 px';
        if (pixels < Math.max(LEAST_CHANGE, ring)) findings.push({ where: at.where, what: `${few}${colours} (${pixels} pixels change by 3:1)`, advice: 'an outline of 3 px that differs by 3:1 from what is around it' });
      }
    }
  }
  const visited = order.filter((stop) => stop !== null).map(Number);
  for (const [i, { where }] of stops.entries()) if (!visited.includes(i)) findings.push({ where, what: 'Tab does not reach it', advice: 'use a link, a button or a field, and leave tabindex alone' });
  await page.emulateMedia({ reducedMotion: null });
  await page.evaluate(() => document.querySelectorAll('[data-sweep-stop]').forEach((element) => element.removeAttribute('data-sweep-stop')));
  return findings;
}

const covered = (where, when = '') => ({ where, what: `has the focus and is covered${when}`, advice: 'leave room for what sticks: scroll-padding' });

/** Each stop with the focus, where the window shows least: what sticks takes most of it. */
const coveredStops = (kit) => {
  const found = kit.stops().filter((element) => {
    element.focus();
    return kit.covered(element);
  });
  document.activeElement.blur();
  scrollTo(0, 0);
  return found.map(kit.name);
};

/** The pixels that a ring around it has, where all of its thickness is in the picture and in the window. */
function ring({ left, top, right, bottom }, clip) {
  const [low, far] = [Math.min(DESK.height, clip.y + clip.height), Math.min(DESK.width, clip.x + clip.width)];
  const width = Math.max(0, Math.min(right, far) - Math.max(left, clip.x));
  const height = Math.max(0, Math.min(bottom, low) - Math.max(top, clip.y));
  const across = (top - RING >= clip.y ? width : 0) + (bottom + RING <= low ? width : 0);
  const down = (left - RING >= clip.x ? height : 0) + (right + RING <= far ? height : 0);
  return Math.floor((across + down) * RING * ROUND);
}

/** The looks in which the ring has to be seen, and whether it is on every page: in dark colours, once for each kind of stop. */
const LOOKS = [
  { colours: '', media: { forcedColors: null, colorScheme: null }, always: true },
  { colours: ' in forced colours', media: { forcedColors: 'active', colorScheme: null }, always: true },
  { colours: ' in dark colours', media: { forcedColors: null, colorScheme: 'dark' }, always: false },
];

/**
 * How many pixels around what has the focus differ from the same place without it, and how many a ring would have, in each
 * look: the page may be longer in another one, and it stands elsewhere. Leaves the focus where Tab goes on. `inTheDark` holds
 * the kinds that were seen in dark colours, on whatever page of the sweep.
 */
async function differences(page, style, inTheDark) {
  const looks = [];
  for (const look of LOOKS.filter(({ always }) => always || !inTheDark.has(style))) {
    await page.emulateMedia(look.media);
    if (looks.length) await page.evaluate(() => document.activeElement.scrollIntoView({ block: 'nearest' }));
    looks.push({ ...look, ...(await lookedAt(page)) });
  }
  inTheDark.add(style);
  await page.evaluate(() => document.activeElement.blur());
  const found = [];
  for (const { colours, media, scrolled, picture, focused, ring } of looks.reverse()) {
    await page.emulateMedia(media);
    await page.evaluate((top) => scrollTo(0, top), scrolled);
    found.push([colours, picture ? changed(await picture(), focused, 3) : 0, ring]);
  }
  return found;
}

/** What has the focus, as it looks now, and how to take the same picture again; nothing, where it is outside the window. */
async function lookedAt(page) {
  const { box, drawn, scrolled } = await inPage(page, here);
  const clip = { x: Math.max(0, box.left - 8), y: Math.max(0, box.top - 8), width: Math.min(box.width + 16, 1264), height: Math.min(box.height + 16, 400) };
  if (clip.width <= 0 || clip.height <= 0 || clip.y >= DESK.height || clip.x >= DESK.width) return { scrolled, ring: 0 };
  const picture = () => page.screenshot({ clip, caret: 'hide' });
  return { picture, scrolled, ring: ring(drawn, clip), focused: await picture() };
}

const skips = (kit) => {
  const first = kit.stops()[0];
  if (!first) return [];
  const main = document.querySelector('main');
  if (first.localName !== 'a' || !first.getAttribute('href').startsWith('#')) return [{ where: kit.name(first), what: 'the first stop is no skip link', advice: 'begin with a link to the main part' }];
  const target = document.getElementById(first.hash.slice(1));
  if (!target || !(target === main || main?.contains(target))) return [{ where: kit.name(first), what: 'the skip link does not lead to main', advice: 'lead to main’s id' }];
  return [];
};

const inMain = (kit) => {
  const main = document.querySelector('main');
  const last = kit.stops().filter((element) => main.contains(element));
  const at = document.activeElement;
  return last.length === 0 || main.contains(at) ? [] : [{ where: kit.name(at), what: 'after the skip link, Tab is not in main', advice: 'lead to main’s id, and put nothing that takes focus before main’s first stop' }];
};

async function run(state) {
  const { page } = state.off;
  const findings = await walk(state);
  await page.setViewportSize(ZOOMED);
  findings.push(...(await inPage(page, coveredStops)).map((where) => covered(where, ' at 400 % zoom')));
  await page.setViewportSize(DESK);
  const skip = await inPage(page, skips);
  if (skip.length || !(await inPage(page, (kit) => kit.stops().length))) return [...findings, ...skip];
  await page.evaluate(toTheTop);
  await page.keyboard.press('Tab');
  const shown = await inPage(page, here);
  if (!shown || shown.covered) findings.push({ where: shown?.where ?? 'body', what: 'the skip link cannot be seen when it has the focus', advice: 'show it on focus' });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  return [...findings, ...(await inPage(page, inMain))];
}

export const keyboard = { name: 'keyboard', run };
