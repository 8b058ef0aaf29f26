import { addDays, bankDay, dateOf, statementNo } from '../days.js';
import { credit, debit } from '../demo-journal.js';
import { count } from '../town.js';
import { BANK, type Books, MONTHS, SAVINGS, SECOND_BANK, TAX_DATES, TILL, yearly } from './books.js';

/** Fees, rents, fines, reimbursements and what the till takes in. */
export function collectFeesAndRents(books: Books): void {
  usageFees(books);
  tillOfTheCitizensOffice(books);
  graveFees(books);
  rents(books);
  fines(books);
  reimbursements(books);
}

function usageFees(books: Books): void {
  const { journal, random, year, town } = books;
  for (const [text, revenue, product, amount] of [
    ['Abfallentsorgungsgebühren', '432130', '537.01', 1_050_000],
    ['Straßenreinigung und Winterdienst', '432140', '545.01', 160_000],
  ] as const) {
    random.parts(yearly(books, amount), 4).forEach((part, quarter) => {
      const [month, day] = TAX_DATES[quarter]!;
      const due = dateOf(year, month, day);
      journal.add(
        addDays(due, -12),
        `${text}, ${quarter + 1}. Rate ${year}: Hebeliste`,
        `HL-${year}-${revenue}-${quarter + 1}`,
        [debit('1612', part), credit(revenue, part, { product })],
      );
      random.parts((part * 992n) / 1000n, count(town, 7)).forEach((share, index) => {
        const paid = bankDay(addDays(due, index));
        const how = index === 0 ? 'SEPA-Lastschrifteinzug' : 'Sammelüberweisungen';
        journal.add(paid, `${text}, ${quarter + 1}. Rate: ${how}`, statementNo(paid), [
          debit(BANK, share, { product, cash: '6321' }),
          credit('1612', share),
        ]);
      });
    });
  }
  for (const [text, revenue, product, amount] of [
    ['Elternbeiträge Offene Ganztagsschule', '432160', '243.01', 260_000],
    ['Benutzungsgebühren Unterkünfte', '432170', '315.01', 130_000],
  ] as const) {
    random.parts(yearly(books, amount), 12).forEach((part, month) => {
      const day = bankDay(dateOf(year, month + 1, 3));
      journal.add(day, `${text} ${MONTHS[month]!}`, statementNo(day), [
        debit(BANK, part, { product, cash: '6321' }),
        credit(revenue, part, { product }),
      ]);
    });
  }
}

function tillOfTheCitizensOffice(books: Books): void {
  const { journal, random, year } = books;
  let inTill = 0n;
  const weeks = random.parts(yearly(books, 125_000), 52);
  weeks.forEach((part, week) => {
    const day = bankDay(addDays(dateOf(year, 1, 2), week * 7 + random.int(0, 2)));
    if (Number(day.slice(0, 4)) !== year) return;
    const product = random.chance(75) ? '122.02' : '122.03';
    const text = product === '122.02' ? 'Ausweise, Pässe, Meldebescheinigungen' : 'Urkunden und Eheschließungen';
    const cashShare = (part * BigInt(random.int(30, 45))) / 100n;
    journal.add(day, `Tageskasse Bürgerbüro: ${text}`, `TK-${year}-${String(week + 1).padStart(2, '0')}`, [
      debit(TILL, cashShare, { product, cash: '6311', costCentre: '1020' }),
      debit('1824', part - cashShare, { product, cash: '6311', costCentre: '1020' }),
      credit('4311', part, { product, costCentre: '1020' }),
    ]);
    const credited = bankDay(addDays(day, 2));
    if (Number(credited.slice(0, 4)) !== year) return;
    journal.add(credited, 'Gutschrift Kartenzahlungen Bürgerbüro', statementNo(credited), [
      debit(BANK, part - cashShare),
      credit('1824', part - cashShare),
    ]);
    inTill += cashShare;
    if (week % 4 === 3) {
      journal.add(credited, 'Einzahlung Barkasse auf Girokonto', statementNo(credited), [
        debit(BANK, inTill),
        credit(TILL, inTill),
      ]);
      inTill = 0n;
    }
  });
  // Surplus money earns interest and comes back when the district's levy is due.
  for (const month of [3, 6, 9]) {
    const amount = yearly(books, 400_000);
    const out = bankDay(dateOf(year, month, 5));
    const back = bankDay(dateOf(year, month + 2, 10));
    journal.add(out, 'Anlage auf Tagesgeldkonto', statementNo(out), [debit(SAVINGS, amount), credit(BANK, amount)]);
    journal.add(back, 'Rückholung vom Tagesgeldkonto', statementNo(back), [
      debit(BANK, amount),
      credit(SAVINGS, amount),
    ]);
  }
  const evenOut = yearly(books, 150_000);
  for (let month = 2; month <= 11; month += 3) {
    const day = bankDay(dateOf(year, month, 26));
    journal.add(day, 'Umbuchung zwischen Girokonten', statementNo(day), [
      debit(SECOND_BANK, evenOut),
      credit(BANK, evenOut),
    ]);
  }
}

function graveFees(books: Books): void {
  const { journal, random, year, town } = books;
  const product = '553.01';
  random.parts(yearly(books, 210_000), count(town, 80)).forEach((part, index) => {
    const decided = dateOf(year, random.int(1, 12), random.int(1, 28));
    const reference = `FH-${year}-${String(index + 1).padStart(3, '0')}`;
    journal.add(
      decided,
      `Gebührenbescheid Bestattung, Grabfeld ${random.pick(['A', 'B', 'C', 'D'])} ${random.int(1, 90)}`,
      reference,
      [debit('1612', part), credit('432150', part, { product, costCentre: '5530' })],
    );
    if (random.chance(4)) return;
    const paid = bankDay(addDays(decided, random.int(14, 35)));
    journal.add(paid, 'Zahlung Friedhofsgebühren', reference, [
      debit(BANK, part, { product, cash: '6321' }),
      credit('1612', part),
    ]);
  });
}

function rents(books: Books): void {
  const { journal, random, year, town } = books;
  const tenants = count(town, 14);
  random.parts(yearly(books, 170_000), tenants).forEach((rent, tenant) => {
    const monthlyRent = rent / 12n;
    for (let month = 1; month <= 12; month++) {
      const day = bankDay(dateOf(year, month, 3));
      const late = random.chance(5) ? 9 : 0;
      const paid = bankDay(addDays(day, late));
      journal.add(paid, `Miete ${MONTHS[month - 1]!}, Objekt ${100 + tenant}`, statementNo(paid), [
        debit(BANK, monthlyRent, { product: '111.06', cash: '6411' }),
        credit('4411', monthlyRent, { product: '111.06' }),
      ]);
    }
  });
  random.parts(yearly(books, 20_000), count(town, 30)).forEach((part) => {
    const day = bankDay(dateOf(year, random.int(1, 12), random.int(1, 28)));
    journal.add(day, 'Vermietung Dorfgemeinschaftshaus', statementNo(day), [
      debit(TILL, part, { product: '281.01', cash: '6411' }),
      credit('441110', part, { product: '281.01' }),
    ]);
  });
  random.parts(yearly(books, 400_000), 24).forEach((part, index) => {
    const day = bankDay(dateOf(year, Math.floor(index / 2) + 1, index % 2 ? 22 : 8));
    const product = index % 2 ? '211.01' : '218.01';
    journal.add(day, 'Mittagsverpflegung Schulen: Abrechnung Eltern', statementNo(day), [
      debit(BANK, part, { product, cash: '6461' }),
      credit('4461', part, { product }),
    ]);
  });
}

function fines(books: Books): void {
  const { journal, random, year, town } = books;
  for (let index = 0; index < count(town, 110); index++) {
    const amount = BigInt(random.pick([1000, 1500, 2000, 2500, 3000, 4000, 5500]));
    const day = bankDay(dateOf(year, random.int(1, 12), random.int(1, 28)));
    journal.add(day, `Verwarnungsgeld ruhender Verkehr, Az. 32-${random.int(10000, 99999)}`, statementNo(day), [
      debit(BANK, amount, { product: '122.01', cash: '6561' }),
      credit('456120', amount, { product: '122.01' }),
    ]);
  }
  for (let index = 0; index < count(town, 60); index++) {
    const amount = random.cents(5, 60);
    const day = bankDay(dateOf(year, random.int(1, 12), random.int(1, 28)));
    journal.add(day, 'Mahngebühr und Säumniszuschlag', statementNo(day), [
      debit(BANK, amount, { product: '111.03', cash: '6562' }),
      credit(random.chance(50) ? '456220' : '456210', amount, { product: '111.03' }),
    ]);
  }
}

function reimbursements(books: Books): void {
  const { journal, random, year } = books;
  for (const [text, revenue, cash, product, amount, times] of [
    ['Kostenerstattung Kreis: Schulsozialarbeit', '4482', '6482', '218.01', 210_000, 4],
    ['Erstattung Personalkosten Zweckverband', '4483', '6483', '111.04', 90_000, 4],
    ['Kostenerstattung Land: Unterbringung', '4481', '6481', '315.01', 140_000, 12],
    ['Erstattung Verwaltungskosten Sondervermögen', '4486', '6486', '111.03', 80_000, 2],
    ['Konzessionsabgabe Strom und Gas', '4511', '6511', '571.01', 630_000, 4],
    ['Ersatz sozialer Leistungen', '4211', '6211', '351.01', 60_000, 12],
    ['Rückerstattung Sozialtransfer', '4291', '6291', '313.01', 200_000, 6],
    ['Versicherungsleistung Sachschaden', '459120', '6591', '111.06', 18_000, 3],
    ['Gewinnanteil Beteiligung', '4651', '6651', '612.01', 50_000, 1],
    ['Zinsen Tagesgeld', '4617', '6617', '612.01', 60_000, 4],
  ] as const) {
    random.parts(yearly(books, amount), times).forEach((part, index) => {
      const day = bankDay(dateOf(year, Math.min(12, Math.ceil(((index + 1) * 12) / times)), random.int(2, 26)));
      journal.add(day, text, statementNo(day), [
        debit(BANK, part, { product, cash }),
        credit(revenue, part, { product }),
      ]);
    });
  }
}
