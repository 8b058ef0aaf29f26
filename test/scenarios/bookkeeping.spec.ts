import { type Books, openBooks } from '../support/books.js';
import { play } from '../support/scenario.js';

let books: Books;
beforeAll(async () => (books = await openBooks()));
afterAll(() => books.close());

/** Each case is played in the books of a municipality of its own. */
async function scenario(script: string): Promise<void> {
  const { id } = await books.client();
  await play(books, id, script);
}

describe('what an accountant does in a year', () => {
  it('a tax is levied, partly paid and stands as the sum of its entries', () =>
    scenario(`
      post 2026-02-15 "Bescheide Grundsteuer B"   1632 S 120.00, 4012 H 120.00  -> 2026-1
      post 2026-03-01 "Zahlung Müller"            1811/6012 S 50.00, 1632 H 50.00  -> 2026-2
      balance 1632 2026-02-28 120.00
      balance 1632 2026-03-31 70.00
      balance 1811 2026-02-28 0.00
      balance 1811 2026-03-31 50.00
      balance 4012 2026-12-31 -120.00
    `));

  it('an entry may split into many lines, cents included', () =>
    scenario(`
      post 2026-05-04 "Strom und Wasser" 524110 S 33.33, 524130 S 33.33, 524120 S 33.34, 1811/7241 H 100.00
      balance 1811 2026-05-04 -100.00
      balance 524120 2026-05-04 33.34
    `));

  it('money moves between own payment channels without touching the Finanzrechnung', () =>
    scenario(`
      post 2026-01-10 "Kasse aufgefüllt" 1821 S 200.00, 1811 H 200.00
      balance 1821 2026-01-31 200.00
      post 2026-01-10 "halb mit, halb ohne" 1821 S 200.00, 1811/7241 H 200.00  refused CashAccountMissing /lines/0/cashAccount
      balance 1811 2026-01-31 -200.00
    `));

  it('the opening balance is there whatever its date, and only in period 0', () =>
    scenario(`
      lead post opening 2026-01-01 "Eröffnung" 1811 S 1000.00, 2011 H 1000.00
      balance 1811 2026-01-01 1000.00
      post 2026-01-02 "Eröffnungsbilanzkonto im Jahr" 8011 S 5.00, 2011 H 5.00  refused ClosingAccountOutsideClosing /lines/0/account
      lead post opening 2026-01-01 "über das Eröffnungsbilanzkonto" 1911 S 5.00, 8011 H 5.00
    `));

  it('closing entries stand in the thirteenth period, after December', () =>
    scenario(`
      post 2026-12-31 "Miete" 1632 S 80.00, 4411 H 80.00
      open 2026-13
      lead post closing 2026-12-31 "Abschluss der Erträge" 4411 S 80.00, 8031 H 80.00
      lead post closing 2026-12-31 "Jahresergebnis" 8031 S 80.00, 2081 H 80.00
      balance 4411 2026-12-31 0.00
      balance 2081 2026-12-31 -80.00
    `));
});

describe('correcting', () => {
  it('a reversal has its own date; both entries stay', () =>
    scenario(`
      post 2026-03-01 "Grundsteuer" 1811/6012 S 100.00, 4012 H 100.00 -> 2026-1
      reverse 2026-1 2026-04-02 "doppelt erfasst"
      balance 4012 2026-03-31 -100.00
      balance 4012 2026-04-30 0.00
      reverse 2026-1 2026-04-03 "noch einmal"  refused AlreadyReversed
      reverse 2026-2 2026-04-03 "Storno des Stornos" refused NothingToReverse
      reverse 2026-9 2026-04-03 "gibt es nicht" refused NotFound
    `));

  it('an opening entry is taken back in the opening period of its own year', () =>
    scenario(`
      lead post opening 2026-01-01 "Eröffnung" 1911 S 10.00, 2011 H 10.00 -> 2026-1
      year 2027
      reverse 2026-1 2026-06-30 "falscher Wert" refused ClosingNotAllowed
      lead reverse 2026-1 2027-02-01 "falscher Wert"
      balance 1911 2026-12-31 0.00
    `));

  it('a mistake of last year is reversed in the year that is open', () =>
    scenario(`
      post 2026-12-30 "Strom" 524110 S 60.00, 1811/7241 H 60.00 -> 2026-1
      year 2027
      close 2026-12
      reverse 2026-1 2026-12-31 "falsche Stelle" refused PeriodClosed /bookingDate
      reverse 2026-1 2027-01-05 "falsche Stelle"
      balance 524110 2026-12-31 60.00
      balance 524110 2027-01-31 -60.00
      balance 1811 2027-01-31 0.00
    `));
});

describe('periods and years', () => {
  it('closes for good, softly, and opens again', () =>
    scenario(`
      post 2026-03-01 "Grundsteuer" 1811/6012 S 100.00, 4012 H 100.00 -> 2026-1
      close 2026-03
      post 2026-03-31 "Grundsteuer" 1811/6012 S 70.00, 4012 H 70.00   refused PeriodClosed /bookingDate
      lead post 2026-03-31 "Grundsteuer" 1811/6012 S 70.00, 4012 H 70.00   refused PeriodClosed /bookingDate
      soften 2026-04
      post 2026-04-30 "Grundsteuer" 1811/6012 S 70.00, 4012 H 70.00   refused PeriodClosed /bookingDate
      lead post 2026-04-30 "Grundsteuer" 1811/6012 S 70.00, 4012 H 70.00 -> 2026-2
      open 2026-03
      post 2026-03-31 "Grundsteuer" 1811/6012 S 70.00, 4012 H 70.00 -> 2026-3
      balance 1811 2026-04-30 240.00
    `));

  it('every year numbers for itself, and balances carry over where the account does', () =>
    scenario(`
      post 2026-11-01 "Grundsteuer" 1811/6012 S 100.00, 4012 H 100.00 -> 2026-1
      post 2027-01-02 "Grundsteuer" 1811/6012 S 50.00, 4012 H 50.00 refused PeriodUnknown /bookingDate
      year 2027
      post 2027-01-02 "Grundsteuer" 1811/6012 S 50.00, 4012 H 50.00 -> 2027-1
      post 2026-12-02 "Grundsteuer" 1811/6012 S 25.00, 4012 H 25.00 -> 2026-2
      balance 1811 2027-12-31 175.00
      balance 4012 2027-12-31 -50.00
    `));
});

describe('what the books refuse, each with its field', () => {
  it('sums and lines', () =>
    scenario(`
      post 2026-03-01 "ungleich" 1811/6012 S 100.00, 4012 H 99.99   refused Unbalanced /lines
      post 2026-03-01 "eine Zeile" 1811/6012 S 100.00               refused TooFewLines /lines
      post 2026-03-01 "nichts" 1632 S 0.00, 4012 H 0.00             refused AmountNotPositive /lines/0/debit
      post 2026-03-01 "minus" 1632 S -5.00, 4012 H -5.00            refused AmountNotPositive /lines/0/debit
      post 2026-03-01 "zu genau" 1632 S 1.005, 4012 H 1.005         refused TooManyDecimals /lines/0/debit
      post 2026-03-01 "zu viel" 1632 S 100000000000.00, 4012 H 100000000000.00  refused AmountOutOfRange /lines/0/debit
      post 2026-03-01 "gerade noch" 1632 S 99999999999.99, 4012 H 99999999999.99 -> 2026-1
    `));

  it('accounts', () =>
    scenario(`
      post 2026-03-01 "unbekannt" 1632 S 1.00, 4999999 H 1.00     refused AccountUnknown /lines/1/account
      post 2026-03-01 "Überschrift" 16 S 1.00, 4012 H 1.00        refused AccountNotPostable /lines/0/account
      post 2026-03-01 "Kostenrechnung" 901 S 1.00, 903 H 1.00     refused AccountNotPostable /lines/1/account
      lock 4012
      post 2026-03-01 "gesperrt" 1632 S 1.00, 4012 H 1.00         refused AccountLocked /lines/1/account
      post 2026-03-01 "Klasse 6" 6012 S 1.00, 4411 H 1.00         refused AccountIsCashFlow /lines/0/account
    `));

  it('cash-flow accounts', () =>
    scenario(`
      post 2026-03-01 "ohne" 1811 S 1.00, 4012 H 1.00             refused CashAccountMissing /lines/0/cashAccount
      post 2026-03-01 "falsche Klasse" 1811/4012 S 1.00, 4012 H 1.00   refused CashAccountUnknown /lines/0/cashAccount
      post 2026-03-01 "Überschrift" 1811/60 S 1.00, 4012 H 1.00   refused CashAccountUnknown /lines/0/cashAccount
      post 2026-03-01 "kein Geldkonto" 1632/6012 S 1.00, 4012 H 1.00   refused CashAccountNotAllowed /lines/0/cashAccount
    `));

  it('products and cost centres', () =>
    scenario(`
      post 2026-03-01 "unbekannt" 1632 S 1.00, 4012@999 H 1.00    refused ProductUnknown /lines/1/product
      post 2026-03-01 "unbekannt" 1632 S 1.00, 4012#77 H 1.00     refused CostCentreUnknown /lines/1/costCentre
      centre 77
      post 2026-03-01 "bekannt" 1632 S 1.00, 4012@611#77 H 1.00   -> 2026-1
    `));

  it('kinds, periods and dates', () =>
    scenario(`
      post 2025-12-31 "Vorjahr" 1632 S 1.00, 4012 H 1.00          refused PeriodUnknown /bookingDate
      post 2026-02-29 "gibt es nicht" 1632 S 1.00, 4012 H 1.00    refused NotADate /bookingDate
      post 1811-03-01 "zu lange her" 1632 S 1.00, 4012 H 1.00     refused NotADate /bookingDate
    `));

  it('names everything that is wrong at once', () =>
    scenario(`
      close 2026-03
      post 2026-03-01 "viel falsch" 1811 S 100.00, 4999999@999 H 90.00  refused PeriodClosed /bookingDate
      post 2026-03-01 "viel falsch" 1811 S 100.00, 4999999@999 H 90.00  refused AccountUnknown /lines/1/account
      post 2026-03-01 "viel falsch" 1811 S 100.00, 4999999@999 H 90.00  refused ProductUnknown /lines/1/product
      post 2026-03-01 "viel falsch" 1811 S 100.00, 4999999@999 H 90.00  refused Unbalanced /lines
      post 2026-03-01 "viel falsch" 1811 S 100.00, 4999999@999 H 90.00  refused CashAccountMissing /lines/0/cashAccount
    `));
});
