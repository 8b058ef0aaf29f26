import type { XmlElement } from '../xml/xml-element.js';
import { type InvoiceTree, Uncheckable, down, first, has, one, some, textOf, tidy, tidyText } from './invoice-tree.js';
import { missing, shorten, someFilled, there } from './kinds.js';
import { type Message, type Rule, type Scope, type Test, anywhere, check, fromRoot, only, root, rule } from './rule.js';
import {
  AGREEMENT,
  ALLOWANCE_CHARGE,
  BUYER_CII,
  BUYER_UBL,
  CONTEXT,
  DELIVERY,
  GROSS_PRICE,
  HEAD,
  LINE,
  LINE_SETTLEMENT,
  MEANS,
  NET_PRICE,
  PAYEE_ACCOUNT,
  SELLER_CII,
  SELLER_UBL,
  SETTLEMENT,
  TRADE,
} from './ways.js';
import { XRECHNUNG_3, XRECHNUNG_3_CVD, XRECHNUNG_3_EXTENSION } from './xrechnung-ids.js';

/*
 * What XRechnung asks on top of EN 16931 (BR-DE-*, BR-TMP-*).
 */

const ASK_SELLER = {
  de: 'Beim Rechnungssteller eine berichtigte Rechnung anfordern.',
  en: 'Ask the seller for a corrected invoice.',
};

// ---- payment

const TRANSFER = ['30', '58'];
const CARD = ['48', '54', '55'];
const DEBIT = ['59'];

function meansUbl(codes: readonly string[]): Scope {
  return only(fromRoot('cac:PaymentMeans'), (here) => codes.includes(tidyText(first(here, 'cbc:PaymentMeansCode'))));
}
function meansCii(codes: readonly string[]): Scope {
  return only(fromRoot(`${SETTLEMENT}/${MEANS}`), (here) => codes.includes(tidyText(first(here, 'ram:TypeCode'))));
}

const CARD_CII = 'ram:ApplicableTradeSettlementFinancialCard';
const MANDATE_CII = `${SETTLEMENT}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID`;
const CREDITOR_CII = `${SETTLEMENT}/ram:CreditorReferenceID`;
const DEBITED = 'ram:PayerPartyDebtorFinancialAccount/ram:IBANID';

/** BG-19 in CII is scattered: mandate and creditor stand in the header, the account in the payment means. */
function hasDebit(means: XmlElement, tree: InvoiceTree): boolean {
  return has(tree.root, MANDATE_CII) || has(tree.root, CREDITOR_CII) || has(means, DEBITED);
}

const IBAN = /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$/;

/**
 * The official check of an IBAN: form and check digits, blanks aside. Small letters are let pass by the form and reckoned
 * with a value of their own, so that they practically always fail the digits.
 */
export function officialIban(text: string): boolean {
  const iban = text.replace(/[ \t\n\r]/g, '');
  if (!IBAN.test(iban)) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const code = character.charCodeAt(0);
    for (const digit of String(code > 64 ? code - 55 : code - 48)) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function ibanHolds(way: string): Test {
  return (here) => {
    const account = one(here, way);
    return account !== null && officialIban(textOf(account));
  };
}

function ibanMessage(term: string, ubl: string, cii: string): Message {
  return (here, tree) => {
    const iban = shorten(tidyText(first(here, tree.syntax === 'ubl' ? ubl : cii)), 42);
    return iban === ''
      ? missing(term)
      : {
          de: `Die IBAN „${iban}“ (${term}) ist nicht richtig: Form oder Prüfziffern stimmen nicht.`,
          en: `The IBAN “${iban}” (${term}) is wrong: its form or check digits do not match.`,
        };
  };
}

const isCode58Ubl: Test = (here) => tidyText(first(here, 'cbc:PaymentMeansCode')) === '58';
const isCode58Cii: Test = (here) => tidyText(first(here, 'ram:TypeCode')) === '58';

// ---- Skonto

const SKONTO = /^#(?:SKONTO)#TAGE=[0-9]+#PROZENT=[0-9]+\.[0-9]{2}(?:#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$/;

/**
 * BT-20: every line that begins with # is a Skonto line of the agreed form, and what follows the last one begins with a
 * line break. A # anywhere else is free text.
 */
export function skontoHolds(terms: string): boolean {
  const lines = skontoLines(terms);
  if (lines.length === 0) return true;
  // greedy within one line, as the official expression is
  const behind = terms.split(/#[^\n]+#/).at(-1)!;
  if (!/^[ \t\n\r]*\n/.test(behind)) return false;
  return lines.every((line) => SKONTO.test(tidy(line)));
}

function skontoLines(terms: string): string[] {
  return terms.split(/\r?\n/).filter((line) => tidy(line).startsWith('#'));
}

function skontoTest(way: string, note: string): Test {
  return (here) => {
    const terms = down(here, way).flatMap((group) => down(group, note).slice(0, 1));
    if (terms.length > 1) {
      const line = terms.flatMap((text) => skontoLines(textOf(text)))[0];
      // Officially what follows the Skonto can be looked at in one text only.
      if (line !== undefined && SKONTO.test(tidy(line))) throw new Uncheckable(terms[1]!, 'several');
      return line === undefined;
    }
    return terms.every((text) => skontoHolds(textOf(text)));
  };
}

// ---- who must have a tax number

const TAXED = ['S', 'Z', 'E', 'AE', 'K', 'G', 'L', 'M'];

const sellerIsTaxedUbl: Test = (here, tree) => {
  const isTaxed = (id: XmlElement): boolean => TAXED.includes(textOf(id));
  const used =
    tree.once('taxed lines', () =>
      here.children.some(
        (line) =>
          (line.tag === 'cac:InvoiceLine' || line.tag === 'cac:CreditNoteLine') &&
          some(line, 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID', isTaxed),
      ),
    ) ||
    down(here, 'cac:AllowanceCharge').some(
      (entry) =>
        some(entry, 'cbc:ChargeIndicator', (word) => ['true', 'false'].includes(textOf(word))) &&
        some(entry, 'cac:TaxCategory/cbc:ID', isTaxed),
    );
  return (
    !used ||
    has(here, 'cac:TaxRepresentativeParty') ||
    someFilled(`${SELLER_UBL}/cac:PartyTaxScheme/cbc:CompanyID`)(here, tree)
  );
};

const sellerIsTaxedCii: Test = (here) => {
  const isVat = (type: XmlElement): boolean => textOf(type) === 'VAT';
  const isTaxed = (code: XmlElement): boolean => TAXED.includes(textOf(code));
  const lineTax = `${TRADE}/${LINE}/${LINE_SETTLEMENT}/ram:ApplicableTradeTax`;
  const sideTax = `${SETTLEMENT}/${ALLOWANCE_CHARGE}/ram:CategoryTradeTax`;
  const used =
    (some(here, `${lineTax}/ram:TypeCode`, isVat) && some(here, `${lineTax}/ram:CategoryCode`, isTaxed)) ||
    // The official test compares the whole group with VAT, which only fits where nothing else stands in it.
    (some(here, sideTax, isVat) && some(here, `${sideTax}/ram:CategoryCode`, isTaxed));
  return (
    !used ||
    has(here, `${AGREEMENT}/ram:SellerTaxRepresentativeTradeParty`) ||
    some(
      here,
      `${SELLER_CII}/ram:SpecifiedTaxRegistration/ram:ID`,
      (id) => ['VA', 'FC'].includes(tidy(id.attributes['schemeID'] ?? '')) && tidyText(id) !== '',
    )
  );
};

// ---- attachments

/** No attachment has the file name of one before it. */
function fileNamesDiffer(attachment: string): (references: readonly XmlElement[]) => boolean {
  return (references) => {
    const seen = new Map<XmlElement | null, Set<string>>();
    return references.every((reference) => {
      let names = seen.get(reference.parent);
      if (names === undefined) seen.set(reference.parent, (names = new Set()));
      const own = down(reference, attachment)
        .map((file) => file.attributes['filename'])
        .filter((name) => name !== undefined);
      const differ = !own.some((name) => names.has(name));
      for (const name of own) names.add(name);
      return differ;
    });
  };
}

const URL_FORM = /^[a-zA-Z][a-zA-Z0-9+.-]+:/;
const EMAIL = /^[^@ \t\n\r]+@(?:[^@. \t\n\r]+\.)+[^@. \t\n\r]+$/;

function threeDigits(text: string): boolean {
  return (text.match(/[0-9]/g)?.length ?? 0) >= 3;
}

const SPECIFICATIONS = [XRECHNUNG_3, XRECHNUNG_3_EXTENSION, XRECHNUNG_3_CVD];
const TYPES = ['326', '380', '384', '389', '381', '875', '876', '877'];

/** A text that XRechnung makes obligatory. */
function obligatory(id: string, term: string, ubl: [Scope, string], cii: [Scope, ...string[]]): Rule {
  const [atCii, ...ways] = cii;
  return rule(id, 'fatal', term, {
    ubl: check(ubl[0], someFilled(ubl[1])),
    cii: check(atCii, someFilled(...ways)),
    says: missing(term),
    todo: ASK_SELLER,
  });
}

const contactUbl = fromRoot(`${SELLER_UBL}/cac:Contact`);
const contactCii = fromRoot(`${SELLER_CII}/ram:DefinedTradeContact`);
const sellerAddressUbl = fromRoot(`${SELLER_UBL}/cac:PostalAddress`);
const sellerAddressCii = fromRoot(`${SELLER_CII}/ram:PostalTradeAddress`);
const buyerAddressUbl = fromRoot(`${BUYER_UBL}/cac:PostalAddress`);
const buyerAddressCii = fromRoot(`${BUYER_CII}/ram:PostalTradeAddress`);
const placeUbl = fromRoot('cac:Delivery/cac:DeliveryLocation/cac:Address');
const placeCii = fromRoot(`${DELIVERY}/ram:ShipToTradeParty/ram:PostalTradeAddress`);
const PHONE_CII = 'ram:TelephoneUniversalCommunication/ram:CompleteNumber';
const EMAIL_CII = 'ram:EmailURIUniversalCommunication/ram:URIID';

export const germanRules: Rule[] = [
  rule('BR-DE-1', 'fatal', 'BG-16', {
    ubl: check(root, there('cac:PaymentMeans')),
    cii: check(root, there(`${SETTLEMENT}/${MEANS}`)),
    says: missing('BG-16'),
    todo: ASK_SELLER,
  }),
  rule('BR-DE-2', 'fatal', 'BG-6', {
    ubl: check(fromRoot('cac:AccountingSupplierParty'), there('cac:Party/cac:Contact')),
    cii: check(fromRoot(SELLER_CII), there('ram:DefinedTradeContact')),
    says: missing('BG-6'),
    todo: ASK_SELLER,
  }),
  obligatory('BR-DE-3', 'BT-37', [sellerAddressUbl, 'cbc:CityName'], [sellerAddressCii, 'ram:CityName']),
  obligatory('BR-DE-4', 'BT-38', [sellerAddressUbl, 'cbc:PostalZone'], [sellerAddressCii, 'ram:PostcodeCode']),
  obligatory('BR-DE-5', 'BT-41', [contactUbl, 'cbc:Name'], [contactCii, 'ram:PersonName', 'ram:DepartmentName']),
  obligatory('BR-DE-6', 'BT-42', [contactUbl, 'cbc:Telephone'], [contactCii, PHONE_CII]),
  obligatory('BR-DE-7', 'BT-43', [contactUbl, 'cbc:ElectronicMail'], [contactCii, EMAIL_CII]),
  obligatory('BR-DE-8', 'BT-52', [buyerAddressUbl, 'cbc:CityName'], [buyerAddressCii, 'ram:CityName']),
  obligatory('BR-DE-9', 'BT-53', [buyerAddressUbl, 'cbc:PostalZone'], [buyerAddressCii, 'ram:PostcodeCode']),
  obligatory('BR-DE-10', 'BT-77', [placeUbl, 'cbc:CityName'], [placeCii, 'ram:CityName']),
  obligatory('BR-DE-11', 'BT-78', [placeUbl, 'cbc:PostalZone'], [placeCii, 'ram:PostcodeCode']),
  obligatory(
    'BR-DE-14',
    'BT-119',
    [fromRoot('cac:TaxTotal/cac:TaxSubtotal'), 'cac:TaxCategory/cbc:Percent'],
    [fromRoot(`${SETTLEMENT}/ram:ApplicableTradeTax`), 'ram:RateApplicablePercent'],
  ),
  rule('BR-DE-15', 'fatal', 'BT-10', {
    ubl: check(root, someFilled('cbc:BuyerReference')),
    cii: check(root, someFilled(`${AGREEMENT}/ram:BuyerReference`)),
    says: missing('BT-10'),
    todo: {
      de: 'Ohne Leitweg-ID lässt sich die Rechnung nicht automatisch zuordnen: Empfänger von Hand bestimmen und den Rechnungssteller auf die Leitweg-ID hinweisen.',
      en: 'Without a Leitweg-ID the invoice cannot be routed by itself: find the recipient by hand and tell the seller the Leitweg-ID.',
    },
  }),
  rule('BR-DE-16', 'fatal', 'BT-31 BT-32 BG-11', {
    ubl: check(root, sellerIsTaxedUbl),
    cii: check(root, sellerIsTaxedCii),
    says: {
      de: 'Die Rechnung nennt Umsatzsteuerkategorien, aber weder eine Steuernummer des Verkäufers (BT-31, BT-32) noch einen Steuervertreter (BG-11).',
      en: 'The invoice has VAT categories, but neither a tax number of the seller (BT-31, BT-32) nor a tax representative (BG-11).',
    },
    todo: ASK_SELLER,
  }),
  rule('BR-DE-17', 'warning', 'BT-3', {
    ubl: check(
      root,
      (here) =>
        TYPES.includes(tidyText(one(here, 'cbc:InvoiceTypeCode'))) ||
        TYPES.includes(tidyText(one(here, 'cbc:CreditNoteTypeCode'))),
    ),
    cii: check(root, (here) => TYPES.includes(tidyText(one(here, `${HEAD}/ram:TypeCode`)))),
    says: (here, tree) => {
      const code =
        tree.syntax === 'ubl'
          ? (first(here, 'cbc:InvoiceTypeCode') ?? first(here, 'cbc:CreditNoteTypeCode'))
          : first(here, `${HEAD}/ram:TypeCode`);
      return {
        de: `Die Rechnungsart (BT-3: ${tidyText(code) || '–'}) ist keine von denen, die XRechnung vorsieht: ${TYPES.join(', ')}.`,
        en: `The type of invoice (BT-3: ${tidyText(code) || '–'}) is none of those that XRechnung expects: ${TYPES.join(', ')}.`,
      };
    },
  }),
  rule('BR-DE-18', 'fatal', 'BT-20', {
    ubl: check(root, skontoTest('cac:PaymentTerms', 'cbc:Note')),
    cii: check(root, skontoTest(`${SETTLEMENT}/ram:SpecifiedTradePaymentTerms`, 'ram:Description')),
    says: {
      de: 'Die Skontoangabe in den Zahlungsbedingungen (BT-20) hat nicht die vereinbarte Form, etwa „#SKONTO#TAGE=14#PROZENT=2.00#“ mit Zeilenumbruch am Ende.',
      en: 'The Skonto line in the payment terms (BT-20) is not of the agreed form, such as "#SKONTO#TAGE=14#PROZENT=2.00#" with a line break at its end.',
    },
    todo: {
      de: 'Skonto von Hand erfassen, wenn es aus dem Text eindeutig hervorgeht.',
      en: 'Enter the Skonto by hand if the text is clear about it.',
    },
  }),
  rule('BR-DE-19', 'warning', 'BT-84', {
    ubl: check(
      meansUbl(TRANSFER),
      (here, tree) => !isCode58Ubl(here, tree) || ibanHolds('cac:PayeeFinancialAccount/cbc:ID')(here, tree),
    ),
    cii: check(
      meansCii(TRANSFER),
      (here, tree) => !isCode58Cii(here, tree) || ibanHolds(`${PAYEE_ACCOUNT}/ram:IBANID`)(here, tree),
    ),
    says: ibanMessage('BT-84', 'cac:PayeeFinancialAccount/cbc:ID', `${PAYEE_ACCOUNT}/ram:IBANID`),
    todo: {
      de: 'Nicht überweisen, bevor die IBAN mit den Stammdaten abgeglichen ist.',
      en: 'Do not pay before the IBAN was compared with the master data.',
    },
  }),
  rule('BR-DE-20', 'warning', 'BT-91', {
    ubl: check(meansUbl(DEBIT), ibanHolds('cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID')),
    cii: check(meansCii(DEBIT), ibanHolds(DEBITED)),
    says: ibanMessage('BT-91', 'cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID', DEBITED),
  }),
  rule('BR-DE-21', 'warning', 'BT-24', {
    ubl: check(root, (here) => some(here, 'cbc:CustomizationID', (id) => SPECIFICATIONS.includes(textOf(id)))),
    cii: check(fromRoot(CONTEXT), (here) =>
      some(here, 'ram:GuidelineSpecifiedDocumentContextParameter/ram:ID', (id) => SPECIFICATIONS.includes(textOf(id))),
    ),
    says: {
      de: 'Die Spezifikationskennung (BT-24) ist nicht die der geltenden XRechnung.',
      en: 'The specification identifier (BT-24) is not that of the XRechnung in force.',
    },
  }),
  rule('BR-DE-22', 'fatal', 'BT-125-2', {
    ubl: check(root, (here) =>
      fileNamesDiffer('cac:Attachment/cbc:EmbeddedDocumentBinaryObject')(down(here, 'cac:AdditionalDocumentReference')),
    ),
    cii: check(root, (_, tree) =>
      fileNamesDiffer('ram:AttachmentBinaryObject')(anywhere('ram:AdditionalReferencedDocument')(tree)),
    ),
    says: {
      de: 'Zwei Anlagen haben denselben Dateinamen (BT-125-2).',
      en: 'Two attachments have the same file name (BT-125-2).',
    },
  }),
  rule('BR-DE-23-a', 'fatal', 'BG-17 BT-81', {
    ubl: check(meansUbl(TRANSFER), there('cac:PayeeFinancialAccount')),
    cii: check(meansCii(TRANSFER), there(PAYEE_ACCOUNT)),
    says: {
      de: 'Bei Überweisung (BT-81: 30 oder 58) fehlen die Angaben zum Konto (BG-17).',
      en: 'For a credit transfer (BT-81: 30 or 58) the account (BG-17) is missing.',
    },
    todo: ASK_SELLER,
  }),
  rule('BR-DE-23-b', 'fatal', 'BG-18 BG-19 BT-81', {
    ubl: check(meansUbl(TRANSFER), (here) => !has(here, 'cac:CardAccount') && !has(here, 'cac:PaymentMandate')),
    cii: check(meansCii(TRANSFER), (here, tree) => !has(here, CARD_CII) && !hasDebit(here, tree)),
    says: {
      de: 'Bei Überweisung (BT-81: 30 oder 58) sind Angaben zu Karte (BG-18) oder Lastschrift (BG-19) nicht zulässig.',
      en: 'For a credit transfer (BT-81: 30 or 58) card (BG-18) or direct debit (BG-19) are not allowed.',
    },
  }),
  rule('BR-DE-24-a', 'fatal', 'BG-18 BT-81', {
    ubl: check(meansUbl(CARD), there('cac:CardAccount')),
    cii: check(meansCii(CARD), there(CARD_CII)),
    says: {
      de: 'Bei Kartenzahlung (BT-81: 48, 54 oder 55) fehlen die Angaben zur Karte (BG-18).',
      en: 'For card payment (BT-81: 48, 54 or 55) the card (BG-18) is missing.',
    },
  }),
  rule('BR-DE-24-b', 'fatal', 'BG-17 BG-19 BT-81', {
    ubl: check(meansUbl(CARD), (here) => !has(here, 'cac:PayeeFinancialAccount') && !has(here, 'cac:PaymentMandate')),
    cii: check(meansCii(CARD), (here, tree) => !has(here, PAYEE_ACCOUNT) && !hasDebit(here, tree)),
    says: {
      de: 'Bei Kartenzahlung (BT-81: 48, 54 oder 55) sind Angaben zu Überweisung (BG-17) oder Lastschrift (BG-19) nicht zulässig.',
      en: 'For card payment (BT-81: 48, 54 or 55) credit transfer (BG-17) or direct debit (BG-19) are not allowed.',
    },
  }),
  rule('BR-DE-25-a', 'fatal', 'BG-19 BT-81', {
    ubl: check(meansUbl(DEBIT), there('cac:PaymentMandate')),
    cii: check(meansCii(DEBIT), hasDebit),
    says: {
      de: 'Bei Lastschrift (BT-81: 59) fehlen die Angaben zur Lastschrift (BG-19).',
      en: 'For a direct debit (BT-81: 59) the direct debit (BG-19) is missing.',
    },
  }),
  rule('BR-DE-25-b', 'fatal', 'BG-17 BG-18 BT-81', {
    ubl: check(meansUbl(DEBIT), (here) => !has(here, 'cac:PayeeFinancialAccount') && !has(here, 'cac:CardAccount')),
    cii: check(
      meansCii(DEBIT),
      (here) =>
        ![
          PAYEE_ACCOUNT,
          'ram:PayeeSpecifiedCreditorFinancialInstitution',
          'ram:PayerSpecifiedDebtorFinancialInstitution',
          CARD_CII,
        ].some((way) => has(here, way)),
    ),
    says: {
      de: 'Bei Lastschrift (BT-81: 59) sind Angaben zu Überweisung (BG-17) oder Karte (BG-18) nicht zulässig.',
      en: 'For a direct debit (BT-81: 59) credit transfer (BG-17) or card (BG-18) are not allowed.',
    },
    todo: {
      de: 'Nicht überweisen: Der Betrag wird abgebucht.',
      en: 'Do not transfer the amount: it is debited.',
    },
  }),
  rule('BR-DE-26', 'warning', 'BG-3 BT-3', {
    ubl: check(
      root,
      (here) =>
        ![first(here, 'cbc:InvoiceTypeCode'), first(here, 'cbc:CreditNoteTypeCode')].some(
          (code) => tidyText(code) === '384',
        ) || has(here, 'cac:BillingReference/cac:InvoiceDocumentReference'),
    ),
    cii: check(
      root,
      (here) =>
        tidyText(one(here, `${HEAD}/ram:TypeCode`)) !== '384' ||
        has(here, `${SETTLEMENT}/ram:InvoiceReferencedDocument`),
    ),
    says: {
      de: 'Eine Rechnungskorrektur (BT-3: 384) nennt die korrigierte Rechnung nicht (BG-3).',
      en: 'A corrected invoice (BT-3: 384) does not name the invoice it corrects (BG-3).',
    },
    todo: {
      de: 'Die ursprüngliche Rechnung suchen und den Vorgang mit ihr verknüpfen.',
      en: 'Find the original invoice and link it.',
    },
  }),
  rule('BR-DE-27', 'warning', 'BT-42', {
    ubl: check(contactUbl, (here) => threeDigits(tidyText(one(here, 'cbc:Telephone')))),
    cii: check(contactCii, (here) => threeDigits(tidyText(one(here, PHONE_CII)))),
    says: {
      de: 'Die Telefonnummer des Ansprechpartners (BT-42) hat weniger als drei Ziffern.',
      en: 'The phone of the seller contact (BT-42) has fewer than three digits.',
    },
  }),
  rule('BR-DE-28', 'warning', 'BT-43', {
    ubl: check(contactUbl, (here) => EMAIL.test(tidyText(one(here, 'cbc:ElectronicMail')))),
    cii: check(contactCii, (here) => EMAIL.test(tidyText(one(here, EMAIL_CII)))),
    says: {
      de: 'Die E-Mail-Adresse des Ansprechpartners (BT-43) ist keine E-Mail-Adresse.',
      en: 'The e-mail of the seller contact (BT-43) is no e-mail address.',
    },
  }),
  rule('BR-DE-30', 'fatal', 'BT-90', {
    ubl: check(root, (here) => {
      if (!has(here, 'cac:PaymentMeans/cac:PaymentMandate')) return true;
      const isCreditor = (id: XmlElement): boolean => id.attributes['schemeID'] === 'SEPA';
      return (
        some(here, `${SELLER_UBL}/cac:PartyIdentification/cbc:ID`, isCreditor) ||
        some(here, 'cac:PayeeParty/cac:PartyIdentification/cbc:ID', isCreditor)
      );
    }),
    cii: check(root, (here) => {
      const debit = debitTerms(here);
      return !debit.any || ((debit.mandate || debit.debited) && debit.creditor);
    }),
    says: {
      de: 'Bei Lastschrift (BG-19) fehlt die Gläubiger-Identifikationsnummer (BT-90).',
      en: 'For a direct debit (BG-19) the creditor identifier (BT-90) is missing.',
    },
  }),
  rule('BR-DE-31', 'fatal', 'BT-91', {
    ubl: check(
      root,
      (here) =>
        !has(here, 'cac:PaymentMeans/cac:PaymentMandate') ||
        has(here, 'cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID'),
    ),
    cii: check(root, (here) => {
      const debit = debitTerms(here);
      return !debit.any || ((debit.mandate || debit.creditor) && debit.debited);
    }),
    says: {
      de: 'Bei Lastschrift (BG-19) fehlt das belastete Konto (BT-91).',
      en: 'For a direct debit (BG-19) the debited account (BT-91) is missing.',
    },
  }),
  rule('BR-DE-TMP-32', 'information', 'BT-72 BG-14 BG-26', {
    ubl: check(
      root,
      (here) =>
        has(here, 'cac:Delivery/cbc:ActualDeliveryDate') ||
        has(here, 'cac:InvoicePeriod') ||
        here.children.every(
          (line) =>
            (line.tag !== 'cac:InvoiceLine' && line.tag !== 'cac:CreditNoteLine') || line.has('cac:InvoicePeriod'),
        ),
    ),
    cii: check(
      fromRoot(TRADE),
      (here) =>
        has(here, 'ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime') ||
        has(here, 'ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod') ||
        here.children.every((line) => line.tag !== LINE || has(line, `${LINE_SETTLEMENT}/ram:BillingSpecifiedPeriod`)),
    ),
    says: {
      de: 'Die Rechnung nennt keinen Leistungszeitpunkt: weder Lieferdatum (BT-72) noch Abrechnungszeitraum (BG-14) noch einen Zeitraum in jeder Position (BG-26).',
      en: 'The invoice names no time of supply: neither delivery date (BT-72) nor invoicing period (BG-14) nor a period in every line (BG-26).',
    },
    todo: {
      de: 'Leistungszeitpunkt prüfen: Er gehört zu den Pflichtangaben (§ 14 Abs. 4 Nr. 6 UStG).',
      en: 'Check the time of supply: it is obligatory (§ 14(4) No. 6 UStG).',
    },
  }),
  rule('BR-TMP-2', 'warning', 'BT-124', {
    ubl: check(fromRoot('cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference'), (here) =>
      URL_FORM.test(textOf(one(here, 'cbc:URI') ?? EMPTY)),
    ),
    cii: check(
      only(fromRoot(`${AGREEMENT}/ram:AdditionalReferencedDocument`), (here) =>
        some(here, 'ram:TypeCode', (code) => textOf(code) === '916'),
      ),
      (here) => {
        const uri = one(here, 'ram:URIID');
        return uri === null || URL_FORM.test(textOf(uri));
      },
    ),
    says: {
      de: 'Die Adresse der Anlage (BT-124) ist keine vollständige Internetadresse.',
      en: 'The external document location (BT-124) is no complete address.',
    },
  }),
  rule('BR-TMP-3', 'fatal', 'BT-149 BT-150', {
    cii: check(fromRoot(`${TRADE}/${LINE}`), (here) => {
      const gross = first(here, `${GROSS_PRICE}/ram:BasisQuantity`);
      const net = first(here, `${NET_PRICE}/ram:BasisQuantity`);
      if (gross === null || net === null) return true;
      const [grossUnit, netUnit] = [gross.attributes['unitCode'], net.attributes['unitCode']];
      return (
        textOf(gross) === textOf(net) && (grossUnit === undefined || netUnit === undefined || grossUnit === netUnit)
      );
    }),
    says: {
      de: 'Brutto- und Nettopreis haben verschiedene Basismengen (BT-149, BT-150).',
      en: 'Gross and net price have different base quantities (BT-149, BT-150).',
    },
  }),
];

const EMPTY = { text: '', children: [] } as unknown as XmlElement;

function debitTerms(here: XmlElement): { mandate: boolean; creditor: boolean; debited: boolean; any: boolean } {
  const mandate = has(here, MANDATE_CII);
  const creditor = has(here, CREDITOR_CII);
  const debited = has(here, `${SETTLEMENT}/${MEANS}/${DEBITED}`);
  return { mandate, creditor, debited, any: mandate || creditor || debited };
}
