import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@lib/database';
import { LEDGER_OPTIONS, type LedgerOptions } from './ledger.options.js';
import { claimSealKey } from './seal-keys.js';

/** No instance starts with a key that is not in force: what it sealed and exported would look forged. */
@Injectable()
export class SealKeyGuard implements OnModuleInit {
  constructor(
    private readonly database: Database,
    @Inject(LEDGER_OPTIONS) private readonly options: LedgerOptions,
  ) {}

  /** @throws OtherSealKeyError */
  onModuleInit(): Promise<void> {
    return this.database.inCentre((tx) => claimSealKey(tx, this.options.sealKey));
  }
}
