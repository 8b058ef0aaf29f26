import { Controller, Get, Inject, Optional } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotRecorded, Public } from '@lib/access';
import { Database } from '@lib/database';
import { problems } from '@lib/kernel';
import { HealthDto } from './health.dto.js';

/** Whether the process runs and whether it can serve. */
@ApiTags('Operation')
@Controller('api/health')
export class HealthController {
  constructor(@Optional() @Inject(Database) private readonly database: Database) {}

  /** The process runs. */
  @Get('live')
  @Public()
  @NotRecorded('asked every few seconds by machines')
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** The database answers; requests can be served. */
  @Get('ready')
  @Public()
  @NotRecorded('asked every few seconds by machines')
  async ready(): Promise<HealthDto> {
    try {
      await this.database.pool.query('select 1');
      return { status: 'ok' };
    } catch {
      throw problems.Overloaded({ seconds: 5 });
    }
  }
}
