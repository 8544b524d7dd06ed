// What the tours stand on: the platform in a folder of its own, a browser, pages that are looked at and photographed.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/// Starts the platform in a folder of its own and reads the sign-in links that it prints.
export async function start(program, port) {
  const folder = mkdtempSync('/var/tmp/quorate-tour-');
  const up = spawn(program, ['up', '--folder', folder, '--port', String(port)], { cwd: new URL('../..', import.meta.url).pathname, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const piece of up.stdout) {
    said += piece;
    if (said.includes('A link works once')) break;
  }
  const link = side => said.match(new RegExp(`\\(${side}\\): (http://mmn\\S+)`))[1];
  const stop = () => new Promise(done => {
    up.on('exit', () => { rmSync(folder, { recursive: true, force: true }); done(); });
    up.kill('SIGINT');
  });
  const operator = said.match(/sign in as operator: (\S+)/)[1];
  const treasurer = said.match(/sign in as treasurer: (http:\/\/mmn\S+)/)[1];
  return { link, operator, treasurer, stop };
}

export function openBrowser() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/// Looks at pages: no violation, nothing wider than the screen, a picture of each.
export function looker(width, pictures, prefix = '') {
  mkdirSync(pictures, { recursive: true });
  let taken = 0;
  const look = async (page, name) => {
    await page.waitForLoadState();
    await page.evaluate(axe);
    const found = await page.evaluate(async () => (await axe.run()).violations.map(one => `${one.id}: ${one.nodes[0].html}`));
    assert.deepEqual(found, [], name);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is wider than ${width} px`);
    taken += 1;
    await page.screenshot({ path: `${pictures}/${prefix}${width}-${String(taken).padStart(2, '0')}-${name}.png`, fullPage: true });
  };
  return { look, count: () => taken };
}

/// A page of somebody who came by a link. axe-core is put in from outside: the pages themselves allow no script.
export async function enter(browser, width, link) {
  const context = await browser.newContext({ viewport: { width: Number(width), height: 800 }, bypassCSP: true });
  const page = await context.newPage();
  if (link) {
    await page.goto(link);
    await page.click('main button');
  }
  return page;
}

/// Fills in the form of an act, with documents or without, reviews it and records it.
export async function records(page, base, act, fields, documents = []) {
  await page.goto(`${base}/record/${act}`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    if (await field.evaluate(element => element.tagName) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  for (const document of documents) {
    const file = { name: `${document}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${document}\n%%EOF\n`) };
    await page.setInputFiles(`input[type="file"][name="document-${document}"]`, file);
  }
  await page.click('button.action');
  const said = await page.locator('main').innerText();
  assert.ok(said.startsWith('Before it is recorded'), `${act}:\n${said}`);
  await page.click('button.action');
  assert.ok(!page.url().includes('/record/'), `${act} was not recorded`);
}

/// Moves the date of the demonstration.
export async function movesDate(page, base, to) {
  await page.goto(`${base}/desk`);
  await page.fill('#to', to);
  await page.click('form[action="/date"] button');
}
