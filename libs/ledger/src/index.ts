export { ledgerProblems } from './problems.js';
export { fieldProblems } from './field-problems.js';
export {
  type Book,
  type BookAccount,
  type EntryKind,
  type EntryWish,
  type Line,
  MAX_LINES,
  checkEntry,
  mirrored,
  readEntry,
  totalOf,
} from './journal-entry.js';
export { type Author, type Posting, type PostingAnswer, isPosted, postWithin, posting, postingCall, readAnswers } from './posting.js';
export { PostingQueue } from './posting-queue.js';
export { findEntry, loadBook, loadWholeBook } from './ledger.store.js';
export { explain, postEntry, postEntryWithin, refused, withinLimit } from './post-entry.js';
