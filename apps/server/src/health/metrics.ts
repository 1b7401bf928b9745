import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: from a cached tile to a review's export. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus reads. Routes are named by their pattern, never by an address that was asked. */
export class Metrics {
  readonly registry = new Registry();
  readonly #seconds: Histogram<'method' | 'route' | 'status'>;
  readonly #underWay: Gauge;
  readonly #tiles: Counter<'source'>;

  constructor() {
    const { registry } = this;
    const registers = [registry];
    collectDefaultMetrics({ register: registry });
    this.#seconds = new Histogram({
      name: 'tuheng_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: BUCKETS,
      registers,
    });
    this.#underWay = new Gauge({
      name: 'tuheng_http_requests_under_way',
      help: 'Requests not answered yet',
      registers,
    });
    this.#tiles = new Counter({
      name: 'tuheng_tiles_total',
      help: 'Tiles served, by where they came from',
      labelNames: ['source'],
      registers,
    });
  }

  requestBegan(): void {
    this.#underWay.inc();
  }

  requestEnded(method: string, route: string, status: number, seconds: number): void {
    this.#underWay.dec();
    this.#seconds.observe({ method, route, status }, seconds);
  }

  tileServed(source: 'memory' | 'disk' | 'cut'): void {
    this.#tiles.inc({ source });
  }
}
