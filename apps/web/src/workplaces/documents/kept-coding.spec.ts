import { emptyCodingRow, maskOfDocument } from './coding';
import { pack, unpack } from './kept-coding';
import type { DocumentDetail } from '../../api/document-types';

test('a kept coding comes back as it was, amounts to the cent and texts untouched', () => {
  const document = { coding: null, payable: '119.00', invoice: null, partnerId: null } as unknown as DocumentDetail;
  const mask = {
    ...maskOfDocument(document, undefined),
    text: '12n',
    discountAmount: 238n,
    rows: [{ ...emptyCodingRow(-11900n), tax: 1900n, text: '5n' }],
    retention: { amount: 500n, dueOn: '2030-12-31' },
    kept: {
      prepaid: [{ documentId: 'd', account: null, product: null, amount: '3.00' }],
      offsets: [],
      correction: null,
    },
  };
  expect(unpack(pack({ version: 3, mask }))).toEqual({ version: 3, mask });
});
