import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionError, ProblemError } from '~/api/problem';

/** What went wrong, which rule, and what to do next. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const [title, detail] = useErrorWords(error);
  const mayHelp = !(error instanceof ProblemError && (error.status === 403 || error.status === 404));
  return (
    <section className="state" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {retry && mayHelp && (
        <div className="state-actions">
          <Button variant="default" onClick={retry}>
            {t('common.retry')}
          </Button>
        </div>
      )}
    </section>
  );
}

export function useErrorWords(error: unknown): [title: string, detail: string] {
  const { t } = useTranslation();
  if (error instanceof ProblemError) {
    if (error.status === 403) return [error.title || t('errors.forbidden'), error.detail || t('errors.forbiddenHint')];
    if (error.status === 404) return [error.title || t('errors.notFound'), error.detail || t('errors.notFoundHint')];
    return [error.title, error.detail];
  }
  if (error instanceof ConnectionError) return [t('errors.offline'), t('errors.offlineHint')];
  return [t('errors.unexpected'), error instanceof Error ? error.message : String(error)];
}

/** The refusal of a form: title, reason and each rule that was broken. */
export function ProblemNotice({ error, hidePointers = [] }: { error: unknown; hidePointers?: string[] }) {
  const [title, detail] = useErrorWords(error);
  if (!error) return null;
  const listed =
    error instanceof ProblemError ? error.errors.filter((one) => !hidePointers.includes(one.pointer ?? '')) : [];
  return (
    <div className="notice bad" role="alert">
      <strong>{title}</strong>
      {detail && detail !== title && <p>{detail}</p>}
      {listed.length > 0 && (
        <ul>
          {listed.map((one, i) => (
            <li key={i}>{one.message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface EmptyStateProps {
  title: string;
  /** `h1` where the state is the whole page. */
  heading?: 'h1' | 'h2';
  children?: ReactNode;
}

export function EmptyState({ title, heading: Heading = 'h2', children }: EmptyStateProps) {
  return (
    <section className="state">
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

const WIDTHS = [62, 84, 48, 73, 91, 55];

/** Lines where the content will be, so that nothing jumps. */
export function SkeletonRows({ columns, rows = 14 }: { columns: number; rows?: number }) {
  return (
    <>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row} aria-hidden="true">
          {Array.from({ length: columns }, (_, column) => (
            <td key={column}>
              <span
                className="skeleton-line"
                style={{ width: `${WIDTHS[(row + column * 2) % WIDTHS.length]! * 0.8}%`, minWidth: 24 }}
              />
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

export function SkeletonBlock({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" style={{ padding: '10px 0' }}>
      <span className="sr-only">{t('common.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} style={{ height: 19 }} aria-hidden="true">
          <span className="skeleton-line" style={{ width: `${WIDTHS[line % WIDTHS.length]}%`, maxWidth: 520 }} />
        </div>
      ))}
    </div>
  );
}
