import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a demonstration has been laid out: one row for each step, written by the transaction that did it. */
export class Demonstration1765000000150 implements MigrationInterface {
  name = 'Demonstration1765000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table demonstration_step (
        step text primary key check (length(step) between 1 and 200),
        value text not null check (length(value) <= 200),
        done_at timestamptz not null default clock_timestamp()
      );
      grant select, insert on demonstration_step to finanz_app;
      grant select on demonstration_step to finanz_auditor;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table demonstration_step');
  }
}
