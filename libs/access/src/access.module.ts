import { Clock } from '@lib/kernel';
import { Database } from '@lib/database';
import {
  type DynamicModule,
  Inject,
  Injectable,
  Logger,
  Module,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuditController } from './audit/audit.controller.js';
import { AuditLog } from './audit/audit-log.js';
import { proveDaily } from './audit/prove-audit-log.js';
import { RequestRecorder } from './audit/request-recorder.js';
import { AccessGuard } from './guard/access.guard.js';
import { Authenticator } from './guard/authenticator.js';
import { LongAnswers } from './guard/long-answers.js';
import { ACCESS_OPTIONS, type AccessOptions } from './options.js';
import { Attempts } from './sign-in/attempts.js';
import { AuthController } from './sign-in/auth.controller.js';
import { Oidc } from './sign-in/oidc.js';
import { OidcController } from './sign-in/oidc.controller.js';
import { OwnAccount } from './sign-in/own-account.js';
import { SecretKeyGuard } from './sign-in/secret-key-guard.js';
import { removeExpired } from './sign-in/session.store.js';
import { SignIn } from './sign-in/sign-in.js';
import { removeOldSources } from './sign-in/source.store.js';
import { UsersController } from './users/users.controller.js';

const HOUR_MS = 3_600_000;
const REQUESTS_KEPT_HOURS = 7 * 24;

/** Once an hour takes away what has run out; once a day proves the audit log. */
@Injectable()
export class Housekeeping implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Housekeeping.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.sweep(), HOUR_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * HOUR_MS);
    const idle = hoursAgo(this.options.sessionIdleHours ?? 8);
    await this.db
      .inCentre(async (tx) => {
        await removeExpired(tx, now, idle, hoursAgo(REQUESTS_KEPT_HOURS));
        await removeOldSources(tx, now);
      })
      .catch((error: Error) => this.logger.warn(`sessions run out could not be removed: ${error.message}`));
    await proveDaily(this.db)
      .then((proof) => {
        if (proof && !proof.ok) this.logger.error(`the audit log does not hold: ${JSON.stringify(proof.findings)}`);
      })
      .catch((error: Error) => this.logger.warn(`the audit log could not be proven: ${error.message}`));
  }
}

/** Users, sign-in, roles and the audit log; puts the guard before every route of the application. */
@Module({})
export class AccessModule {
  static register(options: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      controllers: [AuthController, OidcController, UsersController, AuditController],
      providers: [
        { provide: ACCESS_OPTIONS, useValue: options },
        { provide: APP_GUARD, useClass: AccessGuard },
        Authenticator,
        LongAnswers,
        Attempts,
        SignIn,
        OwnAccount,
        Oidc,
        AuditLog,
        RequestRecorder,
        Housekeeping,
        SecretKeyGuard,
      ],
      exports: [ACCESS_OPTIONS, Authenticator, AuditLog, SecretKeyGuard],
    };
  }
}
