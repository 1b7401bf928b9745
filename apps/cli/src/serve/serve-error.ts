type ServeCode =
  | 'port-in-use'
  | 'port-not-permitted'
  | 'host-unknown'
  | 'certificate'
  | 'oidc'
  | 'demo-exposed'
  | 'not-a-demo';

/** Services that cannot be started as they were asked for. The message says what happened, where, and what to do. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
  readonly code: `cli.${ServeCode}`;

  constructor(code: ServeCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = `cli.${code}`;
  }
}

/** What the system says where an address cannot be listened on, for people; any other error as it is. */
export function listenFault(
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ServeError(
        'port-in-use',
        `${host} 的端口 ${port} 已被另一个程序占用。请用 --port 换一个端口，或结束占用它的程序。`,
        error,
      );
    case 'EACCES':
      return new ServeError(
        'port-not-permitted',
        `没有权限监听端口 ${port}。请用 1024 以上的端口，由反向代理转发（docs/deployment.md）。`,
        error,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new ServeError(
        'host-unknown',
        `本机没有 ${host} 这个地址。请把 --host 写成本机的一个地址，或 0.0.0.0（全部地址）。`,
        error,
      );
    default:
      return error;
  }
}
