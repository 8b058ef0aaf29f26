import type { Column, Content, ContentText, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { LocalDate } from '@lib/kernel';
import type { InvoiceFacts } from './invoice-facts.js';
import { asksForMoney, discountOf, type InvoiceKind, type OwnLine, type VatGroup } from './own-invoice.js';
import { printedAmount, printedDay, printedNumber, printedPrice, printedUnit, spaced } from './printed.js';

/** Millimetres as points: DIN 5008 speaks of millimetres. */
const mm = (value: number): number => (value * 72) / 25.4;

const LEFT = mm(25);
const RIGHT = mm(20);
const WIDTH = mm(210) - LEFT - RIGHT;
const TOP = mm(32);
const BOTTOM = mm(30);
const GREY = '#4a4a4a';
const RULE = '#8a8a8a';

const TITLES: Record<InvoiceKind, string> = {
  invoice: 'Rechnung',
  // § 14(2) UStG calls a self-billed invoice a Gutschrift: the word does not stand alone
  'credit-note': 'Rechnungskorrektur (Gutschrift)',
  correction: 'Rechnungskorrektur',
};

/** What is printed beside the facts. */
export interface LetterExtras {
  /** The EPC code as SVG, or null. */
  epcCode: string | null;
  /** The whole invoice is taken back: its credit note says so. */
  cancels: boolean;
  /** Last day and discount of each stage are counted from here. */
  dayAfter(days: number): LocalDate;
}

/**
 * The invoice as a business letter in the form of DIN 5008 B, with the contents of § 14(4) UStG. German whatever the reader's
 * language is. Everything is text of embedded fonts or drawn: nothing is loaded.
 */
export function letterDocument(facts: InvoiceFacts, extras: LetterExtras): TDocumentDefinitions {
  const { draft, seller } = facts;
  const title = extras.cancels ? 'Stornorechnung' : TITLES[draft.kind];
  return {
    info: {
      title: plainInfo(`${title} ${facts.number}`),
      author: plainInfo(seller.name),
      subject: plainInfo(`${title} an ${facts.buyer.name}`),
      creator: 'Finanzzentrum',
      producer: 'Finanzzentrum',
    },
    language: 'de-DE',
    pageSize: 'A4',
    pageMargins: [LEFT, TOP, RIGHT, BOTTOM],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.15, color: '#111111' },
    background: (page) => (page === 1 ? [...foldMarks(), rule(mm(36), 1.4, seller.colour)] : []),
    header: (page) => (page === 1 ? letterhead(facts) : continuation(facts, title, page)),
    footer: (page, pages) => footer(facts, page, pages),
    content: [
      addressField(facts),
      infoBlock(facts),
      { text: '', margin: [0, textStart(facts) - TOP - 11, 0, 0] },
      { text: `${title} ${facts.number}`, fontSize: 13, bold: true, margin: [0, 0, 0, 4] },
      ...opening(facts, extras),
      linesTable(facts),
      sums(facts),
      ...exemptions(facts.totals.groups),
      ...payment(facts, extras),
      ...closing(facts),
    ],
  };
}

/** pdfkit writes these values into XMP without escaping them: what XML reserves is spelled differently. */
const plainInfo = (text: string): string => text.replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›');

function foldMarks(): Content[] {
  const mark = (y: number, length: number): Content => ({
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: mm(length), y2: 0, lineWidth: 0.4, lineColor: RULE }],
    absolutePosition: { x: mm(5), y: mm(y) },
  });
  return [mark(105, 4), mark(148.5, 6), mark(210, 4)];
}

function rule(y: number, lineWidth: number, lineColor: string): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth, lineColor }],
    absolutePosition: { x: LEFT, y },
  };
}

function letterhead({ seller }: InvoiceFacts): Content {
  const name: Content = {
    stack: [
      { text: seller.name, fontSize: 16, bold: true, color: '#111111' },
      ...(seller.department === null ? [] : [{ text: seller.department, fontSize: 10, color: GREY }]),
    ],
    margin: [0, 4, 0, 0],
  };
  const columns: Content[] =
    seller.arms === null ? [name] : [name, { svg: seller.arms, fit: [mm(18), mm(18)], width: mm(18) }];
  return {
    margin: [LEFT, mm(11), RIGHT, 0],
    stack: [{ columns }],
  };
}

function continuation({ number, issueDate, seller }: InvoiceFacts, title: string, page: number): Content {
  return {
    margin: [LEFT, mm(14), RIGHT, 0],
    fontSize: 8.5,
    color: GREY,
    stack: [
      {
        columns: [
          { text: seller.name },
          { text: `${title} ${number} vom ${printedDay(issueDate)}, Seite ${page}`, alignment: 'right' },
        ],
      },
      { canvas: [{ type: 'line', x1: 0, y1: 4, x2: WIDTH, y2: 4, lineWidth: 0.8, lineColor: seller.colour }] },
    ],
  };
}

/** Return address and recipient where the window of the envelope is (form B: 45 mm from the top, 85 mm wide). */
function addressField({ seller, buyer }: InvoiceFacts): Content {
  const { street, postcode, city } = seller.address;
  const sender = [seller.name, street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(' · ');
  const { address } = buyer;
  const lines = [
    buyer.name,
    address?.addition,
    address?.street,
    [address?.postalCode, address?.city].filter(Boolean).join(' '),
    address && address.country !== 'DE' ? countryName(address.country) : undefined,
  ].filter((line): line is string => Boolean(line));
  return {
    absolutePosition: { x: LEFT, y: mm(50) },
    stack: [
      {
        table: {
          widths: [mm(80)],
          body: [
            [
              {
                text: sender,
                fontSize: 7,
                color: GREY,
                border: [false, false, false, true],
                borderColor: [RULE, RULE, RULE, RULE],
              },
            ],
          ],
        },
        layout: { hLineWidth: () => 0.4, paddingLeft: () => 0, paddingRight: () => 0, paddingBottom: () => 1 },
      },
      { text: lines.join('\n'), fontSize: 10.5, margin: [0, mm(62.7 - 50) - 14, 0, 0] },
    ],
  };
}

function countryName(code: string): string {
  return (new Intl.DisplayNames('de', { type: 'region' }).of(code) ?? code).toUpperCase();
}

/** Label and value of each row beside the address. */
function infoRows(facts: InvoiceFacts): { matter: [string, string][]; contact: [string, string][] } {
  const { draft, seller, preceding } = facts;
  const rows: [string, string][] = [
    ['Rechnungsnummer', facts.number],
    ['Rechnungsdatum', printedDay(facts.issueDate)],
    ['Kundennummer', facts.buyer.number],
  ];
  const period = printedPeriod(draft.serviceFrom, draft.serviceTo);
  if (period) rows.push([period.includes('–') ? 'Leistungszeitraum' : 'Leistungsdatum', period]);
  if (preceding) rows.push(['Zu Rechnung', `${preceding.number} vom ${printedDay(preceding.issueDate)}`]);
  if (facts.buyerReference !== facts.buyer.number) {
    rows.push([facts.buyerReference === facts.buyer.leitwegId ? 'Leitweg-ID' : 'Ihr Zeichen', facts.buyerReference]);
  }
  if (draft.orderReference) rows.push(['Bestellnummer', draft.orderReference]);
  if (draft.contractReference) rows.push(['Vertrag', draft.contractReference]);
  const contact: [string, string | null][] = [
    ['Ansprechpartner', seller.contact.name],
    ['Telefon', seller.contact.phone],
    ['E-Mail', seller.contact.email],
  ];
  return { matter: rows, contact: contact.filter((row): row is [string, string] => row[1] !== null) };
}

/** The text begins 103.4 mm from the upper edge, or further down where the info block needs the room. */
function textStart(facts: InvoiceFacts): number {
  const { matter, contact } = infoRows(facts);
  const lines = [...matter, ...contact].reduce((sum, [, value]) => sum + Math.ceil(value.length / 27), 1);
  return Math.max(mm(103.4), mm(50) + lines * 12.4 + 14);
}

function infoBlock(facts: InvoiceFacts): Content {
  const { matter, contact } = infoRows(facts);
  const cells = (label: string, value: string): TableCell[] => [
    { text: label, color: GREY, fontSize: 8.5 },
    { text: value, fontSize: 8.5 },
  ];
  return {
    absolutePosition: { x: mm(125), y: mm(50) },
    table: {
      widths: [mm(29), mm(44)],
      body: [
        ...matter.map(([label, value]) => cells(label, value)),
        [{ text: ' ', fontSize: 3 }, ''],
        ...contact.map(([label, value]) => cells(label, value)),
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingTop: () => 0.4,
      paddingBottom: () => 0.4,
      paddingLeft: () => 0,
      paddingRight: () => 2,
    },
  };
}

function printedPeriod(from: LocalDate | null, to: LocalDate | null): string | null {
  if (from === null && to === null) return null;
  if (from === null || to === null || from === to) return printedDay((to ?? from)!);
  return `${printedDay(from)} – ${printedDay(to)}`;
}

function opening({ draft, preceding }: InvoiceFacts, { cancels }: LetterExtras): Content[] {
  const paragraphs: string[] = [];
  if (preceding && cancels) {
    paragraphs.push(
      `Hiermit nehmen wir unsere Rechnung ${preceding.number} vom ${printedDay(preceding.issueDate)} zurück.`,
    );
  } else if (preceding && draft.kind === 'credit-note') {
    paragraphs.push(
      `Zu unserer Rechnung ${preceding.number} vom ${printedDay(preceding.issueDate)} schreiben wir Ihnen gut:`,
    );
  } else if (preceding) {
    paragraphs.push(
      `Unsere Rechnung ${preceding.number} vom ${printedDay(preceding.issueDate)} berichtigen wir um folgende Beträge:`,
    );
  }
  if (draft.introduction !== null) paragraphs.push(draft.introduction);
  return paragraphs.map((text): Content => ({ text, margin: [0, 4, 0, 0] }));
}

const HEAD_RULE = 0.9;

function linesTable({ draft, totals, seller }: InvoiceFacts): Content {
  const head = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
    text,
    bold: true,
    fontSize: 8.5,
    alignment,
  });
  const right = (text: string): TableCell => ({ text, alignment: 'right', noWrap: true });
  const rows = draft.lines.map((line, index): TableCell[] => [
    right(String(index + 1)),
    description(line),
    right(printedNumber(trimmed(line.quantity))),
    { text: printedUnit(line.unit, line.quantity), noWrap: true },
    right(printedPrice(line.price)),
    right(line.vat.category === 'S' ? `${printedNumber(trimmed(line.vat.rate))} %` : '–'),
    right(printedAmount(totals.lines[index]!).replace(' €', '')),
  ]);
  return {
    margin: [0, 10, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [18, '*', 44, 38, 56, 32, 66],
      body: [
        [
          head('Pos.', 'right'),
          head('Bezeichnung'),
          head('Menge', 'right'),
          head('Einheit'),
          head('Einzelpreis €', 'right'),
          head('USt', 'right'),
          head('Betrag €', 'right'),
        ],
        ...rows,
      ],
    },
    layout: {
      hLineWidth: (row, node) => (row === 0 ? 0 : row === 1 || row === node.table.body.length ? HEAD_RULE : 0.25),
      vLineWidth: () => 0,
      hLineColor: (row) => (row === 1 ? seller.colour : RULE),
      paddingTop: () => 3,
      paddingBottom: () => 3,
      paddingLeft: (column) => (column === 0 ? 0 : 4),
      paddingRight: (column) => (column === 6 ? 0 : 4),
    },
  };
}

const trimmed = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

function description(line: OwnLine): TableCell {
  const more: ContentText[] = [];
  if (line.description !== null) more.push({ text: line.description, fontSize: 8.5, color: GREY });
  const period = printedPeriod(line.serviceFrom, line.serviceTo);
  if (period !== null) more.push({ text: period, fontSize: 8.5, color: GREY });
  return { stack: [{ text: line.text }, ...more] };
}

/** Net by rate, tax by rate, and what it comes to (§ 14(4) nos. 7 and 8 UStG). */
function sums({ totals, draft, seller }: InvoiceFacts): Content {
  const rows: [string, string, boolean][] = [];
  const taxed = totals.groups.filter((group) => group.category === 'S');
  if (taxed.length > 0) {
    rows.push(['Summe netto', printedAmount(totals.net), false]);
    const split = totals.groups.length > 1;
    for (const group of taxed) {
      const base = split ? ` auf ${printedAmount(group.net)}` : '';
      rows.push([`zzgl. ${printedNumber(group.rate)} % Umsatzsteuer${base}`, printedAmount(group.tax), false]);
    }
  }
  const label = { invoice: 'Rechnungsbetrag', 'credit-note': 'Gutschriftsbetrag', correction: 'Unterschiedsbetrag' };
  rows.push([label[draft.kind], printedAmount(totals.gross), true]);
  return {
    margin: [0, 6, 0, 0],
    unbreakable: true,
    columns: [
      { text: '', width: '*' },
      {
        width: 280,
        table: {
          widths: ['*', 82],
          body: rows.map(([text, value, bold]): TableCell[] => [
            { text, bold, fontSize: bold ? 10.5 : 9.5 },
            { text: value, bold, fontSize: bold ? 10.5 : 9.5, alignment: 'right', noWrap: true },
          ]),
        },
        layout: {
          hLineWidth: (row: number) =>
            row === rows.length - 1 && rows.length > 1 ? 0.6 : row === rows.length ? 1.2 : 0,
          hLineColor: (row: number) => (row === rows.length ? seller.colour : RULE),
          vLineWidth: () => 0,
          paddingLeft: () => 0,
          paddingRight: () => 0,
          paddingTop: () => 2.2,
          paddingBottom: () => 2.2,
        },
      },
    ],
  };
}

/** Why some of it is without tax (§ 14(4) no. 8, § 14a(5) UStG). */
function exemptions(groups: readonly VatGroup[]): Content[] {
  const silent = groups.filter((group) => group.reason !== null);
  const named = groups.length > 1;
  return silent.map((group) => ({
    text: named ? `${group.reason} (Betrag: ${printedAmount(group.net)}).` : `${group.reason}.`,
    fontSize: 8.5,
    color: GREY,
    margin: [0, 6, 0, 0] as [number, number, number, number],
  }));
}

function payment(facts: InvoiceFacts, extras: LetterExtras): Content[] {
  const { draft, totals, account, seller } = facts;
  if (!asksForMoney(draft, totals)) {
    return [{ text: 'Der Betrag wird mit offenen Forderungen verrechnet oder erstattet.', margin: [0, 12, 0, 0] }];
  }
  if (draft.method === 'direct-debit' && draft.mandate !== null) {
    return [
      {
        margin: [0, 12, 0, 0],
        text: [
          'Den Betrag von ',
          { text: printedAmount(totals.gross), bold: true },
          ' ziehen wir am ',
          { text: printedDay(facts.dueOn), bold: true },
          ` vom Konto ${spaced(draft.mandate.iban)} ein (Mandat ${draft.mandate.reference}, Gläubiger-Identifikationsnummer ${seller.creditorIdentifier ?? ''}).`,
        ],
      },
    ];
  }
  const rows: [string, string][] = [
    ['Empfänger', seller.name],
    ['IBAN', account === null ? '' : spaced(account.iban)],
    ...(account?.bic ? ([['BIC', account.bic]] as [string, string][]) : []),
    ['Verwendungszweck', facts.number],
    ['Betrag', printedAmount(totals.gross)],
    ['Zahlbar bis', printedDay(facts.dueOn)],
  ];
  const stages = draft.skonto.map((stage, index): Content => {
    const less = discountOf(totals.gross, stage);
    return {
      text: `Bei Zahlung bis ${printedDay(extras.dayAfter(stage.days))} abzüglich ${printedNumber(trimmed(stage.percent))} % Skonto (${printedAmount(less)}): ${printedAmount(totals.gross - less)}.`,
      margin: [0, index === 0 ? 7 : 3, 0, 0],
    };
  });
  const transfer: Content = {
    table: {
      widths: [92, '*'],
      body: rows.map(([label, value]): TableCell[] => [
        { text: label, color: GREY },
        { text: value, bold: label !== 'Empfänger' && label !== 'BIC' },
      ]),
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 4,
      paddingTop: () => 0.8,
      paddingBottom: () => 0.8,
    },
  };
  const code: Column[] =
    extras.epcCode === null
      ? []
      : [
          {
            width: 84,
            stack: [
              { svg: extras.epcCode, width: 74 },
              { text: 'Überweisung mit der\nBanking-App', fontSize: 7, color: GREY, margin: [0, 3, 0, 0] },
            ],
          },
        ];
  return [
    {
      margin: [0, 14, 0, 0],
      unbreakable: true,
      stack: [
        { text: 'Bitte überweisen Sie den Betrag unter Angabe des Verwendungszwecks:', margin: [0, 0, 0, 5] },
        {
          table: { widths: ['*'], body: [[{ columns: [transfer, ...code] }]] },
          layout: {
            hLineWidth: () => 0.5,
            vLineWidth: () => 0,
            hLineColor: () => RULE,
            paddingLeft: () => 0,
            paddingRight: () => 0,
            paddingTop: () => 7,
            paddingBottom: () => 7,
          },
        },
        ...stages,
      ],
    },
  ];
}

function closing({ draft }: InvoiceFacts): Content[] {
  const texts: Content[] = [];
  if (draft.closing !== null) texts.push({ text: draft.closing, margin: [0, 10, 0, 0] });
  texts.push({
    margin: [0, 10, 0, 0],
    fontSize: 7.5,
    color: GREY,
    text: 'Dieses Dokument enthält die Rechnung auch als strukturierten Datensatz (XRechnung, eingebettete Datei xrechnung.xml). Es wurde elektronisch erstellt und ist ohne Unterschrift gültig.',
  });
  return texts;
}

function footer({ seller, account }: InvoiceFacts, page: number, pages: number): Content {
  const { street, postcode, city } = seller.address;
  const column = (lines: (string | null | undefined | false)[]): Column => ({
    text: lines.filter(Boolean).join('\n'),
    width: '*',
  });
  return {
    margin: [LEFT, 8, RIGHT, 0],
    fontSize: 7.5,
    color: GREY,
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.5, lineColor: RULE }] },
      {
        margin: [0, 5, 0, 0],
        columnGap: 12,
        columns: [
          column([seller.name, street, [postcode, city].filter(Boolean).join(' ')]),
          column([
            seller.contact.phone && `Telefon ${seller.contact.phone}`,
            seller.contact.email,
            seller.vatId && `USt-IdNr. ${seller.vatId}`,
            seller.taxNumber && `Steuernummer ${seller.taxNumber}`,
          ]),
          column([
            account && account.name,
            account && `IBAN ${spaced(account.iban)}`,
            account?.bic && `BIC ${account.bic}`,
            seller.creditorIdentifier && `Gläubiger-ID ${seller.creditorIdentifier}`,
          ]),
          { text: `Seite ${page} von ${pages}`, alignment: 'right', width: 62 },
        ],
      },
    ],
  };
}
