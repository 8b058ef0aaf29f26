export { figures, lineOf, type StatementQuery, statementOf, type StatementView } from './draw-up-statement.js';
export { ReportingModule } from './reporting.module.js';
export { type Statement, STATEMENTS } from './statement.js';
