import {
  Amount,
  type DateValue,
  DecimalText,
  type Identifier,
  type Invoice,
  type InvoiceLine,
  type Party,
  Quantity,
  type VatCategory,
} from '@lib/einvoice';
import { type Cents, formatEuro, type LocalDate } from '@lib/kernel';
import type { InvoiceFacts } from './invoice-facts.js';
import { asksForMoney, type OwnLine, plainRate, TYPE_CODES, type VatCategoryCode } from './own-invoice.js';
import { printedDay, spaced } from './printed.js';
import type { ElectronicAddress } from './parties.js';

/** BT-24 of XRechnung 3.0. */
export const XRECHNUNG = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
/** BT-23: invoicing without anything special about it. */
const BILLING = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

/** BT-121 for the categories that have one code only. */
const EXEMPTION_CODES: Partial<Record<VatCategoryCode, string>> = { O: 'VATEX-EU-O', AE: 'VATEX-EU-AE' };

const amount = (value: Cents): Amount => new Amount(formatEuro(value), 'EUR');
const date = (iso: LocalDate | null): DateValue | null => (iso === null ? null : { iso, raw: iso, format: null });
const id = (value: string, scheme: string | null = null): Identifier => ({ value, scheme, schemeVersion: null });
/** A text that says something: an empty element breaks PEPPOL-EN16931-R008. */
const stated = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);
const electronic = (address: ElectronicAddress | null): Identifier | null =>
  address === null ? null : id(address.value, address.scheme);

/**
 * An own invoice as an XRechnung in business terms. Without VAT in its scope (category O) no VAT id may stand in it
 * (BR-O-02); the municipality is then named by its official key.
 */
export function eInvoiceOf(facts: InvoiceFacts): Invoice {
  const { draft, totals } = facts;
  const pays = asksForMoney(draft, totals);
  const directDebit =
    pays && draft.method === 'direct-debit' && draft.mandate !== null
      ? {
          mandateReference: draft.mandate.reference,
          creditorId: facts.seller.creditorIdentifier,
          debitedAccount: draft.mandate.iban,
          source: null,
        }
      : null;
  const vatBreakdown = totals.groups.map((group) => ({
    taxableAmount: amount(group.net),
    taxAmount: amount(group.tax),
    category: group.category,
    rate: new DecimalText(group.rate),
    // BR-Z-10: the zero rate is a rate, not an exemption; the letter names its paragraph all the same
    exemptionReason: group.category === 'Z' ? null : group.reason,
    exemptionReasonCode: EXEMPTION_CODES[group.category] ?? null,
    taxScheme: 'VAT',
    source: null,
  }));
  const vat = amount(totals.tax);
  return {
    syntax: null,
    specificationId: XRECHNUNG,
    businessProcess: BILLING,
    number: facts.number,
    issueDate: date(facts.issueDate),
    typeCode: TYPE_CODES[draft.kind],
    currency: 'EUR',
    taxCurrency: null,
    taxPointDate: null,
    taxPointDateCode: null,
    dueDate: date(facts.dueOn),
    buyerReference: facts.buyerReference,
    projectReference: null,
    contractReference: draft.contractReference,
    purchaseOrderReference: draft.orderReference,
    salesOrderReference: null,
    receivingAdviceReference: null,
    despatchAdviceReference: null,
    tenderReference: null,
    invoicedObject: null,
    buyerAccountingReference: draft.buyerAccountingReference,
    paymentTerms: paymentTerms(facts),
    notes: [draft.introduction, draft.closing].flatMap((text) =>
      stated(text) === null ? [] : [{ subjectCode: null, text, source: null }],
    ),
    precedingInvoices:
      facts.preceding === null
        ? []
        : [{ number: facts.preceding.number, issueDate: date(facts.preceding.issueDate), source: null }],
    seller: seller(facts),
    buyer: buyer(facts),
    payee: null,
    taxRepresentative: null,
    delivery: null,
    invoicingPeriod:
      draft.serviceFrom === null && draft.serviceTo === null
        ? null
        : { start: date(draft.serviceFrom), end: date(draft.serviceTo), source: null },
    paymentMeans: [
      {
        // 97: what we owe back is set off; our own account would be misleading there
        typeCode: !pays ? '97' : directDebit !== null ? '59' : '58',
        text: null,
        remittanceInformation: facts.number,
        accounts:
          !pays || directDebit !== null || facts.account === null
            ? []
            : [
                {
                  accountId: facts.account.iban,
                  kind: 'iban',
                  accountName: facts.seller.name,
                  bic: facts.account.bic,
                  source: null,
                },
              ],
        card: null,
        directDebit,
        source: null,
      },
    ],
    remittanceInformation: facts.number,
    directDebit,
    allowances: [],
    charges: [],
    totals: {
      lineNet: amount(totals.net),
      allowances: null,
      charges: null,
      net: amount(totals.net),
      vat,
      vatInTaxCurrency: null,
      gross: amount(totals.gross),
      prepaid: null,
      rounding: null,
      payable: amount(totals.gross),
      source: null,
    },
    vatTotals: [{ amount: vat, breakdown: vatBreakdown, source: null }],
    vatBreakdown,
    supportingDocuments: [],
    thirdPartyPayments: [],
    lines: draft.lines.map((line, index) => lineOf(line, index, totals.lines[index]!)),
    source: null,
  };
}

/** BT-20: words for people, then one line for each stage of Skonto, ended by a line break as BR-DE-18 wants it. */
function paymentTerms(facts: InvoiceFacts): string {
  const { draft } = facts;
  const due = printedDay(facts.dueOn);
  const words = !asksForMoney(draft, facts.totals)
    ? 'Der Betrag wird mit offenen Forderungen verrechnet oder erstattet.'
    : draft.mandate !== null && draft.method === 'direct-debit'
      ? `Der Betrag wird am ${due} zum Mandat ${draft.mandate.reference} vom Konto ${spaced(draft.mandate.iban)} eingezogen.`
      : `Zahlbar bis zum ${due} ohne Abzug.`;
  const stages = draft.skonto.map(
    ({ days, percent }) => `#SKONTO#TAGE=${days}#PROZENT=${new DecimalText(percent).value!.toFixed(2)}#\n`,
  );
  return stages.length === 0 ? words : `${words}\n${stages.join('')}`;
}

const outOfScope = (facts: InvoiceFacts): boolean => facts.totals.groups.some((group) => group.category === 'O');

function seller(facts: InvoiceFacts): Party {
  const { seller, totals } = facts;
  const silent = outOfScope(facts);
  const vatId = silent ? null : seller.vatId;
  const taxNumber = silent && totals.tax === 0n ? null : seller.taxNumber;
  return {
    name: seller.name,
    tradingName: null,
    ids: vatId === null && seller.officialKey !== null ? [id(seller.officialKey)] : [],
    legalId: null,
    vatId,
    taxNumber,
    taxRegistrations: [
      ...(vatId === null ? [] : [id(vatId, 'VAT')]),
      ...(taxNumber === null ? [] : [id(taxNumber, 'FC')]),
    ],
    legalInformation: null,
    electronicAddress: electronic(seller.endpoint),
    address: {
      line1: seller.address.street || null,
      line2: null,
      line3: null,
      city: seller.address.city || null,
      postcode: seller.address.postcode || null,
      subdivision: null,
      country: 'DE',
      source: null,
    },
    contact: { ...seller.contact, source: null },
    source: null,
  };
}

function buyer(facts: InvoiceFacts): Party {
  const { buyer } = facts;
  const vatId = outOfScope(facts) ? null : buyer.vatId;
  const { address } = buyer;
  return {
    name: buyer.name,
    tradingName: null,
    ids: [id(buyer.number)],
    legalId: null,
    vatId,
    taxNumber: null,
    taxRegistrations: vatId === null ? [] : [id(vatId, 'VAT')],
    legalInformation: null,
    electronicAddress: electronic(buyer.endpoint),
    address:
      address === null
        ? null
        : {
            line1: address.street || null,
            line2: address.addition || null,
            line3: null,
            city: address.city || null,
            postcode: address.postalCode || null,
            subdivision: null,
            country: address.country,
            source: null,
          },
    contact: null,
    source: null,
  };
}

function lineOf(line: OwnLine, index: number, net: Cents): InvoiceLine {
  const vat: VatCategory = {
    category: line.vat.category,
    // BR-O-05: outside the scope of VAT a line has no rate, not even zero.
    rate: line.vat.category === 'O' ? null : new DecimalText(plainRate(line.vat.rate)),
    taxScheme: 'VAT',
    source: null,
  };
  return {
    id: String(index + 1),
    note: null,
    objectId: null,
    quantity: new Quantity(line.quantity, line.unit),
    netAmount: amount(net),
    orderLineReference: null,
    accountingReference: null,
    period:
      line.serviceFrom === null && line.serviceTo === null
        ? null
        : { start: date(line.serviceFrom), end: date(line.serviceTo), source: null },
    allowances: [],
    charges: [],
    price: {
      net: new Amount(line.price, 'EUR'),
      discount: null,
      gross: null,
      baseQuantity: null,
      grossBaseQuantity: null,
      allowances: [],
      charges: [],
      source: null,
    },
    vat,
    vatCategories: [vat],
    item: {
      name: line.text,
      description: stated(line.description),
      sellerId: null,
      buyerId: null,
      standardId: null,
      classifications: [],
      originCountry: null,
      attributes: [],
      source: null,
    },
    subLines: [],
    parentLineId: null,
    lineKind: null,
    source: null,
  };
}
