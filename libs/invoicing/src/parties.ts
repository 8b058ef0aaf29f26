import type { Address as ClientAddress } from '@lib/clients';

/** An electronic address (BT-34, BT-49) with its scheme of the EAS list: `EM` e-mail, `0204` Leitweg-ID, `9930` VAT id. */
export interface ElectronicAddress {
  scheme: string;
  value: string;
}

/** The municipality as its invoices name it; null is what nobody has entered yet. */
export interface Seller {
  name: string;
  address: ClientAddress;
  /** Office that sends the invoice, for the letterhead. */
  department: string | null;
  officialKey: string | null;
  vatId: string | null;
  taxNumber: string | null;
  creditorIdentifier: string | null;
  contact: { name: string | null; phone: string | null; email: string | null };
  endpoint: ElectronicAddress | null;
  colour: string;
  /** SVG text of the arms. */
  arms: string | null;
}

export interface SellerAccount {
  name: string;
  iban: string;
  bic: string | null;
}

/** Who pays, with the address in force on the day of issue. */
export interface Buyer {
  number: string;
  kind: string;
  name: string;
  vatId: string | null;
  leitwegId: string | null;
  endpoint: ElectronicAddress | null;
  address: { street: string; addition: string; postalCode: string; city: string; country: string } | null;
}
