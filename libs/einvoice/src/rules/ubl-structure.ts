import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, NONE, down, has, some, textOf, tidyText } from './invoice-tree.js';
import { absent, atMost, carries, differ, exactly, missing, textsOf, there, tooMany } from './kinds.js';
import { atMostTwoDecimals } from './numbers.js';
import { type Message, type Rule, type Scope, type Test, anywhere, check, only, placed, root, rule } from './rule.js';
import { BUYER_UBL, LINES_UBL, SELLER_UBL, isAllowance, isCharge } from './ways.js';

/*
 * How EN 16931 may be written in UBL: how often something may occur (UBL-SR-*), attributes (UBL-DT-*), and the few
 * restrictions (UBL-CR-*) that say more than "not used".
 */

function ubl(id: string, terms: string, at: Scope, holds: Test, says: Message): Rule {
  return rule(id, 'fatal', terms, { ubl: check(at, holds), says });
}

/** At most one of something below the root. */
function once(id: string, term: string, way: string): Rule {
  return ubl(id, term, root, atMost(1, way), tooMany(term));
}

function texts(scope: readonly XmlElement[]): Set<string> {
  return new Set(scope.map(textOf));
}

function taxNumbers(party: string, isWanted: (scheme: string) => boolean): Test {
  return (here) => {
    let count = 0;
    for (const tax of down(here, `${party}/cac:PartyTaxScheme`)) {
      const schemes = down(tax, 'cac:TaxScheme').map((scheme) =>
        down(scheme, 'cbc:ID').map(textOf).join('').toUpperCase(),
      );
      if (schemes.some(isWanted)) count += down(tax, 'cbc:CompanyID').length;
    }
    return count <= 1;
  };
}

/** The payee's name differs from the seller's; where one of the two names is missing, the official test fails as well. */
function payeeIsAnother(counted: (here: XmlElement) => number): Test {
  return (here) =>
    counted(here) <= 1 &&
    differ(
      textsOf(here, 'cac:PartyName/cbc:Name'),
      textsOf(here.parent!, `${SELLER_UBL}/cac:PartyLegalEntity/cbc:RegistrationName`),
    );
}

const PAYEE_WORDS = (term: string): Message => ({
  de: `${tooMany(term).de.replace(/\.$/, '')}, oder der Zahlungsempfänger (BT-59) ist kein anderer als der Verkäufer (BT-27).`,
  en: `${tooMany(term).en.replace(/\.$/, '')}, or the payee (BT-59) is the seller (BT-27).`,
});

const ALLOWANCES = only(anywhere('cac:AllowanceCharge'), isAllowance);
const CHARGES = only(anywhere('cac:AllowanceCharge'), isCharge);

const objectReference = (here: XmlElement): boolean =>
  some(here, 'cbc:DocumentTypeCode', (code) => textOf(code) === '130');

/** Amounts of any name, except prices and what belongs to a price with a discount. */
const AMOUNTS: Scope = (tree) =>
  tree.once(AMOUNTS, () => {
    const found: XmlElement[] = [];
    for (const tag of tree.tags) {
      if (!tag.endsWith('Amount') || tag.endsWith('PriceAmount')) continue;
      for (const element of tree.all(tag)) if (!insideDiscountedPrice(element)) found.push(element);
    }
    return found;
  });

function insideDiscountedPrice(element: XmlElement): boolean {
  for (let up = element.parent; up !== null; up = up.parent) {
    if (up.tag === 'cac:Price' && up.has('cac:AllowanceCharge')) return true;
  }
  return false;
}

const BINARIES: Scope = (tree) =>
  tree.once(BINARIES, () =>
    [...tree.tags].filter((tag) => tag.endsWith('BinaryObject')).flatMap((tag) => tree.all(tag)),
  );

export const ublStructureRules: Rule[] = [
  once('UBL-SR-01', 'BT-12', 'cac:ContractDocumentReference/cbc:ID'),
  once('UBL-SR-02', 'BT-15', 'cac:ReceiptDocumentReference/cbc:ID'),
  once('UBL-SR-03', 'BT-16', 'cac:DespatchDocumentReference/cbc:ID'),
  ubl(
    'UBL-SR-04',
    'BT-18',
    root,
    (here) =>
      down(here, 'cac:AdditionalDocumentReference')
        .filter(objectReference)
        .reduce((count, reference) => count + down(reference, 'cbc:ID').length, 0) <= 1,
    tooMany('BT-18'),
  ),
  once('UBL-SR-05', 'BT-20', 'cac:PaymentTerms/cbc:Note'),
  ubl(
    'UBL-SR-06',
    'BG-3',
    anywhere('cac:BillingReference'),
    atMost(1, 'cac:InvoiceDocumentReference'),
    tooMany('BG-3'),
  ),
  ubl(
    'UBL-SR-07',
    'BT-25',
    anywhere('cac:BillingReference'),
    there('cac:InvoiceDocumentReference/cbc:ID'),
    missing('BT-25'),
  ),
  once('UBL-SR-08', 'BG-14', 'cac:InvoicePeriod'),
  once('UBL-SR-09', 'BT-27', `${SELLER_UBL}/cac:PartyLegalEntity/cbc:RegistrationName`),
  once('UBL-SR-10', 'BT-28', `${SELLER_UBL}/cac:PartyName/cbc:Name`),
  once('UBL-SR-11', 'BT-30', `${SELLER_UBL}/cac:PartyLegalEntity/cbc:CompanyID`),
  ubl(
    'UBL-SR-12',
    'BT-31',
    root,
    taxNumbers(SELLER_UBL, (scheme) => scheme === 'VAT'),
    tooMany('BT-31'),
  ),
  ubl(
    'UBL-SR-13',
    'BT-32',
    root,
    taxNumbers(SELLER_UBL, (scheme) => scheme !== 'VAT'),
    tooMany('BT-32'),
  ),
  once('UBL-SR-14', 'BT-33', `${SELLER_UBL}/cac:PartyLegalEntity/cbc:CompanyLegalForm`),
  once('UBL-SR-15', 'BT-44', `${BUYER_UBL}/cac:PartyLegalEntity/cbc:RegistrationName`),
  once('UBL-SR-16', 'BT-46', `${BUYER_UBL}/cac:PartyIdentification/cbc:ID`),
  once('UBL-SR-17', 'BT-47', `${BUYER_UBL}/cac:PartyLegalEntity/cbc:CompanyID`),
  ubl(
    'UBL-SR-18',
    'BT-48',
    root,
    taxNumbers(BUYER_UBL, (scheme) => scheme === 'VAT'),
    tooMany('BT-48'),
  ),
  ubl(
    'UBL-SR-19',
    'BT-59',
    anywhere('cac:PayeeParty'),
    payeeIsAnother((here) => down(here, 'cac:PartyName/cbc:Name').length),
    PAYEE_WORDS('BT-59'),
  ),
  ubl(
    'UBL-SR-20',
    'BT-60',
    anywhere('cac:PayeeParty'),
    payeeIsAnother(
      (here) =>
        down(here, 'cac:PartyIdentification/cbc:ID').filter(
          (id) => (id.attributes['schemeID'] ?? '').toUpperCase() !== 'SEPA',
        ).length,
    ),
    PAYEE_WORDS('BT-60'),
  ),
  ubl(
    'UBL-SR-21',
    'BT-61',
    anywhere('cac:PayeeParty'),
    payeeIsAnother((here) => down(here, 'cac:PartyLegalEntity/cbc:CompanyID').length),
    PAYEE_WORDS('BT-61'),
  ),
  ubl(
    'UBL-SR-22',
    'BT-62',
    anywhere('cac:TaxRepresentativeParty'),
    atMost(1, 'cac:PartyName/cbc:Name'),
    tooMany('BT-62'),
  ),
  ubl(
    'UBL-SR-23',
    'BT-63',
    anywhere('cac:TaxRepresentativeParty'),
    atMost(1, 'cac:PartyTaxScheme/cbc:CompanyID'),
    tooMany('BT-63'),
  ),
  once('UBL-SR-24', 'BG-13', 'cac:Delivery'),
  ubl(
    'UBL-SR-25',
    'BT-70',
    anywhere('cac:Delivery'),
    atMost(1, 'cac:DeliveryParty/cac:PartyName/cbc:Name'),
    tooMany('BT-70'),
  ),
  ubl('UBL-SR-26', 'BT-83', anywhere('cac:PaymentMeans'), atMost(1, 'cbc:PaymentID'), tooMany('BT-83')),
  ubl('UBL-SR-27', 'BT-81', anywhere('cac:PaymentMeans'), atMost(1, 'cbc:PaymentMeansCode'), tooMany('BT-81')),
  ubl('UBL-SR-28', 'BT-89', anywhere('cac:PaymentMeans'), atMost(1, 'cac:PaymentMandate/cbc:ID'), tooMany('BT-89')),
  ubl(
    'UBL-SR-29',
    'BT-90',
    root,
    (_, tree) =>
      placed('cac:PartyIdentification/cbc:ID')(tree).filter(
        (id) => (id.attributes['schemeID'] ?? '').toUpperCase() === 'SEPA',
      ).length <= 1,
    tooMany('BT-90'),
  ),
  ubl('UBL-SR-30', 'BT-97', ALLOWANCES, atMost(1, 'cbc:AllowanceChargeReason'), tooMany('BT-97')),
  ubl('UBL-SR-31', 'BT-104', CHARGES, atMost(1, 'cbc:AllowanceChargeReason'), tooMany('BT-104')),
  ubl(
    'UBL-SR-32',
    'BT-120',
    anywhere('cac:TaxSubtotal'),
    atMost(1, 'cac:TaxCategory/cbc:TaxExemptionReason'),
    tooMany('BT-120'),
  ),
  ubl(
    'UBL-SR-33',
    'BT-123',
    anywhere('cac:AdditionalDocumentReference'),
    atMost(1, 'cbc:DocumentDescription'),
    tooMany('BT-123'),
  ),
  ubl('UBL-SR-34', 'BT-127', LINES_UBL, atMost(1, 'cbc:Note'), tooMany('BT-127')),
  ubl('UBL-SR-35', 'BT-132', LINES_UBL, atMost(1, 'cac:OrderLineReference/cbc:LineID'), tooMany('BT-132')),
  ubl('UBL-SR-36', 'BG-26', LINES_UBL, atMost(1, 'cac:InvoicePeriod'), tooMany('BG-26')),
  ubl('UBL-SR-37', 'BT-147', LINES_UBL, atMost(1, 'cac:Price/cac:AllowanceCharge/cbc:Amount'), tooMany('BT-147')),
  once('UBL-SR-39', 'BT-11', 'cac:ProjectReference/cbc:ID'),
  once('UBL-SR-40', 'BT-45', `${BUYER_UBL}/cac:PartyName/cbc:Name`),
  ubl('UBL-SR-42', 'BT-31 BT-32', placed('cac:AccountingSupplierParty/cac:Party'), atMost(2, 'cac:PartyTaxScheme'), {
    de: 'Der Verkäufer hat mehr als zwei Steuernummern (BT-31, BT-32).',
    en: 'The seller has more than two tax numbers (BT-31, BT-32).',
  }),
  ubl(
    'UBL-SR-43',
    'BT-122 BT-18',
    anywhere('cac:AdditionalDocumentReference'),
    (here, tree) =>
      objectReference(here) ||
      (tree.isCreditNote && some(here, 'cbc:DocumentTypeCode', (code) => textOf(code) === '50')) ||
      (!some(here, 'cbc:ID', (id) => id.attributes['schemeID'] !== undefined) && !has(here, 'cbc:DocumentTypeCode')),
    {
      de: 'Art der Anlage (cbc:DocumentTypeCode) und Schema der Kennung sind nur für das abgerechnete Objekt (BT-18, Art 130) zulässig.',
      en: 'Type (cbc:DocumentTypeCode) and scheme of a supporting document are only for the invoiced object (BT-18, type 130).',
    },
  ),
  ubl('UBL-SR-44', 'BT-83', root, (_, tree) => texts(tree.all('cbc:PaymentID')).size <= 1, {
    de: 'Die Rechnung nennt verschiedene Verwendungszwecke (BT-83).',
    en: 'The invoice gives different remittance information (BT-83).',
  }),
  once('UBL-SR-45', 'BT-9', 'cac:PaymentMeans/cbc:PaymentDueDate'),
  ubl(
    'UBL-SR-46',
    'BT-82',
    root,
    (here) =>
      down(here, 'cac:PaymentMeans/cbc:PaymentMeansCode').filter((code) => code.attributes['name'] !== undefined)
        .length <= 1,
    tooMany('BT-82'),
  ),
  ubl('UBL-SR-47', 'BT-81', root, (_, tree) => texts(tree.all('cbc:PaymentMeansCode')).size <= 1, {
    de: 'Die Rechnung nennt verschiedene Zahlungsarten (BT-81).',
    en: 'The invoice names different payment means (BT-81).',
  }),
  ubl('UBL-SR-48', 'BG-30', LINES_UBL, exactly(1, 'cac:Item/cac:ClassifiedTaxCategory'), {
    de: 'Die Position muss genau eine Umsatzsteuerkategorie haben (BG-30).',
    en: 'The line must have exactly one VAT category (BG-30).',
  }),
  once('UBL-SR-49', 'BT-8', 'cac:InvoicePeriod/cbc:DescriptionCode'),
  ubl('UBL-SR-50', 'BT-154', LINES_UBL, atMost(1, 'cac:Item/cbc:Description'), tooMany('BT-154')),
  ubl('UBL-SR-51', 'BG-5 BG-8 BG-15', anywhere('cac:PostalAddress', 'cac:Address'), atMost(1, 'cac:AddressLine'), {
    de: 'Die Anschrift hat mehr als eine dritte Zeile.',
    en: 'The address has more than one third line.',
  }),
  ubl('UBL-SR-52', 'BT-128', LINES_UBL, atMost(1, 'cac:DocumentReference'), tooMany('BT-128')),
  ubl(
    'UBL-SR-53',
    'BT-31 BT-32',
    anywhere('cac:PartyTaxScheme'),
    (here) => has(here, 'cac:TaxScheme/cbc:ID') && has(here, 'cbc:CompanyID'),
    {
      de: 'Eine Steuernummer braucht Nummer und Steuerart (cbc:CompanyID, cac:TaxScheme).',
      en: 'A tax number needs number and tax scheme (cbc:CompanyID, cac:TaxScheme).',
    },
  ),
  once('UBL-SR-54', 'BG-18', 'cac:PaymentMeans/cac:CardAccount'),
  once('UBL-SR-55', 'BG-19', 'cac:PaymentMeans/cac:PaymentMandate'),
  once('UBL-SR-56', 'BT-17', 'cac:OriginatorDocumentReference/cbc:ID'),

  ubl(
    'UBL-DT-01',
    '',
    AMOUNTS,
    (here) => atMostTwoDecimals(here),
    (here) => ({
      de: `Der Betrag „${here.tag}“ hat mehr als zwei Nachkommastellen: ${tidyText(here).replace('.', ',')}.`,
      en: `The amount "${here.tag}" has more than two decimals: ${tidyText(here)}.`,
    }),
  ),
  ubl('UBL-DT-06', 'BT-125-1', BINARIES, carries('mimeCode'), missing('BT-125-1')),
  ubl('UBL-DT-07', 'BT-125-2', BINARIES, carries('filename'), missing('BT-125-2')),

  // restrictions with a condition
  rule('UBL-CR-002', 'warning', '', {
    ubl: check(
      root,
      (here) =>
        !has(here, 'cbc:UBLVersionID') || some(here, 'cbc:UBLVersionID', (version) => textOf(version) === '2.1'),
    ),
    says: {
      de: 'Die UBL-Version (cbc:UBLVersionID) ist nicht 2.1.',
      en: 'The UBL version (cbc:UBLVersionID) is not 2.1.',
    },
  }),
  rule('UBL-CR-412', 'warning', 'BT-9', {
    ubl: check(root, (here, tree) => tree.isCreditNote || !has(here, 'cac:PaymentMeans/cbc:PaymentDueDate')),
    says: {
      de: 'Das Fälligkeitsdatum (BT-9) steht in der Zahlungsart; dort gehört es nur in Gutschriften hin.',
      en: 'The due date (BT-9) stands in the payment means, where only credit notes have it.',
    },
  }),
  rule('UBL-CR-665', 'warning', 'BT-122', {
    ubl: check(
      anywhere('cac:AdditionalDocumentReference'),
      (here) =>
        (has(here, 'cbc:DocumentTypeCode') && !some(here, 'cbc:DocumentTypeCode', (code) => textOf(code) !== '130')) ||
        !some(here, 'cbc:ID', (id) => id.attributes['schemeID'] !== undefined),
    ),
    says: {
      de: 'Die Kennung der Anlage (BT-122) hat ein Schema; das hat nur das abgerechnete Objekt (BT-18).',
      en: 'The supporting document reference (BT-122) has a scheme, which only the invoiced object (BT-18) has.',
    },
  }),
  rule('UBL-CR-666', 'fatal', 'BT-18 BT-125', {
    ubl: check(only(anywhere('cac:AdditionalDocumentReference'), objectReference), absent('cac:Attachment')),
    says: {
      de: 'Das abgerechnete Objekt (BT-18) darf keine Anlage (BT-125) haben.',
      en: 'The invoiced object (BT-18) must not have an attachment (BT-125).',
    },
  }),
  rule('UBL-CR-673', 'fatal', 'BT-18 BT-123', {
    ubl: check(only(anywhere('cac:AdditionalDocumentReference'), objectReference), absent('cbc:DocumentDescription')),
    says: {
      de: 'Das abgerechnete Objekt (BT-18) darf keine Beschreibung (BT-123) haben.',
      en: 'The invoiced object (BT-18) must not have a description (BT-123).',
    },
  }),
  ...unusedAttributes(),
];

/** UBL-DT-08 to -28: attributes that are not used anywhere. */
function unusedAttributes(): Rule[] {
  const names = [
    'schemeName',
    'schemeAgencyName',
    'schemeDataURI',
    'schemeURI',
    'format',
    'unitCodeListIdentifier',
    'unitCodeListAgencyIdentifier',
    'unitCodeListAgencyName',
    'listAgencyName',
    'listName',
    'name',
    'languageID',
    'listURI',
    'listSchemeURI',
    'languageLocaleID',
    'uri',
    'currencyCodeListVersionID',
    'characterSetCode',
    'encodingCode',
    'schemeAgencyID',
    'listAgencyID',
  ];
  return names.map((name, index) =>
    rule(`UBL-DT-${String(index + 8).padStart(2, '0')}`, 'warning', '', {
      ubl: check(
        (tree) => carriersOf(name, tree),
        () => false,
      ),
      says: (here) => ({
        de: `Das Attribut „${name}“ an „${here.tag}“ ist nicht vorgesehen und wird nicht ausgewertet.`,
        en: `The attribute "${name}" of "${here.tag}" is not used and is not evaluated.`,
      }),
    }),
  );
}

/** BT-82 is the one name that is used. */
function carriersOf(name: string, tree: InvoiceTree): readonly XmlElement[] {
  const carriers = tree.attributes.get(name) ?? NONE;
  return name === 'name' ? carriers.filter((element) => element.tag !== 'cbc:PaymentMeansCode') : carriers;
}
