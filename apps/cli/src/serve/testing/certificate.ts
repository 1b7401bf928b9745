import { spawnSync } from 'node:child_process';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** Makes a certificate for 127.0.0.1, signed by itself, at `PATH.crt` with its key at `PATH.key`. */
export function makeCertificate(path: string): { readonly key: string; readonly cert: string } {
  const [key, cert] = [`${path}.key`, `${path}.crt`];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-days', '2'];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const { status, stderr } = spawnSync(
    'openssl',
    ['req', '-x509', '-nodes', ...kind, ...subject, '-keyout', key, '-out', cert],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return { key, cert };
}
