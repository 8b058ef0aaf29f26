import { type Office, openOffice } from '../support/decisions.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.app.close());

const linesOf = async (entryId: string): Promise<string[]> => {
  const { body } = await office.send(office.anna, 'GET', `/journal-entries/${entryId}`);
  return body.lines.map(
    (line: any) =>
      `${line.account} ${line.product ?? '-'} ${line.debit ?? `-${line.credit}`}${line.openItem ? ` #${line.openItem.no}` : ''}`,
  );
};

describe('an e-invoice', () => {
  it('becomes a liability, every step a decision of somebody', async () => {
    const arrived = await office.arrives({ terms: '#SKONTO#TAGE=365#PROZENT=2.00#\n', dueDate: '2027-04-01' });
    expect(arrived).toMatchObject({ state: 'new', partnerId: office.partnerId, gross: '119.00', tasks: [] });
    const submitted = await office.submits(arrived);
    expect(submitted).toMatchObject({ state: 'in-decision', step: 'arithmetic' });
    const decided = await office.walksTo(submitted, 'posting');
    expect(decided).toMatchObject({ state: 'decided', step: 'posting' });
    const posted = await office.decides(office.bernd, decided, 'posting', 'approve', { bookingDate: '2026-03-10' });
    expect(posted.body).toMatchObject({ state: 'posted', step: null, assignees: [] });
    const { entry } = posted.body;
    expect(entry.openItems).toMatchObject([{ amount: '119.00', paymentBlock: null }]);
    expect(await linesOf(entry.id)).toEqual(['5241 111 119.00', `351101 - -119.00 #${entry.openItems[0].no}`]);

    const item = (await office.send(office.anna, 'GET', `/open-items/${entry.openItems[0].id}`)).body;
    expect(item).toMatchObject({
      open: '119.00',
      dueOn: '2027-04-01',
      discountOn: '2027-03-02',
      discountAmount: '2.38',
      iban: 'DE02120300000000202051',
      shares: [{ product: '111', cashAccount: '7241', amount: '119.00' }],
    });
    const history = (await office.send(office.anna, 'GET', `/documents/${arrived.id}`)).body.history;
    expect(history.map((event: any) => event.kind)).toEqual(
      expect.arrayContaining(['coded', 'submitted', 'approved', 'posted']),
    );
    expect(history.filter((event: any) => event.kind === 'approved').map((event: any) => event.detail.step)).toEqual([
      'arithmetic',
      'factual',
      'order',
      'posting',
    ]);
    // From the figure to the invoice.
    const behind = (await office.send(office.anna, 'GET', `/journal-entries/${entry.id}/documents`)).body;
    expect(behind.items.map((one: any) => one.id)).toEqual([arrived.id]);
    const proof = (await office.send(office.anna, 'GET', '/open-items/reconciliation')).body;
    expect(proof.items.every((row: any) => row.difference === '0.00')).toBe(true);
  });

  it('is proposed like the supplier’s earlier ones, with the reason', async () => {
    const next = await office.arrives();
    const { body } = await office.send(office.anna, 'GET', `/documents/${next.id}/proposal`);
    expect(body.coding.lines[0]).toMatchObject({ account: '5241', product: '111' });
    expect(body.reasons).toContainEqual({
      field: 'lines/0/account',
      text: 'wie bei der letzten Rechnung von Nordtal Energie GmbH',
    });
  });

  it('shows before posting what it would write, and writes nothing', async () => {
    const document = await office.walksTo(await office.submits(await office.arrives()), 'posting');
    const before = await office.app.all('select count(*)::int as n from open_item');
    const trial = await office.send(office.bernd, 'POST', `/documents/${document.id}/posting-trial`, {
      bookingDate: '2026-03-10',
    });
    expect(trial.body).toMatchObject({
      postable: true,
      errors: [],
      lines: [
        { account: '5241', debit: '119.00' },
        { account: '351101', credit: '119.00' },
      ],
      openItems: [{ amount: '119.00', role: 'payable' }],
    });
    expect(await office.app.all('select count(*)::int as n from open_item')).toEqual(before);
    const closed = await office.send(office.bernd, 'POST', `/documents/${document.id}/posting-trial`, {
      bookingDate: '2024-03-10',
    });
    expect(closed.body).toMatchObject({ postable: false, errors: [{ rule: 'PeriodUnknown' }] });
  });

  it('goes back with a note and comes again; what was approved before no longer counts', async () => {
    const atOrder = await office.walksTo(await office.submits(await office.arrives()), 'order');
    const silent = await office.decides(office.hanna, atOrder, 'order', 'return');
    expect(silent).toMatchObject({ status: 422, body: { code: 'DecisionNoteMissing' } });
    const returned = (await office.decides(office.hanna, atOrder, 'order', 'return', { note: 'Gehört zur Feuerwehr' }))
      .body;
    expect(returned).toMatchObject({ state: 'returned', step: null });
    expect(returned.history.at(-1)).toMatchObject({ kind: 'returned', note: 'Gehört zur Feuerwehr' });
    const again = await office.submits(returned, {
      lines: [{ account: '5241', product: '126', net: '100.00', tax: '19.00', gross: '119.00' }],
    });
    const atIvo = await office.walksTo(again, 'order');
    expect(atIvo.tasks.at(-1)).toMatchObject({ step: 'order', assignedTo: { id: office.ivo.id } });
    expect(atIvo.tasks.filter((task: any) => task.state === 'approved' && !task.voided)).toHaveLength(2);

    const toFactual = (
      await office.decides(office.ivo, atIvo, 'order', 'return', { note: 'Lieferschein fehlt', toStep: 'factual' })
    ).body;
    expect(toFactual).toMatchObject({ state: 'in-decision', step: 'factual' });
  });

  it('is forwarded to somebody who may decide, and to nobody else', async () => {
    const atFactual = await office.walksTo(await office.submits(await office.arrives()), 'factual');
    const forward = (to: string) =>
      office.decides(office.frieda, atFactual, 'factual', 'forward', { to, note: 'Sie waren vor Ort' });
    const stranger = await office.app.newUser([]);
    expect((await forward(stranger.id)).body).toMatchObject({ code: 'NotForwardable' });
    const forwarded = (await forward(office.ivo.id)).body;
    expect(forwarded.tasks.at(-1)).toMatchObject({ step: 'factual', assignedTo: { id: office.ivo.id }, state: 'open' });
    expect(await office.decides(office.frieda, forwarded, 'factual')).toMatchObject({
      status: 403,
      body: { code: 'NotYourDecision' },
    });
    expect((await office.decides(office.ivo, forwarded, 'factual')).body).toMatchObject({ step: 'order' });
  });

  it('is split over budget holders, each deciding on their share alone', async () => {
    const arrived = await office.arrives({
      lines: [
        { name: 'Strom', net: 10_000n },
        { name: 'Gas', net: 20_000n },
      ],
    });
    const line = (net: string, tax: string, gross: string, product: string) => ({
      account: '5241',
      product,
      net,
      tax,
      gross,
    });
    const submitted = await office.submits(arrived, {
      lines: [line('100.00', '19.00', '119.00', '111'), line('200.00', '38.00', '238.00', '126')],
    });
    const atFactual = await office.walksTo(submitted, 'factual');
    expect(atFactual.tasks.filter((task: any) => task.step === 'factual')).toHaveLength(2);
    // Both shares of the certification lie with the head of the department; she names which she means.
    expect((await office.decides(office.frieda, atFactual, 'factual')).body).toMatchObject({ code: 'ShareToName' });
    const first = (await office.decides(office.frieda, atFactual, 'factual', 'approve', { share: 1 })).body;
    expect(first.step).toBe('factual');
    const atOrder = (await office.decides(office.frieda, first, 'factual', 'approve', { share: 2 })).body;
    const open = atOrder.tasks.filter((task: any) => task.state === 'open');
    expect(open.map((task: any) => [task.step, task.amount, task.assignedTo.id])).toEqual([
      ['order', '119.00', office.hanna.id],
      ['order', '238.00', office.ivo.id],
    ]);
    expect(await office.decides(office.hanna, atOrder, 'order', 'approve', { share: 2 })).toMatchObject({
      status: 403,
    });
    // Each is told which lines are theirs, though the clerk did not split the document.
    const { items } = (await office.app.send('GET', '/decisions', undefined, { user: office.ivo })).body;
    expect(items.find((item: any) => item.document.id === atOrder.id)).toMatchObject({
      task: { share: 2 },
      lines: [1],
      coding: { lines: [{ product: '111' }, { product: '126' }] },
    });
    // Side by side: the second need not have seen what the first decided.
    const [one, two] = [
      await office.decides(office.hanna, atOrder, 'order'),
      await office.decides(office.ivo, atOrder, 'order'),
    ];
    expect([one.body.step, two.body.step]).toEqual(['order', 'posting']);
    const posted = (await office.decides(office.bernd, two.body, 'posting', 'approve', { bookingDate: '2026-03-11' }))
      .body;
    const item = (await office.send(office.anna, 'GET', `/open-items/${posted.entry.openItems[0].id}`)).body;
    expect(item.shares.map((share: any) => [share.product, share.amount])).toEqual([
      ['111', '119.00'],
      ['126', '238.00'],
    ]);
  });

  it('is decided by one when two decide at once', async () => {
    const document = await office.submits(await office.arrives());
    const answers = await Promise.all([
      office.decides(office.anna, document, 'arithmetic'),
      office.decides(office.bernd, document, 'arithmetic'),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)!.body.code).toBe('VersionConflict');
  });

  it('is answered once however often the last approval is sent', async () => {
    const document = await office.walksTo(await office.submits(await office.arrives()), 'posting');
    const body = { step: 'posting', decision: 'approve', version: document.version, bookingDate: '2026-03-12' };
    const send = () =>
      office.app.send('POST', `/clients/${office.clientId}/documents/${document.id}/decisions`, body, {
        user: office.bernd,
        headers: { 'idempotency-key': `post-${document.id}` },
      });
    const [first, second] = [await send(), await send()];
    expect(first.body.entry.id).toBe(second.body.entry.id);
    const entries = await office.app.all('select * from document_entry where document_id = $1', [document.id]);
    expect(entries).toHaveLength(1);
  });

  it('comes back to bookkeeping when its entry is reversed, and can be posted anew', async () => {
    const document = await office.walksTo(await office.submits(await office.arrives()), 'posting');
    const posted = (await office.decides(office.bernd, document, 'posting', 'approve', { bookingDate: '2026-03-13' }))
      .body;
    const reversal = await office.send(office.bernd, 'POST', `/journal-entries/${posted.entry.id}/reversal`, {
      bookingDate: '2026-03-14',
      reason: 'falsches Produkt',
    });
    expect(reversal.status).toBe(201);
    const reopened = (await office.send(office.anna, 'GET', `/documents/${document.id}`)).body;
    expect(reopened).toMatchObject({ state: 'returned', step: null });
    expect(reopened.history.at(-1)).toMatchObject({ kind: 'reversed', note: 'falsches Produkt' });
    expect(reopened.entries).toHaveLength(2);
    const again = await office.walksTo(await office.submits(reopened), 'posting');
    const anew = await office.decides(office.bernd, again, 'posting', 'approve', { bookingDate: '2026-03-15' });
    expect(anew.body).toMatchObject({ state: 'posted', entry: { id: expect.not.stringMatching(posted.entry.id) } });
  });

  it('is booked on the day that the person posting chooses, else on that of the coding', async () => {
    const at = async (more: object) => {
      const document = await office.walksTo(
        await office.submits(await office.arrives(), { bookingDate: '2026-02-27' }),
        'posting',
      );
      const { entry } = (await office.decides(office.bernd, document, 'posting', 'approve', more)).body;
      return (await office.send(office.anna, 'GET', `/journal-entries/${entry.id}`)).body.bookingDate;
    };
    expect([await at({}), await at({ bookingDate: '2026-02-28' })]).toEqual(['2026-02-27', '2026-02-28']);
  });

  it('leaves nothing behind when the books refuse its posting', async () => {
    const document = await office.walksTo(await office.submits(await office.arrives()), 'posting');
    const count = async () =>
      (
        await office.app.all(
          'select (select count(*) from open_item) + (select count(*) from case_duty) + (select count(*) from document_event) as n',
        )
      )[0];
    const before = await count();
    const refused = await office.decides(office.bernd, document, 'posting', 'approve', { bookingDate: '2024-01-05' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'PeriodUnknown' } });
    expect(await count()).toEqual(before);
    expect((await office.send(office.anna, 'GET', `/documents/${document.id}`)).body).toMatchObject({
      state: 'decided',
      version: document.version,
    });
  });
});
