export { ClientsModule } from './clients.module.js';
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
export { type Address, type Client, type ClientData, type VatStatus } from './client/client.js';
export { findClient, listClients } from './client/clients.store.js';
export { changeClient } from './client/change-client.js';
export { type ClientWish, createClient } from './client/create-client.js';
export { CLIENT_KINDS, CLIENT_TEMPLATES, type ClientKind, type ClientTemplate } from './client/template.js';
export { addFiscalYear } from './fiscal-year/add-fiscal-year.js';
export { changePeriodState, type PeriodStateWish } from './fiscal-year/change-period-state.js';
export { PERIOD_STATES, type Period, type PeriodState } from './fiscal-year/fiscal-year.js';
export { type FiscalYear, insertFiscalYear, listFiscalYears } from './fiscal-year/fiscal-years.store.js';
export { type ControlAccount, CONTROL_ACCOUNTS } from './chart/control-accounts.js';
export {
  type Account,
  type AccountFilter,
  accountOf,
  addAccount,
  changeAccount,
  listAccounts,
} from './master-data/accounts.js';
export { type BankAccount, addBankAccount, listBankAccounts } from './master-data/bank-accounts.js';
export { type CostCentre, addCostCentre, changeCostCentre, listCostCentres } from './master-data/cost-centres.js';
export {
  type Product,
  addProduct,
  changeProduct,
  ensureUnassignedProduct,
  listProducts,
  UNASSIGNED_PRODUCT,
} from './master-data/products.js';
export {
  addTaxKey,
  listTaxKeys,
  TAX_USAGES,
  type TaxKey,
  TaxKeys,
  taxKeysOn,
  type TaxUsage,
} from './master-data/tax-keys.js';
export { type Setting, addSetting, listSettings, settingOn, settingsOn } from './master-data/settings.js';
export { changeRow } from './change-row.js';
export { Idempotency } from './idempotency.js';
export { filled, PlainText } from './plain-text.js';
export { refuseDuplicate } from './refuse-duplicate.js';
export { clientProblems } from './problems.js';
export { findWords, fold } from './search/find-words.js';
export { defineEntrySearch, type FoundEntry } from './search/search.queries.js';
