import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Principal, requireCentre, requireClient } from '../principal.js';
import { accessProblems } from '../problems.js';
import { Authenticator, type Visitor } from './authenticator.js';
import { isSafe, refuseCrossSite, requireCsrfToken } from './csrf.js';
import { ACCESS_RULE, type AccessRule, clientIdOf, NOT_RECORDED, WITH_INITIAL_PASSWORD } from './decorators.js';
import { isStream } from './is-stream.js';
import { LongAnswers } from './long-answers.js';
import type { AccessRequest, Reply } from './request.js';

interface Entrance {
  rule: AccessRule | undefined;
  recorded: 'everything' | 'refusals';
  withInitialPassword: boolean;
  isStream: boolean;
}

/** Stands before every route. What does not say who may use it is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly entrances = new WeakMap<object, Entrance>();

  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly longAnswers: LongAnswers,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const entrance = this.entranceOf(context);
    const request = context.switchToHttp().getRequest<AccessRequest>();
    if (!entrance.rule) throw accessProblems.AccessUndeclared();
    if (entrance.rule.kind === 'public') {
      if (!isSafe(request)) refuseCrossSite(request);
      return true;
    }
    // Known a moment ago: no detour through a promise.
    let visitor = this.authenticator.visitorOf(request);
    // A client that is not known may have been created since.
    if (
      entrance.rule.kind === 'client' &&
      !(visitor instanceof Promise) &&
      !visitor?.principal.clients.has(clientIdOf(request))
    ) {
      visitor = this.authenticator.visitorOf(request, true);
    }
    const reply = context.switchToHttp().getResponse<Reply>();
    return visitor instanceof Promise
      ? visitor.then((found) => this.admit(request, reply, entrance, found))
      : this.admit(request, reply, entrance, visitor);
  }

  private admit(request: AccessRequest, reply: Reply, entrance: Entrance, visitor: Visitor | null): true {
    if (!visitor) throw accessProblems.SignInRequired();
    const { principal } = visitor;
    request.principal = principal;
    request.sessionHash = visitor.hash;
    request.recorded = entrance.recorded;
    if (visitor.csrfToken !== null) {
      request.csrfToken = visitor.csrfToken;
      if (!isSafe(request)) {
        refuseCrossSite(request);
        requireCsrfToken(request, visitor.csrfToken);
      }
    }
    permit(principal, entrance, request);
    this.longAnswers.begin({
      request,
      answer: reply.raw,
      userId: principal.userId,
      isStream: entrance.isStream,
      askAgain: async () => {
        const now = await this.authenticator.stillThere(request);
        if (!now) throw accessProblems.SignInRequired();
        permit(now.principal, entrance, request);
      },
    });
    return true;
  }

  private entranceOf(context: ExecutionContext): Entrance {
    const handler = context.getHandler();
    let entrance = this.entrances.get(handler);
    if (!entrance) {
      const targets = [handler, context.getClass()];
      entrance = {
        rule: this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, targets),
        recorded:
          this.reflector.getAllAndOverride<string | undefined>(NOT_RECORDED, targets) === undefined
            ? 'everything'
            : 'refusals',
        withInitialPassword:
          this.reflector.getAllAndOverride<boolean | undefined>(WITH_INITIAL_PASSWORD, targets) === true,
        isStream: isStream(handler),
      };
      this.entrances.set(handler, entrance);
    }
    return entrance;
  }
}

function permit(principal: Principal, { rule, withInitialPassword }: Entrance, request: AccessRequest): void {
  if (principal.mustChangePassword && !withInitialPassword) throw accessProblems.PasswordChangeRequired();
  if (rule?.kind === 'client') {
    const clientId = clientIdOf(request);
    const instead = rule.or !== undefined && principal.clients.get(clientId)?.permissions.has(rule.or);
    requireClient(principal, clientId, instead ? rule.or! : rule.permission);
  } else if (rule?.kind === 'centre') requireCentre(principal, rule.permission);
  // What a person changes about themselves belongs to no narrower scope.
  else if (!isSafe(request) && principal.scopes && !principal.scopes.includes('all')) {
    throw accessProblems.TokenScope({ scope: 'all' });
  }
}
