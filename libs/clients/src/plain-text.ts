import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** Text of people: of a certain length, without control and other invisible characters. */
export const PlainText = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Length(min, max),
    Matches(/^[^\p{C}]*$/u, { message: '$property contains control characters' }),
  );
