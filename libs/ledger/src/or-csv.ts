import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Documents a list that also comes as a spreadsheet, `?format=csv`. */
export const OrCsv = (model: Type): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(model),
    ApiOkResponse({
      content: {
        'application/json': { schema: { $ref: getSchemaPath(model) } },
        'text/csv': {
          schema: { type: 'string', description: 'UTF-8 with byte order mark, semicolons, decimal commas.' },
        },
      },
    }),
  );
