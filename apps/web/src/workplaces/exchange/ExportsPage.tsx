import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hrefOf } from '~/api/api';
import { useBooks, useClient, useMay } from '~/frame/client-context';
import { Page } from '~/ui/Page';
import { TableRegion } from '~/ui/TableRegion';

const FORMATS = ['csv', 'jsonl', 'hledger', 'beancount'] as const;

/** What leaves the house: the journal in four formats, and the whole books for an auditor. */
export function ExportsPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { year } = useBooks();
  const path = { clientId: client.id };
  return (
    <Page title={t('exports.title')} note={t('exports.note')}>
      <div className="page-body">
        <TableRegion label={t('exports.title')}>
          <table className="ledger narrow roomy" style={{ maxWidth: 820 }}>
            <thead>
              <tr>
                <th scope="col">{t('exports.what')}</th>
                <th scope="col">{t('exports.for')}</th>
                <th scope="col">
                  <span className="sr-only">{t('common.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {FORMATS.map((format) => (
                <tr key={format}>
                  <th scope="row" className="wraps">
                    {t('exports.journalAs', { year, format: t(`exports.formats.${format}`) })}
                  </th>
                  <td className="wraps quiet">{t(`exports.uses.${format}`)}</td>
                  <td>
                    <Download
                      href={hrefOf('/clients/{clientId}/exports/journal', {
                        path,
                        query: { format, fiscalYear: year },
                      })}
                      name={t(`exports.formats.${format}`)}
                    />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row" className="strong wraps">
                  {t('exports.books')}
                </th>
                <td className="wraps quiet">{t('exports.uses.books')}</td>
                <td>
                  <Download href={hrefOf('/clients/{clientId}/exports/books', { path })} name={t('exports.books')} />
                </td>
              </tr>
              <tr>
                <th scope="row" className="strong">
                  {t('exports.vouchers')}
                </th>
                <td className="wraps quiet">{t('exports.uses.vouchers')}</td>
                <td>
                  <Download
                    href={hrefOf('/clients/{clientId}/exports/vouchers', { path })}
                    name={t('exports.vouchers')}
                  />
                </td>
              </tr>
              {may('clients:manage') && (
                <tr>
                  <th scope="row" className="strong wraps">
                    {t('exports.exit')}
                  </th>
                  <td className="wraps quiet">{t('exports.uses.exit')}</td>
                  <td>
                    <Download
                      href={hrefOf('/clients/{clientId}/exports/exit-package', { path })}
                      name={t('exports.exit')}
                    />
                  </td>
                </tr>
              )}
            </tbody>
          </table>
        </TableRegion>
      </div>
    </Page>
  );
}

function Download({ href, name }: { href: string; name: string }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      size="compact-xs"
      component="a"
      download
      href={href}
      aria-label={`${t('exports.download')}: ${name}`}
    >
      {t('exports.download')}
    </Button>
  );
}
