// What a reader has asked the device for: less movement, forced colours, and lines short enough to follow.
import { DESK } from '../lib/browser.mjs';
import { inPage } from '../lib/inpage.mjs';

const moves = (kit) =>
  [...document.querySelectorAll('*')].flatMap((element) => {
    const style = getComputedStyle(element);
    const lasts = (value) => value.split(',').some((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) > 10);
    const moving = (lasts(style.animationDuration) && style.animationName !== 'none') || lasts(style.transitionDuration);
    return moving ? [{ where: kit.name(element), what: 'moves although the reader asked for less movement', advice: 'stop it under prefers-reduced-motion' }] : [];
  });

const edges = (kit) =>
  [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button')].filter(kit.visible).flatMap((element) => {
    const style = getComputedStyle(element);
    const drawn = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== 'none';
    const native = style.appearance !== 'none' && ['radio', 'checkbox', 'file'].includes(element.type);
    return drawn || native ? [] : [{ where: kit.name(element), what: 'has no edge in forced colours', advice: 'draw it with a border, transparent if need be' }];
  });

const reading = (kit) =>
  [...document.querySelectorAll('main p, main li, main dd')].filter(kit.visible).flatMap((element) => {
    const style = getComputedStyle(element);
    const findings = [];
    const most = parseFloat(style.fontSize) * 0.5 * 95;
    if (kit.words(element).length > 95 && element.getBoundingClientRect().width > most) findings.push({ where: kit.name(element), what: 'lines of more than about 95 characters', advice: 'max-width of about 66ch' });
    if (style.textAlign === 'justify') findings.push({ where: kit.name(element), what: 'justified text', advice: 'align it to the left' });
    if (parseFloat(style.lineHeight) < parseFloat(style.fontSize) * 1.3) findings.push({ where: kit.name(element), what: 'lines too close together', advice: 'line-height of 1.5' });
    return findings;
  });

async function run({ off: { page } }) {
  await page.setViewportSize(DESK);
  const findings = await inPage(page, reading);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  findings.push(...(await inPage(page, moves)));
  await page.emulateMedia({ reducedMotion: null, forcedColors: 'active' });
  findings.push(...(await inPage(page, edges)));
  await page.emulateMedia({ forcedColors: null });
  return findings;
}

export const comfort = { name: 'comfort', run };
