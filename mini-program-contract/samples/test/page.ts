// Renders a sample page with miniprogram-simulate: WeChat's own template compiler, a DOM, and a stand-in for `wx` that speaks with a
// local service over HTTP.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Server, tokens, type Asked, type Says } from '../../client/test/server';
import { Phone } from '../../test-support/wx-shim';

const require = createRequire(path.resolve('package.json'));
const { JSDOM } = require('jsdom') as { JSDOM: new (html: string, options: object) => { window: Window & typeof globalThis } };
const { window } = new JSDOM('<body></body>', { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document });
for (const name of ['Node', 'Element', 'HTMLElement', 'Event', 'CustomEvent'] as const) Object.assign(globalThis, { [name]: window[name] });

// Pauses for typing and between attempts pass twenty times as fast; what comes first stays first.
const slowTimeout = globalThis.setTimeout;
globalThis.setTimeout = ((action: () => void, milliseconds = 0) => slowTimeout(action, milliseconds / 20)) as never;

// What the compiled templates complain about goes to the console only.
const complaints: string[] = [];
for (const level of ['log', 'warn', 'error'] as const) {
  const write = console[level];
  console[level] = (...words: unknown[]) => void (/WXMLRT/.test(String(words[0])) ? complaints.push(words.join(' ')) : write(...words));
}

interface Rendered {
  dom: Element;
  /** What the page bound to a built-in component. */
  instance: { data: Record<string, unknown> };
  dispatchEvent(name: string, options?: { detail?: object }): void;
  querySelector(selector: string): Rendered | undefined;
  querySelectorAll(selector: string): Rendered[];
  attach(parent: Element): void;
}

const simulate = require('miniprogram-simulate') as {
  load(definition: string | object, options?: object): string;
  render(id: string): Rendered;
};
// As simulated they have no properties, so nobody could see what a page gives them.
for (const [name, properties] of Object.entries({
  button: { disabled: Boolean, loading: Boolean },
  input: { value: String },
  textarea: { value: String },
  picker: { range: Array, value: Number },
  image: { src: String },
  progress: { percent: Number },
})) {
  simulate.load({ id: name, tagName: `wx-${name}`, template: '<slot/>', properties });
}

type Methods = Record<string, (argument?: unknown) => unknown>;

/** A rendered page, as a person looks at it and touches it. */
export class Page {
  private constructor(
    private readonly root: Rendered,
    readonly server: Server,
    readonly phone: Phone,
    /** What the page asked the phone for, besides requests: `switchTab`, `stopPullDownRefresh` … */
    readonly told: { name: string; options: Record<string, unknown> }[],
  ) {}

  /** Opens a page on a phone whose service answers as told; a login always works. */
  static async open(name: string, answer: (asked: Asked, nth: number) => Says | Promise<Says>, phone = new Phone(), wx: object = {}): Promise<Page> {
    const server = await Server.saying((asked, nth) => (asked.path === '/api/v1/auth/wechat' ? tokens('sample') : answer(asked, nth)));
    open.push(server);
    phone.reroute = (url) => url.replace('http://127.0.0.1:5080', server.url);
    phone.use();
    const told: Page['told'] = [];
    const tell = (name: string) => (options: Record<string, unknown> = {}) => void told.push({ name, options });
    const others = ['switchTab', 'stopPullDownRefresh', 'pageScrollTo'].map((name) => [name, tell(name)]);
    Object.assign(globalThis, { wx: { ...phone.wx, ...Object.fromEntries(others), ...wx } });

    const root = path.resolve('node_modules/.samples');
    const rendered = simulate.render(simulate.load(path.join(root, `pages/${name}/index`), { rootPath: root }));
    const parent = window.document.createElement('div');
    window.document.body.append(parent);
    rendered.attach(parent);
    const page = new Page(rendered, server, phone, told);
    page.does('onLoad', {});
    page.does('onShow');
    return page;
  }

  /** What WeChat calls: onReachBottom, onPullDownRefresh, onHide … */
  does(moment: string, argument?: unknown): unknown {
    return (this.root.instance as unknown as Methods)[moment]?.(argument);
  }

  get text(): string {
    return this.root.dom.textContent ?? '';
  }

  all(selector: string): Rendered[] {
    return this.root.querySelectorAll(selector);
  }

  texts(selector: string): string[] {
    return this.all(selector).map(({ dom }) => (dom.textContent ?? '').trim());
  }

  /** What the page gave to a built-in component, such as `disabled` of a button. */
  given(selector: string, property: string, nth = 0): unknown {
    return this.find(selector, nth).instance.data[property];
  }

  tap(selector: string, nth = 0): void {
    this.find(selector, nth).dispatchEvent('tap');
  }

  type(selector: string, value: string): void {
    this.find(selector).dispatchEvent('input', { detail: { value } });
  }

  choose(selector: string, value: number): void {
    this.find(selector).dispatchEvent('change', { detail: { value } });
  }

  /** Waits until it is so; what the page shows is said when it never is. */
  async until(isSo: string | (() => boolean)): Promise<void> {
    const holds = typeof isSo === 'string' ? () => this.text.includes(isSo) : isSo;
    for (let tries = 0; tries < 1000; tries++) {
      if (holds()) return;
      await new Promise((resolve) => slowTimeout(resolve, 10));
    }
    assert.fail(`Never so: ${isSo}\nThe page shows: ${this.text.replace(/\s+/g, ' ')}`);
  }

  private find(selector: string, nth = 0): Rendered {
    const found = this.all(selector)[nth];
    assert.ok(found, `No ${selector} on the page, which shows: ${this.text.replace(/\s+/g, ' ')}`);
    return found;
  }
}

const open: Server[] = [];

/** Call it after each test. */
export function closeAll(): void {
  open.splice(0).forEach((server) => server.close());
  assert.deepEqual(complaints.splice(0), []);
}

/** Lets a test decide when an answer comes. */
export function later<T>(): { promise: Promise<T>; come: (value: T) => void } {
  let come!: (value: T) => void;
  const promise = new Promise<T>((resolve) => (come = resolve));
  return { promise, come };
}

/** Name the schema of the contract, so that no test goes on with an answer the service does not give any more. */
export const says = <Document>(body: Document, status = 200): Says => ({ status, body });
