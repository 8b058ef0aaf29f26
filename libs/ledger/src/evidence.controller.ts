import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditLog, type Actor, ClientId, CurrentActor, CurrentUser, Needs, type Principal } from '@lib/access';
import { Database } from '@lib/database';
import { ChainHeadDto, IntegrityDto, ProofDto, SealDto, SealListDto } from './evidence.dto.js';
import { lookAtFiling } from './file-seals.js';
import { LEDGER_OPTIONS, type LedgerOptions } from './ledger.options.js';
import { lastProof, proveLedger } from './prove-ledger.js';
import { sealKeys } from './seal-keys.js';
import { mailedTo, sealClient, seals } from './seals.js';
import { voucherEvidence } from './vouchers.queries.js';

/** Evidence that the books are whole: seals over the hash chains, and the proof that recomputes the kept balances. */
@ApiTags('Evidence')
@Controller('clients/:clientId')
export class EvidenceController {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    @Inject(LEDGER_OPTIONS) private readonly options: LedgerOptions,
  ) {}

  /** The seals, newest first, with the keys that verify them. */
  @Get('seals')
  @Needs('books:read')
  seals(@ClientId() clientId: number): Promise<SealListDto> {
    return this.database.inClient(clientId, async (tx) => ({
      items: await seals(tx),
      next: null,
      publicKey: this.options.sealKey.publicPem,
      keys: await sealKeys(tx),
    }));
  }

  /** Signs the heads of all years now, besides the daily seal. */
  @Post('seals')
  @Needs('seals:create')
  seal(@ClientId() clientId: number, @CurrentUser() user: Principal, @CurrentActor() by: Actor): Promise<SealDto> {
    return this.database.inClient(clientId, async (tx) => {
      const made = await sealClient(tx, this.options.sealKey, { id: user.userId, name: user.displayName }, true);
      const seal = made ?? (await seals(tx, 1))[0]!; // somebody else sealed at the same moment
      await this.audit.record(tx, { by, clientId, action: 'seal.create', resource: String(seal.sealNo) });
      return seal;
    });
  }

  /** Chain heads, vouchers, keys, the last seal and the last proof. */
  @Get('integrity')
  @Needs('books:read')
  integrity(@ClientId() clientId: number): Promise<IntegrityDto> {
    return this.database.inClient(clientId, async (tx) => ({
      years: await tx.query<ChainHeadDto>(
        `select year as "fiscalYear", (next_entry_no - 1)::int as entries, encode(head, 'hex') as head
         from fiscal_year where client_id = $1 order by year`,
        [clientId],
      ),
      filing: this.options.sealFolder ? await lookAtFiling(tx, this.options.sealFolder).catch(() => null) : null,
      mailedTo: await mailedTo(tx),
      vouchers: await voucherEvidence(tx),
      keys: await sealKeys(tx),
      lastSeal: (await seals(tx, 1))[0] ?? null,
      lastProof: (await lastProof(tx)) ?? null,
    }));
  }

  /** Recomputes balances, sums, numbers and chain ends now. */
  @Post('proofs')
  @HttpCode(201)
  @Needs('books:read')
  prove(@ClientId() clientId: number): Promise<ProofDto> {
    return this.database.inClient(clientId, proveLedger);
  }
}
