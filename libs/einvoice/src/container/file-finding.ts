/** A text for people in both languages of the house. */
export interface Message {
  de: string;
  en: string;
}

/** What a person has to know about a file as a file, before anybody looks at the invoice in it. */
export interface FileFinding {
  /** Stable, `FZ-…`: the house's own findings, beside the rules' `BR-…`. */
  id: FileFindingId;
  /** error: nothing is booked from this file by itself; warning: look before you decide; information: good to know. */
  severity: 'error' | 'warning' | 'information';
  message: Message;
  /** Where in the file: the name of an attachment, `Seite 3`, a header; null for the file as a whole. */
  place: string | null;
}

type Params = Record<string, string | number | Message>;
type Entry = { severity: FileFinding['severity']; de: string; en: string };

/** Every finding that opening a file can give. `{…}` is filled in. */
const CATALOGUE = {
  'FZ-EMPTY': {
    severity: 'error',
    de: 'Die Datei ist leer.',
    en: 'The file is empty.',
  },
  'FZ-UNKNOWN': {
    severity: 'error',
    de: 'Dieser Dateityp wird nicht gelesen ({kind}). Bitte den Absender um XML, PDF, PNG oder JPEG bitten.',
    en: 'Files of this type are not read ({kind}). Please ask the sender for XML, PDF, PNG or JPEG.',
  },
  'FZ-HTML': {
    severity: 'error',
    de: 'Die Datei ist eine HTML-Seite und keine Rechnung. Sie wird aufbewahrt, aber nicht angezeigt.',
    en: 'The file is an HTML page and no invoice. It is kept but not shown.',
  },
  'FZ-ARCHIVE': {
    severity: 'error',
    de: 'Die Datei ist ein Archiv ({kind}). Archive werden nicht geöffnet. Bitte die Rechnungen einzeln einreichen.',
    en: 'The file is an archive ({kind}). Archives are not opened. Please hand in the invoices one by one.',
  },
  'FZ-SIZE': {
    severity: 'error',
    de: 'Die Datei ist mit {size} MB größer als erlaubt ({limit} MB) und wird nicht gelesen.',
    en: 'At {size} MB the file is larger than allowed ({limit} MB) and is not read.',
  },
  'FZ-EXTENSION': {
    severity: 'error',
    de: 'Die Endung „{extension}“ passt nicht zum Inhalt ({kind}). Gelesen wurde der Inhalt; bitte vor der Bearbeitung ansehen.',
    en: 'The extension "{extension}" does not fit the content ({kind}). The content was read; please look before you go on.',
  },
  'FZ-TIME': {
    severity: 'error',
    de: 'Das Lesen der Datei wurde nach {seconds} Sekunden abgebrochen.',
    en: 'Reading the file was broken off after {seconds} seconds.',
  },
  'FZ-MEMORY': {
    severity: 'error',
    de: 'Das Lesen der Datei wurde abgebrochen, weil es mehr als {limit} MB Arbeitsspeicher verlangte.',
    en: 'Reading the file was broken off, because it asked for more than {limit} MB of memory.',
  },
  'FZ-CRASH': {
    severity: 'error',
    de: 'Die Datei hat das Leseprogramm zum Absturz gebracht. Sie wird aufbewahrt, aber nicht geöffnet.',
    en: 'The file made the reading program crash. It is kept but not opened.',
  },
  'FZ-PDF-BROKEN': {
    severity: 'error',
    de: 'Die PDF-Datei ist beschädigt oder unvollständig und lässt sich nicht öffnen.',
    en: 'The PDF is damaged or incomplete and cannot be opened.',
  },
  'FZ-PDF-HEAVY': {
    severity: 'error',
    de: 'Die PDF-Datei verlangt zum Anzeigen mehr Arbeitsspeicher, als einer Datei zusteht. Sie wird nicht angezeigt.',
    en: 'To be shown, the PDF asks for more memory than a file may have. It is not shown.',
  },
  'FZ-PDF-REPAIRED': {
    severity: 'warning',
    de: 'Das Inhaltsverzeichnis der PDF-Datei ist beschädigt. Gelesen wurde, was sich wiederfinden ließ.',
    en: "The PDF's table of contents is damaged. What could be found again was read.",
  },
  'FZ-PDF-ENCRYPTED': {
    severity: 'error',
    de: 'Die PDF-Datei ist mit einem Kennwort verschlüsselt und kann nicht gelesen werden.',
    en: 'The PDF is encrypted with a password and cannot be read.',
  },
  'FZ-PDF-RESTRICTED': {
    severity: 'warning',
    de: 'Die PDF-Datei ist verschlüsselt (Nutzungseinschränkungen ohne Öffnungskennwort). Das ist für Rechnungen unüblich.',
    en: 'The PDF is encrypted (usage restrictions, no password to open). That is unusual for an invoice.',
  },
  'FZ-PDF-SCRIPT': {
    severity: 'warning',
    de: 'Die PDF-Datei enthält JavaScript. Es wird nie ausgeführt; gezeigt werden nur Bilder der Seiten.',
    en: 'The PDF contains JavaScript. It is never executed; only pictures of the pages are shown.',
  },
  'FZ-PDF-ACTION': {
    severity: 'warning',
    de: 'Die PDF-Datei enthält Aktionen ({actions}), die beim Öffnen etwas auslösen sollen. Sie werden nie ausgeführt.',
    en: 'The PDF contains actions ({actions}) meant to set something off. They are never executed.',
  },
  'FZ-PDF-BOMB': {
    severity: 'error',
    de: 'Der Anhang „{name}“ ist ausgepackt größer als {limit} MB und wird nicht geöffnet.',
    en: 'Unpacked, the attachment "{name}" is larger than {limit} MB and is not opened.',
  },
  'FZ-PDF-TWO-INVOICES': {
    severity: 'error',
    de: 'Die PDF-Datei enthält mehrere verschiedene Rechnungsdatensätze ({names}). Bitte entscheiden, welcher gilt.',
    en: 'The PDF contains several different invoice records ({names}). Please decide which one counts.',
  },
  'FZ-PDF-NAME': {
    severity: 'warning',
    de: 'Der Rechnungsdatensatz heißt „{name}“ und nicht, wie ZUGFeRD es vorschreibt. Er wurde am Inhalt erkannt.',
    en: 'The invoice record is called "{name}" and not as ZUGFeRD prescribes. It was recognised by its content.',
  },
  'FZ-PDF-PROFILE': {
    severity: 'warning',
    de: 'Die PDF-Datei nennt das Profil {declared}, der Rechnungsdatensatz aber {actual}.',
    en: 'The PDF declares the profile {declared}, the invoice record {actual}.',
  },
  'FZ-PDF-VISIBLE': {
    severity: 'warning',
    de: 'Der Betrag {amount} aus dem Rechnungsdatensatz steht nicht auf den sichtbaren Seiten. Es gilt der Datensatz; bitte vergleichen.',
    en: 'The amount {amount} of the invoice record is not found on the visible pages. The record counts; please compare.',
  },
  'FZ-PDF-PLAIN': {
    severity: 'information',
    de: 'Die PDF-Datei enthält keinen Rechnungsdatensatz. Sie ist eine sonstige Rechnung und wird von Hand erfasst.',
    en: 'The PDF contains no invoice record. It is an ordinary invoice to be entered by hand.',
  },
  'FZ-PDF-SCAN': {
    severity: 'information',
    de: 'Die Seiten sind Bilder ohne Text. Eine Suche im Inhalt und Vorschläge sind nicht möglich.',
    en: 'The pages are pictures without text. Neither search nor proposals are possible.',
  },
  'FZ-PDF-NO-PAGES': {
    severity: 'error',
    de: 'Die PDF-Datei hat keine lesbaren Seiten.',
    en: 'The PDF has no readable pages.',
  },
  'FZ-PDF-PAGES': {
    severity: 'warning',
    de: 'Die PDF-Datei hat {pages} Seiten; der Text wurde nur von den ersten {read} Seiten gelesen.',
    en: 'The PDF has {pages} pages; text was read from the first {read} only.',
  },
  'FZ-XML-UNREADABLE': {
    severity: 'error',
    de: 'Der Rechnungsdatensatz „{name}“ in der PDF-Datei lässt sich nicht lesen. Rechtlich ist die Datei eine sonstige Rechnung.',
    en: 'The invoice record "{name}" in the PDF cannot be read. In law the file is an ordinary invoice.',
  },
  'FZ-IMAGE-BROKEN': {
    severity: 'error',
    de: 'Die Bilddatei ist beschädigt oder unvollständig.',
    en: 'The picture is damaged or incomplete.',
  },
  'FZ-IMAGE-LARGE': {
    severity: 'error',
    de: 'Das Bild hat {width} × {height} Bildpunkte. So große Bilder werden nicht angezeigt.',
    en: 'The picture has {width} × {height} pixels. Pictures that large are not shown.',
  },
  'FZ-IMAGE-PLAIN': {
    severity: 'information',
    de: 'Die Datei ist ein Bild. Sie ist eine sonstige Rechnung und wird von Hand erfasst.',
    en: 'The file is a picture. It is an ordinary invoice to be entered by hand.',
  },
  'FZ-IMAGE-NOT-SHOWN': {
    severity: 'warning',
    de: 'Bilder dieser Art ({kind}) werden aufbewahrt, aber nicht angezeigt. Bitte um PNG, JPEG oder PDF bitten.',
    en: 'Pictures of this kind ({kind}) are kept but not shown. Please ask for PNG, JPEG or PDF.',
  },
  'FZ-MAIL-BROKEN': {
    severity: 'error',
    de: 'Die E-Mail lässt sich nicht zerlegen: {reason}',
    en: 'The e-mail cannot be taken apart: {reason}',
  },
  'FZ-MAIL-PARTS': {
    severity: 'error',
    de: 'Die E-Mail hat {count} Anhänge; mehr als {limit} werden nicht angenommen.',
    en: 'The e-mail has {count} attachments; more than {limit} are not accepted.',
  },
  'FZ-MAIL-DEPTH': {
    severity: 'error',
    de: 'In der E-Mail stecken weitere E-Mails tiefer als {limit} Ebenen; diese werden nicht geöffnet.',
    en: 'The e-mail contains e-mails nested deeper than {limit} levels; those are not opened.',
  },
  'FZ-MAIL-NO-FILES': {
    severity: 'information',
    de: 'Die E-Mail hat keine Anhänge, die eine Rechnung sein können.',
    en: 'The e-mail has no attachment that may be an invoice.',
  },
  'FZ-NAME': {
    severity: 'warning',
    de: 'Der Dateiname „{name}“ enthielt Pfade oder unsichtbare Zeichen und wurde bereinigt.',
    en: 'The file name "{name}" contained paths or invisible characters and was cleaned.',
  },
  'FZ-HIDDEN': {
    severity: 'warning',
    de: 'Der Text enthält unsichtbare oder die Leserichtung ändernde Zeichen ({characters}). Sie werden sichtbar gemacht.',
    en: 'The text contains invisible or direction-changing characters ({characters}). They are made visible.',
  },
  'FZ-ATTACHMENT-TYPE': {
    severity: 'warning',
    de: 'Der Anhang „{name}“ gibt sich als {declared} aus, ist aber {actual}. Er wird nicht angezeigt.',
    en: 'The attachment "{name}" claims to be {declared} but is {actual}. It is not shown.',
  },
  'FZ-ATTACHMENT-BROKEN': {
    severity: 'warning',
    de: 'Der Anhang „{name}“ ist beschädigt und lässt sich nicht auspacken.',
    en: 'The attachment "{name}" is damaged and cannot be unpacked.',
  },
  'FZ-ATTACHMENT-COUNT': {
    severity: 'error',
    de: 'Die Rechnung hat {count} Anhänge; mehr als {limit} werden nicht angenommen.',
    en: 'The invoice has {count} attachments; more than {limit} are not accepted.',
  },
  'FZ-ATTACHMENT-LINK': {
    severity: 'warning',
    de: 'Die Rechnung verweist auf eine Adresse im Netz ({uri}). Sie wird nie abgerufen.',
    en: 'The invoice refers to an address on the net ({uri}). It is never fetched.',
  },
} as const satisfies Record<string, Entry>;

/** The house's own findings on files. */
export type FileFindingId = keyof typeof CATALOGUE;

/** Every id with severity and message templates, for the page that explains the findings. */
export const FILE_FINDINGS: Readonly<Record<FileFindingId, Entry>> = CATALOGUE;

/** A finding with its message filled in. What comes from the file must have been cleaned before (`showText`). */
export function fileFinding(id: FileFindingId, params: Params = {}, place: string | null = null): FileFinding {
  const entry: Entry = CATALOGUE[id];
  const fill = (text: string, language: keyof Message): string =>
    text.replace(/\{(\w+)\}/g, (whole, key: string) => {
      const value = params[key];
      return value === undefined ? whole : String(typeof value === 'object' ? value[language] : value);
    });
  return { id, severity: entry.severity, message: { de: fill(entry.de, 'de'), en: fill(entry.en, 'en') }, place };
}
