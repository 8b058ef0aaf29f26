import { addDays, bankDay, dateOf } from '../days.js';
import { credit, debit } from '../demo-journal.js';
import { count } from '../town.js';
import { BANK, type Books, yearly } from './books.js';

const PROJECTS = [
  {
    name: 'Ausbau Ortsdurchfahrt',
    asset: '0913',
    cash: '7852',
    product: '541.01',
    amount: 520_000,
    invoices: 9,
    firm: 'Straßenbau Erdacht KG',
  },
  {
    name: 'Erweiterung Gesamtschule',
    asset: '0912',
    cash: '7851',
    product: '218.01',
    amount: 430_000,
    invoices: 11,
    firm: 'Bauunternehmung Demobau',
  },
  {
    name: 'Radweg Mühlenfeld',
    asset: '0913',
    cash: '7852',
    product: '541.01',
    amount: 140_000,
    invoices: 5,
    firm: 'Tiefbau Musterkamp GmbH',
  },
] as const;

const GOODS = [
  ['0812', 'IT-Ausstattung Schulen', '218.01', 'Softwarehaus Nullinger'],
  ['0813', 'Spielgeräte', '551.01', 'Spielgeräte Beispiel GmbH'],
  ['0811', 'Büroausstattung', '111.06', 'Büromöbel Musterholz'],
  ['0712', 'Mäher und Anbaugeräte', '111.07', 'Landtechnik Demofeld GmbH'],
  ['0714', 'Ausrüstung Löschfahrzeug', '126.01', 'Feuerwehrbedarf Muster'],
] as const;

/** Building, buying and selling fixed assets. What is sold above its value goes to the reserve directly (§ 44(3) KomHVO NRW). */
export function invest(books: Books): void {
  const { journal, random, year, town } = books;
  for (const project of PROJECTS) {
    const { product, cash, asset } = project;
    random.parts(yearly(books, project.amount), count(town, project.invoices)).forEach((part, index, all) => {
      const date = dateOf(year, 3 + Math.floor((index * 9) / all.length), random.int(3, 27));
      const reference = `IN-${year}-${project.product}-${project.asset}-${index + 1}`;
      const last = index === all.length - 1;
      journal.add(
        date,
        `${project.name}: ${last ? 'Schlussrechnung' : `${index + 1}. Abschlagsrechnung`} ${project.firm}`,
        reference,
        [debit(asset, part, { product }), credit('3512', part, { text: project.firm })],
      );
      // Five percent are kept back until the guarantee has run out.
      const kept = last ? (part * 5n) / 100n : 0n;
      const paid = bankDay(addDays(date, random.int(18, 30)));
      journal.add(paid, `${project.name}: Zahlung ${project.firm}`, reference, [
        debit('3512', part),
        credit('3513', kept),
        credit(BANK, part - kept, { product, cash }),
      ]);
    });
  }
  random.parts(yearly(books, 270_000), count(town, 30)).forEach((part, index) => {
    const [asset, text, product, supplier] = random.pick(GOODS);
    const date = dateOf(year, random.int(1, 12), random.int(1, 27));
    const reference = `AN-${year}-${String(index + 1).padStart(3, '0')}`;
    journal.add(date, `${supplier}: ${text}`, reference, [debit(asset, part, { product }), credit('3512', part)]);
    const paid = bankDay(addDays(date, random.int(14, 30)));
    journal.add(paid, `Zahlung an ${supplier}`, reference, [
      debit('3512', part),
      credit(BANK, part, { product, cash: '7831' }),
    ]);
  });
  const land = yearly(books, 230_000);
  journal.add(bankDay(dateOf(year, 4, 14)), 'Grunderwerb Baugebiet Nordfeld', `GV-${year}-1`, [
    debit('0241', land, { product: '111.06' }),
    credit(BANK, land, { product: '111.06', cash: '7821' }),
  ]);
  random.parts(yearly(books, 310_000), count(town, 5)).forEach((price, index) => {
    const gain = (price * BigInt(random.int(8, 22))) / 100n;
    journal.add(
      bankDay(dateOf(year, 5 + index, 20)),
      `Verkauf Bauplatz Nordfeld, Parzelle ${index + 1}`,
      `GV-${year}-${index + 2}`,
      [
        debit(BANK, price, { product: '111.06', cash: '6821' }),
        credit('0241', price - gain, { product: '111.06' }),
        credit('2012', gain, { product: '111.06', text: 'Verrechnung mit der allgemeinen Rücklage' }),
      ],
    );
  });
}
