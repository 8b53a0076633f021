// Chromium, found and started; and a page as the server sent it, opened again as often as a check needs.
import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';

// Nothing here may reach for the network by itself: the browser's own services are switched off.
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** The browser's path: `$CHROMIUM`, or the first of the usual names on the path. */
function find() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  for (const name of names) {
    for (const folder of process.env.PATH.split(':')) {
      try {
        accessSync(`${folder}/${name}`, constants.X_OK);
        return `${folder}/${name}`;
      } catch {
        // not there: the next one
      }
    }
  }
  throw new Error(`no browser found: install chromium, or set CHROMIUM to its path (looked for ${names.join(', ')})`);
}

export function launch() {
  // As root (in a container) Chromium's own sandbox cannot start.
  const asRoot = process.getuid() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: find(), args: [...FLAGS, ...asRoot] });
}

export const PHONE = { width: 320, height: 640 };
/** 1280 × 1024 at 400 % zoom (WCAG 1.4.10). */
export const ZOOMED = { width: 320, height: 256 };
export const DESK = { width: 1280, height: 900 };

/**
 * Opens what the server sent once more, at its own address with its own headers, in a browser that knows nothing else.
 * The journey's page stays as it is, and a page that only a POST can bring can be looked at any number of times.
 */
export async function replay(browser, sent, { script = false, viewport = DESK } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: script, viewport, locale: 'en-GB', timezoneId: 'Europe/London' });
  const page = await context.newPage();
  const seen = { requests: [], complaints: [], bodies: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('requestfailed', (request) => seen.complaints.push(`request failed: ${request.url()}`));
  page.on('console', (message) => {
    // A page that answers 404 or 422 on purpose is reported by the browser as a failure to load.
    const ownStatus = message.text().includes('Failed to load resource') && message.location().url === sent.url;
    if (['error', 'warning'].includes(message.type()) && !ownStatus) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.url() !== sent.url) seen.bodies.push(response.body().then((body) => ({ url: response.url(), body, status: response.status(), type: response.headers()['content-type'] ?? '' }), () => null));
  });
  await page.route(sent.url, (route) => route.fulfill({ status: sent.status, headers: sent.headers, body: sent.body }));
  await page.goto(sent.url, { waitUntil: 'load' });
  return { page, seen, close: () => context.close() };
}

/** Remembers the last page that the server sent to this journey. */
export function recorder(page) {
  let last = null;
  page.on('response', (response) => {
    const request = response.request();
    const redirect = response.status() >= 300 && response.status() < 400;
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && !redirect) last = response;
  });
  return async () => {
    if (!last) throw new Error('the journey has not opened a page yet');
    const [body, all] = [await last.body(), await last.headersArray()];
    const headers = {};
    for (const { name, value } of all) headers[name.toLowerCase()] = value;
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding', 'set-cookie']) delete headers[name];
    const cookies = all.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value);
    return { url: last.url().split('#')[0], status: last.status(), headers, cookies, body };
  };
}
