import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A picture of one grey dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mPYAgAAtgC1tS5faQAAAABJRU5ErkJggg==',
  'base64',
);

/** The map server of somebody else, whose key is KEY. */
export class TileServer {
  /** Addresses that it was asked for. */
  readonly asked: string[] = [];
  readonly #server = createServer((request, response) => {
    this.asked.push(request.url!);
    response.writeHead(200, { 'content-type': 'image/png' }).end(dot);
  });

  /** @returns the template of its addresses */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/{z}/{x}/{y}?tk=KEY`;
  }

  stop(): void {
    this.#server.close();
  }
}
