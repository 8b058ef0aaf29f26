import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldRefusal, Problem } from '@lib/kernel';

/** Reads bodies and queries into their DTO. Unknown properties are refused; every refused field is named by its pointer. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new Problem('Invalid', {}, errors.flatMap((error) => refusals(error, ''))),
  });
}

function refusals(error: ValidationError, prefix: string): FieldRefusal[] {
  const pointer = `${prefix}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) =>
    rule === 'whitelistValidation'
      ? { pointer, code: 'UnknownField', params: { value: error.property } }
      : { pointer, code: 'InvalidField', params: { reason: message } },
  );
  return [...own, ...(error.children ?? []).flatMap((child) => refusals(child, pointer))];
}
