export { DocumentsModule } from './documents.module.js';
export { DOCUMENTS_OPTIONS, type DocumentsOptions, type FileLimits, LARGEST_LIMITS } from './documents.options.js';
export { ContentChecks } from './content/content-checks.js';
export { ContentStore, sha256Of } from './content/content.store.js';
export { objectStoreOptions, type ObjectStoreOptions } from './content/object-store.js';
export * from './document/document.js';
export {
  changeDocument,
  type Document,
  documentEvents,
  type DocumentRow,
  entriesOf,
  findDocument,
  linkEntry,
  lockDocument,
  recordDocumentEvent,
} from './document/document.store.js';
export { hindrances, needsAcceptance } from './inbox/desk.js';
export { leaveFile } from './clearing/clearing.store.js';
export { SealMail } from './letters/seal-mail.js';
export { WatchedFolder } from './intake/watched-folder.js';
export { IntakeWorker } from './intake/intake-worker.js';
export { Intake, type TakenIn, type Way } from './intake/intake.js';
export { readOwnFile } from './intake/read-own-file.js';
export { type Coding, readCoding, writeCoding } from './coding/coding.js';
export { proposeCoding } from './coding/propose-coding.js';
export { decideOnDocument, type DecisionWish } from './decisions/decide.js';
export type { Doer } from './decisions/doer.js';
export { remindAndEscalate } from './decisions/reminders.js';
export { saveCoding, submitDocument } from './decisions/submit-document.js';
export { addContract } from './orders/contracts.store.js';
export { createOrder, type OrderWish } from './orders/orders.js';
export { runStandingOrders } from './orders/standing-orders.js';
export { addResponsibility } from './workflow/responsibilities.store.js';
export type { StepKey } from './workflow/workflow.js';
export { startRetention } from './document/start-retention.js';
export { documentProblems } from './problems.js';
export { FileReader, READING_OPTIONS, type ReadingOptions } from './reading/file-reader.js';
export type {
  LegalClass,
  PagePicture,
  ReadAttachment,
  ReadDecision,
  ReadFile,
  ReadFinding,
} from './reading/read-file.js';
export { ReaderUnavailable, READING_LIMITS, type ReadingLimits } from './reading/reading-pool.js';
export type { TakenAttachment } from './reading/reading-protocol.js';
