import { Controller, Get, Inject } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { NotRecorded, Public } from '@lib/access';
import { Database } from '@lib/database';
import { type DemonstrationState, demonstrationState } from './progress.js';

export class DemonstrationDto {
  /** `none`: the books are somebody's own. `filling`: the demonstration is being laid out, figures change until it is `complete`. */
  @ApiProperty({ enum: ['none', 'filling', 'complete'], example: 'complete' })
  state: DemonstrationState;
}

/** Whether the centre shows invented books, and whether all of them are there. */
@ApiTags('Operation')
@Controller('demonstration')
export class DemonstrationController {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** How far the demonstration is. */
  @Get()
  @Public()
  @NotRecorded('asked every few seconds while the demonstration is laid out')
  async state(): Promise<DemonstrationDto> {
    return { state: await demonstrationState(this.database) };
  }
}
