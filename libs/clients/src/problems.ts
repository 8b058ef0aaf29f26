import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string): { title: string; detail: string } => ({ title, detail });

/** Every refusal of this lib, in both languages. */
export const clientProblems = defineProblems({
  ClientKeyMalformed: [
    400,
    text(
      'Kürzel nicht zulässig',
      'Das Kürzel hat 2 bis 40 Zeichen: kleine Buchstaben, Ziffern und Bindestriche, vorn kein Bindestrich.',
    ),
    text(
      'Key not permitted',
      'The key has 2 to 40 characters: lower-case letters, digits and hyphens, not led by a hyphen.',
    ),
  ],
  OfficialKeyMalformed: [
    400,
    text(
      'Amtlicher Gemeindeschlüssel falsch',
      'Der amtliche Gemeindeschlüssel hat acht Ziffern und beginnt in NRW mit 05, nicht „{value}“.',
    ),
    text(
      'Wrong official municipality key',
      'The official municipality key has eight digits and begins with 05 in NRW, not “{value}”.',
    ),
  ],
  CreditorIdentifierWrong: [
    422,
    text(
      'Gläubiger-Identifikationsnummer falsch',
      'Die Prüfziffern von „{value}“ stimmen nicht. Bitte vergleichen Sie mit dem Schreiben der Bundesbank.',
    ),
    text(
      'Wrong creditor identifier',
      'The check digits of “{value}” are wrong. Please compare with the letter of the Bundesbank.',
    ),
  ],
  IbanWrong: [
    422,
    text('IBAN falsch', 'Die IBAN „{value}“ stimmt nicht: Länge oder Prüfziffern passen nicht.'),
    text('Wrong IBAN', 'The IBAN “{value}” is wrong: its length or check digits do not fit.'),
  ],
  BicWrong: [
    422,
    text('BIC falsch', 'Die BIC „{value}“ hat nicht die Form von 8 oder 11 Zeichen mit Länderkennung.'),
    text('Wrong BIC', 'The BIC “{value}” does not have 8 or 11 characters with a country code.'),
  ],
  ArmsRefused: [
    422,
    text('Wappen nicht angenommen', 'Das Wappen muss eine kleine SVG- oder PNG-Datei als Daten-URI sein: {reason}'),
    text('Arms refused', 'The arms must be a small SVG or PNG file as a data URI: {reason}'),
  ],
  TemplateDoesNotFit: [
    422,
    text('Vorlage passt nicht', 'Die Vorlage {template} ist nicht für die Art {kind}.'),
    text('Template does not fit', 'The template {template} is not for the kind {kind}.'),
  ],
  ParentClientUnknown: [
    422,
    text(
      'Trägergemeinde unbekannt',
      'Als Trägerin kommt nur eine Gemeinde dieses Finanzzentrums infrage, nicht {value}.',
    ),
    text('Parent municipality unknown', 'The parent must be another municipality of this centre, not {value}.'),
  ],
  FiscalYearGap: [
    422,
    text(
      'Lücke zwischen den Haushaltsjahren',
      'Haushaltsjahre schließen aneinander an; möglich sind {before} und {after}.',
    ),
    text('Gap between fiscal years', 'Fiscal years follow one another; possible are {before} and {after}.'),
  ],
  PeriodStateUnchanged: [
    409,
    text('Periode ist schon so', 'Die Periode {period} ist bereits im Zustand {state}. Laden Sie die Ansicht neu.'),
    text('Period is in this state already', 'The period {period} is {state} already. Reload the page.'),
  ],
  ReopeningNeedsReason: [
    422,
    text(
      'Begründung nötig',
      'Wer eine geschlossene Periode wieder öffnet, nennt einen Grund mit mindestens 10 Zeichen.',
    ),
    text('Reason required', 'Whoever reopens a closed period gives a reason of at least 10 characters.'),
  ],
  PeriodBusy: [
    503,
    text(
      'Es wird gerade gebucht',
      'In diesem Haushaltsjahr läuft gerade eine lange Buchung. Bitte versuchen Sie es gleich noch einmal.',
    ),
    text('Posting under way', 'A long posting is under way in this fiscal year. Please try again in a moment.'),
  ],
  ProductAlwaysRequired: [
    422,
    text(
      'Produkt ist Pflicht',
      'Das Konto {value} gehört zu den Klassen 4 bis 7. Dort ist das Produkt immer Pflicht (§ 41 KomHVO NRW).',
    ),
    text(
      'Product is required',
      'Account {value} belongs to classes 4 to 7, where the product is always required (§ 41 KomHVO NRW).',
    ),
  ],
  ParentAccountUnknown: [
    422,
    text('Übergeordnetes Konto unbekannt', 'Zum Konto „{value}“ gibt es im Kontenplan kein übergeordnetes Konto.'),
    text('Parent account unknown', 'The chart has no account above “{value}”.'),
  ],
  ParentAccountTooGeneral: [
    422,
    text(
      'Übergeordnetes Konto zu allgemein',
      'Unter {value} lässt sich kein Konto anlegen, weil es keiner einzelnen Zeile der Abschlüsse zugeordnet ist. Wählen Sie eine Kontenart oder ein Konto darunter.',
    ),
    text(
      'Parent account too general',
      'No account can be added below {value}, because it belongs to no single line of the statements. Choose an account further down.',
    ),
  ],
  AccountNumberOutsideParent: [
    422,
    text(
      'Nummer passt nicht',
      'Die Nummer {value} muss mit {parent} beginnen, länger sein und darf höchstens 10 Ziffern haben.',
    ),
    text('Number does not fit', 'The number {value} must begin with {parent}, be longer and have 10 digits at most.'),
  ],
  CashAccountWrong: [
    422,
    text('Finanzrechnungskonto falsch', '„{value}“ ist kein bebuchbares Konto der Klassen 6 oder 7.'),
    text('Wrong cash-flow account', '“{value}” is no account of class 6 or 7 that can be booked on.'),
  ],
  AccountNotLiquid: [
    422,
    text(
      'Kein Konto für liquide Mittel',
      '„{value}“ ist kein bebuchbares Konto der Gruppe 18; ein Bankkonto wird dort geführt.',
    ),
    text(
      'No account for liquid funds',
      '“{value}” is no account of group 18 that can be booked on; a bank account is kept there.',
    ),
  ],
  ParentProductUnknown: [
    422,
    text('Übergeordnetes Produkt unbekannt', 'Das übergeordnete Produkt „{value}“ gibt es nicht.'),
    text('Parent product unknown', 'There is no parent product “{value}”.'),
  ],
  ProductCodeOutsideParent: [
    422,
    text(
      'Produktnummer passt nicht',
      'Die Nummer {value} muss mit „{parent}.“ beginnen (Punkt als Trenner, je Stufe 1 bis 12 Zeichen).',
    ),
    text(
      'Product code does not fit',
      'The code {value} must begin with “{parent}.” (a dot separates, 1 to 12 characters each).',
    ),
  ],
  SettingUnknown: [
    422,
    text('Einstellung unbekannt', 'Die Einstellung „{value}“ gibt es nicht. Bekannt sind: {known}.'),
    text('Unknown setting', 'There is no setting “{value}”. Known are: {known}.'),
  ],
  SettingValueWrong: [
    422,
    text('Wert passt nicht', 'Für {key} wird {expected} erwartet.'),
    text('Value does not fit', '{key} takes {expected}.'),
  ],
});
