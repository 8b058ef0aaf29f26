import { partnerChangeOf } from './partner-fields';

describe('what the form of a partner sends', () => {
  it('is the term of payment as a number, and nothing that was not on the form', () => {
    expect(partnerChangeOf({ name: 'Probe GmbH', paymentTermDays: ' 14 ' })).toEqual({
      name: 'Probe GmbH',
      paymentTermDays: 14,
    });
    expect(partnerChangeOf({ name: 'Probe GmbH' })).toEqual({ name: 'Probe GmbH' });
  });

  it('takes away what was emptied: the term as none, the note as an empty text', () => {
    expect(partnerChangeOf({ paymentTermDays: null, note: null, vatId: null })).toEqual({
      paymentTermDays: null,
      note: '',
      vatId: null,
    });
  });

  it('leaves to the service what is no number', () => {
    expect(partnerChangeOf({ paymentTermDays: 'bald' })).toEqual({ paymentTermDays: 'bald' });
  });
});
