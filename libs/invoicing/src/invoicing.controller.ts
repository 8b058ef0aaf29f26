import {
  type Actor,
  ClientId,
  CurrentActor,
  CurrentUser,
  IdempotencyKey,
  Needs,
  type Principal,
  requireLimit,
  RouteId,
} from '@lib/access';
import { Idempotency } from '@lib/clients';
import { Database } from '@lib/database';
import { Clock } from '@lib/kernel';
import { authorOf } from '@lib/ledger';
import type { DoingPerson } from '@lib/partners';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { cancelInvoice } from './cancel-invoice.js';
import { type Issuer, issueInvoice } from './issue-invoice.js';
import {
  CancellationDto,
  IssueDto,
  OutgoingInvoiceChangeDto,
  OutgoingInvoiceDto,
  OutgoingInvoiceListDto,
  OutgoingInvoicesQuery,
  OutgoingInvoiceVersionDto,
  OutgoingInvoiceWishDto,
} from './invoicing.dto.js';
import { fileBytes, type FileKind, invoiceOf, listInvoices, type StoredInvoice } from './invoicing.store.js';
import { previewLetter } from './preview-letter.js';
import { changeDraft, removeDraft, saveDraft } from './save-draft.js';
import { fileName, invoiceView, type Onlooker, readDraft, rowView } from './view.js';

interface Reply {
  header(name: string, value: string): Reply;
}

const doer = (user: Principal, by: Actor): DoingPerson => ({
  ...by,
  userId: user.userId,
  displayName: user.displayName,
});

const binary = (type: string) =>
  ApiOkResponse({ content: { [type]: { schema: { type: 'string', format: 'binary' } } } });

/** The client's own invoices: drafted by one person, issued by another. */
@ApiTags('Outgoing invoices')
@Controller('clients/:clientId/outgoing-invoices')
export class InvoicingController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
  ) {}

  private onlooker(user: Principal, clientId: number): Onlooker {
    return {
      userId: user.userId,
      language: user.language,
      today: this.clock.today(),
      decides: user.clients.get(clientId)?.permissions.has('documents:decide') ?? false,
    };
  }

  private issuer(user: Principal, clientId: number, by: Actor): Issuer {
    return {
      person: doer(user, by),
      author: authorOf(user, clientId),
      language: user.language,
      requireLimit: (amount) => requireLimit(user, clientId, 'documents:decide', amount),
      clock: this.clock,
    };
  }

  /** Own invoices, the one changed last on top. */
  @Get()
  @Needs('books:read')
  async list(@ClientId() clientId: number, @Query() query: OutgoingInvoicesQuery): Promise<OutgoingInvoiceListDto> {
    const { items, next } = await this.db.inClient(clientId, (tx) => listInvoices(tx, query));
    return { items: items.map(rowView), next };
  }

  /** Keeps a draft. Whoever drafts cannot issue. */
  @Post()
  @Needs('invoicing:write')
  draft(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: OutgoingInvoiceWishDto,
  ): Promise<OutgoingInvoiceDto> {
    const request = { by, key, route: `clients/${clientId}/outgoing-invoices`, body };
    return this.db.inClient(clientId, (tx) =>
      this.idempotency.once(tx, request, async () => {
        const draft = await saveDraft(tx, readDraft(body), doer(user, by));
        return invoiceView(tx, draft, this.onlooker(user, clientId));
      }),
    );
  }

  /** One invoice; a draft names what stands against issuing it. */
  @Get(':id')
  @Needs('books:read')
  one(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @Param('id', RouteId) id: string,
  ): Promise<OutgoingInvoiceDto> {
    return this.db.inClient(clientId, async (tx) =>
      invoiceView(tx, await invoiceOf(tx, id), this.onlooker(user, clientId)),
    );
  }

  /** Writes a draft anew. */
  @Put(':id')
  @Needs('invoicing:write')
  change(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Param('id', RouteId) id: string,
    @Body() body: OutgoingInvoiceChangeDto,
  ): Promise<OutgoingInvoiceDto> {
    return this.db.inClient(clientId, async (tx) =>
      invoiceView(
        tx,
        await changeDraft(tx, id, body.version, readDraft(body), doer(user, by)),
        this.onlooker(user, clientId),
      ),
    );
  }

  /** Throws a draft away; what it held goes to the audit log. */
  @Delete(':id')
  @HttpCode(204)
  @Needs('invoicing:write')
  remove(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @Param('id', RouteId) id: string,
    @Query() query: OutgoingInvoiceVersionDto,
  ): Promise<void> {
    return this.db.inClient(clientId, (tx) => removeDraft(tx, id, query.version, doer(user, by)));
  }

  /**
   * Issues a draft: draws the number, checks the e-invoice by the rules, posts claim and entry, stores XML and PDF. By another
   * person than who drafted it. Asked twice with one key, it answers the same invoice.
   */
  @Post(':id/issue')
  @HttpCode(200)
  @Needs('documents:decide')
  issue(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Param('id', RouteId) id: string,
    @Body() body: IssueDto,
  ): Promise<OutgoingInvoiceDto> {
    return this.deciding(clientId, user, { by, key, route: `${id}/issue`, body }, (issuer, tx) =>
      issueInvoice(tx, id, body, issuer),
    );
  }

  /** Takes an issued invoice back with a credit note, and answers that. */
  @Post(':id/cancellation')
  @Needs('documents:decide')
  cancel(
    @ClientId() clientId: number,
    @CurrentUser() user: Principal,
    @CurrentActor() by: Actor,
    @IdempotencyKey() key: string | undefined,
    @Param('id', RouteId) id: string,
    @Body() body: CancellationDto,
  ): Promise<OutgoingInvoiceDto> {
    return this.deciding(clientId, user, { by, key, route: `${id}/cancellation`, body }, (issuer, tx) =>
      cancelInvoice(tx, id, body, issuer),
    );
  }

  private deciding(
    clientId: number,
    user: Principal,
    asked: { by: Actor; key: string | undefined; route: string; body: unknown },
    work: (issuer: Issuer, tx: Parameters<typeof issueInvoice>[0]) => Promise<StoredInvoice>,
  ): Promise<OutgoingInvoiceDto> {
    const request = { ...asked, route: `clients/${clientId}/outgoing-invoices/${asked.route}` };
    return this.db.inClient(clientId, (tx) =>
      this.idempotency.once(tx, request, async () =>
        invoiceView(tx, await work(this.issuer(user, clientId, asked.by), tx), this.onlooker(user, clientId)),
      ),
    );
  }

  /** The XRechnung in UBL as it was issued. */
  @Get(':id/xrechnung.xml')
  @Needs('documents:read')
  @binary('application/xml')
  ubl(@ClientId() clientId: number, @Param('id', RouteId) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.file(clientId, id, 'ubl', reply);
  }

  /** The XRechnung in CII as it was issued. */
  @Get(':id/cii.xml')
  @Needs('documents:read')
  @binary('application/xml')
  cii(@ClientId() clientId: number, @Param('id', RouteId) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.file(clientId, id, 'cii', reply);
  }

  /** The letter with the XRechnung inside (ZUGFeRD, PDF/A-3) as it was issued. */
  @Get(':id/invoice.pdf')
  @Needs('documents:read')
  @binary('application/pdf')
  pdf(@ClientId() clientId: number, @Param('id', RouteId) id: string, @Res({ passthrough: true }) reply: Reply) {
    return this.file(clientId, id, 'pdf', reply);
  }

  /** What the letter of a draft would look like today, marked as a draft. */
  @Get(':id/preview.pdf')
  @Needs('documents:read')
  @binary('application/pdf')
  async preview(
    @ClientId() clientId: number,
    @Param('id', RouteId) id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const document = await this.db.inClient(clientId, (tx) => previewLetter(tx, id, this.clock.today()));
    return sent(await document(), 'pdf', 'entwurf.pdf', reply);
  }

  private async file(clientId: number, id: string, kind: FileKind, reply: Reply): Promise<StreamableFile> {
    const { number, bytes, sha256 } = await this.db.inClient(clientId, (tx) => fileBytes(tx, id, kind));
    reply.header('ETag', `"${sha256}"`);
    return sent(bytes, kind, fileName(number, kind), reply);
  }
}

/** For saving, never for being run: whatever a browser might make of it. */
function sent(bytes: Buffer, kind: FileKind, name: string, reply: Reply): StreamableFile {
  reply
    .header('X-Content-Type-Options', 'nosniff')
    .header('Content-Security-Policy', "default-src 'none'; sandbox")
    .header('Cache-Control', 'private, no-cache');
  return new StreamableFile(bytes, {
    type: kind === 'pdf' ? 'application/pdf' : 'application/xml',
    disposition: `attachment; filename="${name}"`,
    length: bytes.length,
  });
}
