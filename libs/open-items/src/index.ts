export { type Duty, DUTIES, DUTY_CONFLICTS } from './duties/duty.js';
export {
  dutiesInCase,
  dutiesOf,
  dutyConflict,
  type DutyWish,
  recordCasePartner,
  recordDuty,
} from './duties/record-duty.js';
export {
  ITEM_KINDS,
  type ItemKind,
  type ItemShare,
  type ItemState,
  PAYMENT_METHODS,
  type PaymentMethod,
  type RaisedItem,
  type RaiseWish,
} from './open-item.js';
export { type ItemTax, taxOfDiscount, taxOfPart } from './item-tax.js';
export { openItemProblems } from './problems.js';
export { type ItemOrigin, recordItemOrigins } from './item-origins.js';
export { raiseOpenItem, raiseOpenItems } from './raise-open-items.js';
export { changeOpenItem, type ItemChange } from './change-open-item.js';
export {
  declareOwnMatter,
  endOwnMatter,
  type OwnMatter,
  ownMatters,
  type OwnMatterWish,
} from './duties/own-matters.js';
export { offsetOpenItems, type OffsetWish } from './offset-open-items.js';
export { itemById, listItems, partnerStatement, reconciliation } from './open-items.queries.js';
export { OpenItemsModule } from './open-items.module.js';
