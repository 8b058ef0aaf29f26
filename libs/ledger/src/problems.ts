import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string) => ({ title, detail });

/** What the books refuse. 422: the request is readable, but a rule of the books stands against it. */
export const ledgerProblems = defineProblems({
  SealKeyNotInForce: [
    503,
    text(
      'Siegelschlüssel gilt nicht mehr',
      'Diese Instanz siegelt mit dem Schlüssel {given}; inzwischen gilt ein anderer. Starten Sie sie mit dem geltenden Siegelschlüssel neu.',
    ),
    text(
      'Seal key no longer in force',
      'This instance signs with key {given}; meanwhile another one is in force. Restart it with that key.',
    ),
  ],
  EntryRefused: [
    422,
    text('Buchung abgelehnt', 'Die Buchung verstößt gegen Regeln der Buchführung; nichts wurde gebucht.'),
    text('Entry refused', 'The entry breaks rules of the books; nothing was posted.'),
  ],
  Unbalanced: [
    422,
    text('Soll und Haben sind ungleich', 'Soll {debit} und Haben {credit} unterscheiden sich um {difference}.'),
    text('Debit and credit differ', 'Debit {debit} and credit {credit} differ by {difference}.'),
  ],
  TooFewLines: [
    422,
    text('Zu wenige Zeilen', 'Eine Buchung braucht mindestens zwei Zeilen, eine im Soll und eine im Haben.'),
    text('Too few lines', 'An entry needs at least two lines, one debit and one credit.'),
  ],
  TooManyLines: [
    422,
    text('Zu viele Zeilen', 'Eine Buchung hat höchstens {limit} Zeilen. Teilen Sie sie auf.'),
    text('Too many lines', 'An entry has at most {limit} lines. Split it.'),
  ],
  AccountUnknown: [
    422,
    text('Konto unbekannt', 'Das Konto {value} gibt es bei diesem Mandanten nicht.'),
    text('Unknown account', 'This client has no account {value}.'),
  ],
  AccountNotPostable: [
    422,
    text('Konto nicht bebuchbar', 'Das Konto {value} ist eine Gliederungsebene. Wählen Sie ein Konto darunter.'),
    text('Account takes no postings', 'Account {value} is a heading. Choose an account below it.'),
  ],
  AccountLocked: [
    422,
    text('Konto gesperrt', 'Das Konto {value} ist für Buchungen gesperrt.'),
    text('Account locked', 'Account {value} is locked for posting.'),
  ],
  AccountIsCashFlow: [
    422,
    text(
      'Finanzrechnungskonto',
      'Das Konto {value} (Klasse 6/7) steht bei der Zeile der liquiden Mittel als Finanzrechnungskonto, nicht als Sachkonto.',
    ),
    text(
      'Cash-flow account',
      'Account {value} (class 6/7) is given as cash-flow account of a liquid-funds line, not as account.',
    ),
  ],
  ClosingAccountOutsideClosing: [
    422,
    text(
      'Abschlusskonto',
      'Das Konto {value} (Klasse 8) wird nur in den Perioden 0 (Eröffnung) und 13 (Abschluss) bebucht.',
    ),
    text('Closing account', 'Account {value} (class 8) takes postings only in periods 0 (opening) and 13 (closing).'),
  ],
  ProductUnknown: [
    422,
    text('Produkt unbekannt', 'Das Produkt {value} gibt es bei diesem Mandanten nicht.'),
    text('Unknown product', 'This client has no product {value}.'),
  ],
  ProductLocked: [
    422,
    text('Produkt gesperrt', 'Das Produkt {value} ist für Buchungen gesperrt.'),
    text('Product locked', 'Product {value} is locked for posting.'),
  ],
  ProductMissing: [
    422,
    text('Produkt fehlt', 'Das Konto {value} verlangt ein Produkt.'),
    text('Product missing', 'Account {value} requires a product.'),
  ],
  CostCentreUnknown: [
    422,
    text('Kostenstelle unbekannt', 'Die Kostenstelle {value} gibt es bei diesem Mandanten nicht.'),
    text('Unknown cost centre', 'This client has no cost centre {value}.'),
  ],
  CostCentreLocked: [
    422,
    text('Kostenstelle gesperrt', 'Die Kostenstelle {value} ist gesperrt.'),
    text('Cost centre locked', 'Cost centre {value} is locked.'),
  ],
  CashAccountUnknown: [
    422,
    text(
      'Finanzrechnungskonto unbekannt',
      '{value} ist kein bebuchbares Finanzrechnungskonto (Klasse 6 oder 7) dieses Mandanten.',
    ),
    text('Unknown cash-flow account', '{value} is no cash-flow account (class 6 or 7) of this client.'),
  ],
  CashAccountMissing: [
    422,
    text(
      'Finanzrechnungskonto fehlt',
      'Zahlungen über liquide Mittel brauchen ein Finanzrechnungskonto (Klasse 6/7); ohne eines bewegen sich nur eigene Zahlwege gegeneinander.',
    ),
    text(
      'Cash-flow account missing',
      'A payment on liquid funds needs a cash-flow account (class 6/7); without one only transfers between own payment channels are possible.',
    ),
  ],
  CashAccountNotAllowed: [
    422,
    text(
      'Finanzrechnungskonto nicht zulässig',
      'Nur Zeilen auf liquiden Mitteln tragen ein Finanzrechnungskonto; {value} gehört nicht dazu.',
    ),
    text('Cash-flow account not permitted', 'Only lines on liquid funds carry a cash-flow account; {value} is none.'),
  ],
  ControlAccountNeedsItem: [
    422,
    text(
      'Offener Posten fehlt',
      'Auf dem Konto {value} stehen nur Zeilen, die einen offenen Posten nennen. Rechnungen und Forderungen entstehen über ihren Beleg; wählen Sie sonst das Konto darüber.',
    ),
    text(
      'Open item missing',
      'Account {value} takes only lines that name an open item. Invoices and claims come from their document; otherwise choose the account above.',
    ),
  ],
  ItemNeedsControlAccount: [
    422,
    text(
      'Konto führt keine offenen Posten',
      'Die Zeile nennt einen offenen Posten, aber auf dem Konto {value} werden keine geführt.',
    ),
    text('Account keeps no open items', 'The line names an open item, but account {value} keeps none.'),
  ],
  OpenItemUnknown: [
    422,
    text('Offener Posten unbekannt', 'Den offenen Posten {value} gibt es bei diesem Mandanten nicht.'),
    text('Unknown open item', 'This client has no open item {value}.'),
  ],
  OpenItemOtherAccount: [
    422,
    text('Anderes Konto', 'Der offene Posten {no} wird auf dem Konto {account} geführt.'),
    text('Other account', 'Open item {no} is kept on account {account}.'),
  ],
  OpenItemOverdrawn: [
    422,
    text(
      'Mehr als offen ist',
      'Vom offenen Posten {no} sind noch {open} offen; die Buchung ginge darüber hinaus oder auf die falsche Seite.',
    ),
    text(
      'More than is open',
      'Of open item {no} {open} are left; the entry would go beyond that or to the wrong side.',
    ),
  ],
  OpenItemNotRaised: [
    422,
    text(
      'Posten nicht in voller Höhe gebucht',
      'Die Buchung, mit der ein offener Posten entsteht, trägt seinen ganzen Betrag ({amount}).',
    ),
    text('Item not raised in full', 'The entry that raises an open item bears its whole amount ({amount}).'),
  ],
  OpenItemReversed: [
    422,
    text('Offener Posten zurückgenommen', 'Der offene Posten {no} ist storniert; auf ihn wird nicht mehr gebucht.'),
    text('Open item taken back', 'Open item {no} has been reversed; nothing is posted on it any more.'),
  ],
  OpenItemInUse: [
    409,
    text(
      'Offener Posten schon verwendet',
      'Der offene Posten {no} ist schon ganz oder zum Teil ausgeglichen ({open} offen). Nehmen Sie zuerst den Ausgleich zurück.',
    ),
    text(
      'Open item in use',
      'Open item {no} has been settled in part or wholly ({open} left). Take back the settlement first.',
    ),
  ],
  AmountOutOfRange: [
    422,
    text('Betrag außerhalb des Bereichs', 'Ein Betrag liegt zwischen 0,01 und 99.999.999.999,99 Euro.'),
    text('Amount out of range', 'An amount lies between 0.01 and 99,999,999,999.99 euros.'),
  ],
  PeriodUnknown: [
    422,
    text(
      'Haushaltsjahr nicht angelegt',
      'Das Haushaltsjahr {year} (Periode {period}) ist bei diesem Mandanten nicht angelegt.',
    ),
    text('Fiscal year unknown', 'Fiscal year {year} (period {period}) does not exist at this client.'),
  ],
  PeriodClosed: [
    422,
    text(
      'Periode abgeschlossen',
      'Die Periode {period}/{year} ist abgeschlossen. Buchen Sie in einer offenen Periode oder bitten Sie die Leitung, sie zu öffnen.',
    ),
    text('Period closed', 'Period {period}/{year} is closed. Post in an open period or ask the lead to open it.'),
  ],
  DateOutsidePeriod: [
    422,
    text('Datum außerhalb der Periode', 'Das Buchungsdatum {date} liegt nicht in der Periode {period}/{year}.'),
    text('Date outside the period', 'The booking date {date} does not lie in period {period}/{year}.'),
  ],
  KindDoesNotFitPeriod: [
    422,
    text(
      'Art passt nicht zur Periode',
      'Eröffnungsbuchungen stehen in Periode 0, Abschlussbuchungen in Periode 13, alle übrigen in 1 bis 12.',
    ),
    text(
      'Kind does not fit the period',
      'Opening entries stand in period 0, closing entries in period 13, all others in 1 to 12.',
    ),
  ],
  DateFarAway: [
    422,
    text('Datum liegt weit weg', 'Der {date} liegt weit vor oder hinter dem heutigen Tag.'),
    text('Date is far away', '{date} is far before or after today.'),
  ],
  DocumentAfterBooking: [
    422,
    text('Beleg nach der Buchung', 'Das Belegdatum {date} liegt nach dem Buchungsdatum.'),
    text('Voucher after the booking', 'The voucher is dated {date}, after the booking date.'),
  ],
  PaymentAgainstCashAccount: [
    422,
    text(
      'Zahlung gegen die Richtung',
      'Das Finanzkonto {value} steht für die andere Richtung der Zahlung. Ist es eine Rückzahlung?',
    ),
    text('Payment against the direction', 'Cash-flow account {value} is for the other direction. Is it a refund?'),
  ],
  EquityAgainstBank: [
    422,
    text('Eigenkapital gegen Bank', 'Das Konto {value} ist Eigenkapital; eine Zahlung berührt es selten unmittelbar.'),
    text('Equity against bank', 'Account {value} is equity; a payment rarely touches it directly.'),
  ],
  AmountUnusual: [
    422,
    text('Ungewöhnlicher Betrag', 'Auf dem Konto {value} standen bisher höchstens {largest}; hier sind es {amount}.'),
    text('Unusual amount', 'Account {value} has seen {largest} at most so far; here it is {amount}.'),
  ],
  ClosingNotAllowed: [
    422,
    text(
      'Eröffnung und Abschluss vorbehalten',
      'Eröffnungs- und Abschlussbuchungen nimmt die Kämmerei oder die Leitung des Finanzzentrums vor. Legen Sie einen Entwurf an.',
    ),
    text(
      'Opening and closing are reserved',
      'Opening and closing entries are posted by the treasurer or the lead of the centre. Save a draft.',
    ),
  ],
  OpeningDate: [
    422,
    text(
      'Tag der Eröffnung',
      'Die Eröffnungsbilanz {year} steht am {date}. Am 31.12. steht nur die Bilanz eines Jahres, von dem sonst nichts gebucht ist.',
    ),
    text(
      'Day of the opening balances',
      'The opening balances of {year} stand on {date}. On 31 December stands only the balance sheet of a year of which nothing else is posted.',
    ),
  ],
  OpeningOverCarriedYear: [
    422,
    text(
      'Salden sind schon vorgetragen',
      'Vor {year} ist bereits gebucht; die Bestände sind damit vorgetragen und würden doppelt stehen. Eine Berichtigung nennt ihren Grund (correction).',
    ),
    text(
      'Balances are carried over already',
      'Something is posted before {year}; balances carry over and would stand twice. A correction gives its reason (correction).',
    ),
  ],
  OpeningTwice: [
    422,
    text(
      'Bereits eröffnet',
      'Auf dem Konto {value} stehen schon {amount} {side} als Eröffnungsbestand. Eine Berichtigung nennt ihren Grund (correction).',
    ),
    text(
      'Opened already',
      'Account {value} has {amount} {side} as opening balance already. A correction gives its reason (correction).',
    ),
  ],
  LiquidFundsOpenOnce: [
    422,
    text(
      'Liquide Mittel nur vor der ersten Buchung',
      'Das Konto {value} eröffnet vor der ersten Buchung des Jahres {year}; danach wäre es eine Zahlung, die in der Finanzrechnung fehlt. Eine Berichtigung nennt ihren Grund (correction).',
    ),
    text(
      'Liquid funds open before the first entry',
      'Account {value} opens before the first entry of {year}; afterwards it would be a payment that the Finanzrechnung lacks. A correction gives its reason (correction).',
    ),
  ],
  YearBeforeOpening: [
    422,
    text(
      'Vor der Eröffnungsbilanz',
      'Ein späteres Jahr hat eine eigene Eröffnungsbilanz; Buchungen in {year} ließen sie nicht mehr stimmen. Stornieren Sie erst jene Eröffnung.',
    ),
    text(
      'Before the opening balances',
      'A later year has opening balances of its own; entries in {year} would make them wrong. Reverse that opening first.',
    ),
  ],
  YearOpenedAtItsEnd: [
    422,
    text(
      'Jahr nur mit Schlussbilanz',
      'Von {year} steht nur die Bilanz zum 31.12. in den Büchern. Buchen Sie im Folgejahr, oder stornieren Sie die Bilanz und eröffnen Sie zum 1.1.',
    ),
    text(
      'Year with a final balance sheet only',
      'Of {year} only the balance sheet of 31 December is in the books. Post in the year after, or reverse it and open on 1 January.',
    ),
  ],
  ResultAccountInOpening: [
    422,
    text(
      'Ergebniskonto in der Eröffnung',
      'Das Konto {value} (Klasse 4 oder 5) beginnt jedes Jahr bei null und hat keinen Eröffnungsbestand.',
    ),
    text(
      'Result account in the opening',
      'Account {value} (class 4 or 5) begins at zero each year and opens with nothing.',
    ),
  ],
  ResultMovedOutsideClosing: [
    422,
    text(
      'Ergebnis nur im Abschluss',
      'Das Jahresergebnis geht mit einer Abschlussbuchung (Periode 13) auf das Konto 208, nicht mit einer laufenden Buchung.',
    ),
    text(
      'Result moves at the closing',
      'The annual result goes to account 208 by a closing entry (period 13), not by an ordinary one.',
    ),
  ],
  CarriedOverByItself: [
    422,
    text(
      'Bestände werden selbst vorgetragen',
      'Eine Ergebnisübernahme bewegt nur Klassen 4 und 5, Abschlusskonten und 208. Das Konto {value} wird von selbst vorgetragen.',
    ),
    text(
      'Balances carry over by themselves',
      'Taking over the result moves only classes 4 and 5, closing accounts and 208. Account {value} carries over by itself.',
    ),
  ],
  ReversalBeforeOriginal: [
    422,
    text(
      'Storno vor der Buchung',
      'Ein Storno steht frühestens am Tag der Buchung, die er zurücknimmt; eine Eröffnung wird an ihrem Tag storniert.',
    ),
    text(
      'Reversal before the entry',
      'A reversal stands at the earliest on the day of the entry that it takes back; an opening is reversed on its day.',
    ),
  ],
  ClockBehind: [
    503,
    text(
      'Uhr geht nach',
      'Die Uhr der Datenbank liegt hinter der letzten Buchung dieses Jahres. Es wird nicht gebucht, bis der Betrieb die Uhr geprüft hat (docs/operations.md).',
    ),
    text(
      'Clock is behind',
      'The database’s clock is behind the last entry of this year. Nothing is posted until the operator has checked the clock (docs/operations.md).',
    ),
  ],
  ClocksDiffer: [
    503,
    text(
      'Uhren gehen auseinander',
      'Die Uhren von Anwendung und Datenbank unterscheiden sich um mehr als eine Minute. Es wird nicht gebucht, bis der Betrieb sie gestellt hat.',
    ),
    text(
      'Clocks differ',
      'The clocks of application and database differ by more than a minute. Nothing is posted until the operator has set them.',
    ),
  ],
  NothingToReverse: [
    422,
    text('Nicht stornierbar', 'Die Buchung {value} ist selbst ein Storno oder nicht vorhanden.'),
    text('Cannot be reversed', 'Entry {value} is itself a reversal or does not exist.'),
  ],
  AlreadyReversed: [
    409,
    text('Bereits storniert', 'Die Buchung {value} ist bereits storniert.'),
    text('Already reversed', 'Entry {value} has been reversed already.'),
  ],
  NotAMirror: [
    422,
    text('Kein Spiegelbild', 'Ein Storno nimmt genau die Zeilen der stornierten Buchung zurück.'),
    text('No mirror', 'A reversal takes back exactly the lines of the entry reversed.'),
  ],
  LedgerBusy: [
    503,
    text(
      'Bücher gerade belegt',
      'Für diesen Mandanten läuft gerade eine große Buchung (z. B. ein Import). Bitte gleich noch einmal versuchen.',
    ),
    text('Books busy', 'A large posting (an import, say) is running for this client. Please try again shortly.'),
  ],
  LineRefused: [
    422,
    text(
      'Buchungszeile abgelehnt',
      'Diese Buchungszeile verstößt gegen Regeln der Buchführung; die Stammdaten wurden gerade geändert. Bitte noch einmal versuchen.',
    ),
    text(
      'Line refused',
      'This line breaks rules of the books; the master data has just been changed. Please try again.',
    ),
  ],
  EndsBeforeItBegins: [
    400,
    text('Ende vor dem Anfang', 'Das Ende ({last}) liegt vor dem Anfang ({first}).'),
    text('Ends before it begins', 'The end ({last}) lies before the beginning ({first}).'),
  ],
  NothingToDefer: [
    422,
    text(
      'Nichts abzugrenzen',
      'Der ganze Leistungszeitraum liegt vor dem Buchungstag oder endet mit ihm; abgegrenzt werden nur spätere Monate.',
    ),
    text(
      'Nothing to defer',
      'The whole service period lies before the booking date or ends with it; only later months are deferred.',
    ),
  ],
  NothingToResume: [
    409,
    text('Nichts wieder aufzunehmen', 'Die Dauerbuchung ist nicht angehalten ({state}).'),
    text('Nothing to resume', 'The standing entry has not stopped ({state}).'),
  ],
  DissolutionOfPlan: [
    422,
    text(
      'Gehört zu einem Plan',
      'Die Buchung {value} gehört zum Plan „{name}“. Stornieren Sie die Buchung, die abgegrenzt hat, oder beenden Sie den Plan; ein falsches Konto berichtigen Sie mit einer Umbuchung.',
    ),
    text(
      'Belongs to a plan',
      'Entry {value} belongs to the plan “{name}”. Reverse the entry that deferred, or end the plan; a wrong account is corrected with an entry between the two accounts.',
    ),
  ],
  HolderGone: [
    422,
    text(
      'Konto geschlossen',
      'Gebucht würde im Namen von {name}; dieses Benutzerkonto ist geschlossen. Jemand mit Buchungsrecht muss das Weiterbuchen übernehmen.',
    ),
    text(
      'Account closed',
      'This would be posted in the name of {name}, whose account is closed. Somebody who may post has to take it over.',
    ),
  ],
  HolderMayNotPost: [
    422,
    text(
      'Kein Buchungsrecht mehr',
      'Gebucht würde im Namen von {name}; dort besteht bei diesem Mandanten kein Buchungsrecht mehr. Jemand mit Buchungsrecht muss das Weiterbuchen übernehmen.',
    ),
    text(
      'May no longer post',
      'This would be posted in the name of {name}, who may no longer post at this client. Somebody who may post has to take it over.',
    ),
  ],
  HolderOverLimit: [
    422,
    text(
      'Betragsgrenze überschritten',
      'Gebucht würde im Namen von {name}; der Betrag liegt über der Grenze, die heute für diese Person gilt. Jemand mit höherer Grenze muss das Weiterbuchen übernehmen.',
    ),
    text(
      'Amount limit exceeded',
      'This would be posted in the name of {name}; the amount is above the limit that holds for them today. Somebody with a higher limit has to take it over.',
    ),
  ],
  PlansRestTogether: [
    409,
    text(
      'Pläne heben sich auf',
      'Der Plan „{name}“ und der, der ihn zurücknimmt, heben sich auf; keiner bucht. Stornieren Sie die Buchung, aus der einer von beiden kommt.',
    ),
    text(
      'Plans cancel each other out',
      'The plan “{name}” and the one that takes it back cancel each other out; neither posts. Reverse the entry that either of them comes from.',
    ),
  ],
  RestUnclear: [
    422,
    text(
      'Rest nicht zuzuordnen',
      'Was der Plan „{name}“ noch abgrenzt, lässt sich keinem Aufwand oder Ertrag zuordnen. Buchen Sie den Rest selbst um.',
    ),
    text(
      'Rest cannot be assigned',
      'What the plan “{name}” still defers cannot be assigned to an expense or revenue. Post the rest yourself.',
    ),
  ],
  OutsideFiscalYear: [
    400,
    text('Datum außerhalb des Haushaltsjahres', 'Das Datum {date} liegt nicht im Haushaltsjahr {year}.'),
    text('Date outside the fiscal year', 'The date {date} does not lie in fiscal year {year}.'),
  ],
  TooManyRows: [
    400,
    text(
      'Zu viele Zeilen für eine Tabelle',
      'Es sind mehr als {limit} Buchungen. Grenzen Sie die Auswahl ein, oder nehmen Sie den Export des Journals.',
    ),
    text(
      'Too many rows for a spreadsheet',
      'There are more than {limit} entries. Narrow the selection, or use the export of the journal.',
    ),
  ],
  DraftGone: [
    409,
    text('Entwurf nicht mehr vorhanden', 'Der Entwurf wurde inzwischen gebucht oder gelöscht.'),
    text('Draft gone', 'The draft has been posted or deleted meanwhile.'),
  ],
});
