/*
 * The business terms in words that a clerk uses. One line per term: number, German, English. Numbers with a suffix are
 * the attribute of a term (`BT-30-1`: scheme of BT-30).
 */
const TABLE = `
BT-1 | Rechnungsnummer | invoice number
BT-2 | Rechnungsdatum | invoice date
BT-3 | Rechnungsart | type of invoice
BT-5 | Rechnungswährung | invoice currency
BT-6 | Währung der Umsatzsteuer | VAT accounting currency
BT-7 | Datum der Steuerfälligkeit | tax point date
BT-8 | Code der Steuerfälligkeit | tax point date code
BT-9 | Fälligkeitsdatum | due date
BT-10 | Käuferreferenz (Leitweg-ID) | buyer reference (Leitweg-ID)
BT-11 | Projektnummer | project reference
BT-12 | Vertragsnummer | contract reference
BT-13 | Bestellnummer | purchase order reference
BT-14 | Auftragsnummer | sales order reference
BT-15 | Wareneingangsmeldung | receiving advice reference
BT-16 | Lieferavis | despatch advice reference
BT-17 | Vergabenummer oder Los | tender or lot reference
BT-18 | Abgerechnetes Objekt | invoiced object identifier
BT-18-1 | Schema des abgerechneten Objekts | scheme of the invoiced object identifier
BT-19 | Kontierung des Käufers | buyer accounting reference
BT-20 | Zahlungsbedingungen | payment terms
BT-21 | Thema der Bemerkung | subject of the note
BT-22 | Bemerkung | note
BT-23 | Geschäftsprozess | business process
BT-24 | Spezifikationskennung | specification identifier
BT-25 | Nummer der vorausgegangenen Rechnung | preceding invoice number
BT-26 | Datum der vorausgegangenen Rechnung | preceding invoice date
BT-27 | Name des Verkäufers | seller name
BT-28 | Handelsname des Verkäufers | seller trading name
BT-29 | Kennung des Verkäufers | seller identifier
BT-29-1 | Schema der Kennung des Verkäufers | scheme of the seller identifier
BT-30 | Registernummer des Verkäufers | seller registration number
BT-30-1 | Schema der Registernummer des Verkäufers | scheme of the seller registration number
BT-31 | Umsatzsteuer-Identifikationsnummer des Verkäufers | seller VAT identifier
BT-32 | Steuernummer des Verkäufers | seller tax number
BT-33 | Rechtliche Angaben zum Verkäufer | seller legal information
BT-34 | Elektronische Adresse des Verkäufers | seller electronic address
BT-34-1 | Schema der elektronischen Adresse des Verkäufers | scheme of the seller electronic address
BT-35 | Straße des Verkäufers | seller street
BT-37 | Ort des Verkäufers | seller city
BT-38 | Postleitzahl des Verkäufers | seller postcode
BT-40 | Land des Verkäufers | seller country
BT-41 | Ansprechpartner des Verkäufers | seller contact
BT-42 | Telefonnummer des Ansprechpartners | phone of the seller contact
BT-43 | E-Mail-Adresse des Ansprechpartners | e-mail of the seller contact
BT-44 | Name des Käufers | buyer name
BT-45 | Handelsname des Käufers | buyer trading name
BT-46 | Kennung des Käufers | buyer identifier
BT-46-1 | Schema der Kennung des Käufers | scheme of the buyer identifier
BT-47 | Registernummer des Käufers | buyer registration number
BT-47-1 | Schema der Registernummer des Käufers | scheme of the buyer registration number
BT-48 | Umsatzsteuer-Identifikationsnummer des Käufers | buyer VAT identifier
BT-49 | Elektronische Adresse des Käufers | buyer electronic address
BT-49-1 | Schema der elektronischen Adresse des Käufers | scheme of the buyer electronic address
BT-52 | Ort des Käufers | buyer city
BT-53 | Postleitzahl des Käufers | buyer postcode
BT-55 | Land des Käufers | buyer country
BT-56 | Ansprechpartner des Käufers | buyer contact
BT-59 | Name des Zahlungsempfängers | payee name
BT-60 | Kennung des Zahlungsempfängers | payee identifier
BT-60-1 | Schema der Kennung des Zahlungsempfängers | scheme of the payee identifier
BT-61 | Registernummer des Zahlungsempfängers | payee registration number
BT-61-1 | Schema der Registernummer des Zahlungsempfängers | scheme of the payee registration number
BT-62 | Name des Steuervertreters | tax representative name
BT-63 | Umsatzsteuer-Identifikationsnummer des Steuervertreters | tax representative VAT identifier
BT-69 | Land des Steuervertreters | tax representative country
BT-70 | Name des Lieferempfängers | deliver-to name
BT-71 | Kennung des Lieferorts | deliver-to location identifier
BT-71-1 | Schema der Kennung des Lieferorts | scheme of the deliver-to location identifier
BT-72 | Lieferdatum | delivery date
BT-73 | Beginn des Abrechnungszeitraums | start of the invoicing period
BT-74 | Ende des Abrechnungszeitraums | end of the invoicing period
BT-77 | Ort der Lieferung | deliver-to city
BT-78 | Postleitzahl der Lieferung | deliver-to postcode
BT-80 | Land der Lieferung | deliver-to country
BT-81 | Code der Zahlungsart | payment means code
BT-82 | Text der Zahlungsart | payment means text
BT-83 | Verwendungszweck | remittance information
BT-84 | Konto des Zahlungsempfängers (IBAN) | payment account (IBAN)
BT-87 | Kartennummer | payment card number
BT-89 | Mandatsreferenz | mandate reference
BT-90 | Gläubiger-Identifikationsnummer | creditor identifier
BT-91 | Belastetes Konto (IBAN) | debited account (IBAN)
BT-92 | Betrag des Nachlasses | allowance amount
BT-93 | Grundbetrag des Nachlasses | allowance base amount
BT-94 | Prozentsatz des Nachlasses | allowance percentage
BT-95 | Umsatzsteuerkategorie des Nachlasses | VAT category of the allowance
BT-96 | Umsatzsteuersatz des Nachlasses | VAT rate of the allowance
BT-97 | Grund des Nachlasses | allowance reason
BT-98 | Code für den Grund des Nachlasses | allowance reason code
BT-99 | Betrag des Zuschlags | charge amount
BT-100 | Grundbetrag des Zuschlags | charge base amount
BT-101 | Prozentsatz des Zuschlags | charge percentage
BT-102 | Umsatzsteuerkategorie des Zuschlags | VAT category of the charge
BT-103 | Umsatzsteuersatz des Zuschlags | VAT rate of the charge
BT-104 | Grund des Zuschlags | charge reason
BT-105 | Code für den Grund des Zuschlags | charge reason code
BT-106 | Summe der Positionen | sum of line amounts
BT-107 | Summe der Nachlässe | sum of allowances
BT-108 | Summe der Zuschläge | sum of charges
BT-109 | Rechnungsbetrag ohne Umsatzsteuer | total without VAT
BT-110 | Umsatzsteuer | total VAT
BT-111 | Umsatzsteuer in der Währung der Umsatzsteuer | total VAT in accounting currency
BT-112 | Rechnungsbetrag mit Umsatzsteuer | total with VAT
BT-113 | Gezahlter Betrag | paid amount
BT-114 | Rundungsbetrag | rounding amount
BT-115 | Zahlbetrag | amount due
BT-116 | Steuerbasis je Satz | VAT category taxable amount
BT-117 | Umsatzsteuer je Satz | VAT category tax amount
BT-118 | Umsatzsteuerkategorie | VAT category
BT-119 | Umsatzsteuersatz | VAT rate
BT-120 | Befreiungsgrund | VAT exemption reason
BT-121 | Code des Befreiungsgrunds | VAT exemption reason code
BT-122 | Kennung der Anlage | supporting document reference
BT-123 | Beschreibung der Anlage | supporting document description
BT-124 | Adresse der Anlage | external document location
BT-125 | Anlage | attached document
BT-125-1 | Dateityp der Anlage | type of the attached document
BT-125-2 | Dateiname der Anlage | file name of the attached document
BT-126 | Positionsnummer | line identifier
BT-127 | Bemerkung zur Position | line note
BT-128 | Objekt der Position | line object identifier
BT-128-1 | Schema des Objekts der Position | scheme of the line object identifier
BT-129 | Menge | invoiced quantity
BT-130 | Mengeneinheit | unit of the quantity
BT-131 | Nettobetrag der Position | line net amount
BT-132 | Bestellposition | order line reference
BT-133 | Kontierung der Position | line accounting reference
BT-134 | Beginn des Zeitraums der Position | start of the line period
BT-135 | Ende des Zeitraums der Position | end of the line period
BT-136 | Betrag des Nachlasses der Position | line allowance amount
BT-137 | Grundbetrag des Nachlasses der Position | line allowance base amount
BT-138 | Prozentsatz des Nachlasses der Position | line allowance percentage
BT-139 | Grund des Nachlasses der Position | line allowance reason
BT-140 | Code für den Grund des Nachlasses der Position | line allowance reason code
BT-141 | Betrag des Zuschlags der Position | line charge amount
BT-142 | Grundbetrag des Zuschlags der Position | line charge base amount
BT-143 | Prozentsatz des Zuschlags der Position | line charge percentage
BT-144 | Grund des Zuschlags der Position | line charge reason
BT-145 | Code für den Grund des Zuschlags der Position | line charge reason code
BT-146 | Nettopreis | item net price
BT-147 | Nachlass auf den Preis | item price discount
BT-148 | Bruttopreis | item gross price
BT-149 | Preis-Basismenge | item price base quantity
BT-150 | Einheit der Preis-Basismenge | unit of the item price base quantity
BT-151 | Umsatzsteuerkategorie der Position | VAT category of the line
BT-152 | Umsatzsteuersatz der Position | VAT rate of the line
BT-153 | Artikelname | item name
BT-154 | Artikelbeschreibung | item description
BT-157 | Artikelkennung nach Norm | item standard identifier
BT-157-1 | Schema der Artikelkennung nach Norm | scheme of the item standard identifier
BT-158 | Artikelklassifizierung | item classification
BT-158-1 | Schema der Artikelklassifizierung | scheme of the item classification
BT-159 | Ursprungsland des Artikels | item country of origin
BT-160 | Name der Artikeleigenschaft | item attribute name
BT-161 | Wert der Artikeleigenschaft | item attribute value
BG-1 | Bemerkung | note
BG-3 | Verweis auf eine vorausgegangene Rechnung | preceding invoice reference
BG-4 | Verkäufer | seller
BG-5 | Anschrift des Verkäufers | seller address
BG-6 | Ansprechpartner des Verkäufers | seller contact
BG-7 | Käufer | buyer
BG-8 | Anschrift des Käufers | buyer address
BG-10 | Zahlungsempfänger | payee
BG-11 | Steuervertreter des Verkäufers | seller tax representative
BG-12 | Anschrift des Steuervertreters | tax representative address
BG-13 | Lieferung | delivery
BG-14 | Abrechnungszeitraum | invoicing period
BG-15 | Lieferanschrift | deliver-to address
BG-16 | Angaben zur Zahlung | payment instructions
BG-17 | Überweisung | credit transfer
BG-18 | Zahlungskarte | payment card
BG-19 | Lastschrift | direct debit
BG-20 | Nachlass | allowance
BG-21 | Zuschlag | charge
BG-22 | Rechnungssummen | document totals
BG-23 | Aufschlüsselung der Umsatzsteuer | VAT breakdown
BG-24 | Anlage | supporting document
BG-25 | Position | invoice line
BG-26 | Zeitraum der Position | line period
BG-27 | Nachlass der Position | line allowance
BG-28 | Zuschlag der Position | line charge
BG-29 | Preis | price
BG-30 | Umsatzsteuer der Position | line VAT
BG-31 | Artikel | item
BG-32 | Artikeleigenschaft | item attribute
BG-DEX-01 | Unterposition | sub invoice line
BG-DEX-09 | Zahlung eines Dritten | third party payment
BT-DEX-001 | Art der Zahlung des Dritten | third party payment type
BT-DEX-002 | Betrag der Zahlung des Dritten | third party payment amount
BT-DEX-003 | Beschreibung der Zahlung des Dritten | third party payment description
`;

export interface Words {
  de: string;
  en: string;
}

const TERMS = new Map<string, Words>(
  TABLE.trim()
    .split('\n')
    .map((row) => {
      const [id, de, en] = row.split(' | ');
      return [id!, { de: de!, en: en! }];
    }),
);

/** A term's name with its number, `Rechnungsnummer (BT-1)`; a number that the table lacks stands for itself. */
export function named(id: string): Words {
  const words = TERMS.get(id);
  return words === undefined ? { de: id, en: id } : { de: `${words.de} (${id})`, en: `${words.en} (${id})` };
}

/** The bare name of a term, or null where the table lacks it. */
export function nameOf(id: string): Words | null {
  return TERMS.get(id) ?? null;
}

/** Several terms in a row, the last one joined by a word. */
export function namedList(ids: readonly string[], join: Words): Words {
  const all = ids.map(named);
  const list = (words: string[], by: string): string =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`;
  return {
    de: list(
      all.map((words) => words.de),
      join.de,
    ),
    en: list(
      all.map((words) => words.en),
      join.en,
    ),
  };
}
