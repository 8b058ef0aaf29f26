import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '~/api/api';
import { queryClient } from '~/api/query-client';

const ASKED_EVERY_MS = 3_000;

/** While the demonstration is still being laid out: figures change until it is complete, and are then read anew. */
export function DemonstrationNotice() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['demonstration'],
    queryFn: ({ signal }) => api.get('/demonstration', { signal }),
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.state === 'filling' ? ASKED_EVERY_MS : false),
  });
  const filling = data?.state === 'filling';
  const wasFilling = useRef(false);
  useEffect(() => {
    if (wasFilling.current && !filling) void queryClient.invalidateQueries();
    wasFilling.current = filling;
  }, [filling]);
  if (!filling) return null;
  return (
    <div className="stand no-print" role="status">
      <span>{t('frame.demonstrationFilling')}</span>
    </div>
  );
}
