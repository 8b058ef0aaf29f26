/** An account each line of which names an open item, so that the items make up its balance. */
export interface ControlAccount {
  number: string;
  /** The account of the chart below which it stands; kind, side and statement line are the parent's. */
  parent: string;
  name: string;
  /** `creditors` takes liabilities, `debtors` takes claims. */
  control: 'creditors' | 'debtors';
}

/** Where the tax stands that the client owes as the recipient, apart from that on its own turnover (§§ 1a, 13b UStG). */
export const TAX_ACCOUNTS: readonly { number: string; parent: string; name: string; control: null }[] = [
  { number: '371201', parent: '3712', name: 'Umsatzsteuer 19 % innergemeinschaftlicher Erwerb', control: null },
  { number: '371301', parent: '3713', name: 'Umsatzsteuer 7 % innergemeinschaftlicher Erwerb', control: null },
  { number: '371401', parent: '3714', name: 'Umsatzsteuer 7 % nach § 13b UStG', control: null },
  { number: '371402', parent: '3714', name: 'Umsatzsteuer nach § 13b Abs. 1 UStG (EU)', control: null },
];

/** The control accounts that every client begins with. Their parents stay open to entries without an open item. */
export const CONTROL_ACCOUNTS: readonly ControlAccount[] = [
  { number: '165901', parent: '1659', name: 'Debitoren öffentlich-rechtliche Forderungen', control: 'debtors' },
  { number: '171101', parent: '1711', name: 'Debitoren Mieten und Pachten', control: 'debtors' },
  { number: '171201', parent: '1712', name: 'Debitoren privatrechtliche Entgelte', control: 'debtors' },
  { number: '351101', parent: '3511', name: 'Kreditoren', control: 'creditors' },
  { number: '351201', parent: '3512', name: 'Kreditoren Investitionen', control: 'creditors' },
  { number: '351301', parent: '3513', name: 'Kreditoren Sicherheitseinbehalte', control: 'creditors' },
];
