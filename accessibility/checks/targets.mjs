// What can be pressed is large enough to be pressed: 44 px, our own bar (WCAG 2.5.5; 2.5.8 asks for 24). And where a field
// begins and ends can be seen: its edge differs by 3:1 from what is within it or around it (WCAG 1.4.11), in light and dark.
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

/** WCAG 1.4.11. */
const EDGE = 3;

const faint = (kit, least) => {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = numbers(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const painted = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (numbers(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const fields = [...document.querySelectorAll('input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), select, textarea')].filter(kit.visible);
  return fields.flatMap((field) => {
    const { borderBottomColor, borderBottomStyle, borderBottomWidth } = getComputedStyle(field);
    const edged = borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) >= 1;
    const seen = edged ? Math.max(ratio(borderBottomColor, painted(field)), ratio(borderBottomColor, painted(field.parentElement))) : ratio(painted(field), painted(field.parentElement));
    return seen >= least ? [] : [{ where: kit.name(field), what: `an edge of ${seen.toFixed(1)}:1`, advice: `an edge that differs by ${least}:1 from what is around it` }];
  });
};

export const targets = {
  name: 'targets',
  async run(state) {
    await state.off.page.setViewportSize(PHONE);
    const { page } = state.off;
    const findings = [...(await inPage(page, small, LEAST)), ...(await inPage(page, faint, EDGE))];
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    findings.push(...(await inPage(page, faint, EDGE)).map((finding) => ({ ...finding, what: `${finding.what} in dark colours` })));
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    return findings;
  },
};
