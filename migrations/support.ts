import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** SQL that puts a client table under row-level security: a forgotten or foreign client sees nothing and writes nothing. */
export function separate(table: string): string {
  return `
    alter table ${table} enable row level security;
    create policy one_client on ${table}
      using (client_id = nullif(current_setting('app.client_id', true), '')::int)
      with check (client_id = nullif(current_setting('app.client_id', true), '')::int);
    grant select on ${table} to finanz_auditor;`;
}

/**
 * Lets the writer, and through it the posting function, see and write the clients of the call under way: `,3,17,` in one
 * setting. Looked up as text because this is asked for every row, and reading an array anew each time took a third of a posting.
 */
export function openToPosting(table: string): string {
  const named = `strpos(current_setting('app.posting_clients', true), ',' || client_id || ',') > 0`;
  return `
    create policy posting_clients on ${table} to finanz_writer using (${named}) with check (${named});
    grant select on ${table} to finanz_writer;`;
}

/** The body of a database function as it stands in `sql/`: looked for upwards, sources and the built application lie at different depths. */
export function sqlOf(name: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'migrations', 'sql', `${name}.sql`);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    if (dirname(folder) === folder)
      throw new Error(`migrations/sql/${name}.sql is missing: the installation is incomplete`);
  }
}
