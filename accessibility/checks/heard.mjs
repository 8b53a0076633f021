// What a screen reader says on a page, compared with what is kept in a file that a person has read.
// Only where a journey asks for it: `at('a name', { heard: 'the-file' })`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diff } from '../lib/diff.mjs';
import { heardOn, masked } from '../lib/reader.mjs';

/** What is around the main part, and the same on many pages. */
const FRAME = /^(banner|contentinfo)$/;

/** The line of a frame that was heard on a page before. */
const NAMED = /^(?:banner|contentinfo), as on “(.+)”$/gm;

/** What stands furthest out, each with what is inside it. */
function parts(lines) {
  const out = [];
  for (const line of lines) {
    if (line.startsWith(' ') && out.length) out.at(-1).push(line);
    else out.push([line]);
  }
  return out;
}

/** The lines, where a frame that was heard on a page before is only named. */
function framed(lines, file, frames) {
  return parts(lines).flatMap((part) => {
    const text = part.join('\n');
    const first = frames?.get(text);
    if (!first) frames?.set(text, file);
    return FRAME.test(part[0]) && first && first !== file ? [`${part[0]}, as on “${first}”`] : part;
  });
}

/** Where a page names one that was not listened to this time, its frames are taken as they are kept. */
async function remember(kept, folder, frames) {
  for (const [, file] of kept.matchAll(NAMED)) {
    const lines = (await readFile(join(folder, `${file}.txt`), 'utf8').catch(() => '')).trimEnd().split('\n');
    for (const part of parts(lines)) if (FRAME.test(part[0]) && !frames.has(part.join('\n'))) frames.set(part.join('\n'), file);
  }
}

async function run(state) {
  const { folder, keep, frames } = state.hearing;
  const path = join(folder, `${state.heard}.txt`);
  const kept = keep ? '' : await readFile(path, 'utf8').catch(() => '');
  await remember(kept, folder, frames ?? new Map());
  const now = `${framed([masked(await state.on.page.title()), ...(await heardOn(state.on.page))], state.heard, frames).join('\n')}\n`;
  if (keep) {
    await mkdir(folder, { recursive: true });
    await writeFile(path, now);
    return [];
  }
  const differs = diff(kept, now);
  return differs.length ? [{ where: `${state.heard}.txt (− kept, + now)`, what: `is said otherwise than kept:\n        ${differs.join('\n        ')}`, advice: 'listen to it by reading the lines; if they are right, accessibility/run --keep-heard' }] : [];
}

export const heard = { name: 'heard', withScript: true, run };
