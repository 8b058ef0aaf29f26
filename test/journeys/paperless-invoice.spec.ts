import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { thisYear, today, written } from '../support/days.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { invoiceXml } from '../support/invoice-files.js';
import {
  arrived,
  BOOKS,
  cardOf,
  dayFromToday,
  decide,
  documentOf,
  openDocument,
  PEOPLE,
  PHONE,
  putIn,
  submit,
  SUPPLIERS,
  TOWN,
  townInvoice,
} from '../support/paperless.js';
import { Workplace } from '../support/workplace.js';

describeInBrowser('an invoice without paper', () => {
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

  const at = (userName: string, viewport?: { width: number; height: number }) =>
    Workplace.of(browser, demo.url, { userName, ...(viewport && { viewport }) });

  /** Approves the card of a document on the telephone. */
  async function approveOnThePhone(userName: string, number: string, button: string, sees: RegExp): Promise<void> {
    const person = await at(userName, PHONE);
    const { page } = person;
    await page.goto('/decisions');
    await person.hasArrived({ heading: 'Meine Entscheidungen' });
    const card = await cardOf(person, number);
    await person.isLoaded();
    const body = await card.innerText();
    expect(body).toContain(TOWN);
    expect(body).toMatch(sees);
    await card.getByRole('button', { name: 'Beleg ansehen' }).click();
    await card.getByRole('article', { name: 'Rechnung' }).waitFor();
    await person.isAt({ heading: 'Meine Entscheidungen' });
    const approve = card.getByRole('button', { name: button });
    const box = (await approve.boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(44); // for a thumb
    expect(box.x >= 0 && box.x + box.width <= PHONE.width).toBe(true);
    expect(box.y + box.height).toBeLessThanOrEqual(PHONE.height); // without scrolling
    await approve.click();
    await page.getByText(`${number} ist genehmigt.`).waitFor();
    await person.isLoaded();
    await person.isSomewhere();
    await person.leave();
  }

  /** The control accounts hold what the open items say. */
  async function reconciles(place: Workplace, clientId: number): Promise<void> {
    const { items } = await place.api<{ items: any[] }>(`/clients/${clientId}/open-items/reconciliation`);
    expect(items.map((one) => one.account)).toEqual(expect.arrayContaining(['351101', '171101']));
    expect(items.filter((one) => one.difference !== '0.00')).toEqual([]);
  }

  test('goes from the inbox through four hands into the books, and is found again from the account', async () => {
    const clerk = await at(PEOPLE.clerk.userName);
    const { page } = clerk;
    const clientId = await clerk.clientId('ahlenbrueck');
    const supplier = SUPPLIERS.powerStation;

    // It comes in by the page, and is found clean.
    await clerk.goTo(`${BOOKS}/documents`, { heading: 'Posteingang', client: TOWN });
    const bytes = townInvoice(clientId, supplier, {
      number: 'SW-90817',
      net: '2713.45',
      itemName: 'Strom Rathaus, Abschlag',
    });
    const [row] = await putIn(clerk, clientId, [{ name: 'SW-90817.xml', bytes }]);
    expect(row).toMatchObject({ state: 'new', invoiceNo: 'SW-90817', gross: '3229.01', errors: 0, alarms: [] });
    const line = page.getByRole('row', { name: 'SW-90817' });
    await line.waitFor();
    expect(await line.innerText()).toContain('geprüft');
    await clerk.isAccessible();

    // Opened, it is readable, and the mask holds a proposal that says why.
    const heading = `${row.number} ${supplier.name}`;
    await clerk.follow(line.getByRole('link'), { heading, client: TOWN });
    const sheet = page.getByRole('article', { name: 'Rechnung' });
    const shown = await sheet.innerText();
    for (const text of ['Rechnung SW-90817', '3.229,01', supplier.name, 'Strom Rathaus, Abschlag', '05999004-0001-12'])
      expect(shown).toContain(text);
    await page.getByText('Vorschlag:').first().waitFor();
    const field = (name: string) => page.getByLabel(`${name}, Zeile 1`, { exact: true });
    expect(await field('Konto').inputValue()).toBe('524110'); // as this supplier was booked before
    expect(await field('Produkt').inputValue()).toBe('111.06');
    expect(await field('Kostenst.').inputValue()).toBe('1010');
    expect(await field('Brutto').inputValue()).toBe('3.229,01');
    expect(await page.getByLabel('Lieferant', { exact: true }).inputValue()).toContain(supplier.name);

    // The whole proposal goes on with one key.
    await field('Konto').focus();
    await clerk.press('Control+Enter');
    await page.getByText(`${row.number} ist auf dem Weg (${TOWN}).`).waitFor();
    expect(await documentOf(clerk, clientId, row.id)).toMatchObject({ state: 'in-decision', step: 'arithmetic' });
    await clerk.isLoaded();
    await clerk.isSomewhere();

    // She certifies the sums; nobody may certify and order the same invoice.
    await openDocument(clerk, row);
    await page.getByRole('button', { name: /^Rechnerisch richtig/ }).click();
    await page.getByText(`${row.number} ist genehmigt.`).waitFor();
    expect(await documentOf(clerk, clientId, row.id)).toMatchObject({ step: 'factual' });

    const sees = /3\.229,01/;
    await approveOnThePhone(PEOPLE.department.userName, row.number, 'Sachlich richtig', sees);
    expect(await documentOf(clerk, clientId, row.id)).toMatchObject({ step: 'order' });
    await approveOnThePhone(PEOPLE.budgetHolder.userName, row.number, 'Anordnen', sees);
    expect(await documentOf(clerk, clientId, row.id)).toMatchObject({ state: 'decided', step: 'posting' });

    // The bookkeeper sees the entry before it is one, and posts it.
    await openDocument(clerk, row);
    await page.getByText('So kann gebucht werden').waitFor();
    const entryBefore = await page.locator('.posting-preview').innerText();
    expect(entryBefore).toContain('524110');
    expect(entryBefore).toContain('351101');
    await page.getByRole('button', { name: /^Buchen/ }).click();
    await page.getByText(new RegExp(`${row.number} ist gebucht als ${thisYear}-\\d+\\.`)).waitFor();
    const posted = await documentOf(clerk, clientId, row.id);
    expect(posted.state).toBe('posted');
    expect(posted.entries).toHaveLength(1);
    const entryId = posted.entries[0].id;
    await clerk.isLoaded();
    await clerk.isAccessible();
    const entry = await clerk.api(`/clients/${clientId}/journal-entries/${entryId}`);
    expect(entry).toMatchObject({ total: '3229.01', reference: 'SW-90817' });
    expect(entry.lines.map((one: any) => [one.account, one.debit ?? one.credit])).toEqual(
      expect.arrayContaining([
        ['524110', '3229.01'],
        ['351101', '3229.01'],
      ]),
    );

    // What is owed stands in the open items, with day and amount, and adds up with the control account.
    await clerk.follow('Offene Posten', { heading: 'Offene Posten', client: TOWN });
    await page.getByLabel('Nummer, Rechnung oder Partner').fill('SW-90817');
    const item = page.getByRole('row', { name: 'SW-90817' });
    await item.waitFor();
    await clerk.isLoaded();
    expect(await item.innerText()).toMatch(
      new RegExp(`${supplier.name}.*${written(dayFromToday(30)).replaceAll('.', '\\.')}.*3\\.229,01`, 's'),
    );
    await item.getByRole('button').press('Enter');
    const panel = page.getByRole('complementary', { name: /^Offener Posten \d+/ });
    await panel.getByRole('link', { name: 'Beleg ansehen' }).waitFor();
    await clerk.isAccessible();
    expect(await panel.innerText()).toContain('entstanden');
    const { items } = await clerk.api(`/clients/${clientId}/open-items?q=SW-90817`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'liability', account: '351101', state: 'open' });
    await reconciles(clerk, clientId);

    // From the figure to the picture in two clicks.
    await clerk.goTo(`${BOOKS}/ledger/524110?from=${today}`, { heading: /^524110 /, client: TOWN });
    await page.getByRole('button', { name: entryId, exact: true }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Beleg ansehen' }).click();
    const picture = page.getByRole('complementary').getByRole('article', { name: 'Rechnung' });
    await picture.waitFor();
    expect(await picture.innerText()).toContain('Rechnung SW-90817');
    await clerk.isAccessible();

    // The auditor's question: who decided what, and were they four?
    await clerk.goTo(`${BOOKS}/documents/${row.id}?tab=history`, { heading, client: TOWN });
    const history = await page.getByRole('list').filter({ hasText: 'Eingegangen' }).innerText();
    for (const who of [PEOPLE.clerk, PEOPLE.department, PEOPLE.budgetHolder]) expect(history).toContain(who.name);
    for (const what of ['Sachliche Feststellung', 'Anordnung', 'Gebucht']) expect(history).toContain(what);
    await clerk.leave();
  });

  test('is reduced by a credit note that is set against it, without any money moving', async () => {
    const [clerk, head, holder] = await Promise.all(
      [PEOPLE.clerk, PEOPLE.department, PEOPLE.budgetHolder].map(({ userName }) => at(userName)),
    );
    const { page } = clerk!;
    const clientId = await clerk!.clientId('ahlenbrueck');
    await page.goto(`${BOOKS}/documents`);
    await clerk!.hasArrived({ heading: 'Posteingang', client: TOWN });
    const rows = await putIn(
      clerk!,
      clientId,
      (
        [
          { number: 'MD-500', net: '60.00', dueDate: dayFromToday(2) },
          { number: 'MD-501', net: '800.00' },
          { number: 'MD-GS-7', net: '150.00', typeCode: '381', preceding: 'MD-501' },
        ] as const
      ).map((wish) => ({ name: `${wish.number}.xml`, bytes: townInvoice(clientId, SUPPLIERS.roofer, wish) })),
    );
    for (const { id } of rows) {
      // Not yet set against anything by its coding: that is done below, on the open items.
      await submit(clerk!, clientId, id, { account: '5211', product: '111.06' }, { offsets: [] });
      await decide(clerk!, clientId, id, 'arithmetic');
      await decide(head!, clientId, id, 'factual');
      await decide(holder!, clientId, id, 'order');
      expect(await decide(clerk!, clientId, id, 'posting')).toMatchObject({ state: 'posted' });
    }
    const itemOf = async (number: string) =>
      (await clerk!.api(`/clients/${clientId}/open-items?state=all&q=${number}`)).items[0];
    expect((await itemOf('MD-501')).open).toBe('952.00');
    expect((await itemOf('MD-GS-7')).open).toBe('-178.50');

    await clerk!.goTo(`${BOOKS}/open-items?q=MD-GS-7`, { heading: 'Offene Posten', client: TOWN });
    await page.getByRole('row', { name: 'MD-GS-7' }).getByRole('button').press('Enter');
    const panel = page.getByRole('complementary', { name: /^Offener Posten \d+/ });
    await panel.getByRole('button', { name: 'Verrechnen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Gutschrift mit Rechnung verrechnen' });
    const invoices = dialog.getByLabel('Verrechnen mit');
    await invoices.waitFor();
    // What the credit note names is chosen, although another invoice is due before it.
    const choice = await invoices.locator('option').allInnerTexts();
    expect(choice.findIndex((label) => label.includes('MD-501'))).toBeGreaterThan(0);
    expect(await invoices.locator('option:checked').innerText()).toContain('MD-501');
    await dialog.getByText('Vorgewählt ist MD-501').waitFor();
    expect(await dialog.getByLabel('Betrag').inputValue()).toBe('178,50');
    await clerk!.isAccessible();
    await dialog.getByRole('button', { name: 'Verrechnen' }).click();
    await page.getByText(/178,50 verrechnet mit Buchung/).waitFor();
    expect(await itemOf('MD-501')).toMatchObject({ open: '773.50', state: 'open' });
    expect(await itemOf('MD-GS-7')).toMatchObject({ open: '0.00', state: 'settled' });
    await reconciles(clerk!, clientId);
    await clerk!.isLoaded();
    await clerk!.isSomewhere();
    for (const place of [clerk!, head!, holder!]) await place.leave();
  });

  test('is not needed for an internal allocation: its page shows the amount and both sides, and it can be sent on its way', async () => {
    const clerk = await at(PEOPLE.clerk.userName);
    const { page } = clerk;
    const clientId = await clerk.clientId('ahlenbrueck');
    const line = {
      account: '5811',
      product: '126.01',
      net: '1250.00',
      tax: '0.00',
      gross: '1250.00',
      vat: { category: 'O', rate: '0', treatment: 'sovereign', deductiblePercent: '0' },
    };
    const { status, body } = await clerk.send('POST', `/clients/${clientId}/orders`, {
      kind: 'internal',
      submit: false,
      coding: {
        text: 'Bauhofleistungen für die Feuerwehr',
        method: 'none',
        lines: [line],
        prepaid: [{ account: '4811', product: '111.06', amount: '1250.00' }],
      },
    });
    expect(status).toBe(201);
    const heading = `${body.number} Interne Leistungsverrechnung`;
    await clerk.goTo(`${BOOKS}/documents/${body.id}`, { heading, client: TOWN });
    expect(await page.locator('.page-head').innerText()).toContain('1.250,00');
    expect(await page.getByLabel('Lieferant', { exact: true }).count()).toBe(0);
    await page.getByRole('row', { name: /4811 .*Gebäudemanagement 1\.250,00/ }).waitFor();
    await page.getByText('geht auf').waitFor();
    await page.getByRole('button', { name: /^Weitergeben/ }).click();
    await page.getByText(`${body.number} ist auf dem Weg (${TOWN}).`).waitFor();
    await clerk.goTo(`${BOOKS}/documents/${body.id}`, { heading, client: TOWN });
    const sheet = page.getByRole('region', { name: 'Kontierung', exact: true });
    const shown = await sheet.innerText();
    for (const side of ['Belastet wird', '5811', 'Gutgeschrieben wird', '4811', 'Interne Leistungsverrechnung'])
      expect(shown).toContain(side);

    // What is listed leaves the inbox as a spreadsheet, by the filters of the page.
    await clerk.goTo(`${BOOKS}/documents?state=all&kind=internal`, { heading: 'Posteingang', client: TOWN });
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
    expect(file.suggestedFilename()).toBe('posteingang.csv');
    const rows = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toContain(';Interne Leistungsverrechnung;');
    expect(rows.find((row) => row.startsWith(body.number))).toContain(';1250,00;');
    await clerk.leave();
  });

  test('of our own is drafted by one person, goes out by a second, and becomes a claim with files', async () => {
    const clerk = await at(PEOPLE.clerk.userName);
    const { page } = clerk;
    const clientId = await clerk.clientId('ahlenbrueck');
    await clerk.goTo(`${BOOKS}/outgoing-invoices/new`, { heading: 'Neue Rechnung', client: TOWN });
    await page.getByLabel('Empfänger', { exact: true }).fill('Kreis Musterland');
    await page.getByRole('option', { name: /Kreis Musterland/ }).click();
    const field = (name: string) => page.getByLabel(`${name}, Position 1`, { exact: true });
    await page.getByLabel('Leistung von', { exact: true }).fill(written(today));
    await page.getByLabel('Leistung bis', { exact: true }).fill(written(today));
    await field('Bezeichnung').fill('Überlassung Ratssaal, eine Sitzung');
    await field('Menge').fill('2');
    await field('Einzelpreis').fill('120,00');
    await field('Umsatzsteuer').selectOption({ label: 'hoheitlich' });
    await field('Ertragskonto').fill('4482');
    await field('Produkt').fill('111.06');
    await clerk.press('Control+Enter');
    const heading = 'Entwurf: Rechnung an Kreis Musterland';
    await clerk.isAt({ heading, client: TOWN });
    await clerk.isSomewhere();
    await page.getByText('Nichts fehlt: Die Rechnung erfüllt die Regeln der XRechnung.').waitFor();
    const address = new URL(page.url()).pathname;
    const invoiceId = address.split('/').at(-1)!;
    const path = `/clients/${clientId}/outgoing-invoices/${invoiceId}`;

    // Who drafted it does not let it go, neither by the page nor past it.
    await page.getByText('Ausgehen lassen muss ihn eine andere Person.').first().waitFor();
    const { version } = await clerk.api(path);
    const refused = await clerk.send('POST', `${path}/issue`, { version });
    expect([refused.status, refused.body.code]).toEqual([422, 'FourEyes']);
    expect(await clerk.api(path)).toMatchObject({ state: 'draft', number: null });

    const lead = await at(PEOPLE.lead.userName);
    await lead.goTo(address, { heading, client: TOWN });
    await lead.page.getByRole('button', { name: 'Ausgehen lassen' }).click();
    const dialog = lead.page.getByRole('dialog', { name: 'Rechnung ausgehen lassen' });
    await lead.isAccessible();
    await dialog.getByRole('button', { name: 'Ausgehen lassen' }).click();
    await lead.isAt({ heading: /^Rechnung AR-\d{4}-\d+$/, client: TOWN });
    await lead.isSomewhere();
    const issued = await lead.api(path);
    expect(issued).toMatchObject({ state: 'issued', gross: '240.00', openItem: { open: '240.00' } });

    // The files are what their names say.
    const starts = { 'ZUGFeRD (PDF/A-3)': '%PDF-', 'XRechnung (UBL)': '<?xml', 'XRechnung (CII)': '<?xml' };
    for (const [label, start] of Object.entries(starts)) {
      const href = await lead.page.getByRole('link', { name: label }).getAttribute('href');
      const answer = await lead.context.request.get(`${demo.url}${href}`);
      expect(answer.status()).toBe(200);
      const bytes = await answer.body();
      expect(bytes.subarray(0, 5).toString('latin1')).toBe(start);
      expect(bytes.length).toBeGreaterThan(2_000);
      if (start === '<?xml') expect(bytes.toString()).toContain(issued.number);
    }

    // The claim is one click away and stands among the open items.
    await lead.page.getByRole('button', { name: /^Posten \d+, offen 240,00$/ }).click();
    await lead.page.getByRole('complementary', { name: /^Offener Posten \d+/ }).waitFor();
    await clerk.goTo(`${BOOKS}/open-items?kind=claim&q=${issued.number}`, { heading: 'Offene Posten', client: TOWN });
    const claim = page.getByRole('row', { name: issued.number });
    expect(await claim.innerText()).toMatch(/Kreis Musterland[\s\S]*240,00/);
    const entry = await clerk.api(`/clients/${clientId}/journal-entries/${issued.entryId}`);
    expect(entry).toMatchObject({ total: '240.00', reference: issued.number });
    await reconciles(clerk, clientId);
    await lead.leave();
    await clerk.leave();
  });

  test('for nobody waits on the clearing list until a person says whose it is', async () => {
    const clerk = await at(PEOPLE.clerk.userName);
    const { page } = clerk;
    const clientId = await clerk.clientId('ahlenbrueck');
    await page.goto('/centre/clearing');
    await clerk.hasArrived({ heading: 'Klärungsliste' });
    const bytes = invoiceXml({
      number: 'IRR-17',
      sellerName: 'Irrläufer Beispiel GmbH',
      buyerName: 'Rathaus, 2. Stock',
    });
    const file = { name: 'irrlaeufer.xml', mimeType: 'application/xml', buffer: bytes };
    await page.locator('input[type=file]').setInputFiles([file]);
    await page.getByRole('button', { name: file.name }).click();
    const item = page.getByRole('region', { name: file.name });
    await item.getByRole('article', { name: 'Rechnung' }).waitFor(); // readable before anybody owns it
    await clerk.isAt({ heading: 'Klärungsliste' });
    const before = await clerk.api(`/clients/${clientId}/documents?limit=100`);
    expect(before.items.filter((one: any) => one.fileName === file.name)).toEqual([]);

    await item.getByRole('radio', { name: TOWN, exact: true }).check();
    await item.getByRole('button', { name: `Zuordnen zu ${TOWN}` }).click();
    const dialog = page.getByRole('dialog', { name: `Zuordnen zu ${TOWN}` });
    await dialog.getByRole('button', { name: `Zuordnen zu ${TOWN}` }).click();
    await dialog.locator('[aria-invalid=true]').waitFor(); // not without a reason
    await dialog.getByLabel('Warum dieser Mandant?').fill('Der Hausmeister hat dort bestellt.');
    await clerk.isAccessible();
    await dialog.getByRole('button', { name: `Zuordnen zu ${TOWN}` }).click();
    await page.getByText(`„${file.name}“ liegt jetzt im Posteingang von ${TOWN}.`).waitFor();
    await clerk.isLoaded();
    await clerk.isSomewhere();
    expect(await page.getByRole('button', { name: file.name }).count()).toBe(0);

    // The very bytes came there, and the reason with them.
    const [row] = await arrived(clerk, clientId, [file.name]);
    const document = await documentOf(clerk, clientId, row.id);
    expect(document).toMatchObject({ state: 'new', invoiceNo: 'IRR-17', channel: 'intake' });
    expect(document.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(JSON.stringify(document.history)).toContain('Der Hausmeister hat dort bestellt.');
    await clerk.leave();
  });
});
