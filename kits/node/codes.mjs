/* One-time passwords, and the links in which sites hand them out. */
import { createHmac } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4226; and RFC 6238, where what moves is the number of periods since 1970. */
export function oneTimePassword({ secret, algorithm, digits }, moving) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(moving));
  const digest = createHmac(algorithm, bytesOf(secret)).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

const LINK = /^otpauth:\/\/(totp|hotp)\/([^?#]+)\?([^#]+)$/;

/** The account in an `otpauth://` link; null for what is none, or could mean two things. */
export function readLink(uri) {
  const [type, label, query] = LINK.exec(uri)?.slice(1) ?? [];
  const text = label && decoded(label);
  if (!text) return null;
  const fields = new URLSearchParams(query);
  const given = Object.fromEntries(fields);
  const account = {
    type,
    ...namesIn(text, (given.issuer ?? '').trim()),
    secret: (given.secret ?? '').toUpperCase().replace(/=+$/, ''),
    algorithm: (given.algorithm ?? 'SHA1').toLowerCase(),
    digits: Number(given.digits ?? 6),
    period: Number(given.period ?? 30),
    counter: Number(given.counter ?? (type === 'totp' ? 0 : NaN)),
  };
  const sound =
    fields.size === Object.keys(given).length && // nothing is said twice
    /^[A-Z2-7]{2,}$/.test(account.secret) &&
    ['sha1', 'sha256', 'sha512'].includes(account.algorithm) &&
    [6, 7, 8].includes(account.digits) &&
    Number.isSafeInteger(account.period) && account.period > 0 &&
    Number.isSafeInteger(account.counter) && account.counter >= 0;
  return sound ? account : null;
}

/** The site may stand before a colon, in a field of its own, or in both places. */
function namesIn(label, issuer) {
  const colon = issuer && label.startsWith(`${issuer}:`) ? issuer.length : label.indexOf(':');
  const before = label.slice(0, Math.max(colon, 0)).trim();
  return { issuer: issuer || before, name: label.slice(colon + 1).trim() };
}

/** The text behind the %xx; null if they stand for none. */
function decoded(label) {
  try {
    return decodeURIComponent(label);
  } catch {
    return null;
  }
}

/** Base32. Bits that are left over after the last whole byte mean nothing. */
function bytesOf(secret) {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}
