import {
  Amount,
  DecimalText,
  type Identifier,
  type Invoice,
  type Party,
  Quantity,
  writeCii,
  writeUbl,
} from '@lib/einvoice';
import { type Cents, formatEuro, type LocalDate } from '@lib/kernel';

/** An invented supplier as its invoices name it. */
export interface InventedSupplier {
  name: string;
  vatId: string;
  street: string;
  postcode: string;
  city: string;
  iban: string | null;
  contact: string;
}

/** An invented buyer: one of the demonstration's municipalities. */
export interface InventedBuyer {
  name: string;
  reference: string;
  street: string;
  postcode: string;
  city: string;
  email: string;
}

export interface InvoicedLine {
  name: string;
  /** Net cents of the line; quantity 1. */
  net: Cents;
  rate?: '19' | '7' | '0';
  /** Default: S, or Z where the rate is 0. */
  category?: 'S' | 'Z' | 'E' | 'AE';
  reference?: string;
  from?: LocalDate;
  to?: LocalDate;
}

export interface SupplierInvoice {
  number: string;
  /** 380, 381, 384, 875, 877 … */
  typeCode?: string;
  issueDate: LocalDate;
  dueDate?: LocalDate | null;
  terms?: string | null;
  seller: InventedSupplier;
  buyer: InventedBuyer;
  lines: InvoicedLine[];
  reference?: string | null;
  contract?: string | null;
  /** Numbers of earlier invoices (BG-3). */
  preceding?: string[];
  prepaid?: Cents;
  paymentMeans?: '58' | '59';
  /** Left out to make a mistake: the buyer reference (BT-10). */
  withoutBuyerReference?: boolean;
  /** Cents added to the total VAT: an invoice whose sums do not add up. */
  wrongTax?: Cents;
}

const money = (cents: Cents): Amount => new Amount(formatEuro(cents), 'EUR');
const day = (iso: LocalDate) => ({ iso, raw: iso, format: null });
const id = (value: string, scheme: string | null = null): Identifier => ({ value, scheme, schemeVersion: null });
const categoryOf = (line: InvoicedLine): string => line.category ?? (line.rate === '0' ? 'Z' : 'S');

function party(base: { name: string; street: string; postcode: string; city: string }, more: Partial<Party>): Party {
  return {
    name: base.name,
    tradingName: null,
    ids: [],
    legalId: null,
    vatId: null,
    taxNumber: null,
    taxRegistrations: [],
    legalInformation: null,
    electronicAddress: null,
    address: {
      line1: base.street,
      line2: null,
      line3: null,
      city: base.city,
      postcode: base.postcode,
      subdivision: null,
      country: 'DE',
      source: null,
    },
    contact: null,
    source: null,
    ...more,
  };
}

/** An XRechnung 3.0 of an invented supplier in the terms of the model; its sums follow from its lines. */
export function supplierInvoice(wish: SupplierInvoice): Invoice {
  const groups = new Map<string, { category: string; rate: string; base: Cents }>();
  for (const line of wish.lines) {
    const [category, rate] = [categoryOf(line), line.rate ?? '19'];
    const key = `${category} ${rate}`;
    const known = groups.get(key);
    if (known) known.base += line.net;
    else groups.set(key, { category, rate, base: line.net });
  }
  const half = (value: Cents): Cents => (value < 0n ? -((-value + 50n) / 100n) : (value + 50n) / 100n);
  const breakdown = [...groups.values()].map((group) => ({ ...group, tax: half(group.base * BigInt(group.rate)) }));
  const net = wish.lines.reduce((sum, line) => sum + line.net, 0n);
  const tax = breakdown.reduce((sum, group) => sum + group.tax, 0n) + (wish.wrongTax ?? 0n);
  const prepaid = wish.prepaid ?? 0n;
  const vatGroups = breakdown.map((group) => ({
    taxableAmount: money(group.base),
    taxAmount: money(group.tax),
    category: group.category,
    rate: new DecimalText(group.rate),
    exemptionReason:
      group.category === 'AE'
        ? 'Steuerschuldnerschaft des Leistungsempfängers'
        : group.category === 'E'
          ? 'Steuerfrei'
          : null,
    exemptionReasonCode: null,
    taxScheme: 'VAT',
    source: null,
  }));
  const debit = wish.paymentMeans === '59';
  const directDebit = debit
    ? {
        mandateReference: 'M-0815',
        creditorId: 'DE98ZZZ09999999999',
        debitedAccount: 'DE02120300000000202051',
        source: null,
      }
    : null;
  const recipientOwes = wish.lines.some((line) => line.category === 'AE');
  return {
    syntax: null,
    specificationId: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    businessProcess: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    number: wish.number,
    issueDate: day(wish.issueDate),
    typeCode: wish.typeCode ?? '380',
    currency: 'EUR',
    taxCurrency: null,
    taxPointDate: null,
    taxPointDateCode: null,
    dueDate: wish.dueDate ? day(wish.dueDate) : null,
    buyerReference: wish.withoutBuyerReference ? null : wish.buyer.reference,
    projectReference: null,
    contractReference: wish.contract ?? null,
    purchaseOrderReference: null,
    salesOrderReference: null,
    receivingAdviceReference: null,
    despatchAdviceReference: null,
    tenderReference: null,
    invoicedObject: null,
    buyerAccountingReference: wish.reference ?? null,
    paymentTerms: wish.terms ?? null,
    notes: [],
    precedingInvoices: (wish.preceding ?? []).map((number) => ({ number, issueDate: null, source: null })),
    seller: party(wish.seller, {
      vatId: wish.seller.vatId,
      taxRegistrations: [id(wish.seller.vatId, 'VAT')],
      electronicAddress: id(`rechnung@${wish.seller.vatId.toLowerCase()}.example`, 'EM'),
      contact: {
        name: wish.seller.contact,
        phone: '+49 999 1234',
        email: `rechnung@${wish.seller.vatId.toLowerCase()}.example`,
        source: null,
      },
    }),
    buyer: party(wish.buyer, {
      electronicAddress: id(wish.buyer.email, 'EM'),
      ...(recipientOwes && { vatId: 'DE999999999', taxRegistrations: [id('DE999999999', 'VAT')] }),
    }),
    payee: null,
    taxRepresentative: null,
    delivery: wish.lines.some((line) => line.from)
      ? null
      : { name: null, locationId: null, date: day(wish.issueDate), address: null, source: null },
    invoicingPeriod: null,
    paymentMeans: [
      {
        typeCode: wish.paymentMeans ?? '58',
        text: null,
        remittanceInformation: wish.number,
        accounts:
          debit || wish.seller.iban === null
            ? []
            : [{ accountId: wish.seller.iban, kind: 'iban', accountName: wish.seller.name, bic: null, source: null }],
        card: null,
        directDebit,
        source: null,
      },
    ],
    remittanceInformation: wish.number,
    directDebit,
    allowances: [],
    charges: [],
    totals: {
      lineNet: money(net),
      allowances: null,
      charges: null,
      net: money(net),
      vat: money(tax),
      vatInTaxCurrency: null,
      gross: money(net + tax),
      prepaid: prepaid === 0n ? null : money(prepaid),
      rounding: null,
      payable: money(net + tax - prepaid),
      source: null,
    },
    vatTotals: [{ amount: money(tax), breakdown: vatGroups, source: null }],
    vatBreakdown: vatGroups,
    supportingDocuments: [],
    thirdPartyPayments: [],
    lines: wish.lines.map((line, index) => {
      const vat = {
        category: categoryOf(line),
        rate: new DecimalText(line.rate ?? '19'),
        taxScheme: 'VAT',
        source: null,
      };
      return {
        id: String(index + 1),
        note: null,
        objectId: null,
        quantity: new Quantity(line.net < 0n ? '-1' : '1', 'C62'),
        netAmount: money(line.net),
        orderLineReference: null,
        accountingReference: line.reference ?? null,
        period: line.from && line.to ? { start: day(line.from), end: day(line.to), source: null } : null,
        allowances: [],
        charges: [],
        price: {
          net: money(line.net < 0n ? -line.net : line.net),
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
          name: line.name,
          description: null,
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
    }),
    source: null,
  };
}

/** The invoice as a file, in one of the two syntaxes. */
export function supplierFile(wish: SupplierInvoice, syntax: 'ubl' | 'cii' = 'ubl'): Buffer {
  const invoice = supplierInvoice(wish);
  return Buffer.from(syntax === 'ubl' ? writeUbl(invoice) : writeCii(invoice));
}
