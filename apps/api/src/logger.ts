import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { LogLevel } from './settings.js';

/** Nest's log as JSON lines. Secrets never reach it: what is logged is named, requests are not logged whole. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: LogLevel) {
    this.pino = pino({
      level,
      redact: { paths: ['*.password', '*.authorization', '*.cookie', 'err.parameters', 'err.config'], censor: '…' },
    });
  }

  log(message: unknown, context?: string): void {
    // Nest tells every route and module it maps; that is of use to nobody who runs a centre.
    if (
      context === 'NestFactory' ||
      context === 'NestApplication' ||
      context === 'InstanceLoader' ||
      context === 'RouterExplorer' ||
      context === 'RoutesResolver'
    )
      this.debug(message, context);
    else this.write('info', message, context);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest.at(-1));
  }

  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }

  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }

  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, context: unknown): void {
    if (typeof message === 'object' && message !== null) this.pino[level]({ ...message, context });
    else this.pino[level]({ context }, String(message));
  }
}
