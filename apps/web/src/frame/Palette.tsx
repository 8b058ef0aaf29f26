import { Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchBooks } from '~/api/books';
import { listDocuments } from '~/api/documents';
import { findPartners } from '~/api/partners';
import { clientKey } from '~/api/query-client';
import type { SearchHit } from '~/api/types';
import { formatDay } from '~/lib/dates';
import { finderOf } from '~/lib/lookup';
import { formatMoney, fromApi } from '~/lib/money';
import { useMay, useOptionalClient, useSession } from './client-context';
import { useSwitchClient } from './ClientSwitcher';
import { counterpartOf } from '~/workplaces/documents/internal';
import { useMayInCentre } from './Navigation';
import { CENTRE_PAGES, CLIENT_PAGES } from './pages';

interface Hit {
  code: string;
  name: string;
  kind: string;
  go: () => void;
}

const PAGE_OF: Record<SearchHit['type'], (id: string) => string> = {
  account: (id) => `ledger/${id}`,
  entry: (id) => `entries/${id}`,
  product: (id) => `statements/results?product=${id}`,
  'cost-centre': (id) => `journal?costCentre=${id}`,
};

/** Ctrl+K: pages, clients, accounts, products and entries in one field. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const listId = useId();
  const hits = useHits(typed.trim());

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    hit.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setMarked((old) => Math.min(Math.max(old + step, 0), hits.length - 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(hits[marked]);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="10vh"
      padding={8}
      size={600}
      attributes={{ content: { 'aria-label': t('frame.search') } }}
    >
      <TextInput
        size="sm"
        data-autofocus
        autoFocus // at once: the first letters follow the key that opened it
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={hits[marked] ? `${listId}-${marked}` : undefined}
        aria-label={t('frame.search')}
        placeholder={t('frame.searchHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('frame.search')}
        className="lookup-options"
        style={{ marginTop: 6 }}
      >
        {hits.map((hit, i) => (
          <div
            key={`${hit.kind}-${hit.code}-${hit.name}`}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === marked}
            data-combobox-selected={i === marked || undefined}
            className="lookup-option"
            style={{ cursor: 'pointer', gridTemplateColumns: '96px 1fr' }}
            ref={(element) => void (i === marked && element?.scrollIntoView({ block: 'nearest' }))}
            onMouseMove={() => setMarked(i)}
            onClick={() => open(hit)}
          >
            <span className="quiet">{hit.kind}</span>
            <span>{hit.name}</span>
          </div>
        ))}
      </div>
      {hits.length === 0 && (
        <p className="quiet" style={{ padding: 8 }}>
          {t('common.nothingFound')}
        </p>
      )}
    </Modal>
  );
}

function useHits(typed: string): Hit[] {
  const { t } = useTranslation();
  const session = useSession();
  const client = useOptionalClient();
  const may = useMay();
  const mayInCentre = useMayInCentre();
  const navigate = useNavigate();
  const switchTo = useSwitchClient();
  const goTo = (address: string) => void navigate({ href: address });

  const found = useQuery({
    queryKey: clientKey(client?.id ?? 0, 'search', typed),
    queryFn: ({ signal }) => searchBooks(client!.id, typed, signal),
    enabled: client !== null && typed.length > 1,
  });

  const mayDocuments = client !== null && may('documents:read');
  const documents = useQuery({
    queryKey: clientKey(client?.id ?? 0, 'search-documents', typed),
    queryFn: ({ signal }) => listDocuments(client!.id, { q: typed, limit: 6 }, signal),
    enabled: mayDocuments && typed.length > 1,
  });
  const partners = useQuery({
    queryKey: clientKey(client?.id ?? 0, 'search-partners', typed),
    queryFn: ({ signal }) => findPartners(client!.id, typed, 5, signal),
    enabled: client !== null && may('books:read') && typed.length > 1,
  });

  const pages: Hit[] = [
    ...(client
      ? CLIENT_PAGES.flatMap((group) => group.pages)
          .filter((page) => !page.permission || may(page.permission))
          .map((page) => ({
            code: page.path,
            name: t(page.label),
            kind: t('frame.hit.page'),
            go: () => goTo(`/clients/${client.key}/${page.path}`),
          }))
      : []),
    ...CENTRE_PAGES.pages.filter(mayInCentre).map((page) => ({
      code: page.path,
      name: t(page.label),
      kind: t('frame.hit.page'),
      go: () => goTo(page.path),
    })),
    ...session.clients
      .filter((one) => one.key !== client?.key)
      .map((one) => ({ code: one.key, name: one.name, kind: t('frame.client'), go: () => void switchTo(one.key) })),
  ];
  const books: Hit[] = (typed.length > 1 ? (found.data?.items ?? []) : []).map((hit) => ({
    code: hit.id,
    name: [hit.label, hit.hint?.replace(/\d{4}-\d\d-\d\d/g, formatDay)].filter(Boolean).join(' · '),
    kind: t(`frame.hit.${hit.type}`),
    go: () => goTo(`/clients/${client!.key}/${PAGE_OF[hit.type](encodeURIComponent(hit.id))}`),
  }));
  const papers: Hit[] = (typed.length > 1 ? (documents.data?.items ?? []) : []).map((row) => ({
    code: row.id,
    name: [
      row.number,
      counterpartOf(row, t('documents.kinds.internal')) || row.fileName,
      row.invoiceNo,
      row.gross && formatMoney(fromApi(row.gross)),
    ]
      .filter(Boolean)
      .join(' · '),
    kind: t('frame.hit.document'),
    go: () => goTo(`/clients/${client!.key}/documents/${row.id}`),
  }));
  const people: Hit[] = (typed.length > 1 ? (partners.data ?? []) : []).map((row) => ({
    code: row.id,
    name: [row.name, row.number, row.city].filter(Boolean).join(' · '),
    kind: t('frame.hit.partner'),
    go: () => goTo(`/clients/${client!.key}/partners/${row.id}`),
  }));
  return [...finderOf(pages)(typed, typed ? 8 : 40), ...books, ...people, ...papers];
}
