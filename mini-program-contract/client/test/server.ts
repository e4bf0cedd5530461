import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export interface Says {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A service that says what a test tells it to. */
export class Server {
  readonly asked: Asked[] = [];
  private constructor(
    private readonly server: http.Server,
    readonly url: string,
  ) {}

  static async saying(answer: (asked: Asked, nth: number) => Says | Promise<Says>): Promise<Server> {
    const server = http.createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', async () => {
        const asked: Asked = {
          method: request.method ?? '',
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(parts).toString('utf8'),
        };
        self.asked.push(asked);
        const { status, body, headers } = await answer(asked, self.to(asked.path).length);
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const self = new Server(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return self;
  }

  to(path: string): Asked[] {
    return this.asked.filter((asked) => asked.path === path);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A refusal as the service words it. */
export const refuses = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Says => ({
  status,
  body: { type: `urn:craftsman:problem:${code}`, title: '一句话。', status, code, traceId: 't', ...more },
  headers: { 'content-type': 'application/problem+json', ...headers },
});

export const tokens = (name: string): Says => ({
  status: 200,
  body: { accessToken: `access-${name}`, expiresIn: 900, refreshToken: `refresh-${name}` },
});
