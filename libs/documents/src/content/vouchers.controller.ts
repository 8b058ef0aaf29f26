import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { AuditLog, type Actor, ClientId, CurrentActor, Needs } from '@lib/access';
import { Database } from '@lib/database';
import { disposition, type FileReply } from '../inbox/send-file.js';
import { ContentStore } from './content.store.js';
import { voucherPackage } from './voucher-package.js';

/** The files behind the entries, out of the house. */
@ApiTags('Export')
@Controller('clients/:clientId/exports')
export class VouchersController {
  constructor(
    private readonly database: Database,
    private readonly contents: ContentStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Every file that the voucher log names, in one archive (tar), under the number of its document. The bytes go out as they are found,
   * damaged ones too: the verifier holds them against the log.
   */
  @Get('vouchers')
  @Needs('exports:run')
  @ApiOkResponse({
    description: 'The archive, streamed.',
    content: { 'application/x-tar': { schema: { type: 'string', format: 'binary' } } },
  })
  async vouchers(
    @ClientId() clientId: number,
    @CurrentActor() by: Actor,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<StreamableFile> {
    const key = await this.database.inClient(clientId, async (tx) => {
      const [client] = await tx.query<{ key: string }>('select key from client where id = $1', [clientId]);
      await this.audit.record(tx, { by, clientId, action: 'export.run', resource: 'vouchers', detail: {} });
      return client!.key;
    });
    reply.header('Content-Disposition', disposition('attachment', `${key}-vouchers.tar`));
    return new StreamableFile(Readable.from(voucherPackage(this.database, this.contents, clientId)), {
      type: 'application/x-tar',
    });
  }
}
