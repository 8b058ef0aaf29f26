import { ITEM_CLASSIFICATIONS } from '../code-lists/index.js';
import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, down, some, textOf, tidy, tidyText } from './invoice-tree.js';
import { missing, notInList, someFilled } from './kinds.js';
import { type Rule, type Scope, check, fromRoot, only, root, rule } from './rule.js';
import { AGREEMENT, CONTEXT, LINE, TRADE } from './ways.js';
import { XRECHNUNG_3_CVD } from './xrechnung-ids.js';

/*
 * XRechnung CVD: invoices for vehicles under the law on clean procurement (SaubFahrzeugBeschG). They name the
 * category of each vehicle (BT-158, scheme CVD) and whether it is clean (attribute cva).
 */

function isCvd(tree: InvoiceTree): boolean {
  return tree.once(isCvd, () => {
    const way =
      tree.syntax === 'ubl'
        ? 'cbc:CustomizationID'
        : `${CONTEXT}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`;
    return some(tree.root, way, (id) => textOf(id) === XRECHNUNG_3_CVD);
  });
}

function ofCvd(scope: Scope): Scope {
  return (tree) => (isCvd(tree) ? scope(tree) : []);
}

const VEHICLES = ['M1', 'M2', 'M3', 'N1', 'N2', 'N3'];
const CLEANNESS = ['clean', 'zero-emission', 'other'];
const CLASSIFICATIONS = ITEM_CLASSIFICATIONS.with({ add: 'CVD' });

// Each document has lines of its own kind only.
const itemsUbl = ofCvd((tree) =>
  tree.once('cvd items', () =>
    down(tree.root, tree.isCreditNote ? 'cac:CreditNoteLine/cac:Item' : 'cac:InvoiceLine/cac:Item'),
  ),
);
const itemsCii = ofCvd(fromRoot(`${TRADE}/${LINE}/ram:SpecifiedTradeProduct`));

interface Ways {
  code: string;
  attribute: string;
  name: string;
  value: string;
}
const UBL: Ways = {
  code: 'cac:CommodityClassification/cbc:ItemClassificationCode',
  attribute: 'cac:AdditionalItemProperty',
  name: 'cbc:Name',
  value: 'cbc:Value',
};
const CII: Ways = {
  code: 'ram:DesignatedProductClassification/ram:ClassCode',
  attribute: 'ram:ApplicableProductCharacteristic',
  name: 'ram:Description',
  value: 'ram:Value',
};

function vehicleCodes(item: XmlElement, ways: Ways): XmlElement[] {
  return down(item, ways.code).filter((code) => code.attributes['listID'] === 'CVD');
}

function cvaAttributes(item: XmlElement, ways: Ways): XmlElement[] {
  return down(item, ways.attribute).filter((attribute) => some(attribute, ways.name, (name) => textOf(name) === 'cva'));
}

function below(items: Scope, way: string): Scope {
  const scope: Scope = (tree) => tree.once(scope, () => items(tree).flatMap((item) => down(item, way)));
  return scope;
}

export const cleanVehicleRules: Rule[] = [
  rule('BR-DE-CVD-01', 'fatal', 'BT-12', {
    ubl: check(ofCvd(root), someFilled('cac:ContractDocumentReference/cbc:ID')),
    cii: check(ofCvd(fromRoot(AGREEMENT)), someFilled('ram:ContractReferencedDocument/ram:IssuerAssignedID')),
    says: missing('BT-12'),
  }),
  rule('BR-DE-CVD-02', 'fatal', 'BT-17', {
    ubl: check(ofCvd(root), someFilled('cac:OriginatorDocumentReference/cbc:ID')),
    cii: check(ofCvd(fromRoot(AGREEMENT)), (here) =>
      some(
        here,
        'ram:AdditionalReferencedDocument',
        (document) =>
          some(document, 'ram:TypeCode', (code) => tidyText(code) === '50') &&
          some(document, 'ram:IssuerAssignedID', (id) => tidyText(id) !== ''),
      ),
    ),
    says: missing('BT-17'),
  }),
  rule('BR-DE-CVD-03', 'fatal', 'BT-158 BT-160', {
    ubl: check(ofCvd(root), (here) =>
      hasVehicle(down(here, 'cac:InvoiceLine/cac:Item').concat(down(here, 'cac:CreditNoteLine/cac:Item')), UBL),
    ),
    cii: check(ofCvd(fromRoot(TRADE)), (here) => hasVehicle([...down(here, `${LINE}/ram:SpecifiedTradeProduct`)], CII)),
    says: {
      de: 'Keine Position nennt Fahrzeugklasse (BT-158 mit Schema CVD) und Eigenschaft „cva“ (BT-160).',
      en: 'No line names vehicle category (BT-158 with scheme CVD) and attribute "cva" (BT-160).',
    },
  }),
  rule('BR-DE-CVD-04', 'fatal', 'BT-158', {
    ubl: check(below(itemsUbl, UBL.code), isVehicleCategory),
    cii: check(below(itemsCii, CII.code), isVehicleCategory),
    says: (here) => ({
      de: `Die Fahrzeugklasse „${tidyText(here).slice(0, 20)}“ (BT-158) ist keine von ${VEHICLES.join(', ')}.`,
      en: `The vehicle category "${tidyText(here).slice(0, 20)}" (BT-158) is none of ${VEHICLES.join(', ')}.`,
    }),
  }),
  rule('BR-DE-CVD-05', 'fatal', 'BT-161', {
    ubl: check(
      only(below(itemsUbl, UBL.attribute), (here) => some(here, UBL.name, (name) => textOf(name) === 'cva')),
      (here) => some(here, UBL.value, isCleanness),
    ),
    cii: check(
      only(below(itemsCii, CII.attribute), (here) => some(here, CII.name, (name) => textOf(name) === 'cva')),
      (here) => some(here, CII.value, isCleanness),
    ),
    says: {
      de: `Die Eigenschaft „cva“ (BT-161) muss ${CLEANNESS.join(', ')} sein.`,
      en: `The attribute "cva" (BT-161) must be one of ${CLEANNESS.join(', ')}.`,
    },
  }),
  rule('BR-DE-CVD-06-a', 'fatal', 'BT-160 BT-158', {
    ubl: check(itemsUbl, (here) => vehicleCodes(here, UBL).length === 0 || cvaAttributes(here, UBL).length === 1),
    cii: check(itemsCii, (here) => vehicleCodes(here, CII).length === 0 || cvaAttributes(here, CII).length === 1),
    says: {
      de: 'Eine Position mit Fahrzeugklasse (BT-158, Schema CVD) braucht genau eine Eigenschaft „cva“ (BT-160).',
      en: 'A line with a vehicle category (BT-158, scheme CVD) needs exactly one attribute "cva" (BT-160).',
    },
  }),
  rule('BR-DE-CVD-06-b', 'fatal', 'BT-158 BT-160', {
    ubl: check(itemsUbl, (here) => cvaAttributes(here, UBL).length === 0 || vehicleCodes(here, UBL).length === 1),
    cii: check(itemsCii, (here) => cvaAttributes(here, CII).length === 0 || vehicleCodes(here, CII).length === 1),
    says: {
      de: 'Eine Position mit Eigenschaft „cva“ (BT-160) braucht genau eine Fahrzeugklasse (BT-158, Schema CVD).',
      en: 'A line with the attribute "cva" (BT-160) needs exactly one vehicle category (BT-158, scheme CVD).',
    },
  }),
  rule('BR-TMP-CVD-01', 'fatal', 'BT-158-1', {
    ubl: check(below(itemsUbl, UBL.code), hasKnownClassification),
    cii: check(below(itemsCii, CII.code), hasKnownClassification),
    says: notInList('BT-158-1', CLASSIFICATIONS, 'listID'),
  }),
];

function hasVehicle(items: readonly XmlElement[], ways: Ways): boolean {
  return items.some(
    (item) =>
      vehicleCodes(item, ways).length > 0 &&
      some(item, `${ways.attribute}/${ways.name}`, (name) => textOf(name) === 'cva'),
  );
}

function isVehicleCategory(here: XmlElement): boolean {
  return tidy(here.attributes['listID'] ?? '') !== 'CVD' || VEHICLES.includes(tidyText(here));
}

function isCleanness(value: XmlElement): boolean {
  return CLEANNESS.includes(tidyText(value));
}

/** In the official row two blanks meet behind CVD, so that a missing scheme is found as well; BR-65 asks for it. */
function hasKnownClassification(here: XmlElement): boolean {
  const scheme = tidy(here.attributes['listID'] ?? '');
  return scheme === '' || CLASSIFICATIONS.has(scheme);
}
