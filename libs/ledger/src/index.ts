export {
  type AccountSums,
  balanceOf,
  carriesOver,
  resolveView,
  sumsAt,
  trialBalance,
  type View,
  WITHOUT_PRODUCT,
} from './balances.js';
export { type PlannedShare, remainingOf, restOf } from './accruals.js';
export { lockPlansOf, restTogether, type StoredPlan } from './accruals.store.js';
export { type Draft, type Person, saveDraft } from './drafts.js';
export { fieldProblems } from './field-problems.js';
export {
  type Book,
  type BookAccount,
  type BookItem,
  checkEntry,
  isVoucherDate,
  type EntryKind,
  type EntryWish,
  type Line,
  type LineTax,
  MAX_LINES,
  mirrored,
  readEntry,
  type Rights,
  totalOf,
} from './journal-entry.js';
export { entries, entryById } from './journal.queries.js';
export { authorToday, holderObstacle, type HolderObstacle } from './holder.js';
export { LEDGER_OPTIONS, type LedgerOptions, LedgerModule } from './ledger.module.js';
export { findEntry, loadBook, loadWholeBook, rightsOf, withOpenItems } from './ledger.store.js';
export { explain, postEntry, postEntryWithin, refused } from './post-entry.js';
export {
  type Author,
  isPosted,
  type Posting,
  posting,
  type PostingAnswer,
  postingCall,
  postWithin,
  readAnswers,
} from './posting.js';
export { JournalEntryDto, PersonDto } from './journal-answers.dto.js';
export { IsLocalDate, PageQuery, ToBoolean, ViewQuery } from './view.dto.js';
export { OrCsv } from './or-csv.js';
export { type Column, csvOf, germanEuro } from './csv.js';
export { authorOf, readIdempotencyKey } from './journal.controller.js';
export { PostingQueue } from './posting-queue.js';
export { ledgerProblems } from './problems.js';
export { lastProof, proveLedger } from './prove-ledger.js';
export { postReversal, postReversalWithin } from './post-reversal.js';
export { reversalOf } from './reverse-entry.js';
export { runStandingEntries } from './run-standing-entries.js';
export { type Seal, sealClient, seals } from './seals.js';
export {
  breakWithSealKey,
  claimSealKey,
  fingerprintOf,
  handOverSealKey,
  OtherSealKeyError,
  requireSealKey,
  SealKey,
  sealKeys,
} from './seal-keys.js';
export { filedSeal, fileSeals, type Filing, lookAtFiling } from './file-seals.js';
export { SealKeyGuard } from './seal-key-guard.js';
export { voucherEnd } from './vouchers.queries.js';
export { accrualPlan, planStandingEntry, type StandingWish } from './standing-entries.js';
export { standingAtRisk } from './standing-obstacles.js';
export { noteTaxPoints, type TaxFacts, taxPointOf } from './tax-lines.js';
export { type Trial, tryEntry } from './try-entry.js';
