// What goes over the wire: headers, cookies, requests, bytes, and what the browser complains of.
import { gzipSync } from 'node:zlib';

const MOST = { requests: 3, raw: 40_000, packed: 12_000, everything: 120_000 };

const at = (where) => (what, advice) => ({ where, what, advice });

export const headers = {
  name: 'headers',
  async run({ sent, open }) {
    const findings = [];
    const report = at(sent.url);
    const header = (name) => sent.headers[name] ?? '';
    const policy = new Map(header('content-security-policy').split(';').map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values]));
    if (!policy.has('default-src')) findings.push(report('no content security policy', "default-src 'none' and what the page needs"));
    for (const [name, values] of policy) if (values.some((value) => ["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'http:', 'data:'].includes(value))) findings.push(report(`the policy’s ${name} lets in too much`, 'name what may be loaded'));
    for (const name of ['form-action', 'frame-ancestors', 'base-uri']) if (policy.has('default-src') && !policy.has(name)) findings.push(report(`the policy says nothing of ${name}`, 'default-src does not cover it'));
    if (header('x-content-type-options') !== 'nosniff') findings.push(report('no X-Content-Type-Options', 'nosniff'));
    if (!['no-referrer', 'same-origin', 'strict-origin'].includes(header('referrer-policy'))) findings.push(report('no Referrer-Policy that keeps addresses in', 'same-origin or no-referrer'));
    if (!/^text\/html; *charset=utf-8$/i.test(header('content-type'))) findings.push(report(`sent as ${header('content-type')}`, 'text/html; charset=utf-8'));
    if (!open && !header('cache-control').includes('no-store')) findings.push(report('may be kept by the browser', 'Cache-Control: no-store on anything personal'));
    for (const cookie of sent.cookies) {
      if (!/;\s*httponly/i.test(cookie)) findings.push(report('a cookie that script can read', 'HttpOnly'));
      if (!/;\s*samesite=(lax|strict)/i.test(cookie)) findings.push(report('a cookie that goes along from other sites', 'SameSite=Lax or Strict'));
      const ends = /;\s*(expires|max-age)=/i.test(cookie) && !/max-age=0|1970/i.test(cookie);
      if (ends) findings.push(report('a cookie that outlives the browser', 'leave out Max-Age and Expires'));
    }
    return findings;
  },
};

export const requests = {
  name: 'requests',
  withScript: true,
  async run({ off: { seen }, on, sent }) {
    const report = at(sent.url);
    const origin = new URL(sent.url).origin;
    const findings = [...new Set([...seen.complaints, ...on.seen.complaints])].map((complaint) => report(`the browser complains: ${complaint}`, 'give it nothing to complain of'));
    // What two places of a page name is fetched once; the replay, which keeps nothing, sees it twice.
    const asked = [...new Set(seen.requests)];
    const abroad = asked.filter((url) => !url.startsWith('data:') && new URL(url).origin !== origin);
    findings.push(...abroad.map((url) => report(`asks another site: ${url}`, 'serve it ourselves')));
    if (asked.length > MOST.requests) findings.push(report(`${asked.length} requests`, `${MOST.requests} at most`));
    for (const part of await Promise.all(seen.bodies)) if (part && part.status >= 400) findings.push(report(`${part.url} answers ${part.status}`, 'serve it or do not ask for it'));
    return findings;
  },
};

export const weight = {
  name: 'weight',
  async run(state) {
    const { off, sent, heavy } = state;
    const styles = (await Promise.all(off.seen.bodies)).filter((part) => part?.type.startsWith('text/css'));
    const parts = [sent.body, ...styles.map((part) => part.body)];
    const raw = parts.reduce((sum, part) => sum + part.length, 0);
    const packed = parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
    state.weight = { raw, packed };
    const report = at(sent.url);
    if (heavy) return raw > MOST.everything ? [report(`page and styles of ${raw} bytes`, `${MOST.everything} at most`)] : [];
    return [
      ...(raw > MOST.raw ? [report(`page and styles of ${raw} bytes`, `${MOST.raw} at most`)] : []),
      ...(packed > MOST.packed ? [report(`page and styles of ${packed} bytes, compressed`, `${MOST.packed} at most`)] : []),
    ];
  },
};
