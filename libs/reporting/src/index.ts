export { figures, lineOf, type StatementQuery, statementOf } from './draw-up-statement.js';
export { type StatementDto as StatementView } from './reporting.dto.js';
export { ReportingModule } from './reporting.module.js';
export { type Statement, STATEMENTS } from './statement.js';
