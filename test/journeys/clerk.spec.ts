import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { thisYear } from '../support/days.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { Workplace } from '../support/workplace.js';

const CLERK = { userName: 'demo.buchhaltung' };
const TOWN = 'Stadt Lindhoven';
const BOOKS = '/clients/lindhoven';

describeInBrowser('a clerk at the booking mask', () => {
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

  /** A clerk in front of the empty mask of Lindhoven. */
  async function atTheMask(): Promise<{ clerk: Workplace; clientId: number }> {
    const clerk = await Workplace.of(browser, demo.url, CLERK);
    await clerk.page.goto(`${BOOKS}/booking`);
    await clerk.hasArrived({ heading: 'Buchungsmaske', client: TOWN });
    return { clerk, clientId: await clerk.clientId('lindhoven') };
  }

  const newest = async (clerk: Workplace, clientId: number) =>
    (await clerk.api(`/clients/${clientId}/journal-entries?fiscalYear=${thisYear}&order=desc&limit=1`)).items[0];
  const field = (clerk: Workplace, name: string, line = 1) =>
    clerk.page.getByLabel(`${name}, Zeile ${line}`, { exact: true });
  const difference = (clerk: Workplace) =>
    clerk.page.locator('.mask-totals div', { hasText: 'Differenz' }).locator('dd').innerText();

  test('signs in, chooses the client and books an invoice of three lines without a mouse', async () => {
    const clerk = await Workplace.open(browser, demo.url);
    const { page } = clerk;
    await clerk.isAt({ heading: 'Anmelden' });
    await page.evaluate(`addEventListener('pointerdown', () => { window.touched = true; })`);

    // A wrong password first: the message does not tell whether the name exists.
    clerk.expectRefusal(/^POST 401 \/api\/v1\/auth\/sign-in$/);
    await clerk.type(CLERK.userName); // the name has the focus
    await clerk.press('Tab');
    await clerk.type('nicht mein Kennwort');
    await clerk.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(
      'Benutzername, Kennwort oder Einmalcode stimmen nicht.',
    );
    await page.getByLabel('Kennwort', { exact: true }).focus();
    await clerk.press('Control+a');
    await clerk.type(clerk.password);
    await clerk.press('Enter');
    await clerk.isAt({ heading: 'Mandant wählen' });

    await clerk.press('Control+k');
    await page.getByRole('combobox', { name: 'Alles durchsuchen' }).waitFor();
    await clerk.type('lindh');
    await page.getByRole('option', { name: TOWN }).waitFor();
    await clerk.press('Enter');
    await clerk.isAt({ heading: `${TOWN} ${thisYear}`, client: TOWN });
    await clerk.press('Control+k');
    await page.getByRole('combobox', { name: 'Alles durchsuchen' }).waitFor();
    await clerk.type('buchungsm');
    await page.getByRole('option', { name: 'Buchungsmaske' }).waitFor();
    await clerk.press('Enter');
    await clerk.isAt({ heading: 'Buchungsmaske', client: TOWN });

    const clientId = await clerk.clientId('lindhoven');
    const before = (await clerk.api(`/clients/${clientId}/dashboard?fiscalYear=${thisYear}`)).entries as number;
    clerk.strokes = 0;
    // Amount, no contra account, voucher, date by four digits, account by a word, product, no cost centre, text
    await clerk.type('1190');
    await clerk.press('Enter', 'Enter');
    await clerk.type('RE-4711');
    await clerk.press('Enter');
    await clerk.type('3112');
    await clerk.press('Enter');
    await clerk.type('strom');
    await clerk.press('Enter');
    await clerk.type('111.06');
    await clerk.press('Enter', 'Enter');
    await clerk.type('Strom und Heizung');
    expect(await difference(clerk)).toBe('1.190,00');
    await clerk.press('Enter');
    // The second line proposes the difference; the product is that of the line before.
    expect(await field(clerk, 'Betrag', 2).inputValue()).toBe('−1.190,00');
    await clerk.type('357');
    await clerk.press('Enter', 'Enter');
    await clerk.type('heiz');
    await clerk.press('Enter', 'F2', 'Enter', 'Enter', 'Enter');
    // The third takes the rest into the credit.
    expect(await field(clerk, 'Betrag', 3).inputValue()).toBe('−1.547,00');
    await clerk.press('Enter', 'Enter');
    await clerk.type('3511');
    expect(await difference(clerk)).toBe('ausgeglichen');
    await clerk.press('Control+Enter');

    const number = `${thisYear}-${before + 1}`;
    await page.getByText(`Gebucht als ${number} bei ${TOWN}.`).waitFor();
    expect(clerk.strokes).toBeLessThanOrEqual(75); // a practised hand's fifteen seconds
    expect(await page.evaluate('window.touched')).toBeUndefined();
    await page.getByRole('region', { name: 'Zuletzt gebucht' }).getByRole('button', { name: number }).waitFor();
    expect(await newest(clerk, clientId)).toMatchObject({
      id: number,
      bookingDate: `${thisYear}-12-31`,
      period: 12,
      reference: 'RE-4711',
      text: 'Strom und Heizung',
      total: '1547.00',
      lines: [
        { account: '524110', debit: '1190.00', product: '111.06' },
        { account: '524120', debit: '357.00', product: '111.06' },
        { account: '3511', credit: '1547.00' },
      ],
    });

    // The mask is empty again, keeps voucher and date, and waits at the amount.
    expect(await field(clerk, 'Betrag').inputValue()).toBe('');
    expect(await page.getByLabel('Beleg', { exact: true }).inputValue()).toBe('RE-4711');
    expect(await page.getByLabel('Datum', { exact: true }).inputValue()).toBe(`31.12.${thisYear}`);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Betrag, Zeile 1');
    await clerk.leave();
  });

  test('is told at the field what is wrong, and nothing is booked', async () => {
    const lead = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    const id = await lead.clientId('lindhoven');
    const own = (await lead.api(`/clients/${id}/accounts?q=529140`)).items[0];
    expect(
      (await lead.send('PATCH', `/clients/${id}/accounts/529140`, { locked: true, version: own.version })).status,
    ).toBe(200);
    await lead.leave();

    const { clerk, clientId } = await atTheMask();
    const last = await newest(clerk, clientId);
    clerk.expectRefusal(/^POST 422 .*\/journal-entries$/);
    const errorAt = async (name: string, message: RegExp) => {
      await clerk.page.locator('[aria-invalid=true]').first().waitFor();
      const wrong = field(clerk, name);
      expect(await wrong.getAttribute('aria-invalid')).toBe('true');
      await clerk.page
        .locator(`[id="${await wrong.getAttribute('id')}-error"]`)
        .filter({ hasText: message })
        .waitFor();
      await clerk.page.waitForFunction((id) => document.activeElement?.id === id, await wrong.getAttribute('id'));
    };

    // Nothing typed at all.
    await clerk.press('Control+Enter');
    await errorAt('Betrag', /^Betrag fehlt\.$/);
    await clerk.isAccessible();

    // An account that does not exist.
    await clerk.type('100');
    await clerk.press('Enter');
    await clerk.type('3511');
    await clerk.press('Enter', 'Enter');
    await clerk.type('3112');
    await clerk.press('Enter');
    await clerk.type('98765432');
    await clerk.press('Enter');
    await field(clerk, 'Buchungstext').focus();
    await clerk.type('Falsches Konto');
    await clerk.press('NumpadMultiply');
    await errorAt('Konto', /98765432/);

    // An expense without its product.
    await clerk.press('Control+a');
    await clerk.type('524110');
    await clerk.press('NumpadMultiply');
    await errorAt('Produkt', /^Produkt fehlt/);
    await clerk.type('111.06');

    // An account that was locked today.
    await field(clerk, 'Konto').focus();
    await clerk.press('Control+a');
    await clerk.type('529140');
    await clerk.press('NumpadMultiply');
    await errorAt('Konto', /gesperrt/);
    await clerk.isAccessible();

    // Debit and credit differ.
    await clerk.press('Control+a');
    await clerk.type('524110');
    await clerk.press('Enter');
    await field(clerk, 'Gegenkonto').focus();
    await clerk.press('Control+a', 'Delete', 'Enter');
    expect(await difference(clerk)).toBe('100,00');
    await clerk.press('Control+Enter');
    await clerk.page.getByRole('alert').getByText('Soll und Haben sind nicht ausgeglichen.').waitFor();

    // Lines on bank accounts say what the money was for.
    await field(clerk, 'Gegenkonto').focus();
    await clerk.type('1811');
    await clerk.press('Enter');
    expect(await field(clerk, 'Finanzkonto').inputValue()).toBe('7241'); // as usual for electricity
    await field(clerk, 'Konto').focus();
    await clerk.type('3511');
    await clerk.press('Control+Enter');
    await errorAt('Finanzkonto', /brauchen ein Finanzkonto/);
    await clerk.type('7241');

    // The trial posting shows every effect and writes nothing.
    await clerk.press('F8');
    await clerk.page.getByRole('heading', { name: 'Probebuchung – nichts wurde gebucht' }).waitFor();
    const next = Number(last.id.split('-')[1]) + 1;
    await clerk.page.getByText(`So kann gebucht werden; die nächste Nummer wäre ${next}.`).waitFor();
    const effects = clerk.page.getByRole('region', { name: 'Wirkung auf die Konten' }).getByRole('row');
    expect(await effects.filter({ hasText: '3511' }).innerText()).toContain('100,00');
    expect(await effects.filter({ hasText: '1811' }).innerText()).toContain('−100,00');
    const statements = await clerk.page.getByRole('region', { name: 'Wirkung auf die Abschlüsse' }).innerText();
    expect(statements).toMatch(/Bilanz.*liquide Mittel/i);
    expect(statements).toContain('Finanzrechnung');
    await clerk.isAccessible();

    expect((await newest(clerk, clientId)).id).toBe(last.id);
    await clerk.leave();
  });

  test('lays an unfinished entry aside as a draft, finds it again and posts it', async () => {
    const { clerk, clientId } = await atTheMask();
    const { page } = clerk;
    await clerk.type('88,50');
    await clerk.press('Enter', 'Enter', 'Enter');
    await clerk.type('3112');
    await field(clerk, 'Buchungstext').focus();
    await clerk.type('Konto wird noch geklärt');
    await page.getByRole('button', { name: 'Als Entwurf sichern' }).focus();
    await clerk.press('Enter');
    await page.getByLabel('Hinweis').fill('Rückfrage beim Bauhof');
    await clerk.isAccessible();
    await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();

    await clerk.isAt({ heading: 'Entwürfe', client: TOWN });
    const row = page.getByRole('row', { name: 'Konto wird noch geklärt' });
    expect(await row.innerText()).toMatch(/88,50.*Rückfrage beim Bauhof.*Beate Beleg/s);
    await clerk.follow(row.getByRole('link'), { heading: 'Entwurf: Konto wird noch geklärt', client: TOWN });
    expect(await field(clerk, 'Betrag').inputValue()).toBe('88,50');
    expect(await page.getByLabel('Datum', { exact: true }).inputValue()).toBe(`31.12.${thisYear}`);
    await field(clerk, 'Konto').fill('524110');
    await field(clerk, 'Gegenkonto').fill('3511');
    await field(clerk, 'Produkt').fill('111.07');
    await clerk.press('Control+Enter');
    await page.getByText(/^Gebucht als/).waitFor();
    await clerk.hasArrived({ heading: 'Entwürfe', client: TOWN });
    expect(await row.count()).toBe(0);
    expect(await newest(clerk, clientId)).toMatchObject({ text: 'Konto wird noch geklärt', total: '88.50' });
    await clerk.leave();
  });

  test('who comes second to a draft is told who was faster, and nothing is lost', async () => {
    const { clerk, clientId } = await atTheMask();
    const entry = {
      text: 'Zaun am Bauhof',
      bookingDate: `${thisYear}-12-31`,
      lines: [{ account: '524110', debit: '40.00' }],
    };
    const draft = (await clerk.send('POST', `/clients/${clientId}/drafts`, { entry })).body;
    const address = `${BOOKS}/drafts/${draft.id}`;
    const colleague = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    const heading = 'Entwurf: Zaun am Bauhof';
    await Promise.all([clerk.page.goto(address), colleague.page.goto(address)]);
    await Promise.all([clerk.hasArrived({ heading, client: TOWN }), colleague.hasArrived({ heading, client: TOWN })]);

    await field(colleague, 'Betrag').fill('44');
    await colleague.page.getByRole('button', { name: 'Entwurf sichern' }).click();
    await colleague.page.getByText('Entwurf gesichert.').waitFor();

    clerk.expectRefusal(/^PUT 409 .*\/drafts\//);
    await field(clerk, 'Buchungstext').fill('Zaun am Bauhof, Nordseite');
    await clerk.page.getByRole('button', { name: 'Entwurf sichern' }).click();
    const notice = clerk.page.getByRole('alert').filter({ hasText: 'Der Entwurf wurde inzwischen geändert' });
    await notice.waitFor();
    const told = await notice.innerText();
    expect(told).toContain('Lea Leitung (Demo) hat ihn am');
    expect(told).toContain('Zaun am Bauhof, Nordseite');
    expect(told).toMatch(/40,00.*44,00/s);
    expect(await field(clerk, 'Buchungstext').inputValue()).toBe('Zaun am Bauhof, Nordseite');
    expect((await clerk.api(`/clients/${clientId}/drafts/${draft.id}`)).entry.lines[0].debit).toBe('44.00');
    await clerk.isAccessible();

    // The clerk looks at the other state, adds the text again and posts; now the colleague comes second.
    await notice.getByRole('button', { name: 'Gesicherten Stand laden' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await field(clerk, 'Betrag').inputValue()).toBe('44,00');
    await field(clerk, 'Gegenkonto').fill('3511');
    await field(clerk, 'Produkt').fill('111.07');
    await clerk.press('Control+Enter');
    await clerk.page.getByText(/^Gebucht als/).waitFor();

    colleague.expectRefusal(/^PUT 409 .*\/drafts\//);
    await field(colleague, 'Gegenkonto').fill('3511');
    await field(colleague, 'Produkt').fill('111.07');
    await colleague.press('Control+Enter');
    await colleague.page.getByRole('alert').getByText('Der Entwurf wurde inzwischen gebucht oder gelöscht.').waitFor();
    expect(await field(colleague, 'Gegenkonto').inputValue()).toBe('3511');
    const { items } = await clerk.api(`/clients/${clientId}/journal-entries?fiscalYear=${thisYear}&q=Zaun am Bauhof`);
    expect(items).toHaveLength(1);
    await clerk.leave();
    await colleague.leave();
  });

  test('switching the client asks while the mask is half filled, and carries nothing over', async () => {
    const { clerk } = await atTheMask();
    const { page } = clerk;
    await page.goto(`${BOOKS}/booking?asOf=${thisYear}-12-31`);
    await clerk.hasArrived({ heading: 'Buchungsmaske', client: TOWN });
    await field(clerk, 'Betrag').fill('12,34');
    await field(clerk, 'Buchungstext').fill('nur für Lindhoven');
    const change = async () => {
      await page.getByRole('button', { name: `Mandant: ${TOWN}` }).click();
      await page.getByLabel('Mandant suchen').fill('wesen');
      await clerk.press('Enter');
      await page.getByRole('dialog').getByText('Die Buchungsmaske ist noch nicht gebucht').waitFor();
    };
    await change();
    await clerk.isAccessible();
    await page.getByRole('button', { name: `Bei ${TOWN} bleiben` }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await field(clerk, 'Betrag').inputValue()).toBe('12,34');

    await change();
    await page.getByRole('button', { name: 'Mandant wechseln' }).click();
    await clerk.isAt({ heading: `Gemeinde Wesenrode ${thisYear}`, client: 'Gemeinde Wesenrode' });
    expect(page.url()).toBe(`${demo.url}/clients/wesenrode`);
    await clerk.follow('Buchungsmaske', { heading: 'Buchungsmaske', client: 'Gemeinde Wesenrode' });
    for (const name of ['Betrag', 'Buchungstext']) expect(await field(clerk, name).inputValue()).toBe('');

    await page.goto(`${BOOKS}/booking`); // back at Lindhoven everything is where it was
    await clerk.hasArrived({ heading: 'Buchungsmaske', client: TOWN });
    expect(await field(clerk, 'Betrag').inputValue()).toBe('12,34');
    expect(await field(clerk, 'Buchungstext').inputValue()).toBe('nur für Lindhoven');
    await clerk.leave();
  });

  test('follows an entry from the journal and takes it back, with its own date and reason', async () => {
    const { clerk, clientId } = await atTheMask();
    const { page } = clerk;
    const wrong = await clerk.send('POST', `/clients/${clientId}/journal-entries`, {
      bookingDate: `${thisYear}-12-01`,
      text: 'Doppelt erfasste Rechnung',
      lines: [
        { account: '524110', debit: '75.00', product: '111.06' },
        { account: '3511', credit: '75.00' },
      ],
    });
    expect(wrong.status).toBe(201);
    const { id } = wrong.body;
    await clerk.follow('Journal', { heading: 'Journal', client: TOWN });
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: id, exact: true }) });
    await row.getByRole('button', { name: id }).focus();
    await clerk.press('Enter');

    const panel = page.getByRole('complementary', { name: `Buchung ${id}` });
    await panel.getByText('Kettenwert').waitFor();
    await clerk.isSomewhere();
    expect(new URL(page.url()).searchParams.get('entry')).toBe(id);
    expect(await panel.innerText()).toMatch(/01\.12\..*Doppelt erfasste Rechnung.*524110.*75,00/s);
    await clerk.isAccessible();

    await panel.getByRole('button', { name: 'Stornieren' }).click();
    const dialog = page.getByRole('dialog', { name: `Buchung ${id} stornieren` });
    await dialog.getByRole('button', { name: 'Stornieren' }).click();
    await dialog.getByText('Bitte ausfüllen.').waitFor(); // no reversal without a reason
    await clerk.isAccessible();
    await dialog.getByLabel('Buchungsdatum').fill('3112');
    await dialog.getByLabel('Grund').fill('doppelt erfasst');
    await dialog.getByRole('button', { name: 'Stornieren' }).click();

    const reversal = `${thisYear}-${Number(id.split('-')[1]) + 1}`;
    await page.getByText(`Buchung ${id} wurde mit ${reversal} storniert.`).waitFor();
    await panel.getByText('Diese Buchung wurde storniert mit').waitFor();
    expect(await panel.getByRole('button', { name: 'Stornieren' }).count()).toBe(0);
    await clerk.isSomewhere(); // although the button that opened the dialog is gone
    await clerk.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await row.innerText()).toContain('storniert');
    const takenBack = page.getByRole('row').filter({ has: page.getByRole('button', { name: reversal, exact: true }) });
    expect(await takenBack.innerText()).toMatch(/31\.12\..*75,00.*Storno/s);
    await clerk.isAccessible();

    await clerk.goTo(`${BOOKS}/entries/${reversal}`, { heading: `Buchung ${reversal}`, client: TOWN });
    const facts = await page.getByRole('main').innerText();
    expect(facts).toMatch(/doppelt erfasst/);
    expect(facts).toContain(id);
    await clerk.leave();
  });
});
