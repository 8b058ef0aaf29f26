import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string): { title: string; detail: string } => ({ title, detail });
const field = (status: number, de: string, en: string): [number, ReturnType<typeof text>, ReturnType<typeof text>] => [
  status,
  text('Ungültige Angabe', de),
  text('Invalid value', en),
];

/** What stands against coding, deciding, ordering and posting a document. */
export const decisionProblems = defineProblems({
  NotYourDecision: [
    403,
    text(
      'Nicht Ihre Entscheidung',
      'Über „{step}“ entscheidet hier jemand anderes. Wer dran ist, steht beim Dokument; leiten lassen können Sie es sich weiterleiten.',
    ),
    text('Not your decision', 'Somebody else decides on “{step}” here. The document shows who; they can forward it.'),
  ],
  TaskNotOpen: [
    409,
    text('Nichts zu entscheiden', 'In diesem Schritt ist zu diesem Dokument nichts mehr offen. Laden Sie es neu.'),
    text('Nothing to decide', 'Nothing of this document is open in this step any more. Reload it.'),
  ],
  TaskUnknown: [
    404,
    text('Kein solcher Schritt', 'Diesen Schritt oder Anteil gibt es bei diesem Dokument nicht.'),
    text('No such step', 'This document has no such step or share.'),
  ],
  ShareToName: [
    422,
    text('Anteil angeben', 'Mehrere Anteile sind offen ({shares}); nennen Sie den, über den Sie entscheiden.'),
    text('Name the share', 'Several shares are open ({shares}); name the one you decide on.'),
  ],
  ReturnTargetWrong: [
    422,
    text('Rückgabe dorthin nicht möglich', 'Zurückgegeben wird an die Buchhaltung oder an einen früheren Schritt.'),
    text('Cannot be returned there', 'A document is returned to bookkeeping or to an earlier step.'),
  ],
  DecidedAfterwards: [
    409,
    text('Schon weiter entschieden', 'Nach Ihnen hat schon jemand entschieden; die Entscheidung bleibt bestehen.'),
    text('Decided afterwards', 'Somebody has already decided after you; the decision stands.'),
  ],
  DecisionNoteMissing: [
    422,
    text('Begründung fehlt', 'Sagen Sie in einigen Worten, warum; die nächste Person liest es.'),
    text('Reason missing', 'Say why in a few words; the next person will read it.'),
  ],
  NotForwardable: [
    422,
    text('Weiterleiten nicht möglich', 'Diese Person darf bei diesem Mandanten nicht über Dokumente entscheiden.'),
    text('Cannot be forwarded', 'This person may not decide on documents at this client.'),
  ],
  NobodyToDecide: [
    422,
    text(
      'Niemand zuständig',
      'Für „{step}“ gibt es bei diesem Mandanten niemanden. Ergänzen Sie Zuständigkeiten oder Rollen.',
    ),
    text('Nobody responsible', 'Nobody at this client may decide on “{step}”. Add responsibilities or roles.'),
  ],
  SecondOrderSecondPerson: [
    422,
    text('Zweite Person nötig', 'Die zweite Anordnung gibt jemand anderes als die erste.'),
    text('Second person needed', 'The second order is given by somebody else than the first.'),
  ],
  DocumentStopped: [
    409,
    text('Erst zu klären', 'Vor dem Absenden ist zu klären: {alarms}.'),
    text('To be settled first', 'Before it is sent on its way, settle: {alarms}.'),
  ],
  FindingsNotAccepted: [
    409,
    text(
      'Beanstandungen offen',
      'Die Prüfung hat die Rechnung beanstandet. Weisen Sie sie zurück, oder nehmen Sie sie mit einer Begründung an.',
    ),
    text('Findings open', 'The check found faults in the invoice. Reject it, or accept it with a reason.'),
  ],
  InputTaxNotAllowed: [
    422,
    text(
      'Kein Vorsteuerabzug',
      'Der Mandant ist nicht zum Vorsteuerabzug berechtigt (§ 15 Abs. 1 UStG). Kontieren Sie den Bruttobetrag, oder ändern Sie die Angabe zur Umsatzsteuer beim Mandanten.',
    ),
    text(
      'No deduction of input tax',
      'The client may not deduct input tax (§ 15(1) UStG). Code the gross amount, or change what the client says about VAT.',
    ),
  ],
  TaxKeyMissing: [
    422,
    text(
      'Kein Steuerschlüssel',
      'Für {rate} % gibt es am Tag der Leistung keinen Steuerschlüssel. Prüfen Sie den Satz, oder legen Sie den Schlüssel in den Stammdaten an.',
    ),
    text(
      'No tax key',
      'There is no tax key for {rate} % on the day of supply. Check the rate, or add the key to the master data.',
    ),
  ],
  CodingMissing: [
    422,
    text('Kontierung fehlt', 'Das Dokument ist noch nicht kontiert.'),
    text('Coding missing', 'The document has not been coded yet.'),
  ],
  CurrencyNotEuro: [
    422,
    text('Fremde Währung', 'Die Rechnung lautet auf {currency}. Erfassen Sie die Beträge in Euro.'),
    text('Foreign currency', 'The invoice is in {currency}. Enter its amounts in euros.'),
  ],
  FieldMissing: field(400, 'Diese Angabe fehlt.', 'This value is missing.'),
  AmountMissing: field(
    400,
    'Der Betrag fehlt. Erwartet wird ein Betrag der Form "1234.50".',
    'The amount is missing. An amount of the form "1234.50" is expected.',
  ),
  DocumentAmountMissing: field(
    422,
    'Das Dokument nennt noch keinen Betrag. Erfassen Sie zuerst den Rechnungsbetrag.',
    'The document states no amount yet. Enter the amount of the invoice first.',
  ),
  PartnerMissing: field(422, 'Der Geschäftspartner fehlt.', 'The partner is missing.'),
  CodingLineSum: field(
    422,
    'Netto {net} und Steuer {tax} ergeben nicht {gross}.',
    'Net {net} and tax {tax} are not {gross}.',
  ),
  CodingTaxNotBilled: field(
    422,
    'Bei Steuerschuld des Empfängers weist die Rechnung keine Steuer aus.',
    'Where the recipient owes the tax the invoice bills none.',
  ),
  CodingTaxMissing: field(
    422,
    'Ohne ausgewiesene Umsatzsteuer gibt es nichts abzuziehen.',
    'Without billed VAT there is nothing to deduct.',
  ),
  CodingDoesNotAdd: field(
    422,
    'Die Zeilen ergeben {coded}, das Dokument lautet über {total}; es fehlen {difference}.',
    'The lines come to {coded}, the document to {total}; {difference} are missing.',
  ),
  ShareTwice: field(422, 'Die Nummern der Anteile sind nicht eindeutig.', 'The numbers of the shares are not unique.'),
  ShareMissing: field(
    422,
    'Das Dokument ist aufgeteilt; nennen Sie auch zu dieser Zeile den Anteil, zu dem sie gehört.',
    'The document is split; name the share that this line belongs to as well.',
  ),
  ShareAmountMissing: field(
    400,
    'Der Betrag von Anteil {no} fehlt. Nur ein einziger Anteil darf ohne Betrag bleiben: Er bekommt, was die anderen übrig lassen.',
    'The amount of share {no} is missing. Only a single share may be left without one: it takes what the others leave.',
  ),
  ShareUnknown: field(
    422,
    'Jede Zeile gehört zu einem der genannten Anteile, wenn aufgeteilt wird ({value} gibt es nicht).',
    'Each line belongs to one of the shares named, if there is a split (there is no {value}).',
  ),
  ShareDoesNotAdd: field(
    422,
    'Der Anteil lautet über {amount}, seine Zeilen ergeben {coded}.',
    'The share is {amount}, its lines come to {coded}.',
  ),
  PrepaidWhere: field(
    400,
    'Nennen Sie entweder die frühere Rechnung oder ein Konto.',
    'Name either the earlier invoice or an account.',
  ),
  PrepaidTooMuch: field(
    422,
    'Angerechnet werden {settled}, vorausgezahlt sind {prepaid}.',
    '{settled} are cleared, {prepaid} were prepaid.',
  ),
  PrepaidUnknown: field(
    422,
    'Zu diesem Dokument gibt es keine Buchung, die angerechnet werden könnte.',
    'This document has no entry that could be cleared.',
  ),
  CodingTaxTooMuch: field(
    422,
    'Als Vorsteuer sind {coded} kontiert, berechnet sind {billed}.',
    '{coded} are coded as input tax, {billed} were billed.',
  ),
  PrepaidTwice: field(
    422,
    'Die frühere Rechnung lautet über {gross}; mit dieser Anrechnung wären es {cleared}.',
    'The earlier invoice is for {gross}; with this clearing it would be {cleared}.',
  ),
  CorrectedBefore: field(
    422,
    'Die berichtigte Rechnung ist durch {number} schon ersetzt; buchen Sie den Unterschied zu dieser.',
    '{number} already stands in place of the corrected invoice; book the difference to that one.',
  ),
  RetentionTooMuch: field(
    422,
    'Einbehalten wird mehr als null und weniger als der Zahlbetrag {payable}.',
    'More than nothing and less than the payable {payable} is kept back.',
  ),
  DiscountTooMuch: field(
    422,
    'Skonto ist mehr als null und weniger als der Zahlbetrag {payable}.',
    'A discount is more than nothing and less than the payable {payable}.',
  ),
  DiscountAfterDue: field(
    422,
    'Skonto endet nicht nach der Fälligkeit am {due}.',
    'A discount does not end after the due date {due}.',
  ),
  AccrualWithoutPeriod: field(
    422,
    'Zum Abgrenzen braucht eine Zeile einen Leistungszeitraum.',
    'To defer, a line needs a service period.',
  ),
  CashAccountUnresolved: field(
    422,
    'Zum Konto {value} kennt der Kontenrahmen kein Finanzrechnungskonto; bitte wählen Sie eines der Klasse 7.',
    'For account {value} the chart knows no cash-flow account; please choose one of class 7.',
  ),
  OffsetUnknown: field(
    422,
    'Der offene Posten gehört nicht zu diesem Geschäftspartner oder ist ausgeglichen.',
    'The open item is not this partner’s, or is settled.',
  ),
  CorrectionUnknown: field(
    422,
    'Die berichtigte Rechnung ist nicht gebucht; buchen Sie den Unterschied.',
    'The corrected invoice is not posted; book the difference.',
  ),
  NotAPercentage: field(
    400,
    '„{value}“ ist kein Prozentsatz wie "19" oder "33.33".',
    '“{value}” is no percentage such as "19" or "33.33".',
  ),
  NotANumber: field(400, '„{value}“ ist keine laufende Nummer.', '“{value}” is no running number.'),
  WorkflowStepsMissing: field(
    422,
    'Ein Ablauf hat rechnerische und sachliche Feststellung, Anordnung und Buchung, in dieser Reihenfolge; eine zweite Anordnung dazwischen ist möglich.',
    'A workflow has arithmetic and factual certification, order and posting, in this order; a second order between is possible.',
  ),
  WorkflowRole: field(
    422,
    'Die Rolle {value} darf in diesem Schritt nicht entscheiden.',
    'The role {value} may not decide in this step.',
  ),
  WorkflowAssignment: field(
    400,
    'Zuständig ist eine Rolle, genannte Personen, die Leitung des Fachbereichs oder die Budgetverantwortung.',
    'A role, named people, the head of the department or the budget holder is responsible.',
  ),
  WorkflowDays: field(
    400,
    'Erwartet werden ganze Tage von 0 bis {limit}.',
    'Whole days from 0 to {limit} are expected.',
  ),
  WorkflowAmount: field(
    422,
    'Einen Betrag, ab dem er gilt, hat nur der Schritt „Zweite Anordnung“, und dieser immer.',
    'Only the step “second order” has an amount from which it applies, and always has one.',
  ),
  WorkflowBySystem: field(
    422,
    'Nur die rechnerische Feststellung kann das System übernehmen.',
    'Only the arithmetic certification can be left to the system.',
  ),
  WorkflowInThePast: field(
    422,
    'Ein Ablauf gilt frühestens ab heute ({today}).',
    'A workflow holds from today ({today}) at the earliest.',
  ),
  ResponsibilityUnknown: field(
    422,
    'Ein Produkt oder einen Fachbereich „{value}“ gibt es bei diesem Mandanten nicht.',
    'This client has no product or department “{value}”.',
  ),
  NotAStandingOrder: [
    409,
    text('Nicht änderbar', 'Die Daueranordnung ist im Stand „{state}“; das geht so nicht.'),
    text('Cannot be changed', 'The standing order is in the state “{state}”; this is not possible.'),
  ],
  ContractEnded: [
    409,
    text('Vertrag beendet', 'Der Vertrag ist beendet.'),
    text('Contract ended', 'The contract has ended.'),
  ],
  CollectiveOnlyLines: field(
    422,
    'Eine Anordnung an mehrere Empfänger kennt weder Skonto, Einbehalt noch Verrechnung; ordnen Sie diese einzeln an.',
    'An order to several recipients knows no discount, retention or offset; order these singly.',
  ),
  OrderNeedsPositions: field(
    422,
    'Eine Sammelanordnung hat mindestens zwei Empfänger, jede Zeile nennt ihren.',
    'A collective order has at least two recipients, and each line names its own.',
  ),
});
