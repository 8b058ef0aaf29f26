import { SYSTEM } from '@lib/access';
import { addSetting } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { Clock, type LocalDate, yearOf } from '@lib/kernel';
import { issueInvoice, type Issuer, type LineVat, type OwnInvoice, type OwnLine, saveDraft } from '@lib/invoicing';
import type { Author } from '@lib/ledger';
import { type DoingPerson, listPartners } from '@lib/partners';
import { addDays } from './days.js';

const EXEMPT: LineVat = { category: 'E', rate: '0', reason: 'Steuerfrei nach § 4 Nr. 12 Buchst. a UStG' };
const SOVEREIGN: LineVat = { category: 'O', rate: '0', reason: null };
const STANDARD: LineVat = { category: 'S', rate: '19', reason: null };
const REDUCED: LineVat = { category: 'S', rate: '7', reason: null };

const line = (text: string, more: Partial<OwnLine> & Pick<OwnLine, 'price' | 'vat' | 'account'>): OwnLine => ({
  text,
  description: null,
  quantity: '1',
  unit: 'C62',
  product: null,
  costCentre: null,
  serviceFrom: null,
  serviceTo: null,
  ...more,
});

interface OwnDemoInvoice extends Partial<Omit<OwnInvoice, 'lines'>>, Pick<OwnInvoice, 'lines'> {
  /** Name of one of the demonstration's partners. */
  to: string;
  /** Days before today on which it goes out; null stays a draft. */
  before: number | null;
}

const INVOICES: readonly OwnDemoInvoice[] = [
  {
    to: 'Kreis Musterland',
    before: 24,
    introduction: 'Abrechnung des Kostenanteils am gemeinsamen Standesamt.',
    orderReference: 'Vereinbarung 2019-07',
    lines: [
      line('Personalkosten, Anteil Kreis', {
        unit: 'LS',
        price: '12480.00',
        vat: SOVEREIGN,
        account: '4482',
        product: '122.03',
      }),
      line('Sachkosten, Anteil Kreis', {
        unit: 'LS',
        price: '1315.40',
        vat: SOVEREIGN,
        account: '4482',
        product: '122.03',
      }),
    ],
  },
  {
    to: 'Bürobedarf Muster & Partner KG',
    before: 15,
    contractReference: 'MV-2019-004',
    lines: [
      line('Miete Ladenlokal Marktplatz 3', {
        unit: 'MON',
        price: '850.00',
        vat: EXEMPT,
        account: '4411',
        product: '111.06',
      }),
      line('Vorauszahlung Nebenkosten', {
        unit: 'MON',
        price: '145.50',
        vat: EXEMPT,
        account: '4411',
        product: '111.06',
      }),
    ],
  },
  {
    to: 'Softwarehaus Nullzeiger AG',
    before: 4,
    skonto: [{ days: 10, percent: '2.00' }],
    introduction: 'Für die Nutzung der Festhalle berechnen wir Ihnen:',
    lines: [
      line('Überlassung Festhalle mit Bühnentechnik', {
        unit: 'HUR',
        quantity: '6.5',
        price: '84.00',
        vat: STANDARD,
        account: '4461',
        product: '281.01',
      }),
      line('Ortschronik', { quantity: '25', price: '18.60', vat: REDUCED, account: '4421', product: '281.01' }),
    ],
  },
  {
    to: 'Stadtwerke Beispielland GmbH',
    before: null,
    lines: [
      line('Aufgrabung Feldstraße, Wiederherstellung der Oberfläche', {
        unit: 'MTK',
        quantity: '14.5',
        price: '62.00',
        vat: STANDARD,
        account: '4461',
        product: '541.01',
      }),
    ],
  },
];

/** A clock that stands on a day. */
class DayClock extends Clock {
  constructor(private readonly day: LocalDate) {
    super();
  }

  override now(): Date {
    return new Date(`${this.day}T09:00:00Z`);
  }
}

/**
 * What a town bills itself: three invoices that one person drafted and another issued, and a draft.
 * @returns how many entries were posted
 */
export async function issueOwnInvoices(
  tx: ClientTx,
  today: LocalDate,
  people: { proposer: DoingPerson; decider: DoingPerson; author: Author },
): Promise<number> {
  const firstDay = `${yearOf(today)}-01-01`;
  const settings: Record<string, string> = {
    'invoicing.department': 'Fachbereich Finanzen',
    'invoicing.contactName': people.proposer.displayName,
    'invoicing.contactPhone': '00999 4711',
    'invoicing.taxNumber': '999/5801/0001',
  };
  for (const [key, value] of Object.entries(settings)) {
    await addSetting(tx, { key, value, validFrom: `${yearOf(today) - 1}-01-01` }, SYSTEM);
  }
  let posted = 0;
  for (const { to, before, ...wish } of INVOICES) {
    const [partner] = (await listPartners(tx, { q: to, limit: 1 })).items;
    const wished = addDays(today, -(before ?? 0));
    const day = wished < firstDay ? firstDay : wished;
    const content: OwnInvoice = {
      kind: 'invoice',
      partnerId: partner!.id,
      corrects: null,
      serviceFrom: `${day.slice(0, 7)}-01`,
      serviceTo: day,
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
      ...wish,
    };
    const draft = await saveDraft(tx, content, people.proposer);
    if (before === null) continue;
    const issuer: Issuer = {
      person: people.decider,
      author: { ...people.author, id: people.decider.userId, name: people.decider.displayName },
      language: 'de',
      requireLimit: () => undefined,
      clock: new DayClock(day),
    };
    await issueInvoice(tx, draft.id, { version: draft.version }, issuer);
    posted++;
  }
  return posted;
}
