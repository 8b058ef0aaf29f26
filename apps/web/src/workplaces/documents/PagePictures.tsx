import { ActionIcon, Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PagePicturesProps {
  count: number;
  href: (page: number, width: number) => string;
  title: string;
}

const ZOOMS = [50, 75, 100, 125, 150, 200, 300];

/** The pages of a file as pictures made by the service: nothing of the file itself ever runs in the browser. */
export function PagePictures({ count, href, title }: PagePicturesProps) {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState(100);
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());
  const region = useRef<HTMLDivElement>(null);
  const step = (by: number) => setZoom(ZOOMS[Math.min(Math.max(ZOOMS.indexOf(zoom) + by, 0), ZOOMS.length - 1)]!);
  const goTo = (page: number) =>
    region.current?.querySelectorAll('figure')[page - 1]?.scrollIntoView({ block: 'start' });
  return (
    <div className="pages" ref={region}>
      <div className="pages-tools" role="group" aria-label={t('documents.picture.tools')}>
        {count > 1 && (
          <label>
            {t('documents.picture.page')}{' '}
            <select className="head-select" onChange={(event) => goTo(Number(event.currentTarget.value))}>
              {Array.from({ length: count }, (_, i) => (
                <option key={i} value={i + 1}>
                  {t('documents.picture.of', { page: i + 1, count })}
                </option>
              ))}
            </select>
          </label>
        )}
        <ActionIcon variant="default" aria-label={t('documents.picture.smaller')} onClick={() => step(-1)}>
          −
        </ActionIcon>
        <span aria-live="polite">{zoom} %</span>
        <ActionIcon variant="default" aria-label={t('documents.picture.larger')} onClick={() => step(1)}>
          +
        </ActionIcon>
        {zoom !== 100 && (
          <Button variant="subtle" size="compact-xs" onClick={() => setZoom(100)}>
            {t('documents.picture.fit')}
          </Button>
        )}
      </div>
      {Array.from({ length: count }, (_, i) => (
        <figure key={i} style={{ width: `${zoom}%` }}>
          {failed.has(i) ? (
            <p className="notice warn">{t('documents.picture.failed', { page: i + 1 })}</p>
          ) : (
            <img
              src={href(i + 1, zoom > 150 ? 1800 : 1100)}
              alt={t('documents.picture.alt', { title, page: i + 1, count })}
              loading={i < 2 ? 'eager' : 'lazy'}
              onError={() => setFailed((old) => new Set(old).add(i))}
            />
          )}
        </figure>
      ))}
    </div>
  );
}
