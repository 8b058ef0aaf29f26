import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { clientKey } from './query-client';
import type { Draft, EntryTemplate, NewAccrual, NewStandingEntry, PartialEntry, StandingEntry } from './types';

/** What lies on a clerk's desk: drafts, templates, standing entries. Their entries need not be complete. */
export const draftsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'drafts'),
    queryFn: async () =>
      (await api.get('/clients/{clientId}/drafts', { path: { clientId } })).items as unknown as Draft[],
  });

export const draftQuery = (clientId: number, draftId: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'draft', draftId),
    queryFn: async () =>
      (await api.get('/clients/{clientId}/drafts/{draftId}', { path: { clientId, draftId } })) as unknown as Draft,
    placeholderData: undefined,
    refetchOnWindowFocus: false,
  });

export const createDraft = (clientId: number, entry: PartialEntry, note?: string) =>
  api.post('/clients/{clientId}/drafts', { path: { clientId }, body: { entry: { ...entry }, note } });

export const saveDraft = async (
  clientId: number,
  draft: Pick<Draft, 'id' | 'version'>,
  entry: PartialEntry,
  note: string,
) =>
  (await api.put('/clients/{clientId}/drafts/{draftId}', {
    path: { clientId, draftId: draft.id },
    body: { entry: { ...entry }, note, version: draft.version },
  })) as unknown as Draft;

export const discardDraft = (clientId: number, { id, version }: Pick<Draft, 'id' | 'version'>) =>
  api.del('/clients/{clientId}/drafts/{draftId}', { path: { clientId, draftId: id }, query: { version } });

export const postDraft = (clientId: number, { id, version }: Pick<Draft, 'id' | 'version'>) =>
  api.post('/clients/{clientId}/drafts/{draftId}/posting', { path: { clientId, draftId: id }, body: { version } });

export const templatesQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'templates'),
    queryFn: async () =>
      (await api.get('/clients/{clientId}/entry-templates', { path: { clientId } }))
        .items as unknown as EntryTemplate[],
  });

export const createTemplate = (clientId: number, name: string, entry: PartialEntry) =>
  api.post('/clients/{clientId}/entry-templates', { path: { clientId }, body: { name, entry: { ...entry } } });

export const removeTemplate = (clientId: number, templateId: EntryTemplate['id']) =>
  api.del('/clients/{clientId}/entry-templates/{templateId}', { path: { clientId, templateId } });

export const standingQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'standing'),
    queryFn: async () =>
      (await api.get('/clients/{clientId}/standing-entries', { path: { clientId } }))
        .items as unknown as StandingEntry[],
  });

export const createStanding = (clientId: number, { entry, ...wish }: NewStandingEntry) =>
  api.post('/clients/{clientId}/standing-entries', { path: { clientId }, body: { ...wish, entry: { ...entry } } });

export const endStanding = (clientId: number, { id, version }: Pick<StandingEntry, 'id' | 'version'>) =>
  api.post('/clients/{clientId}/standing-entries/{standingId}/ending', {
    path: { clientId, standingId: id },
    body: { version },
  });

export const resumeStanding = (clientId: number, { id, version }: Pick<StandingEntry, 'id' | 'version'>) =>
  api.post('/clients/{clientId}/standing-entries/{standingId}/resumption', {
    path: { clientId, standingId: id },
    body: { version },
  });

/** In the name of who asks from now on. */
export const takeOverStanding = (clientId: number, ids: string[]) =>
  api.post('/clients/{clientId}/standing-entries/takeovers', { path: { clientId }, body: { ids } });

export const createAccrual = (clientId: number, body: NewAccrual) =>
  api.post('/clients/{clientId}/accruals', { path: { clientId }, body });
