export { CodeList } from './code-list.js';
export { labelOf } from './labels.js';
export * from './lists.js';
