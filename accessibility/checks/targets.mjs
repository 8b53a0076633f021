// What can be pressed is large enough to be pressed: 44 px, our own bar (WCAG 2.5.5; 2.5.8 asks for 24).
import { PHONE } from '../lib/browser.mjs';
import { inPage } from '../lib/inpage.mjs';

const LEAST = 44;

const small = (kit, least) => {
  const inText = (element) => {
    if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
    const around = element.closest('p, li, dd, td, label, legend, figcaption');
    return around !== null && kit.words(around).length > kit.words(element).length + 1;
  };
  const pressable = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter((element) => kit.visible(element) && !inText(element));
  return pressable.flatMap((element) => {
    const box = kit.target(element);
    const [width, height] = [Math.round(box.width), Math.round(box.height)];
    const outOfSight = box.bottom <= 0 || box.right <= 0;
    return outOfSight || (width >= least && height >= least) ? [] : [{ where: kit.name(element), what: `a target of ${width} × ${height} px`, advice: `at least ${least} × ${least} px` }];
  });
};

export const targets = {
  name: 'targets',
  async run(state) {
    await state.off.page.setViewportSize(PHONE);
    return inPage(state.off.page, small, LEAST);
  },
};
