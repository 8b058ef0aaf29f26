import type { TFunction } from 'i18next';
import { PARTNER_KINDS } from '../../api/partner-records';
import type { Partner } from '../../api/partners';
import type { FieldSpec, Values } from '../../ui/RecordForm';

/** What a partner's form sends; text only, as it was typed. */
export type PartnerForm = Record<string, string | boolean | null | undefined>;

const kindOptions = (t: TFunction) => PARTNER_KINDS.map((value) => ({ value, label: t(`partners.kinds.${value}`) }));

/** Master data of a partner, in the order of its form. */
export function partnerFields(t: TFunction): FieldSpec[] {
  return [
    { name: 'name', label: t('partners.field.name'), required: true, row: 'name' },
    { name: 'tradingName', label: t('partners.field.tradingName'), row: 'name' },
    { name: 'kind', label: t('partners.field.kind'), type: 'select', options: kindOptions(t), row: 'kind' },
    {
      name: 'language',
      label: t('partners.field.language'),
      type: 'select',
      options: (['de', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) })),
      row: 'kind',
    },
    { name: 'vatId', label: t('partners.field.vatId'), row: 'tax' },
    { name: 'taxNumber', label: t('partners.field.taxNumber'), row: 'tax' },
    { name: 'registerId', label: t('partners.field.registerId'), row: 'tax' },
    { name: 'email', label: t('partners.field.email'), row: 'contact' },
    { name: 'phone', label: t('partners.field.phone'), row: 'contact' },
    {
      name: 'supplierNumber',
      label: t('partners.field.supplierNumber'),
      help: t('partners.help.supplierNumber'),
      row: 'ids',
    },
    { name: 'leitwegId', label: t('partners.field.leitwegId'), help: t('partners.help.leitwegId'), row: 'ids' },
    { name: 'endpoint', label: t('partners.field.endpoint'), help: t('partners.help.endpoint'), row: 'endpoint' },
    {
      name: 'endpointScheme',
      label: t('partners.field.endpointScheme'),
      type: 'select',
      options: [
        { value: '', label: t('common.noneChosen') },
        { value: 'EM', label: 'EM' },
        { value: '0204', label: '0204 (Leitweg-ID)' },
        { value: '9930', label: '9930 (USt-IdNr.)' },
      ],
      row: 'endpoint',
    },
    { name: 'paymentTermDays', label: t('partners.field.paymentTermDays'), row: 'pay' },
    {
      name: 'paymentBlock',
      label: t('partners.field.paymentBlock'),
      help: t('partners.help.paymentBlock'),
      row: 'pay',
    },
    { name: 'note', label: t('partners.field.note'), type: 'long' },
    { name: 'active', label: t('partners.field.active'), type: 'check', help: t('partners.help.active') },
  ];
}

export const partnerValues = (partner: Partner): Values => ({
  name: partner.name,
  tradingName: partner.tradingName,
  kind: partner.kind,
  language: partner.language,
  vatId: partner.vatId,
  taxNumber: partner.taxNumber,
  registerId: partner.registerId,
  email: partner.email,
  phone: partner.phone,
  supplierNumber: partner.supplierNumber,
  leitwegId: partner.leitwegId,
  endpoint: partner.endpoint,
  endpointScheme: partner.endpointScheme,
  paymentTermDays: partner.paymentTermDays === null ? null : String(partner.paymentTermDays),
  paymentBlock: partner.paymentBlock,
  note: partner.note,
  active: partner.active,
});

/** The form knows text only: the term is a number for the API, and an emptied note is an empty text. */
export function partnerChangeOf(form: PartnerForm): Record<string, unknown> {
  const { paymentTermDays, note, ...rest } = form;
  return {
    ...rest,
    ...(paymentTermDays !== undefined && {
      paymentTermDays: paymentTermDays === null ? null : termOf(paymentTermDays),
    }),
    ...(note !== undefined && { note: note ?? '' }),
  };
}

/** What is no number goes as it is: the service says what it expects. */
const termOf = (typed: string | boolean): unknown =>
  typeof typed === 'string' && /^\s*\d+\s*$/.test(typed) ? Number(typed) : typed;

export function newPartnerFields(t: TFunction): FieldSpec[] {
  return [
    { name: 'name', label: t('partners.field.name'), required: true, row: 'name' },
    { name: 'kind', label: t('partners.field.kind'), type: 'select', options: kindOptions(t), row: 'name' },
    { name: 'vatId', label: t('partners.field.vatId'), row: 'tax' },
    { name: 'taxNumber', label: t('partners.field.taxNumber'), row: 'tax' },
    { name: 'email', label: t('partners.field.email'), row: 'contact' },
    { name: 'phone', label: t('partners.field.phone'), row: 'contact' },
    { name: 'leitwegId', label: t('partners.field.leitwegId'), row: 'ids' },
    { name: 'paymentTermDays', label: t('partners.field.paymentTermDays'), row: 'ids' },
    { name: 'address.street', label: t('partners.street') },
    { name: 'address.postalCode', label: t('partners.postalCode'), row: 'place' },
    { name: 'address.city', label: t('partners.city'), row: 'place' },
    { name: 'address.country', label: t('partners.country'), row: 'place' },
    { name: 'bankAccount.iban', label: 'IBAN', help: t('partners.accountHelp'), row: 'iban' },
    { name: 'bankAccount.source', label: t('partners.source'), row: 'iban' },
  ];
}
