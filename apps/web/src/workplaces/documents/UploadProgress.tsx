import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '~/api/problem';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { finish, paceOf, retry, type Upload, useUploads } from './upload';

/** Files on their way: count, rate, remaining time; what failed is named and can be sent again. */
export function UploadProgress() {
  const client = useClient();
  const uploads = useUploads().filter((upload) => upload.clientId === client.id);
  return (
    <>
      {uploads.map((upload) => (
        <OneUpload key={upload.startedAt} upload={upload} />
      ))}
    </>
  );
}

function OneUpload({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const { rate, remaining } = paceOf(upload.sent, upload.total, (Date.now() - upload.startedAt) / 1000);
  const share = upload.sent / upload.total;
  return (
    <section className="upload" aria-label={t('documents.upload.title')}>
      <div
        className="meter"
        role="progressbar"
        aria-label={t('documents.upload.title')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p aria-live="polite">
        {t('documents.upload.progress', { sent: upload.sent, total: upload.total })}
        {!upload.settled && rate > 0 && ` ${t('documents.upload.rate', { rate: Math.max(1, Math.round(rate)) })}`}
        {!upload.settled && remaining !== null && ` ${t('imports.remaining', { seconds: remaining })}`}{' '}
        {!upload.settled && <span className="quiet">{t('documents.upload.keepOpen')}</span>}{' '}
        {upload.batchId && (
          <ClientLink page={`document-batches/${upload.batchId}`}>{t('documents.upload.protocol')}</ClientLink>
        )}
      </p>
      {upload.failed.length > 0 && (
        <div className="notice bad" role="alert">
          <strong>{t('documents.upload.failed', { count: upload.failed.length })}</strong>
          <ul>
            {upload.failed.slice(0, 20).map(({ file, reason }, i) => (
              <li key={i}>
                {file.name}: {wordsOf(reason) ?? t('errors.offline')}
              </li>
            ))}
          </ul>
          {upload.settled && (
            <div className="form-actions">
              <Button onClick={() => void retry(upload)}>{t('documents.upload.retry')}</Button>
              <Button variant="default" onClick={() => void finish(upload)}>
                {t('documents.upload.without')}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

const wordsOf = (reason: unknown): string | null =>
  reason instanceof ProblemError ? reason.detail || reason.title : null;
