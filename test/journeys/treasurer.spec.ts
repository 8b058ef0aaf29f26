import type { Browser, Locator } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { thisYear } from '../support/days.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { Workplace } from '../support/workplace.js';

const TOWN = 'Gemeinde Ahlenbrück';
const SERVICES = 'Aufwendungen für Sach- und Dienstleistungen';

/** Cents of an amount as written on the screen. */
const cents = (text: string): number =>
  text === '–' ? 0 : Number(text.replaceAll('.', '').replace(',', '').replace('−', '-'));
/** The figure of the year in a line of a statement. */
const figure = async (row: Locator): Promise<number> => cents(await row.locator('td.amount').first().innerText());

describeInBrowser('a treasurer at the statements', () => {
  let demo: Demonstration;
  let browser: Browser;
  let entryId: string;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([openDemonstration(), launchChromium()]);
    const lead = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    const posted = await lead.send('POST', `/clients/${await lead.clientId('ahlenbrueck')}/journal-entries`, {
      bookingDate: `${thisYear}-12-31`,
      text: 'Strom zum Jahresende',
      lines: [
        { account: '524110', debit: '1000.00', product: '111.06' },
        { account: '3511', credit: '1000.00' },
      ],
    });
    entryId = posted.body.id;
    await lead.leave();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
    await cleanUp();
  });

  test('sees at a glance that the three statements agree', async () => {
    const treasurer = await Workplace.of(browser, demo.url, { userName: 'demo.kaemmerei' });
    const { page } = treasurer;
    const home = page.getByRole('main').getByRole('link', { name: TOWN, exact: true });
    await treasurer.follow(home, { heading: `${TOWN} ${thisYear}`, client: TOWN });

    await treasurer.follow('Bilanz', { heading: `Bilanz ${thisYear}`, client: TOWN });
    const checks = page.getByRole('listitem').filter({ hasText: /^Stimmt/ });
    const equal = /^Stimmt: .*\(([\d.,]+) = \1\)$/;
    expect(await checks.filter({ hasText: 'Summe der Aktiva = Summe der Passiva' }).innerText()).toMatch(equal);
    expect(await page.getByText('Stimmt nicht').count()).toBe(0);
    const liquid = await figure(
      page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Liquide Mittel', exact: true }) }),
    );
    expect(liquid).toBeGreaterThan(0);

    await treasurer.follow('Finanzrechnung', { heading: `Finanzrechnung ${thisYear}`, client: TOWN });
    expect(
      await checks
        .filter({ hasText: 'Liquide Mittel am Ende der Finanzrechnung = liquide Mittel der Bilanz' })
        .innerText(),
    ).toMatch(equal);
    expect(
      await figure(
        page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Liquide Mittel', exact: true }) }),
      ),
    ).toBe(liquid);
    await treasurer.leave();
  });

  test('follows a figure to its account and its entry without leaving the page, and turns the dates', async () => {
    const treasurer = await Workplace.of(browser, demo.url, { userName: 'demo.kaemmerei' });
    const { page } = treasurer;
    await page.goto('/clients/ahlenbrueck');
    await treasurer.follow('Ergebnisrechnung', { heading: `Ergebnisrechnung ${thisYear}`, client: TOWN });
    const opener = page.getByRole('button', { name: SERVICES });
    const line = page.getByRole('row').filter({ has: opener });
    const total = await figure(line);

    await opener.focus();
    await treasurer.press('Enter');
    const panel = page.getByRole('complementary', { name: SERVICES });
    const account = panel.getByRole('row').filter({ has: page.getByRole('button', { name: '524110', exact: true }) });
    await account.waitFor();
    const amounts = await panel
      .getByRole('region', { name: 'Konten dieser Zeile' })
      .locator('td.amount')
      .allInnerTexts();
    expect(amounts.map(cents).reduce((sum, one) => sum + one, 0)).toBe(total); // the accounts make up the line
    await treasurer.isSomewhere();
    await treasurer.isAccessible();
    await account.getByRole('button').press('Enter');
    await panel.getByRole('region', { name: 'Zeilen des Kontos 524110' }).getByRole('row').nth(1).waitFor();
    await treasurer.isLoaded();
    for (
      const more = panel.getByRole('button', { name: 'Weitere laden' });
      await more.count();
      await treasurer.isLoaded()
    )
      await more.click();
    await treasurer.isAccessible();
    await panel.getByRole('button', { name: entryId, exact: true }).press('Enter');
    const entry = page.getByRole('complementary', { name: `Buchung ${entryId}` });
    await entry.getByText('Strom zum Jahresende').first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Ergebnisrechnung ${thisYear}`);
    await treasurer.isAccessible();
    expect(await entry.getByRole('button', { name: 'Stornieren' }).count()).toBe(0); // a treasurer does not post
    await entry.getByRole('button', { name: 'Schließen' }).click();
    await panel.getByRole('button', { name: 'Schließen' }).click();
    await panel.waitFor({ state: 'detached' });

    // As of the day before, the entry is not yet in the figure.
    await page.getByLabel('Stichtag').fill('3012');
    await page.getByLabel('Stichtag').press('Enter');
    await page.getByText(`Gebucht bis einschließlich 30.12.${thisYear}.`).waitFor();
    await treasurer.isAt({ heading: `Ergebnisrechnung ${thisYear}`, client: TOWN });
    expect(total - (await figure(line))).toBeGreaterThanOrEqual(100_000);
    await page.getByRole('button', { name: 'Zum aktuellen Stand' }).click();
    await treasurer.isLoaded();
    expect(await figure(line)).toBe(total);

    // On New Year's Day nothing of all this was known.
    await page.getByLabel('Wissensstand').fill('01.01.2020');
    await page.getByLabel('Wissensstand').press('Enter');
    await page.getByText(/^Wie bekannt am 01\.01\.2020/).waitFor();
    await treasurer.isLoaded();
    expect(await figure(line)).toBe(0);
    await page.getByRole('button', { name: 'Zum aktuellen Stand' }).click();

    // The part of one product.
    await page.getByLabel('Teilrechnung für Produkt').fill('111.06');
    await page.getByLabel('Teilrechnung für Produkt').press('Enter');
    await treasurer.isAt({ heading: `Teilergebnisrechnung ${thisYear}`, client: TOWN });
    const part = await figure(line);
    expect(part).toBeGreaterThanOrEqual(100_000);
    expect(part).toBeLessThan(total);
    await treasurer.leave();
  });

  test('adds up the statements of two clients, line by line', async () => {
    const treasurer = await Workplace.of(browser, demo.url, { userName: 'demo.kaemmerei' });
    const { page } = treasurer;
    await treasurer.follow('Summenabschlüsse', { heading: `Summenabschluss: Ergebnisrechnung ${thisYear}` });
    await page.getByLabel('Abschluss', { exact: true }).selectOption({ label: 'Bilanz' });
    await treasurer.isAt({ heading: `Summenabschluss: Bilanz ${thisYear}` });
    const row = page.getByRole('row', { name: /Liquide Mittel/ });
    const both = await figure(row);
    const alone: number[] = [];
    for (const key of ['ahlenbrueck', 'abwasserwerk-ahlenbrueck']) {
      const { lines } = await treasurer.api(
        `/clients/${await treasurer.clientId(key)}/statements/balance-sheet?fiscalYear=${thisYear}`,
      );
      alone.push(Math.round(Number(lines.find((one: any) => one.label === 'Liquide Mittel').actual) * 100));
    }
    expect(both).toBe(alone[0]! + alone[1]!);
    await page.getByLabel(`Abwasserwerk der ${TOWN}`).uncheck();
    await treasurer.isLoaded();
    expect(await figure(row)).toBe(alone[0]);
    expect(page.url()).toContain('clients='); // to be sent to a colleague
    await treasurer.leave();
  });
});
