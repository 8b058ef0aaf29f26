import type { Browser } from 'playwright-core';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp } from '../support/centre.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { ibanFor } from '../support/invoice-files.js';
import {
  BOOKS,
  cardOf,
  decide,
  documentOf,
  openDocument,
  PEOPLE,
  putIn,
  submit,
  SUPPLIERS,
  TOWN,
  townInvoice,
} from '../support/paperless.js';
import { Workplace } from '../support/workplace.js';

describeInBrowser('what no single person can do to an invoice', () => {
  let demo: Demonstration;
  let browser: Browser;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([openDemonstration(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
    await cleanUp();
  });

  const at = (userName: string) => Workplace.of(browser, demo.url, { userName });

  /** A clerk before the inbox. */
  async function atTheInbox(): Promise<{ clerk: Workplace; clientId: number }> {
    const clerk = await at(PEOPLE.clerk.userName);
    await clerk.page.goto(`${BOOKS}/documents`);
    await clerk.hasArrived({ heading: 'Posteingang', client: TOWN });
    return { clerk, clientId: await clerk.clientId('ahlenbrueck') };
  }

  test('a strange bank account is not confirmed by who proposed it, neither on the page nor past it', async () => {
    const { clerk, clientId } = await atTheInbox();
    const iban = ibanFor('6612');
    const bytes = townInvoice(clientId, SUPPLIERS.roofer, { number: 'MD-911', net: '431.00', iban });
    const [row] = await putIn(clerk, clientId, [{ name: 'MD-911.xml', bytes }]);
    expect(row.alarms).toContain('IbanChanged');
    await openDocument(clerk, row);
    await clerk.page.getByRole('button', { name: 'Bankverbindung vorschlagen' }).click();
    await clerk.page.getByText('Bestätigen muss eine zweite Person.').first().waitFor();
    await clerk.isLoaded();
    await clerk.isSomewhere();
    const { partnerId } = await documentOf(clerk, clientId, row.id);
    const path = `/clients/${clientId}/partners/${partnerId}`;
    const accountOf = async () => (await clerk.api(path)).bankAccounts.find((account: any) => account.iban === iban);
    const { no } = await accountOf();
    const wish = { confirm: true, note: 'Das stimmt schon so' };
    const refused = await clerk.send('POST', `${path}/bank-accounts/${no}/decision`, wish);
    expect([refused.status, refused.body.code]).toEqual([422, 'SecondPersonNeeded']);
    expect((await accountOf()).state).toBe('proposed');
    await clerk.goTo(`${BOOKS}/partners/${partnerId}?tab=data`, { heading: /Musterdach/, client: TOWN });

    const lead = await at(PEOPLE.lead.userName);
    await openDocument(lead, row);
    await lead.page.getByRole('button', { name: 'Bankverbindung ablehnen' }).click();
    const dialog = lead.page.getByRole('dialog');
    await dialog.getByLabel('Wie geprüft?').fill('Der Dachdecker weiß davon nichts.');
    await dialog.getByRole('button', { name: 'Bankverbindung ablehnen' }).click();
    await lead.page.getByText('Überweisen Sie nicht auf dieses Konto.').waitFor();
    expect(await accountOf()).toMatchObject({ state: 'refused', decidedBy: { name: PEOPLE.lead.name } });
    await lead.leave();
    await clerk.leave();
  });

  test('a split invoice is ordered only when each has decided on the own share', async () => {
    const { clerk, clientId } = await atTheInbox();
    const bytes = townInvoice(clientId, SUPPLIERS.stationer, { number: 'BM-77001', net: '1000.00' });
    const [row] = await putIn(clerk, clientId, [{ name: 'BM-77001.xml', bytes }]);
    const { coding } = await clerk.api(`/clients/${clientId}/documents/${row.id}/proposal`);
    const idOf = async (userName: string) => {
      const person = await at(userName);
      const { user } = await person.api('/auth/session');
      await person.leave();
      return user.id as string;
    };
    const holders = [await idOf(PEOPLE.budgetHolder.userName), await idOf(PEOPLE.treasurer.userName)];
    const part = (share: number, net: string, tax: string, gross: string) => ({
      ...coding.lines[0],
      account: '543110',
      product: '111.02',
      net,
      tax,
      gross,
      share,
    });
    await submit(
      clerk,
      clientId,
      row.id,
      {},
      {
        lines: [part(1, '600.00', '114.00', '714.00'), part(2, '400.00', '76.00', '476.00')],
        shares: holders.map((holder, index) => ({
          no: index + 1,
          holder,
          amount: ['714.00', '476.00'][index],
          note: '',
        })),
      },
    );
    await decide(clerk, clientId, row.id, 'arithmetic');
    const head = await at(PEOPLE.department.userName);
    const { tasks } = await documentOf(head, clientId, row.id);
    for (const task of tasks.filter((one: any) => one.state === 'open' && one.step === 'factual'))
      await decide(head, clientId, row.id, 'factual', task.share === null ? {} : { share: task.share });
    await head.leave();

    for (const [index, { userName }] of [PEOPLE.budgetHolder, PEOPLE.treasurer].entries()) {
      expect(await documentOf(clerk, clientId, row.id)).toMatchObject({ state: 'in-decision', step: 'order' });
      const holder = await at(userName);
      await holder.page.goto('/decisions');
      await holder.hasArrived({ heading: 'Meine Entscheidungen' });
      const card = await cardOf(holder, row.number);
      expect(await card.innerText()).toContain(['714,00', '476,00'][index]);
      await card.getByRole('button', { name: 'Anordnen' }).click();
      await holder.page.getByText(`${row.number} ist genehmigt.`).waitFor();
      await holder.leave();
    }
    expect(await documentOf(clerk, clientId, row.id)).toMatchObject({ state: 'decided', step: 'posting' });
    await clerk.leave();
  });

  test('a second invoice of the same number is not posted before a person has said that it is another', async () => {
    const { clerk, clientId } = await atTheInbox();
    const { page } = clerk;
    const of = (number: string, net: string) => ({
      name: `${number}.xml`,
      bytes: townInvoice(clientId, SUPPLIERS.electrician, { number, net }),
    });
    await putIn(clerk, clientId, [of('EP-4711', '210.00')]);
    const [second] = await putIn(clerk, clientId, [of('EP 47 11', '333.00')]);
    expect(second).toMatchObject({ state: 'duplicate' });
    const { version } = await documentOf(clerk, clientId, second.id);
    const sent = await clerk.send('POST', `/clients/${clientId}/documents/${second.id}/submission`, { version });
    expect(sent.status).toBeGreaterThanOrEqual(400);
    await openDocument(clerk, second);
    const alarm = page.getByText('Diese Rechnungsnummer gibt es von diesem Lieferanten schon');
    await alarm.waitFor();
    expect(await page.locator('table.compare').innerText()).toMatch(/EP 47 11[\s\S]*EP-4711/);
    await page.getByRole('button', { name: 'Ist keine Dublette' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Grund').fill('Der Lieferant hat die Nummer zweimal vergeben.');
    await dialog.getByRole('button', { name: 'Ist keine Dublette' }).click();
    await alarm.waitFor({ state: 'detached' });
    const released = await documentOf(clerk, clientId, second.id);
    expect(released).toMatchObject({ state: 'new', alarms: [] });
    expect(JSON.stringify(released.history)).toContain('zweimal vergeben');
    await clerk.isLoaded();
    await clerk.isSomewhere();
    await clerk.leave();
  });
});
