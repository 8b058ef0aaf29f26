import { type FileKind, invoiceToPlain } from '@lib/einvoice';
import type { Alarm, DocumentFileKind } from '../document/document.js';
import type { StoredFinding } from '../document/document.store.js';
import { factsOf, searchableText } from '../document/invoice-facts.js';
import type { ReadFile } from '../reading/read-file.js';
import type { Reading } from './reading.js';

const MIME: Partial<Record<FileKind, string>> = {
  xml: 'application/xml',
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  eml: 'message/rfc822',
};

function fileKindOf(file: ReadFile): DocumentFileKind {
  switch (file.kind) {
    case 'xml':
      return 'xml';
    case 'pdf':
      return file.embeddedXml || file.embeddedXmlNames.length > 0 ? 'hybrid-pdf' : 'pdf';
    case 'png':
    case 'jpeg':
    case 'tiff':
    case 'other-image':
      return 'image';
    case 'eml':
      return 'mail';
    default:
      return 'other';
  }
}

/** Findings of ours that are alarms of the inbox. */
const ALARM_BY_FINDING: Record<string, Alarm> = {
  'FZ-PDF-VISIBLE': 'VisibleDiffers',
  'FZ-TIME': 'Incomplete',
  'FZ-MEMORY': 'Incomplete',
  'FZ-INCOMPLETE': 'Incomplete',
};
/** Our own exact recomputation of the sums; the rules' tolerances are wide. */
const OWN_SUMS = /^FZ-(SUM|TOTAL|CALC)/;

/** What the reader found, in the terms of the inbox. */
export function readingOf(file: ReadFile): Reading {
  const findings: StoredFinding[] = file.findings.map((finding) => ({
    id: finding.id,
    severity: finding.severity,
    message: finding.message,
    hint: finding.hint,
    terms: finding.terms,
    where: finding.where,
    official: finding.official,
  }));
  const alarms = new Set<Alarm>();
  for (const { id } of findings) {
    if (ALARM_BY_FINDING[id]) alarms.add(ALARM_BY_FINDING[id]);
    if (OWN_SUMS.test(id)) alarms.add('TotalsDiffer');
  }
  const invoice = file.invoice;
  const read = invoice !== null && (file.decision !== 'not-en16931' || invoice.number !== null);
  return {
    fileKind: fileKindOf(file),
    mime: MIME[file.kind] ?? 'application/octet-stream',
    quarantined: file.quarantined,
    findings,
    alarms: [...alarms],
    decision: file.decision,
    legalClass: file.legalClass,
    edition: file.edition,
    facts: read ? factsOf(invoice) : null,
    invoice: read ? invoiceToPlain(invoice) : null,
    // The text of an XML file has every word of the record already; a PDF's has what its pages show.
    text: [
      file.kind !== 'xml' && invoice ? searchableText(invoice) : '',
      file.text,
      file.mail ? mailText(file.mail) : '',
    ]
      .filter((one) => one !== '')
      .join('\n'),
    pages: file.pages ?? 0,
    suggestions: {
      ...(file.suggestions.length > 0 && {
        candidates: file.suggestions.map(({ field, value, line, page, weight }) => ({
          field,
          value,
          line,
          page,
          weight,
        })),
      }),
      ...(file.mail && {
        mail: {
          from: file.mail.from,
          recipients: file.mail.recipients,
          subject: file.mail.subject,
          date: file.mail.date,
          text: file.mail.text,
        },
      }),
    },
    embeddedXml: file.embeddedXml,
    attachments: file.attachments.map((one) => ({
      no: one.no,
      name: one.name,
      mime: (one.trusted && one.mimeType) || 'application/octet-stream',
      size: one.size,
    })),
    mail: file.mail
      ? {
          from: file.mail.from,
          fromAddress: file.mail.fromAddress,
          recipients: file.mail.recipients,
          subject: file.mail.subject,
          date: file.mail.date,
          messageId: file.mail.messageId,
          text: file.mail.text,
          files: file.mail.parts.map((part) => ({ name: part.name, bytes: part.bytes })),
        }
      : null,
  };
}

const mailText = (mail: NonNullable<ReadFile['mail']>): string =>
  [mail.from, mail.subject, mail.text].filter(Boolean).join('\n');
