import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { ServerSettings } from '@tuheng/server';
import { ServeError } from './serve-error.ts';

/**
 * Reads a certificate (PEM, with those between it and the root behind it) and its key.
 *
 * @throws ServeError cli.certificate where one cannot be read or they do not belong together
 */
export async function readTlsFiles(
  keyPath: string,
  certificatePath: string,
): Promise<NonNullable<ServerSettings['tls']>> {
  const key = await read(keyPath, '私钥');
  const certificate = await read(certificatePath, '证书');
  const privateKey = parsed(keyPath, '私钥', () => createPrivateKey(key));
  const first = parsed(certificatePath, '证书', () => new X509Certificate(certificate));
  if (!first.checkPrivateKey(privateKey))
    throw new ServeError(
      'certificate',
      `私钥 ${keyPath} 不是证书 ${certificatePath} 的。请检查两个文件是否拿对。`,
    );
  if (new Date(first.validTo) < new Date())
    throw new ServeError(
      'certificate',
      `证书 ${certificatePath} 已于 ${first.validTo} 过期。请换一张有效的证书。`,
    );
  parsed(certificatePath, '证书', () => createSecureContext({ key, cert: certificate }));
  return { key, certificate };
}

async function read(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new ServeError(
      'certificate',
      `读不了${what} ${path}。请检查路径，以及运行服务的用户有没有读取权限。`,
      cause,
    );
  }
}

function parsed<T>(path: string, what: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new ServeError(
      'certificate',
      `${path} 不是 PEM 格式的${what}，或带有密码。请换成不带密码的 PEM 文件。`,
      cause,
    );
  }
}
