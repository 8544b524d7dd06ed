// Fees in a real browser: a member declares its income in another currency, sees the amount and why, pays by card at the
// stand-in and gets a receipt in Khmer; another pays by PayPal; a third in baht in cash at a meeting; a fourth twice, and has a
// credit; a fifth by a link, without signing in. The treasurer sees all of it, and the books balance.
//
//   node fees.mjs PROGRAM WIDTH PICTURES    PROGRAM is the built `quorate`

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { enter, looker, openBrowser, start } from './stage.mjs';

const [program, width, pictures] = process.argv.slice(2);
const platform = await start(program, 8280);
const browser = await openBrowser();
const { look, count } = looker(width, pictures, 'fees-');
let base;

try {
  const office = await enter(browser, width, platform.link('office'));
  const treasurer = await enter(browser, width, platform.treasurer);
  base = new URL(office.url()).origin;
  await invoiceEverybody(treasurer);
  await declareAndPayByCard(await enter(browser, width, platform.link('member')));
  await payByPaypal(await signIn('shan-hills-relief', 'my'));
  await payInBaht(treasurer, 'Phnom-Legal-Circle');
  await payTwice(await signIn('open-gate-clinic', 'en'));
  await payByLink(office, 'kunming-home');
  await treasurerSeesAll(treasurer);
  console.log(`fees at ${width} px: ${count()} pages photographed, no violation`);
} finally {
  await browser.close();
  await platform.stop();
}

/// Signs in by e-mail, as members do: the demonstration's mailbox shows the letter.
async function signIn(name, language) {
  const page = await enter(browser, width);
  await page.goto(`${base}/language/en`);
  await page.goto(`${base}/sign-in`);
  await page.fill('input[type="email"]', `${name}@example.org`);
  await page.click('main button.action');
  await page.goto(await linkTo(name, /http:\/\/mmn\S+\/sign-in\/\S+/));
  await page.click('main button');
  await page.goto(`${base}/language/${language}`);
  return page;
}

/// A link in the newest letter to somebody.
async function linkTo(name, pattern) {
  const office = (await browser.contexts()[0].pages())[0];
  for (let tries = 0; tries < 80; tries += 1) {
    await office.goto(`${base}/mailbox`);
    const letters = await office.locator('main').innerText();
    const found = letters.split(`${name}@example.org`).slice(1).map(rest => rest.split('@example.org')[0].match(pattern)).find(Boolean);
    if (found) return found[0];
    await office.waitForTimeout(250);
  }
  throw new Error(`no letter to ${name}`);
}

async function invoiceEverybody(treasurer) {
  await sees(treasurer, '/money', 'treasurer-begins', 'The books balance', 'Nothing is owed');
  await treasurer.goto(`${base}/money/fees?period=2026`);
  await treasurer.click('main button.action');
  const said = await treasurer.locator('main').innerText();
  assert.match(said, /[1-9]\d* invoices were issued/, said);
  await look(treasurer, 'invoiced');
}

async function declareAndPayByCard(member) {
  await member.goto(`${base}/language/en`);
  await member.goto(`${base}/fees/declare?fact=annual-income&act=declare-income`);
  assert.equal(await member.inputValue('[name="field-annual-income-for"]'), '2025', 'the last fiscal year is proposed');
  await member.fill('#amount', '1,733,500');
  await member.fill('#currency', 'THB');
  await member.click('main button.action');
  assert.ok((await member.locator('main').innerText()).includes('write the rate and where it comes from'));
  await look(member, 'declare-asks-for-the-rate');
  await member.fill('#rate', '34.67');
  await member.fill('#source', 'Bank of Thailand, 31 December 2025');
  await member.click('main button.action');
  assert.ok((await member.locator('main').innerText()).includes('This counts as USD 50000.'));
  await look(member, 'declare-review');
  await member.click('button[value="record"]');
  await sees(member, '/fees', 'own-fees', 'USD 15', '5.1.6', 'Declared in another currency', 'Bank of Thailand');
  await member.goto(`${base}/language/km`);
  await member.goto(`${base}/fees`);
  await look(member, 'own-fees-km');
  await payOpen(member);
  await look(member, 'pay-km');
  await member.click('button[value="stripe"]');
  assert.ok((await member.content()).includes('No money moves'));
  await pays(member);
  await look(member, 'paid-km');
  const receipt = member.locator('main a[lang="km"]').first();
  const pdf = await fetchPdf(member, await receipt.getAttribute('href'));
  const file = `${pictures}/fees-${width}-receipt-km.pdf`;
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  assert.match(text, /[\u1780-\u17ff]/, 'the receipt is in Khmer');
  assert.ok(text.includes('USD 15') && text.includes('Harbour-Light'), text);
  execFileSync('pdftoppm', ['-png', '-r', '60', '-singlefile', file, file.replace('.pdf', '')]);
  await member.goto(`${base}/language/en`);
  await sees(member, '/fees', 'settled', 'Settled', 'Receipt R-');
}

/// Clicks at the provider's page, and comes back.
async function pays(page) {
  await page.click('button.pay');
  await page.waitForURL('**/back?attempt=*');
  await page.waitForLoadState();
}

/// Goes on to paying the newest fee that is open.
async function payOpen(member) {
  await member.goto(`${base}/fees`);
  await member.locator('main a.action[href^="/pay/"], main form[action="/fees"] button').first().click();
  assert.ok(member.url().includes('/pay/'), member.url());
}

/// What stands at an address, as this page's browser gets it.
async function fetched(page, path) {
  return page.evaluate(async path => {
    const answer = await fetch(path);
    return { status: answer.status, type: answer.headers.get('content-type'), bytes: [...new Uint8Array(await answer.arrayBuffer())] };
  }, path);
}

async function fetchPdf(page, path) {
  const answer = await fetched(page, path);
  assert.deepEqual([answer.status, answer.type], [200, 'application/pdf'], path);
  return Buffer.from(answer.bytes);
}

async function payByPaypal(member) {
  for (const path of ['/paper/R-2026-0001', '/paper/R-2026-0001/pdf', '/money']) {
    assert.equal((await member.goto(base + path)).status(), 404, `${path} is not for another member`);
  }
  await payOpen(member);
  await look(member, 'pay-my');
  await member.click('button[value="paypal"]');
  await pays(member);
  await member.goto(`${base}/language/en`);
  await sees(member, '/fees', 'paid-by-paypal', 'Settled', 'PayPal');
}

async function payInBaht(treasurer, member) {
  await treasurer.goto(`${base}/money/cash?payer=${member}`);
  await look(treasurer, 'cash-desk');
  await treasurer.fill('#amount', '519');
  await treasurer.fill('#currency', 'THB');
  await treasurer.fill('#rate', '34.67');
  await treasurer.fill('#counts-as', 'USD 15');
  await treasurer.fill('#place', 'conference');
  await treasurer.fill('#counted-by', 'A second person');
  await treasurer.click('main button.action');
  assert.ok((await treasurer.locator('main').innerText()).includes('Booked. Receipt R-'));
  await look(treasurer, 'cash-taken');
  await treasurer.click('main .answer a');
  const said = await treasurer.locator('main').innerText();
  assert.ok(said.includes('THB 519') && said.includes('USD 15'), said);
  await look(treasurer, 'receipt-page');
}

/// Two pages of two providers are open before anything is paid; both are paid.
async function payTwice(member) {
  await payOpen(member);
  const pay = member.url();
  const second = await member.context().newPage();
  await second.goto(pay);
  await member.click('button[value="stripe"]');
  await second.click('button[value="paypal"]');
  await pays(member);
  await pays(second);
  const said = await second.locator('main').innerText();
  assert.ok(said.includes('in your credit'), said);
  await look(second, 'paid-twice');
  await sees(member, '/fees', 'credit', 'in credit');
  await second.goto(pay);
  assert.equal(await second.locator('button[name="way"]').count(), 0, 'nothing is left to pay');
}

async function payByLink(office, name) {
  const link = await linkTo(name, /http:\/\/mmn\S+\/pay\/\S+/);
  const stranger = await enter(browser, width);
  await stranger.goto(link);
  await look(stranger, 'by-link');
  await stranger.click('button[value="stripe"]');
  await stranger.click('button[value="failed"]');
  await stranger.goto(link);
  await stranger.click('button[value="stripe"]');
  await pays(stranger);
  await look(stranger, 'by-link-paid');
  const receipt = await stranger.locator('main a[lang="en"]').first().getAttribute('href');
  await fetchPdf(stranger, receipt);
}

async function treasurerSeesAll(treasurer) {
  await sees(treasurer, '/money', 'treasurer-sees-all', 'The books balance', 'Open-Gate-Clinic', 'card', 'PayPal', 'cash', 'cash:conference', 'THB 519');
  await sees(treasurer, '/money/fees?period=2026', 'who-paid', 'Harbour-Light', 'settled');
  await sees(treasurer, '/money/fees?period=2026&group=Thailand', 'who-paid-in-a-country', 'Harbour-Light');
  await treasurer.locator('main table a').first().click();
  await look(treasurer, 'invoice');
  for (const [path, name] of [['/money/bank', 'bank'], ['/money/settings', 'settings'], ['/money/cash', 'cash']]) await sees(treasurer, path, name);
  const beancount = Buffer.from((await fetched(treasurer, '/money/export/journal.beancount')).bytes).toString();
  assert.ok(beancount.includes('open Income:Income:Membership-fee:2026'), beancount);
}

/// Goes to a page, expects these texts on it, and looks at it.
async function sees(page, path, name, ...texts) {
  await page.goto(base + path);
  const said = await page.locator('main').innerText();
  for (const text of texts) assert.ok(said.includes(text), `${name}: "${text}" is not in:\n${said}`);
  await look(page, name);
}
