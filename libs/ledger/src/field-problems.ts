import { defineProblems } from '@lib/kernel';

const same = (
  status: number,
  de: string,
  en: string,
): [number, { title: string; detail: string }, { title: string; detail: string }] => [
  status,
  { title: 'Ungültige Angabe', detail: de },
  { title: 'Invalid value', detail: en },
];

/** Refusals of single fields while reading an entry. */
export const fieldProblems = defineProblems({
  NotAnObject: same(400, 'Hier wird ein Objekt erwartet.', 'An object is expected here.'),
  UnknownField: same(400, 'Das Feld „{value}“ ist unbekannt.', 'The field “{value}” is unknown.'),
  NotADate: same(400, '„{value}“ ist kein Datum der Form JJJJ-MM-TT.', '“{value}” is no date of the form YYYY-MM-DD.'),
  NotAnEntryKind: same(
    400,
    'Die Art ist regular, opening oder closing, nicht „{value}“.',
    'The kind is regular, opening or closing, not “{value}”.',
  ),
  NotAYear: same(400, '„{value}“ ist kein Haushaltsjahr.', '“{value}” is no fiscal year.'),
  NotAPeriod: same(
    400,
    'Die Periode ist eine Zahl von 0 bis 13, nicht „{value}“.',
    'The period is a number from 0 to 13, not “{value}”.',
  ),
  LinesMissing: same(400, 'Die Buchungszeilen fehlen.', 'The lines are missing.'),
  NotAnAccountNumber: same(400, '„{value}“ ist keine Kontonummer.', '“{value}” is no account number.'),
  NotACode: same(400, '„{value}“ ist keine gültige Nummer.', '“{value}” is no valid code.'),
  NotARate: same(
    400,
    '„{value}“ ist kein Steuersatz der Form "19.00".',
    '“{value}” is no tax rate of the form "19.00".',
  ),
  CorrectionOfOpening: same(
    400,
    'Nur eine Eröffnungsbuchung berichtigt die Eröffnungsbilanz.',
    'Only an opening entry corrects the opening balances.',
  ),
  DebitOrCredit: same(400, 'Jede Zeile trägt entweder Soll oder Haben.', 'Each line carries either debit or credit.'),
  NotAnAmount: same(
    400,
    '„{value}“ ist kein Betrag der Form "1234.50".',
    '“{value}” is no amount of the form "1234.50".',
  ),
  TooManyDecimals: same(400, '„{value}“ hat mehr als zwei Nachkommastellen.', '“{value}” has more than two decimals.'),
  AmountNotPositive: same(
    400,
    'Ein Betrag ist größer als null; die Seite sagt Soll oder Haben.',
    'An amount is above zero; the side tells debit or credit.',
  ),
  TextMissing: same(400, 'Der Text fehlt.', 'The text is missing.'),
  TextTooLong: same(400, 'Der Text hat mehr als {limit} Zeichen.', 'The text has more than {limit} characters.'),
  ControlCharacter: same(
    400,
    'Der Text enthält Steuerzeichen oder ungültige Zeichen.',
    'The text contains control or invalid characters.',
  ),
});
