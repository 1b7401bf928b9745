import type { FastifyReply, FastifyRequest } from 'fastify';

/** With TLS the browser itself holds the cookie to this host and to TLS (RFC 6265bis, 4.1.3.2). */
function nameOf({ protocol }: FastifyRequest): string {
  return protocol === 'https' ? '__Host-tuheng' : 'tuheng';
}

export function sessionTokenOf(request: FastifyRequest): string | undefined {
  return request.cookies[nameOf(request)];
}

/** The session ends by the server's clock; the cookie with the browser. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(nameOf(request), token, attributesOf(request));
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameOf(request), attributesOf(request));
}

function attributesOf({ protocol }: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' } as const;
}
