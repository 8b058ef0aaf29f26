/**
 * What every table is: `client` tables lead every key with `client_id`, stand under row-level security and would be
 * distributed by it; `global` tables are few, small and never reference a client table. A test holds it against the database.
 */
export const catalogue: Record<string, 'client' | 'global'> = {
  schema_migration: 'global',
  client: 'global',
  client_setting: 'client',
  client_bank_account: 'client',
  account: 'client',
  product: 'client',
  cost_centre: 'client',
  fiscal_year: 'client',
  period: 'client',
  period_decision: 'client',
  journal_entry: 'client',
  journal_line: 'client',
  account_balance: 'client',
  product_balance: 'client',
  draft: 'client',
  entry_template: 'client',
  standing_entry: 'client',
  seal: 'client',
  ledger_proof: 'client',
  user_account: 'global',
  role_assignment: 'global',
  deputy: 'global',
  sign_in_failure: 'global',
  session: 'global',
  api_token: 'global',
  idempotent_request: 'global',
  audit_event: 'global',
};
