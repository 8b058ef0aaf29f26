import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { StatementDto } from './reporting.dto.js';
import type { Statement } from './statement.js';

/** Whose statement it is, as the head of the page names it. */
export interface Letterhead {
  name: string;
  colour: string;
  /** SVG text of the arms, or null. */
  arms: string | null;
  /** Product number and name for a Teilrechnung. */
  product: string | null;
  /** SHA-256 of the key that the books are sealed with, 64 digits; null before there is one. */
  sealKey: string | null;
}

const TITLES: Record<Statement, string> = {
  results: 'Ergebnisrechnung',
  'cash-flows': 'Finanzrechnung',
  'balance-sheet': 'Bilanz',
};
const PARAGRAPHS: Record<Statement, string> = {
  results: '§ 39 KomHVO NRW',
  'cash-flows': '§ 40 KomHVO NRW',
  'balance-sheet': '§ 42 KomHVO NRW',
};
const CHECKS: Record<StatementDto['checks'][number]['rule'], string> = {
  'assets-equal-liabilities': 'Bilanzsumme Aktiva = Bilanzsumme Passiva',
  'liquid-funds-agree': 'Liquide Mittel der Bilanz = Zeile 41 der Finanzrechnung',
  'cash-flows-agree-with-balance-sheet': 'Zeile 41 = Liquide Mittel der Bilanz',
  'internal-services-cancel': 'Erträge = Aufwendungen aus internen Leistungsbeziehungen',
  'result-stands-in-equity': 'Jahresergebnis der Bilanz (1.4) = Jahresergebnis der Ergebnisrechnung',
  'products-make-up-the-whole': 'Summe der Teilrechnungen = Ganzes',
};

/** `-1234.50` as a German page prints it: `−1.234,50`; zero is a dash. */
export function printedEuro(euro: string): string {
  if (/^-?0\.00$/.test(euro)) return '–';
  const [whole = '', decimals = ''] = euro.replace('-', '').split('.');
  return `${euro.startsWith('-') ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${decimals}`;
}

const printedDate = (date: string): string => `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
const printedInstant = (instant: string): string =>
  new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Berlin' }).format(
    new Date(instant),
  );

/**
 * A statement as a page of the annual accounts prints it: lines with the year before beside them, sums under a rule, the
 * checks below. A statutory document: German whatever the reader's language is.
 */
export function statementDocument(view: StatementDto, head: Letterhead, printedAt: Date): TDocumentDefinitions {
  const title = `${head.product ? `Teil${TITLES[view.statement].toLowerCase()}` : TITLES[view.statement]} ${view.fiscalYear}`;
  const paragraph = head.product ? '§ 41 KomHVO NRW' : PARAGRAPHS[view.statement];
  const asOf = `Stand ${printedDate(view.asOf)}${view.knownOn ? `, Wissensstand ${printedInstant(view.knownOn)}` : ''}`;
  return {
    info: { title: `${title} - ${head.name}`, author: head.name, creationDate: printedAt },
    pageSize: 'A4',
    pageMargins: [48, 92, 48, 48],
    defaultStyle: { font: 'Roboto', fontSize: 8.5, lineHeight: 1.1 },
    header: () => letterhead(head, title, `${paragraph} · ${asOf} · Beträge in Euro`),
    footer: (page, pages) => ({
      margin: [48, 10, 48, 0],
      fontSize: 7.5,
      color: '#555555',
      stack: [
        {
          columns: [
            { text: `${head.name} · ${title} · gedruckt ${printedInstant(printedAt.toISOString())}` },
            { text: `Seite ${page} von ${pages}`, alignment: 'right', width: 80 },
          ],
        },
        ...sealKeyLines(head.sealKey),
      ],
    }),
    content: [table(view), ...checks(view)],
  };
}

/** What the key of the seals is recognised by, and how that is compared: by telephone, at a number from elsewhere. */
function sealKeyLines(fingerprint: string | null): Content[] {
  if (fingerprint === null) return [];
  return [
    { text: `Siegelschlüssel: ${fingerprint.match(/.{4}/g)!.join(' ')}`, fontSize: 6.5 },
    {
      text: 'Vergleich am Telefon: Lassen Sie sich die Gruppen vom Finanzzentrum vorlesen, unter einer Nummer, die nicht von diesem Blatt stammt.',
      fontSize: 6.5,
    },
  ];
}

function letterhead(head: Letterhead, title: string, line: string): Content {
  const text: Content = {
    stack: [
      { text: head.name, fontSize: 9.5, color: '#333333' },
      { text: head.product ? `${title}: ${head.product}` : title, fontSize: 14, bold: true },
      { text: line, fontSize: 8, color: '#555555', margin: [0, 2, 0, 0] },
    ],
  };
  const columns: Content[] = head.arms ? [{ svg: head.arms, fit: [34, 40], width: 46 }, text] : [text];
  return {
    margin: [48, 30, 48, 0],
    stack: [
      { columns },
      { canvas: [{ type: 'line', x1: 0, y1: 6, x2: 499, y2: 6, lineWidth: 1.2, lineColor: head.colour }] },
    ],
  };
}

function table(view: StatementDto): Content {
  const head = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
    text,
    bold: true,
    alignment,
    margin: [0, 2, 0, 2],
  });
  const rows = view.lines.map((line): TableCell[] => {
    const bold = line.kind === 'subtotal';
    const cell = (text: string): TableCell => ({ text, bold, alignment: 'right', noWrap: true });
    return [
      { text: line.number, bold },
      { text: line.label, bold, margin: [Math.max(0, line.level - 1) * 8, 0, 0, 0] },
      cell(printedEuro(line.actual)),
      cell(printedEuro(line.priorYear)),
    ];
  });
  return {
    table: {
      headerRows: 1,
      widths: [42, '*', 84, 84],
      body: [
        [
          head('Nr.'),
          head('Bezeichnung'),
          head(`${view.fiscalYear}`, 'right'),
          head(`${view.fiscalYear - 1}`, 'right'),
        ],
        ...rows,
      ],
    },
    layout: {
      hLineWidth: (row) =>
        row === 0 || row === 1 || row === view.lines.length + 1
          ? 0.8
          : view.lines[row - 1]?.kind === 'subtotal'
            ? 0.4
            : 0,
      vLineWidth: () => 0,
      hLineColor: () => '#666666',
      paddingTop: () => 1.4,
      paddingBottom: () => 1.4,
      paddingLeft: () => 2,
      paddingRight: () => 2,
    },
  };
}

function checks(view: StatementDto): Content[] {
  return view.checks.map((check) => ({
    margin: [2, 8, 0, 0] as [number, number, number, number],
    fontSize: 8,
    bold: !check.ok,
    text: `${check.ok ? 'Stimmt' : 'STIMMT NICHT'}: ${CHECKS[check.rule]} (${printedEuro(check.left)} / ${printedEuro(check.right)})`,
  }));
}
