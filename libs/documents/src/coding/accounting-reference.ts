/** What a supplier wrote down of our own coding (BT-19, BT-133), held against the client's catalogues. */
export interface ReferenceMatch {
  account: string | null;
  product: string | null;
  costCentre: string | null;
}

export interface Catalogues {
  isProduct(code: string): boolean;
  isCostCentre(code: string): boolean;
  /** A postable account of expenses or assets. */
  isAccount(number: string): boolean;
}

const LABEL = /^(kst|kostenstelle|ktr|produkt|prod|sachkonto|konto|sk)\.?$/i;

/**
 * Finds product, cost centre and account in a reference such as `111.06 / 1010`, `KST 1010` or `Konto 5241`. A word before a
 * number says what it is; otherwise a number is taken for a cost centre before an account, because that is what suppliers are
 * told (§ 4 ERechV NRW).
 */
export function matchReference(reference: string | null, known: Catalogues): ReferenceMatch {
  const found: ReferenceMatch = { account: null, product: null, costCentre: null };
  let label = '';
  for (const token of (reference ?? '').split(/[\s,;/|:+=_]+/).filter(Boolean)) {
    if (LABEL.test(token)) {
      label = token.toLowerCase();
      continue;
    }
    const meant = label;
    label = '';
    const candidates: [keyof ReferenceMatch, boolean][] = [
      ['product', known.isProduct(token) && !/^(kst|kosten|kont|sach|sk)/.test(meant)],
      ['costCentre', known.isCostCentre(token) && !/^(prod|ktr|kont|sach|sk)/.test(meant)],
      ['account', known.isAccount(token) && !/^(prod|ktr|kst|kosten)/.test(meant)],
    ];
    const [field] = candidates.find(([one, fits]) => fits && found[one] === null) ?? [];
    if (field) found[field] = token;
  }
  return found;
}
