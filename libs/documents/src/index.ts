export { DocumentsModule } from './documents.module.js';
export { DOCUMENTS_OPTIONS, type DocumentsOptions, type FileLimits } from './documents.options.js';
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
export { documentProblems } from './problems.js';
