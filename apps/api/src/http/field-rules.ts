import type { ValidationError } from 'class-validator';
import { defineProblems, type FieldRefusal } from '@lib/kernel';

const rule = (
  de: string,
  en: string,
): [number, { title: string; detail: string }, { title: string; detail: string }] => [
  400,
  { title: 'Ungültige Angabe', detail: de },
  { title: 'Invalid value', detail: en },
];

/** The words for the rules of class-validator that our DTOs use; `{a}` and `{b}` are the bounds that the rule names. */
const RULES = defineProblems({
  isString: rule('Hier wird ein Text erwartet.', 'A text is expected here.'),
  isInt: rule('Hier wird eine ganze Zahl erwartet.', 'A whole number is expected here.'),
  isBoolean: rule('Hier wird true oder false erwartet.', 'true or false is expected here.'),
  isObject: rule('Hier wird ein Objekt erwartet.', 'An object is expected here.'),
  isUuid: rule('Hier wird eine UUID erwartet.', 'A UUID is expected here.'),
  isEmail: rule('Das ist keine E-Mail-Adresse.', 'This is no e-mail address.'),
  isNotEmpty: rule('Die Angabe fehlt.', 'The value is missing.'),
  isRFC3339: rule(
    'Hier wird ein Zeitpunkt erwartet (JJJJ-MM-TTThh:mm:ssZ).',
    'An instant is expected (YYYY-MM-DDThh:mm:ssZ).',
  ),
  localDate: rule('Hier wird ein Datum erwartet (JJJJ-MM-TT).', 'A date is expected (YYYY-MM-DD).'),
  isLength: rule('Erlaubt sind {a} bis {b} Zeichen.', '{a} to {b} characters are allowed.'),
  minLength: rule('Nötig sind mindestens {a} Zeichen.', 'At least {a} characters are needed.'),
  maxLength: rule('Erlaubt sind höchstens {a} Zeichen.', 'At most {a} characters are allowed.'),
  min: rule('Der Wert muss mindestens {a} sein.', 'The value must be at least {a}.'),
  max: rule('Der Wert darf höchstens {a} sein.', 'The value must be at most {a}.'),
  isIn: rule('Erlaubt ist nur: {list}.', 'Allowed is only: {list}.'),
  matches: rule('Die Angabe hat nicht die erwartete Form.', 'The value does not have the expected form.'),
  isIBAN: rule('Das ist keine gültige IBAN.', 'This is no valid IBAN.'),
  isBIC: rule('Das ist kein gültiger BIC.', 'This is no valid BIC.'),
});

const isKnown = (name: string): name is keyof typeof RULES => name in RULES;

/** What class-validator found, each fault with its pointer and in our own words where we have some. */
export function fieldRefusals(error: ValidationError, prefix = ''): FieldRefusal[] {
  const pointer = `${prefix}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, message]): FieldRefusal => {
    if (name === 'whitelistValidation') return { pointer, code: 'UnknownField', params: { value: error.property } };
    const [a, b] = message.replace(error.property, '').match(/-?\d+/g) ?? [];
    if (name === 'isLength' && b === undefined) return { pointer, code: 'minLength', params: { a } };
    const list = name === 'isIn' ? message.split('values: ')[1] : undefined;
    return isKnown(name)
      ? { pointer, code: name, params: { a, b, list } }
      : { pointer, code: 'InvalidField', params: { reason: message } };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldRefusals(child, pointer))];
}
