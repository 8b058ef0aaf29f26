import { type InvoiceFacts, type OwnInvoice, type OwnLine, totalsOf } from '@lib/invoicing';

/** A municipality with everything that its invoices need. */
export const SELLER: InvoiceFacts['seller'] = {
  name: 'Gemeinde Ahlenbrück',
  address: { street: 'Rathausplatz 1', postcode: '48999', city: 'Ahlenbrück' },
  department: 'Fachbereich Finanzen',
  officialKey: '05999004',
  vatId: 'DE123456788',
  taxNumber: '337/5999/0048',
  creditorIdentifier: 'DE98ZZZ09999999999',
  contact: { name: 'Ada Alster', phone: '02599 1234-21', email: 'rechnung@ahlenbrueck.example' },
  endpoint: { scheme: 'EM', value: 'rechnung@ahlenbrueck.example' },
  colour: '#1f5f8b',
  arms: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 72"><path d="M2 2h56v38c0 16-14 26-28 30C16 66 2 56 2 40z" fill="#1f5f8b" stroke="#111111" stroke-width="2"/><path d="M8 46q7-6 14 0t14 0 14 0v6q-7 6-14 0t-14 0-14 0z" fill="#ffffff"/><path d="M12 30h36v6H12zM18 18h6v12h-6zM36 18h6v12h-6z" fill="#f2c230"/></svg>',
};

export const COMPANY: InvoiceFacts['buyer'] = {
  number: 'P000017',
  kind: 'company',
  name: 'Fahrradhaus Müller & Söhne GmbH',
  vatId: 'DE999999999',
  leitwegId: null,
  endpoint: { scheme: 'EM', value: 'buchhaltung@fahrradhaus.example' },
  address: { street: 'Gewerbering 12', addition: '', postalCode: '48999', city: 'Ahlenbrück', country: 'DE' },
};

export const NEIGHBOUR: InvoiceFacts['buyer'] = {
  number: 'P000023',
  kind: 'public-body',
  name: 'Gemeinde Brakenfeld',
  vatId: null,
  leitwegId: '05711-06001-79',
  endpoint: { scheme: '0204', value: '05711-06001-79' },
  address: {
    street: 'Kirchstraße 4',
    addition: 'Fachbereich 3',
    postalCode: '48998',
    city: 'Brakenfeld',
    country: 'DE',
  },
};

export const line = (more: Partial<OwnLine> = {}): OwnLine => ({
  text: 'Miete Ladenlokal Marktplatz 3',
  description: null,
  quantity: '1',
  unit: 'MON',
  price: '850.00',
  vat: { category: 'E', rate: '0', reason: 'Steuerfrei nach § 4 Nr. 12 Buchst. a UStG' },
  account: '4411',
  product: null,
  costCentre: null,
  serviceFrom: null,
  serviceTo: null,
  ...more,
});

const draft = (more: Partial<OwnInvoice>): OwnInvoice => ({
  kind: 'invoice',
  partnerId: '00000000-0000-4000-8000-000000000017',
  corrects: null,
  serviceFrom: '2026-03-01',
  serviceTo: '2026-03-31',
  dueOn: null,
  buyerReference: null,
  orderReference: null,
  contractReference: null,
  buyerAccountingReference: null,
  method: 'transfer',
  mandate: null,
  bankAccountId: null,
  skonto: [],
  introduction: null,
  closing: null,
  claimsAccount: null,
  lines: [line()],
  ...more,
});

export function factsOf(wish: Partial<OwnInvoice>, more: Partial<InvoiceFacts> = {}): InvoiceFacts {
  const whole = draft(wish);
  const buyer = more.buyer ?? COMPANY;
  return {
    number: 'AR-2026-00007',
    issueDate: '2026-03-16',
    dueOn: '2026-04-15',
    draft: whole,
    totals: totalsOf(whole.lines),
    seller: SELLER,
    account: { name: 'Sparkasse Beispielland', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
    buyer,
    buyerReference: whole.buyerReference ?? buyer.leitwegId ?? buyer.number,
    preceding: null,
    ...more,
  };
}

const standard = { category: 'S', rate: '19', reason: null } as const;
const reduced = { category: 'S', rate: '7', reason: null } as const;
const preceding = { number: 'AR-2026-00003', issueDate: '2026-02-02' };
const SOVEREIGN = { category: 'O', rate: '0', reason: null } as const;

/** What municipalities bill, one case each. */
export const CASES: Record<string, InvoiceFacts> = {
  rent: factsOf({ contractReference: 'MV-2019-004' }),
  'service with 19 and 7 per cent': factsOf({
    introduction: 'für die Nutzung der Festhalle am 14. März 2026 berechnen wir Ihnen:',
    lines: [
      line({
        text: 'Überlassung Festhalle mit Bühnentechnik',
        unit: 'HUR',
        quantity: '6.5',
        price: '84.0336',
        vat: standard,
        account: '4461',
      }),
      line({
        text: 'Heizpilz, Tagesmiete',
        description: 'einschließlich Gasflasche',
        unit: 'C62',
        quantity: '3',
        price: '39.90',
        vat: standard,
        account: '4461',
      }),
      line({
        text: 'Ortschronik „800 Jahre Ahlenbrück“',
        unit: 'C62',
        quantity: '25',
        price: '18.6916',
        vat: reduced,
        account: '4421',
      }),
      line({
        text: 'Nachlass für Vereine',
        unit: 'LS',
        quantity: '-1',
        price: '50.00',
        vat: standard,
        account: '4461',
      }),
    ],
    closing: 'Bitte geben Sie den Schlüssel bis zum 31.03.2026 im Bürgerbüro ab.',
  }),
  'exempt under § 4 UStG': factsOf({
    lines: [
      line(),
      line({ text: 'Vorauszahlung Nebenkosten', price: '145.50' }),
      line({
        text: 'Kursgebühr Volkshochschule',
        unit: 'C62',
        quantity: '2',
        price: '49.00',
        account: '4461',
        vat: { category: 'E', rate: '0', reason: 'Steuerfrei nach § 4 Nr. 22 Buchst. a UStG' },
      }),
    ],
  }),
  'sovereign cost charge': factsOf(
    {
      introduction: 'Erstattung der Kosten des gemeinsamen Standesamts, Abrechnung 2025.',
      serviceFrom: '2025-01-01',
      serviceTo: '2025-12-31',
      orderReference: 'B-2025-118',
      lines: [
        line({
          text: 'Personalkosten, Anteil Brakenfeld',
          description: '38,2 v. H. von 96.480,00 €',
          unit: 'LS',
          price: '36855.36',
          vat: SOVEREIGN,
          account: '4482',
        }),
        line({ text: 'Sachkosten, Anteil Brakenfeld', unit: 'LS', price: '4120.00', vat: SOVEREIGN, account: '4482' }),
      ],
    },
    { buyer: NEIGHBOUR },
  ),
  'small credit note': factsOf(
    {
      kind: 'credit-note',
      corrects: '00000000-0000-4000-8000-000000000003',
      lines: [line({ text: 'Ein Heizpilz war defekt', unit: 'C62', price: '39.90', vat: standard, account: '4461' })],
    },
    { preceding },
  ),
  correction: factsOf(
    {
      kind: 'correction',
      corrects: '00000000-0000-4000-8000-000000000003',
      lines: [
        line({
          text: 'Stunden laut Nachweis',
          unit: 'HUR',
          quantity: '2.25',
          price: '84.0336',
          vat: standard,
          account: '4461',
        }),
        line({
          text: 'zurückgenommen: Pauschale',
          unit: 'LS',
          quantity: '-1',
          price: '60.00',
          vat: standard,
          account: '4461',
        }),
      ],
    },
    { preceding },
  ),
  Skonto: factsOf({
    skonto: [
      { days: 10, percent: '2' },
      { days: 20, percent: '1.00' },
    ],
    lines: [
      line({
        text: 'Brennholz Buche, ofenfertig',
        unit: 'MTQ',
        quantity: '12',
        price: '118.00',
        vat: reduced,
        account: '4421',
      }),
    ],
  }),
  'direct debit': factsOf({
    method: 'direct-debit',
    mandate: { reference: 'M-2021-0456', iban: 'DE75512108001245126199' },
    lines: [line(), line({ text: 'Stellplatz 14', price: '59.50', vat: standard })],
  }),
  'the recipient owes the tax': factsOf({
    lines: [
      line({
        text: 'Entsorgung Altmetall',
        unit: 'TNE',
        quantity: '1.25',
        price: '210.00',
        vat: { category: 'AE', rate: '0', reason: null },
        account: '4421',
      }),
    ],
  }),
};
