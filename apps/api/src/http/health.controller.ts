import { Controller, Get, Inject, Optional } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotRecorded, Public } from '@lib/access';
import { DatabaseProbe } from '@lib/database';
import { DiskWatch } from '@lib/http';
import { problems } from '@lib/kernel';
import { HealthDto } from './health.dto.js';

/** Whether the process runs and whether it can serve. */
@ApiTags('Operation')
@Controller('api/health')
export class HealthController {
  constructor(
    @Optional() @Inject(DatabaseProbe) private readonly probe: DatabaseProbe,
    @Optional() @Inject(DiskWatch) private readonly disk: DiskWatch,
  ) {}

  /** The process runs. */
  @Get('live')
  @Public()
  @NotRecorded('asked every few seconds by machines')
  live(): HealthDto {
    return { status: 'ok', warnings: [] };
  }

  /** The database answers; requests can be served. */
  @Get('ready')
  @Public()
  @NotRecorded('asked every few seconds by machines')
  async ready(): Promise<HealthDto> {
    try {
      await this.probe.ask();
      return { status: 'ok', warnings: (await this.disk.isLow()) ? ['disk-low'] : [] };
    } catch {
      throw problems.Overloaded({ seconds: 5 });
    }
  }
}
