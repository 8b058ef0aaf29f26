import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, down, first, has, inside, some, textOf, tidyText } from './invoice-tree.js';
import { atMost, exactly, missing, there, tooMany } from './kinds.js';
import { truth } from './numbers.js';
import {
  type Message,
  type Rule,
  type Scope,
  type Severity,
  type Test,
  anywhere,
  check,
  fromRoot,
  placed,
  root,
  rule,
} from './rule.js';
import { identifiersWithoutScheme } from './unused.js';
import {
  AGREEMENT,
  ALLOWANCE_CHARGE,
  CONTEXT,
  DELIVERY,
  HEAD,
  LINE,
  LINE_SETTLEMENT,
  MEANS,
  PAYEE_ACCOUNT,
  QUANTITY,
  SETTLEMENT,
  TOTALS,
  TRADE,
} from './ways.js';

/*
 * How EN 16931 may be written in CII: how often something may occur (CII-SR-*) and what identifiers, documents and
 * taxes may carry (CII-DT-*). What is merely not used stands in unused-cii.ts.
 */

function cii(id: string, severity: Severity, terms: string, at: Scope, holds: Test, says: Message): Rule {
  return rule(id, severity, terms, { cii: check(at, holds), says });
}

const fatal = (id: string, terms: string, at: Scope, holds: Test, says: Message): Rule =>
  cii(id, 'fatal', terms, at, holds, says);
const warning = (id: string, terms: string, at: Scope, holds: Test, says: Message): Rule =>
  cii(id, 'warning', terms, at, holds, says);

function exactlyOnce(term: string): Message {
  return {
    de: `${missing(term).de.replace(/^Es fehlt/, 'Muss genau einmal angegeben sein')}`,
    en: `${missing(term).en.replace(/^Missing/, 'Must be given exactly once')}`,
  };
}

const header = fromRoot(SETTLEMENT);
const agreement = fromRoot(AGREEMENT);
const summation = fromRoot(`${SETTLEMENT}/${TOTALS}`);
const lineDocument = fromRoot(`${TRADE}/${LINE}/ram:AssociatedDocumentLineDocument`);
const product = fromRoot(`${TRADE}/${LINE}/ram:SpecifiedTradeProduct`);
const characteristic = fromRoot(`${TRADE}/${LINE}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic`);
const lineAgreement = fromRoot(`${TRADE}/${LINE}/ram:SpecifiedLineTradeAgreement`);
const lineSettlement = fromRoot(`${TRADE}/${LINE}/${LINE_SETTLEMENT}`);
const allowanceCharge = anywhere(ALLOWANCE_CHARGE);

/** Documents of a type beside an agreement or a line. */
function documents(here: XmlElement, type: string, tidied: boolean): XmlElement[] {
  return down(here, 'ram:AdditionalReferencedDocument').filter((document) =>
    some(document, 'ram:TypeCode', (code) => (tidied ? tidyText(code) : textOf(code)) === type),
  );
}

function atMostOneDocument(type: string, tidied: boolean): Test {
  return (here) => documents(here, type, tidied).length <= 1;
}

/** `ram:ID` or `ram:GlobalID`, not both. */
function oneKindOfId(party: string): Test {
  return (here) => !(has(here, `${party}/ram:ID`) && has(here, `${party}/ram:GlobalID`));
}

const ONE_KIND_OF_ID = (term: string): Message => ({
  de: `Die Kennung (${term}) ist zweimal angegeben, mit Schema und ohne.`,
  en: `The identifier (${term}) is given twice, with a scheme and without.`,
});

function notPersonAndDepartment(party: string): Test {
  return (here) =>
    !(
      has(here, `${party}/ram:DefinedTradeContact/ram:PersonName`) &&
      has(here, `${party}/ram:DefinedTradeContact/ram:DepartmentName`)
    );
}

function allAlike(elements: readonly XmlElement[]): boolean {
  return elements.length < 2 || elements.every((element) => tidyText(element) === tidyText(elements[0]!));
}

/** A discount on the price has the indicator false and an amount, or neither indicator nor amount. */
const discountIsComplete: Test = (here) => {
  const way = 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge';
  const indicators = down(here, `${way}/ram:ChargeIndicator`);
  const amount = has(here, `${way}/ram:ActualAmount`);
  const isDiscount = indicators.some((one) => down(one, 'udt:Indicator').some((indicator) => !truth(indicator)));
  return (isDiscount && amount) || (indicators.length === 0 && !amount);
};

const ENDING = (ending: string): Scope => {
  const scope: Scope = (tree) =>
    tree.once(scope, () =>
      [...tree.tags].filter((tag) => tag.startsWith('ram:') && tag.endsWith(ending)).flatMap((tag) => tree.all(tag)),
    );
  return scope;
};
const referenced = ENDING('ReferencedDocument');
const quantities = ENDING('Quantity');
const taxes = ENDING('TradeTax');

function isSupporting(here: XmlElement, ...types: string[]): boolean {
  return (
    here.tag === 'ram:AdditionalReferencedDocument' &&
    some(here, 'ram:TypeCode', (code) => types.includes(textOf(code)))
  );
}

function onlyWhere(child: string, test: (here: XmlElement) => boolean): Test {
  return (here) => !has(here, child) || test(here);
}

function notHere(child: string): Message {
  return (here) => ({
    de: `„ram:${child}“ ist in „${here.tag}“ nicht vorgesehen.`,
    en: `"ram:${child}" is not allowed in "${here.tag}".`,
  });
}

/** Each of the totals at most once. */
const TOTALS_ONCE = [
  ['477', 'LineTotalAmount', 'BT-106'],
  ['478', 'ChargeTotalAmount', 'BT-108'],
  ['479', 'AllowanceTotalAmount', 'BT-107'],
  ['480', 'TaxBasisTotalAmount', 'BT-109'],
  ['481', 'RoundingAmount', 'BT-114'],
  ['482', 'GrandTotalAmount', 'BT-112'],
  ['483', 'InformationAmount', ''],
  ['484', 'TotalPrepaidAmount', 'BT-113'],
  ['485', 'TotalDiscountAmount', ''],
  ['486', 'TotalAllowanceChargeAmount', ''],
  ['487', 'DuePayableAmount', 'BT-115'],
  ['488', 'RetailValueExcludingTaxInformationAmount', ''],
  ['489', 'TotalDepositFeeInformationAmount', ''],
  ['490', 'ProductValueExcludingTobaccoTaxInformationAmount', ''],
  ['491', 'TotalRetailValueInformationAmount', ''],
  ['492', 'GrossLineTotalAmount', ''],
  ['493', 'NetLineTotalAmount', ''],
  ['494', 'NetIncludingTaxesLineTotalAmount', ''],
] as const;

export const ciiStructureRules: Rule[] = [
  warning(
    'CII-SR-003',
    'BT-23',
    fromRoot(CONTEXT),
    atMost(1, 'ram:BusinessProcessSpecifiedDocumentContextParameter'),
    tooMany('BT-23'),
  ),
  fatal(
    'CII-SR-009',
    'BT-24',
    fromRoot(CONTEXT),
    exactly(1, 'ram:GuidelineSpecifiedDocumentContextParameter'),
    exactlyOnce('BT-24'),
  ),
  fatal(
    'CII-SR-010',
    'BT-24',
    fromRoot(CONTEXT),
    exactly(1, 'ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),
    exactlyOnce('BT-24'),
  ),
  fatal('CII-SR-014', 'BT-3', fromRoot(HEAD), exactly(1, 'ram:TypeCode'), exactlyOnce('BT-3')),
  warning('CII-SR-030', 'BT-22', fromRoot(`${HEAD}/ram:IncludedNote`), atMost(1, 'ram:Content'), tooMany('BT-22')),
  warning('CII-SR-039', 'BT-127', lineDocument, atMost(1, 'ram:IncludedNote'), tooMany('BT-127')),
  warning('CII-SR-040', 'BT-127', lineDocument, atMost(1, 'ram:IncludedNote/ram:Content'), tooMany('BT-127')),
  fatal(
    'CII-SR-046',
    'BT-157-1',
    product,
    (here) => !has(here, 'ram:GlobalID') || some(here, 'ram:GlobalID', (id) => id.attributes['schemeID'] !== undefined),
    missing('BT-157-1'),
  ),
  fatal(
    'CII-SR-090',
    'BT-159',
    product,
    (here) => !has(here, 'ram:OriginTradeCountry') || down(here, 'ram:OriginTradeCountry/ram:ID').length === 1,
    exactlyOnce('BT-159'),
  ),
  fatal('CII-SR-069', 'BT-160', characteristic, exactly(1, 'ram:Description'), exactlyOnce('BT-160')),
  fatal('CII-SR-072', 'BT-161', characteristic, exactly(1, 'ram:Value'), exactlyOnce('BT-161')),
  warning('CII-SR-119', 'BT-147', lineAgreement, discountIsComplete, {
    de: 'Ein Nachlass auf den Preis (BT-147) braucht das Kennzeichen „false“ und einen Betrag.',
    en: 'A discount on the price (BT-147) needs the indicator "false" and an amount.',
  }),
  fatal(
    'CII-SR-439',
    'BT-146',
    lineAgreement,
    exactly(1, 'ram:NetPriceProductTradePrice/ram:ChargeAmount'),
    exactlyOnce('BT-146'),
  ),
  fatal(
    'CII-SR-441',
    'BT-146',
    lineAgreement,
    atMost(1, 'ram:NetPriceProductTradePrice/ram:ChargeAmount'),
    tooMany('BT-146'),
  ),
  fatal(
    'CII-SR-440',
    'BT-147',
    placed('ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge'),
    atMost(1, 'ram:ActualAmount'),
    tooMany('BT-147'),
  ),
  fatal('CII-SR-463', 'BG-20 BG-21', allowanceCharge, there('ram:ChargeIndicator'), {
    de: 'Es fehlt das Kennzeichen, ob es ein Nachlass oder ein Zuschlag ist (ram:ChargeIndicator).',
    en: 'The indicator of allowance or charge (ram:ChargeIndicator) is missing.',
  }),
  fatal('CII-SR-471', 'BT-96 BT-103', allowanceCharge, atMost(1, 'ram:RateApplicablePercent'), tooMany('BT-96')),
  fatal('CII-SR-472', 'BT-95 BT-102', allowanceCharge, atMost(1, 'ram:CategoryTradeTax'), tooMany('BT-95')),
  fatal('CII-SR-473', 'BT-92 BT-99', allowanceCharge, atMost(1, 'ram:ActualAmount'), tooMany('BT-92')),
  warning('CII-SR-454', 'BG-30', lineSettlement, exactly(1, 'ram:ApplicableTradeTax'), exactlyOnce('BG-30')),
  warning('CII-SR-474', 'BT-128', lineSettlement, atMostOneDocument('130', true), tooMany('BT-128')),
  warning('CII-SR-449', 'BT-71', fromRoot(DELIVERY), oneKindOfId('ram:ShipToTradeParty'), ONE_KIND_OF_ID('BT-71')),
  warning('CII-SR-450', 'BT-46', agreement, oneKindOfId('ram:BuyerTradeParty'), ONE_KIND_OF_ID('BT-46')),
  warning('CII-SR-451', 'BT-60', header, oneKindOfId('ram:PayeeTradeParty'), ONE_KIND_OF_ID('BT-60')),
  warning('CII-SR-452', 'BT-20 BT-9', header, atMost(1, 'ram:SpecifiedTradePaymentTerms'), tooMany('BT-20')),
  warning('CII-SR-453', 'BT-20', header, atMost(1, 'ram:SpecifiedTradePaymentTerms/ram:Description'), tooMany('BT-20')),
  fatal('CII-SR-455', 'BG-6', agreement, atMost(1, 'ram:SellerTradeParty/ram:DefinedTradeContact'), tooMany('BG-6')),
  fatal('CII-SR-456', 'BT-56', agreement, atMost(1, 'ram:BuyerTradeParty/ram:DefinedTradeContact'), tooMany('BT-56')),
  warning('CII-SR-457', 'BT-17', agreement, atMostOneDocument('50', false), tooMany('BT-17')),
  warning('CII-SR-458', 'BT-18', agreement, atMostOneDocument('130', false), tooMany('BT-18')),
  fatal(
    'CII-SR-459',
    'BT-34',
    agreement,
    atMost(1, 'ram:SellerTradeParty/ram:URIUniversalCommunication'),
    tooMany('BT-34'),
  ),
  fatal(
    'CII-SR-460',
    'BT-49',
    agreement,
    atMost(1, 'ram:BuyerTradeParty/ram:URIUniversalCommunication'),
    tooMany('BT-49'),
  ),
  fatal('CII-SR-461', 'BT-7', header, atMost(1, 'ram:ApplicableTradeTax/ram:TaxPointDate'), tooMany('BT-7')),
  fatal(
    'CII-SR-462',
    'BT-8',
    header,
    (_, tree) => new Set(placed('ram:ApplicableTradeTax/ram:DueDateTypeCode')(tree).map(textOf)).size <= 1,
    {
      de: 'Die Rechnung nennt verschiedene Codes der Steuerfälligkeit (BT-8).',
      en: 'The invoice names different tax point date codes (BT-8).',
    },
  ),
  warning('CII-SR-465', 'BT-41', agreement, notPersonAndDepartment('ram:SellerTradeParty'), {
    de: 'Der Ansprechpartner des Verkäufers (BT-41) ist mit Person und Abteilung angegeben; zulässig ist eines von beiden.',
    en: 'The seller contact (BT-41) is given as person and department; one of the two is allowed.',
  }),
  warning('CII-SR-466', 'BT-56', agreement, notPersonAndDepartment('ram:BuyerTradeParty'), {
    de: 'Der Ansprechpartner des Käufers (BT-56) ist mit Person und Abteilung angegeben; zulässig ist eines von beiden.',
    en: 'The buyer contact (BT-56) is given as person and department; one of the two is allowed.',
  }),
  fatal('CII-SR-467', 'BT-81', root, (_, tree) => allAlike(placed(`${MEANS}/ram:TypeCode`)(tree)), {
    de: 'Die Rechnung nennt verschiedene Zahlungsarten (BT-81).',
    en: 'The invoice names different payment means (BT-81).',
  }),
  fatal('CII-SR-468', 'BT-82', root, (_, tree) => allAlike(placed(`${MEANS}/ram:Information`)(tree)), {
    de: 'Die Rechnung beschreibt die Zahlungsart (BT-82) unterschiedlich.',
    en: 'The invoice describes the payment means (BT-82) in different ways.',
  }),
  fatal(
    'CII-SR-469',
    'BT-83',
    root,
    (_, tree) => placed('ram:ApplicableHeaderTradeSettlement/ram:PaymentReference')(tree).length <= 1,
    tooMany('BT-83'),
  ),
  fatal(
    'CII-SR-470',
    'BT-84 BT-81',
    header,
    (here) =>
      !down(here, MEANS).some(
        (means) =>
          ['30', '58'].includes(tidyText(first(means, 'ram:TypeCode'))) &&
          !has(means, `${PAYEE_ACCOUNT}/ram:IBANID`) &&
          !has(means, `${PAYEE_ACCOUNT}/ram:ProprietaryID`),
      ),
    {
      de: 'Bei Überweisung (BT-81: 30 oder 58) fehlt das Konto des Zahlungsempfängers (BT-84).',
      en: 'For a credit transfer (BT-81: 30 or 58) the payment account (BT-84) is missing.',
    },
  ),
  warning(
    'CII-SR-475',
    'BT-123',
    agreement,
    (here) => documents(here, '916', true).reduce((count, one) => count + down(one, 'ram:Name').length, 0) <= 1,
    tooMany('BT-123'),
  ),
  warning(
    'CII-SR-476',
    'BT-125',
    agreement,
    (here) =>
      documents(here, '916', true).reduce((count, one) => count + down(one, 'ram:AttachmentBinaryObject').length, 0) <=
      1,
    tooMany('BT-125'),
  ),
  ...TOTALS_ONCE.map(([number, name, term]) =>
    fatal(
      `CII-SR-${number}`,
      term,
      summation,
      atMost(1, `ram:${name}`),
      term === ''
        ? { de: `„ram:${name}“ ist mehrfach angegeben.`, en: `"ram:${name}" is given more than once.` }
        : tooMany(term),
    ),
  ),

  // CII-DT
  ...[
    'schemeName',
    'schemeAgencyName',
    'schemeDataURI',
    'schemeURI',
    'schemeID',
    'schemeAgencyID',
    'schemeVersionID',
  ].map((name, index) =>
    fatal(
      `CII-DT-00${index + 1}`,
      'BT-1 BT-24 BT-126 BT-155',
      identifiersWithoutScheme,
      (here) => here.attributes[name] === undefined,
      (here) => ({
        de: `Die Kennung „${here.tag}“ darf das Attribut „${name}“ nicht haben.`,
        en: `The identifier "${here.tag}" must not have the attribute "${name}".`,
      }),
    ),
  ),
  // Officially these three are never asked: a more general rule has taken the document type before.
  ...['listID', 'listAgencyID', 'listVersionID'].map((name, index) =>
    fatal(`CII-DT-0${index + 10}`, 'BT-3', fromRoot(`${HEAD}/ram:TypeCode`), () => true, {
      de: `Die Rechnungsart (BT-3) darf das Attribut „${name}“ nicht haben.`,
      en: `The type of invoice (BT-3) must not have the attribute "${name}".`,
    }),
  ),
  fatal(
    'CII-DT-015',
    'BT-124',
    referenced,
    onlyWhere('ram:URIID', (here) => isSupporting(here, '916')),
    notHere('URIID'),
  ),
  fatal(
    'CII-DT-018',
    'BT-122',
    referenced,
    onlyWhere('ram:TypeCode', (here) => isSupporting(here, '50', '130', '916')),
    notHere('TypeCode'),
  ),
  fatal(
    'CII-DT-021',
    'BT-123',
    referenced,
    onlyWhere('ram:Name', (here) => isSupporting(here, '916')),
    notHere('Name'),
  ),
  fatal(
    'CII-DT-022',
    'BT-125',
    referenced,
    onlyWhere('ram:AttachmentBinaryObject', (here) => isSupporting(here, '916')),
    notHere('AttachmentBinaryObject'),
  ),
  fatal(
    'CII-DT-024',
    'BT-18-1',
    referenced,
    onlyWhere('ram:ReferenceTypeCode', (here) => isSupporting(here, '130')),
    notHere('ReferenceTypeCode'),
  ),
  fatal(
    'CII-DT-027',
    'BT-26',
    referenced,
    onlyWhere('ram:FormattedIssueDateTime', (here) => here.tag === 'ram:InvoiceReferencedDocument'),
    notHere('FormattedIssueDateTime'),
  ),
  fatal(
    'CII-DT-033',
    'BT-130',
    quantities,
    (here, tree) => here.attributes['unitCode'] === undefined || someBilledUnit(tree),
    {
      de: 'Eine Menge hat eine Einheit, aber keine Position hat eine (BT-130).',
      en: 'A quantity has a unit, but no line has one (BT-130).',
    },
  ),
  fatal(
    'CII-DT-037',
    'BT-118 BT-151',
    taxes,
    onlyWhere('ram:TypeCode', (here) => some(here, 'ram:TypeCode', (code) => textOf(code) === 'VAT')),
    { de: 'Die Steuerart ist nicht VAT (Umsatzsteuer).', en: 'The type of tax is not VAT.' },
  ),
  warning('CII-DT-041', 'BT-116', taxes, onlyWhere('ram:BasisAmount', inHeader), notHere('BasisAmount')),
  warning(
    'CII-DT-052',
    'BT-121',
    taxes,
    onlyWhere('ram:ExemptionReasonCode', isApplicable),
    notHere('ExemptionReasonCode'),
  ),
  warning('CII-DT-054', 'BT-7', taxes, onlyWhere('ram:TaxPointDate', inHeader), notHere('TaxPointDate')),
  warning('CII-DT-058', 'BT-8', taxes, onlyWhere('ram:DueDateTypeCode', inHeader), notHere('DueDateTypeCode')),
  warning('CII-DT-098', 'BT-120', taxes, onlyWhere('ram:ExemptionReason', isApplicable), notHere('ExemptionReason')),
  fatal(
    'CII-DT-097',
    'BT-2',
    anywhere('udt:DateTimeString'),
    (here) => here.attributes['format'] !== '102' || DATE_102.test(textOf(here)),
    (here) => ({
      de: `Das Datum „${tidyText(here).slice(0, 40)}“ hat nicht die Form JJJJMMTT.`,
      en: `The date "${tidyText(here).slice(0, 40)}" is not of the form YYYYMMDD.`,
    }),
  ),
];

const DATE_102 = /^[ \t\n\r]*\p{Nd}{4}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])[ \t\n\r]*$/u;

function inHeader(here: XmlElement): boolean {
  return inside(here, 'ram:ApplicableHeaderTradeSettlement');
}

function isApplicable(here: XmlElement): boolean {
  return here.tag === 'ram:ApplicableTradeTax';
}

function someBilledUnit(tree: InvoiceTree): boolean {
  return tree.once(someBilledUnit, () =>
    down(tree.root, `${TRADE}/${LINE}/${QUANTITY}`).some((quantity) => quantity.attributes['unitCode'] !== undefined),
  );
}
