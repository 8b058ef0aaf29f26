import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string) => ({ title, detail });

/** What stands against drafting, issuing and taking back an own invoice. */
export const invoicingProblems = defineProblems({
  InvoiceIncomplete: [
    422,
    text('Rechnung noch nicht fertig', 'Bitte ergänzen Sie die genannten Angaben; danach kann die Rechnung ausgehen.'),
    text('Invoice not complete', 'Please add what is named; then the invoice can be issued.'),
  ],
  InvoiceIssued: [
    409,
    text(
      'Rechnung ist ausgegangen',
      'Die Rechnung {value} ist ausgegangen und bleibt, wie sie ist. Nehmen Sie sie mit einem Storno zurück.',
    ),
    text('Invoice is issued', 'Invoice {value} is issued and stays as it is. Take it back with a cancellation.'),
  ],
  InvoiceNotIssued: [
    409,
    text('Noch nicht ausgegangen', 'Das geht erst mit einer Rechnung, die ausgegangen ist.'),
    text('Not issued yet', 'This needs an invoice that is issued.'),
  ],
  InvoiceCancelled: [
    409,
    text('Schon zurückgenommen', 'Die Rechnung {value} ist bereits zurückgenommen.'),
    text('Taken back already', 'Invoice {value} is taken back already.'),
  ],
  InvoiceCorrected: [
    422,
    text(
      'Es gibt schon eine Gutschrift oder Korrektur',
      'Zur Rechnung {value} gibt es bereits {other}. Nehmen Sie den Rest mit einer eigenen Gutschrift zurück.',
    ),
    text(
      'There is a credit note or correction already',
      'Invoice {value} has {other} already. Take back the rest with a credit note of its own.',
    ),
  ],
  CreditNoteStays: [
    422,
    text(
      'Gutschriften werden nicht storniert',
      'Eine Gutschrift oder negative Korrektur wird mit einer neuen Rechnung ausgeglichen.',
    ),
    text('Credit notes are not taken back', 'A credit note or negative correction is made up for by a new invoice.'),
  ],
  InvoiceTooLarge: [
    422,
    text('Betrag zu groß', 'Die Rechnung darf höchstens 99.999.999.999,99 Euro betragen.'),
    text('Amount too large', 'The invoice may come to 99,999,999,999.99 euros at most.'),
  ],
  SellerAddressMissing: [
    422,
    text(
      'Anschrift des Mandanten fehlt',
      'Straße, Postleitzahl und Ort des Mandanten fehlen. Ergänzen Sie sie in den Stammdaten.',
    ),
    text('Address of the client missing', 'Street, postcode and city of the client are missing in its master data.'),
  ],
  SellerContactMissing: [
    422,
    text(
      'Ansprechpartner fehlt',
      'Name, Telefon oder E-Mail für Rückfragen fehlen. Ergänzen Sie die Einstellungen invoicing.contactName, invoicing.contactPhone und invoicing.contactEmail.',
    ),
    text(
      'Contact missing',
      'Name, telephone or e-mail for questions are missing. Add the settings invoicing.contactName, invoicing.contactPhone and invoicing.contactEmail.',
    ),
  ],
  SellerTaxIdMissing: [
    422,
    text(
      'Steuernummer fehlt',
      'Eine Rechnung, die nicht hoheitlich ist, nennt die Umsatzsteuer-ID oder die Steuernummer des Mandanten (§ 14 Abs. 4 Nr. 2 UStG).',
    ),
    text(
      'Tax number missing',
      'An invoice outside public authority names the VAT id or the tax number of the client (§ 14(4) no. 2 UStG).',
    ),
  ],
  SellerIdMissing: [
    422,
    text(
      'Kennung des Mandanten fehlt',
      'Ohne Umsatzsteuer-ID braucht die Rechnung eine andere Kennung: den amtlichen Gemeindeschlüssel oder die Einstellung invoicing.sellerNumber.',
    ),
    text(
      'Identifier of the client missing',
      'Without a VAT id the invoice needs another identifier: the official municipality key or the setting invoicing.sellerNumber.',
    ),
  ],
  SellerBankAccountMissing: [
    422,
    text('Bankkonto fehlt', 'Wählen Sie ein aktives Bankkonto des Mandanten, auf das gezahlt werden soll.'),
    text('Bank account missing', 'Choose an active bank account of the client that shall be paid to.'),
  ],
  CreditorIdentifierMissing: [
    422,
    text(
      'Gläubiger-ID fehlt',
      'Für einen Lastschrifteinzug fehlt die Gläubiger-Identifikationsnummer in den Stammdaten des Mandanten.',
    ),
    text('Creditor identifier missing', 'A direct debit needs the creditor identifier in the client’s master data.'),
  ],
  MandateMissing: [
    422,
    text('Mandat fehlt', 'Zum Lastschrifteinzug gehören Mandatsreferenz und IBAN der zahlenden Person.'),
    text('Mandate missing', 'A direct debit needs the reference of the mandate and the payer’s IBAN.'),
  ],
  MandateIbanWrong: [
    422,
    text('IBAN falsch', 'Die IBAN „{value}“ des Mandats stimmt nicht: Länge oder Prüfziffern passen nicht.'),
    text('Wrong IBAN', 'The IBAN “{value}” of the mandate is wrong: its length or check digits do not fit.'),
  ],
  BuyerAddressMissing: [
    422,
    text('Anschrift des Empfängers fehlt', 'Bei {value} fehlen Postleitzahl oder Ort.'),
    text('Address of the recipient missing', 'Postcode or city of {value} are missing.'),
  ],
  BuyerReferenceMissing: [
    422,
    text(
      'Leitweg-ID fehlt',
      '{value} ist eine öffentliche Stelle: Die Rechnung braucht deren Leitweg-ID, am Geschäftspartner oder in der Rechnung.',
    ),
    text(
      'Leitweg-ID missing',
      '{value} is a public body: the invoice needs its Leitweg-ID, with the partner or in the invoice.',
    ),
  ],
  BuyerEndpointMissing: [
    422,
    text(
      'Elektronische Adresse fehlt',
      'Bei {value} fehlt, wohin die E-Rechnung geht: E-Mail-Adresse, Leitweg-ID oder elektronische Adresse.',
    ),
    text(
      'Electronic address missing',
      'It is missing where the e-invoice to {value} goes: an e-mail address, Leitweg-ID or electronic address.',
    ),
  ],
  BuyerVatIdMissing: [
    422,
    text(
      'Umsatzsteuer-ID des Empfängers fehlt',
      'Wenn der Empfänger die Steuer schuldet, nennt die Rechnung seine Umsatzsteuer-ID.',
    ),
    text('VAT id of the recipient missing', 'Where the recipient owes the tax, the invoice names its VAT id.'),
  ],
  VatIdWrong: [
    422,
    text(
      'Umsatzsteuer-ID falsch',
      'Die Umsatzsteuer-ID „{value}“ hat nicht die Form von Länderkürzel und Nummer, zum Beispiel DE123456789.',
    ),
    text('Wrong VAT id', 'The VAT id “{value}” does not consist of a country code and a number, such as DE123456789.'),
  ],
  LineTextMissing: [
    422,
    text('Bezeichnung fehlt', 'Die Position sagt nicht, was berechnet wird (§ 14 Abs. 4 Nr. 5 UStG).'),
    text('Description missing', 'The line does not say what is charged (§ 14(4) no. 5 UStG).'),
  ],
  UnitUnknown: [
    422,
    text('Einheit unbekannt', '„{value}“ ist keine Einheit nach UN/ECE; Stück ist C62, Monat MON, Stunde HUR.'),
    text('Unknown unit', '“{value}” is no unit of UN/ECE; piece is C62, month MON, hour HUR.'),
  ],
  BuyerInactive: [
    422,
    text('Geschäftspartner stillgelegt', '{value} ist stillgelegt.'),
    text('Partner not active', '{value} is not active.'),
  ],
  ServiceDateMissing: [
    422,
    text('Leistungszeit fehlt', 'Die Rechnung nennt den Tag oder Zeitraum der Leistung (§ 14 Abs. 4 Nr. 6 UStG).'),
    text('Time of supply missing', 'The invoice names the day or period of the supply (§ 14(4) no. 6 UStG).'),
  ],
  PeriodBackwards: [
    422,
    text('Zeitraum verkehrt', 'Der Zeitraum endet vor seinem Beginn.'),
    text('Period backwards', 'The period ends before it begins.'),
  ],
  LinePeriodOutside: [
    422,
    text(
      'Zeitraum der Position passt nicht',
      'Der Zeitraum der Position liegt nicht im Leistungszeitraum der Rechnung. Erweitern Sie diesen.',
    ),
    text(
      'Period of the line does not fit',
      'The period of the line is not within the period of the invoice. Widen the latter.',
    ),
  ],
  DueBeforeIssue: [
    422,
    text('Fälligkeit vorbei', 'Die Rechnung wäre am {value} fällig, also vor dem Tag, an dem sie ausgeht.'),
    text('Due date is past', 'The invoice would be due on {value}, before the day of its issue.'),
  ],
  NoLines: [
    422,
    text('Keine Positionen', 'Eine Rechnung hat mindestens eine Position.'),
    text('No lines', 'An invoice has one line at least.'),
  ],
  NothingToPay: [
    422,
    text('Kein Betrag', 'Eine Rechnung oder Gutschrift lautet über mehr als null Euro; eine Korrektur ist nicht null.'),
    text('No amount', 'An invoice or credit note comes to more than zero euros; a correction is not zero.'),
  ],
  MixedWithOutOfScope: [
    422,
    text(
      'Hoheitliches getrennt berechnen',
      'Nicht umsatzsteuerbare (hoheitliche) Positionen stehen in einer eigenen Rechnung (BR-O-11).',
    ),
    text(
      'Public authority apart',
      'Lines outside the scope of VAT (public authority) stand in an invoice of their own (BR-O-11).',
    ),
  ],
  VatNotOwed: [
    422,
    text(
      'Umsatzsteuer darf nicht ausgewiesen werden',
      'Der Mandant ist kein Unternehmer mit Regelbesteuerung. Wer Umsatzsteuer ausweist, ohne sie zu schulden, schuldet sie allein deshalb (§ 14c Abs. 2 UStG). Wählen Sie „nicht steuerbar“ oder „steuerfrei“, oder ändern Sie die Angabe zur Umsatzsteuer beim Mandanten.',
    ),
    text(
      'VAT must not be stated',
      'The client is no taxable person under the general rules. Whoever states VAT without owing it owes it for that alone (§ 14c(2) UStG). Choose “outside the scope” or “exempt”, or change what the client says about VAT.',
    ),
  ],
  VatRateUnknown: [
    422,
    text('Steuersatz unbekannt', '{value} % ist zur Leistungszeit kein Steuersatz; möglich sind {known} %.'),
    text('Unknown VAT rate', '{value} % is no VAT rate at the time of supply; possible are {known} %.'),
  ],
  ExemptionReasonMissing: [
    422,
    text(
      'Grund der Steuerbefreiung fehlt',
      'Eine steuerfreie Position nennt die Vorschrift, zum Beispiel § 4 Nr. 12 Buchst. a UStG.',
    ),
    text('Reason of the exemption missing', 'An exempt line names the rule, such as § 4 No. 12 a UStG.'),
  ],
  CreditTooLarge: [
    422,
    text(
      'Mehr als berechnet',
      'Gutgeschrieben würden {credited}; von der ursprünglichen Rechnung sind noch {left} übrig.',
    ),
    text('More than was billed', '{credited} would be credited; {left} are left of the original invoice.'),
  ],
  CorrectedInvoiceMissing: [
    422,
    text(
      'Ursprüngliche Rechnung fehlt',
      'Eine Gutschrift oder Korrektur nennt die ausgegangene Rechnung an denselben Geschäftspartner, zu der sie gehört.',
    ),
    text(
      'Original invoice missing',
      'A credit note or correction names the issued invoice to the same partner that it belongs to.',
    ),
  ],
  SkontoWrong: [
    422,
    text(
      'Skonto passt nicht',
      'Skonto endet vor der Fälligkeit, wird mit jeder Stufe später und kleiner und gilt nur für Überweisungen.',
    ),
    text(
      'Discount does not fit',
      'Discount ends before the due date, each stage is later and smaller, and it goes with transfers only.',
    ),
  ],
  CashAccountUnset: [
    422,
    text(
      'Finanzrechnungskonto fehlt',
      'Zum Konto {value} gehört kein Einzahlungskonto. Ergänzen Sie es in den Stammdaten des Kontos.',
    ),
    text('Cash-flow account missing', 'Account {value} has no account of in-payments. Add it to the account.'),
  ],
  RuleBroken: [
    422,
    text('Regel der E-Rechnung verletzt', '{message} (Regel {id})'),
    text('Rule of e-invoices broken', '{message} (rule {id})'),
  ],
  CharacterNotWritable: [
    422,
    text('Unzulässiges Zeichen', 'Eine Angabe enthält das Zeichen {value}, das in einer E-Rechnung nicht stehen kann.'),
    text('Character not permitted', 'A value holds the character {value}, which cannot stand in an e-invoice.'),
  ],
});
