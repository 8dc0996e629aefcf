import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { CertificateName } from './fault.ts';

/** Without it there are no certificates, and the faults of TLS are left out. */
export const hasOpenssl: boolean = spawnSync('openssl', ['version']).status === 0;

const HOWS: Readonly<Record<CertificateName, { name: string; days: string }>> = {
  untrusted: { name: 'IP:127.0.0.1', days: '1' },
  // Yesterday.
  expired: { name: 'IP:127.0.0.1', days: '-1' },
  'other host': { name: 'DNS:other.example', days: '1' },
  right: { name: 'IP:127.0.0.1', days: '1' },
};

interface Certificate {
  key: string;
  cert: string;
}

const made = new Map<CertificateName, Certificate>();

/** Makes a certificate once for a process, so that no private key is kept anywhere, and lets the process trust it. */
export function certificate(name: CertificateName): Certificate {
  const known = made.get(name);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'fault-'));
  try {
    const certificate = make(folder, HOWS[name]);
    made.set(name, certificate);
    if (name !== 'untrusted') setDefaultCACertificates([...getCACertificates('default'), certificate.cert]);
    return certificate;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function make(folder: string, { name, days }: { name: string; days: string }): Certificate {
  const [key, request, cert] = ['key.pem', 'request.pem', 'cert.pem'].map((file) => join(folder, file)) as [
    string,
    string,
    string,
  ];
  const openssl = (args: string) => execFileSync('openssl', args.split(' '), { cwd: folder, stdio: 'pipe' });
  openssl(
    // Signers are looked up by name, so each needs a name of its own.
    `req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${key} -out ${request} -subj /CN=${randomUUID()} ` +
      `-addext subjectAltName=${name}`,
  );
  openssl(`x509 -req -in ${request} -signkey ${key} -days ${days} -copy_extensions copyall -out ${cert}`);
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}
