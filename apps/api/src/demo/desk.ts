import { type ClientTx } from '@lib/database';
import { type LocalDate, addMonths, formatEuro, lastOfMonth, yearOf } from '@lib/kernel';
import { type Person, accrualPlan, planStandingEntry, saveDraft } from '@lib/ledger';
import type { Town } from './town.js';
import { sized } from './town.js';

interface LineWish {
  account: string;
  debit?: string;
  credit?: string;
  product?: string;
  costCentre?: string;
  cashAccount?: string;
  text?: string;
}

/** What lies on the desk: entries not finished, patterns for those that come again, and some that post themselves. */
export async function layOutDesk(tx: ClientTx, town: Town, today: LocalDate, clerk: Person): Promise<void> {
  const euro = (amount: number): string => formatEuro(sized(town, amount));
  const lines = (...all: LineWish[]): { lines: LineWish[] } => ({ lines: all });
  const drafts: [note: string, entry: Record<string, unknown>][] = [
    [
      'Rückfrage beim Schulamt: gehört das zur Gesamtschule?',
      {
        bookingDate: today,
        text: 'Schulbuch Muster KG: Klassensätze Mathematik',
        reference: 'ER-offen-1',
        ...lines(
          { account: '5271', debit: euro(1_840), product: '218.01', costCentre: '2180' },
          { account: '3511', credit: euro(1_840) },
        ),
      },
    ],
    [
      'Gegenkonto fehlt noch',
      {
        bookingDate: today,
        text: 'Spielgeräte Beispiel GmbH: Schaukel Spielplatz Feldstraße',
        ...lines({ account: '0813', debit: euro(3_950), product: '551.01' }),
      },
    ],
    [
      'Betrag vom Kontoauszug, Zahlungsgrund unklar',
      {
        bookingDate: today,
        text: 'Einzahlung ohne Zuordnung',
        ...lines({ account: '1811', debit: euro(412), cashAccount: '6991' }, { account: '3793', credit: euro(412) }),
      },
    ],
  ];
  for (const [note, entry] of drafts) await saveDraft(tx, { entry, note, by: clerk });

  const templates: [name: string, entry: Record<string, unknown>][] = [
    [
      'Stromrechnung Rathaus',
      {
        text: 'Stadtwerke Beispielland: Strom',
        ...lines({ account: '524110', product: '111.06', costCentre: '1010' }, { account: '3511' }),
      },
    ],
    [
      'Zahlung Lieferantenrechnung',
      {
        text: 'Zahlung an …',
        ...lines({ account: '3511' }, { account: '1811', cashAccount: '7241', product: '111.06' }),
      },
    ],
    [
      'Umbuchung Sparkasse → Tagesgeld',
      { text: 'Anlage auf Tagesgeldkonto', ...lines({ account: '1831' }, { account: '1811' }) },
    ],
    [
      'Tageskasse Bürgerbüro',
      {
        text: 'Tageskasse Bürgerbüro',
        ...lines({ account: '1821', cashAccount: '6311', product: '122.02' }, { account: '4311', product: '122.02' }),
      },
    ],
  ];
  for (const [name, entry] of templates) {
    await tx.query('insert into entry_template (client_id, name, entry, created_by) values ($1, $2, $3, $4)', [
      tx.clientId,
      name,
      JSON.stringify(entry),
      clerk.id,
    ]);
  }

  const nextMonth = `${addMonths(today, 1).slice(0, 8)}01`;
  await planStandingEntry(
    tx,
    {
      name: 'Leasing Dienstfahrzeug',
      kind: 'standing',
      rhythm: 'monthly',
      firstDate: nextMonth,
      lastDate: addMonths(nextMonth, 35),
      entry: {
        text: 'Leasingrate Dienstfahrzeug',
        reference: 'VT-2211',
        ...lines(
          { account: '5423', debit: '389.00', product: '111.02', costCentre: '1010' },
          { account: '1811', credit: '389.00', cashAccount: '7423', product: '111.02' },
        ),
      },
    },
    clerk,
  );
  await planStandingEntry(
    tx,
    {
      name: 'Pacht Sportplatz',
      kind: 'standing',
      rhythm: 'half-yearly',
      firstDate: nextMonth,
      entry: {
        text: 'Pacht Sportplatz Mühlenfeld',
        reference: 'VT-0417',
        ...lines(
          { account: '1811', debit: '600.00', cashAccount: '6411', product: '424.01' },
          { account: '4411', credit: '600.00', product: '424.01' },
        ),
      },
    },
    clerk,
  );
  const yearEnd = `${yearOf(today)}-12-31`;
  if (lastOfMonth(today) < yearEnd) {
    const accrual = {
      text: 'Wartungsvertrag Atemschutz, im Voraus bezahlt',
      reference: 'VT-3090',
      amount: 480_000n,
      resultAccount: '5255',
      accrualAccount: '1911',
      product: '126.01',
      costCentre: '1210',
      serviceFrom: nextMonth,
      serviceTo: yearEnd,
      bookingDate: today,
    };
    await planStandingEntry(tx, accrualPlan(accrual), clerk);
  }
}
