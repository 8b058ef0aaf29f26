import { type Column, csvOf, germanEuro } from '@lib/ledger';
import type { Alarm, DocumentKind, DocumentState } from '../document/document.js';
import type { DocumentRowDto } from './document.dto.js';

/** The most documents that one spreadsheet holds. */
export const MOST_CSV_DOCUMENTS = 50_000;

/** As the screens call them; a spreadsheet is read by people who know those. */
const STATES: Record<DocumentState, string> = {
  new: 'Neu',
  'in-decision': 'In Prüfung',
  returned: 'Zurückgegeben',
  decided: 'Zu buchen',
  posted: 'Gebucht',
  rejected: 'Abgelehnt',
  quarantined: 'Quarantäne',
  duplicate: 'Doppelt',
  filed: 'Abgelegt',
};
const KINDS: Record<DocumentKind, string> = {
  invoice: 'Rechnung',
  'credit-note': 'Gutschrift',
  correction: 'Korrektur',
  'partial-invoice': 'Abschlag',
  'final-invoice': 'Schlussrechnung',
  order: 'Anordnung',
  internal: 'Interne Leistungsverrechnung',
  other: 'Sonstiges',
};
const STEPS: Record<string, string> = {
  arithmetic: 'Rechnerische Feststellung',
  factual: 'Sachliche Feststellung',
  order: 'Anordnung',
  'second-order': 'Zweite Anordnung',
  posting: 'Buchung',
};
const ALARMS: Record<Alarm, string> = {
  IbanChanged: 'Bankverbindung neu',
  IbanInvalid: 'IBAN falsch',
  DuplicateNumber: 'Rechnungsnummer doppelt',
  DuplicateAmount: 'gleicher Betrag',
  WrongClient: 'anderer Empfänger',
  TotalsDiffer: 'Summen gehen nicht auf',
  VisibleDiffers: 'Bild weicht ab',
  Incomplete: 'Prüfung unvollständig',
};

const dayInGermany = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

const COLUMNS: Column<DocumentRowDto>[] = [
  { heading: 'Nummer', value: (row) => row.number },
  { heading: 'Eingang', value: (row) => dayInGermany.format(new Date(row.receivedAt)) },
  { heading: 'Stand', value: (row) => STATES[row.state] },
  { heading: 'Art', value: (row) => KINDS[row.kind] },
  { heading: 'Lieferant', value: (row) => row.supplierName },
  { heading: 'Rechnung', value: (row) => row.invoiceNo },
  { heading: 'Rechnungsdatum', value: (row) => row.issueDate },
  { heading: 'Fällig', value: (row) => row.dueOn },
  { heading: 'Skonto bis', value: (row) => row.discountOn },
  { heading: 'Währung', value: (row) => row.currency },
  { heading: 'Netto', value: (row) => germanEuro(row.net) },
  { heading: 'Steuer', value: (row) => germanEuro(row.tax) },
  { heading: 'Brutto', value: (row) => germanEuro(row.gross) },
  { heading: 'Zu zahlen', value: (row) => germanEuro(row.payable) },
  { heading: 'Schritt', value: (row) => (row.step === null ? '' : (STEPS[row.step] ?? row.step)) },
  { heading: 'Liegt bei', value: (row) => row.assignees.map((person) => person.name).join(', ') },
  { heading: 'Frist', value: (row) => row.stepDue },
  { heading: 'Fachbereich', value: (row) => row.department },
  { heading: 'Warnungen', value: (row) => row.alarms.map((alarm) => ALARMS[alarm] ?? alarm).join(', ') },
  { heading: 'Fehler', value: (row) => row.errors },
  { heading: 'Hinweise', value: (row) => row.warnings },
  { heading: 'Datei', value: (row) => row.fileName },
  { heading: 'Absender', value: (row) => row.sender },
];

/** Lines of the inbox for a German spreadsheet. */
export const inboxCsv = (rows: readonly DocumentRowDto[]): string => csvOf(rows, COLUMNS);
