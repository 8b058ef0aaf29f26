export { addAddress, addressesOf, addressOn, type AddressWish } from './addresses.js';
export {
  bankAccountsOf,
  type BankAccountWish,
  confirmProposedFrom,
  decideBankAccount,
  endBankAccount,
  proposeBankAccount,
} from './bank-accounts.js';
export { drawNumbers } from './counter.js';
export {
  type BankAccountState,
  type Doer,
  type DoingPerson,
  nameKey,
  type Partner,
  PARTNER_KINDS,
  type PartnerAddress,
  type PartnerBankAccount,
  type PartnerChange,
  type PartnerData,
  type PartnerKind,
  readBic,
  readIban,
  taxKey,
  vatKey,
} from './partner.js';
export {
  addPartner,
  changePartner,
  changesOf,
  listPartners,
  matchPartners,
  type PartnerFacts,
  type PartnerFilter,
  type PartnerMatch,
  partnerOf,
  type PartnerRow,
  partnersByIds,
  type PartnerWish,
} from './partners.store.js';
export {
  isMandateReference,
  type Mandate,
  MANDATE_KINDS,
  MANDATE_SEQUENCES,
  type MandateKind,
  type MandateSequence,
  mandatesOf,
  type MandateWish,
  takenMandates,
} from './mandates.js';
export { type FormerPartner, formerPartners, type PartnerTakeover, takeOverPartners } from './take-over-partners.js';
export { partnerProblems } from './problems.js';
export { PartnersModule } from './partners.module.js';
