// The ten-minute tour in a real browser: an organisation applies, is endorsed, commented on, objected to, decided on and
// admitted; re-confirms; misses two years and lapses. Each page is looked at by axe-core and photographed.
//
//   node tour.mjs PROGRAM WIDTH PICTURES    PROGRAM is the built `quorate`

import assert from 'node:assert/strict';
import { enter, looker, movesDate, openBrowser, records, start } from './stage.mjs';

const [program, width, pictures] = process.argv.slice(2);
const applicant = 'New-Organisation';
const ballot = 'B-2027-1';

const platform = await start(program, 8180);
const browser = await openBrowser();
const { look, count } = looker(width, pictures);
const people = {};
let base;

try {
  for (const side of ['office', 'body', 'member', 'newcomer']) await signIn(side);
  await apply();
  await objectAndDecide();
  await stayAndLapse();
  await told();
  await everyPage();
  for (const language of ['km', 'my']) await inLanguage(language);
  await console_();
  console.log(`the tour at ${width} px: ${count()} pages photographed, no violation`);
} finally {
  await browser.close();
  await platform.stop();
}

async function signIn(side) {
  people[side] = await enter(browser, width, platform.link(side));
  base = new URL(people[side].url()).origin;
}

async function apply() {
  await sees('newcomer', '/mine', 'newcomer', 'Nothing is on file');
  const facts = { country: 'Thailand', kind: 'ngo', contact: 'Ana', alternate: 'Bo', 'agrees-in-full': 'yes' };
  await does('newcomer', 'apply', Object.fromEntries(Object.entries(facts).map(([name, value]) => [`field-${name}`, value])), ['constitution', 'annual-report']);
  await sees('newcomer', '/mine', 'incomplete', 'Endorse is missing', '6.4');
  await does('member', 'endorse', { about: applicant });
  await sees('newcomer', '/mine', 'complete', 'still to be done by Secretariat');
  await does('office', 'inform-members', { about: applicant });
  await does('office', 'letter-to-applicant', { about: applicant });
}

async function objectAndDecide() {
  await does('member', 'opinion', { about: applicant, 'field-view': 'We know them well.' });
  await does('member', 'object', { about: applicant, 'field-reasons': 'Please ask about last year.' });
  await sees('newcomer', '/mine', 'objected', 'Somebody objected', 'Opinions are open until');
  assert.ok(!(await people.newcomer.content()).includes('Harbour-Light'), 'the charter keeps from the applicant who objected');
  await does('body', 'advise-of-objection', { about: applicant });
  await does('body', 'close-investigation', { about: applicant });
  await sees('body', '/mine', 'committee', `The admission of ${applicant}`);
  await moves('2027-01-04');
  await does('office', 'open-ballot', { about: ballot, 'field-decision': 'admit-applicant', 'field-for': applicant });
  for (const seat of ['Thailand', 'Lao-PDR', 'Vietnam', 'Burma']) {
    await does('office', 'cast', { by: `steering-committee/${seat}`, about: ballot, 'field-choice': 'yes' });
  }
  await does('office', 'close-ballot', { about: ballot });
  await sees('newcomer', '/mine', 'admitted', `The standing of ${applicant} is regular member.`);
}

async function stayAndLapse() {
  await moves('2028-10-02');
  await sees('newcomer', '/mine', 'to-re-confirm', 're-confirm 2028: open', '5.1.5');
  await does('newcomer', 're-confirm', { 'field-year': '2028' });
  for (const year of ['2029', '2030']) {
    await moves(`${year}-09-01`);
    await does('office', 'request-re-confirmation', { about: applicant, 'field-year': year });
  }
  await sees('newcomer', '/mine', 'one-missed', 're-confirm 2029: missed');
  await moves('2030-12-01');
  await sees('newcomer', '/mine', 'lapsed', `The standing of ${applicant} is lapsed.`, '5.1.8');
}

/// The worker follows the date: the notices that the charter asks for are there without anybody doing anything.
async function told() {
  for (let tries = 0; tries < 60; tries += 1) {
    await people.office.goto(`${base}/notices?kind=charter`);
    if ((await people.office.locator('main').innerText()).includes('lapse')) break;
    await people.office.waitForTimeout(500);
  }
  await sees('office', '/notices?kind=charter', 'notices', 'lapse', 'new application', applicant, 'sent');
  await sees('member', '/mine', 'told', 'Notices to you');
  await people.member.click('form[action$="/received"] button');
  await sees('member', '/mine', 'received', 'received');
}

/// The operator hosts a network by page; with an error nothing is made.
async function console_() {
  const page = await enter(browser, width, platform.operator);
  await page.fill('#name', 'ponds');
  await page.setInputFiles('#files', { name: '2026-01-01.md', mimeType: 'text/markdown', buffer: Buffer.from('# Nothing') });
  await page.click('button.action');
  assert.ok((await page.locator('main').innerText()).includes('Nothing was made'));
  await look(page, 'console');
}

async function inLanguage(language) {
  await people.member.goto(`${base}/language/${language}`);
  for (const [path, name] of [['/', 'home'], ['/charter', 'charter'], ['/charter/5.1.8', 'clause'], ['/readings', 'readings'], ['/join', 'join'], ['/members', 'members'], ['/mine', 'mine'], ['/history', 'history'], ['/calendar', 'calendar'], ['/record/re-confirm', 'form'], ['/nowhere', 'missing']]) {
    await people.member.goto(base + path);
    assert.equal(await people.member.locator('html').getAttribute('lang'), language);
    const said = await people.member.locator('main').innerText();
    assert.match(said, { km: /[\u1780-\u17ff]/, my: /[\u1000-\u109f]/ }[language], `${name} in ${language}`);
    await look(people.member, `${language}-${name}`);
  }
}

async function everyPage() {
  for (const [path, name] of [['/', 'home'], ['/readings', 'readings'], ['/members', 'members'], ['/join', 'join'], ['/sign-in', 'sign-in'], ['/calendar', 'calendar'], ['/programs', 'programs'], ['/import', 'import'], ['/charter-files', 'charter-files'], ['/charter', 'charter'], ['/charter/5.1.7', 'clause'], ['/ask?question=status+of+' + applicant, 'ask'], ['/desk', 'desk'], ['/register', 'register'], ['/register/' + applicant, 'party'], ['/record', 'record'], ['/record/enrol', 'form'], ['/record/apply', 'form-with-documents'], ['/people', 'people'], ['/mailbox', 'mailbox'], ['/nowhere', 'missing']]) {
    await people.office.goto(base + path);
    await look(people.office, name);
  }
}

/// Goes to a page, expects these texts on it, and looks at it.
async function sees(side, path, name, ...texts) {
  await people[side].goto(base + path);
  const said = await people[side].locator('main').innerText();
  for (const text of texts) assert.ok(said.includes(text), `${name}: "${text}" is not in:\n${said}`);
  await look(people[side], name);
}

async function does(side, ...what) {
  await records(people[side], base, ...what);
}

async function moves(to) {
  await movesDate(people.office, base, to);
}
