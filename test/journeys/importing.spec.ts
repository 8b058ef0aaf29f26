import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { thisYear } from '../support/days.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { Workplace } from '../support/workplace.js';

const TOWN = 'Gemeinde Wesenrode';
const HEAD = 'entry;bookingDate;text;account;product;debit;credit';
const journal = (account: string): Buffer =>
  Buffer.from(
    [
      HEAD,
      `1;31.12.${thisYear};Strom Rathaus;524110;111.06;1.234,50;`,
      '1;;;3511;;;1.234,50',
      `2;31.12.${thisYear};Wasser Rathaus;${account};111.06;65,50;`,
      '2;;;3511;;;65,50',
      '',
    ].join('\r\n'),
  );

describeInBrowser('a clerk who reads in a file', () => {
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

  test('tries it out, is told the line and the column, and books the corrected file', async () => {
    const clerk = await Workplace.of(browser, demo.url, { userName: 'demo.buchhaltung' });
    const { page } = clerk;
    const id = await clerk.clientId('wesenrode');
    const booked = async () => (await clerk.api(`/clients/${id}/dashboard?fiscalYear=${thisYear}`)).entries as number;
    const before = await booked();
    await page.goto('/clients/wesenrode');
    const give = async (buffer: Buffer, button: string) => {
      await clerk.follow('Einlesen', { heading: 'Einlesen', client: TOWN });
      await page.locator('input[type=file]').setInputFiles({ name: 'dezember.csv', mimeType: 'text/csv', buffer });
      if (button === 'Einlesen und buchen') await page.getByLabel('Nur prüfen (Probelauf)').uncheck();
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('heading', { level: 1, name: 'Lauf: dezember.csv' }).waitFor();
    };

    await give(journal('98765432'), 'Prüfen');
    await page.getByText('Die Datei wurde abgewiesen. Gebucht wurde nichts.').waitFor();
    await clerk.isAt({ heading: 'Lauf: dezember.csv', client: TOWN });
    const errors = page.getByRole('region', { name: 'Fehler der Datei' }).getByRole('row');
    expect(await errors.count()).toBe(2); // the head and one error
    const cells = await errors.nth(1).getByRole('cell').allInnerTexts();
    expect(cells.slice(0, 2)).toEqual(['4', 'account']);
    expect(cells[2]).toContain('98765432');

    await give(journal('524130'), 'Prüfen');
    await page.getByText('Die Datei ist in Ordnung. Gebucht wurde nichts.').waitFor();
    expect(await booked()).toBe(before);

    await give(journal('524130'), 'Einlesen und buchen');
    await page.getByText(`Die Datei ist in die Bücher von ${TOWN} gebucht.`).waitFor();
    await clerk.isAt({ heading: 'Lauf: dezember.csv', client: TOWN });
    const protocol = await page.getByRole('main').innerText();
    expect(protocol).toContain('1.300,00 EUR');
    expect(protocol).toContain(`${thisYear}-${before + 1} – ${thisYear}-${before + 2}`);
    expect(await booked()).toBe(before + 2);

    await clerk.follow(page.getByRole('link', { name: '← Einlesen' }), { heading: 'Einlesen', client: TOWN });
    const runs = await page.getByRole('region', { name: 'Bisherige Läufe' }).getByRole('row').allInnerTexts();
    expect(runs).toHaveLength(4);
    expect(runs[1]).toMatch(/fertig/);
    expect(runs[2]).toMatch(/Probelauf.*fertig/s);
    expect(runs[3]).toMatch(/Probelauf.*abgewiesen/s);
    await clerk.leave();
  });
});
