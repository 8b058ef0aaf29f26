export type Language = 'de' | 'en';
export type Params = Record<string, string | number | null | undefined>;

interface Text {
  title: string;
  /** What is wrong and what to do; `{name}` is replaced by the parameter of that name. */
  detail: string;
}

interface Definition {
  status: number;
  de: Text;
  en: Text;
}

/** One field that a rule refuses: where (RFC 6901 pointer into the request), which rule, with what values. */
export interface FieldRefusal {
  pointer: string;
  code: string;
  params: Params;
}

const catalogue = new Map<string, Definition>();

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '–'));
}

/** The words for a refusal in one language; an unknown code answers itself. */
export function wordsFor(code: string, params: Params, language: Language): { title: string; detail: string } {
  const definition = catalogue.get(code);
  if (!definition) return { title: code, detail: code };
  return { title: definition[language].title, detail: fill(definition[language].detail, params) };
}

/**
 * An expected refusal, answered as problem details (RFC 9457). `code` is stable and documented; the words come
 * from the catalogue in the language of the request.
 */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly params: Params = {},
    readonly fields: readonly FieldRefusal[] = [],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Problem';
  }

  get status(): number {
    return catalogue.get(this.code)?.status ?? 500;
  }
}

type Maker = (params?: Params, pointer?: string) => Problem;

/**
 * Enters a lib's refusals in the catalogue and answers a maker for each:
 * `throw problems.PeriodClosed({ period: '03/2026' }, '/bookingDate')`.
 */
export function defineProblems<K extends string>(definitions: Record<K, [number, Text, Text]>): Record<K, Maker> {
  const makers = {} as Record<K, Maker>;
  for (const code of Object.keys(definitions) as K[]) {
    const [status, de, en] = definitions[code];
    catalogue.set(code, { status, de, en });
    makers[code] = (params = {}, pointer) => new Problem(code, params, pointer ? [{ pointer, code, params }] : []);
  }
  return makers;
}

/** Every code with its status and words, for the documentation. */
export function problemCatalogue(): { code: string; status: number; de: Text; en: Text }[] {
  return [...catalogue]
    .map(([code, definition]) => ({ code, ...definition }))
    .sort((a, b) => a.code.localeCompare(b.code));
}

const text = (title: string, detail: string): Text => ({ title, detail });

/** Refusals that belong to no lib in particular. */
export const problems = defineProblems({
  Malformed: [
    400,
    text('Anfrage nicht lesbar', 'Die Anfrage ist nicht lesbar; erwartet wird gültiges {reason}.'),
    text('Malformed request', 'The request cannot be read; valid {reason} is expected.'),
  ],
  Invalid: [
    400,
    text('Angaben unvollständig oder falsch', 'Bitte prüfen Sie die genannten Felder.'),
    text('Incomplete or wrong input', 'Please check the fields named.'),
  ],
  InvalidField: [400, text('Ungültige Angabe', '{reason}'), text('Invalid value', '{reason}')],
  NotFound: [
    404,
    text('Nicht gefunden', 'Unter dieser Adresse gibt es nichts.'),
    text('Not found', 'There is nothing at this address.'),
  ],
  MethodNotAllowed: [
    405,
    text('So nicht möglich', 'Diese Adresse kennt die Methode nicht.'),
    text('Method not allowed', 'This address does not know the method.'),
  ],
  Forbidden: [
    403,
    text('Nicht erlaubt', 'Ihre Rollen bei diesem Mandanten erlauben das nicht. Nötig ist: {permission}.'),
    text('Not allowed', 'Your roles at this client do not permit this. Needed: {permission}.'),
  ],
  VersionConflict: [
    409,
    text(
      'Inzwischen geändert',
      'Jemand anderes hat den Datensatz inzwischen geändert (Version {current}, Sie hatten {given}). Laden Sie ihn neu.',
    ),
    text('Changed meanwhile', 'Somebody else has changed the record (version {current}, you had {given}). Reload it.'),
  ],
  AlreadyExists: [
    409,
    text('Bereits vorhanden', '„{value}“ gibt es bereits.'),
    text('Already there', '“{value}” exists already.'),
  ],
  KeyReused: [
    409,
    text(
      'Schlüssel schon verwendet',
      'Der Idempotency-Key wurde schon für eine andere Anfrage verwendet. Erzeugen Sie einen neuen.',
    ),
    text('Key already used', 'The Idempotency-Key was used for another request. Create a new one.'),
  ],
  TooLarge: [
    413,
    text('Anfrage zu groß', 'Die Anfrage ist größer als erlaubt ({limit}).'),
    text('Request too large', 'The request is larger than permitted ({limit}).'),
  ],
  UnsupportedMediaType: [
    415,
    text('Format nicht unterstützt', 'Dieses Format wird hier nicht angenommen: {given}.'),
    text('Unsupported format', 'This format is not accepted here: {given}.'),
  ],
  Overloaded: [
    503,
    text('Überlastet', 'Zu viele Anfragen warten. Bitte in {seconds} Sekunden noch einmal versuchen.'),
    text('Overloaded', 'Too many requests are waiting. Please try again in {seconds} seconds.'),
  ],
  DatabaseUnavailable: [
    503,
    text(
      'Datenbank nicht erreichbar',
      'Die Verbindung zur Datenbank ist abgebrochen. Ob noch gespeichert wurde, ist ungewiss: Sehen Sie nach, oder wiederholen Sie die Anfrage mit demselben Idempotency-Key.',
    ),
    text(
      'Database unavailable',
      'The connection to the database broke. Whether the request was still stored is uncertain: have a look, or repeat the request with the same Idempotency-Key.',
    ),
  ],
  Internal: [
    500,
    text(
      'Unerwarteter Fehler',
      'Es ist ein unerwarteter Fehler aufgetreten (Kennung {requestId}). Es wurde nichts gespeichert.',
    ),
    text('Unexpected error', 'An unexpected error occurred (id {requestId}). Nothing was stored.'),
  ],
});
