// Stands in for the `wx` of a phone, with real HTTP beneath. It is as strict as WeChat: no PATCH, 60 seconds at most, ten tasks at
// once, https only outside of tests, and every status is a success.
import { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
}

export interface Replied {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export class Phone {
  /** What `wx.login` gives, one after the other. */
  codes: () => string | Error = () => 'code';
  /** Called when an answer is there; what it says with "lose" never reaches the program. */
  onReply: (sent: Sent, replied: Replied) => void | 'lose' | Promise<void | 'lose'> = () => undefined;
  /** Where requests really go, for a phone that is moved from one server to another. */
  reroute: (url: string) => string = (url) => url;
  readonly sent: Sent[] = [];
  logins = 0;
  mostAtOnce = 0;
  private running = 0;
  private readonly storage = new Map<string, string>();

  /** Makes this the phone that `wx` speaks of. */
  use(): this {
    (globalThis as { wx?: unknown }).wx = this.wx;
    return this;
  }

  readonly wx = {
    login: (options: { success: (result: { code: string }) => void; fail: (error: { errMsg: string }) => void }) => {
      this.logins++;
      const code = this.codes();
      setImmediate(() => (code instanceof Error ? options.fail({ errMsg: code.message }) : options.success({ code })));
    },
    getStorageSync: (key: string): unknown => JSON.parse(this.storage.get(key) ?? '""'),
    setStorageSync: (key: string, value: unknown) => void this.storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void this.storage.delete(key),
    request: (options: Request) => {
      const method = options.method ?? 'GET';
      if (!['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT'].includes(method)) {
        throw new Error(`wx.request knows no ${method}`);
      }
      const body = options.data === undefined ? undefined : Buffer.from(JSON.stringify(options.data));
      return this.task('request', options, method, { 'content-type': 'application/json', ...options.header }, async () => body, (replied) => ({
        statusCode: replied.status,
        header: replied.headers,
        // WeChat reads JSON where it can, whatever the type of the content.
        data: jsonOr(replied.text),
      }));
    },
    downloadFile: (options: Request) => {
      let tell: (received: { header: Record<string, string> }) => void = () => undefined;
      const task = this.task('downloadFile', options, 'GET', { ...options.header }, async () => undefined, (replied, bytes) => {
        tell({ header: replied.headers });
        // Every answer becomes a file, whatever its status.
        const tempFilePath = path.join(mkdtempSync(path.join(tmpdir(), 'phone-')), 'tmp');
        writeFileSync(tempFilePath, bytes);
        return { statusCode: replied.status, tempFilePath };
      });
      return { ...task, onHeadersReceived: (listener: typeof tell) => void (tell = listener) };
    },
    getFileSystemManager: () => ({ readFileSync: (file: string, encoding: 'utf8') => readFileSync(file, encoding) }),
    uploadFile: (options: Request & { filePath: string; name: string }) => {
      const boundary = `phone${Math.random().toString(36).slice(2)}`;
      const header = { ...options.header, 'content-type': `multipart/form-data; boundary=${boundary}` };
      const body = async () =>
        Buffer.concat([
          Buffer.from(
            `--${boundary}\r\nContent-Disposition: form-data; name="${options.name}"; filename="tmp.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
          ),
          await readFile(options.filePath),
          Buffer.from(`\r\n--${boundary}--\r\n`),
        ]);
      const task = this.task('uploadFile', options, 'POST', header, body, (replied) => ({
        statusCode: replied.status,
        header: replied.headers,
        data: replied.text,
      }));
      return { ...task, onProgressUpdate: (tell: (update: { progress: number }) => void) => setImmediate(() => tell({ progress: 100 })) };
    },
  };

  private task(
    name: string,
    options: Request,
    method: string,
    headers: Record<string, string>,
    readBody: () => Promise<Buffer | undefined>,
    result: (replied: Replied, bytes: Buffer) => unknown,
  ) {
    let request: http.ClientRequest | undefined;
    let isOver = false;
    this.running++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    const end = (tell: () => void) => {
      if (isOver) return;
      isOver = true;
      this.running--;
      setImmediate(tell);
    };
    const fail = (why: string) => end(() => options.fail?.({ errMsg: `${name}:fail ${why}` }));
    if (this.running > 10) fail('exceed max task count');
    const sent: Sent = { method, url: options.url, headers };
    this.sent.push(sent);
    void readBody().then((body) => {
      if (isOver) return;
      request = http.request(this.reroute(options.url), { method, headers, timeout: Math.min(options.timeout ?? 60000, 60000) }, (response) => {
        const parts: Buffer[] = [];
        response.on('error', (error) => fail(error.message));
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', async () => {
          const bytes = Buffer.concat(parts);
          const replied: Replied = {
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(response.headers).map(([key, value]) => [key, String(value)])),
            text: bytes.toString('utf8'),
          };
          if ((await this.onReply(sent, replied)) === 'lose') fail('socket hang up');
          else end(() => options.success?.(result(replied, bytes) as never));
        });
      });
      request.on('timeout', () => request?.destroy(new Error('timeout')));
      request.on('error', (error) => fail(error.message));
      request.end(body);
    });
    return {
      abort: () => {
        fail('abort');
        request?.destroy();
      },
    };
  }
}

interface Request {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  timeout?: number;
  success?: (result: never) => void;
  fail?: (error: { errMsg: string }) => void;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
