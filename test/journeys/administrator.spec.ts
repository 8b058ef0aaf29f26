import { TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { thisYear } from '../support/days.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { Workplace } from '../support/workplace.js';

const NEW = { userName: 'demo.aushilfe', displayName: 'Anna Aushilfe (Demo)' };
const OWN_PASSWORD = 'Wer viel bucht schläft gut';

describeInBrowser('an administrator and a new colleague', () => {
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

  let initialPassword: string;

  test('the administrator creates a user and gives a role with limit and validity', async () => {
    const admin = await Workplace.of(browser, demo.url, { userName: 'demo.admin' });
    const { page } = admin;
    await admin.follow('Benutzer', { heading: 'Benutzer' });
    await page.getByRole('button', { name: 'Benutzer anlegen' }).click();
    const form = page.getByRole('dialog', { name: 'Benutzer anlegen' });
    await form.getByLabel('Benutzername').fill(NEW.userName);
    await form.getByLabel(/^Name/).fill(NEW.displayName);
    await admin.isAccessible();
    await form.getByRole('button', { name: 'Benutzer anlegen' }).click();

    const shown = page.getByRole('dialog', { name: 'Anfangskennwort' });
    initialPassword = (await shown.locator('.secret').innerText()).trim();
    expect(initialPassword.length).toBeGreaterThanOrEqual(12);
    await admin.isAccessible();
    await shown.getByRole('button', { name: 'Schließen' }).last().click();
    await admin.isAt({ heading: NEW.displayName });
    expect(await page.getByText(initialPassword).count()).toBe(0);

    await page.getByRole('button', { name: 'Rolle geben' }).click();
    const grant = page.getByRole('dialog', { name: 'Rolle geben' });
    await grant.getByLabel('Rolle').selectOption({ label: 'Buchhaltung' });
    await grant.getByLabel('Für').selectOption({ label: 'Gemeinde Wesenrode' });
    await grant.getByLabel('Betragsgrenze').fill('500');
    await grant.getByLabel('Gültig bis').fill('3112');
    await admin.isAccessible();
    await grant.getByRole('button', { name: 'Rolle geben' }).click();
    await grant.waitFor({ state: 'detached' });
    const row = page.getByRole('region', { name: 'Rollen' }).getByRole('row', { name: 'Buchhaltung' });
    expect(await row.innerText()).toMatch(new RegExp(`Gemeinde Wesenrode.*500,00.*31\\.12\\.${thisYear}`, 's'));
    await admin.isAt({ heading: NEW.displayName });
    // Somebody who administers sees no books.
    await page.goto('/clients/wesenrode/journal');
    await page.getByText('Für diesen Mandanten haben Sie keinen Zugang.').waitFor();
    await admin.leave();
  });

  test('the colleague has to change the initial password, sees one client and stays below the limit', async () => {
    const colleague = await Workplace.open(browser, demo.url);
    const { page } = colleague;
    await colleague.signIn(NEW.userName, initialPassword);
    await colleague.isAt({ heading: 'Bitte wählen Sie ein neues Kennwort' });
    const change = async (next: string) => {
      await page.getByLabel('Bisheriges Kennwort').fill(initialPassword);
      await page.getByLabel('Neues Kennwort').fill(next);
      await page.getByRole('button', { name: 'Kennwort ändern' }).click();
    };
    colleague.expectRefusal(/^POST (400|422) \/api\/v1\/auth\/password$/);
    await change('zu kurz');
    await page.locator('input[aria-invalid=true]').first().waitFor();
    await colleague.isAccessible();
    await change(OWN_PASSWORD);
    await colleague.isAt({ heading: 'Mandant wählen' });
    const session = await colleague.api('/auth/session');
    expect(session.clients.map((client: any) => client.key)).toEqual(['wesenrode']);
    expect(await page.getByRole('row').count()).toBe(2); // the head and Wesenrode

    const id = await colleague.clientId('wesenrode');
    const book = (amount: string) =>
      colleague.send('POST', `/clients/${id}/journal-entries`, {
        bookingDate: `${thisYear}-12-31`,
        text: 'Büromaterial',
        lines: [
          { account: '524110', debit: amount, product: '111.06' },
          { account: '3511', credit: amount },
        ],
      });
    expect((await book('500.01')).body.code).toMatch(/Limit/);
    expect((await book('500.00')).status).toBe(201);
    await colleague.leave();
  });

  test('the colleague sets up a second factor, and from then on signs in with a code', async () => {
    const colleague = await Workplace.of(browser, demo.url, { ...NEW, password: OWN_PASSWORD });
    const { page } = colleague;
    await colleague.goTo('/account', { heading: 'Mein Zugang' });
    await page.getByRole('button', { name: 'Einrichten' }).click();
    const picture = page.getByRole('img', { name: 'QR-Code für die Authentifizierungs-App' });
    await picture.waitFor();
    expect(await picture.evaluate((image: any) => image.naturalWidth)).toBeGreaterThan(0);
    const secret = (await page.getByText('Oder von Hand:').locator('.mono').innerText()).trim();
    await colleague.isAccessible();
    const app = new TOTP({ secret });
    const wrong = String((Number(app.generate()) + 1) % 1_000_000).padStart(6, '0');
    colleague.expectRefusal(/^POST 4(00|01|22) \/api\/v1\/auth\/(totp\/confirmation|sign-in)$/);
    const confirm = async (code: string) => {
      await page.getByLabel('Bestätigungscode').fill(code);
      await page.getByRole('button', { name: 'Bestätigen' }).click();
    };
    await confirm(wrong);
    await page.getByRole('alert').or(page.locator('input[aria-invalid=true]')).first().waitFor();
    await confirm(app.generate());
    await page.getByText('Der zweite Faktor ist eingerichtet.').first().waitFor();
    await colleague.isAccessible();

    await page.getByRole('button', { name: 'Benutzermenü' }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await colleague.hasArrived({ heading: 'Anmelden' });
    await colleague.signIn(NEW.userName, OWN_PASSWORD);
    await page.getByLabel('Bestätigungscode').waitFor();
    await colleague.isAt({ heading: 'Anmelden' });
    await page.getByLabel('Bestätigungscode').fill(wrong);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Benutzername, Kennwort oder Einmalcode stimmen nicht.').waitFor();
    // The code of the next half minute; the one just used counts no more.
    await page.getByLabel('Bestätigungscode').fill(app.generate({ timestamp: Date.now() + 30_000 }));
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await colleague.hasArrived({ heading: 'Mandant wählen' });
    await page.goto('/account');
    await colleague.hasArrived({ heading: 'Mein Zugang' });

    // A token for a program: shown once, and it works.
    await page.getByRole('button', { name: 'Schlüssel anlegen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Schlüssel anlegen' });
    await dialog.getByLabel('Wofür').fill('Tabellenkalkulation');
    await dialog.getByRole('button', { name: 'Schlüssel anlegen' }).click();
    const token = (await page.locator('.secret').innerText()).trim();
    await colleague.isAccessible();
    const id = await colleague.clientId('wesenrode');
    const ask = () =>
      fetch(`${demo.url}/api/v1/clients/${id}/accounts?limit=1`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    await page.reload();
    await colleague.isAt({ heading: 'Mein Zugang' });
    await page.getByRole('row', { name: 'Tabellenkalkulation' }).waitFor();
    expect(await page.getByText(token).count()).toBe(0);
    await page.getByRole('button', { name: 'Löschen: Tabellenkalkulation' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click();
    await page.getByText('Keine Schlüssel.').waitFor();
    expect((await ask()).status).toBe(401);
    await colleague.leave();
  });
});
