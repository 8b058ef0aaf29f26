import { addCostCentre, addFiscalYear, addProduct } from '@lib/clients';
import type { ClientTx } from '@lib/database';
import { formatEuro, Problem } from '@lib/kernel';
import { balanceOf, postEntry, posting, readEntry, refused, reversalOf, sumsAt } from '@lib/ledger';
import { figures, statementOf } from '@lib/reporting';
import { type Books, BY, CLERK, LEAD, linesOf, setPeriod } from './books.js';

/**
 * Plays a case as an accountant writes it down; each line is one step. The first line that turns out differently from what it
 * says fails the test with its number.
 *
 *   post 2026-03-01 "Grundsteuer" 1811/6012 S 100.00, 4012 H 100.00 -> 2026-1
 *   post 2026-03-01 "…" … refused PeriodClosed /bookingDate
 *   lead post …              (somebody who may post in softly closed periods)
 *   reverse 2026-1 2026-04-02 "doppelt erfasst"
 *   close|soften|open 2026-03       year 2027       lock 4012       product 111.01       centre 100
 *   lead correct 2026-01-01 "Nachtrag" 0211 S 5.00, 2011 H 5.00    (an opening entry that says that it corrects)
 *   balance 1811 2026-03-31 100.00
 *   line P1.4 2026 100.00           (of the Ergebnisrechnung, Finanzrechnung or Bilanz of a year)
 */
export async function play(books: Books, clientId: number, script: string): Promise<void> {
  const steps = script.split('\n').map((line) => line.trim());
  for (const [index, step] of steps.entries()) {
    if (step === '' || step.startsWith('#')) continue;
    try {
      await playStep(books, clientId, step);
    } catch (error) {
      throw new Error(`line ${index + 1}: ${step}\n${(error as Error).message}`, { cause: error });
    }
  }
}

async function playStep(books: Books, clientId: number, step: string): Promise<void> {
  const [, deed, code, pointer] = /^(.*?)(?:\s+refused\s+(\w+)(?:\s+(\/\S*))?)?$/.exec(step)!;
  const outcome = await act(books, clientId, deed!).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (code === undefined) {
    if (outcome instanceof Problem) throw new Error(`was refused: ${describe(outcome)}`);
    if (outcome) throw outcome as Error;
    return;
  }
  if (!(outcome instanceof Problem))
    throw new Error(`was not refused as ${code} but ${outcome instanceof Error ? outcome.message : 'done'}`);
  const fields = outcome.fields.map((field) => `${field.code} ${field.pointer}`);
  const named = outcome.code === code || fields.some((field) => field.startsWith(`${code} `));
  if (!named || (pointer !== undefined && !fields.includes(`${code} ${pointer}`))) {
    throw new Error(`was refused otherwise: ${describe(outcome)}`);
  }
}

const describe = (problem: Problem): string =>
  [problem.code, ...problem.fields.map((field) => `${field.code} ${field.pointer}`)].join(', ');

async function act(books: Books, clientId: number, deed: string): Promise<void> {
  const [, lead, verb, rest] = /^(lead )?(\w+)\s*(.*)$/.exec(deed)!;
  const author = lead ? LEAD : CLERK;
  const period = (): [number, number] => {
    const [, year, month] = /^(\d{4})-(\d{2})$/.exec(rest!)!;
    return [Number(year), Number(month)];
  };
  const inClient = <T>(work: (tx: ClientTx) => Promise<T>): Promise<T> => books.db.inClient(clientId, work);
  switch (verb) {
    case 'post': {
      const [, kind, bookingDate, text, lines, id] = /^(opening |closing )?(\S+) "(.*?)" (.*?)(?: -> (\S+))?$/.exec(
        rest!,
      )!;
      const read = readEntry({ bookingDate, text, lines: linesOf(lines!), ...(kind && { kind: kind.trim() }) });
      if (!read.ok) throw refused(read.error, true);
      const wanted = posting(read.value, { clientId, author, source: 'test' });
      const answer = await postEntry(books.db, books.queue, wanted);
      const got = `${wanted.fiscalYear}-${answer.entryNo}`;
      if (id !== undefined && got !== id) throw new Error(`got the number ${got}`);
      return;
    }
    case 'correct': {
      const [, bookingDate, text, lines] = /^(\S+) "(.*?)" (.*?)$/.exec(rest!)!;
      const read = readEntry({ bookingDate, text, kind: 'opening', correction: text, lines: linesOf(lines!) });
      if (!read.ok) throw refused(read.error, true);
      await postEntry(books.db, books.queue, posting(read.value, { clientId, author, source: 'test' }));
      return;
    }
    case 'line': {
      const [, code, year, wanted] = /^(\S+) (\d{4}) (\S+)$/.exec(rest!)!;
      const statement = code!.startsWith('ER') ? 'results' : code!.startsWith('FR') ? 'cash-flows' : 'balance-sheet';
      const query = { statement, fiscalYear: Number(year) } as const;
      const drawn = statementOf(query, [await inClient((tx) => figures(tx, query))]);
      const got = drawn.lines.find((line) => line.code === code)!.actual;
      if (got !== wanted) throw new Error(`the line is ${got}`);
      return;
    }
    case 'reverse': {
      const [, entryId, bookingDate, reason] = /^(\S+) (\S+) "(.*)"$/.exec(rest!)!;
      const by = { author, idempotencyKey: null };
      const wanted = await inClient((tx) =>
        reversalOf(tx, { entryId: entryId!, bookingDate: bookingDate!, reason: reason! }, by),
      );
      await postEntry(books.db, books.queue, wanted);
      return;
    }
    case 'close':
      return setPeriod(books.db, clientId, ...period(), 'closed');
    case 'soften':
      return setPeriod(books.db, clientId, ...period(), 'soft-closed');
    case 'open':
      return setPeriod(books.db, clientId, ...period(), 'open');
    case 'year':
      return inClient((tx) => addFiscalYear(tx, Number(rest), BY));
    case 'lock':
      await inClient((tx) =>
        tx.query('update account set locked = true where client_id = $1 and number = $2', [clientId, rest]),
      );
      return;
    case 'product':
      await inClient((tx) => addProduct(tx, { code: rest!, name: `Produkt ${rest}` } as never, BY));
      return;
    case 'centre':
      await inClient((tx) => addCostCentre(tx, { code: rest!, name: `Kostenstelle ${rest}` }, BY));
      return;
    case 'balance': {
      const [, account, asOf, wanted] = /^(\S+) (\S+) (\S+)$/.exec(rest!)!;
      const sums = await inClient((tx) => sumsAt(tx, { fiscalYear: Number(asOf!.slice(0, 4)), asOf, account }));
      const got = formatEuro(sums.reduce((sum, one) => sum + balanceOf(one), 0n));
      if (got !== wanted) throw new Error(`the balance is ${got}`);
      return;
    }
    default:
      throw new Error(`unknown step: ${deed}`);
  }
}
