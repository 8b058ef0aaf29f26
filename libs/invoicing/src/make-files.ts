import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import {
  checkEInvoice,
  checkTotals,
  type Finding,
  readEInvoice,
  UnwritableText,
  writeCii,
  writeUbl,
} from '@lib/einvoice';
import { type FieldRefusal, type Language, type LocalDate, Problem } from '@lib/kernel';
import { addDays } from './gather.js';
import { eInvoiceOf } from './e-invoice-of.js';
import { epcCode } from './epc-code.js';
import type { InvoiceFacts } from './invoice-facts.js';
import type { FileKind } from './invoicing.store.js';
import { letterDocument } from './letter-document.js';
import { asksForMoney } from './own-invoice.js';
import { printableIn } from './printable.js';
import { printLetter } from './print-letter.js';
import { invoicingProblems } from './problems.js';

/**
 * The files of an invoice: UBL, CII, and the letter that carries the CII. What comes out is read back and judged by the same
 * rules as an invoice that comes in: what they refuse does not leave the house.
 * @param options `cancels`: whether it takes a whole invoice back; `language` of what is refused
 * @throws Problem CharacterNotWritable, InvoiceIncomplete with the rules that are broken
 */
export async function makeFiles(
  facts: InvoiceFacts,
  { cancels, at, language }: { cancels: boolean; at: Date; language: Language },
): Promise<Record<FileKind, Uint8Array>> {
  const { ubl, cii } = writtenOf(facts);
  const refusals = [...judged(ubl, facts.issueDate, language), ...judged(cii, facts.issueDate, language)];
  if (refusals.length > 0) {
    const once = new Map(refusals.map((refusal) => [String(refusal.params['id']), refusal]));
    throw new Problem('InvoiceIncomplete', {}, [...once.values()]);
  }
  return { ubl, cii, pdf: await printLetter(await letterOf(facts, cancels), cii, at) };
}

/** The letter with the code that a banking app reads. */
export async function letterOf(facts: InvoiceFacts, cancels: boolean): Promise<TDocumentDefinitions> {
  const { draft, totals, account, seller } = facts;
  const pays = asksForMoney(draft, totals) && draft.method === 'transfer' && account !== null;
  const code = pays
    ? await epcCode({
        holder: seller.name,
        iban: account.iban,
        bic: account.bic,
        amount: totals.gross,
        purpose: facts.number,
      })
    : null;
  const shown = { ...printableIn(facts), seller: { ...printableIn(seller), arms: seller.arms } };
  return letterDocument(shown, { epcCode: code, cancels, dayAfter: (days) => addDays(facts.issueDate, days) });
}

function writtenOf(facts: InvoiceFacts): { ubl: Uint8Array; cii: Uint8Array } {
  try {
    const invoice = eInvoiceOf(facts);
    return { ubl: writeUbl(invoice), cii: writeCii(invoice) };
  } catch (error) {
    if (error instanceof UnwritableText) throw invoicingProblems.CharacterNotWritable({ value: error.character });
    throw error;
  }
}

/** Where a business term is mended in the draft, for what the rules of the table say. */
const FIELDS: Record<string, string> = {
  'BT-9': '/dueOn',
  'BT-10': '/buyerReference',
  'BT-13': '/orderReference',
  'BT-12': '/contractReference',
  'BT-20': '/skonto',
  'BT-25': '/corrects',
  'BT-29': '/seller/officialKey',
  'BT-31': '/seller/vatId',
  'BT-32': '/seller/taxNumber',
  'BT-34': '/seller/contact',
  'BT-37': '/seller/address',
  'BT-38': '/seller/address',
  'BT-41': '/seller/contact',
  'BT-42': '/seller/contact',
  'BT-43': '/seller/contact',
  'BT-44': '/partnerId',
  'BT-48': '/partnerId',
  'BT-49': '/partnerId',
  'BT-52': '/partnerId',
  'BT-53': '/partnerId',
  'BT-55': '/partnerId',
  'BT-73': '/serviceFrom',
  'BT-74': '/serviceTo',
  'BT-84': '/bankAccountId',
  'BT-86': '/bankAccountId',
  'BT-89': '/mandate/reference',
  'BT-90': '/seller/creditorIdentifier',
  'BT-91': '/mandate/iban',
  'BG-6': '/seller/contact',
  'BG-16': '/method',
};

function pointerOf({ terms, invoiceLine }: Pick<Finding, 'terms' | 'invoiceLine'>): string {
  const field = terms.map((term) => FIELDS[term]).find((pointer) => pointer !== undefined);
  if (field !== undefined) return field;
  return invoiceLine !== null && /^\d+$/.test(invoiceLine) ? `/lines/${Number(invoiceLine) - 1}` : '/lines';
}

/**
 * What stands against a file, in words: everything that the rule table counts as an error, and every cent that the own
 * recomputation misses. Empty for a file that any receiver takes.
 * @param on the day that chooses the release of the rules
 * @param language of the rules' words
 */
export function judged(bytes: Uint8Array, on: LocalDate, language: Language = 'de'): FieldRefusal[] {
  const broken = (id: string, words: Record<Language, string>, pointer: string): FieldRefusal => ({
    pointer,
    code: 'RuleBroken',
    params: { id, message: words[language] },
  });
  const reading = readEInvoice(bytes);
  const { decision, findings } = checkEInvoice(reading, { receivedOn: on, bytes });
  const refusals = findings
    .filter(({ level, id }) => level === 'error' || id.startsWith('FZ-TOTAL'))
    .map((finding) => broken(finding.id, finding.message, pointerOf(finding)));
  if (reading.outcome === 'read') {
    for (const { term, message } of checkTotals(reading.invoice).differences) {
      refusals.push(broken(term, message, '/lines'));
    }
  }
  if (refusals.length > 0 || decision === 'accept') return refusals;
  // never to be seen: the edition is ours and the time ample
  return [
    broken(decision, { de: 'Die Prüfung wurde nicht fertig.', en: 'The check did not come to an end.' }, '/lines'),
  ];
}
