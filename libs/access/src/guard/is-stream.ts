import { SSE_METADATA } from '@nestjs/common/constants.js';
import { DECORATORS } from '@nestjs/swagger';

type Answers = Record<string, { content?: Record<string, unknown> }> | undefined;
type Config = { takesFile?: boolean } | undefined;

/** How the routes of Fastify carry what `RouteConfig` says. */
const ROUTE_CONFIG = '__fastify_route_config__';

/**
 * Whether a route lasts as long as somebody outside likes: it tells events, answers a file and nothing else, or takes one. Told by what the
 * route says of itself anyway, so that no new one can be forgotten. Pictures are not counted: a page shows many at once.
 */
export function isStream(handler: object): boolean {
  const answers = Reflect.getMetadata(DECORATORS.API_RESPONSE, handler) as Answers;
  const types = Object.values(answers ?? {}).flatMap(({ content }) => Object.keys(content ?? {}));
  const config = Reflect.getMetadata(ROUTE_CONFIG, handler) as Config;
  return (
    Reflect.getMetadata(SSE_METADATA, handler) === true ||
    config?.takesFile === true ||
    (types.length > 0 && types.every((type) => type !== 'application/json' && !type.startsWith('image/')))
  );
}
