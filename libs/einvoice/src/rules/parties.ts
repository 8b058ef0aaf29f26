import { COUNTRIES } from '../code-lists/index.js';
import { Uncheckable, down, has, some, textOf, tidy, tidyText } from './invoice-tree.js';
import { carries, filled, missing, share, shorten, textsOf, there } from './kinds.js';
import { type Rule, type Test, anywhere, check, fromRoot, only, placed, root, rule } from './rule.js';
import { BUYER_CII, BUYER_UBL, DELIVERY, SELLER_CII, SELLER_UBL, isVat, registered } from './ways.js';

/*
 * Seller, buyer, payee, tax representative and the place of delivery.
 */

/** The electronic address of a CII party has a scheme; only the first address of a party counts. */
function addressHasScheme(party: string): Test {
  return (here) => {
    const parties = down(here, party);
    if (!parties.some((one) => has(one, 'ram:URIUniversalCommunication'))) return true;
    const schemes = parties.flatMap((one) =>
      down(one, 'ram:URIUniversalCommunication')
        .slice(0, 1)
        .flatMap((address) => down(address, 'ram:URIID'))
        .filter((id) => id.attributes['schemeID'] !== undefined),
    );
    if (schemes.length > 1) throw new Uncheckable(schemes[1]!, 'several');
    return schemes.some((id) => tidy(id.attributes['schemeID']!) !== '');
  };
}

// The official test cuts two characters out of a row of codes. In UBL it forgets the blanks around them, so that an
// empty number and halves of two neighbouring codes pass as well.
const VAT_PREFIXES_UBL = ` ${[...COUNTRIES.with({ add: 'EL' }).codes].sort().join(' ')} `;
const VAT_PREFIXES_CII = COUNTRIES.with({ add: 'EL AN', drop: 'SS' });

export const partyRules: Rule[] = [
  rule('BR-06', 'fatal', 'BT-27', {
    ubl: check(root, filled(`${SELLER_UBL}/cac:PartyLegalEntity/cbc:RegistrationName`)),
    cii: check(root, filled(`${SELLER_CII}/ram:Name`)),
    says: missing('BT-27'),
  }),
  rule('BR-07', 'fatal', 'BT-44', {
    ubl: check(root, filled(`${BUYER_UBL}/cac:PartyLegalEntity/cbc:RegistrationName`)),
    cii: check(root, filled(`${BUYER_CII}/ram:Name`)),
    says: missing('BT-44'),
  }),
  rule('BR-08', 'fatal', 'BG-5', {
    ubl: check(root, there(`${SELLER_UBL}/cac:PostalAddress`)),
    cii: check(root, there(`${SELLER_CII}/ram:PostalTradeAddress`)),
    says: missing('BG-5'),
  }),
  rule('BR-09', 'fatal', 'BT-40', {
    ubl: check(
      placed('cac:AccountingSupplierParty/cac:Party/cac:PostalAddress'),
      filled('cac:Country/cbc:IdentificationCode'),
    ),
    cii: check(root, filled(`${SELLER_CII}/ram:PostalTradeAddress/ram:CountryID`)),
    says: missing('BT-40'),
  }),
  rule('BR-10', 'fatal', 'BG-8', {
    ubl: check(root, there(`${BUYER_UBL}/cac:PostalAddress`)),
    cii: check(root, there(`${BUYER_CII}/ram:PostalTradeAddress`)),
    says: missing('BG-8'),
  }),
  rule('BR-11', 'fatal', 'BT-55', {
    ubl: check(
      placed('cac:AccountingCustomerParty/cac:Party/cac:PostalAddress'),
      filled('cac:Country/cbc:IdentificationCode'),
    ),
    cii: check(root, filled(`${BUYER_CII}/ram:PostalTradeAddress/ram:CountryID`)),
    says: missing('BT-55'),
  }),
  rule('BR-17', 'fatal', 'BT-59', {
    ubl: check(anywhere('cac:PayeeParty'), (here) => {
      const beside = here.parent!;
      return (
        has(here, 'cac:PartyName/cbc:Name') &&
        !share(textsOf(here, 'cac:PartyName/cbc:Name'), textsOf(beside, `${SELLER_UBL}/cac:PartyName/cbc:Name`)) &&
        !share(
          textsOf(here, 'cac:PartyIdentification/cbc:ID'),
          textsOf(beside, `${SELLER_UBL}/cac:PartyIdentification/cbc:ID`),
        )
      );
    }),
    cii: check(anywhere('ram:PayeeTradeParty'), (here) => {
      const trade = here.parent?.parent;
      const ofSeller = (way: string): string[] =>
        trade == null ? [] : textsOf(trade, `ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty/${way}`);
      return (
        has(here, 'ram:Name') &&
        ['ram:Name', 'ram:ID', 'ram:SpecifiedLegalOrganization/ram:ID'].every(
          (way) => !share(textsOf(here, way), ofSeller(way)),
        )
      );
    }),
    says: {
      de: 'Der Zahlungsempfänger (BG-10) braucht einen Namen (BT-59) und muss ein anderer sein als der Verkäufer.',
      en: 'The payee (BG-10) needs a name (BT-59) and must not be the seller.',
    },
  }),
  rule('BR-18', 'fatal', 'BT-62', {
    ubl: check(anywhere('cac:TaxRepresentativeParty'), filled('cac:PartyName/cbc:Name')),
    cii: check(anywhere('ram:SellerTaxRepresentativeTradeParty'), filled('ram:Name')),
    says: missing('BT-62'),
  }),
  rule('BR-19', 'fatal', 'BG-12', {
    ubl: check(anywhere('cac:TaxRepresentativeParty'), there('cac:PostalAddress')),
    cii: check(anywhere('ram:SellerTaxRepresentativeTradeParty'), there('ram:PostalTradeAddress')),
    says: missing('BG-12'),
  }),
  rule('BR-20', 'fatal', 'BT-69', {
    ubl: check(placed('cac:TaxRepresentativeParty/cac:PostalAddress'), filled('cac:Country/cbc:IdentificationCode')),
    cii: check(anywhere('ram:SellerTaxRepresentativeTradeParty'), filled('ram:PostalTradeAddress/ram:CountryID')),
    says: missing('BT-69'),
  }),
  rule('BR-56', 'fatal', 'BT-63', {
    ubl: check(anywhere('cac:TaxRepresentativeParty'), (here) =>
      some(here, 'cac:PartyTaxScheme', (tax) => isVat(tax) && has(tax, 'cbc:CompanyID')),
    ),
    cii: check(anywhere('ram:SellerTaxRepresentativeTradeParty'), (here) =>
      some(
        here,
        'ram:SpecifiedTaxRegistration/ram:ID',
        (id) => id.attributes['schemeID'] === 'VA' && tidyText(id) !== '',
      ),
    ),
    says: missing('BT-63'),
  }),
  rule('BR-57', 'fatal', 'BT-80', {
    ubl: check(placed('cac:Delivery/cac:DeliveryLocation/cac:Address'), there('cac:Country/cbc:IdentificationCode')),
    cii: check(
      fromRoot(DELIVERY),
      (here, tree) =>
        !has(here, 'ram:ShipToTradeParty/ram:PostalTradeAddress') ||
        filled('ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID')(here, tree),
    ),
    says: missing('BT-80'),
  }),
  rule('BR-62', 'fatal', 'BT-34-1', {
    ubl: check(placed('cac:AccountingSupplierParty/cac:Party/cbc:EndpointID'), carries('schemeID')),
    cii: check(root, addressHasScheme(SELLER_CII)),
    says: missing('BT-34-1'),
  }),
  rule('BR-63', 'fatal', 'BT-49-1', {
    ubl: check(placed('cac:AccountingCustomerParty/cac:Party/cbc:EndpointID'), carries('schemeID')),
    cii: check(root, addressHasScheme(BUYER_CII)),
    says: missing('BT-49-1'),
  }),
  rule('BR-CO-09', 'fatal', 'BT-31 BT-48 BT-63', {
    ubl: check(only(anywhere('cac:PartyTaxScheme'), isVat), (here) =>
      VAT_PREFIXES_UBL.includes(textsOf(here, 'cbc:CompanyID').join('').slice(0, 2)),
    ),
    cii: check(
      only(placed('ram:SpecifiedTaxRegistration/ram:ID'), (here) => here.attributes['schemeID'] === 'VA'),
      (here) => VAT_PREFIXES_CII.has(textOf(here).slice(0, 2)),
    ),
    says: (here, tree) => {
      const id = shorten(tree.syntax === 'ubl' ? textsOf(here, 'cbc:CompanyID').join('') : textOf(here));
      return {
        de: `Die Umsatzsteuer-Identifikationsnummer „${id}“ (BT-31, BT-48, BT-63) beginnt nicht mit einem Länderkürzel.`,
        en: `The VAT identifier “${id}” (BT-31, BT-48, BT-63) does not begin with a country code.`,
      };
    },
  }),
  rule('BR-CO-26', 'fatal', 'BT-29 BT-30 BT-31', {
    ubl: check(
      anywhere('cac:AccountingSupplierParty'),
      (here) =>
        some(here, 'cac:Party/cac:PartyTaxScheme', (tax) => isVat(tax) && has(tax, 'cbc:CompanyID')) ||
        some(here, 'cac:Party/cac:PartyIdentification/cbc:ID', (id) => id.attributes['schemeID'] !== 'SEPA') ||
        has(here, 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID'),
    ),
    cii: check(
      anywhere('ram:SellerTradeParty'),
      (here) =>
        has(here, 'ram:ID') ||
        has(here, 'ram:GlobalID') ||
        has(here, 'ram:SpecifiedLegalOrganization/ram:ID') ||
        registered(here, 'VA'),
    ),
    says: missing('BT-29', 'BT-30', 'BT-31'),
    todo: {
      de: 'Wer nur eine Steuernummer hat (etwa als Kleinunternehmer), gibt zusätzlich eine Kennung (BT-29) oder Registernummer (BT-30) an.',
      en: 'A seller with only a tax number (a small business, say) adds an identifier (BT-29) or registration number (BT-30).',
    },
  }),
];
