import type { Language, LocalDate } from '@lib/kernel';
import type { Role } from '../role.js';

/** A role somebody holds; `clientId` null is the whole centre, `amountLimit` null is unlimited. Both days count. */
export interface RoleAssignment {
  id: string;
  role: Role;
  clientId: number | null;
  amountLimit: string | null;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  version: number;
}

/** Somebody who stands in for another, with the other's roles and limits. */
export interface Deputy {
  id: string;
  deputyUserId: string;
  deputyName: string;
  clientId: number | null;
  validFrom: LocalDate;
  validTo: LocalDate;
  version: number;
}

export interface User {
  id: string;
  userName: string;
  displayName: string;
  email: string | null;
  language: Language;
  active: boolean;
  mustChangePassword: boolean;
  totpEnabled: boolean;
  oidcLinked: boolean;
  /** Until when a first sign-in at the OpenID provider may link the account; null: not at all. */
  oidcLinkUntil: string | null;
  lockedUntil: string | null;
  version: number;
  roles: RoleAssignment[];
  deputies: Deputy[];
}
