import type { Coding, DocumentRow } from '../../api/document-types';

/*
 * An internal allocation moves cost and revenue between products: nobody is paid, so what is left to pay is nothing and there is
 * no supplier. What it is about is its whole amount, and who it is with is ourselves.
 */

/** The amount that a document is about, as people name it. */
export const amountOf = (document: Pick<DocumentRow, 'kind' | 'payable' | 'gross'>): string | null =>
  document.kind === 'internal' ? document.gross : (document.payable ?? document.gross);

/** Whom a document is with; `internally` is said of what stays in the house. Empty where nothing is known yet. */
export const counterpartOf = (document: Pick<DocumentRow, 'kind' | 'supplierName'>, internally: string): string =>
  document.kind === 'internal' ? internally : document.supplierName;

/** Whether a coding is cleared on accounts of our own alone, so that nobody is owed anything. */
export const staysInHouse = (coding: Pick<Coding, 'method' | 'prepaid'>): boolean =>
  coding.method === 'none' && coding.prepaid.length > 0 && coding.prepaid.every((part) => !!part.account);
