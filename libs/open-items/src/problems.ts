import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string) => ({ title, detail });

/** What stands against raising, changing or settling open items, and against taking a duty. */
export const openItemProblems = defineProblems({
  FourEyes: [
    422,
    text(
      'Vier-Augen-Prinzip',
      'Sie haben in diesem Vorgang schon mitgewirkt; diesen Schritt muss jemand anderes übernehmen. Wer beantragt, feststellt oder bucht, ordnet nicht an, und wer zahlt, hat zuvor nichts davon getan.',
    ),
    text(
      'Four eyes',
      'You have already taken part in this case; somebody else has to take this step. Whoever asks, certifies or posts does not order, and whoever pays has done none of it before.',
    ),
  ],
  OwnMatter: [
    403,
    text(
      'Eigene Angelegenheit',
      'Der Vorgang betrifft Sie selbst oder jemanden, der Ihnen nahesteht. Darüber entscheidet jemand anderes.',
    ),
    text('Own matter', 'The case concerns yourself or somebody close to you. Somebody else decides on it.'),
  ],
  NoControlAccount: [
    422,
    text(
      'Kein Personenkonto',
      'Auf dem Konto {value} werden keine offenen Posten dieser Art geführt. Wählen Sie ein Kreditoren- oder Debitorenkonto.',
    ),
    text(
      'No control account',
      'Account {value} keeps no open items of this kind. Choose an account of creditors or debtors.',
    ),
  ],
  BankAccountNotConfirmed: [
    422,
    text(
      'Bankverbindung nicht bestätigt',
      'Die Bankverbindung ist noch nicht von einer zweiten Person bestätigt oder nicht mehr gültig.',
    ),
    text(
      'Bank account not confirmed',
      'The bank account has not been confirmed by a second person yet, or no longer holds.',
    ),
  ],
  SharesDiffer: [
    422,
    text('Anteile gehen nicht auf', 'Die Anteile ergeben {sum}, der offene Posten lautet über {amount}.'),
    text('Shares do not add up', 'The shares come to {sum}, the open item is {amount}.'),
  ],
  DiscountIncomplete: [
    422,
    text(
      'Skonto unvollständig',
      'Zum Skonto gehören der letzte Tag, nicht nach der Fälligkeit, und ein Betrag, der größer als null und kleiner als der offene Posten ist.',
    ),
    text(
      'Discount incomplete',
      'A discount needs its last day, not after the due date, and an amount above zero and below the open item.',
    ),
  ],
  NothingOpen: [
    409,
    text('Nichts mehr offen', 'Der offene Posten {no} ist ausgeglichen oder zurückgenommen.'),
    text('Nothing open', 'Open item {no} is settled or taken back.'),
  ],
  OffsetTooLarge: [
    422,
    text('Verrechnung zu hoch', 'Verrechnet werden können höchstens {most}.'),
    text('Offset too large', 'At most {most} can be offset.'),
  ],
  NotOpposite: [
    422,
    text(
      'Nicht verrechenbar',
      'Verrechnet wird eine Rechnung mit einer Gutschrift derselben Art. Forderungen und Verbindlichkeiten werden nicht miteinander verrechnet.',
    ),
    text(
      'Cannot be offset',
      'An invoice is offset against a credit note of the same kind. Claims and liabilities are not offset against each other.',
    ),
  ],
  OtherPartner: [
    422,
    text('Verschiedene Geschäftspartner', 'Verrechnet werden nur Posten desselben Geschäftspartners.'),
    text('Different partners', 'Only items of the same partner are offset.'),
  ],
});
