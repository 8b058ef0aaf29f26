import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ClientTx } from '@lib/database';
import type { ExitTable } from './exit-tables.js';

/** Rows that travel to the database at a time. */
const BATCH = 1000;

/** The tables of an unpacked package on their way into the database. */
export class Intake {
  private readonly columns = new Map<string, string[]>();

  constructor(
    readonly tx: ClientTx,
    readonly folder: string,
  ) {}

  /** The rows of a table as the package has them. */
  async *lines(table: string): AsyncGenerator<string> {
    const file = path.join(this.folder, 'tables', `${table}.jsonl`);
    if (!existsSync(file)) return;
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
      if (line) yield line;
  }

  /** Lays the rows of a table out beside it, in `in_<table>`, without any constraint. */
  async load(table: string): Promise<void> {
    await this.tx.query(`create temp table in_${table} on commit drop as select * from ${table} with no data`);
    let batch: string[] = [];
    const send = async (): Promise<void> => {
      await this.tx.query(
        `insert into in_${table} select * from json_populate_recordset(null::in_${table}, $1::json)`,
        [`[${batch.join(',')}]`],
      );
      batch = [];
    };
    for await (const line of this.lines(table)) {
      if (!this.columns.has(table)) this.columns.set(table, Object.keys(JSON.parse(line) as object));
      batch.push(line);
      if (batch.length === BATCH) await send();
    }
    if (batch.length > 0) await send();
  }

  /** The columns that the package has of a table that was loaded. */
  columnsOf(table: string): readonly string[] {
    return this.columns.get(table) ?? [];
  }

  /**
   * Copies a table in one statement, so that rows may name each other.
   * @param instead SQL for columns that begin with another value
   */
  async copy({ name }: Pick<ExitTable, 'name'>, instead: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.load(name);
    await this.insert(name, instead);
  }

  /** Inserts what was loaded, or the part of it that `where` names (as `i`). Rows that a trigger has written are left as they are. */
  async insert(table: string, instead: Readonly<Record<string, string>> = {}, where = 'true'): Promise<void> {
    const columns = this.columnsOf(table);
    if (columns.length === 0) return;
    await this.tx.query(
      `insert into ${table} (client_id, ${columns.join(', ')})
       select ${Math.trunc(this.tx.clientId)}, ${columns.map((column) => instead[column] ?? `i.${column}`).join(', ')} from in_${table} i where ${where}
       order by i.ctid on conflict do nothing`,
    );
  }
}
