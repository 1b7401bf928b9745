import { UsageError } from './usage.ts';

/** The link that makes the first administrator. The secret stands behind the #: it stays in the browser and out of the logs of servers and proxies. */
export function firstLinkAt(origin: string, secret: string): string {
  return `${origin}/first-administrator#${secret}`;
}

/** The link by which an administrator sets another password. */
export function recoveryLinkAt(origin: string, secret: string): string {
  return `${origin}/recover#${secret}`;
}

/** Until when a link works, for people. */
export function untilWords(expiresAt: string): string {
  return new Date(expiresAt).toLocaleString('zh-CN');
}

/** A web address without its last slash. @throws UsageError */
export function originOf(value: string): string {
  const url = URL.parse(value);
  if ((url?.protocol !== 'http:' && url?.protocol !== 'https:') || url.search !== '' || url.hash !== '')
    throw new UsageError(`--origin 要写成网址（如 https://plan.example.cn），收到的是 ${value}。`);
  return url.href.replace(/\/$/, '');
}
