import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { thisYear } from '../support/days.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { Workplace } from '../support/workplace.js';

const TOWN = 'Gemeinde Birkenau';

describeInBrowser('the lead of the centre', () => {
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

  test('takes a client in, books in it at once, and closes a period that then refuses the clerk', async () => {
    const lead = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    const { page } = lead;
    await lead.follow('Mandanten verwalten', { heading: 'Mandanten' });
    await lead.follow(page.getByRole('link', { name: 'Mandant anlegen' }), { heading: 'Mandant anlegen' });

    await page.getByRole('button', { name: 'Anlegen' }).click();
    await page.getByText('Bitte ausfüllen.').first().waitFor();
    await lead.isAccessible();
    lead.expectRefusal(/^POST (400|422) \/api\/v1\/clients$/);
    await page.getByLabel('Kurzzeichen').fill('Birken Au');
    await page.getByLabel(/^Name/).fill(TOWN);
    await page.getByLabel('Ort', { exact: true }).fill('Birkenau');
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await page.locator('input[aria-invalid=true]').waitFor();
    expect(await page.getByLabel('Kurzzeichen').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Kurzzeichen').fill('birkenau');
    await page.getByRole('button', { name: 'Anlegen' }).click();
    await page.getByText(`${TOWN} ist angelegt.`).waitFor();
    await lead.isAt({ heading: TOWN });

    await lead.follow(page.getByRole('link', { name: 'Zu den Büchern' }), {
      heading: `${TOWN} ${thisYear}`,
      client: TOWN,
    });
    await lead.follow('Journal', { heading: 'Journal', client: TOWN });
    await page.getByText(`Im Jahr ${thisYear} ist noch nichts gebucht.`).waitFor();
    await lead.follow('Buchungsmaske', { heading: 'Buchungsmaske', client: TOWN });
    await page.getByLabel('Betrag, Zeile 1').focus();
    await fillMask(lead);
    await page.getByText(`Gebucht als ${thisYear}-1 bei ${TOWN}.`).waitFor();

    await lead.follow('Jahre und Perioden', { heading: `Haushaltsjahr ${thisYear}: Perioden`, client: TOWN });
    await page.getByRole('button', { name: `Ändern: 12/${thisYear}` }).click();
    const dialog = page.getByRole('dialog', { name: `Periode 12/${thisYear}: Stand ändern` });
    await dialog.getByLabel('Stand').selectOption({ label: 'abgeschlossen' });
    await dialog.getByLabel('Grund').fill('Dezember ist abgestimmt');
    await lead.isAccessible();
    await dialog.getByRole('button', { name: 'Ändern' }).click();
    await dialog.waitFor({ state: 'detached' });
    await lead.isAt({ heading: `Haushaltsjahr ${thisYear}: Perioden`, client: TOWN });
    const decision = page
      .getByRole('region', { name: 'Entscheidungen' })
      .getByRole('row', { name: 'Dezember ist abgestimmt' });
    expect(await decision.innerText()).toMatch(/12.*abgeschlossen.*Leitung/s);
    await lead.leave();

    const clerk = await Workplace.of(browser, demo.url, { userName: 'demo.buchhaltung' });
    await clerk.page.goto('/clients/birkenau/booking');
    await clerk.hasArrived({ heading: 'Buchungsmaske', client: TOWN });
    clerk.expectRefusal(/^POST 422 .*\/journal-entries$/);
    await fillMask(clerk);
    const sentence = `Die Periode 12/${thisYear} ist abgeschlossen.`;
    await clerk.page.getByRole('alert').getByText(sentence).waitFor();
    await clerk.page.getByText(`Periode 12/${thisYear} – abgeschlossen`).waitFor();
    const date = clerk.page.getByLabel('Datum', { exact: true });
    expect(await date.getAttribute('aria-invalid')).toBe('true');
    expect(await clerk.page.locator(`[id="${await date.getAttribute('id')}-error"]`).innerText()).toContain(sentence);
    await clerk.isAccessible();
    expect(await clerk.page.getByLabel('Buchungstext, Zeile 1').inputValue()).toBe('Erste Buchung'); // nothing typed is lost

    // What the screen does not offer to a clerk, the service does not do either.
    await clerk.follow('Jahre und Perioden', { heading: `Haushaltsjahr ${thisYear}: Perioden`, client: TOWN });
    expect(await clerk.page.getByRole('button', { name: /Ändern/ }).count()).toBe(0);
    const id = await clerk.clientId('birkenau');
    const opened = await clerk.send('POST', `/clients/${id}/fiscal-years/${thisYear}/periods/12/state`, {
      state: 'open',
      reason: 'nur kurz',
    });
    expect(opened.status).toBe(403);
    await clerk.leave();
  });
});

/** An invoice of 31 December, account against supplier; stored with the keypad. */
async function fillMask(person: Workplace): Promise<void> {
  await person.type('250');
  await person.press('Enter');
  await person.type('3511');
  await person.press('Enter', 'Enter');
  await person.type('3112');
  await person.press('Enter');
  await person.type('524110');
  await person.press('Enter');
  await person.type('111');
  await person.press('Enter', 'Enter');
  await person.type('Erste Buchung');
  await person.press('NumpadMultiply');
}
