import { formatEuro, type LocalDate } from '@lib/kernel';

/** What a letter of rejection is made of. Statutory correspondence: always in German. */
export interface RejectionFacts {
  clientName: string;
  number: string;
  supplierName: string;
  invoiceNo: string | null;
  issueDate: LocalDate | null;
  receivedOn: LocalDate;
  /** Cents as text. */
  gross: string | null;
  currency: string | null;
  fileName: string;
  findings: readonly { id: string; message: string; terms: readonly string[] }[];
  note: string;
  /** The client's Leitweg-IDs, named where the reason is a missing or wrong one. */
  leitwegIds: readonly string[];
}

export interface Letter {
  subject: string;
  body: string;
}

const day = (date: LocalDate): string => date.split('-').reverse().join('.');
const money = (cents: string): string =>
  formatEuro(cents)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** The letter with which an invoice goes back to its sender, the reasons in plain words. */
export function rejectionLetter(facts: RejectionFacts): Letter {
  const invoice = facts.invoiceNo
    ? `Ihre Rechnung ${facts.invoiceNo}${facts.issueDate ? ` vom ${day(facts.issueDate)}` : ''}`
    : `Ihre Datei „${facts.fileName}“`;
  const amount = facts.gross === null ? '' : ` über ${money(facts.gross)} ${facts.currency ?? 'EUR'}`;
  const reasons = facts.findings.map((finding, index) => {
    const source = [finding.id, ...finding.terms].join(', ');
    return `${index + 1}. ${finding.message} (${source})`;
  });
  const asksForLeitwegId = facts.findings.some((one) => one.terms.includes('BT-10') || one.id === 'BR-DE-15');
  const paragraphs = [
    'Sehr geehrte Damen und Herren,',
    `${invoice}${amount} ist am ${day(facts.receivedOn)} bei uns eingegangen. Wir können sie so nicht annehmen und geben sie Ihnen zurück.`,
    ...(reasons.length > 0 ? [`Bei der Prüfung ist uns Folgendes aufgefallen:\n\n${reasons.join('\n')}`] : []),
    ...(facts.note.trim() === '' ? [] : [facts.note.trim()]),
    ...(asksForLeitwegId && facts.leitwegIds.length > 0
      ? [
          `Unsere Leitweg-ID lautet ${facts.leitwegIds.join(' oder ')}. Sie gehört in das Feld „Käuferreferenz“ (BT-10).`,
        ]
      : []),
    'Bitte senden Sie uns eine berichtigte Rechnung. Die zurückgegebene Rechnung haben wir nicht gebucht.',
    `Bei Rückfragen nennen Sie bitte unser Zeichen ${facts.number}.`,
    `Mit freundlichen Grüßen\n${facts.clientName}\nFinanzbuchhaltung`,
  ];
  return {
    subject: `Rückgabe: ${facts.invoiceNo ? `Rechnung ${facts.invoiceNo}` : facts.fileName} (unser Zeichen ${facts.number})`,
    body: `${paragraphs.join('\n\n')}\n`,
  };
}
