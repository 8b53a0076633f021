// Two texts, line by line: what is only in the first (−), what is only in the second (+), and two lines around each.

const AROUND = 2;

/** Readable lines that say how `after` differs from `before`; none if it does not. */
export function diff(before, after) {
  const [a, b] = [before.split('\n'), after.split('\n')];
  // The longest lines that both have, from the end: common[i][j] is how many a[i…] and b[j…] share.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  }
  const all = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      all.push(`  ${a[i]}`);
      [i, j] = [i + 1, j + 1];
    } else if (j === b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
      all.push(`− ${a[i]}`);
      i += 1;
    } else {
      all.push(`+ ${b[j]}`);
      j += 1;
    }
  }
  const near = (at) => all.slice(Math.max(0, at - AROUND), at + AROUND + 1).some((line) => !line.startsWith(' '));
  return all.flatMap((line, at) => (near(at) ? [line] : near(at - 1) ? ['  …'] : []));
}
