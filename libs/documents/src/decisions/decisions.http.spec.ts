import { appointDeputy } from '@lib/access';
import { Clock } from '@lib/kernel';
import { supplierFile } from '../../../../apps/api/src/demo/documents/supplier-invoice.js';
import { BUYER, type Office, openOffice, SUPPLIER } from '../../../../test/support/decisions.js';
import { DEFAULT_STEPS } from '../workflow/workflow.js';
import type { TestUser } from '../../../../test/support/access.js';
import { runStandingOrders } from '../orders/standing-orders.js';
import { plusDays } from '../coding/payment-terms.js';
import { remindAndEscalate } from './reminders.js';

let office: Office;
const today = new Clock().today();
beforeAll(async () => {
  office = await openOffice({ amountLimits: { hanna: 100_000n } });
});
afterAll(() => office.app.close());

const code = (answer: { status: number; body: any }): string => answer.body?.code ?? String(answer.status);
const atOrder = async (more: object = {}) => office.walksTo(await office.submits(await office.arrives(more)), 'order');
const workflow = async (steps: unknown, validFrom = today) => {
  const { versions } = (await office.send(office.treasurer, 'GET', '/workflow')).body;
  return office.send(office.treasurer, 'PUT', '/workflow', { steps, validFrom, version: versions[0].version });
};
const everybodyOrders = DEFAULT_STEPS.map((step) =>
  step.step === 'order'
    ? { ...step, assignment: { to: 'people', people: [] as string[] }, fallback: 'budget-holder' }
    : step,
);

describe('four eyes', () => {
  it('whoever certified does not order, whoever ordered does not post', async () => {
    const lead = await office.app.newUser([
      { role: 'centre-lead', clientId: office.clientId },
      { role: 'clerk', clientId: office.clientId },
      { role: 'budget-holder', clientId: office.clientId },
    ]);
    const steps = everybodyOrders.map((step) =>
      step.step === 'order' ? { ...step, assignment: { to: 'people', people: [lead.id, office.hanna.id] } } : step,
    );
    expect((await workflow(steps)).status).toBe(200);
    const document = await office.submits(await office.arrives());
    const certified = (await office.decides(lead, document, 'arithmetic')).body;
    const factual = (await office.decides(office.frieda, certified, 'factual')).body;
    const refused = await office.decides(lead, factual, 'order');
    expect(refused).toMatchObject({ status: 422, body: { code: 'FourEyes' } });
    // Handing it to them is refused as well: they could not take it.
    const handed = await office.decides(office.hanna, factual, 'order', 'forward', { to: lead.id, note: 'bitte Sie' });
    expect(code(handed)).toBe('FourEyes');

    const other = await office.submits(await office.arrives());
    const ordered = (await office.decides(lead, await office.walksTo(other, 'order'), 'order')).body;
    expect(code(await office.decides(lead, ordered, 'posting'))).toBe('FourEyes');
    expect((await workflow(DEFAULT_STEPS)).status).toBe(200);
  });

  it('holds in the database, whoever writes how', async () => {
    const document = await atOrder();
    const duty = (person: string, what: string) =>
      office.app.asRole(
        'finanz_app',
        office.clientId,
        'insert into case_duty (client_id, case_id, person, duty) values ($1, $2, $3, $4)',
        [office.clientId, document.id, person, what],
      );
    await expect(duty(office.anna.id, 'order')).rejects.toMatchObject({ constraint: 'four_eyes_arithmetic__order' });
    await expect(duty(office.frieda.id, 'order')).rejects.toMatchObject({ constraint: 'four_eyes_factual__order' });
    await expect(duty(office.anna.id, 'pay-release')).rejects.toMatchObject({
      constraint: 'four_eyes_arithmetic__pay_release',
    });
    // An approval without the duty that it stands on.
    const approve = (person: string) =>
      office.app.asRole(
        'finanz_app',
        office.clientId,
        `update document_task set state = 'approved', decided_by = $3, decided_by_name = 'X', decided_at = now()
         where client_id = $1 and document_id = $2 and state = 'open'`,
        [office.clientId, document.id, person],
      );
    await expect(approve(office.hanna.id)).rejects.toMatchObject({ constraint: 'document_task_stands_on_duty' });
    // An approval by nobody.
    await expect(
      office.app.asRole(
        'finanz_app',
        office.clientId,
        `update document_task set state = 'approved', decided_at = now() where client_id = $1 and document_id = $2 and state = 'open'`,
        [office.clientId, document.id],
      ),
    ).rejects.toMatchObject({ code: '23514' });
    // What was decided stays: neither changed nor removed, nor an approval brought back.
    const [task] = await office.app.all(`select * from document_task where document_id = $1 and state = 'approved'`, [
      document.id,
    ]);
    const on = (sql: string) =>
      office.app.asRole('finanz_app', office.clientId, sql, [office.clientId, document.id, task.task_no]);
    const where = 'where client_id = $1 and document_id = $2 and task_no = $3';
    await expect(on(`update document_task set note = 'anders' ${where}`)).rejects.toMatchObject({
      constraint: 'document_task_decided',
    });
    await expect(
      on(`update document_task set state = 'open', decided_at = null, decided_by = null ${where}`),
    ).rejects.toThrow();
    await expect(on(`delete from document_task ${where}`)).rejects.toMatchObject({ code: '42501' });
    await expect(
      on(`update workflow set note = '' where client_id = $1 and $2::uuid is not null and $3 > 0`),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('the second order is a second person’s', async () => {
    const steps = DEFAULT_STEPS.map((step) =>
      step.step === 'order' || step.step === 'second-order'
        ? { ...step, assignment: { to: 'people', people: [office.ivo.id, office.treasurer.id] } }
        : step,
    );
    await workflow(steps);
    const big = await atOrder({ lines: [{ name: 'Turnhalle', net: 3_000_000n }] });
    const once = (await office.decides(office.ivo, big, 'order')).body;
    expect(once.step).toBe('second-order');
    expect(code(await office.decides(office.ivo, once, 'second-order'))).toBe('SecondOrderSecondPerson');
    const [task] = await office.app.all(`select task_no from document_task where document_id = $1 and state = 'open'`, [
      big.id,
    ]);
    await expect(
      office.app.asRole(
        'finanz_app',
        office.clientId,
        `update document_task set state = 'approved', decided_by = $3, decided_by_name = 'X', decided_at = now()
         where client_id = $1 and document_id = $2 and task_no = $4`,
        [office.clientId, big.id, office.ivo.id, task.task_no],
      ),
    ).rejects.toMatchObject({ constraint: 'second_order_second_person' });
    expect((await office.decides(office.treasurer, once, 'second-order')).body.step).toBe('posting');
    await workflow(DEFAULT_STEPS);
  });
});

describe('a decision', () => {
  it('ends at the person’s limit for the share', async () => {
    const over = await atOrder({ lines: [{ name: 'Strom', net: 84_035n }] }); // 1,000.02 EUR
    expect(await office.decides(office.hanna, over, 'order')).toMatchObject({
      status: 422,
      body: { code: 'AmountLimitExceeded' },
    });
    const at = await atOrder({ lines: [{ name: 'Strom', net: 84_034n }] }); // 1,000.00 EUR
    expect((await office.decides(office.hanna, at, 'order')).body.step).toBe('posting');
  });

  it('is nobody’s in their own matter, not even forwarded', async () => {
    await office.app.db.inClient(office.clientId, (tx) =>
      tx.query(
        `insert into own_matter (client_id, person, partner_id, kind, declared_by_name) values ($1, $2, $3, 'relative', 'Test')`,
        [office.clientId, office.frieda.id, office.partnerId],
      ),
    );
    const document = await office.walksTo(await office.submits(await office.arrives()), 'factual');
    expect(await office.decides(office.frieda, document, 'factual')).toMatchObject({
      status: 403,
      body: { code: 'OwnMatter' },
    });
    await office.app.db.inClient(office.clientId, (tx) =>
      tx.query(
        `update own_matter set ended_at = now(), ended_by = $3, ended_by_name = 'Test' where client_id = $1 and person = $2`,
        [office.clientId, office.frieda.id, office.anna.id],
      ),
    );
    expect((await office.decides(office.frieda, document, 'factual')).status).toBe(200);
  });

  it('is the deputy’s while somebody is absent, and recorded as such', async () => {
    const deputy = await office.app.newUser([{ role: 'budget-holder', clientId: office.clientId }]);
    const document = await atOrder();
    expect(await office.decides(deputy, document, 'order')).toMatchObject({
      status: 403,
      body: { code: 'NotYourDecision' },
    });
    await office.app.db.inCentre((tx) =>
      appointDeputy(tx, {
        userId: office.hanna.id,
        deputyUserId: deputy.id,
        clientId: office.clientId,
        validFrom: today,
        validTo: today,
      }),
    );
    const mine = (await office.app.send('GET', '/decisions', undefined, { user: deputy })).body.items;
    expect(mine.find((item: any) => item.document.id === document.id)).toMatchObject({
      clientId: office.clientId,
      task: { step: 'order', mine: true },
      deputyFor: { id: office.hanna.id },
    });
    const decided = (await office.decides(deputy, document, 'order')).body;
    expect(decided.tasks.find((task: any) => task.step === 'order')).toMatchObject({
      decidedBy: { id: deputy.id },
      deputyFor: { id: office.hanna.id },
    });
    // The duty is the deputy's own: a natural person acted.
    const duties = await office.app.all(`select person from case_duty where case_id = $1 and duty = 'order'`, [
      document.id,
    ]);
    expect(duties).toEqual([{ person: deputy.id }]);
  });

  it('is taken back by who took it while nobody has decided after', async () => {
    const document = await atOrder();
    const back = await office.decides(office.frieda, document, 'factual', 'withdraw', { note: 'Menge doch falsch' });
    expect(back.body).toMatchObject({ step: 'factual', state: 'in-decision' });
    expect(code(await office.decides(office.anna, back.body, 'factual', 'withdraw', { note: 'auch ich' }))).toBe(
      'TaskNotOpen',
    );
    expect(code(await office.decides(office.anna, back.body, 'arithmetic', 'withdraw', { note: 'auch ich' }))).not.toBe(
      'DecidedAfterwards',
    );
  });

  it('is recalled by bookkeeping only before anybody decided', async () => {
    const submitted = await office.submits(await office.arrives());
    const recall = (document: any) =>
      office.send(office.anna, 'POST', `/documents/${document.id}/recall`, {
        version: document.version,
        note: 'falsches Konto',
      });
    expect((await recall(submitted)).body).toMatchObject({ state: 'returned', step: null });
    expect(code(await recall(await atOrder()))).toBe('DecidedAfterwards');
  });

  it.each([
    [{ step: 'king' }, 'Invalid'],
    [{ decision: 'maybe' }, 'Invalid'],
    [{ version: 'x' }, 'Invalid'],
    [{ step: 'factual' }, 'TaskNotOpen'],
    [{ step: 'second-order' }, 'TaskUnknown'],
    [{ share: 7 }, 'TaskUnknown'],
    [{ decision: 'return', note: 'zurück', toStep: 'posting' }, 'ReturnTargetWrong'],
    [{ decision: 'forward', note: 'weiter' }, 'NotForwardable'],
    [{ version: 1 }, 'VersionConflict'],
  ])('is refused: %j', async (wrong, expected) => {
    const document = await atOrder();
    expect(code(await office.decides(office.hanna, document, 'order', 'approve', wrong))).toBe(expected);
  });
});

describe('before the first decision', () => {
  it.each([
    [{ lines: [{ account: '5241', product: '111', net: '100.00', tax: '19.00', gross: '118.00' }] }, 'CodingLineSum'],
    [{ lines: [{ account: '9999', product: '111', net: '119.00', gross: '119.00' }] }, 'AccountUnknown'],
    [{ lines: [{ account: '5241', product: '999', net: '119.00', gross: '119.00' }] }, 'ProductUnknown'],
    [{ lines: [{ account: '0911', product: '111', net: '119.00', gross: '119.00' }] }, 'CashAccountUnresolved'],
    [
      { lines: [{ account: '5241', product: '111', cashAccount: '7999', net: '119.00', gross: '119.00' }] },
      'CashAccountUnknown',
    ],
    [{ partnerId: '00000000-0000-4000-8000-00000000dead' }, 'PartnerUnknown'],
    [{ offsets: [{ itemId: '00000000-0000-4000-8000-00000000dead', amount: '1.00' }] }, 'OffsetUnknown'],
    [{ prepaid: [{ documentId: '00000000-0000-4000-8000-00000000dead', amount: '1.00' }] }, 'PrepaidTooMuch'],
    [{ correction: 'replacement' }, 'CorrectionUnknown'],
  ])('%#: refused with the rule', async (more, rule) => {
    const arrived = await office.arrives();
    const coding = {
      partnerId: office.partnerId,
      text: 'Strom',
      dueOn: '2026-04-01',
      lines: [{ account: '5241', product: '111', net: '100.00', tax: '19.00', gross: '119.00' }],
      ...more,
    };
    const coded = await office.send(office.anna, 'PUT', `/documents/${arrived.id}/coding`, {
      ...coding,
      version: arrived.version,
    });
    // Whose invoice it is matters at once, for duplicates and alarms; the rest may be unfinished until it is sent.
    const refused =
      coded.status === 200
        ? await office.send(office.anna, 'POST', `/documents/${arrived.id}/submission`, { version: coded.body.version })
        : coded;
    expect([refused.body.code, ...(refused.body.errors ?? []).map((one: any) => one.rule)]).toContain(rule);
  });

  it('an unfinished coding is tried without a fault: the trial says what is missing', async () => {
    const document = await office.arrives();
    const { body: proposal } = await office.send(office.anna, 'GET', `/documents/${document.id}/proposal`);
    let { version } = document;
    const tried = async (more: object) => {
      const coding = { ...proposal.coding, version, ...more };
      const coded = await office.send(office.anna, 'PUT', `/documents/${document.id}/coding`, coding);
      version = coded.body.version;
      const { status, body } = await office.send(office.anna, 'POST', `/documents/${document.id}/posting-trial`, {});
      expect([coded.status, status, body.postable, body.lines]).toEqual([200, 200, false, []]);
      return body.errors.map((error: any) => `${error.pointer} ${error.rule}`);
    };
    const [line] = proposal.coding.lines;
    const whole = { ...line, account: '5241', product: '111' };
    expect(await tried({ lines: [] })).toEqual(['/lines LinesMissing']);
    expect(await tried({ partnerId: null, lines: [whole] })).toEqual(['/partnerId PartnerMissing']);
    expect(await tried({ lines: [{ ...whole, product: '999' }] })).toEqual(['/lines/0/product ProductUnknown']);
    expect(await tried({ lines: [{ ...whole, costCentre: 'nichts' }] })).toEqual([
      '/lines/0/costCentre CostCentreUnknown',
    ]);
    expect(await tried({ lines: [whole], prepaid: [{ documentId: document.id, amount: '1.00' }] })).toContain(
      '/prepaid/0/documentId PrepaidUnknown',
    );
    // What is kept back bears no discount.
    expect(
      await tried({
        lines: [whole],
        retention: { amount: '100.00', dueOn: '2031-01-01' },
        discountOn: proposal.coding.dueOn,
        discountAmount: '19.00',
      }),
    ).toEqual(['/discountAmount DiscountTooMuch']);
  });

  it('a payment block is a reason in words or none', async () => {
    const document = await office.arrives();
    const { body: proposal } = await office.send(office.anna, 'GET', `/documents/${document.id}/proposal`);
    const blocked = (paymentBlock: string) =>
      office.send(office.anna, 'PUT', `/documents/${document.id}/coding`, {
        ...proposal.coding,
        version: document.version,
        paymentBlock,
      });
    expect(await blocked('x')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/paymentBlock' }] } });
    expect(await blocked(' ')).toMatchObject({ status: 200, body: { coding: { paymentBlock: null } } });
  });

  it('a share is given only to somebody who may decide', async () => {
    const cashier = await office.app.newUser([{ role: 'cash-officer', clientId: office.clientId }]);
    const stranger = await office.app.newUser([{ role: 'budget-holder', clientId: await office.app.newClient() }]);
    for (const { id } of [cashier, stranger]) {
      const document = await office.arrives();
      const { body } = await office.send(office.anna, 'GET', `/documents/${document.id}/proposal`);
      const lines = body.coding.lines.map((line: any) => ({ ...line, account: '5241', product: '111', share: 1 }));
      await expect(
        office.submits(document, { lines, shares: [{ no: 1, holder: id, amount: '119.00' }] }),
      ).rejects.toThrow('NotForwardable');
    }
  });

  it('findings are accepted with a reason or the invoice goes back', async () => {
    const faulty = await office.arrives({ withoutBuyerReference: true });
    expect(faulty.decision).toBe('reject');
    await expect(office.submits(faulty)).rejects.toThrow('FindingsNotAccepted');
    const { body: now } = await office.send(office.anna, 'GET', `/documents/${faulty.id}`);
    const accepted = await office.send(office.anna, 'POST', `/documents/${faulty.id}/acceptance`, {
      reason: 'Leitweg-ID fehlt, Empfänger eindeutig',
      version: now.version,
    });
    expect((await office.submits(accepted.body)).state).toBe('in-decision');
  });

  it('a stopping alarm is settled first', async () => {
    const first = await office.arrives({ number: 'R-DOPPELT' });
    const again = await office.app.upload(
      office.clientId,
      'noch-einmal.xml',
      supplierFile({
        number: 'R-DOPPELT',
        issueDate: '2026-03-09',
        seller: SUPPLIER,
        buyer: BUYER,
        lines: [{ name: 'Strom', net: 10_100n }],
      }),
      office.anna,
    );
    expect(again).toMatchObject({ state: 'duplicate', duplicateOf: first.id });
    expect(
      code(await office.send(office.anna, 'POST', `/documents/${again.id}/submission`, { version: again.version })),
    ).toBe('NotInThisState');
    // Also where somebody has set the state aside: the alarm itself stops it.
    await office.app.all(`update document set state = 'new' where id = $1`, [again.id]);
    await expect(office.submits(again)).rejects.toThrow('DocumentStopped');
  });

  it('the coding is changed only where the document lies with bookkeeping', async () => {
    const submitted = await office.submits(await office.arrives());
    const changed = await office.send(office.anna, 'PUT', `/documents/${submitted.id}/coding`, {
      lines: [],
      version: submitted.version,
    });
    expect(code(changed)).toBe('NotInThisState');
    const byHolder = await office.send(office.hanna, 'PUT', `/documents/${submitted.id}/coding`, {
      lines: [],
      version: 1,
    });
    expect(byHolder.status).toBe(403);
  });
});

describe('a workflow', () => {
  it('changed by many at once is changed by one', async () => {
    const { versions } = (await office.send(office.treasurer, 'GET', '/workflow')).body;
    const wish = { steps: DEFAULT_STEPS, validFrom: today, version: versions[0].version };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => office.send(office.treasurer, 'PUT', '/workflow', wish)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(7).fill(409)]);
  });

  it('names nobody who may not take the step', async () => {
    const cashier = await office.app.newUser([{ role: 'cash-officer', clientId: office.clientId }]);
    const asked = (step: string, people: string[]) =>
      workflow(
        DEFAULT_STEPS.map((one) => (one.step === step ? { ...one, assignment: { to: 'people', people } } : one)),
      );
    expect(await asked('order', [office.hanna.id, cashier.id])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/steps/2/assignment/people/1', rule: 'NotForwardable' }] },
    });
    // Who orders does not post.
    expect((await asked('posting', [office.hanna.id])).status).toBe(422);
    expect((await asked('posting', [office.bernd.id])).status).toBe(200);
    await workflow(DEFAULT_STEPS);
  });

  it('of people named for the same at the same time one answers for it', async () => {
    const named = { kind: 'budget-holder', key: '315', userId: office.ivo.id, validFrom: today };
    await Promise.all(
      Array.from({ length: 6 }, () => office.send(office.treasurer, 'POST', '/responsibilities', named)),
    );
    const { items } = (await office.send(office.anna, 'GET', '/responsibilities')).body;
    expect(items.filter((item: any) => item.key === '315' && item.validTo === null)).toHaveLength(1);
  });

  it('is versioned; a running case keeps the one it set out with', async () => {
    const running = await office.submits(await office.arrives());
    const bySystem = DEFAULT_STEPS.map((step) =>
      step.step === 'arithmetic' ? { ...step, bySystem: { upTo: '1000.00' } } : step,
    );
    const added = await workflow(bySystem);
    expect(added.body).toMatchObject({ steps: bySystem });
    const later = await office.submits(await office.arrives());
    expect([running.step, later.step]).toEqual(['arithmetic', 'factual']);
    expect(later.tasks[0]).toMatchObject({ step: 'arithmetic', state: 'approved', bySystem: true, decidedBy: null });
    const big = await office.submits(await office.arrives({ lines: [{ name: 'Strom', net: 100_000n }] }));
    expect(big.step).toBe('arithmetic');
    const wrong = await office.arrives({ wrongTax: 1n });
    expect(wrong.alarms).toContain('TotalsDiffer');
    expect((await office.walksTo(running, 'order')).step).toBe('order');
    await workflow(DEFAULT_STEPS);
  });

  it.each([
    [{ steps: DEFAULT_STEPS.slice(1), validFrom: today }, 'WorkflowStepsMissing'],
    [{ steps: DEFAULT_STEPS, validFrom: '2020-01-01' }, 'WorkflowInThePast'],
    [{ steps: DEFAULT_STEPS, validFrom: 'soon' }, 'NotADate'],
    [{ steps: DEFAULT_STEPS, validFrom: today, version: 0 }, 'VersionConflict'],
    [{ steps: DEFAULT_STEPS, validFrom: today, colour: 'red' }, 'UnknownField'],
  ])('%#: refused with the rule', async (wish, expected) => {
    const { versions } = (await office.send(office.treasurer, 'GET', '/workflow')).body;
    const answer = await office.send(office.treasurer, 'PUT', '/workflow', { version: versions[0].version, ...wish });
    expect([answer.body.code, ...(answer.body.errors ?? []).map((one: any) => one.rule)]).toContain(expected);
  });

  it('is changed by the treasurer, not by the clerk', async () => {
    expect((await office.send(office.anna, 'PUT', '/workflow', { steps: DEFAULT_STEPS })).status).toBe(403);
  });

  it('every client has the default from its first day', async () => {
    const fresh = await office.app.newClient();
    const rows = await office.app.all('select steps from workflow where client_id = $1', [fresh]);
    expect(rows).toEqual([{ steps: JSON.parse(JSON.stringify(DEFAULT_STEPS)) }]);
  });
});

it('a document of one budget holder is decided as a whole in every step, and by that holder in the first', async () => {
  const posting = await office.walksTo(await office.submits(await office.arrives()), 'posting');
  expect(posting.tasks.map((task: any) => [task.step, task.share])).toEqual([
    ['arithmetic', null],
    ['factual', null],
    ['order', null],
    ['posting', null],
  ]);
  const byHolder = DEFAULT_STEPS.map((step) =>
    step.step === 'arithmetic' ? { ...step, assignment: { to: 'budget-holder' } } : step,
  );
  expect((await workflow(byHolder)).status).toBe(200);
  const first = await office.submits(await office.arrives());
  expect(first.tasks).toMatchObject([{ step: 'arithmetic', share: null, assignedTo: { id: office.hanna.id } }]);
  expect((await workflow(DEFAULT_STEPS)).status).toBe(200);
});

it('so is one whose first steps were taken when its only share still had a number', async () => {
  const begun = await office.walksTo(await office.submits(await office.arrives()), 'order');
  await office.app.all('set session_replication_role = replica');
  await office.app.all('update document_task set share_no = 1 where document_id = $1', [begun.id]);
  await office.app.all('set session_replication_role = origin');
  const posting = await office.walksTo(begun, 'posting');
  expect(posting.step).toBe('posting');
  const booked = await office.decides(office.bernd, posting, 'posting', 'approve', { bookingDate: today });
  expect([booked.status, booked.body.state]).toEqual([200, 'posted']);
});

describe('deadlines', () => {
  it('are reminded of once, and escalate to whom the workflow names', async () => {
    const document = await office.walksTo(await office.submits(await office.arrives()), 'factual');
    const events = async (kind: string) =>
      (await office.send(office.anna, 'GET', `/documents/${document.id}`)).body.history.filter(
        (event: any) => event.kind === kind,
      );
    const run = (day: string) => remindAndEscalate(office.app.db, office.clientId, day, new Date());
    await run(plusDays(today, 3));
    expect(await events('reminded')).toHaveLength(0);
    await run(plusDays(today, 4));
    await run(plusDays(today, 5));
    expect(await events('reminded')).toHaveLength(1);
    await run(plusDays(today, 8));
    await run(plusDays(today, 9));
    expect(await events('escalated')).toHaveLength(1);
    const treasurers = (await office.app.send('GET', '/decisions', undefined, { user: office.treasurer })).body.items;
    expect(treasurers.some((item: any) => item.document.id === document.id)).toBe(true);
    const now = (await office.send(office.anna, 'GET', `/documents/${document.id}`)).body;
    expect((await office.decides(office.treasurer, now, 'factual')).body.step).toBe('order');
  });

  it('are written about to whoever has a mail address, once, and without saying what it is about', async () => {
    const [asked, next] = ['frieda@brakenfeld.example', 'treasurer@brakenfeld.example'];
    await office.app.all('update user_account set email = $2 where id = $1', [office.frieda.id, asked]);
    await office.app.all(`update user_account set email = $2, language = 'en' where id = $1`, [
      office.treasurer.id,
      next,
    ]);
    const document = await office.walksTo(await office.submits(await office.arrives()), 'factual');
    const run = (day: string) => remindAndEscalate(office.app.db, office.clientId, day, new Date(), { mail: true });
    for (const days of [4, 5, 8, 9]) await run(plusDays(today, days));
    const letters = await office.app.all(
      'select recipient, state, subject, body from document_letter where document_id = $1 order by written_at',
      [document.id],
    );
    expect(letters).toEqual([
      {
        recipient: asked,
        state: 'waiting',
        subject: expect.stringMatching(`^Erinnerung: ${document.number} wartet auf Sie`),
        body: expect.stringContaining('die sachliche Feststellung'),
      },
      {
        recipient: next,
        state: 'waiting',
        subject: expect.stringMatching(`^Deadline passed: ${document.number}`),
        body: expect.stringContaining('the factual certification'),
      },
    ]);
    for (const { body } of letters) expect(body).not.toMatch(/119|Nordtal/);
    await office.app.all('update user_account set email = null');
  });

  it('show who sits on what since when', async () => {
    const document = await atOrder();
    const { body } = await office.send(office.treasurer, 'GET', `/decisions?step=order&limit=500`);
    expect(body.items.find((item: any) => item.documentId === document.id)).toMatchObject({
      step: 'order',
      assignedTo: [{ id: office.hanna.id }],
      overdue: false,
      days: 0,
      amount: '119.00',
    });
    const page = (await office.send(office.treasurer, 'GET', `/decisions?limit=1`)).body;
    expect(page.items).toHaveLength(1);
    const next = (
      await office.send(office.treasurer, 'GET', `/decisions?limit=1&after=${encodeURIComponent(page.next)}`)
    ).body;
    expect(next.items[0].documentId).not.toBe(page.items[0].documentId);
    const overdue = (await office.send(office.treasurer, 'GET', `/decisions?overdue=true`)).body;
    expect(overdue.items.filter((item: any) => !item.overdue)).toEqual([]);
  });

  it('my decisions are mine alone', async () => {
    const document = await atOrder();
    const has = async (user: typeof office.anna) =>
      (await office.app.send('GET', '/decisions', undefined, { user })).body.items.some(
        (item: any) => item.document.id === document.id,
      );
    expect([await has(office.hanna), await has(office.ivo), await has(office.anna)]).toEqual([true, false, false]);
  });
});

describe('another client', () => {
  it('sees nothing of this one, whatever route is tried', async () => {
    const document = await atOrder();
    const foreign = await office.app.newClient();
    const stranger = await office.app.newUser([{ role: 'centre-lead', clientId: foreign }]);
    const contract = await office.send(office.anna, 'POST', '/contracts', {
      number: 'V-FREMD',
      partnerId: office.partnerId,
      subject: 'Wartung',
      rhythm: 'monthly',
      firstOn: '2026-01-01',
    });
    const routes: ['GET' | 'POST' | 'PUT' | 'PATCH', string, unknown?][] = [
      ['GET', `/documents/${document.id}/proposal`],
      ['PUT', `/documents/${document.id}/coding`, { lines: [], version: document.version }],
      ['POST', `/documents/${document.id}/submission`, { version: document.version }],
      ['POST', `/documents/${document.id}/recall`, { version: document.version, note: 'fremd' }],
      [
        'POST',
        `/documents/${document.id}/decisions`,
        { step: 'order', decision: 'approve', version: document.version },
      ],
      ['POST', `/documents/${document.id}/posting-trial`, {}],
      ['GET', `/contracts/${contract.body.id}`],
      ['PATCH', `/contracts/${contract.body.id}`, { version: 1, note: 'fremd' }],
      ['POST', `/standing-orders/${document.id}/ending`, { version: 1 }],
      ['POST', `/standing-orders/${document.id}/resumption`, { version: 1 }],
      ['POST', `/responsibilities/${document.id}/ending`, { version: 1, validTo: today }],
    ];
    for (const [method, path, body] of routes) {
      for (const clientId of [foreign, office.clientId]) {
        const answer = await office.app.send(method, `/clients/${clientId}${path}`, body, { user: stranger });
        expect([method, path, clientId === foreign, answer.status]).toEqual([method, path, clientId === foreign, 404]);
      }
    }
    for (const path of ['/decisions', '/workflow', '/contracts', '/standing-orders', '/responsibilities', '/deciders'])
      expect(
        (await office.app.send('GET', `/clients/${office.clientId}${path}`, undefined, { user: stranger })).status,
      ).toBe(404);
    // A partner of this client in an order of the other.
    const order = await office.app.send(
      'POST',
      `/clients/${foreign}/orders`,
      {
        kind: 'single',
        coding: {
          partnerId: office.partnerId,
          text: 'fremd',
          lines: [{ account: '5241', product: '111', net: '1.00', gross: '1.00' }],
        },
      },
      { user: stranger },
    );
    expect(code(order)).toBe('PartnerUnknown');
    const deciderThere = await office.app.db.inClient(foreign, (tx) => tx.query('select * from document_task'));
    expect(deciderThere).toEqual([]);
  });
});

describe('money without an invoice', () => {
  const line = (gross: string, more: object = {}) => ({ account: '5431', product: '111', net: gross, gross, ...more });
  const order = (user: typeof office.anna, body: object) => office.send(user, 'POST', '/orders', body);
  const coding = (more: object = {}) => ({
    partnerId: office.partnerId,
    text: 'Mitgliedsbeitrag',
    dueOn: plusDays(today, 14),
    bankAccountNo: 1,
    lines: [line('250.00')],
    ...more,
  });

  it('goes the way of an invoice; who asks does not order', async () => {
    const asked = await order(office.anna, { kind: 'single', coding: coding() });
    expect(asked).toMatchObject({
      status: 201,
      body: { kind: 'order', state: 'in-decision', fileKind: 'none', gross: '250.00' },
    });
    const document = await office.walksTo({ ...asked.body, department: null }, 'factual');
    const certified = (await office.decides(office.ivo, document, 'factual')).body;
    const ordered = (await office.decides(office.hanna, certified, 'order')).body;
    const posted = await office.decides(office.bernd, ordered, 'posting', 'approve', { bookingDate: '2026-03-20' });
    expect(posted.body).toMatchObject({
      state: 'posted',
      entry: { openItems: [{ amount: '250.00', paymentBlock: null }] },
    });

    const own = await order(office.hanna, { kind: 'single', coding: coding() });
    const waiting = await office.walksTo(own.body, 'factual');
    const there = (await office.decides(office.ivo, waiting, 'factual')).body;
    expect(code(await office.decides(office.hanna, there, 'order'))).toBe('FourEyes');
  });

  it('names a department of the client', async () => {
    for (const department of ['FB9', ' '])
      expect(await order(office.anna, { kind: 'single', department, coding: coding() })).toMatchObject({
        status: 422,
        body: { code: 'DepartmentUnknown' },
      });
  });

  it('is changed in its amounts after a return: the coding says them', async () => {
    const asked = (await order(office.anna, { kind: 'single', coding: coding() })).body;
    const back = await office.send(office.anna, 'POST', `/documents/${asked.id}/recall`, {
      version: asked.version,
      note: 'Betrag falsch',
    });
    const coded = await office.send(office.anna, 'PUT', `/documents/${asked.id}/coding`, {
      ...coding({ lines: [line('275.50')] }),
      version: back.body.version,
    });
    expect(coded.body).toMatchObject({ gross: '275.50', payable: '275.50' });
    const again = await office.send(office.anna, 'POST', `/documents/${asked.id}/submission`, {
      version: coded.body.version,
    });
    expect(again.body).toMatchObject({
      state: 'in-decision',
      tasks: expect.arrayContaining([expect.objectContaining({ amount: '275.50', state: 'open' })]),
    });
  });

  it('pays many in one order', async () => {
    const other = await office.send(office.anna, 'POST', '/partners', { kind: 'person', name: 'Rosa Ried' });
    expect(other.status).toBe(201);
    const both = coding({
      partnerId: null,
      lines: [line('40.00', { partnerId: office.partnerId }), line('60.00', { partnerId: other.body.id })],
    });
    expect(code(await order(office.anna, { kind: 'collective', coding: coding() }))).toBe('OrderNeedsPositions');
    const asked = (await order(office.anna, { kind: 'collective', coding: both })).body;
    const certified = (await office.decides(office.ivo, await office.walksTo(asked, 'factual'), 'factual')).body;
    const ordered = (await office.decides(office.hanna, certified, 'order')).body;
    const posted = (await office.decides(office.bernd, ordered, 'posting', 'approve', { bookingDate: '2026-03-20' }))
      .body;
    expect(posted.entry.openItems.map((item: any) => [item.amount, item.paymentBlock])).toEqual([
      ['40.00', null],
      ['60.00', 'Bankverbindung nicht bestätigt'],
    ]);
  });

  it('moves cost between products and owes nobody', async () => {
    const asked = (
      await order(office.anna, {
        kind: 'internal',
        coding: coding({
          text: 'Bauhof für Feuerwehr',
          lines: [line('500.00', { account: '5811', product: '126' })],
          prepaid: [{ account: '4811', product: '111', amount: '500.00' }],
        }),
      })
    ).body;
    expect(asked).toMatchObject({ kind: 'internal', payable: '0.00' });
    const certified = (await office.decides(office.frieda, await office.walksTo(asked, 'factual'), 'factual')).body;
    const ordered = (await office.decides(office.ivo, certified, 'order')).body;
    const posted = (await office.decides(office.bernd, ordered, 'posting', 'approve', { bookingDate: '2026-03-21' }))
      .body;
    expect(posted.entry.openItems).toEqual([]);
    const entry = (await office.send(office.anna, 'GET', `/journal-entries/${posted.entry.id}`)).body;
    expect(entry.lines.map((one: any) => [one.account, one.product, one.debit, one.credit])).toEqual([
      ['5811', '126', '500.00', null],
      ['4811', '111', null, '500.00'],
    ]);
  });

  it('comes again and again by a standing order, decided once', async () => {
    const first = '2026-01-31';
    const asked = await order(office.anna, {
      kind: 'standing',
      coding: coding({ text: 'Pacht', dueOn: first }),
      standing: { name: 'Pacht Sportplatz', rhythm: 'monthly', firstDate: first, lastDate: '2026-04-30' },
    });
    const ran = () => runStandingOrders(office.app.db, office.clientId, '2026-03-31', new Date());
    expect(await ran()).toEqual({ raised: 0, failed: 0 }); // nobody has ordered it yet
    const certified = (await office.decides(office.ivo, await office.walksTo(asked.body, 'factual'), 'factual')).body;
    const ordered = (await office.decides(office.hanna, certified, 'order')).body;
    const decided = await office.decides(office.bernd, ordered, 'posting');
    expect(decided.body).toMatchObject({ state: 'posted', entry: null });
    expect(await ran()).toEqual({ raised: 3, failed: 0 });
    expect(await ran()).toEqual({ raised: 0, failed: 0 });
    const [standing] = (await office.send(office.anna, 'GET', '/standing-orders')).body.items;
    expect(standing).toMatchObject({
      name: 'Pacht Sportplatz',
      raisedCount: 3,
      nextDate: '2026-04-30',
      state: 'active',
    });
    const raised = await office.app.all(
      `select o.due_date::text as date, i.due_on::text as due, i.text from standing_order_document o
       join open_item i on i.document_id = o.document_id where o.order_id = $1 order by 1`,
      [asked.body.id],
    );
    expect(raised).toEqual([
      { date: '2026-01-31', due: '2026-01-31', text: 'Pacht 01/2026' },
      { date: '2026-02-28', due: '2026-02-28', text: 'Pacht 02/2026' },
      { date: '2026-03-31', due: '2026-03-31', text: 'Pacht 03/2026' },
    ]);
    // Whoever ordered the order does not pay what it raises.
    const [document] = await office.app.all(
      `select document_id as id from standing_order_document where order_id = $1`,
      [asked.body.id],
    );
    await expect(
      office.app.asRole(
        'finanz_app',
        office.clientId,
        `insert into case_duty (client_id, case_id, person, duty) values ($1, $2, $3, 'pay-release')`,
        [office.clientId, document.id, office.hanna.id],
      ),
    ).rejects.toMatchObject({ constraint: 'four_eyes_order__pay_release' });
    const ended = await office.send(office.anna, 'POST', `/standing-orders/${asked.body.id}/ending`, {
      version: standing.version,
    });
    expect(ended.body).toMatchObject({ state: 'ended', nextDate: null });
    expect(
      code(
        await office.send(office.anna, 'POST', `/standing-orders/${asked.body.id}/ending`, {
          version: ended.body.version,
        }),
      ),
    ).toBe('NotAStandingOrder');
  });

  it('a standing order that the books refuse waits for a person and goes on where it stopped', async () => {
    const asked = await order(office.anna, {
      kind: 'standing',
      coding: coding({ text: 'Zu früh', dueOn: '2024-12-31' }),
      standing: { name: 'Zu früh', rhythm: 'yearly', firstDate: '2024-12-31' },
    });
    const certified = (await office.decides(office.ivo, await office.walksTo(asked.body, 'factual'), 'factual')).body;
    await office.decides(office.bernd, (await office.decides(office.hanna, certified, 'order')).body, 'posting');
    expect(await runStandingOrders(office.app.db, office.clientId, '2026-03-31', new Date())).toMatchObject({
      failed: 1,
    });
    const find = async () =>
      (await office.send(office.anna, 'GET', '/standing-orders')).body.items.find(
        (one: any) => one.id === asked.body.id,
      );
    expect(await find()).toMatchObject({ state: 'failed', raisedCount: 0, lastError: expect.stringContaining('2024') });
    const resumed = await office.send(office.anna, 'POST', `/standing-orders/${asked.body.id}/resumption`, {
      version: (await find()).version,
    });
    expect(resumed.body.state).toBe('active');
  });

  it('whose poster has left, it raises nothing until somebody takes it over who may', async () => {
    const leaver = await office.app.newUser([{ role: 'clerk', clientId: office.clientId }]);
    await office.app.all(`update role_assignment set valid_from = '2020-01-01'`);
    const asked = await order(office.anna, {
      kind: 'standing',
      coding: coding({ text: 'Beitrag', dueOn: '2026-01-31' }),
      standing: { name: 'Beitrag Verband', rhythm: 'monthly', firstDate: '2026-01-31', lastDate: '2026-02-28' },
    });
    const certified = (await office.decides(office.ivo, await office.walksTo(asked.body, 'factual'), 'factual')).body;
    await office.decides(leaver, (await office.decides(office.hanna, certified, 'order')).body, 'posting');
    await office.app.all('update user_account set active = false where id = $1', [leaver.id]);
    const find = async () =>
      (await office.send(office.anna, 'GET', '/standing-orders')).body.items.find(
        (one: any) => one.id === asked.body.id,
      );
    expect(await find()).toMatchObject({ state: 'active', holder: { id: leaver.id }, obstacle: 'holder-gone' });
    await runStandingOrders(office.app.db, office.clientId, '2026-03-31', new Date());
    expect(await find()).toMatchObject({
      state: 'failed',
      raisedCount: 0,
      lastError: expect.stringMatching(/geschlossen/),
    });
    const takes = async (user: TestUser) =>
      office.send(user, 'POST', `/standing-orders/${asked.body.id}/takeover`, { version: (await find()).version });
    expect((await takes(office.ivo)).status).toBe(403);
    expect((await takes(office.bernd)).body).toMatchObject({
      state: 'active',
      holder: { id: office.bernd.id },
      obstacle: null,
    });
    await runStandingOrders(office.app.db, office.clientId, '2026-03-31', new Date());
    expect(await find()).toMatchObject({ state: 'ended', raisedCount: 2 });
  });
});

describe('a contract', () => {
  it('codes its invoices, ticks them off and shows the one that has not come', async () => {
    const contract = (
      await office.send(office.anna, 'POST', '/contracts', {
        number: 'V-2026/17',
        partnerId: office.partnerId,
        subject: 'Wartung Aufzug Rathaus',
        account: '5215',
        product: '111',
        expectedAmount: '59.50',
        tolerance: '1.00',
        rhythm: 'monthly',
        firstOn: '2026-02-01',
      })
    ).body;
    expect(contract).toMatchObject({ nextOn: '2026-02-01', overdue: true });
    const arrived = await office.arrives({ contract: 'V 2026-17', lines: [{ name: 'Wartung', net: 5_050n }] });
    const { body: proposal } = await office.send(office.anna, 'GET', `/documents/${arrived.id}/proposal`);
    expect(proposal.coding.lines[0]).toMatchObject({ account: '5215', product: '111' });
    expect(proposal.reasons).toContainEqual({ field: 'lines/0/account', text: 'aus dem Vertrag V-2026/17' });
    const document = await office.walksTo(await office.submits(arrived), 'posting');
    await office.decides(office.bernd, document, 'posting', 'approve', { bookingDate: '2026-03-22' });
    const after = (await office.send(office.anna, 'GET', `/contracts/${contract.id}`)).body;
    expect(after).toMatchObject({
      nextOn: '2026-03-01',
      invoices: [{ documentId: arrived.id, expectedOn: '2026-02-01', withinTolerance: true }],
    });
    const overdue = (await office.send(office.anna, 'GET', '/contracts?overdue=true')).body.items;
    expect(overdue.map((one: any) => one.id)).toContain(contract.id);
    const twice = await office.send(office.anna, 'POST', '/contracts', {
      number: 'v-2026-17',
      partnerId: office.partnerId,
      subject: 'noch einmal',
      rhythm: 'none',
      firstOn: '2026-01-01',
    });
    expect(code(twice)).toBe('AlreadyExists');
    expect(
      code(
        await office.send(office.anna, 'PATCH', `/contracts/${contract.id}`, {
          version: after.version,
          account: '99',
          note: 'x',
        }),
      ),
    ).toBe('AccountUnknown');
    const ended = await office.send(office.anna, 'PATCH', `/contracts/${contract.id}`, {
      version: after.version,
      endsOn: '2026-12-31',
      nextOn: null,
    });
    expect(ended.body).toMatchObject({ endsOn: '2026-12-31', overdue: false });
  });
});
