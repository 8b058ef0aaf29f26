import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { type ClientTx, Database } from '@lib/database';
import { Clock } from '@lib/kernel';
import { filedSeal, type Seal } from '@lib/ledger';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { Mailer } from './mailer.js';

/** Waits between attempts, in seconds; after the last the next seal goes its own way. */
const RETRIES = [900, 3_600, 14_400, 43_200, 86_400];
/** An instance that dies while it mails leaves its letters to the next one after this time. */
const CLAIM_SECONDS = 1_800;

interface DueLetter extends Seal {
  client: string;
  clientId: number;
  recipient: string;
  attempts: number;
}

/**
 * Mails every seal to the auditors of its client: what lies in their mailbox nobody who rules over the database can change. An auditor
 * of many clients gets one letter with the seals of all of them.
 */
@Injectable()
export class SealMail {
  private readonly logger = new Logger('SealMail');
  private working: Promise<number> | undefined;

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  @Cron('*/15 * * * *')
  async onTime(): Promise<void> {
    if (this.options.runJobs === false) return;
    await this.run().catch((error: Error) => this.logger.error(`seals could not be mailed: ${error.message}`));
  }

  /** Mails what is due. @returns how many letters the server took */
  run(): Promise<number> {
    return (this.working ??= this.mail().finally(() => (this.working = undefined)));
  }

  private async mail(): Promise<number> {
    if (!this.mailer.isSetUp) return 0;
    const clients = await this.database.inCentre((tx) => tx.query<{ id: number }>('select id from client order by id'));
    const letters = new Map<string, DueLetter[]>();
    for (const { id } of clients) {
      const due = await this.database.inClient(id, async (tx) => {
        await addressSeals(tx, this.clock.today());
        return claimLetters(tx);
      });
      for (const letter of due) letters.set(letter.recipient, [...(letters.get(letter.recipient) ?? []), letter]);
    }
    let sent = 0;
    for (const [recipient, seals] of letters) if (await this.send(recipient, seals)) sent++;
    return sent;
  }

  private async send(recipient: string, seals: DueLetter[]): Promise<boolean> {
    let failure: string | null = null;
    try {
      await this.mailer.send(letterOf(recipient, seals));
    } catch (error) {
      failure = (error as Error).message;
      this.logger.warn(`seals for an auditor: ${failure}`);
    }
    for (const seal of seals) await this.database.inClient(seal.clientId, (tx) => noteAttempt(tx, seal, failure));
    return failure === null;
  }
}

/** The letter: the seals to be kept as a file, and what to do with them. */
function letterOf(recipient: string, seals: DueLetter[]) {
  const list = seals.map(({ client, sealNo, statement }) => `- ${client}, Siegel ${sealNo}\n${indented(statement)}`);
  const last = seals.at(-1)!;
  return {
    to: recipient,
    subject: seals.length === 1 ? `Siegel ${last.sealNo}: ${last.client}` : `Siegel von ${seals.length} Mandanten`,
    text: [
      'Das Finanzzentrum hat die Bücher gesiegelt. Bewahren Sie diese Nachricht samt Anlage auf: Was vor diesem Siegel gebucht und belegt war, kann danach niemand mehr ändern, ohne dass die Prüfung es zeigt.',
      'Prüfung: npm run verify -- <Ausgabe der Bücher> --against siegel.seal',
      '',
      'The finance centre has sealed the books. Keep this message with its attachment: what was booked before this seal cannot be changed without the check showing it.',
      '',
      ...list,
    ].join('\n'),
    id: `seal-${last.clientId}-${last.sealNo}-${Buffer.from(recipient).toString('hex').slice(0, 40)}`,
    attachments: [{ filename: 'siegel.seal', content: seals.map(filedSeal).join('') }],
  };
}

const indented = (statement: string): string => statement.trimEnd().replace(/^/gm, '    ');

/** Addresses the seals of the last days to whoever audits the client today. What was before a mail server was set up stays unsent. */
async function addressSeals(tx: ClientTx, today: string): Promise<void> {
  await tx.query(
    `insert into seal_letter (client_id, seal_no, recipient)
     select distinct s.client_id, s.seal_no, u.email
     from seal s
     join role_assignment r on r.role = 'auditor' and (r.client_id is null or r.client_id = s.client_id)
       and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date)
     join user_account u on u.id = r.user_id and u.active and u.email is not null
     where s.client_id = $1 and s.sealed_at > clock_timestamp() - interval '3 days'
     on conflict do nothing`,
    [tx.clientId, today],
  );
}

/** What is due, for this instance alone until its time is over. */
function claimLetters(tx: ClientTx): Promise<DueLetter[]> {
  return tx.query(
    `with due as materialized (select seal_no, recipient from seal_letter
       where client_id = $1 and next_attempt_at <= clock_timestamp() order by seal_no for update skip locked)
     update seal_letter l set next_attempt_at = clock_timestamp() + make_interval(secs => $2)
     from due join seal s on s.client_id = $1 and s.seal_no = due.seal_no join client c on c.id = $1
     where l.client_id = $1 and l.seal_no = due.seal_no and l.recipient = due.recipient
     returning l.client_id as "clientId", l.recipient, l.attempts, c.name as client, s.seal_no::int as "sealNo", s.sealed_at as "sealedAt",
       s.sealed_by_name as "sealedBy", s.statement, s.key_id as "keyId", encode(s.signature, 'base64') as signature`,
    [tx.clientId, CLAIM_SECONDS],
  );
}

async function noteAttempt(
  tx: ClientTx,
  { sealNo, recipient, attempts }: DueLetter,
  failure: string | null,
): Promise<void> {
  const retry = failure === null ? null : (RETRIES[attempts] ?? null);
  await tx.query(
    `update seal_letter set attempts = attempts + 1, last_error = $4,
       sent_at = case when $4::text is null then clock_timestamp() end,
       next_attempt_at = clock_timestamp() + make_interval(secs => $5::int)
     where client_id = $1 and seal_no = $2 and recipient = $3`,
    [tx.clientId, sealNo, recipient, failure?.slice(0, 500) ?? null, retry],
  );
}
