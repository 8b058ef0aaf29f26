import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string): { title: string; detail: string } => ({ title, detail });

/** Refusals of the inbox, the clearing list and the content store. */
export const documentProblems = defineProblems({
  TooManyDocuments: [
    400,
    text('Zu viele Zeilen für eine Tabelle', 'Es sind mehr als {limit} Dokumente. Grenzen Sie die Auswahl ein.'),
    text('Too many rows for a spreadsheet', 'There are more than {limit} documents. Narrow the choice.'),
  ],
  FileMissing: [
    400,
    text('Keine Datei', 'Die Anfrage enthält keine Datei.'),
    text('No file', 'The request holds no file.'),
  ],
  FileTooLarge: [
    413,
    text('Datei zu groß', 'Die Datei „{name}“ ist größer als erlaubt: {kind} dürfen höchstens {limit} MB haben.'),
    text('File too large', 'The file “{name}” is larger than permitted: {kind} may have at most {limit} MB.'),
  ],
  UploadIncomplete: [
    400,
    text(
      'Übertragung abgebrochen',
      'Die Datei „{name}“ ist nicht vollständig angekommen; von ihr wurde nichts gespeichert. Bitte noch einmal senden.',
    ),
    text('Upload cut off', 'The file “{name}” did not arrive whole; nothing of it was stored. Please send it again.'),
  ],
  UploadsBusy: [
    503,
    text(
      'Zu viele Übertragungen',
      'Es werden gerade zu viele Dateien übertragen. Bitte in {seconds} Sekunden noch einmal versuchen.',
    ),
    text('Too many uploads', 'Too many files are being uploaded. Please try again in {seconds} seconds.'),
  ],
  ContentDamaged: [
    500,
    text(
      'Gespeicherte Datei beschädigt',
      'Die gespeicherte Datei stimmt nicht mehr mit ihrer Prüfsumme {sha256} überein. Sie wird nicht ausgegeben. Bitte die Systembetreuung verständigen.',
    ),
    text(
      'Stored file damaged',
      'The stored file no longer matches its checksum {sha256}. It is not handed out. Please tell the operator.',
    ),
  ],
  ContentStoreUnavailable: [
    503,
    text(
      'Ablage nicht erreichbar',
      'Die Dateiablage ist nicht erreichbar oder hat die Datei nicht unverändert gespeichert. Es wurde nichts übernommen. Bitte in {seconds} Sekunden noch einmal versuchen.',
    ),
    text(
      'Content store unavailable',
      'The content store cannot be reached or did not keep the file unchanged. Nothing was taken over. Please try again in {seconds} seconds.',
    ),
  ],
  ReadingUnavailable: [
    503,
    text(
      'Leseprogramm überlastet',
      'Es warten zu viele Dateien darauf, gelesen zu werden. Bitte in {seconds} Sekunden noch einmal versuchen.',
    ),
    text('Reading overloaded', 'Too many files wait to be read. Please try again in {seconds} seconds.'),
  ],
  NotInThisState: [
    409,
    text(
      'Im jetzigen Stand nicht möglich',
      'Das Dokument {number} ist im Stand „{state}“; das geht nur im Stand {wanted}.',
    ),
    text('Not possible now', 'Document {number} is in the state “{state}”; this needs the state {wanted}.'),
  ],
  DuplicateNumber: [
    409,
    text(
      'Rechnungsnummer schon vorhanden',
      'Die Rechnung {invoiceNo} dieses Lieferanten ist bereits als {number} im Eingang.',
    ),
    text('Invoice number already there', 'Invoice {invoiceNo} of this supplier is already in the inbox as {number}.'),
  ],
  NotADuplicate: [
    409,
    text('Kein Dublettenverdacht', 'Zu diesem Dokument gibt es keinen Verdacht auf eine Dublette.'),
    text('No duplicate suspected', 'Nothing suggests that this document is a duplicate.'),
  ],
  NoFindingsToAccept: [
    409,
    text('Nichts zu akzeptieren', 'Die Prüfung hat nichts beanstandet, was einer Annahme entgegenstünde.'),
    text('Nothing to accept', 'The check found nothing that stands in the way.'),
  ],
  FindingUnknown: [
    400,
    text('Beanstandung unbekannt', 'Die Prüfung dieses Dokuments hat keine Beanstandung „{id}“ ergeben.'),
    text('Unknown finding', 'The check of this document gave no finding “{id}”.'),
  ],
  NoRecipient: [
    422,
    text(
      'Keine E-Mail-Adresse',
      'Zum Absender ist keine E-Mail-Adresse bekannt. Kopieren Sie das Schreiben, oder ergänzen Sie die Adresse.',
    ),
    text('No e-mail address', 'No e-mail address of the sender is known. Copy the letter, or add the address.'),
  ],
  FieldFromRecord: [
    409,
    text(
      'Angabe steht im Rechnungsdatensatz',
      'Diese Angabe steht im elektronischen Rechnungsdatensatz und wird nicht von Hand geändert. Weisen Sie die Rechnung zurück, oder nehmen Sie sie trotz der Beanstandung an.',
    ),
    text(
      'Value of the invoice record',
      'This value stands in the electronic record and is not changed by hand. Reject the invoice, or accept it in spite of the finding.',
    ),
  ],
  AmountsDoNotAdd: [
    422,
    text(
      'Beträge gehen nicht auf',
      'Netto und Steuer ergeben {sum}, als Bruttobetrag sind {gross} angegeben. Berichtigen Sie einen der Beträge.',
    ),
    text('Amounts do not add up', 'Net and tax come to {sum}, the gross amount given is {gross}. Correct one of them.'),
  ],
  PageNotShown: [
    404,
    text('Keine Seitenansicht', 'Diese Datei hat keine Seite {page}, die sich anzeigen lässt.'),
    text('No page to show', 'This file has no page {page} that can be shown.'),
  ],
  RouteTaken: [
    409,
    text(
      'Adresse schon vergeben',
      '„{value}“ ist im Finanzzentrum bereits zugeordnet. Eine Adresse führt zu genau einem Mandanten; klären Sie es mit der Leitung des Finanzzentrums.',
    ),
    text(
      'Address already assigned',
      '“{value}” is already assigned in this centre. An address leads to exactly one client; settle it with the lead of the centre.',
    ),
  ],
  LeitwegIdInvalid: [
    422,
    text(
      'Leitweg-ID falsch',
      '„{value}“ ist keine gültige Leitweg-ID. Sie besteht aus Grob-, Fein- und Prüfziffer, durch Bindestriche getrennt (Prüfziffern nach Rechnung: {check}).',
    ),
    text(
      'Wrong Leitweg-ID',
      '“{value}” is no valid Leitweg-ID. It has a coarse part, a fine part and check digits, parted by hyphens (check digits as computed: {check}).',
    ),
  ],
  DepartmentUnknown: [
    422,
    text(
      'Fachbereich unbekannt',
      'Den Fachbereich „{value}“ gibt es bei diesem Mandanten nicht, oder er ist stillgelegt.',
    ),
    text('Unknown department', 'This client has no department “{value}”, or it is inactive.'),
  ],
  BatchClosed: [
    409,
    text('Stapel abgeschlossen', 'Der Stapel ist abgeschlossen und nimmt keine Dateien mehr an.'),
    text('Batch closed', 'The batch is complete and takes no more files.'),
  ],
  BatchTooLarge: [
    422,
    text('Stapel voll', 'Ein Stapel fasst höchstens {limit} Dateien. Beginnen Sie einen neuen.'),
    text('Batch full', 'A batch holds at most {limit} files. Begin a new one.'),
  ],
  ClearingItemSettled: [
    409,
    text('Bereits geklärt', 'Über diese Datei wurde schon entschieden (Stand: {state}).'),
    text('Already settled', 'This file has been decided on already (state: {state}).'),
  ],
});

/** Why a file of a batch or of the clearing list is where it is; each is shown in the reader's language. */
export const intakeProblems = defineProblems({
  FileNotArrived: [
    422,
    text(
      'Datei fehlt',
      'Die Datei „{name}“ ist nicht vollständig angekommen; von ihr wurde nichts gespeichert. Bitte noch einmal senden.',
    ),
    text('File missing', 'The file “{name}” did not arrive whole; nothing of it was stored. Please send it again.'),
  ],
  ReadingBrokeOff: [
    422,
    text(
      'Aufnahme abgebrochen',
      'Die Datei „{name}“ wurde mehrmals vergeblich zu lesen versucht und liegt in Quarantäne.',
    ),
    text('Intake broke off', 'Reading the file “{name}” failed several times; it lies in quarantine.'),
  ],
  LeitwegIdUnknown: [
    422,
    text('Leitweg-ID unbekannt', 'Die Leitweg-ID {value} ist gültig, gehört aber keinem Mandanten des Finanzzentrums.'),
    text('Unknown Leitweg-ID', 'The Leitweg-ID {value} is valid but belongs to no client of this centre.'),
  ],
  BuyerUnknown: [
    422,
    text(
      'Empfänger nicht erkannt',
      'Weder Leitweg-ID noch Adresse, Postfach, USt-IdNr. oder Name des Empfängers führen zu einem Mandanten (Empfänger: {value}).',
    ),
    text(
      'Buyer not recognised',
      'Neither Leitweg-ID nor address, mailbox, VAT id or name of the buyer leads to a client (buyer: {value}).',
    ),
  ],
  BuyerAmbiguous: [
    422,
    text('Empfänger mehrdeutig', 'Der Name „{value}“ passt zu mehreren Mandanten.'),
    text('Buyer ambiguous', 'The name “{value}” fits several clients.'),
  ],
  NoRouteInFile: [
    422,
    text('Kein Empfänger in der Datei', 'Die Datei nennt keinen Empfänger, den das Programm lesen kann.'),
    text('No buyer in the file', 'The file names no buyer that can be read.'),
  ],
  HandedBack: [
    422,
    text(
      'Von einem Mandanten zurückgegeben',
      'Ein Mandant hat die Datei zurückgegeben, weil sie nicht für ihn bestimmt ist.',
    ),
    text('Handed back by a client', 'A client has handed the file back because it is not meant for it.'),
  ],
  NotReadable: [
    422,
    text('Datei nicht lesbar', 'Die Datei kann nicht gelesen werden: {reason}'),
    text('Unreadable file', 'The file cannot be read: {reason}'),
  ],
});
