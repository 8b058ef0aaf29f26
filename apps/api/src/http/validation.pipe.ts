import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { type FieldRefusal, Problem, problems } from '@lib/kernel';
import { fieldRefusals } from './field-rules.js';

/** Reads bodies and queries into their DTO. Unknown properties are refused; every refused field is named by its pointer. */
export function validationPipe(): ValidationPipe {
  return new StorableTextPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new Problem(
        'Invalid',
        {},
        errors.flatMap((error) => fieldRefusals(error)),
      ),
  });
}

/** Refuses texts that no database keeps: with NUL or half a character in them. */
class StorableTextPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && typeof value === 'string' && !isStorable(value)) throw problems.NotFound();
    // A body without a DTO is read by rules of its own.
    if (metadata.type !== 'param' && metadata.metatype !== Object) {
      const refused = unstorable(value, '');
      if (refused.length > 0) throw new Problem('Invalid', {}, refused);
    }
    return super.transform(value, metadata);
  }
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

function unstorable(value: unknown, pointer: string): FieldRefusal[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ pointer, code: 'ControlCharacter', params: {} }];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${pointer}/${key.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return isStorable(key) ? unstorable(inner, at) : [{ pointer, code: 'ControlCharacter', params: {} }];
  });
}
