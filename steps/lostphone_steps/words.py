"""The closed lists of the sentences: each value with its words in English and Japanese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lostphone.rules import Catalogue
from lostphone.texts import text


@dataclass(frozen=True)
class Words:
    """The kind's name, and for each value what it is called."""

    kind: str
    spellings: Mapping[Any, Mapping[str, str | tuple[str, ...]]]


def _words(kind: str, **spellings: tuple[str | tuple[str, ...], str | tuple[str, ...]]) -> Words:
    return Words(
        kind,
        {name.rstrip("_").replace("_", "-"): {"en": en, "ja": ja} for name, (en, ja) in spellings.items()},
    )


ON_OFF = Words("onoff", {True: {"en": "on", "ja": "オン"}, False: {"en": "off", "ja": "オフ"}})

SWITCHES = _words(
    "switch",
    icloud_drive=("iCloud Drive", "iCloud Drive"),
    icloud_keychain=("iCloud Keychain", "iCloudキーチェーン"),
    icloud_backup=("iCloud Backup", "iCloudバックアップ"),
    app_toggle=("Authenticator in Saved to iCloud", "「iCloudに保存済み」のAuthenticator"),
    passkey_provider=("Authenticator as passkey provider", "パスキープロバイダーのAuthenticator"),
)

ACCOUNT_EVENTS = _words(
    "account_event",
    change_password=("gets a new password", "のパスワードが変わる"),
    lose_access=("can no longer be recovered by its owner", "を持ち主が回復する手段がなくなる"),
    recover_by_apple=("is opened by Apple's data recovery", "をAppleのデータ復旧が開く"),
    grant_tries=("is granted more tries by Apple", "の試行回数をAppleが増やす"),
    leave=("is signed out everywhere by its organisation", "が組織によってすべてサインアウトされる"),
)

TOOLS = _words(
    "tool",
    pass_=("Temporary Access Pass", "一時アクセス パス"),
    earlier_pass=("earlier Temporary Access Pass", "前の一時アクセス パス"),
)

SESSIONS = _words(
    "session",
    sign_in=("signs in to", "にサインインする"),
    sign_out=("signs out of", "からサインアウトする"),
)

TYPINGS = _words("typing", without_zeros=("without its leading zeros", "先頭のゼロを省いて"))

ERASE_ANSWERS = Words(
    "erase_answer",
    {True: {"en": "erasing", "ja": "消去する"}, False: {"en": "keeping", "ja": "残す"}},
)

PASSWORD_SIGHTS = _words(
    "password_sight",
    look=("looks at", "見る"),
    export=("exports", "書き出す"),
)

LINKS = _words(
    "link",
    offline=("offline", "オフラインである"),
    online=("online again", "再びオンラインになる"),
    locked=("locked", "ロックされている"),
    unlocked=("unlocked", "ロックが解かれている"),
    charging=("charging", "充電中である"),
    unplugged=("not charging", "充電していない"),
    on_wifi=("on Wi-Fi", "Wi-Fiにつながっている"),
    off_wifi=("away from Wi-Fi", "Wi-Fiから離れている"),
    allowed=("free of what its profile forbade", "プロファイルによる禁止をすべて解かれる"),
)

#: Whether a phone reaches a service.
REACHES = _words("reach", cut=("cannot reach", "つながらない"), healed=("can again reach", "再びつながる"))

BARENESS = Words("bareness", {True: {"en": "without an Apple Account", "ja": "Apple Accountなしで"}})

CODE_DEEDS = _words(
    "code_deed",
    look=("looks at", "見る"),
    write_down=("writes down", "書き留める"),
    mistype=("mistypes", "打ち間違える"),
)

ROOMS = _words("room", full=("is full", "がいっぱいである"), free=("has room again", "に空きができる"))

PLATFORMS = _words("platform", ios=("iOS", "iOS"), android=("Android", "Android"))

#: Whether a tenant wants new passkeys vouched for by their maker.
ATTESTATION_DEMANDS = Words(
    "attestation_demand",
    {
        True: {"en": "demands attestation", "ja": "構成証明を求める"},
        False: {"en": "does without attestation", "ja": "構成証明を求めない"},
    },
)

ATTESTATIONS = _words("attestation", stop=("is down", "が止まっている"), start=("is up again", "が復旧する"))

DIRECTIONS = Words(
    "direction", {1: {"en": "fast", "ja": "進んでいる"}, -1: {"en": "slow", "ja": "遅れている"}}
)

#: The catalogue's open questions that have answers to choose from.
QUESTIONS = Words("question", {name: {"en": name, "ja": name} for name in Catalogue.load().open_questions})

PASS_SORTS = _words("pass_sort", one_time=("one-time", "1回限りの"), reusable=("reusable", "繰り返し使える"))

ALLOWANCES = Words(
    "allowance", {True: {"en": "allows", "ja": "許可する"}, False: {"en": "blocks", "ja": "禁止する"}}
)

PASSKEY_EXCEPTIONS = Words(
    "passkey_exception",
    {
        False: {"en": "without exception", "ja": "例外なく"},
        True: {"en": "except with a Temporary Access Pass", "ja": "一時アクセス パスの場合を除いて"},
    },
)

WORK_DEEDS = _words(
    "work_deed",
    sign_in=("signs in with the Temporary Access Pass to", "に一時アクセス パスでサインインする"),
    register=("registers Authenticator for", "のAuthenticatorを登録する"),
    phone_sign_in=("turns on phone sign-in for", "の電話によるサインインをオンにする"),
    scan=("scans the enrolment QR code of", "の登録用QRコードを読み取る"),
    refresh=("looks for waiting requests of", "への要求がないか更新して確かめる"),
    approve=("approves the request to", "への要求を承認する"),
    add=("uses the Temporary Access Pass to add", "を一時アクセス パスで追加する"),
    approve_wrongly=("types a wrong number for the request to", "への要求に違う数字を入力する"),
)

URGINGS = Words(
    "urging",
    {True: {"en": "is urged", "ja": "勧められる"}, False: {"en": "is not urged", "ja": "勧められない"}},
)

MANNERS = Words(
    "manner",
    {
        False: {"en": " as usual", "ja": "いつもどおり"},
        True: {"en": " in an unusual way", "ja": "いつもと違う状況で"},
    },
)

#: Becomes of a phone.
FATES = _words(
    "fate",
    lose=("loses", "なくす"),
    find=("finds", "見つける"),
    break_=("breaks", "壊す"),
    sell=("sells", "売る"),
    erase=("erases", "初期化する"),
    root=(("roots", "jailbreaks"), ("root化する", "脱獄させる")),
    unroot=(("unroots", "undoes the jailbreak of"), ("root化前に戻す", "脱獄前に戻す")),
    crash=("crashes", "強制終了させる"),
    boot=("starts", "再び起動する"),
    correct_clock=("corrects the clock of", "正しい時刻に合わせる"),
    back_up=("backs up", "iCloudにバックアップする"),
    back_up_to_computer=("keeps an unencrypted computer backup of", "暗号化せずにパソコンにバックアップする"),
    back_up_to_computer_encrypted=(
        "keeps an encrypted computer backup of",
        "暗号化してパソコンにバックアップする",
    ),
    sign_out=("signs out of iCloud on", "iCloudからサインアウトさせる"),
    join_keychain=("joins iCloud Keychain on", "iCloudキーチェーンに参加させる"),
    join_keychain_wrongly=(
        "joins iCloud Keychain without the right passcode on",
        "正しいパスコードなしでiCloudキーチェーンに参加させる",
    ),
)

#: How a phone spends a night: which conditions of a nightly backup hold.
NIGHTS = _words(
    "night",
    charging=("charging on Wi-Fi overnight", "Wi-Fiにつないで一晩充電する"),
    no_power=("on Wi-Fi without power overnight", "充電せずWi-Fiにつないで一晩置く"),
    no_wifi=("charging away from Wi-Fi overnight", "Wi-Fiのない場所で一晩充電する"),
    unlocked=("charging on Wi-Fi overnight without locking it", "ロックせずWi-Fiにつないで一晩充電する"),
)

#: Items that another app keeps in the keychain of a phone, by protection class.
KEYCHAIN_ITEMS = _words(
    "keychain_item",
    when_unlocked=("an ordinary item", "通常の項目"),
    this_device_only=("an item for this device only", "「このデバイスのみ」の項目"),
    synchronizable=("a synced item", "同期される項目"),
)

KEYCHAIN_DEEDS = _words("keychain_deed", keep=("keeps", "保存する"), delete=("deletes", "削除する"))

HOLDINGS = Words(
    "holding",
    {True: {"en": "holds", "ja": "がある"}, False: {"en": "does not hold", "ja": "はない"}},
)

APP_VERBS = _words(
    "app_verb",
    open=("opens", "開く"),
    update=("updates", "更新する"),
    reinstall=("reinstalls", "入れ直す"),
    list_=("looks at the accounts in", "開いてアカウントの一覧を見る"),
    check=("checks the backup in", "開いてバックアップの状態を見る"),
)

ROUTES = _words(
    "route",
    icloud_backup=("iCloud Backup", "iCloudバックアップ"),
    quick_start=("Quick Start", "クイックスタート"),
    encrypted_computer_backup=("an encrypted computer backup", "暗号化したパソコンのバックアップ"),
    computer_backup=("an unencrypted computer backup", "暗号化しないパソコンのバックアップ"),
    google=("Google's backup", "Googleのバックアップ"),
    cable=("a cable", "ケーブル"),
    kept_computer_backup=("the computer backup kept before", "前に取ったパソコンのバックアップ"),
)

SERVICES = _words(
    "service",
    icloud=("iCloud", "iCloud"),
    microsoft=("Microsoft", "Microsoft"),
)

#: What a service or phone suffers, and its undoing.
TROUBLES = _words(
    "trouble",
    stop=("is unreachable", "につながらない"),
    start=("is reachable again", "に再びつながる"),
    hold=("keeps everything waiting", "への通信が届かずに止まる"),
    release=("answers again", "への通信が再び届く"),
    speed=("is as fast as before", "への通信が元の速さに戻る"),
    keep=("loses no more messages", "への通信が失われなくなる"),
)

#: What becomes of what a cloud stores of somebody's backups, and its undoing.
SPOILINGS = _words(
    "spoiling",
    altered=("is altered in one place", "が一か所書き換えられる"),
    cut_short=("is cut short", "が途中で切れる"),
    newer_format=("is in a newer format", "が新しい形式になる"),
    exchanged=(
        "is exchanged with that of the other kind of phone",
        "が別の種類のスマートフォンのものと入れ替わる",
    ),
    wrong_key=("meets a wrong key", "に違う鍵が渡される"),
    mended=("is as it was", "が元に戻る"),
)

STATES = _words(
    "state",
    on=("is on and fresh", "はオンで最新である"),
    off=("is off", "はオフである"),
    stale=("is out of date", "は古い"),
)

PERSONAL_SORTS = _words(
    "personal_sort",
    code=("code-only", "コードのみを使う"),
    passwordless=("passwordless", "パスワードレスの"),
    only_authenticator=("Authenticator-only", "Authenticatorでしか確認できない"),
    passwordless_only_authenticator=(
        "passwordless Authenticator-only",
        "パスワードレスでAuthenticatorでしか確認できない",
    ),
)

ROLES = _words(
    "role",
    employee=("an employee", "社員"),
    administrator=("an administrator", "管理者"),
    guest=("a guest", "ゲスト"),
)

ALGORITHMS = Words("algorithm", {f"SHA{n}": {"en": f"SHA-{n}", "ja": f"SHA-{n}"} for n in (1, 256, 512)})

OTP_METHODS = _words("otp_method", totp=("timed", "時刻方式の"), hotp=("counted", "カウンター方式の"))

POLICY_OBJECTS = _words(
    "policy_object",
    authentication_methods=("the authentication methods policy", "認証方法ポリシー"),
    legacy_mfa=("the legacy MFA policy", "旧MFAポリシー"),
    legacy_sspr=("the legacy SSPR policy", "旧SSPRポリシー"),
    all=("every policy", "すべてのポリシー"),
)

METHODS = _words(
    "method",
    third_party_otp=("third-party one-time passwords", "他社製のワンタイムパスワード"),
    authenticator=("Microsoft Authenticator", "Microsoft Authenticator"),
    sms=("text messages", "SMS"),
    passkey=("passkeys", "パスキー"),
    tap=("Temporary Access Passes", "一時アクセス パス"),
)

PASSWORD_VERBS = _words(
    "password_verb",
    save=("saves", "保存する"),
    generate=("generates", "生成する"),
    fill=("fills in", "自動入力する"),
)

#: What the reference client's screens say, by the id of the message; stories quote the title.
_MESSAGE_IDS = (
    "something-went-wrong",
    "unable-to-recover",
    "sign-in-to-restore",
    "restored-in-part",
    "backup-stale",
    "erase-existing-backup",
    "root-warning",
    "root-blocked",
    "root-wiped",
    "autofill-retired",
)
MESSAGES = Words(
    "message",
    {
        name: {
            "en": '"' + text("en", f"messages.{name}.title") + '"',
            "ja": "「" + text("ja", f"messages.{name}.title") + "」",
        }
        for name in _MESSAGE_IDS
    },
)

VERDICTS = _words(
    "verdict",
    same=("the same code", "同じコード"),
    different=("different codes", "違うコード"),
)

REFUSALS = _words(
    "refusal",
    offline=("there is no connection", "接続がないため"),
    timed_out=("nobody answers in time", "時間内に返事がないため"),
    signed_out=("nobody is signed in", "サインインしていないため"),
    wrong_account=("the backup is not stored with that account", "そのアカウントにバックアップがないため"),
    wrong_platform=(
        "the backup is from the other kind of phone",
        "別の種類のスマートフォンのバックアップであるため",
    ),
    not_personal=("a personal Microsoft account is required", "個人用Microsoftアカウントが必要なため"),
    accounts_present=("there are accounts in the app", "アプリにアカウントがあるため"),
    no_backup=("there is no backup", "バックアップがないため"),
    backup_off=("a switch is off", "スイッチがオフであるため"),
    not_found=("it is not there", "見つからないため"),
    already_exists=("there is one already", "すでにあるため"),
    needs_sign_in=("the account asks to sign in", "サインインが必要なため"),
    circular=("the proof is on the missing phone", "本人確認の方法がなくしたスマートフォンにしかないため"),
    wrong_code=("the code is wrong", "コードが違うため"),
    replayed=("the code has been used already", "コードは使用済みであるため"),
    locked_out=("there were too many tries", "試行が多すぎるため"),
    expired=("it has expired", "期限が切れているため"),
    blocked_by_policy=("a policy forbids it", "ポリシーで禁止されているため"),
    not_allowed=("it is not allowed", "許されていないため"),
    rooted=("the phone is rooted", "デバイスがroot化されているため"),
    unavailable=("it is not available", "利用できないため"),
    provider_off=("Authenticator is off as passkey provider", "パスキープロバイダーがオフであるため"),
    quota_exceeded=("the storage is full", "ストレージがいっぱいであるため"),
    destroyed=("it is destroyed for good", "永久に失われたため"),
    tampered=("the data was changed", "データが改変されているため"),
    newer_format=("the backup is from a newer version", "新しい版のバックアップであるため"),
    no_such_phone=("the phone is gone", "スマートフォンがないため"),
    must_wait=("a waiting time has to pass", "待機期間が終わっていないため"),
    bad_input=("it makes no sense", "意味をなさないため"),
)

ALL = (
    ACCOUNT_EVENTS,
    ALGORITHMS,
    ALLOWANCES,
    APP_VERBS,
    ATTESTATION_DEMANDS,
    ATTESTATIONS,
    BARENESS,
    CODE_DEEDS,
    DIRECTIONS,
    ERASE_ANSWERS,
    FATES,
    HOLDINGS,
    KEYCHAIN_DEEDS,
    KEYCHAIN_ITEMS,
    LINKS,
    MANNERS,
    MESSAGES,
    METHODS,
    NIGHTS,
    OTP_METHODS,
    ON_OFF,
    PASSKEY_EXCEPTIONS,
    PASSWORD_SIGHTS,
    PASSWORD_VERBS,
    PASS_SORTS,
    PERSONAL_SORTS,
    PLATFORMS,
    POLICY_OBJECTS,
    QUESTIONS,
    REACHES,
    REFUSALS,
    ROLES,
    ROOMS,
    ROUTES,
    SERVICES,
    SESSIONS,
    SPOILINGS,
    STATES,
    SWITCHES,
    TOOLS,
    TROUBLES,
    TYPINGS,
    URGINGS,
    VERDICTS,
    WORK_DEEDS,
)
