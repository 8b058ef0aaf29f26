export {
  type AccountKind,
  type AccountLevel,
  type CashMapping,
  type Chart,
  type ChartAccount,
  type ChartProduct,
  type ChartVersion,
  CHART_VERSIONS,
  type Side,
  chartOf,
} from './chart/chart.js';
export { type FormulaTerm, type StatementLine, type StatementName } from './chart/statement-line.js';
