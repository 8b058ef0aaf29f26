import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DOCUMENTS_OPTIONS, type DocumentsOptions } from '../documents.options.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Becomes the Message-ID: a letter sent twice by a crash can be told from two letters. */
  id: string;
  /** Texts that are to be kept as files. */
  attachments?: { filename: string; content: string }[];
}

/** Hands letters to the mail server that `SMTP_URL` names. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter | undefined;

  constructor(@Inject(DOCUMENTS_OPTIONS) private readonly options: DocumentsOptions) {
    if (!options.smtpUrl) return;
    this.transport = createTransport({
      url: options.smtpUrl,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // A letter holds text and nothing else: nothing is ever read from a file or fetched.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  get isSetUp(): boolean {
    return this.transport !== undefined;
  }

  /** @throws Error when the server does not take it */
  async send(mail: Mail): Promise<void> {
    if (!this.transport) throw new Error('no mail server is set up');
    await this.transport.sendMail({
      from: this.options.mailFrom ?? 'finanzzentrum@localhost',
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      ...(mail.attachments && { attachments: mail.attachments }),
      messageId: `<${mail.id}@finanzzentrum>`,
    });
  }
}
