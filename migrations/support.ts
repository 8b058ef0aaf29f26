/** SQL that puts a client table under row-level security: a forgotten or foreign client sees nothing and writes nothing. */
export function separate(table: string): string {
  return `
    alter table ${table} enable row level security;
    create policy one_client on ${table}
      using (client_id = nullif(current_setting('app.client_id', true), '')::int)
      with check (client_id = nullif(current_setting('app.client_id', true), '')::int);
    grant select on ${table} to finanz_auditor, finanz_writer;`;
}
