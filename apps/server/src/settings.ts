import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OidcSettings } from '@tuheng/store';
import type { BasemapSettings } from './basemap/basemap-template.ts';

/** How the server is run. */
export interface ServerSettings {
  /** Address to listen on. */
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** PEM; without it plain HTTP, for this machine or behind a proxy that does TLS. */
  readonly tls?: { readonly key: string; readonly certificate: string };
  /** Addresses of proxies whose X-Forwarded-… headers are believed (CIDR allowed). */
  readonly trustedProxies: readonly string[];
  /** Where `npm run build` has left the workspace. */
  readonly workspaceFolder: string;
  /** A folder of the server's own, for uploads and tiles. */
  readonly folder: string;
  /** What layers held in memory may take together, and as much again those ready to be cut into tiles. */
  readonly memoryBytes: number;
  /** The identity provider by which people sign on; by default there is none. It comes from the administrator alone: the server asks it. */
  readonly oidc?: OidcSettings;
  /** A map of another server under the layers; by default there is none. */
  readonly basemap?: BasemapSettings;
  /** Threads that cut tiles. */
  readonly tileThreads: number;
  /** What tiles on the disk may take. */
  readonly tileDiskBytes: number;
  /** Bytes of one upload, and of all that one account has. */
  readonly uploads: { readonly fileBytes: number; readonly accountBytes: number };
  /** Of one account or, for strangers, one address. */
  readonly requestsPerMinute: { readonly account: number; readonly stranger: number };
  readonly logLevel: 'silent' | 'error' | 'info';
}

export const defaultSettings = {
  host: '127.0.0.1',
  port: 8080,
  trustedProxies: [],
  workspaceFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
  memoryBytes: 2 * 1024 ** 3,
  tileThreads: Math.max(1, availableParallelism() - 1),
  tileDiskBytes: 10 * 1024 ** 3,
  uploads: { fileBytes: 8 * 1024 ** 3, accountBytes: 64 * 1024 ** 3 },
  requestsPerMinute: { account: 12_000, stranger: 300 },
  logLevel: 'info',
} as const satisfies Partial<ServerSettings>;
