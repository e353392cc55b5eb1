/* A sealed file: 8 letters, version 1, check 16, nonce 12, tag 16, then the list under AES-256-GCM. */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

// Stories about a newer app raise the version in a file that begins with these letters.
const BEGINNING = Buffer.from([...Buffer.from('LOSTBKUP'), 1]);
const [CHECK, NONCE, TAG, BODY] = [9, 25, 37, 53];
const WHOLE_TAG = { authTagLength: BODY - TAG }; // a shorter one proves less, and Node would take it

/** The file, for a key of 32 bytes and a nonce of 12 that was never used before. */
export function seal(list, key, nonce) {
  const front = Buffer.concat([BEGINNING, checkOf(key), nonce]);
  const cipher = createCipheriv('aes-256-gcm', derived(key, 'seal'), nonce, WHOLE_TAG).setAAD(front);
  const body = Buffer.concat([cipher.update(JSON.stringify(list)), cipher.final()]);
  return Buffer.concat([front, cipher.getAuthTag(), body]);
}

/** The list, or null if anything in the file is not as it was. */
export function unseal(file, key) {
  try {
    const nonce = file.subarray(NONCE, TAG);
    const decipher = createDecipheriv('aes-256-gcm', derived(key, 'seal'), nonce, WHOLE_TAG);
    decipher.setAAD(file.subarray(0, TAG)).setAuthTag(file.subarray(TAG, BODY));
    return JSON.parse(Buffer.concat([decipher.update(file.subarray(BODY)), decipher.final()]).toString());
  } catch {
    return null;
  }
}

/** Whether that key sealed the file: so a wrong account is not taken for damage. */
export function isSealedWith(key, file) {
  return file.subarray(CHECK, NONCE).equals(checkOf(key));
}

/** Whether an app that is newer than this one has written the file. */
export function isNewer(file) {
  return file[BEGINNING.length - 1] > BEGINNING.at(-1);
}

function checkOf(key) {
  return derived(key, 'check').subarray(0, NONCE - CHECK);
}

function derived(key, use) {
  return createHmac('sha256', key).update(use).digest();
}
