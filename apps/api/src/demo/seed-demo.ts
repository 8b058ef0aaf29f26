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
import { BEGUN, recordStep, stepDone } from './progress.js';
import { ARMS_SEWAGE, TOWNS, type Town, inventedIban } from './town.js';

export interface DemoOptions extends Telling {
  /** The one password of all demonstration users. */
  password: string;
  clock: Clock;
}

interface Telling {
  /** Told what is being done, for the person who waits. */
  say?: (text: string) => void;
  /** Ends it early; the next call goes on from there. */
  signal?: AbortSignal | undefined;
}

export interface DemoSummary {
  /** False when there was nothing to do: it is there already, or these are somebody's own books. */
  seeded: boolean;
  clients: { id: number; key: string; name: string; entries: number }[];
  /** Entries in all clients together. */
  entries: number;
  users: { userName: string; displayName: string; role: DemoPerson['role'] }[];
}

/** Entries in one call of the posting function. */
const BATCH = 2_000;
const NOTHING: DemoSummary = { seeded: false, clients: [], entries: 0, users: [] };
const CENTRE_LOCK = 'finanzzentrum.demo';

/**
 * Begins a demonstration in an empty database: its people, who can sign in from then on. Of several instances that start at
 * once one does it.
 * @returns whether there is a demonstration to lay out: not where somebody keeps books of their own
 */
export async function beginDemo(database: Database, { password, clock }: DemoOptions): Promise<boolean> {
  return database.inCentre(async (tx) => {
    await waitForTurn(tx);
    if ((await stepDone(tx, BEGUN)) !== undefined) return true;
    if ((await tx.query('select 1 from client limit 1')).length > 0) return false;
    const today = clock.today();
    const ids = await createPeople(tx, password);
    await assignRoles(tx, ids, null, today);
    await recordStep(tx, BEGUN, today);
    return true;
  });
}

/** Begins a demonstration in an empty database and lays out its books. */
export async function seedDemo(database: Database, options: DemoOptions): Promise<DemoSummary> {
  return (await beginDemo(database, options)) ? layOutBooks(database, options) : NOTHING;
}

/**
 * Lays out the books of a demonstration that was begun: three invented municipalities and a special fund, the year before and the
 * current year up to today, and a user for every role. Each client's books come in one transaction, as a whole or not at all;
 * called again after an interruption it goes on with the next one, as of the day on which it was begun.
 */
export async function layOutBooks(
  database: Database,
  { say = () => undefined, signal }: Telling,
): Promise<DemoSummary> {
  const clients: DemoSummary['clients'] = [];
  for (const { key, layOut } of books()) {
    const laidOut = await database.inCentre(async (tx) => {
      signal?.throwIfAborted();
      await waitForTurn(tx);
      if ((await stepDone(tx, `books/${key}`)) !== undefined) return null;
      const today = (await stepDone(tx, BEGUN))! as LocalDate;
      const ids = await idsOfPeople(tx);
      const { userId, displayName } = somebody(ids, 'clerk');
      const clerk: Author = { id: userId, name: displayName, privileged: false };
      const ground = { tx, today, firstYear: yearOf(today) - 1, ids, clerk, lead: leadOf(ids), signal };
      const client = await layOut(ground);
      await assignRoles(tx, ids, client, today);
      await recordStep(tx, `books/${key}`, String(client.entries));
      say(`${client.name}: ${client.entries} entries`);
      return client;
    });
    if (laidOut) clients.push(laidOut);
  }
  if (clients.length === 0) return NOTHING;
  const users = PEOPLE.map(({ userName, displayName, role }) => ({ userName, displayName, role }));
  return { seeded: true, clients, entries: clients.reduce((sum, client) => sum + client.entries, 0), users };
}

/** Several instances take turns; whoever waits here waits in the background, for as long as a client's books take. */
async function waitForTurn(tx: Tx): Promise<void> {
  await tx.query(`set local lock_timeout = 0`);
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [CENTRE_LOCK]);
}

type SeededClient = DemoSummary['clients'][number];

/** What laying out one client's books needs. */
interface Ground {
  tx: Tx;
  today: LocalDate;
  firstYear: number;
  /** The people's ids by user name. */
  ids: ReadonlyMap<string, string>;
  clerk: Author;
  /** Opens and closes. */
  lead: Author;
  signal: AbortSignal | undefined;
}

/** Whose books are laid out, in order: the sewage works behind the town that it belongs to. */
function books(): { key: string; layOut: (ground: Ground) => Promise<SeededClient> }[] {
  return TOWNS.flatMap((town, index) => [
    { key: town.key, layOut: (ground: Ground) => seedTown(ground, town) },
    ...(index === 0 ? [{ key: sewageKey(town), layOut: (ground: Ground) => seedSewageWorks(ground, town) }] : []),
  ]);
}

const sewageKey = (town: Town): string => `abwasserwerk-${town.key}`;

async function seedTown(ground: Ground, town: Town): Promise<SeededClient> {
  const { tx, today, firstYear, ids, clerk } = ground;
  const client = await createTown(tx, town, firstYear);
  const bound = boundTo(tx, client.id);
  await openClosing(bound, firstYear, ids);
  const posted = await post(bound, townBooks(town, firstYear, today), ground);
  const partners = await introducePartners(bound, today, people(ids, clerk), '111.06');
  const entries = posted + partners + (await issueOwnInvoices(bound, today, people(ids, clerk)));
  await layOutDesk(bound, town, today, clerk);
  await closeFirstYear(bound, firstYear, ids);
  return { id: client.id, key: client.key, name: client.name, entries };
}

async function idsOfPeople(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; userName: string }>(
    'select id, user_name as "userName" from user_account where user_name = any ($1)',
    [PEOPLE.map(({ userName }) => userName)],
  );
  return new Map(rows.map(({ id, userName }) => [userName, id]));
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

/** The roles that people hold at a client, or with null in the whole centre. */
async function assignRoles(
  tx: Tx,
  ids: ReadonlyMap<string, string>,
  client: SeededClient | null,
  today: LocalDate,
): Promise<void> {
  for (const person of PEOPLE) {
    if (client === null ? person.clients !== null : !person.clients?.includes(client.key)) continue;
    await assignRole(tx, {
      userId: ids.get(person.userName)!,
      role: person.role,
      clientId: client?.id ?? null,
      amountLimit: person.amountLimit === undefined ? null : BigInt(person.amountLimit) * 100n,
      validFrom: `${yearOf(today) - 1}-01-01`,
    });
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
      // It lets halls and sells heat: a business besides its public duties (§ 2b UStG).
      vatStatus: 'regular',
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

async function seedSewageWorks(ground: Ground, town: Town): Promise<SeededClient> {
  const { tx, today, firstYear, ids, clerk } = ground;
  const [parent] = await tx.query<{ id: number }>('select id from client where key = $1', [town.key]);
  const client = await createClient(
    tx,
    {
      template: 'nrw-special-fund',
      key: sewageKey(town),
      name: `Abwasserwerk der ${town.name}`,
      shortName: `Abwasser ${town.shortName}`,
      parentClientId: parent!.id,
      colour: '#0f6a6a',
      arms: ARMS_SEWAGE,
      address: town.address,
      // It feeds power from its digester gas into the grid: a business besides its public duty (§ 2b UStG).
      vatStatus: 'regular',
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
  const posted = await post(bound, sewageBooks(town, firstYear, today), ground);
  const entries = posted + (await introducePartners(bound, today, people(ids, clerk), '538.02'));
  await closeFirstYear(bound, firstYear, ids);
  return { id: client.id, key: client.key, name: client.name, entries };
}

/** Posts through the posting function like everybody else, and takes back what was wrong. @returns how many entries there are */
async function post(
  tx: ClientTx,
  entries: readonly DemoEntry[],
  { clerk, lead, today, signal }: Ground,
): Promise<number> {
  const by = { clientId: tx.clientId, source: 'demo' };
  const numbers = new Map<DemoEntry, number>();
  let batch: { entry: DemoEntry; posting: Posting }[] = [];
  let posted = 0;
  const flush = async (): Promise<void> => {
    signal?.throwIfAborted();
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
