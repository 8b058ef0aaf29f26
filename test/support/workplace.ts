import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from './demonstration.js';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.1 A and AA: what the law asks of a public body's programs. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

export interface WorkplaceOptions {
  userName: string;
  password?: string;
  viewport?: { width: number; height: number };
}

/** A key of the message catalogue, or a placeholder, where a text should be. */
const UNTRANSLATED =
  /\{\{|\b(?:account|booking|clients|common|dashboard|drafts|errors|frame|journal|ledger|nav|statements|users)\.[a-z]\w+/;

/** What the page under the eyes should be. */
export interface Expected {
  /** The one heading of first rank. */
  heading: string | RegExp;
  /** Whose books; left out on pages of the centre. */
  client?: string;
  lang?: 'de' | 'en';
}

/** A run's progress, told for as long as one listens. */
const isStream = (url: string): boolean => url.endsWith('/events');

/** A person at a screen: keeps an eye on everything that must hold on every page. */
export class Workplace {
  /** Of everybody in the demonstration. */
  readonly password = DEMO_PASSWORD;
  /** What went wrong on the way and nobody expected. */
  readonly complaints: string[] = [];
  /** Keys pressed through `press` and `type`. */
  strokes = 0;
  private fetching = 0;
  private allowed: RegExp[] = [/^GET 401 \/api\/v1\/auth\/session$/];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly url: string,
  ) {
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => this.complaints.push(`script error: ${error.message}`));
    page.on('console', (message) => {
      // Refused requests are looked at below, with their address.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(`console: ${message.text()}`);
    });
    const over = (request: { url(): string }): void => void (isStream(request.url()) || this.fetching--);
    page.on('requestfinished', over);
    page.on('requestfailed', over);
    page.on('request', (request) => {
      const to = request.url();
      if (!isStream(to)) this.fetching++;
      if (!to.startsWith(url) && !/^(data|blob):/.test(to)) this.complaints.push(`request to another host: ${to}`);
    });
    page.on('response', (response) => {
      if (response.status() < 400) return;
      const { pathname } = new URL(response.url());
      this.complain(`${response.request().method()} ${response.status()} ${pathname}`);
    });
  }

  private complain(what: string): void {
    if (!this.allowed.some((pattern) => pattern.test(what))) this.complaints.push(what);
  }

  static async open(browser: Browser, url: string, viewport = { width: 1440, height: 900 }): Promise<Workplace> {
    const context = await browser.newContext({ baseURL: url, viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
    const place = new Workplace(await context.newPage(), context, url);
    await place.page.goto('/');
    return place;
  }

  /** Opens a screen and signs in. */
  static async of(
    browser: Browser,
    url: string,
    { userName, password, viewport }: WorkplaceOptions,
  ): Promise<Workplace> {
    const place = await Workplace.open(browser, url, viewport);
    await place.signIn(userName, password);
    await place.page.getByRole('button', { name: 'Benutzermenü' }).waitFor();
    return place;
  }

  async signIn(userName: string, password = DEMO_PASSWORD): Promise<void> {
    await this.page.getByLabel('Benutzername').fill(userName);
    await this.page.getByLabel('Kennwort', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Anmelden' }).click();
  }

  /** A refusal that belongs to the case: `POST 422 …/journal-entries`. */
  expectRefusal(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  /** Opens an address and looks at the page from all sides. */
  async goTo(path: string, expected: Expected): Promise<void> {
    await this.page.goto(path);
    await this.isAt(expected);
  }

  /** Waits for a page and looks at it from all sides. */
  async isAt(expected: Expected): Promise<void> {
    await this.hasArrived(expected);
    await this.isAccessible();
  }

  /** Follows a link as somebody without a mouse does, and is not lost afterwards. */
  async follow(link: string | Locator, expected: Expected): Promise<void> {
    const target = typeof link === 'string' ? this.navigation.getByRole('link', { name: link, exact: true }) : link;
    await target.focus();
    await this.page.keyboard.press('Enter');
    await this.isAt(expected);
    await this.isSomewhere();
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: 'Navigation' }).first();
  }

  /** Waits for a page: its one heading, its title, whose books, its language, nothing beyond the edge. */
  async hasArrived({ heading, client, lang = 'de' }: Expected): Promise<void> {
    const { page } = this;
    await page.locator('h1', { hasText: heading }).waitFor();
    await this.isLoaded();
    expect(await page.locator('h1').count()).toBe(1);
    const title = await page.title();
    const first = (await page.locator('h1').innerText()).trim();
    if (typeof heading === 'string') expect(first).toBe(heading);
    expect(title).toContain(first);
    expect(title).toContain('Finanzzentrum');
    if (client) {
      expect(title).toContain(client);
      expect(await page.getByRole('banner').innerText()).toContain(client);
    }
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    const words = await page.locator('h1, h2, label, button, a, p, dt, legend, th').allInnerTexts();
    expect(words.filter((text) => UNTRANSLATED.test(text))).toEqual([]);
    await this.fits();
  }

  /** Nothing is being fetched any more and no line stands in for content. */
  async isLoaded(): Promise<void> {
    await this.until(`!document.querySelector('.skeleton-line, [aria-busy="true"]')`, () => this.fetching === 0);
  }

  /** Asks the page again and again; twice in a row it has to agree, so that what follows a moment later counts. */
  private async until(expression: string, also: () => boolean = () => true): Promise<void> {
    const end = Date.now() + 30_000;
    for (let agreed = 0; agreed < 2;) {
      agreed = also() && (await this.page.evaluate<boolean>(expression)) ? agreed + 1 : 0;
      if (Date.now() > end) throw new Error(`${this.page.url()}: it did not happen that ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** The page itself never scrolls sideways. */
  async fits(): Promise<void> {
    const { wide, screen } = await this.page.evaluate<{ wide: number; screen: number }>(
      '({ wide: document.documentElement.scrollWidth, screen: window.innerWidth })',
    );
    if (wide > screen) throw new Error(`${this.page.url()} is ${wide} px wide on a screen of ${screen} px`);
  }

  /** The focus is on something of the page, so that the next Tab and a screen reader go on from there. */
  async isSomewhere(): Promise<void> {
    const lost = await this.page.evaluate<boolean>('[null, document.body].includes(document.activeElement)');
    if (lost) throw new Error(`${this.page.url()}: the focus is lost`);
  }

  /** By eye and by ear, in light and dark. */
  async isAccessible(): Promise<void> {
    await this.page.emulateMedia({ colorScheme: 'light' });
    await this.examine('light', { type: 'tag', values: RULES });
    await this.page.emulateMedia({ colorScheme: 'dark' });
    await this.examine('dark', { type: 'rule', values: ['color-contrast'] }); // all else is the same in the dark
    await this.page.emulateMedia({ colorScheme: 'light' });
  }

  private async examine(scheme: string, runOnly: { type: string; values: string[] }): Promise<void> {
    const { page } = this;
    await this.until(`document.documentElement.dataset.mantineColorScheme === '${scheme}'`);
    if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
    const found = await page.evaluate<string[]>(
      `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) =>
        violations.flatMap((rule) => rule.nodes.slice(0, 4).map((node) => rule.id + ': ' + node.html.slice(0, 220) + ' – ' + node.failureSummary)))`,
    );
    if (found.length > 0) throw new Error(`${page.url()} (${scheme}):\n${found.join('\n')}`);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.strokes++;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.strokes += text.length;
    await this.page.keyboard.type(text);
  }

  /** The API as this person's browser reaches it. */
  async api<T = any>(path: string): Promise<T> {
    const answer = await this.context.request.get(`${this.url}/api/v1${path}`);
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Sends what the page would, and answers the status with the body. */
  async send(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const { csrfToken } = await this.api<{ csrfToken: string }>('/auth/session');
    const answer = await this.context.request.fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { 'X-CSRF-Token': csrfToken },
      ...(body !== undefined && { data: body }),
    });
    const text = await answer.text();
    return { status: answer.status(), body: text ? JSON.parse(text) : null };
  }

  async clientId(key: string): Promise<number> {
    const session = await this.api<{ clients: { id: number; key: string }[] }>('/auth/session');
    return session.clients.find((client) => client.key === key)!.id;
  }

  /** Leaves the screen; says what went wrong on the way. */
  async leave(): Promise<void> {
    await this.context.close();
    expect(this.complaints).toEqual([]);
  }
}
