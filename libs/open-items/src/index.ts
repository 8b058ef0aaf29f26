export { type Duty, DUTIES, DUTY_CONFLICTS, DUTY_LABELS, stillOpenTo } from './duties/duty.js';
export {
  dutiesInCase,
  dutiesOf,
  dutyConflict,
  type DutyWish,
  recordCasePartner,
  recordDuty,
} from './duties/record-duty.js';
export {
  CONTROL_OF,
  ITEM_KINDS,
  type ItemKind,
  type ItemShare,
  type ItemState,
  openAmount,
  PAYMENT_METHODS,
  type PaymentMethod,
  type RaisedItem,
  type RaiseWish,
} from './open-item.js';
export { openItemProblems } from './problems.js';
export { raiseOpenItem, raiseOpenItems } from './raise-open-items.js';
