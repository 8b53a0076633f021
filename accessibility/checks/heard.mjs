// What a screen reader says on a page, compared with what is kept in a file that a person has read.
// Only where a journey asks for it: `at('a name', { heard: 'the-file' })`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diff } from '../lib/diff.mjs';
import { heardOn, masked } from '../lib/reader.mjs';

/** What is around the main part, and the same on many pages. */
const FRAME = /^(banner|contentinfo)$/;

/** The lines, where a frame that was heard on a page before is only named. */
function framed(lines, file, frames) {
  const out = [];
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    while (end < lines.length && lines[end].startsWith(' ')) end += 1;
    const part = lines.slice(i, end);
    const text = part.join('\n');
    const first = frames?.get(text);
    if (!first) frames?.set(text, file);
    out.push(...(FRAME.test(lines[i]) && first && first !== file ? [`${lines[i]}, as on “${first}”`] : part));
    i = end;
  }
  return out;
}

async function run(state) {
  const { folder, keep, frames } = state.hearing;
  const path = join(folder, `${state.heard}.txt`);
  const now = `${framed([masked(await state.on.page.title()), ...(await heardOn(state.on.page))], state.heard, frames).join('\n')}\n`;
  if (keep) {
    await mkdir(folder, { recursive: true });
    await writeFile(path, now);
    return [];
  }
  const kept = await readFile(path, 'utf8').catch(() => '');
  const differs = diff(kept, now);
  return differs.length ? [{ where: `${state.heard}.txt (− kept, + now)`, what: `is said otherwise than kept:\n        ${differs.join('\n        ')}`, advice: 'listen to it by reading the lines; if they are right, accessibility/run --keep-heard' }] : [];
}

export const heard = { name: 'heard', withScript: true, run };
