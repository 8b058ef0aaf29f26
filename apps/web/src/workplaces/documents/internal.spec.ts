import type { DocumentRow } from '../../api/document-types';
import { amountOf, counterpartOf, staysInHouse } from './internal';

const row = (more: Partial<DocumentRow>) =>
  ({ kind: 'invoice', payable: '0.00', gross: '500.00', supplierName: '', ...more }) as DocumentRow;
const part = (account: string | null) => ({ documentId: null, account, product: null, amount: '500.00' });

describe('an internal allocation', () => {
  test('is about its whole amount, although nothing is left to pay', () => {
    expect(amountOf(row({ kind: 'internal' }))).toBe('500.00');
    expect(amountOf(row({ kind: 'final-invoice' }))).toBe('0.00');
    expect(amountOf(row({ payable: null }))).toBe('500.00');
  });

  test('says what it is where others name a supplier', () => {
    expect(counterpartOf(row({ kind: 'internal' }), 'Interne Leistungsverrechnung')).toBe(
      'Interne Leistungsverrechnung',
    );
    expect(counterpartOf(row({ supplierName: 'Papier Nord GmbH' }), 'intern')).toBe('Papier Nord GmbH');
  });

  test('is known by what clears it: accounts of our own and no payment', () => {
    expect(staysInHouse({ method: 'none', prepaid: [part('4811')] })).toBe(true);
    expect(staysInHouse({ method: 'none', prepaid: [part('4811'), part(null)] })).toBe(false);
    expect(staysInHouse({ method: 'transfer', prepaid: [part('4811')] })).toBe(false);
    expect(staysInHouse({ method: 'none', prepaid: [] })).toBe(false);
  });
});
