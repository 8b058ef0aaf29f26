import type { Cents } from '@lib/kernel';
import { addDays, bankDay, dateOf, statementNo } from '../days.js';
import { credit, debit } from '../demo-journal.js';
import { count } from '../town.js';
import { BANK, type Books, SECOND_BANK, TAX_DATES, yearly } from './books.js';

const P = { product: '611.01' };

/** Trades that pay Gewerbesteuer; the firms do not exist. */
const FIRMS = [
  'Metallbau Musterkamp GmbH',
  'Demohl Logistik GmbH',
  'Beispiel & Söhne KG',
  'Tischlerei Probst-Muster',
  'Autohaus Mustermann GmbH',
  'Getränke Fiktiva KG',
  'Landtechnik Demofeld GmbH',
  'Bäckerei Beispielhoff',
  'Kunststoffwerk Erdacht GmbH',
  'Praxisbedarf Muster AG',
  'Elektro Probe GmbH',
  'Bauunternehmung Demobau',
  'Holzhandel Ersonnen KG',
  'Druckerei Schriftprobe',
  'Gartenbau Musterwiese',
  'Spedition Irgendwo GmbH',
  'Maschinenfabrik Denkmal & Co.',
  'Möbelhaus Beispielheim',
  'Fleischerei Probierstube',
  'Softwarehaus Nullinger',
] as const;

/** Property and trade tax, shares in income and turnover tax, small local taxes. */
export function raiseTaxes(books: Books): void {
  const { journal, random, year, town } = books;
  const list = (
    tax: string,
    revenue: string,
    receivable: string,
    cash: string,
    amount: Cents,
    transfers: number,
  ): void => {
    random.parts(amount, 4).forEach((instalment, quarter) => {
      const [month, day] = TAX_DATES[quarter]!;
      const due = dateOf(year, month, day);
      journal.add(
        addDays(due, -12),
        `${tax}, ${quarter + 1}. Rate ${year}: Hebeliste`,
        `HL-${year}-${revenue}-${quarter + 1}`,
        [debit(receivable, instalment), credit(revenue, instalment, P)],
      );
      const collected = (instalment * BigInt(random.int(68, 74))) / 100n;
      const debitRun = bankDay(due);
      journal.add(
        debitRun,
        `${tax}, ${quarter + 1}. Rate: SEPA-Lastschrifteinzug`,
        `LS-${year}-${revenue}-${quarter + 1}`,
        [debit(BANK, collected, { ...P, cash }), credit(receivable, collected)],
      );
      // A few do not pay in time and stay on the list.
      const unpaid = (instalment * BigInt(random.int(4, 14))) / 1000n;
      random.parts(instalment - collected - unpaid, transfers).forEach((part) => {
        const paid = bankDay(addDays(due, random.int(-5, 12)));
        journal.add(paid, `${tax}, ${quarter + 1}. Rate: Überweisung`, statementNo(paid), [
          debit(random.chance(80) ? BANK : SECOND_BANK, part, {
            ...P,
            cash,
            text: `Kassenzeichen ${random.int(1000, 9999)}.${random.int(10000, 99999)}`,
          }),
          credit(receivable, part),
        ]);
      });
    });
  };
  list('Grundsteuer A', '4011', '1631', '6011', yearly(books, 150_000), count(town, 4));
  list('Grundsteuer B', '4012', '1632', '6012', yearly(books, 2_600_000), count(town, 34));
  raiseTradeTax(books);

  for (const [tax, revenue, cash, amount] of [
    ['Gemeindeanteil an der Einkommensteuer', '4021', '6021', 7_400_000],
    ['Gemeindeanteil an der Umsatzsteuer', '4022', '6022', 450_000],
    ['Kompensationsleistung Familienleistungsausgleich', '4051', '6051', 775_000],
  ] as const) {
    random.parts(yearly(books, amount), 4).forEach((part, quarter) => {
      const due = bankDay(dateOf(year, [5, 8, 11, 12][quarter]!, [2, 1, 2, 18][quarter]!));
      journal.add(
        addDays(due, -6),
        `${tax}, ${quarter + 1}. Quartal: Bescheid`,
        `BS-${year}-${revenue}-${quarter + 1}`,
        [debit('1637', part), credit(revenue, part, P)],
      );
      journal.add(due, `${tax}, ${quarter + 1}. Quartal: Zahlung des Landes`, statementNo(due), [
        debit(BANK, part, { ...P, cash }),
        credit('1637', part),
      ]);
    });
  }

  const dogs = yearly(books, 100_000);
  const dogsDue = dateOf(year, 7, 1);
  journal.add(addDays(dogsDue, -20), `Hundesteuer ${year}: Hebeliste`, `HL-${year}-4032`, [
    debit('1634', dogs),
    credit('4032', dogs, P),
  ]);
  random.parts((dogs * 98n) / 100n, count(town, 26)).forEach((part, index) => {
    const paid = bankDay(addDays(dogsDue, index));
    journal.add(
      paid,
      index === 0 ? 'Hundesteuer: SEPA-Lastschrifteinzug' : 'Hundesteuer: Überweisung',
      statementNo(paid),
      [debit(BANK, part, { ...P, cash: '6032' }), credit('1634', part)],
    );
  });
  random.parts(yearly(books, 25_000), 12).forEach((part, month) => {
    const day = bankDay(dateOf(year, month + 1, 20));
    journal.add(day, `Vergnügungssteuer Spielgeräte ${String(month + 1).padStart(2, '0')}/${year}`, statementNo(day), [
      debit(BANK, part, { ...P, cash: '6031' }),
      credit('4031', part, P),
    ]);
  });
}

function raiseTradeTax(books: Books): void {
  const { journal, random, year, town } = books;
  const whole = (yearly(books, 4_000_000) * BigInt(town.trade)) / 100n;
  const firms = FIRMS.slice(0, Math.max(6, count(town, FIRMS.length)));
  const shares = random.parts((whole * 88n) / 100n, firms.length);
  firms.forEach((firm, index) => {
    random.parts(shares[index]!, 4).forEach((part, quarter) => {
      const [month, day] = TAX_DATES[quarter]!;
      const due = dateOf(year, month, day);
      const reference = `GW-${year}-${String(index + 1).padStart(3, '0')}-${quarter + 1}`;
      journal.add(addDays(due, -10), `Gewerbesteuer-Vorauszahlung ${quarter + 1}/${year} ${firm}`, reference, [
        debit('1633', part),
        credit('401310', part, P),
      ]);
      if (random.chance(3)) return; // deferred or late
      const paid = bankDay(addDays(due, random.int(-2, 4)));
      journal.add(paid, `Gewerbesteuer ${quarter + 1}/${year} ${firm}: Zahlung`, reference, [
        debit(BANK, part, { ...P, cash: '6013' }),
        credit('1633', part),
      ]);
    });
  });
  random.parts((whole * 12n) / 100n, count(town, 16)).forEach((part, index) => {
    const decided = dateOf(year, random.int(1, 11), random.int(1, 28));
    const firm = firms[index % firms.length]!;
    const reference = `GW-${year - 2}-A${String(index + 1).padStart(3, '0')}`;
    journal.add(decided, `Gewerbesteuer-Abrechnung ${year - 2} ${firm}`, reference, [
      debit('1633', part),
      credit('401320', part, P),
    ]);
    const paid = bankDay(addDays(decided, 31));
    journal.add(paid, `Gewerbesteuer-Abrechnung ${year - 2} ${firm}: Zahlung`, reference, [
      debit(BANK, part, { ...P, cash: '6013' }),
      credit('1633', part),
    ]);
  });
}

/** General and earmarked grants of the state, and those for investments, which become special items (§ 44(5) KomHVO NRW). */
export function receiveGrants(books: Books): void {
  const { journal, random, year } = books;
  random.parts(yearly(books, 4_900_000), 12).forEach((part, month) => {
    const day = bankDay(dateOf(year, month + 1, 25));
    journal.add(day, `Schlüsselzuweisung ${String(month + 1).padStart(2, '0')}/${year}`, statementNo(day), [
      debit(BANK, part, { ...P, cash: '6111' }),
      credit('4111', part, P),
    ]);
  });
  for (const [text, product, amount, months] of [
    ['Landeszuweisung Offene Ganztagsschule', '243.01', 430_000, [2, 8]],
    ['FlüAG-Pauschale Asyl', '313.01', 330_000, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['Inklusionspauschale', '218.01', 45_000, [3]],
    ['Zuweisung Kulturpflege', '281.01', 8_000, [6]],
    ['Zuweisung Klimaschutzmanagement', '511.01', 60_000, [4, 10]],
    ['Belastungsausgleich Kinderbetreuung', '361.01', 90_000, [5, 11]],
  ] as const) {
    random.parts(yearly(books, amount), months.length).forEach((part, index) => {
      const day = bankDay(dateOf(year, months[index]!, random.int(5, 24)));
      journal.add(day, text, statementNo(day), [
        debit(BANK, part, { product, cash: '6141' }),
        credit('4141', part, { product }),
      ]);
    });
  }
  for (const [text, specialItem, product, amount, month] of [
    ['Allgemeine Investitionspauschale', '2312', '612.01', 760_000, 3],
    ['Schul- und Bildungspauschale', '2311', '218.01', 380_000, 4],
    ['Sportpauschale', '2311', '424.01', 60_000, 4],
    ['Feuerschutzpauschale', '2311', '126.01', 55_000, 6],
    ['Landeszuwendung Ausbau Ortsdurchfahrt', '2311', '541.01', 240_000, 9],
  ] as const) {
    const part = yearly(books, amount);
    const day = bankDay(dateOf(year, month, 12));
    journal.add(day, `${text} ${year}`, statementNo(day), [
      debit(BANK, part, { product, cash: '6811', text: 'Zuwendungsbescheid des Landes' }),
      credit(specialItem, part, { product }),
    ]);
  }
  const contributions = yearly(books, 60_000);
  random.parts(contributions, 5).forEach((part, index) => {
    const day = bankDay(dateOf(year, 4 + index, 18));
    journal.add(day, `Erschließungsbeitrag Baugebiet Nordfeld, Parzelle ${index + 3}`, statementNo(day), [
      debit(BANK, part, { product: '541.01', cash: '6881' }),
      credit('2321', part, { product: '541.01' }),
    ]);
  });
}
