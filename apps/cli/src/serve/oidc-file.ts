import { readFile } from 'node:fs/promises';
import type { ServerSettings } from '@tuheng/server';
import { ServeError } from './serve-error.ts';

type OidcSettings = NonNullable<ServerSettings['oidc']>;

const texts = ['issuer', 'clientId', 'clientSecret', 'redirectUri'] as const;
const lists = ['endpointHosts', 'scopes'] as const;
const claims = ['identifier', 'displayName'] as const;

/**
 * Reads the settings of sign-on by an identity provider: JSON as in docs/deployment.md. What they say is judged by the store.
 *
 * @throws ServeError cli.oidc where the file cannot be read, something is missing, or there is something else in it
 */
export async function readOidcFile(path: string): Promise<OidcSettings> {
  const fault = (what: string, cause?: unknown): ServeError =>
    new ServeError('oidc', `统一身份认证的配置 ${path}：${what}。写法见 docs/deployment.md。`, cause);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw fault('读不了这个文件，请检查路径和读取权限', cause);
  });
  let settings: Record<string, unknown>;
  try {
    settings = JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw fault('不是 JSON', cause);
  }
  if (!isRecord(settings)) throw fault('应是一个 JSON 对象');
  const { claims: named = {}, ...rest } = settings;
  for (const name of texts) if (typeof rest[name] !== 'string') throw fault(`缺少文字 ${name}`);
  for (const name of lists)
    if (rest[name] !== undefined && !isTexts(rest[name])) throw fault(`${name} 应是一列文字`);
  if (!isRecord(named) || !isTexts(Object.values(named))) throw fault('claims 中应是文字');
  const known = new Set<string>([...texts, ...lists]);
  const stray = [
    ...Object.keys(rest).filter((name) => !known.has(name)),
    ...Object.keys(named).filter((name) => !claims.some((one) => one === name)),
  ];
  if (stray.length > 0) throw fault(`不认识 ${stray.join('、')}`);
  return settings as unknown as OidcSettings;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
