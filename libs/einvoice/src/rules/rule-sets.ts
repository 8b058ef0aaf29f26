import { allowanceChargeRules, priceRules, totalRules } from './amounts.js';
import { ciiStructureRules } from './cii-structure.js';
import { cleanVehicleRules } from './clean-vehicles.js';
import { LISTS_1_3_15, LISTS_1_3_16, codeListRules } from './code-list-rules.js';
import { documentRules, lineRules } from './document.js';
import { extensionRules } from './extension.js';
import { germanRules } from './germany.js';
import { has, some, textOf } from './invoice-tree.js';
import { partyRules } from './parties.js';
import { dueDateRule, paymentRules } from './payment.js';
import { peppolRules } from './peppol.js';
import { type Rule, check } from './rule.js';
import { ublStructureRules } from './ubl-structure.js';
import { unusedRules } from './unused.js';
import { vatBreakdownRules } from './vat-breakdown.js';
import { vatCategoryRules } from './vat-categories.js';
import { isVat } from './ways.js';

/** A released set of rules. Once released it is never changed; a new release is a new set. */
export interface RuleSet {
  /** `en16931@1.3.16` */
  id: string;
  name: string;
  /** Where the rules come from. */
  source: string;
  rules: readonly Rule[];
}

const common: readonly Rule[] = [
  ...documentRules,
  ...partyRules,
  ...lineRules,
  ...totalRules,
  ...allowanceChargeRules,
  ...priceRules,
  ...vatBreakdownRules,
  ...vatCategoryRules,
  ...paymentRules,
  ...ublStructureRules,
  ...ciiStructureRules,
  ...unusedRules,
];

const EN16931_1_3_16: RuleSet = {
  id: 'en16931@1.3.16',
  name: 'EN 16931 (CEN/TC 434) 1.3.16',
  source: 'ConnectingEurope/eInvoicing-EN16931, validation-1.3.16',
  rules: [...common, ...codeListRules(LISTS_1_3_16)],
};

/** Rules that 1.3.16 brought. */
const NEW_IN_1_3_16 = new Set(['UBL-SR-56', ...numbers('CII-SR-', 467, 494)]);

function numbers(prefix: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);
}

/**
 * The release before, as KoSIT's configuration of 31 January 2026 has it: BR-CO-25, none of the new rules, older code
 * lists, and three rules that asked otherwise.
 */
const EN16931_1_3_15: RuleSet = {
  id: 'en16931@1.3.15',
  name: 'EN 16931 (CEN/TC 434) 1.3.15',
  source: 'ConnectingEurope/eInvoicing-EN16931, validation-1.3.15',
  rules: [
    ...common.filter((rule) => !NEW_IN_1_3_16.has(rule.id)).map(asOf1_3_15),
    ...codeListRules(LISTS_1_3_15),
    dueDateRule,
  ],
};

function asOf1_3_15(rule: Rule): Rule {
  switch (rule.id) {
    case 'BR-CO-26':
      // the bank's creditor identifier counted as the seller's
      return {
        ...rule,
        ubl: check(
          rule.ubl!.at,
          (here) =>
            some(here, 'cac:Party/cac:PartyTaxScheme', (tax) => isVat(tax) && has(tax, 'cbc:CompanyID')) ||
            has(here, 'cac:Party/cac:PartyIdentification/cbc:ID') ||
            has(here, 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID'),
        ),
      };
    case 'BR-50':
      // an empty account was an account
      return { ...rule, cii: check(rule.cii!.at, (here) => has(here, 'ram:IBANID') || has(here, 'ram:ProprietaryID')) };
    case 'CII-SR-464':
      // could not fail
      return { ...rule, cii: check(rule.cii!.at, () => true) };
    case 'UBL-SR-23':
      // looked one level too deep and never found two
      return { ...rule, ubl: check(rule.ubl!.at, () => true) };
    case 'UBL-CR-674':
      // asked for an element that does not exist
      return { ...rule, ubl: check(rule.ubl!.at, () => true) };
    case 'BR-B-02':
      // overlooked category S in the breakdown
      return {
        ...rule,
        ubl: check(rule.ubl!.at, (here, tree) => {
          const uses = (code: string, breakdown: boolean): boolean =>
            tree.all('cac:ClassifiedTaxCategory').some((one) => some(one, 'cbc:ID', (id) => textOf(id) === code)) ||
            some(here, 'cac:AllowanceCharge/cac:TaxCategory/cbc:ID', (id) => textOf(id) === code) ||
            (breakdown &&
              some(here, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID', (id) => textOf(id) === code));
          return !uses('B', true) || !uses('S', false);
        }),
      };
    default:
      return rule;
  }
}

const XRECHNUNG_3_0_2: RuleSet = {
  id: 'xrechnung@3.0.2-2.5.0',
  name: 'XRechnung 3.0.2 (Schematron 2.5.0)',
  source: 'itplr-kosit/xrechnung-schematron, v2.5.0 of 31 January 2026, with the rules of Peppol in it',
  rules: [...germanRules, ...extensionRules, ...cleanVehicleRules, ...peppolRules],
};

export const RULE_SETS: readonly RuleSet[] = [EN16931_1_3_16, EN16931_1_3_15, XRECHNUNG_3_0_2];

/**
 * A rule set by its id.
 *
 * @throws if there is none: a row of the table of editions names a set that was never added
 */
export function ruleSet(id: string): RuleSet {
  const found = RULE_SETS.find((set) => set.id === id);
  if (found === undefined) throw new Error(`There is no rule set ${id}.`);
  return found;
}
