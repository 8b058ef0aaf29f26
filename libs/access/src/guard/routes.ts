import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from './decorators.js';

export interface RouteAccess {
  method: string;
  /** Without the global prefix, `/clients/:clientId/journal-entries`. */
  path: string;
  /** Class and method, for finding it. */
  handler: string;
  /** undefined: nobody said who may use it, so the guard refuses everybody. */
  access: AccessRule | undefined;
}

const firstOf = (path: string | string[] | undefined): string => (Array.isArray(path) ? path[0] : path) ?? '';

/** Every route of the application and who may use it, for the test that no new one was forgotten. */
export function routesOf(app: INestApplicationContext): RouteAccess[] {
  const scanner = new MetadataScanner();
  const routes: RouteAccess[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (!metatype) continue;
      const prototype = metatype.prototype as Record<string, object>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name]!;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        const path = [
          Reflect.getMetadata(PATH_METADATA, metatype),
          Reflect.getMetadata(PATH_METADATA, handler),
        ] as string[];
        routes.push({
          method: RequestMethod[method]!,
          path: `/${path.map(firstOf).join('/')}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
          handler: `${metatype.name}.${name}`,
          access: (Reflect.getMetadata(ACCESS_RULE, handler) ?? Reflect.getMetadata(ACCESS_RULE, metatype)) as
            AccessRule | undefined,
        });
      }
    }
  }
  return routes;
}
