import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string) => ({ title, detail });

/** What the keeping of partners refuses. */
export const partnerProblems = defineProblems({
  PartnerUnknown: [
    422,
    text('Partner unbekannt', 'Diesen Geschäftspartner gibt es bei diesem Mandanten nicht.'),
    text('Unknown partner', 'This client has no such partner.'),
  ],
  PartnerIbanWrong: [
    422,
    text('IBAN stimmt nicht', '„{value}“ ist keine gültige IBAN; bitte prüfen Sie Länge und Prüfziffern.'),
    text('Wrong IBAN', '“{value}” is no valid IBAN; please check length and check digits.'),
  ],
  PartnerBicWrong: [
    422,
    text('BIC stimmt nicht', '„{value}“ ist kein gültiger BIC.'),
    text('Wrong BIC', '“{value}” is no valid BIC.'),
  ],
  SecondPersonNeeded: [
    422,
    text(
      'Zweite Person erforderlich',
      'Wer eine Bankverbindung vorschlägt, entscheidet nicht selbst darüber. Bitten Sie jemand anderen, sie zu prüfen.',
    ),
    text(
      'Second person needed',
      'Whoever proposes a bank account does not decide on it. Ask somebody else to check it.',
    ),
  ],
  BankAccountDecided: [
    409,
    text('Bereits entschieden', 'Über diese Bankverbindung ist schon entschieden ({state}).'),
    text('Already decided', 'This bank account has been decided on already ({state}).'),
  ],
  PersonUnknown: [
    422,
    text('Person unbekannt', 'Diese Person gibt es im Finanzzentrum nicht.'),
    text('Unknown person', 'The centre has no such person.'),
  ],
  OwnBankAccount: [
    403,
    text(
      'Eigene Angelegenheit',
      'Dieser Geschäftspartner sind Sie selbst, oder er steht Ihnen nahe. Über seine Bankverbindung entscheidet jemand anderes.',
    ),
    text('Own matter', 'You are this partner yourself, or close to them. Somebody else decides on their bank account.'),
  ],
  OwnPersonStays: [
    403,
    text('Eigene Angelegenheit', 'Dass dieser Geschäftspartner Sie selbst sind, nimmt jemand anderes zurück.'),
    text('Own matter', 'That you are this partner yourself is taken back by somebody else.'),
  ],
});
