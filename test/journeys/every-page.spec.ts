import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { thisYear } from '../support/days.js';
import { Workplace } from '../support/workplace.js';

const YEAR = thisYear;
const HOME = '/clients/ahlenbrueck';
const TOWN = 'Gemeinde Ahlenbrück';

/** Address, German heading, English heading. */
const BOOKS: [path: string, german: string, english: string][] = [
  ['', `${TOWN} ${YEAR}`, `${TOWN} ${YEAR}`],
  ['/booking', 'Buchungsmaske', 'Booking mask'],
  ['/drafts', 'Entwürfe', 'Drafts'],
  ['/standing-entries', 'Dauerbuchungen und Abgrenzungen', 'Standing entries and accruals'],
  ['/journal', 'Journal', 'Journal'],
  [`/entries/${YEAR}-1`, `Buchung ${YEAR}-1`, `Entry ${YEAR}-1`],
  ['/ledger', 'Sachkonten', 'Ledger accounts'],
  ['/ledger/1811', '1811 Sparkasse, Girokonto', '1811 Sparkasse, Girokonto'],
  ['/open-items', 'Offene Posten', 'Open items'],
  ['/trial-balance', 'Summen- und Saldenliste', 'Trial balance'],
  ['/statements/results', `Ergebnisrechnung ${YEAR}`, `Statement of results ${YEAR}`],
  ['/statements/cash-flows', `Finanzrechnung ${YEAR}`, `Statement of cash flows ${YEAR}`],
  ['/statements/balance-sheet', `Bilanz ${YEAR}`, `Balance sheet ${YEAR}`],
  [`/vat-return?month=03`, `Umsatzsteuer-Voranmeldung 03/${YEAR}: Kennzahlen`, `VAT pre-return 03/${YEAR}: figures`],
  ['/periods', `Haushaltsjahr ${YEAR}: Perioden`, `Fiscal year ${YEAR}: periods`],
  ['/documents', 'Posteingang', 'Inbox'],
  ['/workflow', 'Freigabewege', 'Workflow'],
  ['/partners', 'Geschäftspartner', 'Partners'],
  ['/orders', 'Anordnungen ohne Rechnung', 'Orders without invoice'],
  ['/orders?view=standing', 'Anordnungen ohne Rechnung', 'Orders without invoice'],
  ['/orders?view=contracts', 'Anordnungen ohne Rechnung', 'Orders without invoice'],
  ['/orders/new', 'Anordnung erfassen', 'Enter an order'],
  ['/outgoing-invoices', 'Eigene Rechnungen', 'Own invoices'],
  ['/outgoing-invoices/new', 'Neue Rechnung', 'New invoice'],
  ['/master-data/accounts', 'Kontenplan', 'Chart of accounts'],
  ['/master-data/products', 'Produkte', 'Products'],
  ['/master-data/cost-centres', 'Kostenstellen', 'Cost centres'],
  ['/imports', 'Einlesen', 'Import'],
  ['/exports', 'Ausgeben', 'Export'],
  ['/integrity', 'Siegel und Prüfung', 'Seals and proof'],
];
const CENTRE: typeof BOOKS = [
  ['/', 'Mandant wählen', 'Choose client'],
  ['/account', 'Mein Zugang', 'My access'],
  ['/decisions', 'Meine Entscheidungen', 'My decisions'],
  ['/centre/clearing', 'Klärungsliste', 'Clearing list'],
  ['/centre/statements/balance-sheet', `Summenabschluss: Bilanz ${YEAR}`, `Summed statement: Balance sheet ${YEAR}`],
  ['/centre/clients', 'Mandanten', 'Clients'],
  ['/centre/clients/new', 'Mandant anlegen', 'Add client'],
  ['/centre/clients/1', TOWN, TOWN],
  ['/centre/audit-log', 'Zugriffsprotokoll', 'Audit log'],
];

describeInBrowser('every page', () => {
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

  const pages = [
    ...BOOKS.map(([path, german, english]) => ({ path: `${HOME}${path}`, german, english, client: TOWN })),
    ...CENTRE.map(([path, german, english]) => ({ path, german, english, client: undefined })),
  ];

  test('is accessible and fits on a wide screen and on a telephone, in light and dark', async () => {
    const lead = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    for (const { path, german, client } of pages) {
      await lead.page.setViewportSize({ width: 1440, height: 900 });
      await lead.goTo(path, { heading: german, client });
      for (const width of [390, 320]) {
        await lead.page.setViewportSize({ width, height: 844 });
        await lead.fits();
      }
    }
    await lead.leave();
  });

  test('lets somebody on the way look an entry up and decide on it with a thumb', async () => {
    const lead = await Workplace.of(browser, demo.url, {
      userName: 'demo.leitung',
      viewport: { width: 390, height: 844 },
    });
    const { page } = lead;
    await page.goto(HOME);
    await lead.isAt({ heading: `${TOWN} ${YEAR}`, client: TOWN });
    await page.getByRole('button', { name: 'Navigation ein- und ausblenden' }).click();
    const drawer = page.getByRole('dialog', { name: 'Navigation' });
    await drawer.getByRole('link', { name: 'Journal', exact: true }).click();
    await drawer.waitFor({ state: 'detached' });
    await lead.isAt({ heading: 'Journal', client: TOWN });
    await page.locator('tbody button.row-open').first().click();
    const panel = page.getByRole('complementary');
    await panel.getByText('Kettenwert').waitFor();
    await lead.fits();
    await lead.isAccessible();
    await panel.getByRole('button', { name: 'In die Buchungsmaske übernehmen' }).click();
    await lead.isAt({ heading: 'Buchungsmaske', client: TOWN });
    const post = page.getByRole('button', { name: 'Buchen' });
    await post.scrollIntoViewIfNeeded();
    const box = (await post.boundingBox())!;
    expect(box.x >= 0 && box.x + box.width <= 390).toBe(true);
    expect(box.height).toBeGreaterThanOrEqual(24);
    await lead.leave();
  });

  test('leads on to pages that exist, whatever is shown', async () => {
    const lead = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    // From every kind of page up to three links of every kind, and from there on again: numbers and ids make no other kind.
    const kindOf = (href: string) =>
      href
        .replace(/[?#].*/, '')
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
        .replace(/\/\d[\d-]*/g, '/NO')
        .replace(/clients\/[a-z-]+/, 'clients/KEY');
    const waiting = [`${HOME}/documents?state=posted`, ...pages.map(({ path }) => path)];
    const followed = new Map<string, Set<string>>();
    const visited = new Set<string>();
    const nowhere: string[] = [];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (visited.has(path)) continue;
      visited.add(path);
      await lead.page.goto(path);
      await lead.page.locator('h1, h2').first().waitFor();
      await lead.isLoaded();
      if (await lead.page.getByText('Diese Seite gibt es nicht.').count()) nowhere.push(path);
      const links = await lead.page
        .locator('main a[href^="/"]')
        .evaluateAll((all) => all.map((a: any) => a.getAttribute('href')));
      for (const href of links) {
        const step = `${kindOf(path)} to ${kindOf(href)}`;
        const alike = followed.get(step) ?? new Set();
        if (href.startsWith('/api/') || alike.size === 3 || alike.has(href)) continue;
        followed.set(step, alike.add(href));
        waiting.push(href);
      }
    }
    expect(nowhere).toEqual([]);
    expect([...followed.keys()]).toEqual(
      expect.arrayContaining([
        '/clients/KEY/documents to /clients/KEY/documents/ID',
        '/clients/KEY/documents/ID to /clients/KEY/entries/NO',
        '/clients/KEY/documents/ID to /clients/KEY/partners/ID',
        '/clients/KEY/outgoing-invoices to /clients/KEY/outgoing-invoices/ID',
      ]),
    );
    await lead.leave();
  });

  test('speaks English as completely as German', async () => {
    const lead = await Workplace.of(browser, demo.url, { userName: 'demo.leitung' });
    await lead.page.getByRole('button', { name: 'Benutzermenü' }).click();
    await lead.page.getByRole('menuitem', { name: 'English' }).click();
    await lead.page.locator('html[lang=en]').waitFor();
    for (const { path, english, client } of pages) {
      await lead.page.goto(path);
      await lead.hasArrived({ heading: english, client, lang: 'en' });
    }
    await lead.leave();
  });
});
