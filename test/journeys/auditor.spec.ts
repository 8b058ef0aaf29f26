import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { thisYear } from '../support/days.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { Workplace } from '../support/workplace.js';

const TOWN = 'Gemeinde Wesenrode';
const BOOKS = '/clients/wesenrode';

describeInBrowser('an auditor', () => {
  let demo: Demonstration;
  let browser: Browser;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([openDemonstration(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
    await cleanUp();
  });

  test('reads everything, proves the books, takes them along – and changes nothing', async () => {
    const lead = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    await lead.goTo(`${BOOKS}/integrity`, { heading: 'Siegel und Prüfung', client: TOWN });
    await lead.page.getByRole('button', { name: 'Siegel setzen' }).click();
    await lead.page.getByText('Das Siegel ist gesetzt.').waitFor();
    await lead.leave();

    const auditor = await Workplace.of(browser, demo.url, { userName: 'demo.pruefung' });
    const { page } = auditor;
    const id = await auditor.clientId('wesenrode');
    await page.goto(BOOKS);
    await auditor.isAt({ heading: `${TOWN} ${thisYear}`, client: TOWN });
    const pages = await auditor.navigation.getByRole('link').allInnerTexts();
    expect(pages).toEqual(
      expect.arrayContaining(['Journal', 'Bilanz', 'Ausgeben', 'Siegel und Prüfung', 'Zugriffsprotokoll']),
    );
    for (const none of ['Buchungsmaske', 'Entwürfe', 'Einlesen', 'Benutzer']) expect(pages).not.toContain(none);
    expect(await page.getByRole('link', { name: 'Neue Buchung erfassen' }).count()).toBe(0);

    await auditor.follow('Siegel und Prüfung', { heading: 'Siegel und Prüfung', client: TOWN });
    expect(await page.getByRole('button', { name: 'Siegel setzen' }).count()).toBe(0);
    // The demonstration's own seal, and the one that was just set.
    expect(await page.getByRole('region', { name: 'Siegel', exact: true }).getByRole('row').count()).toBe(3);
    await page.getByText('lassen Sie sich die 16 Gruppen vorlesen').waitFor();
    const { keys } = await auditor.api(`/clients/${id}/integrity`);
    await page.getByText(keys[0].fingerprint.match(/.{4}/g).join(' ')).waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Öffentlichen Schlüssel speichern' }).click(),
    ]);
    expect(readFileSync(await saved.path(), 'utf8')).toBe(keys[0].publicKey);
    await page.getByRole('button', { name: 'Jetzt prüfen' }).click();
    await page.getByText('Kette, Summen, Nummern und Belege sind unversehrt.').waitFor();
    await auditor.isAccessible();

    await auditor.follow('Ausgeben', { heading: 'Ausgeben', client: TOWN });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Herunterladen: CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    const { entries } = await auditor.api(`/clients/${id}/dashboard?fiscalYear=${thisYear}`);
    expect(new Set(csv.slice(1).map((line) => line.split(';')[0])).size).toBe(entries);

    // No button posts, and the service refuses what a screen does not offer.
    await auditor.follow('Journal', { heading: 'Journal', client: TOWN });
    await page
      .getByRole('button', { name: `${thisYear}-1`, exact: true })
      .or(page.locator('button.row-open'))
      .first()
      .click();
    const panel = page.getByRole('complementary');
    await panel.getByText('Kettenwert').waitFor();
    for (const name of ['Stornieren', 'In die Buchungsmaske übernehmen'])
      expect(await panel.getByRole('button', { name }).count()).toBe(0);
    await page.goto(`${BOOKS}/booking`);
    await page.getByText('Dazu fehlt Ihnen die Berechtigung.').waitFor();
    await auditor.isAt({ heading: 'Buchungsmaske', client: TOWN });
    expect(await page.getByRole('button', { name: /Buchen|Entwurf/ }).count()).toBe(0);
    const entry = {
      bookingDate: `${thisYear}-12-31`,
      text: 'Darf nicht sein',
      lines: [
        { account: '524110', debit: '1.00', product: '111.06' },
        { account: '3511', credit: '1.00' },
      ],
    };
    expect((await auditor.send('POST', `/clients/${id}/journal-entries`, entry)).status).toBe(403);
    expect((await auditor.send('POST', `/clients/${id}/drafts`, { entry })).status).toBe(403);
    expect((await auditor.send('POST', `/clients/${id}/seals`)).status).toBe(403);

    // All of it is in the log: who, what, and what was refused.
    await auditor.follow('Zugriffsprotokoll', { heading: 'Zugriffsprotokoll' });
    const log = page.getByRole('region', { name: 'Zugriffsprotokoll' }).getByRole('row');
    const records = (await log.allInnerTexts()).join('\n');
    expect(records).toMatch(/Petra Prüfung \(Demo\) hat die Bücher ausgegeben\s+Gemeinde Wesenrode/);
    expect(records).toMatch(/Lea Leitung \(Demo\) hat/);
    await page.getByLabel('Art', { exact: true }).selectOption({ label: 'getan' });
    await auditor.isLoaded();
    expect((await log.allInnerTexts()).join('\n')).not.toMatch(/gelesen|angesehen/);
    await page.getByRole('button', { name: 'Alle Filter aufheben' }).click();
    await auditor.isLoaded();
    await page.getByLabel('Mandant', { exact: true }).selectOption({ label: 'Stadt Lindhoven' });
    await auditor.isLoaded();
    expect((await log.allInnerTexts()).join('\n')).not.toContain('Wesenrode');
    await auditor.isAccessible();
    await auditor.leave();
  });
});
