import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** Begins a pattern: so many characters at least without the blanks around them. Blanks alone are no text and no reason. */
export const filled = (min: number): string =>
  min < 1 ? '' : min === 1 ? '(?=[^]*\\S)' : `(?=[^]*\\S[^]{${min - 2},}\\S)`;

/** Text of people: of a certain length, without control and other invisible characters. */
export const PlainText = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Length(min, max),
    Matches(new RegExp(`^${filled(min)}[^\\p{C}]*$`, 'u'), {
      message: '$property is blank or contains control characters',
    }),
  );
