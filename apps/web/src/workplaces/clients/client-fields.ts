import type { TFunction } from 'i18next';
import type { Client } from '~/api/types';
import type { FieldSpec, Values } from '~/ui/RecordForm';

/** Master data of a client, in the order of its form. */
export function clientFields(t: TFunction, parents: { id: number; name: string }[]): FieldSpec[] {
  return [
    { name: 'name', label: t('clients.name'), required: true, row: 'name' },
    { name: 'shortName', label: t('clients.shortName'), row: 'name' },
    { name: 'officialKey', label: t('clients.officialKey'), row: 'key', help: t('clients.officialKeyHelp') },
    {
      name: 'parentClientId',
      label: t('clients.parent'),
      type: 'select',
      row: 'key',
      options: [
        { value: '', label: t('common.noneChosen') },
        ...parents.map((one) => ({ value: String(one.id), label: one.name })),
      ],
    },
    { name: 'address.street', label: t('clients.street') },
    { name: 'address.postcode', label: t('clients.postcode'), row: 'city' },
    { name: 'address.city', label: t('clients.city'), row: 'city' },
    { name: 'phone', label: t('clients.phone'), row: 'contact' },
    { name: 'email', label: t('clients.email'), row: 'contact' },
    { name: 'creditorIdentifier', label: t('clients.creditorIdentifier'), row: 'tax' },
    { name: 'vatId', label: t('clients.vatId'), row: 'tax' },
    {
      name: 'vatStatus',
      label: t('clients.vatStatus'),
      type: 'select',
      row: 'look',
      options: (['none', 'small', 'regular'] as const).map((value) => ({ value, label: t(`clients.vat.${value}`) })),
    },
    { name: 'colour', label: t('clients.colour'), type: 'colour', row: 'look', help: t('clients.colourHelp') },
    { name: 'arms', label: t('clients.arms'), type: 'arms' },
  ];
}

export const clientValues = (client: Client): Values => ({
  name: client.name,
  shortName: client.shortName,
  officialKey: client.officialKey,
  parentClientId: client.parentClientId === null ? '' : String(client.parentClientId),
  'address.street': client.address?.street ?? '',
  'address.postcode': client.address?.postcode ?? '',
  'address.city': client.address?.city ?? '',
  phone: client.phone,
  email: client.email,
  creditorIdentifier: client.creditorIdentifier,
  vatId: client.vatId,
  vatStatus: client.vatStatus,
  colour: client.colour,
  arms: client.arms,
});

/** The form knows text only; the API wants the parent as a number. */
export const withParentId = <Wish extends { parentClientId?: number | null }>(body: Wish): Wish =>
  body.parentClientId ? { ...body, parentClientId: Number(body.parentClientId) } : body;
