// The virtual screen reader: everything it says on a page from top to bottom, as lines that a person can read.
// What is inside something stands further in, so that nothing has to say where it ends.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';

const folder = dirname(createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/package.json'));
const module = readFileSync(join(folder, 'lib/esm/index.browser.js'), 'utf8');
// A module cannot be put into a page that lets in no script; the same as plain text can.
const source = module.replace(/export\{[\w$]+ as Virtual,([\w$]+) as virtual\};/, 'globalThis.virtualReader = $1;');
if (source === module) throw new Error('the virtual screen reader is not built as this file expects: see the end of its index.browser.js');

/** More phrases than any page has. */
const MOST = 6000;

/** Runs in the page. The readers that people use say neither the value that a button or an option sends, nor what is folded away; this one does. */
const say = async (most) => {
  for (const valued of document.querySelectorAll('button[value], option[value]')) valued.removeAttribute('value');
  for (const folded of document.querySelectorAll('details:not([open]) > :not(summary)')) folded.hidden = true;
  const reader = globalThis.virtualReader;
  await reader.start({ container: document.body });
  for (let i = 0; i < most && (await reader.lastSpokenPhrase()) !== 'end of document'; i += 1) await reader.next();
  const said = await reader.spokenPhraseLog();
  await reader.stop();
  return said;
};

/**
 * What differs from run to run, and what stands for it. Everything that is heard goes through here. Days do not differ:
 * `accessibility/run` starts its portal on the same day each time.
 */
const CHANGING = [
  [/http:\/\/127\.0\.0\.1:\d+/g, '[address]'],
  [/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){1,2}\b/g, '[code]'],
  [/\b[0-9A-Z]{8}\b/g, '[number]'],
  // Not a part of a longer number, such as a version.
  [/(?<![\d.])\d{1,2}[:.]\d\d(?: ?[ap]m)?\b(?!\.\d)/g, '[time]'],
];

export const masked = (line) => CHANGING.reduce((words, [changing, mark]) => words.replace(changing, mark), line);

/** What a thing ends with; one that has no role ends with the second. */
const ENDS = /^end(?: of|,) /;

/** One thing that is said, with what is said inside it. */
function tree(phrases) {
  const root = { words: '', inside: [], around: null };
  const left = new Map();
  for (const phrase of phrases.filter((phrase) => ENDS.test(phrase))) left.set(phrase.replace(ENDS, ''), (left.get(phrase.replace(ENDS, '')) ?? 0) + 1);
  let here = root;
  for (const words of phrases) {
    if (here !== root && ENDS.test(words) && words.replace(ENDS, '') === here.words) {
      here = here.around;
      continue;
    }
    const node = { words, inside: [], around: here };
    here.inside.push(node);
    if (left.get(words)) {
      left.set(words, left.get(words) - 1);
      here = node;
    }
  }
  return root.inside;
}

/** Only there to hold its words: the readers that people use do not say it. */
const SILENT = /^(document|rowgroup|paragraph|strong|emphasis|time|code|generic)$/;
/** Has the words inside it for a name, and says them with it. */
const NAMED = /^(?:link|heading|button|term|cell|gridcell|columnheader|rowheader|caption|listitem), (.*)$/;
/** Its name is all that is in it: that is said in the lines below it. */
const HOLDER = /^(row|cell|gridcell|columnheader|rowheader), /;

function lines(nodes) {
  const out = [];
  let label = '';
  for (const { words, inside } of nodes) {
    // The label of the choice that was just said, or a part of it.
    if (!inside.length && label.startsWith(words)) {
      label = label.slice(words.length).trimStart();
      continue;
    }
    [, label] = /^(?:radio|checkbox), (.*)$/.exec(words) ?? [null, ''];
    out.push(...one(words, lines(inside)));
  }
  return out;
}

/** A full stop that is only heard stands by itself among the lines, and at its word in the name. */
const unspaced = (text) => text.replaceAll(' ', '');

function one(words, within) {
  if (SILENT.test(words)) return within;
  const joined = within.map((line) => line.trim()).join(' ');
  const [, name] = NAMED.exec(words) ?? [];
  if (name && joined && unspaced(name).startsWith(unspaced(joined))) return [words];
  if (joined && (joined === words || (within.length === 1 && joined.includes(words)))) return within;
  const [, at, of] = /^listitem, level \d+, position (\d+), set size (\d+)$/.exec(words) ?? [];
  const holder = joined && HOLDER.exec(words)?.[1];
  const said = at ? `item ${at} of ${of}` : holder || words.replace(/, position (\d+), set size (\d+)$/, ', $1 of $2');
  return within.length === 1 && !said.includes(',') ? [`${said}: ${within[0]}`] : [said, ...within.map((line) => `  ${line}`)];
}

/** Everything that is said on a page with script, a line each. */
export async function heardOn(page) {
  await page.evaluate(source);
  return lines(tree(await page.evaluate(say, MOST))).map(masked);
}
