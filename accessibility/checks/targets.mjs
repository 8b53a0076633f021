// What can be pressed is large enough to be pressed: 24 px at least (WCAG 2.5.8); those under our own bar of 44 px are counted.
import { PHONE } from '../lib/browser.mjs';
import { inPage } from '../lib/inpage.mjs';

const measure = (kit) => {
  const inText = (element) => {
    if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
    const around = element.closest('p, li, dd, td, label, legend, figcaption');
    return around !== null && kit.words(around).length > kit.words(element).length + 1;
  };
  const pressable = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter((element) => kit.visible(element) && !inText(element));
  const under = (least) => pressable.filter((element) => {
    const box = kit.target(element);
    return Math.round(box.height) < least || Math.round(box.width) < least;
  });
  const offScreen = (element) => kit.target(element).bottom <= 0 || kit.target(element).right <= 0;
  return {
    findings: under(24).filter((element) => !offScreen(element)).map((element) => ({ where: kit.name(element), what: `a target of ${Math.round(kit.target(element).width)} × ${Math.round(kit.target(element).height)} px`, advice: 'at least 24 × 24 px, better 44' })),
    small: under(44).filter((element) => !offScreen(element)).map(kit.name),
  };
};

export const targets = {
  name: 'targets',
  async run(state) {
    await state.off.page.setViewportSize(PHONE);
    const { findings, small } = await inPage(state.off.page, measure);
    state.notes.push(...small.map((where) => `under 44 px: ${where}`));
    return findings;
  },
};
