import type { Browser, Locator } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { thisYear } from '../support/days.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { ibanFor, invoiceXml, type InvoiceWish } from '../support/invoice-files.js';
import { Workplace } from '../support/workplace.js';

const TOWN = 'Gemeinde Ahlenbrück';
const BOOKS = '/clients/ahlenbrueck';
const CLERK = { userName: 'demo.buchhaltung' };
const HOLDER = { userName: 'demo.budget', viewport: { width: 390, height: 844 } };
const TREASURER = { userName: 'demo.kaemmerei' };
const LEAD = { userName: 'demo.leitung' };

describeInBrowser('an invoice on its way through the house', () => {
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

  /** Puts files into the inbox as a person does, and waits until they are read. */
  async function handIn(clerk: Workplace, ...wishes: InvoiceWish[]): Promise<void> {
    const { page } = clerk;
    await page.goto(`${BOOKS}/documents`);
    await clerk.hasArrived({ heading: 'Posteingang', client: TOWN });
    await page
      .locator('input[type=file]')
      .setInputFiles(
        wishes.map((wish) => ({ name: `${wish.number}.xml`, mimeType: 'application/xml', buffer: invoiceXml(wish) })),
      );
    for (const wish of wishes) await settled(clerk, wish.number!);
  }

  /** The document of an invoice number, once it is read. */
  async function settled(person: Workplace, number: string): Promise<any> {
    const id = await person.clientId('ahlenbrueck');
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const { items } = await person.api(`/clients/${id}/documents?q=${encodeURIComponent(number)}`);
      const found = items.find((item: any) => item.invoiceNo === number);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${number} did not arrive`);
  }

  const stateOf = async (person: Workplace, number: string): Promise<string> => (await settled(person, number)).state;
  const open = async (person: Workplace, number: string): Promise<void> => {
    const document = await settled(person, number);
    await person.page.goto(`${BOOKS}/documents/${document.id}`);
    await person.hasArrived({ heading: new RegExp(document.number), client: TOWN });
  };
  const field = (person: Workplace, name: string, line = 1) =>
    person.page.getByLabel(`${name}, Zeile ${line}`, { exact: true });

  /** Creates the supplier from the invoice and codes it whole. */
  async function code(clerk: Workplace, { supplier }: { supplier: 'new' | 'known' }): Promise<void> {
    const { page } = clerk;
    const mask = page.getByRole('form');
    await mask.waitFor();
    if (supplier === 'new') {
      await page.getByRole('button', { name: 'Lieferanten aus der Rechnung anlegen' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Anlegen' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await field(clerk, 'Konto').fill('524110');
    await clerk.press('Tab');
    await field(clerk, 'Produkt').fill('111.06');
    await clerk.press('Tab');
    await mask.getByLabel('Buchungstext').fill('Streusalz für den Bauhof');
    await clerk.press('Tab');
  }
  const submit = async (clerk: Workplace): Promise<void> => {
    await clerk.press('Control+Enter');
    await clerk.page
      .getByText(/ist auf dem Weg/)
      .first()
      .waitFor();
  };
  /** The card of a supplier's invoice; whatever else waits is put off. */
  async function cardOf(person: Workplace, supplier: string): Promise<Locator> {
    const { page } = person;
    await page.goto('/decisions');
    await person.hasArrived({ heading: 'Meine Entscheidungen' });
    const card = page.getByRole('article', { name: new RegExp(supplier) });
    for (let tries = 0; tries < 50 && !(await card.isVisible()); tries++)
      await page.getByRole('button', { name: 'Später' }).click();
    return card;
  }
  const decide = async (person: Workplace, supplier: string, button: string): Promise<void> =>
    (await cardOf(person, supplier)).getByRole('button', { name: button, exact: true }).click();
  const approve = async (person: Workplace, supplier: string, button: string): Promise<void> => {
    await decide(person, supplier, button);
    await person.page
      .getByText(/ist genehmigt/)
      .first()
      .waitFor();
  };

  test('comes in, is coded by key, decided on a telephone, posted, and its picture hangs on the entry', async () => {
    const wish = { number: 'SALZ-2026-1', sellerName: 'Salzhandel Körnig GmbH', net: '1200.00' };
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    const { page } = clerk;
    await handIn(clerk, wish);
    const row = page.getByRole('row', { name: /SALZ-2026-1/ });
    await row.waitFor();
    await clerk.isAccessible();
    await row.getByRole('link').focus();
    await clerk.press('Enter');
    await clerk.isAt({ heading: /Salzhandel Körnig GmbH/, client: TOWN });
    const sheet = page.getByRole('article', { name: 'Rechnung' });
    expect(await sheet.innerText()).toMatch(/SALZ-2026-1[\s\S]*1\.428,00 EUR[\s\S]*Streusalz, Big Bag/);

    await code(clerk, { supplier: 'new' });
    await clerk.press('F8');
    await page.getByText(/So kann gebucht werden/).waitFor();
    expect(await page.locator('.posting-preview').innerText()).toMatch(
      /524110[\s\S]*1\.428,00[\s\S]*351101 Kreditoren/,
    );
    await submit(clerk);
    expect(await stateOf(clerk, wish.number)).toBe('in-decision');
    await approve(clerk, wish.sellerName, 'Rechnerisch richtig');

    const holder = await Workplace.of(browser, demo.url, HOLDER);
    const card = await cardOf(holder, wish.sellerName);
    await holder.isAccessible();
    expect(await card.innerText()).toMatch(
      /Gemeinde Ahlenbrück[\s\S]*1\.428,00[\s\S]*Streusalz für den Bauhof[\s\S]*Strom/,
    );
    await card.getByRole('button', { name: 'Beleg ansehen' }).click();
    await card.getByText('Streusalz, Big Bag').waitFor();
    const certify = card.getByRole('button', { name: 'Sachlich richtig' });
    const box = (await certify.boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.y + box.height).toBeLessThanOrEqual(844); // within reach of a thumb, whatever was scrolled
    await certify.click();

    // Whoever certified does not order: the rule is named, and the way on is there.
    await holder.page
      .getByText(/ist genehmigt/)
      .first()
      .waitFor();
    const next = await cardOf(holder, wish.sellerName);
    holder.expectRefusal(/^POST 422 .*\/decisions$/);
    await next.getByRole('button', { name: 'Anordnen' }).click();
    await holder.page.getByRole('alert').getByText('Vier-Augen-Prinzip').waitFor();
    await next.getByRole('button', { name: 'Weiterleiten' }).click();
    const dialog = holder.page.getByRole('dialog');
    await dialog.getByLabel('Wer entscheidet?').selectOption({ label: 'Kim Kämmerei (Demo)' });
    await dialog.getByLabel('Warum diese Person?').fill('Ich habe schon sachlich festgestellt.');
    await holder.isAccessible();
    await dialog.getByRole('button', { name: 'Weiterleiten' }).click();
    await dialog.waitFor({ state: 'detached' });
    await holder.leave();

    const treasurer = await Workplace.of(browser, demo.url, TREASURER);
    await decide(treasurer, wish.sellerName, 'Anordnen');
    await treasurer.page
      .getByText(/ist genehmigt/)
      .first()
      .waitFor();
    await treasurer.leave();

    await open(clerk, wish.number);
    await page.getByText(/So kann gebucht werden/).waitFor();
    await clerk.isAccessible();
    await clerk.press('Control+Enter');
    await page
      .getByText(/ist gebucht als/)
      .first()
      .waitFor();
    expect(await stateOf(clerk, wish.number)).toBe('posted');

    // The whole history on one page, each step with its name.
    await open(clerk, wish.number); // the next of the list had come by itself
    await page.getByRole('tab', { name: /^Verlauf/ }).click();
    const history = await page.locator('ol.events').innerText();
    for (const words of [
      /Eingegangen.*Beate Beleg/,
      /Sachliche Feststellung.*Bodo Budget/,
      /→ Kim Kämmerei/,
      /Genehmigt: Anordnung.*Kim Kämmerei/,
      /Gebucht.*Beate Beleg/,
    ])
      expect(history).toMatch(words);
    await clerk.isAccessible();

    // From the figure to the picture in two clicks.
    await page.goto(`${BOOKS}/journal`);
    await clerk.hasArrived({ heading: 'Journal', client: TOWN });
    await page
      .getByRole('row', { name: /Streusalz für den Bauhof/ })
      .getByRole('button')
      .click();
    const panel = page.getByRole('complementary');
    await panel.getByRole('button', { name: 'Beleg ansehen' }).click();
    await panel.getByText('Streusalz, Big Bag').waitFor();
    await clerk.leave();
  });

  test('is returned with a note that the clerk reads first, and goes on its way again', async () => {
    const wish = { number: 'ZURUECK-1', sellerName: 'Retour & Söhne KG', net: '80.00' };
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    await handIn(clerk, wish);
    await open(clerk, wish.number);
    await code(clerk, { supplier: 'new' });
    await submit(clerk);
    await approve(clerk, wish.sellerName, 'Rechnerisch richtig');

    const holder = await Workplace.of(browser, demo.url, HOLDER);
    await decide(holder, wish.sellerName, 'Zurückgeben');
    const dialog = holder.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Zurückgeben' }).click();
    await dialog.getByText('Bitte ausfüllen.').waitFor(); // never without a reason
    await dialog.getByLabel('Was fehlt oder stimmt nicht?').fill('Gehört zum Friedhof, nicht zum Rathaus.');
    await dialog.getByRole('button', { name: 'Zurückgeben' }).click();
    await dialog.waitFor({ state: 'detached' });
    await holder.leave();

    await clerk.page.goto(`${BOOKS}/documents?state=returned`);
    await clerk.page
      .getByRole('row', { name: /ZURUECK-1/ })
      .getByRole('link')
      .click();
    await clerk.page.getByText('Gehört zum Friedhof, nicht zum Rathaus.').first().waitFor();
    await clerk.isAt({ heading: /Retour & Söhne KG/, client: TOWN });
    await submit(clerk);
    expect(await stateOf(clerk, wish.number)).toBe('in-decision');
    await clerk.leave();
  });

  test('is split: each share has its own line and its own person, and the sum is watched', async () => {
    const wish = { number: 'TEILUNG-1', sellerName: 'Schulmöbel Eckig GmbH', net: '1000.00' };
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    const { page } = clerk;
    await handIn(clerk, wish);
    await open(clerk, wish.number);
    await code(clerk, { supplier: 'new' });
    await field(clerk, 'Brutto').fill('700');
    await clerk.press('Tab');
    await page.getByRole('button', { name: 'Weitere Zeile' }).click();
    expect(await field(clerk, 'Brutto', 2).inputValue()).toBe('490,00'); // what is left
    await field(clerk, 'Konto', 2).fill('524110');
    await clerk.press('Tab');
    await field(clerk, 'Produkt', 2).fill('111.06');
    await clerk.press('Tab');
    await page.getByRole('button', { name: 'Auf mehrere Budgets aufteilen' }).click();
    await page.getByLabel('Wer entscheidet über Anteil 1?').selectOption({ label: 'Bodo Budget (Demo)' });
    await page.getByLabel('Wer entscheidet über Anteil 2?').selectOption({ label: 'Kim Kämmerei (Demo)' });
    expect(await page.getByRole('group', { name: 'Aufteilung' }).innerText()).toMatch(/700,00[\s\S]*490,00/);
    await clerk.isAccessible();
    await submit(clerk);
    await approve(clerk, wish.sellerName, 'Rechnerisch richtig');
    const id = await clerk.clientId('ahlenbrueck');
    const { id: documentId } = await settled(clerk, wish.number);
    const { tasks } = await clerk.api(`/clients/${id}/documents/${documentId}`);
    expect(
      tasks
        .filter((task: any) => task.state === 'open')
        .map((task: any) => [task.share, task.amount])
        .sort(),
    ).toEqual([
      [1, '700.00'],
      [2, '490.00'],
    ]);
    await clerk.leave();

    // On the telephone each sees their own line; the others are a tap away.
    const holder = await Workplace.of(browser, demo.url, HOLDER);
    await holder.page.goto('/decisions');
    const card = await cardOf(holder, wish.sellerName);
    const amount = (await card.locator('.decision-amount').innerText()).match(/^[\d.,]+/)![0];
    expect(['700,00', '490,00']).toContain(amount);
    expect(await card.locator('.decision-lines li .amount').allInnerTexts()).toEqual([amount]);
    const more = card.getByRole('button', { name: 'Eine Zeile anderer Anteile zeigen' });
    await more.focus();
    await holder.press('Enter');
    await card.getByRole('list', { name: 'Zeilen anderer Anteile' }).waitFor();
    expect((await card.locator('.decision-lines li .amount').allInnerTexts()).sort()).toEqual(['490,00', '700,00']);
    expect(
      await card.getByRole('button', { name: 'Zeilen anderer Anteile schließen' }).getAttribute('aria-expanded'),
    ).toBe('true');
    await holder.isAccessible();
    await holder.leave();
  });

  test('that comes a second time stands beside the first, and is put aside with a reason', async () => {
    const wish = { number: 'DOPPELT 1', sellerName: 'Zweimal Versand AG' };
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    const { page } = clerk;
    await handIn(clerk, wish);
    await handIn(clerk, { ...wish, number: 'DOPPELT-1', note: 'Zweite Ausfertigung' });
    await page.goto(`${BOOKS}/documents?state=duplicate`);
    await page
      .getByRole('row', { name: /DOPPELT/ })
      .getByRole('link')
      .click();
    await page.getByText('Diese Rechnungsnummer gibt es von diesem Lieferanten schon').waitFor();
    await clerk.isAt({ heading: /Zweimal Versand AG/, client: TOWN });
    await page.getByRole('button', { name: 'Ist doppelt' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Grund').fill('Kam per Post und per E-Mail.');
    await dialog.getByRole('button', { name: 'Ist doppelt' }).click();
    await dialog.waitFor({ state: 'detached' });
    await clerk.leave();
  });

  test('with a new bank account rings the alarm until a second person has confirmed it', async () => {
    const seller = 'Bauhof Bedarf Brinkmann';
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    const { page } = clerk;
    await handIn(clerk, { number: 'IBAN-ALT', sellerName: seller, iban: ibanFor('11') });
    await open(clerk, 'IBAN-ALT');
    await code(clerk, { supplier: 'new' });
    const id = await clerk.clientId('ahlenbrueck');
    const [partner] = (await clerk.api(`/clients/${id}/partners?q=${encodeURIComponent(seller)}`)).items;
    const lead = await Workplace.of(browser, demo.url, LEAD);
    const confirmed = await lead.send('POST', `/clients/${id}/partners/${partner.id}/bank-accounts/1/decision`, {
      confirm: true,
      note: 'Rückruf unter der bekannten Nummer',
    });
    expect(confirmed.status).toBe(200);

    await handIn(clerk, { number: 'IBAN-NEU', sellerName: seller, iban: ibanFor('66'), net: '77.00' });
    await open(clerk, 'IBAN-NEU');
    await page.getByText('Die Bankverbindung ist neu').waitFor();
    await clerk.isAccessible();
    await page.getByRole('button', { name: 'Bankverbindung vorschlagen' }).click();
    await page
      .getByText(/Bestätigen muss eine zweite Person/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Bankverbindung bestätigen' }).count()).toBe(0);

    await open(lead, 'IBAN-NEU');
    await lead.page.getByRole('button', { name: 'Bankverbindung bestätigen' }).click();
    const dialog = lead.page.getByRole('dialog');
    await dialog.getByLabel('Wie geprüft?').fill('Rückruf bei Frau Brinkmann, 02599 100');
    await dialog.getByRole('button', { name: 'Bankverbindung bestätigen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await lead.page.getByText('Die Bankverbindung ist neu').waitFor({ state: 'detached' });
    await lead.leave();
    await clerk.leave();
  });

  test('a credit note is coded with the amount that it states', async () => {
    const seller = 'Gutschrift Gärtner GmbH';
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    await handIn(clerk, { number: 'GS-1', sellerName: seller, typeCode: '381', net: '50.00' });
    await open(clerk, 'GS-1');
    await clerk.page
      .getByRole('article', { name: 'Rechnung' })
      .getByRole('heading', { name: /Gutschrift GS-1/ })
      .waitFor();
    await code(clerk, { supplier: 'new' });
    expect(await field(clerk, 'Brutto').inputValue()).toBe('59,50');
    await clerk.press('F8');
    await clerk.page.getByText(/So kann gebucht werden/).waitFor();
    // Money back: the supplier's account is debited.
    expect(await clerk.page.locator('.posting-preview').innerText()).toMatch(/351101 Kreditoren/);
    await clerk.leave();
  });

  test('faulty ones are rejected with the reasons of the check in the letter', async () => {
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    const { page } = clerk;
    await handIn(clerk, { number: 'FEHLER-1', sellerName: 'Lückenhaft OHG', buyerReference: null });
    await open(clerk, 'FEHLER-1');
    await page
      .getByRole('region', { name: 'Ergebnis der Prüfung' })
      .getByText(/BR-DE-15/)
      .waitFor();
    await page.getByRole('button', { name: 'Ablehnen …' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('checkbox', { name: /BR-DE-15/ }).isChecked()).toBe(true);
    await clerk.isAccessible();
    await dialog.getByRole('button', { name: 'Ablehnen, Schreiben kopieren' }).click();
    await dialog.getByText(/Kopieren Sie das Schreiben/).waitFor();
    expect(await dialog.locator('.letter').innerText()).toMatch(/FEHLER-1[\s\S]*BT-10/);
    await dialog.getByRole('button', { name: 'Schließen' }).last().click();
    expect(await stateOf(clerk, 'FEHLER-1')).toBe('rejected');
    await clerk.leave();
  });

  test('the next document is one key away, and nothing half-coded is lost on the way', async () => {
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    const { page } = clerk;
    await handIn(
      clerk,
      { number: 'REIHE-1', sellerName: 'Kette Eins GmbH' },
      { number: 'REIHE-2', sellerName: 'Kette Zwei GmbH' },
    );
    await page.goto(`${BOOKS}/documents?q=REIHE&year=${thisYear}`);
    await page.locator('a.row-open').nth(1).waitFor();
    await page.locator('a.row-open').first().click();
    await page.getByRole('form').waitFor();
    const first = await page.locator('h1').innerText();
    await field(clerk, 'Produkt').fill('111.06');
    await clerk.press('Alt+ArrowDown');
    await page.getByText('2 von 2').waitFor();
    expect(await page.locator('h1').innerText()).not.toBe(first);
    await page.getByRole('form').waitFor();
    await page.locator('h1').click();
    await clerk.press('k');
    await page.getByText('1 von 2').waitFor();
    await page.getByRole('form').waitFor();
    await clerk.isLoaded();
    expect(await field(clerk, 'Produkt').inputValue()).toBe('111.06');
    await page.getByRole('link', { name: '← Posteingang' }).click();
    await clerk.isAt({ heading: 'Posteingang', client: TOWN });
    expect(page.url()).toContain('q=REIHE');
    await clerk.leave();
  });
});
