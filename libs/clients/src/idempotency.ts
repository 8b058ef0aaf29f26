import { ACCESS_OPTIONS, type AccessOptions, type Actor, Sealing, once } from '@lib/access';
import type { Tx } from '@lib/database';
import { Inject, Injectable } from '@nestjs/common';

/** Answers a repeated creating request (same `Idempotency-Key`) with the first answer instead of doing it again. */
@Injectable()
export class Idempotency {
  private readonly sealing: Sealing;

  constructor(@Inject(ACCESS_OPTIONS) options: AccessOptions) {
    this.sealing = new Sealing(options.secretKey);
  }

  /** @throws Problem KeyReused when the key came with another request before */
  once<T>(
    tx: Tx,
    request: { by: Actor; key: string | undefined; route: string; body: unknown },
    work: () => Promise<T>,
  ): Promise<T> {
    const { by, ...asked } = request;
    return once(tx, this.sealing, { userId: by.userId!, ...asked }, work);
  }
}
