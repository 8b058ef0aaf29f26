import { isLocalDate, parseEuro, problems } from '@lib/kernel';
import { applyDecorators, type PipeTransform } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A day that exists, `YYYY-MM-DD`. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ format: 'date', example: '2026-12-31' }),
    ValidateBy(
      {
        name: 'isDay',
        validator: { validate: isLocalDate, defaultMessage: () => '$property must be a day, YYYY-MM-DD' },
      },
      options,
    ),
  );

/** An amount of zero or more euros with at most two decimals, `"1234.50"`. */
export const IsUnsignedEuro = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isUnsignedEuro',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && !value.startsWith('-') && parseEuro(value).ok,
        defaultMessage: () => '$property must be an amount in euros, "1234.50"',
      },
    },
    options,
  );

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id in a route. What cannot be one is not found, like one that is nobody's. */
export const RouteId: PipeTransform<string, string> = {
  transform(value) {
    if (!UUID.test(value)) throw problems.NotFound();
    return value.toLowerCase();
  },
};
