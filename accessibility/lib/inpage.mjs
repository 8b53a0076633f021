// Helpers that run inside the page. They are given to the page as text, so each check may use them by `kit.…`.
// Nothing here changes the page.

function kitFactory() {
  const kit = {};

  /** A short selector that a person can find the element by. */
  kit.name = (element) => {
    if (!element || element === document.body) return 'body';
    if (element.id) return `${element.localName}#${element.id}`;
    const field = element.getAttribute('name');
    if (field) return `${element.localName}[name="${field}"]${element.value && element.type === 'radio' ? `[value="${element.value}"]` : ''}`;
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    const kind = element.classList.length ? `${element.localName}.${[...element.classList].join('.')}` : element.localName;
    return words ? `${kind} “${words}”` : kind;
  };

  kit.visible = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };

  /** What Tab should reach, in the order of the document: every link, button and field; of a radio group only the chosen or the first. */
  kit.stops = () => {
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    const groups = new Set();
    return all.filter((element) => {
      if (element.disabled || element.type === 'hidden' || !element.checkVisibility({ visibilityProperty: true })) return false;
      if (element.closest('details:not([open])') && element.localName !== 'summary') return false;
      if (element.type !== 'radio') return true;
      const key = `${element.form?.id ?? ''} ${element.form ? [...document.forms].indexOf(element.form) : -1} ${element.name}`;
      if (groups.has(key)) return false;
      const group = all.filter((other) => other.type === 'radio' && other.name === element.name && other.form === element.form);
      const chosen = group.find((other) => other.checked);
      if (chosen && chosen !== element) return false;
      groups.add(key);
      return true;
    });
  };

  /** The area that can be pressed: a choice's label counts with its box. */
  kit.target = (element) => {
    const boxes = [element, ...(['radio', 'checkbox', 'file'].includes(element.type) ? element.labels ?? [] : [])].map((one) => one.getBoundingClientRect());
    const edge = (pick, side) => pick(...boxes.map((box) => box[side]));
    const [left, top, right, bottom] = [edge(Math.min, 'left'), edge(Math.min, 'top'), edge(Math.max, 'right'), edge(Math.max, 'bottom')];
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };

  /** Whether something else lies on it, in the part of it that is in the window: a tall field may go on below. */
  kit.covered = (element) => {
    const shown = element.getBoundingClientRect();
    const [top, bottom] = [Math.max(0, shown.top), Math.min(innerHeight, shown.bottom)];
    const points = [0.5, 0.1, 0.9].map((x) => document.elementFromPoint(shown.left + shown.width * x, (top + bottom) / 2));
    const own = (top) => top && (element.contains(top) || top.contains(element) && top !== document.body && top !== document.documentElement || [...(element.labels ?? [])].some((label) => label.contains(top)));
    return !points.some(own);
  };

  kit.words = (element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ');

  /** The elements that an attribute points to by id. */
  kit.pointed = (element, attribute) =>
    (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean).map((id) => document.getElementById(id)).filter(Boolean);

  /** What a person would write into a field, and what nobody should: by its kind. */
  const kind = (field) => {
    if (field.type === 'email' || field.type === 'tel') return field.type;
    if (field.inputMode === 'numeric') return 'nhs';
    return field.classList.contains('short') ? 'date' : field.localName;
  };
  kit.fitting = (field) => ({
    email: 'sam@example.org', tel: '01632 960 001', nhs: '943 476 5919', date: '5 3 2026', input: 'Sam Example', textarea: 'Some words about it.\nAnd a second line.',
  })[kind(field)];
  kit.unfitting = (field) => ({ email: 'nowhere', tel: '12', nhs: '999 000 0019', date: 'when the leaves fall' })[kind(field)] ?? 'too long '.repeat(24);

  return kit;
}

/** Runs a function in the page with the kit as its first argument. Works with the page's script switched off and its policy on. */
export function inPage(page, body, argument) {
  return page.evaluate(`((kit) => (${body})(kit, ${JSON.stringify(argument ?? null)}))((${kitFactory})())`);
}
