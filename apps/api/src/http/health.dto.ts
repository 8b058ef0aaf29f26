import { ApiProperty } from '@nestjs/swagger';

export class HealthDto {
  status: 'ok';
}

export class ReadinessDto extends HealthDto {
  /**
   * What needs the operator before it stops the work: `disk-low` refuses uploads and exports until there is room again; with
   * `clocks-differ` posting stops when the difference reaches a minute.
   */
  @ApiProperty({ enum: ['disk-low', 'clocks-differ'], isArray: true })
  warnings: ('disk-low' | 'clocks-differ')[];

  /** By how many milliseconds the database's clock is ahead of the application's. */
  clockDifferenceMs: number;
}
