/* An authenticator, to be replaced by your own, one method at a time. (Its codes and backup are beside it.)
 *
 * Lostphone starts this program and asks it for things, one JSON object a line on stdin; the answer to each
 * goes to stdout. While a question is open, the program may ask back for what a phone would give it: the
 * time, random bytes, a keychain, a cloud. stderr is a log. That is protocol 1, and it needs no package.
 *
 *     lostphone conformance --client "cmd:node client.mjs" --require core
 */
import { backupOf } from './backup.mjs';
import { oneTimePassword, readLink } from './codes.mjs';

// A promise that needs more than this is "not applicable".
const CAPABILITIES = ['accounts', 'codes', 'counter-codes', 'backup'];
const ABOUT = { name: 'my-authenticator', version: '1', language: 'javascript', capabilities: CAPABILITIES };

/** The app on one phone. It has no clock, no storage and no dice but those of the phone. */
class App {
  constructor(device, platform) {
    this.device = device;
    this.backup = backupOf(this, platform);
  }

  async add({ uri }) {
    if (typeof uri !== 'string') throw this.refusal('unavailable', 'this app adds accounts by link alone');
    const account = readLink(uri);
    if (!account) throw this.refusal('bad-input', 'no codes can be made from this link');
    // A known name at a known site is that account's new secret. Without a site nobody can know.
    const place = account.issuer || (await this.host('random', { count: 8 })).random;
    account.id = [place, account.name].map(encodeURIComponent).join(':');
    await this.keep(account);
    await this.backup.follow();
    return { account: account.id };
  }

  async list() {
    const accounts = await this.accounts();
    const rows = accounts.map(({ issuer, name }) => ({ title: issuer, subtitle: name }));
    await this.host('screen', { view: { name: 'accounts', title: 'Accounts', rows } });
    return { rows: accounts.map(({ id, issuer, name }) => ({ id, issuer, name, kind: 'third-party' })) };
  }

  async code({ account: id }) {
    const account = await this.account(id);
    if (account.type === 'totp') {
      const { now_ms } = await this.host('now');
      return { code: oneTimePassword(account, Math.floor(now_ms / 1000 / account.period)) };
    }
    // Kept before it is seen: a crash must not make the app show it again.
    await this.keep({ ...account, counter: account.counter + 1 });
    await this.backup.follow();
    return { code: oneTimePassword(account, account.counter) };
  }

  async remove({ account: id }) {
    await this.host('keychain.delete', { key: (await this.account(id)).id });
    await this.backup.follow();
  }

  // Accounts live in the keychain, secrets and all: a crash or an update of the app costs nothing.

  async accounts() {
    const accounts = [];
    for (const id of (await this.host('keychain.list')).names) accounts.push(await this.account(id));
    return accounts;
  }

  async account(id) {
    const { value } = await this.host('keychain.get', { key: id });
    if (value === null) throw this.refusal('not-found', 'the list has no such account');
    return JSON.parse(Buffer.from(value, 'base64').toString());
  }

  async keep(account) {
    const value = Buffer.from(JSON.stringify(account)).toString('base64');
    await this.host('keychain.put', { key: account.id, value, protection: this.backup.protection });
  }

  /** Ask the phone for something, while Lostphone's own question is open. */
  async host(method, params = {}) {
    write({ id: 'mine', method: `host/${method}`, params: { device: this.device, ...params } });
    const { result, error } = await read();
    if (error) throw this.refusal(error.data.refusal, error.message);
    return result;
  }

  /** A "no" that the person hears: a code from the protocol's list, and words that hold no secret. */
  refusal(code, message) {
    return Object.assign(new Error(message), { refusal: code });
  }
}

const METHODS = {
  'app/open': (app) => app.backup.catchUp(),
  'account/add': (app, asked) => app.add(asked),
  'account/list': (app) => app.list(),
  'account/code': (app, asked) => app.code(asked),
  'account/remove': (app, asked) => app.remove(asked),
  'backup/enable': (app, asked) => app.backup.enable(asked),
  'backup/disable': (app) => app.backup.disable(),
  'backup/restore': (app, asked) => app.backup.restore(asked),
  'backup/status': (app) => app.backup.status(),
};
// All that this app knows lies on the phones; only what kind of phone each is has to be remembered here.
const NOTHING_TO_DO = ['scenario/start', 'app/update', 'scenario/end', 'shutdown'];
const platforms = new Map();

async function answer(method, asked) {
  if (method === 'initialize') return { result: ABOUT };
  if (method === 'device/provision') platforms.set(asked.device, asked.platform);
  if (method === 'device/provision' || NOTHING_TO_DO.includes(method)) return { result: {} };
  if (!(method in METHODS)) return { error: { code: -32601, message: `there is no ${method} here` } };
  try {
    const app = new App(asked.device, platforms.get(asked.device));
    return { result: (await METHODS[method](app, asked)) ?? {} };
  } catch (no) {
    // Anything else is a fault of this program: it ends, and Lostphone shows its last words.
    if (!no.refusal) throw no;
    return { error: { code: 1, message: no.message, data: { refusal: no.refusal } } };
  }
}

/** Lines of stdin. Not those of readline, for which U+2028 ends one too. */
async function* lines() {
  let begun = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const parts = (begun + chunk).split('\n');
    begun = parts.pop();
    yield* parts;
  }
}

const input = lines();
const read = async () => JSON.parse((await input.next()).value ?? 'null');
const write = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

for (let question; (question = await read()); ) {
  write({ id: question.id, ...(await answer(question.method, question.params)) });
}
