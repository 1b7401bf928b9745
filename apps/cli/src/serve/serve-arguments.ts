import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';
import { type BasemapSettings, defaultSettings, templateFault } from '@tuheng/server';
import type { StorePlace } from '@tuheng/store';
import { originOf } from '../account-links.ts';
import { parcelsOf, parcelsOption, parse, portOf } from '../arguments.ts';
import { placeOf, placeOptions } from '../store-place.ts';
import { UsageError } from '../usage.ts';

export interface ServeArguments {
  readonly place: StorePlace;
  /** Of the server's own. */
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly tlsFiles?: { readonly key: string; readonly certificate: string };
  readonly trustedProxies: readonly string[];
  readonly memoryBytes: number;
  /** File with the settings of sign-on. */
  readonly oidcFile?: string;
  readonly basemap?: BasemapSettings;
  /** Where people find the server, if not at the address it listens on. */
  readonly origin?: string;
  /** Does the queued jobs too. */
  readonly works: boolean;
  readonly demo: boolean;
  /** About how many parcels the demonstration county has. */
  readonly parcels: number;
  readonly quiet: boolean;
}

const DEMO_FOLDER = './tuheng-demo';
/** Beside a database server, whose data are elsewhere. */
const OWN_FOLDER = './tuheng-server';

const MB = 1024 ** 2;
const LEAST_MEMORY = 64;

/** @throws UsageError */
export function serveArguments(args: readonly string[]): ServeArguments {
  const { values } = parse({
    args: [...args],
    options: {
      ...placeOptions,
      folder: { type: 'string' },
      host: { type: 'string', default: defaultSettings.host },
      port: { type: 'string', default: String(defaultSettings.port) },
      'tls-key': { type: 'string' },
      'tls-cert': { type: 'string' },
      'trust-proxy': { type: 'string', multiple: true, default: [] },
      memory: { type: 'string', default: String(defaultSettings.memoryBytes / MB) },
      oidc: { type: 'string' },
      basemap: { type: 'string' },
      'basemap-note': { type: 'string' },
      origin: { type: 'string' },
      'no-worker': { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      parcels: parcelsOption,
      quiet: { type: 'boolean', default: false },
    },
  });
  const { demo, host, 'tls-key': key, 'tls-cert': certificate } = values;
  if ((key === undefined) !== (certificate === undefined))
    throw new UsageError('--tls-key 和 --tls-cert 要一起写。用法见 tuheng --help。');
  const isUnplaced = values.data === undefined && values['database-url'] === undefined;
  const place = placeOf(demo && isUnplaced ? { data: DEMO_FOLDER } : values);
  return {
    place,
    folder: values.folder ?? ownFolderOf(place),
    host,
    port: portOf(values.port),
    ...(key !== undefined && certificate !== undefined && { tlsFiles: { key, certificate } }),
    trustedProxies: values['trust-proxy'].map(proxyOf),
    memoryBytes: memoryOf(values.memory),
    ...(values.oidc !== undefined && { oidcFile: values.oidc }),
    ...(values.basemap !== undefined && { basemap: basemapOf(values.basemap, values['basemap-note']) }),
    ...(values.origin !== undefined && { origin: originOf(values.origin) }),
    works: !values['no-worker'],
    demo,
    parcels: parcelsOf(values.parcels),
    quiet: values.quiet,
  };
}

/** Where a server keeps files of its own when nothing is said. */
export function ownFolderOf(place: StorePlace): string {
  return 'folder' in place ? join(place.folder, 'server') : OWN_FOLDER;
}

/** @param note whose map it is; where nothing is said, the name of its server */
function basemapOf(template: string, note: string | undefined): BasemapSettings {
  const fault = templateFault(template);
  if (fault !== undefined) throw new UsageError(`--basemap 的网址${fault}。写法见 docs/deployment.md。`);
  return { template, attribution: note ?? new URL(template).host };
}

/** An address, or a network as `10.0.0.0/8`. */
function proxyOf(value: string): string {
  const [address = '', bits, ...more] = value.split('/');
  const family = isIP(address);
  const isNetwork =
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  if (family === 0 || !isNetwork || more.length > 0)
    throw new UsageError(`--trust-proxy 要写成 IP 地址或网段（如 10.0.0.0/8），收到的是 ${value}。`);
  return value;
}

function memoryOf(value: string): number {
  const megabytes = Number(value);
  if (!Number.isInteger(megabytes) || megabytes < LEAST_MEMORY)
    throw new UsageError(`--memory 要写成不少于 ${LEAST_MEMORY} 的整数（MB），收到的是 ${value}。`);
  return megabytes * MB;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  const family = isIP(host);
  return host === 'localhost' || (family !== 0 && loopback.check(host, family === 4 ? 'ipv4' : 'ipv6'));
}
