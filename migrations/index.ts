import { Roles1764000000000 } from './1764000000000-roles.js';
import { Clients1764000000050 } from './1764000000050-clients.js';
import { Ledger1764000000100 } from './1764000000100-ledger.js';
import { Posting1764000000110 } from './1764000000110-posting.js';
import { Access1764000000200 } from './1764000000200-access.js';
import { Exchange1764000000300 } from './1764000000300-exchange.js';
import { Partners1764000000400 } from './1764000000400-partners.js';
import { OpenItems1764000000410 } from './1764000000410-open-items.js';
import { Documents1764000000500 } from './1764000000500-documents.js';
import { Decisions1764000000510 } from './1764000000510-decisions.js';
import { Invoicing1764000000600 } from './1764000000600-invoicing.js';
import { Safeguards1764000000700 } from './1764000000700-safeguards.js';
import { Books1765000000000 } from './1765000000000-books.js';
import { Demonstration1765000000150 } from './1765000000150-demonstration.js';
import { Doors1765000000200 } from './1765000000200-doors.js';
import { TokenScopes1765000000210 } from './1765000000210-token-scopes.js';
import { AuditChain1765000000220 } from './1765000000220-audit-chain.js';
import { SealKeys1765000000300 } from './1765000000300-seal-keys.js';
import { VoucherLog1765000000310 } from './1765000000310-voucher-log.js';
import { SealLetters1765000000320 } from './1765000000320-seal-letters.js';
import { JournalSearch1765000000400 } from './1765000000400-journal-search.js';
import { ImportTurns1765000000410 } from './1765000000410-import-turns.js';
import { InboxCounts1765000000420 } from './1765000000420-inbox-counts.js';
import { MoveIn1765000000500 } from './1765000000500-move-in.js';
import { ExitPackage1765000000510 } from './1765000000510-exit-package.js';
import { Plans1765000000600 } from './1765000000600-plans.js';
import { Vat1765000000610 } from './1765000000610-vat.js';

/** Every migration, oldest first. A migration is frozen once released; the next one corrects it. */
export const migrations = [
  Roles1764000000000,
  Clients1764000000050,
  Ledger1764000000100,
  Posting1764000000110,
  Access1764000000200,
  Exchange1764000000300,
  Partners1764000000400,
  OpenItems1764000000410,
  Documents1764000000500,
  Decisions1764000000510,
  Invoicing1764000000600,
  Safeguards1764000000700,
  Books1765000000000,
  Demonstration1765000000150,
  Doors1765000000200,
  TokenScopes1765000000210,
  AuditChain1765000000220,
  SealKeys1765000000300,
  VoucherLog1765000000310,
  SealLetters1765000000320,
  JournalSearch1765000000400,
  ImportTurns1765000000410,
  InboxCounts1765000000420,
  MoveIn1765000000500,
  ExitPackage1765000000510,
  Plans1765000000600,
  Vat1765000000610,
];
