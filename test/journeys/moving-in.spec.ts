import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { Workplace } from '../support/workplace.js';

const TOWN = 'Gemeinde Wesenrode';
const FILE = 'geschaeftspartner.csv';

describeInBrowser('two people who take partners over from another system', () => {
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

  test('one reads the file in, the other confirms its bank accounts', async () => {
    const lead = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    await lead.page.goto('/clients/wesenrode/imports');
    await lead.isAt({ heading: 'Einlesen', client: TOWN });
    await lead.page.getByLabel('Inhalt').selectOption({ label: 'Geschäftspartner' });
    await lead.page.getByText('Spalten: Partner; Name').waitFor();
    const buffer = readFileSync(path.resolve(__dirname, '../samples/predecessor', FILE));
    await lead.page.locator('input[type=file]').setInputFiles({ name: FILE, mimeType: 'text/csv', buffer });
    await lead.page.getByLabel('Nur prüfen (Probelauf)').uncheck();
    await lead.page.getByRole('button', { name: 'Einlesen' }).click();
    await lead.page.getByText('Die Datei ist übernommen.').waitFor();
    await lead.isAt({ heading: `Lauf: ${FILE}`, client: TOWN });
    await lead.page.getByText('Eine zweite Person bestätigt die Bankverbindungen dieses Laufs').waitFor();
    const address = new URL(lead.page.url()).pathname;

    const clerk = await Workplace.of(browser, demo.url, { userName: 'demo.buchhaltung' });
    await clerk.page.goto(address);
    await clerk.page.getByRole('button', { name: 'Bankverbindungen bestätigen' }).click();
    await clerk.page.getByRole('dialog').getByRole('button', { name: 'Bankverbindungen bestätigen' }).click();
    await clerk.page.getByText('5 Bankverbindungen sind bestätigt.').waitFor();
    await clerk.isAt({ heading: `Lauf: ${FILE}`, client: TOWN });

    const id = await clerk.clientId('wesenrode');
    const { items } = await clerk.api(`/clients/${id}/partners?q=10001`);
    await clerk.page.goto(`/clients/wesenrode/partners/${items[0].id}`);
    await clerk.isAt({ heading: /^Erika Musterfrau · P\d+ \(früher 10001\)$/, client: TOWN });
    await clerk.page.getByText('ALT-2019/0815').waitFor();
    await lead.leave();
    await clerk.leave();
  });
});
