/* Backups. On Android it is one sealed file that lies with a Microsoft account and opens with its key. On an
 * iPhone the accounts live in iCloud Keychain: there it is enough to say how that stands. */
import { isNewer, isSealedWith, seal, unseal } from './sealing.mjs';

/** The one for that kind of phone. `app` asks the phone (`host`) and has the list (`accounts`, `keep`). */
export function backupOf(app, platform) {
  return platform === 'ios' ? new KeychainBackup(app) : new SealedBackup(app);
}

class SealedBackup {
  protection = 'this-device-only';

  constructor(app) {
    this.app = app;
  }

  async enable({ recovery_account, erase_existing }) {
    const account = await this.signedIn(recovery_account);
    const known = (await this.state()).account === account;
    if (!known && !erase_existing && (await this.stored(account))) {
      throw this.app.refusal('already-exists', 'this account holds a backup that this phone has not seen');
    }
    await this.upload(account);
    return this.status();
  }

  async disable() {
    const { on, account } = await this.state();
    if (!on) throw this.app.refusal('backup-off', 'there is nothing to switch off');
    await this.app.host('cloud.delete', { store: 'microsoft', key: account });
    await this.remember({});
  }

  async restore({ recovery_account }) {
    if ((await this.app.accounts()).length) {
      throw this.app.refusal('accounts-present', 'a backup is restored into an empty list');
    }
    const account = await this.signedIn(recovery_account);
    const file = await this.stored(account);
    if (!file) throw this.app.refusal('wrong-account', 'this account holds no backup');
    const key = await this.key(account);
    if (!isSealedWith(key, file)) throw this.app.refusal('wrong-account', 'it is of another account');
    const list = unseal(file, key);
    if (!list) throw this.app.refusal('tampered', 'this backup was damaged or altered');
    for (const one of list) await this.app.keep(one);
    // A backup that is on stays on, and holds what has come.
    if ((await this.state()).on) await this.follow();
    else await this.remember({ account });
    return { ready: list.length, sign_in: 0 };
  }

  async status() {
    const { on = false, account: recovery_account, ...rest } = await this.state();
    return on ? { on, recovery_account, ...rest } : { on };
  }

  /** The list has changed. What cannot be saved now is saved at the next opening, and the person is told. */
  async follow() {
    const state = await this.state();
    if (!state.on) return;
    try {
      await this.upload(state.account);
    } catch (no) {
      if (!no.refusal) throw no;
      await this.remember({ ...state, warning: 'stale' });
      const message = 'Your last change is not in the backup. Open the app again when you are online.';
      const view = { name: 'message', title: 'Backup', message, message_id: 'backup-stale' };
      await this.app.host('screen', { view });
    }
  }

  async catchUp() {
    if ((await this.state()).warning) await this.follow();
  }

  async upload(account) {
    await this.stored(account); // refuses to go on where a newer app has been
    const list = await this.app.accounts();
    const { random } = await this.app.host('random', { count: 12 });
    const blob = seal(list, await this.key(account), Buffer.from(random, 'base64')).toString('base64');
    await this.app.host('cloud.put', { store: 'microsoft', key: account, blob });
    const { now_ms: last_good_ms } = await this.app.host('now');
    await this.remember({ on: true, account, accounts: list.length, last_good_ms });
  }

  async stored(account) {
    const { blob } = await this.app.host('cloud.get', { store: 'microsoft', key: account });
    const file = blob === null ? null : Buffer.from(blob, 'base64');
    if (file && isNewer(file)) throw this.app.refusal('newer-format', 'a newer app has written this backup');
    return file;
  }

  async key(account) {
    const { recovery_key } = await this.app.host('identity.recovery_key', { account });
    return Buffer.from(recovery_key, 'base64');
  }

  /** The account that is meant, once the person has signed in to it. */
  async signedIn(wanted) {
    const { names } = await this.app.host('identity.sessions');
    const account = wanted ?? names[0];
    if (!account) throw this.app.refusal('signed-out', 'sign in to a Microsoft account first');
    if (!names.includes(account)) await this.app.host('identity.sign_in', { account });
    return account;
  }

  // A file that device backups leave out: a phone set up from one has not seen this backup yet.

  async state() {
    const { content } = await this.app.host('storage.get', { name: 'no-backup/backup' });
    return content === null ? {} : JSON.parse(Buffer.from(content, 'base64').toString());
  }

  async remember(state) {
    const content = Buffer.from(JSON.stringify(state)).toString('base64');
    await this.app.host('storage.put', { name: 'no-backup/backup', content });
  }
}

class KeychainBackup {
  protection = 'synchronizable';

  constructor(app) {
    this.app = app;
  }

  enable() {
    throw this.app.refusal('not-allowed', 'iCloud Keychain is switched on in the Settings of the phone');
  }

  disable() {
    throw this.app.refusal('not-allowed', 'iCloud Keychain is switched off in the Settings of the phone');
  }

  async restore() {
    const ready = (await this.app.accounts()).length;
    if (!ready) throw this.app.refusal('no-backup', 'iCloud Keychain holds no accounts');
    return { ready, sign_in: 0 };
  }

  async status() {
    if (!(await this.app.host('settings')).icloud?.keychain) return { on: false };
    return { on: true, accounts: (await this.app.accounts()).length };
  }

  follow() {}

  catchUp() {}
}
