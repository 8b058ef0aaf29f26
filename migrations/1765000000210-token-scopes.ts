import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API tokens say what they are good for and end. Those that exist keep everything their person may do, for a year. */
export class TokenScopes1765000000210 implements MigrationInterface {
  name = 'TokenScopes1765000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role finanz_owner;
      alter table api_token add column scopes text[] not null default '{all}' check (cardinality(scopes) > 0);
      update api_token set expires_on = current_date + 366 where expires_on is null;
      alter table api_token alter column expires_on set default current_date + 90, alter column expires_on set not null;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table api_token drop column scopes, alter column expires_on drop not null, alter column expires_on drop default',
    );
  }
}
