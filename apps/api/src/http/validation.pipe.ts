import { ValidationPipe } from '@nestjs/common';
import { Problem } from '@lib/kernel';
import { fieldRefusals } from './field-rules.js';

/** Reads bodies and queries into their DTO. Unknown properties are refused; every refused field is named by its pointer. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new Problem('Invalid', {}, errors.flatMap((error) => fieldRefusals(error))),
  });
}
