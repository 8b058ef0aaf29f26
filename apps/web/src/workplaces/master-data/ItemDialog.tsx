import { useTranslation } from 'react-i18next';
import { addToCatalogue, type Catalogue, type CatalogueForm, changeInCatalogue } from '~/api/master-data';
import { clientKey, queryClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import type { FieldSpec, Values } from '~/ui/RecordForm';
import { codeOf, type Item } from './CatalogueTable';

interface ItemDialogProps {
  catalogue: Catalogue;
  /** Given to change it; absent to add one. */
  item?: Item;
  /** The heading below which the new one is added. */
  parent?: Item;
  onClose: () => void;
}

/** Adds an account, product or cost centre of the client's own, or changes name and lock of one. */
export function ItemDialog({ catalogue, item, parent, onClose }: ItemDialogProps) {
  const { t } = useTranslation();
  const client = useClient();
  const codeName = catalogue === 'accounts' ? 'number' : 'code';

  const code: FieldSpec = {
    name: codeName,
    label: t('masterData.number'),
    required: true,
    disabled: !!item,
    help: parent ? t('masterData.belowHelp', { code: codeOf(parent), name: parent.name }) : undefined,
  };
  const fields: FieldSpec[] = [code, { name: 'name', label: t('ledger.name'), required: true }];
  if (catalogue === 'accounts') {
    fields.push({ name: 'defaultCashAccount', label: t('masterData.defaultCashAccount'), type: 'cash-accounts' });
    fields.push({ name: 'productRequired', label: t('masterData.productRequired'), type: 'check' });
  }
  if (item) fields.push({ name: 'locked', label: t('masterData.lock'), type: 'check', help: t('masterData.lockHelp') });

  const initial: Values = item
    ? {
        [codeName]: codeOf(item),
        name: item.name,
        locked: item.locked ?? false,
        ...('number' in item && { defaultCashAccount: item.defaultCashAccount, productRequired: item.productRequired }),
      }
    : {
        [codeName]: parent ? codeOf(parent) : '',
        productRequired: 'number' in (parent ?? {}) ? (parent as { productRequired: boolean }).productRequired : false,
      };

  return (
    <FormDialog<CatalogueForm>
      title={item ? t('masterData.changeTitle', { code: codeOf(item) }) : t(`masterData.add.${catalogue}`)}
      submit={item ? t('common.save') : t('common.add')}
      fields={catalogue === 'accounts' ? fields : fields.filter((field) => field.name !== 'productRequired')}
      initial={initial}
      onClose={onClose}
      onSubmit={async (body) => {
        if (item) await changeInCatalogue(client.id, catalogue, codeOf(item), { ...body, version: item.version });
        else await addToCatalogue(client.id, catalogue, { ...body, parent: parent && codeOf(parent) });
        await queryClient.invalidateQueries({ queryKey: clientKey(client.id, 'lookup', catalogue) });
        announce(t('common.saved'));
      }}
    />
  );
}
