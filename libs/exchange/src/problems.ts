import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string): { title: string; detail: string } => ({ title, detail });
type Definition = [number, { title: string; detail: string }, { title: string; detail: string }];
const inFile = (de: string, en: string): Definition => [422, text('Datei abgelehnt', de), text('File refused', en)];

/** What an upload is refused for at once, before there is a job. */
export const uploadProblems = defineProblems({
  EmptyFile: [
    400,
    text('Leere Datei', 'Die Anfrage enthält keine Datei.'),
    text('Empty file', 'The request holds no file.'),
  ],
  BookingDateMissing: [
    400,
    text(
      'Buchungsdatum fehlt',
      'Diese Art des Imports braucht ein Buchungsdatum (bookingDate=JJJJ-MM-TT) oder ein Haushaltsjahr (fiscalYear).',
    ),
    text(
      'Booking date missing',
      'This kind of import needs a booking date (bookingDate=YYYY-MM-DD) or a fiscal year (fiscalYear).',
    ),
  ],
  FormatNotForKind: [
    400,
    text('Format passt nicht', 'Anfangsbestände und veröffentlichte Rechnungen kommen als CSV, nicht als JSON Lines.'),
    text('Format does not fit', 'Opening balances and published statements come as CSV, not as JSON Lines.'),
  ],
  AlreadyImported: [
    409,
    text(
      'Datei bereits importiert',
      'Genau diese Datei wurde am {date} schon importiert. Soll sie noch einmal gebucht werden, geben Sie repeat=true an.',
    ),
    text('File imported already', 'This very file was imported on {date}. To post it once more, give repeat=true.'),
  ],
  UploadsBusy: [
    503,
    text(
      'Zu viele Übertragungen',
      'Es werden gerade zu viele Dateien übertragen. Bitte in {seconds} Sekunden noch einmal versuchen.',
    ),
    text('Too many uploads', 'Too many files are being uploaded. Please try again in {seconds} seconds.'),
  ],
});

/** What an export is refused for. */
export const exportProblems = defineProblems({
  FilesElsewhere: [
    409,
    text(
      'Dateien im Objektspeicher',
      'Die Dateien dieses Mandanten liegen in einem Objektspeicher; ein Auszugspaket ohne sie wäre unvollständig. Der Betrieb überträgt den Mandanten mit einer Datensicherung.',
    ),
    text(
      'Files in an object store',
      'The files of this client lie in an object store; an exit package without them would be incomplete. The operator moves the client with a backup.',
    ),
  ],
});

/** What is wrong with a file; each is reported with its line and column in the job. */
export const fileProblems = defineProblems({
  WrongEncoding: inFile(
    'Die Datei ist nicht in UTF-8 gespeichert (gefunden: {value}). Speichern Sie sie als „CSV UTF-8“, oder geben Sie encoding=windows-1252 an.',
    'The file is not stored in UTF-8 (found: {value}). Save it as “CSV UTF-8”, or give encoding=windows-1252.',
  ),
  NulByte: inFile(
    'Die Datei enthält ein NUL-Zeichen; sie ist keine Textdatei.',
    'The file holds a NUL character; it is no text file.',
  ),
  HeadMissing: inFile('Die Kopfzeile mit den Spaltennamen fehlt.', 'The head line with the column names is missing.'),
  ColumnUnknown: inFile('Die Spalte „{value}“ ist unbekannt.', 'The column “{value}” is unknown.'),
  ColumnTwice: inFile('Die Spalte „{value}“ kommt zweimal vor.', 'The column “{value}” is there twice.'),
  ColumnMissing: inFile('Die Spalte „{value}“ fehlt.', 'The column “{value}” is missing.'),
  FieldCount: inFile(
    'Die Zeile hat {value} Felder statt {expected}; sie ist abgeschnitten oder ein Trennzeichen steht ohne Anführungszeichen im Text.',
    'The line has {value} fields instead of {expected}; it is cut off, or a delimiter stands unquoted in a text.',
  ),
  LastLineCutOff: inFile(
    'Die letzte Zeile endet ohne Zeilenumbruch: die Datei ist vermutlich abgeschnitten. Ist sie vollständig, ergänzen Sie den Zeilenumbruch.',
    'The last line ends without a line break: the file was probably cut off. If it is complete, add the line break.',
  ),
  QuoteNotClosed: inFile(
    'Ein Anführungszeichen ist nicht geschlossen; die Datei ist vermutlich abgeschnitten.',
    'A quotation mark is not closed; the file was probably cut off.',
  ),
  QuoteMisplaced: inFile(
    'Ein Anführungszeichen steht an falscher Stelle. Anführungszeichen im Text werden verdoppelt.',
    'A quotation mark is misplaced. Quotation marks within a text are doubled.',
  ),
  RecordTooLong: inFile('Der Datensatz ist zu lang.', 'The record is too long.'),
  ValueMissing: inFile('Hier fehlt eine Angabe.', 'A value is missing here.'),
  Formula: inFile(
    '„{value}“ würde eine Tabellenkalkulation als Formel ausführen. Stellen Sie einem solchen Text ein Apostroph voran.',
    'A spreadsheet would execute “{value}” as a formula. Lead such a text with an apostrophe.',
  ),
  AmountAmbiguous: inFile(
    '„{value}“ kann ein Tausenderpunkt oder drei Nachkommastellen sein. Schreiben Sie den Betrag mit zwei Nachkommastellen.',
    '“{value}” may be thousands or three decimals. Write the amount with two decimals.',
  ),
  EntryFieldDiffers: inFile(
    '„{value}“ weicht von der ersten Zeile derselben Buchung ab.',
    '“{value}” differs from the first line of the same entry.',
  ),
  KeyMalformed: inFile(
    'Ein Idempotenzschlüssel hat 1 bis 100 druckbare ASCII-Zeichen.',
    'An idempotency key has 1 to 100 printable ASCII characters.',
  ),
  KeyTwice: inFile(
    'Derselbe Idempotenzschlüssel kommt in der Datei zweimal vor.',
    'The same idempotency key is in the file twice.',
  ),
  NotJson: inFile('Die Zeile ist kein vollständiges JSON.', 'The line is no complete JSON.'),
  TooDeep: inFile(
    'Die Zeile ist tiefer als {limit} Ebenen geschachtelt.',
    'The line is nested deeper than {limit} levels.',
  ),
  NothingToImport: inFile('Die Datei enthält nichts zu buchen.', 'The file holds nothing to post.'),
  StatementLineUnknown: inFile('Der Vordruck hat keine Zeile „{value}“.', 'The form has no line “{value}”.'),
  StatementLineTwice: inFile('Die Zeile „{value}“ kommt zweimal vor.', 'The line “{value}” is there twice.'),
  SumDiffers: inFile(
    'Die Summe {value} ist mit {given} angegeben, ihre Zeilen ergeben {sum} (Differenz {difference}).',
    'The sum {value} is given as {given}, its lines add up to {sum} (difference {difference}).',
  ),
  SidesDiffer: inFile(
    'Aktiva ({assets}) und Passiva ({liabilities}) sind ungleich.',
    'Assets ({assets}) and liabilities ({liabilities}) differ.',
  ),
  NoAccountForLine: inFile(
    'Kein bebuchbares Konto speist die Zeile {value}. Nennen Sie eines in der Spalte account.',
    'No account that takes postings feeds the line {value}. Name one in the column account.',
  ),
  AccountOfOtherLine: inFile(
    'Das Konto {value} gehört zur Zeile {line}, nicht zu {expected}.',
    'Account {value} belongs to the line {line}, not to {expected}.',
  ),
  NoContraAccount: inFile(
    'Für das Finanzrechnungskonto {value} ist kein Gegenkonto hinterlegt. Nennen Sie eines in der Spalte contra.',
    'No contra account is known for the cash-flow account {value}. Name one in the column contra.',
  ),
  ImportInterrupted: inFile(
    'Der Import ist mehrmals unerwartet abgebrochen (Kennung {reference}). Gebucht ist, was das Ergebnis nennt; steht dort nichts, wurde nichts gebucht.',
    'The import broke off several times unexpectedly (id {reference}). What the result names is posted; where it names nothing, nothing was posted.',
  ),
  ImportStopped: inFile(
    'Die ersten {entries} Buchungen der Datei sind gebucht ({first} bis {last}); danach haben die Bücher eine abgelehnt, weil sie sich nach einer Unterbrechung geändert hatten. Beheben Sie die Ursache und senden Sie dieselbe Datei noch einmal: Sie wird hinter der letzten gebuchten fortgesetzt.',
    'The first {entries} entries of the file are posted ({first} to {last}); then the books refused one, because they had changed after an interruption. Mend the cause and send the same file again: it goes on behind the last one posted.',
  ),
  NotAText: inFile(
    'Hier wird ein Text erwartet; Beträge stehen in Anführungszeichen.',
    'A text is expected here; amounts stand in quotation marks.',
  ),
  TextTooShort: inFile('Der Text hat weniger als {limit} Zeichen.', 'The text has fewer than {limit} characters.'),
  ValueNotAllowed: inFile(
    '„{value}“ ist hier nicht vorgesehen. Möglich: {allowed}.',
    '“{value}” is not provided for here. Possible: {allowed}.',
  ),
  RecordTwice: inFile('„{value}“ kommt in der Datei zweimal vor.', '“{value}” is in the file twice.'),
  RecordFieldDiffers: inFile(
    '„{value}“ weicht von der ersten Zeile desselben Geschäftspartners ab.',
    '“{value}” differs from the first line of the same partner.',
  ),
  AccountOtherwise: inFile(
    'Das Konto {value} hat hier „{expected}“, die Datei nennt „{given}“. Was ein Konto ist, folgt aus dem Konto darüber.',
    'Account {value} has “{expected}” here, the file says “{given}”. What an account is follows from the account above it.',
  ),
  PartnerThere: inFile(
    'Der Geschäftspartner {value} ist schon übernommen, hier unter der Nummer {number}.',
    'Partner {value} has been taken over already, here under number {number}.',
  ),
  PartnerNumberUnknown: inFile(
    'Den Geschäftspartner {value} gibt es hier nicht. Übernehmen Sie zuerst die Geschäftspartner.',
    'There is no partner {value} here. Take the partners over first.',
  ),
  NotAMandate: inFile(
    '„{value}“ ist keine Mandatsreferenz: höchstens 35 Zeichen, nur Buchstaben ohne Umlaute, Ziffern, Leerzeichen und + ? / : ( ) . , \u2019 -.',
    '“{value}” is no mandate reference: 35 characters at most, only letters without umlauts, digits, blanks and + ? / : ( ) . , \u2019 -.',
  ),
  MandateThere: inFile(
    'Die Mandatsreferenz {value} ist bei diesem Mandanten schon vergeben.',
    'The mandate reference {value} is taken with this client already.',
  ),
  MandateNeedsAccount: inFile(
    'Zum Mandat gehört die IBAN, von der eingezogen wird.',
    'A mandate needs the IBAN that is collected from.',
  ),
  MoreLeftThanRaised: inFile(
    'Offen sind {remaining}, entstanden war der Posten über {original}: offen kann höchstens der Ursprungsbetrag sein, mit demselben Vorzeichen.',
    '{remaining} is open, the item was raised over {original}: at most the original amount can be open, with the same sign.',
  ),
  NoHoldingAccount: inFile(
    'Über dem Personenkonto {value} steht kein bebuchbares Konto, auf dem sein Anfangsbestand stehen könnte.',
    'Above the control account {value} there is no account that takes postings and could hold its opening balance.',
  ),
  ItemsDifferFromOpening: inFile(
    'Die offenen Posten ergeben auf dem Konto {value} zusammen {items} (Soll positiv), der Anfangsbestand ist {opening} (Differenz {difference}). Beide müssen gleich sein; Posten, die schon übernommen sind, zählen nicht mehr mit.',
    'The open items come to {items} on account {value} (debit positive), the opening balance is {opening} (difference {difference}). Both must be equal; items taken over already no longer count.',
  ),
  // What does not keep the file out.
  HeldForItems: inFile(
    'Der Anfangsbestand des Personenkontos {value} steht auf dem Konto {target}, bis die offenen Posten übernommen sind.',
    'The opening balance of the control account {value} stands on account {target} until the open items are taken over.',
  ),
  OpeningWithoutItems: inFile(
    'Auf dem Konto {value} steht ein Anfangsbestand von {opening} (Soll positiv), zu dem die Datei keine offenen Posten nennt.',
    'Account {value} holds an opening balance of {opening} (debit positive) for which the file names no open items.',
  ),
  ItemAccountNotConfirmed: inFile(
    'Die IBAN {value} ist bei diesem Geschäftspartner nicht bestätigt; der Posten steht ohne Bankverbindung.',
    'The IBAN {value} is not confirmed with this partner; the item stands without a bank account.',
  ),
  LineNotBooked: inFile(
    'Die Zeile {value} wird nicht gebucht: sie steht nur nachrichtlich oder im Plan.',
    'Line {value} is not booked: it is memorandum or plan only.',
  ),
  RestAgainst: inFile(
    'Zeile {value}: gebucht wird die Differenz {amount} zum Stand der Bücher, gegen das Konto {target}.',
    'Line {value}: the difference of {amount} to what the books have is posted, against account {target}.',
  ),
  SumRounded: inFile(
    'Die Summe {value} ist mit {given} angegeben, ihre Zeilen ergeben {sum}: als Rundung hingenommen.',
    'The sum {value} is given as {given}, its lines add up to {sum}: taken as rounding.',
  ),
  RoundingBooked: inFile(
    'Aktiva ({assets}) und Passiva ({liabilities}) unterscheiden sich durch Rundung um {difference}; gebucht auf Konto {value}.',
    'Assets ({assets}) and liabilities ({liabilities}) differ by rounding by {difference}; booked on account {value}.',
  ),
  NotBrokenDown: inFile(
    'Die Summe {value} ist in der Datei nicht aufgegliedert; sie steht nun in der Zeile {target}.',
    'The sum {value} is not broken down in the file; it now stands in the line {target}.',
  ),
  OtherStatementLine: inFile(
    'Die Datei ordnet das Konto {value} der Zeile {given} zu, der Kontenrahmen der Zeile {expected}; es gilt der Kontenrahmen.',
    'The file puts account {value} in line {given}, the chart in line {expected}; the chart holds.',
  ),
});
