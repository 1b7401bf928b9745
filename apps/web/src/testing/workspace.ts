import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Serving } from '@tuheng/cli/testing/serving.ts';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startBrowser } from './browser.ts';

/** Of every demonstration account. */
const password = 'only-for-trying-out';

/** Milliseconds that a page may take for anything: a loaded machine without a graphics card is slow. */
const PATIENCE = 60_000;

/** A server with the demonstration county, and a browser in front of it. */
export class Workspace {
  readonly #serving: Serving;
  readonly #browser: Browser;
  /** Of accounts that have opened a page. */
  readonly #contexts = new Map<string, BrowserContext>();
  readonly folder: string;

  private constructor(serving: Serving, browser: Browser, folder: string) {
    this.#serving = serving;
    this.#browser = browser;
    this.folder = folder;
  }

  /** @param options of `tuheng serve`, besides those that every workspace has */
  static async start(...options: readonly string[]): Promise<Workspace> {
    const folder = await mkdtemp(join(tmpdir(), 'tuheng-web-'));
    const serving = await Serving.startForSuite(
      'serve',
      '--demo',
      ...['--parcels', '4000'],
      '--quiet',
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
      ...options,
    );
    return new Workspace(serving, await startBrowser(), folder);
  }

  get address(): string {
    return this.#serving.address;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#serving.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Opens a page as one of the demonstration accounts, in the browser that its other pages have. What a page keeps in the browser, the next one finds. */
  async open(path: string, account: string): Promise<OpenPage> {
    let context = this.#contexts.get(account);
    if (!context) {
      context = await this.#signedIn(account, {});
      this.#contexts.set(account, context);
    }
    return this.#opened(path, context, (page) => page.close());
  }

  /** Opens a page in a browser of its own; as a stranger where no account is named. */
  async openAlone(path: string, account?: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const context = await this.#signedIn(account, options);
    return this.#opened(path, context, () => context.close());
  }

  async #opened(
    path: string,
    context: BrowserContext,
    close: (page: Page) => Promise<void>,
  ): Promise<OpenPage> {
    const page = await context.newPage();
    const opened = new OpenPage(this, page, () => close(page));
    await page.goto(path);
    return opened;
  }

  async #signedIn(account: string | undefined, options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      baseURL: this.address,
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    });
    context.setDefaultTimeout(PATIENCE);
    if (account !== undefined) {
      const answer = await context.request.post('/api/v1/session', {
        data: { name: account, password },
        headers: { origin: this.address },
      });
      expect(answer.status()).toBe(200);
    }
    return context;
  }
}

/** A workspace for the tests of the calling suite, from before the first to after the last. */
export function useWorkspace(start = () => Workspace.start()): () => Workspace {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await start();
  });
  afterAll(() => workspace?.stop());
  return () => workspace;
}

/** A page, and everything it said that it should not have. */
export class OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #end: () => Promise<void>;
  readonly #troubles: string[] = [];

  constructor({ address }: Workspace, page: Page, end: () => Promise<void>) {
    this.page = page;
    this.context = page.context();
    this.#end = end;
    page.on('console', (message) => {
      if (message.type() === 'error') this.#troubles.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.#troubles.push(message));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      const isOwn = origin === address || protocol === 'blob:' || protocol === 'data:';
      if (!isOwn) this.#troubles.push(`asked someone else: ${request.url()}`);
    });
  }

  /** Goes to an address as its own links do, without loading the page anew. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  }

  /** Waits until the map has drawn everything. */
  async drawn(pane: 'after' | 'before' = 'after'): Promise<void> {
    await this.page.locator(`[data-pane=${pane}][aria-busy=false]`).waitFor();
  }

  /** Serious and critical faults that axe finds, as its rules and the elements they are about. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
      );
  }

  /**
   * Closes the page. Nothing may have gone wrong in it, and it may have asked nobody but the server.
   *
   * @param expected parts of troubles that the test made itself
   */
  async close(...expected: readonly string[]): Promise<void> {
    await this.#end();
    expect(this.#troubles.filter((trouble) => !expected.some((part) => trouble.includes(part)))).toEqual([]);
  }
}
