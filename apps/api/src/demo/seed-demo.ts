import { SYSTEM, assignRole, createUser } from '@lib/access';
import {
  type Client,
  addAccount,
  addBankAccount,
  addCostCentre,
  addFiscalYear,
  addProduct,
  changePeriodState,
  createClient,
} from '@lib/clients';
import type { ClientTx, Database, Tx } from '@lib/database';
import { type Clock, type LocalDate, yearOf } from '@lib/kernel';
import { type Author, type Posting, isPosted, mirrored, posting, postWithin } from '@lib/ledger';
import { sewageBooks } from './books/sewage-books.js';
import { townBooks } from './books/town-books.js';
import type { DemoEntry } from './demo-journal.js';
import { layOutDesk } from './desk.js';
import {
  type DemoPerson,
  PEOPLE,
  SEWAGE_COST_CENTRES,
  SEWAGE_PRODUCTS,
  TOWN_ACCOUNTS,
  TOWN_COST_CENTRES,
  TOWN_PRODUCTS,
} from './master-data.js';
import { issueOwnInvoices } from './own-invoices.js';
import { introducePartners } from './partners.js';
import { ARMS_SEWAGE, TOWNS, type Town, inventedIban } from './town.js';

export interface DemoOptions {
  /** The one password of all demonstration users. */
  password: string;
  clock: Clock;
  /** Told what is being done, for the person who waits. */
  say?: (text: string) => void;
}

export interface DemoSummary {
  /** False when the database had clients already: then nothing was done. */
  seeded: boolean;
  clients: { id: number; key: string; name: string; entries: number }[];
  /** Entries in all clients together. */
  entries: number;
  users: { userName: string; displayName: string; role: DemoPerson['role'] }[];
}

/** Entries in one call of the posting function. */
const BATCH = 2_000;
const CENTRE_LOCK = 'finanzzentrum.demo';

/**
 * Fills an empty database with a demonstration centre: three invented municipalities and a special fund, the year before and the
 * current year up to today, and a user for every role. All of it in one transaction: it is there as a whole or not at all, and
 * of several instances that start at once one does it.
 */
export async function seedDemo(
  database: Database,
  { password, clock, say = () => undefined }: DemoOptions,
): Promise<DemoSummary> {
  const today = clock.today();
  return database.inCentre(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [CENTRE_LOCK]);
    const users = PEOPLE.map(({ userName, displayName, role }) => ({ userName, displayName, role }));
    if ((await tx.query('select 1 from client limit 1')).length > 0)
      return { seeded: false, clients: [], entries: 0, users: [] };

    const ids = await createPeople(tx, password);
    const clerk: Author = { id: ids.get(PEOPLE[0]!.userName)!, name: PEOPLE[0]!.displayName, privileged: false };
    const lead = leadOf(ids);
    const clients: DemoSummary['clients'] = [];
    const firstYear = yearOf(today) - 1;
    const ofTheCentre = PEOPLE.filter((person) => person.clients === null);
    await assignRoles(tx, ids, ofTheCentre, [], today);
    for (const town of TOWNS) {
      const client = await createTown(tx, town, firstYear);
      const bound = boundTo(tx, client.id);
      await openClosing(bound, firstYear, ids);
      const posted = await post(bound, townBooks(town, firstYear, today), { clerk, lead }, today);
      const partners = await introducePartners(bound, today, people(ids, clerk), '111.06');
      const entries = posted + partners + (await issueOwnInvoices(bound, today, people(ids, clerk)));
      await layOutDesk(bound, town, today, clerk);
      await closeFirstYear(bound, firstYear, ids);
      clients.push({ id: client.id, key: client.key, name: client.name, entries });
      say(`${client.name}: ${entries} entries`);
      if (town === TOWNS[0])
        clients.push(await seedSewageWorks(tx, town, client, firstYear, today, clerk, lead, ids, say));
    }
    const ofClients = PEOPLE.filter((person) => person.clients !== null);
    await assignRoles(tx, ids, ofClients, clients, today);
    return { seeded: true, clients, entries: clients.reduce((sum, client) => sum + client.entries, 0), users };
  });
}

/** Who keeps the partners: one proposes, another decides; and whose own matter there is. */
function people(ids: ReadonlyMap<string, string>, author: Author) {
  return {
    proposer: somebody(ids, 'clerk'),
    decider: somebody(ids, 'centre-lead'),
    employee: somebody(ids, 'budget-holder'),
    author,
  };
}

function somebody(ids: ReadonlyMap<string, string>, role: DemoPerson['role']) {
  const { userName, displayName } = PEOPLE.find((person) => person.role === role)!;
  return { userId: ids.get(userName)!, userName, displayName };
}

/** Who opens and closes. */
function leadOf(ids: ReadonlyMap<string, string>): Author {
  const { userId, displayName } = somebody(ids, 'centre-lead');
  return { id: userId, name: displayName, privileged: true, closes: true };
}

async function createPeople(tx: Tx, password: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { userName, displayName } of PEOPLE) {
    const { id } = await createUser(tx, { userName, displayName, password, mustChangePassword: false });
    ids.set(userName, id);
  }
  return ids;
}

async function assignRoles(
  tx: Tx,
  ids: ReadonlyMap<string, string>,
  people: readonly DemoPerson[],
  clients: DemoSummary['clients'],
  today: LocalDate,
): Promise<void> {
  for (const person of people) {
    for (const key of person.clients ?? [null]) {
      await assignRole(tx, {
        userId: ids.get(person.userName)!,
        role: person.role,
        clientId: key === null ? null : clients.find((client) => client.key === key)!.id,
        amountLimit: person.amountLimit === undefined ? null : BigInt(person.amountLimit) * 100n,
        validFrom: `${yearOf(today) - 1}-01-01`,
      });
    }
  }
}

const boundTo = (tx: Tx, clientId: number): ClientTx => ({ clientId, query: tx.query });

async function createTown(tx: Tx, town: Town, firstYear: number): Promise<Client> {
  const { key, name, shortName, officialKey, colour, arms, address } = town;
  const client = await createClient(
    tx,
    {
      template: 'nrw-municipality',
      key,
      name,
      shortName,
      officialKey,
      colour,
      arms,
      address,
      fiscalYear: firstYear,
      email: `rathaus@${key}.example`,
      creditorIdentifier: 'DE98ZZZ09999999999',
    },
    SYSTEM,
  );
  const bound = boundTo(tx, client.id);
  await addFiscalYear(bound, firstYear + 1, SYSTEM);
  for (const [number, label] of TOWN_ACCOUNTS) await addAccount(bound, { number, name: label }, SYSTEM);
  for (const [code, label] of TOWN_PRODUCTS) await addProduct(bound, { code, name: label }, SYSTEM);
  for (const [code, label] of TOWN_COST_CENTRES) await addCostCentre(bound, { code, name: label }, SYSTEM);
  const accounts = [
    [`${town.bank.name}, laufendes Konto`, '1811'],
    ['Volksbank Beispielland (Demo), zweites Girokonto', '1812'],
    [`${town.bank.name}, Tagesgeld`, '1831'],
  ] as const;
  for (const [index, [label, account]] of accounts.entries()) {
    const code = index === 1 ? '99990099' : town.bank.code;
    await addBankAccount(
      bound,
      { name: label, iban: inventedIban(code, client.id * 1000 + index + 1), account },
      SYSTEM,
    );
  }
  return client;
}

async function seedSewageWorks(
  tx: Tx,
  town: Town,
  parent: Client,
  firstYear: number,
  today: LocalDate,
  clerk: Author,
  lead: Author,
  ids: ReadonlyMap<string, string>,
  say: (text: string) => void,
): Promise<DemoSummary['clients'][number]> {
  const client = await createClient(
    tx,
    {
      template: 'nrw-special-fund',
      key: `abwasserwerk-${town.key}`,
      name: `Abwasserwerk der ${town.name}`,
      shortName: `Abwasser ${town.shortName}`,
      parentClientId: parent.id,
      colour: '#0f6a6a',
      arms: ARMS_SEWAGE,
      address: town.address,
      vatStatus: 'none',
      fiscalYear: firstYear,
    },
    SYSTEM,
  );
  const bound = boundTo(tx, client.id);
  await addFiscalYear(bound, firstYear + 1, SYSTEM);
  for (const [code, name] of SEWAGE_PRODUCTS) await addProduct(bound, { code, name }, SYSTEM);
  for (const [code, name] of SEWAGE_COST_CENTRES) await addCostCentre(bound, { code, name }, SYSTEM);
  await addBankAccount(
    bound,
    {
      name: `${town.bank.name}, Abwasserwerk`,
      iban: inventedIban(town.bank.code, client.id * 1000 + 1),
      account: '1811',
    },
    SYSTEM,
  );
  await openClosing(bound, firstYear, ids);
  const posted = await post(bound, sewageBooks(town, firstYear, today), { clerk, lead }, today);
  const entries = posted + (await introducePartners(bound, today, people(ids, clerk), '538.02'));
  await closeFirstYear(bound, firstYear, ids);
  say(`${client.name}: ${entries} entries`);
  return { id: client.id, key: client.key, name: client.name, entries };
}

/** Posts through the posting function like everybody else, and takes back what was wrong. @returns how many entries there are */
async function post(
  tx: ClientTx,
  entries: readonly DemoEntry[],
  { clerk, lead }: { clerk: Author; lead: Author },
  today: LocalDate,
): Promise<number> {
  const by = { clientId: tx.clientId, source: 'demo' };
  const numbers = new Map<DemoEntry, number>();
  let batch: { entry: DemoEntry; posting: Posting }[] = [];
  let posted = 0;
  const flush = async (): Promise<void> => {
    const answers = await postWithin(
      tx,
      batch.map((one) => one.posting),
    );
    answers.forEach((answer, index) => {
      const { entry } = batch[index]!;
      if (!isPosted(answer)) {
        throw new Error(
          `demonstration entry refused (${answer.outcome}): ${entry.date} ${entry.reference} ${entry.text}`,
        );
      }
      if (!numbers.has(entry)) numbers.set(entry, answer.entryNo);
    });
    posted += batch.length;
    batch = [];
  };
  for (const { entry, takesBack } of inOrder(entries, today)) {
    // What is taken back has its number only when it is posted.
    if (batch.length === BATCH || (takesBack && !numbers.has(entry))) await flush();
    const fiscalYear = yearOf(entry.date);
    const author = entry.period === 0 || entry.period === 13 ? lead : clerk;
    const wish = posting({ ...entry, fiscalYear, bookingDate: entry.date }, { ...by, author });
    batch.push({
      entry,
      posting: !takesBack
        ? wish
        : {
            ...wish,
            bookingDate: takesBack.date,
            kind: 'reversal',
            text: `Storno: ${entry.text}`,
            lines: mirrored(entry.lines),
            reverses: { fiscalYear, entryNo: numbers.get(entry)! },
            reason: takesBack.reason,
          },
    });
  }
  await flush();
  return posted;
}

interface Step {
  entry: DemoEntry;
  takesBack?: { date: LocalDate; reason: string };
}

/** The entries and their reversals by booking date, as they would have been booked. */
function inOrder(entries: readonly DemoEntry[], today: LocalDate): Step[] {
  const steps: Step[] = [];
  let reversals: Required<Step>[] = [];
  const takeBackUntil = (date: LocalDate): void => {
    steps.push(...reversals.filter((step) => step.takesBack.date < date));
    reversals = reversals.filter((step) => step.takesBack.date >= date);
  };
  for (const entry of entries) {
    if (entry.kind === 'regular') takeBackUntil(entry.date);
    steps.push({ entry });
    if (entry.takenBack && entry.takenBack.date <= today) reversals.push({ entry, takesBack: entry.takenBack });
  }
  steps.push(...reversals);
  return steps;
}

/** The closing period waits, closed, until the lead opens it for the year-end entries. */
function openClosing(tx: ClientTx, year: number, ids: ReadonlyMap<string, string>): Promise<void> {
  const wish = { year, period: 13, state: 'open' as const, reason: `Abschlussbuchungen ${year}` };
  return changePeriodState(tx, wish, somebody(ids, 'centre-lead'));
}

/** The year before is closed but for the closing entries, on which the audit still works. */
async function closeFirstYear(tx: ClientTx, year: number, ids: ReadonlyMap<string, string>): Promise<void> {
  const by = somebody(ids, 'centre-lead');
  for (let period = 0; period <= 12; period++) {
    await changePeriodState(
      tx,
      { year, period, state: 'closed', reason: 'Jahresabschluss: Periode ist abgestimmt' },
      by,
    );
  }
}
