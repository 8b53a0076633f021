// The Nu HTML checker on every page as the server sent it: one start of Java for all of them.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

export const html = { name: 'html' };

/** Checks the bodies of all states at once; gives each state its findings. */
export async function checkHtml(states, folder) {
  await mkdir(folder, { recursive: true });
  const files = states.map((_, i) => join(folder, `${String(i).padStart(3, '0')}.html`));
  await Promise.all(states.map((state, i) => writeFile(files[i], state.sent.body)));
  const messages = await new Promise((resolve, reject) => {
    const done = (failure, out) => {
      try {
        resolve(JSON.parse(out).messages);
      } catch {
        reject(new Error(`the HTML checker did not run: ${failure?.message ?? out.slice(0, 300)}`));
      }
    };
    execFile('java', ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files], { maxBuffer: 1 << 28 }, done);
  });
  for (const [i, state] of states.entries()) {
    state.findings.set(html.name, messages.filter((message) => message.url === `file:${files[i]}`).map((message) => ({
      where: `line ${message.lastLine ?? '?'}: ${(message.extract ?? '').replace(/\s+/g, ' ').trim().slice(0, 120)}`,
      what: message.message,
      advice: `kept in ${files[i]}`,
    })));
  }
}
