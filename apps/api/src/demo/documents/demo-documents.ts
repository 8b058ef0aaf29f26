import type { LocalDate } from '@lib/kernel';
import { addDays } from '../days.js';
import type { SupplierInvoice } from './supplier-invoice.js';

/** How far a document of the demonstration has come. */
export type Reach = 'new' | 'arithmetic' | 'factual' | 'order' | 'posting' | 'posted' | 'returned' | 'accepted';

export interface DemoDocument {
  /** Place of the supplier among the demonstration's partners, from 1; 0: somebody whom the town does not know. */
  partner: number;
  /** Days before today on which it came. */
  before: number;
  invoice: Omit<SupplierInvoice, 'seller' | 'buyer' | 'issueDate'>;
  reach: Reach;
  /** What the clerk books it on; lines in the order of the proposal. */
  accounts?: readonly (readonly [account: string, product: string, costCentre?: string])[];
  /** Anything else the coding says. */
  more?: (today: LocalDate) => Record<string, unknown>;
  /** For a business of the public body: the input tax is deducted (§ 15 UStG). */
  business?: boolean;
  /** Another bank account than the supplier's own. */
  strangeIban?: boolean;
  department?: string;
  syntax?: 'cii';
}

const euro = (amount: number): bigint => BigInt(Math.round(amount * 100));
const skonto = (days: number, percent: string): string => `#SKONTO#TAGE=${days}#PROZENT=${percent}#\n`;

/** What came in over the last weeks, oldest first: earlier ones teach the proposal what later ones are booked on. */
export function demoDocuments(today: LocalDate): DemoDocument[] {
  const month = (before: number): string => `${addDays(today, -before).slice(5, 7)}/${today.slice(0, 4)}`;
  const year = today.slice(0, 4);
  const power = (number: string, amount: number, before: number): DemoDocument['invoice'] => ({
    number,
    terms: 'Zahlbar innerhalb von 14 Tagen ohne Abzug.',
    lines: [{ name: `Strom ${month(before)}, Abschlag`, net: euro(amount) }],
  });
  const powerAt = [['524110', '111.06', '1010']] as const;
  return [
    {
      partner: 3,
      before: 40,
      reach: 'posted',
      invoice: power('SW-70011', 3_210.5, 40),
      accounts: powerAt,
      department: 'FB1',
    },
    {
      partner: 3,
      before: 33,
      reach: 'posted',
      invoice: power('SW-70388', 3_198.0, 33),
      accounts: powerAt,
      department: 'FB1',
    },
    {
      partner: 6,
      before: 30,
      reach: 'posted',
      department: 'FB1',
      accounts: [['543110', '111.02', '1010']],
      invoice: {
        number: 'BM-61102',
        terms: skonto(10, '2.00'),
        lines: [
          { name: 'Druckerpapier und Ordner', net: euro(412.4) },
          { name: 'Fachzeitschrift', net: euro(68), rate: '7' },
        ],
      },
    },
    {
      partner: 7,
      before: 28,
      reach: 'posted',
      department: 'FB3',
      accounts: [['0913', '541.01']],
      invoice: {
        number: 'AR-1',
        typeCode: '875',
        lines: [{ name: '1. Abschlag Ausbau Feldstraße', net: euro(7_800) }],
      },
      more: (day) => ({ retention: { amount: '464.10', dueOn: addDays(day, 365 * 4) } }),
    },
    {
      partner: 11,
      before: 26,
      reach: 'posted',
      department: 'FB1',
      accounts: [['529110', '111.05']],
      invoice: {
        number: 'NZ-3104',
        contract: `V-${year}-05`,
        lines: [{ name: 'Softwarepflege Fachverfahren', net: euro(490) }],
      },
    },
    {
      partner: 10,
      before: 24,
      reach: 'posted',
      department: 'FB3',
      accounts: [['529150', '537.01']],
      invoice: { number: 'TB-9001', lines: [{ name: `Abfuhr Restabfall ${month(24)}`, net: euro(6_120) }] },
    },
    {
      partner: 1,
      before: 18,
      reach: 'posting',
      department: 'FB2',
      accounts: [['5211', '211.01', '2110']],
      invoice: {
        number: 'RE-2144',
        terms: skonto(30, '2.00'),
        lines: [{ name: 'Dachreparatur Grundschule', net: euro(2_940) }],
      },
    },
    {
      partner: 2,
      before: 16,
      reach: 'order',
      department: 'FB2',
      accounts: [
        ['5211', '424.01', '4240'],
        ['5211', '126.01', '1210'],
      ],
      invoice: {
        number: '26-1301',
        lines: [
          { name: 'Prüfung ortsfester Anlagen Sporthalle', net: euro(1_180), reference: '424.01 / 4240' },
          { name: 'Prüfung ortsfester Anlagen Gerätehaus', net: euro(640), reference: '126.01 / 1210' },
        ],
      },
    },
    {
      partner: 8,
      before: 15,
      reach: 'order',
      department: 'FB3',
      accounts: [['543120', '511.01']],
      invoice: { number: `RB-${year}-31`, lines: [{ name: 'Gutachten Verkehrsführung', net: euro(12_400) }] },
    },
    {
      partner: 5,
      before: 14,
      reach: 'factual',
      department: 'FB3',
      accounts: [['525520', '551.01']],
      invoice: {
        number: 'SB-0815',
        terms: skonto(14, '3.00'),
        lines: [{ name: 'Federwippe Spielplatz Feldstraße', net: euro(640) }],
      },
    },
    {
      partner: 9,
      before: 12,
      reach: 'returned',
      department: 'FB2',
      accounts: [['5271', '218.01', '2180']],
      invoice: { number: 'SM-22817', lines: [{ name: 'Klassensätze Deutsch 7', net: euro(1_460), rate: '7' }] },
    },
    {
      partner: 4,
      before: 9,
      reach: 'factual',
      department: 'FB2',
      accounts: [['5211', '272.01', '2720']],
      invoice: { number: 'FP-340', lines: [{ name: 'Anstrich Lesesaal', net: euro(1_875) }] },
    },
    {
      partner: 6,
      before: 7,
      reach: 'arithmetic',
      department: 'FB1',
      accounts: [['543110', '111.02', '1010']],
      invoice: {
        number: 'BM-61377',
        terms: skonto(10, '2.00'),
        lines: [{ name: 'Toner und Etiketten', net: euro(238.9) }],
      },
    },
    {
      partner: 3,
      before: 6,
      reach: 'arithmetic',
      department: 'FB1',
      accounts: powerAt,
      invoice: { ...power('SW-71240', 3_240, 6), paymentMeans: '59' },
    },
    {
      partner: 11,
      before: 5,
      reach: 'accepted',
      department: 'FB1',
      accounts: [['529110', '111.05']],
      invoice: {
        number: 'NZ-3177',
        withoutBuyerReference: true,
        lines: [{ name: 'Schulung Fachverfahren', net: euro(1_150) }],
      },
    },
    { partner: 3, before: 4, reach: 'new', invoice: power('SW-71522', 3_251.2, 4), department: 'FB1' },
    {
      partner: 2,
      before: 3,
      reach: 'new',
      strangeIban: true,
      department: 'FB2',
      invoice: { number: '26-1344', lines: [{ name: 'Notruf Aufzug Rathaus, Störung', net: euro(386) }] },
    },
    // The same number again, under another date: a duplicate.
    {
      partner: 6,
      before: 3,
      reach: 'new',
      invoice: { number: 'BM 61377', lines: [{ name: 'Toner und Etiketten', net: euro(238.9) }] },
    },
    {
      partner: 4,
      before: 2,
      reach: 'new',
      invoice: { number: 'FP-345', lines: [{ name: 'Anstrich Treppenhaus', net: euro(980) }], wrongTax: 90n },
    },
    {
      partner: 1,
      before: 2,
      reach: 'new',
      invoice: {
        number: 'RE-2163',
        withoutBuyerReference: true,
        lines: [{ name: 'Wartung Flachdach', net: euro(520) }],
      },
    },
    {
      partner: 7,
      before: 2,
      reach: 'new',
      department: 'FB3',
      invoice: {
        number: 'SR-1',
        typeCode: '877',
        preceding: ['AR-1'],
        prepaid: euro(7_800 * 1.19),
        lines: [{ name: 'Ausbau Feldstraße, Schlussrechnung', net: euro(9_300) }],
      },
    },
    {
      partner: 6,
      before: 1,
      reach: 'new',
      invoice: {
        number: 'BM-GS-190',
        typeCode: '381',
        preceding: ['BM-61102'],
        lines: [{ name: 'Rücknahme Ordner', net: euro(92) }],
      },
    },
    {
      partner: 11,
      before: 1,
      reach: 'new',
      department: 'FB1',
      invoice: {
        number: 'NZ-3201',
        lines: [
          {
            name: 'Nutzungsrecht Fachverfahren, ein Jahr',
            net: euro(2_400),
            from: `${today.slice(0, 7)}-01`,
            to: addDays(`${Number(year) + 1}${today.slice(4, 7)}-01`, -1),
          },
        ],
      },
    },
    {
      partner: 0,
      before: 1,
      reach: 'new',
      syntax: 'cii',
      invoice: {
        number: '4711',
        dueDate: addDays(today, 21),
        lines: [{ name: 'Blumenschmuck Ratssaal', net: euro(84.11), rate: '7' }],
      },
    },
    {
      partner: 10,
      before: 0,
      reach: 'new',
      invoice: { number: 'TB-9114', lines: [{ name: `Abfuhr Restabfall ${month(0)}`, net: euro(6_120) }] },
    },
  ];
}

/** What came to the sewage works: its public duty books gross, the power from digester gas that it sells deducts input tax. */
export function sewageDocuments(): DemoDocument[] {
  const invoice = (number: string, name: string, amount: number): DemoDocument['invoice'] => ({
    number,
    terms: 'Zahlbar innerhalb von 30 Tagen ohne Abzug.',
    lines: [{ name, net: euro(amount) }],
  });
  const plant = [['524110', '538.02', '310']] as const;
  const sewers = [['5216', '538.01', '210']] as const;
  const power = [['5216', '531.01', '310']] as const;
  return [
    {
      partner: 3,
      before: 34,
      reach: 'posted',
      department: 'KA',
      accounts: plant,
      invoice: invoice('SW-71002', 'Strom Kläranlage, Abschlag', 4_318.2),
    },
    {
      partner: 2,
      before: 31,
      reach: 'posted',
      department: 'KA',
      accounts: power,
      business: true,
      invoice: invoice('26-1188', 'Wartung Blockheizkraftwerk Klärgas', 2_380),
    },
    {
      partner: 7,
      before: 15,
      reach: 'order',
      department: 'KN',
      accounts: sewers,
      invoice: invoice('TS-4410', 'Kanalreparatur Schacht 14', 6_940),
    },
    {
      partner: 2,
      before: 12,
      reach: 'posting',
      department: 'KA',
      accounts: power,
      business: true,
      invoice: invoice('26-1270', 'Ölwechsel und Zündkerzen Blockheizkraftwerk', 864.5),
    },
    {
      partner: 8,
      before: 6,
      reach: 'factual',
      department: 'KN',
      accounts: [['5291', '538.03', '210']],
      invoice: invoice('RB-K-12', 'Hydraulische Berechnung Regenrückhaltung', 3_150),
    },
    {
      partner: 3,
      before: 2,
      reach: 'new',
      department: 'KA',
      invoice: invoice('SW-71399', 'Strom Kläranlage, Abschlag', 4_297.6),
    },
    {
      partner: 2,
      before: 1,
      reach: 'new',
      department: 'KA',
      invoice: invoice('26-1322', 'Störungsdienst Blockheizkraftwerk', 512),
    },
    {
      partner: 7,
      before: 0,
      reach: 'new',
      strangeIban: true,
      department: 'KN',
      invoice: invoice('TS-4473', 'Spülung Kanal Feldstraße', 1_120),
    },
  ];
}
