import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '@lib/database';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';
import { hasDueLetters, letterFailed, letterSent, takeLetter } from './letters.store.js';
import { Mailer } from './mailer.js';

const LOOK_MS = 30_000;
/** Waits between attempts, in seconds; after the last a person has to look. */
const RETRIES = [60, 300, 900, 3_600, 14_400, 43_200];

/** Mails letters that wait. A letter is taken by one instance at a time and tried again when the mail server refuses for now. */
@Injectable()
export class Outbox implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Outbox');
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    @Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions,
  ) {}

  get isSetUp(): boolean {
    return this.mailer.isSetUp;
  }

  onApplicationBootstrap(): void {
    if (this.options.runJobs === false || !this.isSetUp) return;
    this.timer = setInterval(() => void this.wake(), LOOK_MS).unref();
    void this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.working;
  }

  /** Sends what is due. Resolves when nothing is. */
  wake(): Promise<void> {
    return (this.working ??= this.work().finally(() => (this.working = undefined)));
  }

  private async work(): Promise<void> {
    if (!this.isSetUp) return;
    try {
      const clients = await this.database.inCentre((tx) =>
        tx.query<{ id: number }>('select id from client order by id'),
      );
      const ids = clients.map(({ id }) => id);
      const due = await this.database.inClients(ids, hasDueLetters);
      for (const [index, id] of ids.entries()) if (due[index]) while (!this.stopping && (await this.sendNext(id)));
    } catch (error) {
      this.logger.error(`letters wait: ${(error as Error).message}`);
    }
  }

  /**
   * The mail server is outside: no transaction waits for it. A process that dies right after the server took the letter lets it be sent once
   * more when the lease is over: better twice than never.
   */
  private async sendNext(clientId: number): Promise<boolean> {
    const letter = await this.database.inClient(clientId, takeLetter);
    if (!letter) return false;
    const error = await this.mailer
      .send({ to: letter.recipient, subject: letter.subject, text: letter.body, id: letter.id })
      .then(
        () => null,
        (failure: Error) => failure,
      );
    await this.database.inClient(clientId, (tx) =>
      error ? letterFailed(tx, letter.id, error.message, RETRIES[letter.attempts] ?? null) : letterSent(tx, letter.id),
    );
    if (error) this.logger.warn(`letter ${letter.id}: ${error.message}`);
    return true;
  }
}
