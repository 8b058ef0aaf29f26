import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_OPTIONS, type AccessOptions, once, type Principal, Sealing } from '@lib/access';
import type { Tx } from '@lib/database';
import type { Language } from '@lib/kernel';
import type { Person } from './document/document.store.js';

/** Who asks, as histories name them. */
export const personOf = (user: Principal): Person => ({ id: user.userId, name: user.displayName });

/** The language of an answer: what the request wants, else what the person chose. */
export const languageOf = (wanted: string | undefined, user: Principal): Language =>
  wanted ? (/^\s*en\b/i.test(wanted) ? 'en' : 'de') : user.language;

/** Answers a repeated creating request (same `Idempotency-Key`) with the first answer instead of doing it again. */
@Injectable()
export class Repeats {
  private readonly sealing: Sealing;

  constructor(@Inject(ACCESS_OPTIONS) options: AccessOptions) {
    this.sealing = new Sealing(options.secretKey);
  }

  /** @throws Problem KeyReused when the key came with another request before */
  once<T>(
    tx: Tx,
    asked: { user: Principal; key: string | undefined; route: string; body: unknown },
    work: () => Promise<T>,
  ): Promise<T> {
    return once(
      tx,
      this.sealing,
      { userId: asked.user.userId, key: asked.key, route: asked.route, body: asked.body },
      work,
    );
  }

  /** Whether a key was used before, by its owner: then {@link once} will answer without doing anything. */
  async known(tx: Tx, user: Principal, key: string | undefined): Promise<boolean> {
    if (key === undefined) return false;
    const rows = await tx.query(
      'select 1 from idempotent_request where user_id = $1 and key = $2 and answer is not null',
      [user.userId, key],
    );
    return rows.length > 0;
  }
}
