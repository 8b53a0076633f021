// One table: a row for each page and state, a column for each check, a count in each cell; the findings below it.
import { COLUMNS } from '../checks/all.mjs';

export function count(states) {
  return states.reduce((sum, { findings }) => sum + [...findings.values()].reduce((all, list) => all + list.length, 0), 0);
}

export function table(states) {
  const rows = states.map((state) => [
    state.name,
    ...COLUMNS.map((column) => (state.findings.has(column) ? String(state.findings.get(column).length || '·') : ' ')),
    state.weight ? `${(state.weight.raw / 1000).toFixed(1)}/${(state.weight.packed / 1000).toFixed(1)}` : '',
  ]);
  const head = ['page and state', ...COLUMNS, 'kB raw/gz'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** The findings in words; one that many states share is said once, with the states it is in. */
export function findings(states) {
  const shared = new Map();
  for (const { name, findings } of states) {
    for (const [check, list] of findings) {
      for (const { where, what, advice } of list) {
        const key = `${check}: ${what}\n    at ${where}\n    do ${advice}`;
        shared.set(key, [...(shared.get(key) ?? []), name]);
      }
    }
  }
  return [...shared].map(([text, names]) => `${text}\n    on ${names.slice(0, 4).join(' · ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`).join('\n\n');
}
