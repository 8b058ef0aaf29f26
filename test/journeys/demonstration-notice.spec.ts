import type { Browser } from 'playwright-core';
import pg from 'pg';
import { describeInBrowser, launchChromium } from '../support/browser.js';
import { cleanUp, eventually } from '../support/centre.js';
import { type Demonstration, openDemonstration } from '../support/demonstration.js';
import { Workplace } from '../support/workplace.js';

const NOTICE = /Die Demonstration wird noch angelegt/;

describeInBrowser('somebody who comes while the demonstration is laid out', () => {
  let demo: Demonstration;
  let browser: Browser;
  let database: pg.Client;
  beforeAll(async () => {
    [demo, browser] = await Promise.all([openDemonstration(), launchChromium()]);
    database = new pg.Client({ connectionString: demo.database.adminUrl });
    await database.connect();
  });
  afterAll(async () => {
    await database?.end();
    await browser?.close();
    await demo?.close();
    await cleanUp();
  });

  test('is told so before and after the sign-in, until it is complete', async () => {
    // As a start leaves it that has a step to go. The centre that has just begun may be about to finish it once more.
    await eventually(async () => {
      await database.query(`delete from demonstration_step where step = 'complete'`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return (await database.query(`select 1 from demonstration_step where step = 'complete'`)).rowCount === 0;
    });
    const visitor = await Workplace.open(browser, demo.url);
    const { page } = visitor;
    await page.getByRole('status').filter({ hasText: NOTICE }).waitFor();

    await visitor.signIn('demo.leitung');
    await page.getByRole('button', { name: 'Benutzermenü' }).waitFor();
    const notice = page.getByRole('status').filter({ hasText: NOTICE });
    await notice.waitFor();

    await database.query(`insert into demonstration_step (step, value) values ('complete', '')`);
    await notice.waitFor({ state: 'detached' });
    await visitor.leave();
  });
});
