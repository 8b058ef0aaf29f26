import { type Cents, Clock, parseEuro } from '@lib/kernel';
import { Database, type Tx } from '@lib/database';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Authenticator } from '../guard/authenticator.js';
import { CurrentActor, IdempotencyKey, NeedsCentre, NotRecorded, SignedIn } from '../guard/decorators.js';
import { once } from '../once.js';
import { ACCESS_OPTIONS, type AccessOptions } from '../options.js';
import type { Actor } from '../principal.js';
import { PERMISSIONS_OF, ROLE_LABELS, ROLES } from '../role.js';
import { Sealing } from '../sign-in/sealing.js';
import { RouteId } from '../validators.js';
import { appointDeputy, changeDeputy } from './appoint-deputy.js';
import { assignRole, changeRole } from './assign-role.js';
import { changeUser, linkUntil, resetPassword } from './change-user.js';
import { createUser } from './create-user.js';
import { unlock } from './unlock.js';
import { findUsers, userById } from './users.store.js';
import {
  CreatedUserDto,
  DeputyChangeDto,
  InitialPasswordDto,
  NewDeputyDto,
  NewRoleDto,
  NewUserDto,
  PasswordResetDto,
  RoleChangeDto,
  RoleListDto,
  UserChangeDto,
  UserDto,
  UserListDto,
  UserQueryDto,
} from './users.dto.js';

const VERB_RECORDS = 'the verb records what it changed, in its transaction';

/** People, their roles and their deputies. */
@ApiTags('People and roles')
@Controller('centre')
@NeedsCentre('users:manage')
export class UsersController {
  private readonly sealing: Sealing;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly authenticator: Authenticator,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.sealing = new Sealing(options.secretKey);
  }

  /** The roles there are, with their permissions. */
  @Get('roles')
  @SignedIn()
  roles(): RoleListDto {
    const items = ROLES.map((role) => ({
      role,
      label: ROLE_LABELS[role],
      permissions: [...PERMISSIONS_OF[role]],
      wholeCentreOnly: role === 'administrator',
    }));
    return { items, next: null };
  }

  /** People by user name. */
  @Get('users')
  async users(@Query() query: UserQueryDto): Promise<UserListDto> {
    const limit = query.limit ?? 100;
    const found = await this.db.inCentre((tx) => findUsers(tx, { ...query, limit: limit + 1, now: this.clock.now() }));
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? items.at(-1)!.userName : null };
  }

  /** Creates somebody, still without a role. */
  @Post('users')
  @NotRecorded(VERB_RECORDS)
  createUser(
    @Body() wish: NewUserDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<CreatedUserDto> {
    return this.change(by, key, 'users', wish, async (tx) => {
      const oidcLinkUntil = wish.oidcLinking ? linkUntil(this.clock.now()) : null;
      const { id, ...initial } = await createUser(tx, { ...wish, email: wish.email ?? null, oidcLinkUntil }, by);
      return { ...(await userById(tx, id, this.clock.now())), ...initial };
    });
  }

  /** One person, with roles and deputies. */
  @Get('users/:userId')
  user(@Param('userId', RouteId) userId: string): Promise<UserDto> {
    return this.db.inCentre((tx) => userById(tx, userId, this.clock.now()));
  }

  /** Changes a person's data, or closes and reopens the account (`active`). */
  @Patch('users/:userId')
  @NotRecorded(VERB_RECORDS)
  changeUser(
    @Param('userId', RouteId) userId: string,
    @Body() wish: UserChangeDto,
    @CurrentActor() by: Actor,
  ): Promise<UserDto> {
    return this.changed(userId, (tx) =>
      changeUser(tx, userId, wish, by, { now: this.clock.now(), today: this.clock.today() }),
    );
  }

  /** Gives somebody a new initial password; ends sessions, revokes tokens, lifts a lock-out. */
  @Post('users/:userId/password-resets')
  @NotRecorded(VERB_RECORDS)
  resetPassword(
    @Param('userId', RouteId) userId: string,
    @Body() wish: PasswordResetDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<InitialPasswordDto> {
    const removeTotp = wish.removeTotp ?? false;
    return this.change(by, key, `users/${userId}/password-resets`, wish, (tx) =>
      resetPassword(tx, { userId, removeTotp }, by, this.clock.now()),
    );
  }

  /** Lifts every lock-out of this person's name; nothing else changes. */
  @Delete('users/:userId/lock-out')
  @HttpCode(204)
  @NotRecorded(VERB_RECORDS)
  async unlock(@Param('userId', RouteId) userId: string, @CurrentActor() by: Actor): Promise<void> {
    const now = this.clock.now();
    await this.db.inCentre(async (tx) => unlock(tx, (await userById(tx, userId, now)).userName, by, now));
  }

  /** Gives somebody a role. */
  @Post('users/:userId/roles')
  @NotRecorded(VERB_RECORDS)
  assignRole(
    @Param('userId', RouteId) userId: string,
    @Body() wish: NewRoleDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<UserDto> {
    return this.change(by, key, `users/${userId}/roles`, wish, async (tx) => {
      const validFrom = wish.validFrom ?? this.clock.today();
      await assignRole(tx, { ...wish, userId, validFrom, amountLimit: centsOf(wish.amountLimit) }, by);
      return userById(tx, userId, this.clock.now());
    });
  }

  /** Changes limit or last day of a role. */
  @Patch('users/:userId/roles/:roleId')
  @NotRecorded(VERB_RECORDS)
  changeRole(
    @Param('userId', RouteId) userId: string,
    @Param('roleId', RouteId) roleId: string,
    @Body() wish: RoleChangeDto,
    @CurrentActor() by: Actor,
  ): Promise<UserDto> {
    return this.changed(userId, (tx) =>
      changeRole(tx, { ...wish, userId, roleId, amountLimit: centsOf(wish.amountLimit) }, by, this.clock.today()),
    );
  }

  /** Lets somebody stand in for this person. */
  @Post('users/:userId/deputies')
  @NotRecorded(VERB_RECORDS)
  appointDeputy(
    @Param('userId', RouteId) userId: string,
    @Body() wish: NewDeputyDto,
    @IdempotencyKey() key: string | undefined,
    @CurrentActor() by: Actor,
  ): Promise<UserDto> {
    return this.change(by, key, `users/${userId}/deputies`, wish, async (tx) => {
      await appointDeputy(tx, { ...wish, userId }, by);
      return userById(tx, userId, this.clock.now());
    });
  }

  /** Changes the last day of a deputyship. */
  @Patch('users/:userId/deputies/:deputyId')
  @NotRecorded(VERB_RECORDS)
  changeDeputy(
    @Param('userId', RouteId) userId: string,
    @Param('deputyId', RouteId) deputyId: string,
    @Body() wish: DeputyChangeDto,
    @CurrentActor() by: Actor,
  ): Promise<UserDto> {
    return this.changed(userId, (tx) => changeDeputy(tx, { ...wish, userId, deputyId }, by, this.clock.today()));
  }

  private async changed(userId: string, work: (tx: Tx) => Promise<void>): Promise<UserDto> {
    const user = await this.db.inCentre(async (tx) => {
      await work(tx);
      return userById(tx, userId, this.clock.now());
    });
    this.authenticator.forget();
    return user;
  }

  private async change<T>(
    by: Actor,
    key: string | undefined,
    route: string,
    body: unknown,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const request = { userId: by.userId!, key, route, body };
    const answer = await this.db.inCentre((tx) => once(tx, this.sealing, request, () => work(tx)));
    this.authenticator.forget();
    return answer;
  }
}

/** Validated before ({@link IsUnsignedEuro}), so it reads. */
function centsOf<T extends null | undefined>(text: string | T): Cents | T {
  if (text == null) return text as T;
  const cents = parseEuro(text);
  return cents.ok ? cents.value : (null as T);
}
