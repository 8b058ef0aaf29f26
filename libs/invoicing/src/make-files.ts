import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { checkTotals, readEInvoice, UnwritableText, writeCii, writeUbl } from '@lib/einvoice';
import { type FieldRefusal, Problem } from '@lib/kernel';
import { addDays } from './gather.js';
import { eInvoiceOf } from './e-invoice-of.js';
import { epcCode } from './epc-code.js';
import type { InvoiceFacts } from './invoice-facts.js';
import type { FileKind } from './invoicing.store.js';
import { letterDocument } from './letter-document.js';
import { asksForMoney } from './own-invoice.js';
import { printLetter } from './print-letter.js';
import { invoicingProblems } from './problems.js';

/**
 * The files of an invoice: UBL, CII, and the letter that carries the CII. What comes out is read back and judged by the same
 * rules as an invoice that comes in: what they refuse does not leave the house.
 * @param cancels whether it takes a whole invoice back
 * @throws Problem CharacterNotWritable, InvoiceIncomplete with the rules that are broken
 */
export async function makeFiles(
  facts: InvoiceFacts,
  { cancels, at }: { cancels: boolean; at: Date },
): Promise<Record<FileKind, Uint8Array>> {
  const { ubl, cii } = writtenOf(facts);
  const refusals = [...judged(ubl), ...judged(cii)];
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
  return letterDocument(facts, { epcCode: code, cancels, dayAfter: (days) => addDays(facts.issueDate, days) });
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

/** What stands against a file, in words; empty for a file that any receiver takes. */
export function judged(bytes: Uint8Array): FieldRefusal[] {
  const broken = (id: string, de: string, en: string): FieldRefusal => ({
    pointer: '',
    code: 'RuleBroken',
    params: { id, de, en },
  });
  const reading = readEInvoice(bytes);
  if (reading.outcome !== 'read') {
    return [broken(reading.fault.code, reading.fault.message.de, reading.fault.message.en)];
  }
  return [
    ...reading.structure.map((fault) => broken(fault.code, fault.message.de, fault.message.en)),
    ...checkTotals(reading.invoice).differences.map((difference) =>
      broken(difference.term, difference.message.de, difference.message.en),
    ),
  ];
}
