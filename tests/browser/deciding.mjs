// Deciding and electing in a real browser, by the charter of the demonstration: a conference with delegates of five countries
// reaches its quorum, carries a motion, loses one by abstentions, elects a committee with a tie in one country; chair and team;
// a member resigns, three months pass, the committee appoints; an e-mail ballot fails for want of one form and succeeds with it;
// the next conference is called, with a motion and an amendment on its agenda.
//
//   node deciding.mjs PROGRAM WIDTH PICTURES    PROGRAM is the built `quorate`

import assert from 'node:assert/strict';
import { enter, looker, movesDate, openBrowser, records, start } from './stage.mjs';

const [program, width, pictures] = process.argv.slice(2);
const platform = await start(program, 8184);
const browser = await openBrowser();
const { look, count } = looker(width, pictures, 'deciding-');
const people = {};
let base;

const members = {
  Thailand: ['Harbour-Light', 'Border-Schools', 'Sea-Workers-Union', 'Mae-Sai-Women', 'Open-Gate-Clinic', 'Chiang-Legal-Aid'],
  Burma: ['Dawei-Community', 'Shan-Hills-Relief', 'Karen-Learning-Hub', 'Yangon-Migrant-Desk'],
  Vietnam: ['Hanoi-Workers-Forum', 'Mekong-Daughters', 'Delta-Research-House'],
  Cambodia: ['Phnom-Legal-Circle', 'Garment-Sisters', 'Angkor-Returnees'],
  China: ['Yunnan-Border-Studies', 'Kunming-Home'],
};

try {
  for (const side of ['office', 'member']) people[side] = await enter(browser, width, platform.link(side));
  base = new URL(people.office.url()).origin;
  await conference();
  await motions();
  await committee();
  await vacancy();
  await byMail();
  await nextConference();
  console.log(`deciding and electing at ${width} px: ${count()} pages photographed, no violation`);
} finally {
  await browser.close();
  await platform.stop();
}

async function conference() {
  await sees('office', '/meetings', 'meetings', 'GC27', 'Called on');
  await moves('2027-03-18');
  await does('office', 'open-meeting', { about: 'GC27', 'field-meeting': 'general-conference' });
  // Eight of three countries are enough organisations, and one country too few.
  await attend('in-room', ...members.Thailand, members.Vietnam[0], members.Cambodia[0]);
  await sees('office', '/meeting/GC27', 'too-few-countries', 'has no quorum', '7.1.2', '3 ≥ 4');
  await sees('office', '/meeting/GC27/projector', 'projector-before', 'has no quorum');
  await attend('in-room', ...members.Burma, ...members.Vietnam.slice(1), ...members.Cambodia.slice(1));
  await attend('remotely', ...members.China);
  await sees('office', '/meeting/GC27', 'quorum', 'has its quorum', 'remotely');
  await sees('office', '/meeting/GC27/projector', 'projector', 'has its quorum');
}

async function motions() {
  const voters = await voting('GC27-A');
  await vote('GC27-A', voters.map(who => [who, 'yes']));
  await does('office', 'close-ballot', { about: 'GC27-A' });
  await sees('office', '/ballot/GC27-A', 'carried', 'was carried', '7.1.3');
  // More yes than no, and still not more than half of those attending: whoever abstains weighs as a no.
  const all = await voting('GC27-B');
  const few = Math.floor(all.length / 2);
  await vote('GC27-B', all.map((who, place) => [who, place < few ? 'yes' : place === few ? 'no' : 'abstain']));
  await does('office', 'close-ballot', { about: 'GC27-B' });
  await sees('office', '/ballot/GC27-B', 'lost-by-abstentions', 'was not carried', '7.1.3');
}

/// The Conference approves a nominee for each seat; for one country votes are equal, and nobody is elected.
async function committee() {
  const nominees = { Thailand: 'Border-Schools', Vietnam: 'Hanoi-Workers-Forum', Cambodia: 'Phnom-Legal-Circle' };
  const persons = { Thailand: 'Nok', Vietnam: 'Lan', Cambodia: 'Sok' };
  for (const [country, nominee] of Object.entries(nominees)) await putUp(country, nominee, persons[country], `${nominee} (${persons[country]})`);
  // Three terms in a row are behind her.
  await putUp('Thailand', 'Border-Schools', 'Ploy', 'This was not recorded', 'Ploy (Border-Schools) may not stand', '7.2.15');
  await sees('member', '/candidates?seat=steering-committee/Thailand', 'candidates', 'Border-Schools (Nok)', 'Who may stand');
  for (const [country, nominee] of Object.entries(nominees)) {
    const ballot = `SC-${country}`;
    const all = await voting(ballot, nominee);
    const half = Math.floor(all.length / 2);
    const tied = country === 'Vietnam';
    await vote(ballot, all.map((who, place) => [who, !tied ? 'yes' : place < half ? 'yes' : place < 2 * half ? 'no' : 'abstain']));
    await does('office', 'close-ballot', { about: ballot });
    await sees('office', `/ballot/${ballot}`, `elects-${country}`, tied ? 'was not carried' : 'was carried');
  }
  await sees('office', '/meeting/GC27/minutes', 'minutes', 'Border-Schools', 'was not carried', 'was carried');
  await does('office', 'close-meeting', { about: 'GC27' });
  await does('office', 'seat', { about: 'steering-committee/Cambodia', 'field-organisation': 'Phnom-Legal-Circle', 'field-person': 'Sok' });
  await moves('2027-06-01');
  await does('office', 'seat', { about: 'steering-committee/Thailand', 'field-organisation': 'Border-Schools', 'field-person': 'Nok' });
  await sees('office', '/offices', 'offices', 'Thailand', 'Nok', 'vacant since');
  await does('office', 'chair-elected', { by: 'steering-committee', 'field-person': 'Nok' });
  await does('office', 'form-management-team', { by: 'steering-committee' });
  for (const [place, person] of ['Nok', 'Wei', 'Kham'].entries()) await does('office', 'seat', { about: `management-team/${place + 1}`, 'field-person': person });
  await sees('office', '/offices', 'team', 'Kham');
}

/// Somebody is put up for the seat of a country: taken, or refused with the clause.
async function putUp(country, organisation, person, ...texts) {
  const page = people.office;
  await page.goto(`${base}/candidates?seat=steering-committee/${country}`);
  await page.fill('#organisation', organisation);
  await page.fill('#person', person);
  await page.click('button[name="act"][value="file"]');
  await look(page, `puts-up-${person}`);
  const said = await page.locator('main').innerText();
  for (const text of texts) assert.ok(said.includes(text), `"${text}" is not in:\n${said}`);
}

/// The next conference is called, with its agenda; a member's motion is put on it, and an amendment to that.
async function nextConference() {
  const page = people.office;
  await page.goto(`${base}/meetings`);
  await page.click('a[href="/meetings/call/general-conference"]');
  await page.fill('#name', 'GC29');
  await page.fill('#opens', '2031-01-15');
  await page.fill('#agenda', 'Welcome\nReport of the Secretariat');
  await page.click('form[action^="/meetings/call"] button');
  await look(page, 'called-too-late');
  assert.ok((await page.locator('main').innerText()).includes('outside what the charter leaves'));
  await page.fill('#opens', '2029-01-15');
  await page.click('form[action^="/meetings/call"] button');
  await does('member', 'file-motion', { about: 'GC29-1', 'field-decision': 'conference-resolution', 'field-meeting': 'GC29', 'field-text': 'The network opens a fund for legal aid.\nThe Committee reports on it each year.' });
  await does('member', 'file-motion', { about: 'GC29-1a', 'field-decision': 'conference-resolution', 'field-meeting': 'GC29', 'field-amends': 'GC29-1', 'field-text': 'Instead of each year: every half year.' });
  await page.goto(`${base}/meeting/GC29`);
  await page.click('summary:has-text("Put on the agenda")');
  await page.fill('input[name="title"]', 'A fund for legal aid');
  await page.fill('input[name="motion"]', 'GC29-1');
  await page.click('button[name="how"][value="put"]');
  await sees('office', '/meeting/GC29', 'called', 'Report of the Secretariat', 'A fund for legal aid', 'GC29-1a');
  await sees('member', '/ballot/GC29-1', 'motion', 'opens a fund', 'every half year', 'Propose an amendment');
}

/// A member leaves: its organisation has three months, then the committee appoints from the same country.
async function vacancy() {
  await does('office', 'unseat', { about: 'steering-committee/Burma', 'field-cause': 'left-organisation' });
  await sees('office', '/offices', 'vacant', 'Shan-Hills-Relief may fill it until');
  await moves('2027-09-02');
  await sees('office', '/offices', 'committee-next', 'Steering Committee may fill it');
  await does('office', 'seat', { by: 'steering-committee', about: 'steering-committee/Burma', 'field-organisation': 'Dawei-Community', 'field-person': 'Htun', 'field-replaces': 'yes' });
  await sees('office', '/offices', 'filled', 'Dawei-Community (Htun)');
}

/// Half of the regular members plus one is the quorum of forms returned.
async function byMail() {
  await does('office', 'forms-sent', { about: 'Mail-1' });
  await does('office', 'open-ballot', { about: 'Mail-1', 'field-decision': 'approve-committee-member', 'field-for': 'Hanoi-Workers-Forum' });
  await people.office.goto(`${base}/ballot/Mail-1`);
  const roll = await voters();
  const needed = Math.ceil(roll.length / 2 + 1);
  await vote('Mail-1', roll.slice(0, needed - 1).map(who => [who, 'yes']));
  await sees('office', '/ballot/Mail-1', 'one-form-short', 'has no quorum', `${needed - 1} of ${roll.length}`);
  await moves('2027-09-17');
  await sees('office', '/ballot/Mail-1', 'failed', 'was not carried');
  await does('office', 'forms-sent', { about: 'Mail-2' });
  await does('office', 'open-ballot', { about: 'Mail-2', 'field-decision': 'approve-committee-member', 'field-for': 'Hanoi-Workers-Forum' });
  await vote('Mail-2', roll.slice(0, needed).map(who => [who, 'yes']));
  await moves('2027-10-02');
  await sees('office', '/ballot/Mail-2', 'succeeds', 'was carried', `${needed} of ${roll.length}`);
  await sees('member', '/ballot/Mail-2', 'as-a-member', 'was carried', 'Proof of the roll');
  await sees('member', '/meetings', 'as-a-member-meetings', 'Mail-2', 'GC27');
  await sees('member', '/offices', 'as-a-member-offices', 'Htun');
}

/// Opens a ballot at the conference and says who may vote in it.
async function voting(ballot, about = '') {
  await does('office', 'open-ballot', { about: ballot, 'field-decision': 'conference-resolution', 'field-meeting': 'GC27', 'field-for': about });
  await people.office.goto(`${base}/ballot/${ballot}`);
  const present = Object.values(members).flat();
  return (await voters()).filter(who => present.includes(who));
}

/// Everybody on the roll of the ballot at hand who has not voted.
async function voters() {
  const names = await people.office.locator('select[name^="vote-"]').evaluateAll(all => all.map(one => one.name.slice(5)));
  assert.ok(names.length > 4, `a roll of ${names.length}`);
  return names;
}

async function vote(ballot, choices) {
  const page = people.office;
  await page.goto(`${base}/ballot/${ballot}`);
  for (const [who, choice] of choices) await page.selectOption(`select[name="vote-${who}"]`, choice);
  await look(page, `votes-${ballot}`);
  await page.click('form[action$="/votes"] button');
  assert.ok(page.url().endsWith(`/ballot/${ballot}`), page.url());
}

async function attend(how, ...names) {
  const page = people.office;
  await page.goto(`${base}/meeting/GC27`);
  for (const who of names) await page.check(`input[name="who"][value="${who}"]`);
  await page.click(`button[name="how"][value="${how}"]`);
}

/// Goes to a page, expects these texts on it, and looks at it.
async function sees(side, path, name, ...texts) {
  await people[side].goto(base + path);
  await people[side].evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
  const said = await people[side].locator('main').innerText();
  for (const text of texts) assert.ok(said.includes(text), `${name}: "${text}" is not in:\n${said}`);
  await people[side].evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = false; }));
  await look(people[side], name);
}

async function does(side, ...what) {
  await records(people[side], base, ...what);
}

async function moves(to) {
  await movesDate(people.office, base, to);
}
