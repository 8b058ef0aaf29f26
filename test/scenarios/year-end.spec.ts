import { addFiscalYear } from '@lib/clients';
import { proveLedger } from '@lib/ledger';
import { figures, statementOf } from '@lib/reporting';
import { type Books, BY, openBooks } from '../support/books.js';
import { play } from '../support/scenario.js';

/* How a year opens and closes: what stands at its edges, who may put it there, and where its result goes. */
let books: Books;
let clientId: number;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());
beforeEach(async () => {
  clientId = (await books.client({ fiscalYear: 2025 })).id;
  for (const year of [2026, 2027]) await books.db.inClient(clientId, (tx) => addFiscalYear(tx, year, BY));
});
afterEach(async () => {
  const proof = await books.db.inClient(clientId, (tx) => proveLedger(tx));
  expect(proof.findings).toEqual([]);
  for (const fiscalYear of [2025, 2026, 2027])
    for (const statement of ['results', 'cash-flows', 'balance-sheet'] as const) {
      const query = { statement, fiscalYear };
      const drawn = statementOf(query, [await books.db.inClient(clientId, (tx) => figures(tx, query))]);
      expect(drawn.checks.filter((check) => !check.ok)).toEqual([]);
    }
});
const scenario = (script: string): Promise<void> => play(books, clientId, script);

describe('the edges of a year', () => {
  it('are no way around a closed period', () =>
    scenario(`
      post 2025-04-10 "Miete" 1811/6411 S 80.00, 4411 H 80.00
      close 2025-04
      post 2025-04-30 "Nachtrag" 5241 S 10.00, 3511 H 10.00 refused PeriodClosed
      post closing 2025-04-30 "Nachtrag" 5241 S 10.00, 3511 H 10.00 refused ClosingNotAllowed
      lead post closing 2025-04-30 "Nachtrag" 5241 S 10.00, 3511 H 10.00 refused PeriodClosed
      open 2025-13
      lead post closing 2025-04-30 "Nachtrag" 5241 S 10.00, 3511 H 10.00 refused DateOutsidePeriod
      lead post closing 2025-12-31 "Nachtrag" 5241 S 10.00, 3511 H 10.00
      lead post opening 2025-04-30 "Eröffnung" 0211 S 10.00, 2011 H 10.00 refused OpeningDate
    `));

  it('belong to the treasurer and the lead', () =>
    scenario(`
      post opening 2025-01-01 "Eröffnung" 1811 S 100.00, 2011 H 100.00 refused ClosingNotAllowed
      lead post opening 2025-01-01 "Eröffnung" 1811 S 100.00, 2011 H 100.00
      open 2025-13
      post closing 2025-12-31 "Abschluss" 5241 S 10.00, 3511 H 10.00 refused ClosingNotAllowed
      reverse 2025-1 2025-01-01 "falsch" refused ClosingNotAllowed
    `));
});

describe('opening balances', () => {
  it('hide no payment: results do not open, and liquid funds only before the first entry', () =>
    scenario(`
      lead post opening 2025-01-01 "Zahlung?" 5241 S 50.00, 1811 H 50.00 refused ResultAccountInOpening
      post 2025-02-01 "Miete" 1811/6411 S 80.00, 4411 H 80.00
      lead post opening 2025-01-01 "Bank" 1811 S 500.00, 2011 H 500.00 refused LiquidFundsOpenOnce
      lead post opening 2025-01-01 "Grundstück" 0211 S 500.00, 2011 H 500.00
      lead correct 2025-01-01 "Bank bei der Eröffnung vergessen" 1811 S 500.00, 2011 H 500.00
      balance 1811 2025-12-31 580.00
      line FR39 2025 500.00
      line FR41 2025 580.00
    `));

  it('stand once, unless they say that they correct', () =>
    scenario(`
      lead post opening 2025-01-01 "Eröffnung" 1811 S 100.00, 2011 H 100.00
      lead post opening 2025-01-01 "dieselbe noch einmal" 1811 S 100.00, 2011 H 100.00 refused OpeningTwice
      lead correct 2025-01-01 "Nachmeldung der Bank" 1811 S 1.00, 2011 H 1.00
      lead reverse 2025-1 2025-01-01 "falsche Werte"
      lead reverse 2025-2 2025-01-01 "falsche Werte"
      lead post opening 2025-01-01 "Eröffnung neu" 1811 S 90.00, 2011 H 90.00
      balance 1811 2025-12-31 90.00
    `));

  it('are not put on top of a year that carries over, nor is anything booked before them', () =>
    scenario(`
      post 2025-05-05 "Miete" 1811/6411 S 80.00, 4411 H 80.00
      lead post opening 2026-01-01 "Vortrag" 1811 S 80.00, 2081 H 80.00 refused OpeningOverCarriedYear
      balance 1811 2026-12-31 80.00
    `));

  it('of a later year keep the years before empty', () =>
    scenario(`
      lead post opening 2026-01-01 "Eröffnung" 1811 S 100.00, 2011 H 100.00
      post 2025-05-05 "Miete" 1811/6411 S 80.00, 4411 H 80.00 refused YearBeforeOpening
      lead reverse 2026-1 2026-01-01 "wir beginnen früher"
      post 2025-05-05 "Miete" 1811/6411 S 80.00, 4411 H 80.00
    `));

  it('may be the balance sheet of the last day of a year of which nothing else is known', () =>
    scenario(`
      lead post opening 2025-12-31 "Bilanz 2025" 1811 S 100.00, 2011 H 70.00, 2081 H 30.00
      line P1.4 2025 30.00
      line P1.6 2026 30.00
      post 2025-06-01 "Miete" 1811/6411 S 80.00, 4411 H 80.00 refused YearOpenedAtItsEnd
      post 2026-06-01 "Miete" 1811/6411 S 80.00, 4411 H 80.00
      lead post opening 2026-01-01 "noch einmal" 1811 S 100.00, 2011 H 100.00 refused OpeningOverCarriedYear
    `));
});

describe('the result of a year', () => {
  const YEARS = `
    post 2025-03-01 "Miete" 1811/6411 S 80.00, 4411 H 80.00
    post 2025-04-01 "Strom" 5241 S 30.00, 1811/7241 H 30.00
    post 2026-03-01 "Miete" 1811/6411 S 200.00, 4411 H 200.00
  `;

  it('goes to equity by a closing entry, and its Ergebnisrechnung stays', () =>
    scenario(`${YEARS}
      open 2025-13
      lead post closing 2025-12-31 "Abschluss" 4411 S 80.00, 5241 H 30.00, 8031 H 50.00
      lead post closing 2025-12-31 "Jahresergebnis" 8031 S 50.00, 2081 H 50.00
      line ER26 2025 50.00
      line P1.4 2025 50.00
      line P1.6 2025 0.00
      line ER26 2026 200.00
      line P1.4 2026 200.00
      line P1.6 2026 50.00
      post 2026-09-30 "Ratsbeschluss" 2081 S 50.00, 2041 H 50.00
      line P1.6 2026 0.00
      line P1.3 2026 50.00
      line P1.6 2027 200.00
      balance 4411 2025-12-31 0.00
    `));

  it('stands in its line without any closing entry, and apart in the years after', () =>
    scenario(`${YEARS}
      line P1.4 2025 50.00
      line P1.4 2026 200.00
      line P1.6 2026 50.00
      line P1.4 2027 0.00
      line P1.6 2027 250.00
    `));

  it('is moved by nothing but a closing entry that moves nothing else', () =>
    scenario(`${YEARS}
      post 2025-12-31 "Abschluss" 4411 S 80.00, 2081 H 80.00 refused ResultMovedOutsideClosing
      open 2025-13
      lead post closing 2025-12-31 "mit Bank" 4411 S 80.00, 1811/6411 S 1.00, 2081 H 81.00 refused CarriedOverByItself
      lead post closing 2025-12-31 "Schlussbilanz" 8021 S 50.00, 1811 H 50.00 refused CarriedOverByItself
      lead post closing 2025-12-31 "Abschreibung" 5711 S 5.00, 0211 H 5.00
      line ER26 2025 45.00
    `));

  it('comes back when the closing entry is taken back', () =>
    scenario(`${YEARS}
      open 2025-13
      lead post closing 2025-12-31 "Abschluss" 4411 S 80.00, 5241 H 30.00, 2081 H 50.00
      lead reverse 2025-3 2025-12-31 "zu früh"
      line ER26 2025 50.00
      line P1.4 2025 50.00
      balance 4411 2025-12-31 -80.00
    `));
});

describe('a reversal', () => {
  it('never stands before what it takes back', () =>
    scenario(`
      post 2025-06-15 "Miete" 1811/6411 S 80.00, 4411 H 80.00
      reverse 2025-1 2025-06-14 "vordatiert" refused ReversalBeforeOriginal /bookingDate
      reverse 2025-1 2025-06-15 "falscher Betrag"
      balance 1811 2025-06-14 0.00
    `));
});

describe('classes 4 to 7', () => {
  it('bear a product, and what old entries left without one is told', async () => {
    await scenario(`
      post 2025-06-15 "Miete" 1811/6411@111 S 80.00, 4411@- H 80.00 refused ProductMissing /lines/1/product
      post 2025-06-15 "Miete" 1811/6411@- S 80.00, 4411@111 H 80.00 refused ProductMissing /lines/0/product
      post 2025-06-15 "Miete" 1811/6411@111 S 80.00, 4411@111 H 80.00
    `);
    // An entry from before products were required.
    await books.all(`alter table account drop constraint account_product_required`);
    await books.all(`update account set product_required = false where client_id = $1`, [clientId]);
    await scenario(`post 2025-07-15 "Altbestand" 1811/6411@- S 20.00, 4411@- H 20.00`);
    const rest = { statement: 'results', fiscalYear: 2025, product: '-' } as const;
    const whole = { statement: 'results', fiscalYear: 2025 } as const;
    await books.db.inClient(clientId, async (tx) => {
      const line = async (query: typeof rest | typeof whole, code: string) =>
        statementOf(query, [await figures(tx, query)]).lines.find((one) => one.code === code)!.actual;
      expect(await line(rest, 'TER05')).toBe('20.00');
      expect(await line(whole, 'ER05')).toBe('100.00');
      const check = statementOf(whole, [await figures(tx, whole)]).checks.find(
        (one) => one.rule === 'products-make-up-the-whole',
      );
      expect(check).toMatchObject({ ok: false, left: '80.00', right: '100.00' });
    });
    await scenario(`reverse 2025-2 2025-08-01 "mit Produkt neu gebucht"`);
    await books.all(
      `update account set product_required = true where client_id = $1
      and kind in ('revenue', 'expense', 'inpayment', 'outpayment')`,
      [clientId],
    );
  });
});
