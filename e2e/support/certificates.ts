import { X509Certificate } from "node:crypto";
import { connect } from "node:tls";

/** The certificate that a server shows, if this CA has signed it. */
export function serverCertificate(host: string, port: number, ca: string): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    // The names in it are for the tests to look at; the Talos API asks for a client's certificate only afterwards.
    const socket = connect({ host, port, ca, checkServerIdentity: () => undefined, timeout: 15000 });
    socket.on("secureConnect", () => {
      const certificate = socket.getPeerX509Certificate();
      socket.destroy();
      if (certificate === undefined) reject(new Error(`${host}:${port} shows no certificate`));
      else resolve(certificate);
    });
    socket.on("timeout", () => socket.destroy(new Error(`${host}:${port} does not answer`)));
    socket.on("error", reject);
  });
}

/** A PEM text that a file holds in base64. */
export const pem = (base64: string): string => Buffer.from(base64, "base64").toString();

/** Days from now until a certificate in base64 ends. */
export const daysLeft = (base64: string): number =>
  (Date.parse(new X509Certificate(pem(base64)).validTo) - Date.now()) / 86_400_000;
