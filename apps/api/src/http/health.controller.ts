import { Controller, Get, Inject, Optional } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotRecorded, Public } from '@lib/access';
import { DatabaseProbe } from '@lib/database';
import { DiskWatch } from '@lib/http';
import { problems } from '@lib/kernel';
import { HealthDto, ReadinessDto } from './health.dto.js';

/** Posting stops at a minute; an operator wants to know well before. */
const CLOCKS_AGREE_WITHIN_MS = 5_000;

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
    return { status: 'ok' };
  }

  /** The database answers; requests can be served. */
  @Get('ready')
  @Public()
  @NotRecorded('asked every few seconds by machines')
  async ready(): Promise<ReadinessDto> {
    try {
      const clockDifferenceMs = await this.probe.ask();
      const warnings: ReadinessDto['warnings'] = [];
      if (await this.disk.isLow()) warnings.push('disk-low');
      if (Math.abs(clockDifferenceMs) > CLOCKS_AGREE_WITHIN_MS) warnings.push('clocks-differ');
      return { status: 'ok', warnings, clockDifferenceMs };
    } catch {
      throw problems.Overloaded({ seconds: 5 });
    }
  }
}
