import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Four roles: the owner of the tables, the writer that owns the posting functions (not the tables, so row-level security
 * binds it), the application, and a read-only auditor. None is a superuser, none bypasses row-level security.
 */
export class Roles1764000000000 implements MigrationInterface {
  name = 'Roles1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare
        role text;
      begin
        foreach role in array array['finanz_owner', 'finanz_writer', 'finanz_app', 'finanz_auditor'] loop
          begin
            execute format('create role %I nologin', role);
          exception when duplicate_object or unique_violation then null; -- roles belong to the server, not to the database
          end;
        end loop;
        if not (select rolsuper from pg_roles where rolname = current_user) then
          execute format('grant finanz_owner, finanz_writer to %I', current_user);
        end if;
      end $$;
      revoke create on schema public from public;
      grant usage on schema public to finanz_owner, finanz_writer, finanz_app, finanz_auditor;
      grant create on schema public to finanz_owner, finanz_writer;
      grant select on schema_migration to finanz_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the roles belong to the server and are not taken back');
  }
}
