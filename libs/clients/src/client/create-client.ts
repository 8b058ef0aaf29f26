import { type Actor, recordEvent } from '@lib/access';
import type { Tx } from '@lib/database';
import { chartOf } from '../chart/chart.js';
import { insertFiscalYear } from '../fiscal-year/fiscal-years.store.js';
import { clientProblems } from '../problems.js';
import { refuseDuplicate } from '../refuse-duplicate.js';
import { checkParent, checkedClientData } from './check-client.js';
import type { Client, ClientData } from './client.js';
import { bindTo, insertChart, insertClient, insertSettings } from './clients.store.js';
import { type ClientKind, type ClientTemplate, TEMPLATES } from './template.js';

export interface ClientWish extends ClientData {
  template: ClientTemplate;
  /** Short name for addresses and files: lower-case letters, digits, hyphens; never changes. */
  key: string;
  kind?: ClientKind;
  fiscalYear: number;
}

/**
 * Creates a client that is ready to be booked on: chart, product frame, settings and one fiscal year. All or nothing, in the
 * caller's transaction, which must have been opened for the centre and belongs to the new client afterwards.
 * @throws Problem ClientKeyMalformed, AlreadyExists, TemplateDoesNotFit, ParentClientUnknown, OfficialKeyMalformed,
 *   CreditorIdentifierWrong, ArmsRefused
 */
export async function createClient(tx: Tx, wish: ClientWish, by: Actor): Promise<Client> {
  const template = TEMPLATES[wish.template];
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(wish.key)) throw clientProblems.ClientKeyMalformed({ value: wish.key }, '/key');
  if (wish.kind && wish.kind !== template.kind) {
    throw clientProblems.TemplateDoesNotFit({ template: wish.template, kind: wish.kind }, '/template');
  }
  const data = checkedClientData<ClientData>(wish);
  await checkParent(tx, data.parentClientId, null);

  const client = await refuseDuplicate(wish.key, '/key', () =>
    insertClient(tx, {
      key: wish.key,
      name: data.name.trim(),
      shortName: (data.shortName ?? data.name).trim().slice(0, 40),
      kind: template.kind,
      officialKey: data.officialKey ?? null,
      parentClientId: data.parentClientId ?? null,
      address: data.address ?? {},
      email: data.email ?? null,
      phone: data.phone ?? null,
      creditorIdentifier: data.creditorIdentifier ?? null,
      vatId: data.vatId ?? null,
      vatStatus: data.vatStatus ?? template.vatStatus,
      colour: data.colour ?? '#1f5f8b',
      arms: data.arms ?? null,
      chart: template.chart,
    }),
  );
  await bindTo(tx, client.id);
  await insertChart(tx, client.id, chartOf(template.chart));
  await insertSettings(tx, client.id, template.settings);
  await insertFiscalYear(tx, client.id, wish.fiscalYear);
  await recordEvent(tx, {
    by,
    clientId: client.id,
    action: 'client.create',
    resource: `clients/${client.id}`,
    detail: { key: client.key, template: wish.template, fiscalYear: wish.fiscalYear },
  });
  return client;
}
