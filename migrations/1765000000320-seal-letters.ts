import type { MigrationInterface, QueryRunner } from 'typeorm';
import { separate } from './support.js';

/** Seals leave the house: to whom each was mailed, and when. What was sent is never taken back. */
export class SealLetters1765000000320 implements MigrationInterface {
  name = 'SealLetters1765000000320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local citus.enable_unsafe_triggers = on;
      set local role finanz_owner;
      create table seal_letter (
        client_id int not null,
        seal_no bigint not null,
        recipient text not null check (length(recipient) between 3 and 254),
        attempts int not null default 0,
        next_attempt_at timestamptz default clock_timestamp(),
        sent_at timestamptz,
        last_error text check (length(last_error) <= 500),
        primary key (client_id, seal_no, recipient),
        foreign key (client_id, seal_no) references seal (client_id, seal_no),
        check (sent_at is null or next_attempt_at is null)
      );
      create index seal_letter_waiting on seal_letter (client_id, next_attempt_at) where next_attempt_at is not null;
      ${separate('seal_letter')}
      grant select, insert on seal_letter to finanz_app;
      grant update (attempts, next_attempt_at, sent_at, last_error) on seal_letter to finanz_app;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seal_letter');
  }
}
