# language: ja
@ios @generation-2
機能: 2025年9月からのiPhoneのバックアップ
  一覧は自動でiCloudに入り、秘密鍵はiCloudキーチェーンで運ばれる。Microsoftアカウントは要らず、
  アプリでオンにするものもない。すべてはiPhoneの設定で決まる。

  ルール: 新しいiPhoneにはすべてのアカウントが現れる。コードはすぐに使え、サインインが要るものはそれを求める

    背景:
      前提 2025年11月14日9時12分である
      かつ ミカはコードのみを使うMicrosoftアカウントmika@outlook.comを持っている
      かつ ミカはパスワードレスのMicrosoftアカウントmika.sato@hotmail.comを持っている
      かつ ミカはContosoの社員で、アカウントはmika@contoso.comである
      かつ 「GitHub」はSHA-512で8桁のコードを1分ごとに出す
      かつ ミカはiPhoneを使っている
      かつ ミカはiPhoneに「GitHub」と「Rakuten」とmika@outlook.comとmika.sato@hotmail.comとmika@contoso.comを追加する

    @id:ms.ios2.lost-phone-everything-on @situation:S01 @rule:backup.ios2.gates @rule:backup.ios2.names-appear
    @rule:restore.third-party-code @rule:restore.sign-in-again @rule:backup.account-kinds @rule:restore.no-old-phone
    @rule:restore.personal-code @rule:restore.passwordless-name-only @rule:restore.work-name-only
    シナリオ: iPhoneを電車に置き忘れても、新しいiPhoneにすべてのアカウントが表示される
      前提 ミカはiPhoneをなくす
      かつ 2日がたつ
      かつ ミカは新しいiPhoneを設定する
      もし ミカは新しいiPhoneのAuthenticatorを開く
      ならば ミカの新しいiPhoneの一覧には5件のアカウントがある
      かつ ミカの新しいiPhoneに「GitHub」と「Rakuten」とmika@outlook.comの使えるコードが表示される
      かつ ミカの新しいiPhoneはmika.sato@hotmail.comとmika@contoso.comへのサインインを求める

    @id:ms.ios2.says-sign-in @rule:restore.sign-in-again @rule:backup.ios2.names-appear
    シナリオ: 新しいiPhoneは、まだ済んでいないことがあると告げる
      前提 ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      もし ミカは新しいiPhoneのAuthenticatorを開く
      ならば ミカの新しいiPhoneに「サインインしてアカウントを復元」と表示される

    @id:ms.ios2.sign-in-completes-one-row @rule:restore.sign-in-again
    シナリオ: サインインすると、そのアカウントだけが使えるようになる
      前提 ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneのAuthenticatorを開く
      もし ミカは新しいiPhoneでmika.sato@hotmail.comのサインインを済ませる
      ならば ミカの新しいiPhoneでmika.sato@hotmail.comがすぐ使える
      かつ ミカの新しいiPhoneはmika@contoso.comへのサインインを求める
      かつ ミカの新しいiPhoneの一覧には5件のアカウントがある

    @id:ms.ios2.personal-codes-differ @situation:S67 @rule:personal.per-device-credential @rule:restore.third-party-code
    シナリオ: 2台のiPhoneを並べると、サイトのコードは同じで、個人用アカウントのコードは違う
      前提 ミカは新しいiPhoneを設定する
      もし ミカは新しいiPhoneのAuthenticatorを開く
      ならば ミカのiPhoneとミカの新しいiPhoneには「GitHub」の同じコードが表示される
      かつ ミカのiPhoneとミカの新しいiPhoneにはmika@outlook.comの違うコードが表示される
      かつ ミカのiPhoneにmika@outlook.comの使えるコードが表示される
      かつ ミカの新しいiPhoneにmika@outlook.comの使えるコードが表示される

  ルール: 2025年9月1日からはiCloudだけで足り、バックアップは自動で始まる

    背景:
      前提 2025年8月31日23時59分59秒である
      かつ ケンジはAuthenticatorでしか確認できないMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはiPhoneを使っている
      かつ ケンジはiPhoneに「Suica」とkenji@outlook.comを追加する

    @id:ms.ios2.last-second-of-generation-1 @rule:backup.ios2.no-microsoft-account @rule:backup.ios1.gates
    シナリオ: その1秒前には、オンにしていないものは何も保存されない
      もし ケンジはiPhoneのAuthenticatorを開く
      ならば ケンジのiPhoneのバックアップはオフである
      かつ どのクラウドにもケンジのバックアップはない

    @id:ms.ios2.begins-by-itself @rule:backup.ios2.automatic @rule:backup.ios2.no-microsoft-account
    シナリオ: 当日からは、アプリを開くだけでよい
      前提 2025年9月1日である
      もし ケンジはiPhoneのAuthenticatorを開く
      ならば ケンジのiPhoneには何も表示されない
      かつ ケンジのiPhoneのバックアップはオンで最新である

    @id:ms.ios2.locked-microsoft-account @rule:backup.ios2.no-microsoft-account @rule:restore.no-old-phone
    シナリオ: なくしたiPhoneでしか本人確認できないMicrosoftアカウントも、もう妨げにならない
      前提 2025年9月1日である
      かつ ケンジはiPhoneのAuthenticatorを開く
      かつ ケンジはiPhoneをなくす
      かつ ケンジは新しいiPhoneを設定する
      もし ケンジは新しいiPhoneのAuthenticatorを開く
      ならば ケンジの新しいiPhoneに「Suica」の使えるコードが表示される

    @id:ms.ios2.restore-asks-no-account @rule:backup.ios2.no-microsoft-account @rule:backup.ios2.names-appear
    シナリオ: 復元を求めても、Microsoftアカウントは求められない
      前提 2025年9月1日である
      かつ ケンジはiPhoneのAuthenticatorを開く
      かつ ケンジはiPhoneをなくす
      かつ ケンジは新しいiPhoneを設定する
      もし ケンジは新しいiPhoneにバックアップを復元する
      ならば ケンジの新しいiPhoneに「Suica」の使えるコードが表示される

    @id:ms.ios2.toggle-is-gone @rule:backup.ios2.no-microsoft-account @rule:backup.ios2.opt-out-in-settings
    シナリオ: 古い手引きに従っても、アプリの中にもうトグルはない
      前提 2025年9月1日である
      かつ ケンジはiPhoneのAuthenticatorを更新する
      もし ケンジはiPhoneのクラウドバックアップをkenji@outlook.comでオンにする
      ならば 利用できないため拒否される

  ルール: キーチェーン、iCloudバックアップ、アプリのトグルは、すべてオンでなければならない

    背景:
      前提 2025年10月20日である
      かつ ハルトはiPhoneを使っている

    @id:ms.ios2.one-setting-off @rule:backup.ios2.gates
    シナリオアウトライン: 設定が一つオフで、新しいiPhoneは空である: <どれか>
      前提 ハルトはiPhoneの<設定>をオフにする
      かつ ハルトはiPhoneに「Mercari」を追加する
      かつ ハルトはiPhoneをなくす
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトの新しいiPhoneの一覧には0件のアカウントがある
      かつ どのクラウドにもハルトのバックアップはない

      @situation:S02
      例:
        | どれか           | 設定               |
        | 秘密鍵を運ぶもの | iCloudキーチェーン |

      @situation:S04 @rule:backup.ios2.opt-out-in-settings
      例:
        | どれか                       | 設定                                |
        | アプリにiCloudを使わせるもの | 「iCloudに保存済み」のAuthenticator |

      @situation:S06 @open:Q02
      例:
        | どれか                   | 設定               |
        | ページがほかに求めるもの | iCloudバックアップ |

    @id:ms.ios2.drive-off @rule:backup.ios2.gates @situation:S05 @open:Q02
    シナリオ: iCloud Driveはオフでもよい。ページは求めていない
      前提 ハルトはiPhoneのiCloud Driveをオフにする
      かつ ハルトはiPhoneに「Mercari」を追加する
      かつ ハルトはiPhoneをなくす
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトの新しいiPhoneに「Mercari」の使えるコードが表示される

  ルール: 2025年7月の告知が正しければ（Q02）、iCloudとキーチェーンだけで足りる

    背景:
      前提 未解決の問いQ02の答えは「message-center」とする
      かつ 2025年10月20日である
      かつ ハルトはiPhoneを使っている

    @id:ms.ios2.announcement-backup-off @rule:backup.ios2.gates @situation:S06 @open:Q02
    シナリオ: iCloudバックアップがオフでも、コードは戻る
      前提 ハルトはiPhoneのiCloudバックアップをオフにする
      かつ ハルトはiPhoneに「Mercari」を追加する
      かつ ハルトはiPhoneをなくす
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトの新しいiPhoneに「Mercari」の使えるコードが表示される

    @id:ms.ios2.announcement-keychain-off @rule:backup.ios2.gates @situation:S02 @open:Q02
    シナリオ: iCloudキーチェーンがオフなら戻らない
      前提 ハルトはiPhoneのiCloudキーチェーンをオフにする
      かつ ハルトはiPhoneに「Mercari」を追加する
      かつ ハルトはiPhoneをなくす
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトの新しいiPhoneの一覧には0件のアカウントがある

  ルール: 現在のページが正しければ（Q02）、iCloud Driveもオンでなければならない

    @id:ms.ios2.current-page-drive-off @rule:backup.ios2.gates @situation:S05 @open:Q02
    シナリオ: iCloud Driveがオフなら、バックアップはない
      前提 未解決の問いQ02の答えは「current-page」とする
      かつ 2025年10月20日である
      かつ ハルトはiPhoneを使っている
      かつ ハルトはiPhoneのiCloud Driveをオフにする
      もし ハルトはiPhoneに「Mercari」を追加する
      ならば ハルトのiPhoneのバックアップはオフである
      かつ どのクラウドにもハルトのバックアップはない

  ルール: 告知が正しければ（Q01）、戻るのは他社サイトの秘密鍵だけである

    背景:
      前提 未解決の問いQ01の答えは「message-center」とする
      かつ 2025年12月2日である
      かつ ソフィアはコードのみを使うMicrosoftアカウントsofia@outlook.comを持っている
      かつ ソフィアはiPhoneを使っている

    @id:ms.ios2.announcement-personal-code @rule:restore.personal-code @open:Q01
    シナリオ: その場合、個人用アカウントのコードはサインインを求める
      前提 ソフィアはiPhoneに「Dropbox」とsofia@outlook.comを追加する
      かつ ソフィアは新しいiPhoneを設定する
      もし ソフィアは新しいiPhoneのAuthenticatorを開く
      ならば ソフィアの新しいiPhoneで「Dropbox」がすぐ使える
      かつ ソフィアの新しいiPhoneはsofia@outlook.comへのサインインを求める

  ルール: 古いiPhoneでアプリを開いたときに、バックアップが書かれる

    背景:
      前提 2025年10月5日である
      かつ オマルはiPhoneを使っている
      かつ オマルはiPhoneのiCloudキーチェーンをオフにする
      かつ オマルはiPhoneに「Telegram」を追加する
      かつ オマルはiPhoneのiCloudキーチェーンをオンにする

    @id:ms.ios2.never-opened-again @rule:backup.ios2.open-once @situation:S07
    シナリオ: すべてオンにしたが、アプリを開く前にiPhoneをなくした
      前提 オマルはiPhoneをなくす
      かつ オマルは新しいiPhoneを設定する
      もし オマルは新しいiPhoneのAuthenticatorを開く
      ならば オマルの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.ios2.opened-once @rule:backup.ios2.open-once
    シナリオ: 一度開いておけば、2分後にiPhoneをなくしてもよい
      前提 オマルはiPhoneのAuthenticatorを開く
      かつ 2分がたつ
      かつ オマルはiPhoneをなくす
      かつ オマルは新しいiPhoneを設定する
      もし オマルは新しいiPhoneのAuthenticatorを開く
      ならば オマルの新しいiPhoneに「Telegram」の使えるコードが表示される

    @id:ms.ios2.removed-while-off @rule:backup.removed-before-backup @situation:S41
    シナリオ: バックアップが始まる前に消したアカウントは、一緒に戻ってはこない
      前提 オマルはiPhoneから「Telegram」を削除する
      かつ オマルはiPhoneに「Steam」を追加する
      かつ オマルはiPhoneをなくす
      かつ オマルは新しいiPhoneを設定する
      もし オマルは新しいiPhoneのAuthenticatorを開く
      ならば オマルの新しいiPhoneの一覧には1件のアカウントがある
      かつ オマルの新しいiPhoneの一覧に「Telegram」はない

  ルール: このバックアップには、アプリのバージョン6.8.33とiOS 16が要る

    背景:
      前提 2025年10月5日である

    @id:ms.ios2.minimum-app @rule:backup.ios2.minimum-app @situation:S08
    シナリオアウトライン: 古いiPhoneのアプリを更新しない: <どこが境か>
      前提 オマルはiPhoneを使っている
      かつ オマルのiPhoneのAuthenticatorはバージョン<版>のままである
      かつ オマルはiPhoneに「Telegram」を追加する
      かつ オマルはiPhoneをなくす
      かつ オマルは新しいiPhoneを設定する
      もし オマルは新しいiPhoneのAuthenticatorを開く
      ならば オマルの新しいiPhoneの一覧には<件数>件のアカウントがある

      例:
        | どこが境か                 | 版     | 件数 |
        | できる最初の版の一つ手前   | 6.8.32 | 0    |
        | できる最初の版             | 6.8.33 | 1    |
        | 文字の順では前だが新しい版 | 6.10.0 | 1    |

    @id:ms.ios2.minimum-os @rule:backup.ios2.minimum-os
    シナリオアウトライン: 古いiPhoneのシステムを上げない: <どこが境か>
      前提 ノラはOSのバージョンが<システム>のiPhoneを使っている
      かつ ノラはiPhoneに「Discord」を追加する
      かつ ノラはiPhoneをなくす
      かつ ノラは新しいiPhoneを設定する
      もし ノラは新しいiPhoneのAuthenticatorを開く
      ならば ノラの新しいiPhoneの一覧には<件数>件のアカウントがある

      例:
        | どこが境か       | システム | 件数 |
        | できない最後の版 | 15.8     | 0    |
        | できる最初の版   | 16.0     | 1    |

    @id:ms.ios2.neither-backup-on-ios-15 @rule:backup.ios2.minimum-os @rule:backup.ios2.no-microsoft-account
    @situation:S11
    シナリオ: iOS 15では、更新で古いバックアップがなくなり、新しいものも来ない
      前提 ノラはコードのみを使うMicrosoftアカウントnora@outlook.comを持っている
      かつ ノラはOSのバージョンが15.8のiPhoneを使っている
      かつ ノラはiPhoneでnora@outlook.comにサインインする
      かつ ノラはiPhoneに「Discord」を追加する
      もし ノラはiPhoneのクラウドバックアップをnora@outlook.comでオンにする
      ならば 利用できないため拒否される
      かつ ノラのiPhoneのバックアップはオフである

  ルール: バックアップしたくなければiCloudの設定で止める。後から警告されることはない

    背景:
      前提 2025年10月8日である
      かつ レナはiPhoneを使っている
      かつ レナはiPhoneに「Signal」を追加する
      かつ レナはiPhoneの「iCloudに保存済み」のAuthenticatorをオフにする

    @id:ms.ios2.opted-out-silently @rule:backup.ios2.opt-out-in-settings @situation:S27
    シナリオ: その後にアカウントを追加しても、何も言われない
      もし レナはiPhoneに「ProtonMail」を追加する
      ならば レナのiPhoneには何も表示されない
      かつ レナのiPhoneのバックアップはオフである

    @id:ms.ios2.added-after-opting-out @rule:backup.ios2.opt-out-in-settings @situation:S27
    シナリオ: それは新しいiPhoneにはない
      前提 レナはiPhoneに「ProtonMail」を追加する
      かつ レナはiPhoneのAuthenticatorを開く
      かつ レナはiPhoneをなくす
      かつ レナは新しいiPhoneを設定する
      もし レナは新しいiPhoneのAuthenticatorを開く
      ならば レナの新しいiPhoneの一覧に「ProtonMail」はない

  ルール: バックアップが現れるのは、作ったときのApple Accountで、入れ直したアプリを開いたときである

    背景:
      前提 2026年1月19日である
      かつ プリヤはiPhoneを使っている
      かつ プリヤはiPhoneに「Notion」と「Zoom」を追加する
      かつ プリヤはiPhoneをなくす

    @id:ms.ios2.other-apple-account @rule:backup.ios2.same-apple-account @situation:S10
    シナリオ: 別のApple Accountでは一覧が空で、理由も示されない
      前提 プリヤはApple Account priya.rao@icloud.comで新しいiPhoneを設定する
      もし プリヤは新しいiPhoneのAuthenticatorを開く
      ならば プリヤの新しいiPhoneの一覧には0件のアカウントがある
      かつ プリヤの新しいiPhoneには何も表示されない

    @id:ms.ios2.right-apple-account-after-all @rule:backup.ios2.same-apple-account @rule:backup.ios2.reinstall-once
    @situation:S10
    シナリオ: 正しいアカウントにサインインしてアプリを入れ直すと、一覧が現れる
      前提 プリヤはApple Account priya.rao@icloud.comで新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneのAuthenticatorを開く
      かつ プリヤは新しいiPhoneでpriya@icloud.comとしてiCloudにサインインする
      かつ プリヤは新しいiPhoneのAuthenticatorを入れ直す
      もし プリヤは新しいiPhoneのAuthenticatorを開く
      ならば プリヤの新しいiPhoneに「Notion」と「Zoom」の使えるコードが表示される

    @id:ms.ios2.reinstalled-once @rule:backup.ios2.reinstall-once @situation:S09
    シナリオ: キーチェーンがオンになる前に開いたアプリは、一度入れ直す
      前提 プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneのiCloudキーチェーンをオフにする
      かつ プリヤは新しいiPhoneのAuthenticatorを開く
      かつ プリヤは新しいiPhoneのiCloudキーチェーンをオンにする
      かつ プリヤは新しいiPhoneのAuthenticatorを入れ直す
      もし プリヤは新しいiPhoneのAuthenticatorを開く
      ならば プリヤの新しいiPhoneに「Notion」と「Zoom」の使えるコードが表示される

  ルール: 2025年9月より前に書かれたきりのバックアップは、もう開かない

    背景:
      前提 2025年8月20日である
      かつ エイダはMicrosoftアカウントada@outlook.comでiPhoneを使っている
      かつ エイダはiPhoneに「eBay」と「Discord」を追加する
      かつ エイダはiPhoneのクラウドバックアップをada@outlook.comでオンにする

    @id:ms.ios2.old-backup-unreachable @rule:backup.ios2.old-backup-unreachable @situation:S12
    シナリオ: 10月に古いiPhoneを売り、11月にはそのバックアップを開く手段がない
      前提 2025年10月11日である
      かつ エイダはiPhoneを売る
      かつ 2025年11月3日である
      かつ エイダは新しいiPhoneを設定する
      もし エイダは新しいiPhoneにada@outlook.comでバックアップを復元する
      ならば バックアップがないため拒否される
      かつ エイダの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.ios2.old-backup-on-its-last-day @rule:backup.ios2.old-backup-unreachable @rule:backup.ios1.both-accounts
    シナリオ: 8月31日には、まだ開く
      前提 2025年8月31日23時50分である
      かつ エイダはiPhoneを売る
      かつ エイダは新しいiPhoneを設定する
      もし エイダは新しいiPhoneにada@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件

    @id:ms.ios2.old-phone-still-works @rule:backup.ios2.automatic @rule:backup.ios2.open-once @situation:S13
    @rule:backup.ios2.minimum-app
    シナリオ: 古いiPhoneがまだ動くなら、アプリを更新して開けば、すべてが新しく保存される
      前提 2025年11月3日である
      かつ エイダはiPhoneのAuthenticatorを更新する
      かつ エイダはiPhoneのAuthenticatorを開く
      かつ エイダはiPhoneをなくす
      かつ エイダは新しいiPhoneを設定する
      もし エイダは新しいiPhoneのAuthenticatorを開く
      ならば エイダの新しいiPhoneに「eBay」と「Discord」の使えるコードが表示される

    @id:ms.ios2.updated-never-opened @rule:backup.ios2.old-backup-unreachable @rule:backup.ios2.open-once
    @situation:S12 @open:Q03
    シナリオ: 更新しただけで開かなければ、何も保存されていない
      前提 2025年11月3日である
      かつ エイダはiPhoneのAuthenticatorを更新する
      かつ エイダはiPhoneをなくす
      かつ エイダは新しいiPhoneを設定する
      もし エイダは新しいiPhoneのAuthenticatorを開く
      ならば エイダの新しいiPhoneの一覧には0件のアカウントがある

  ルール: 更新のときに一度だけ引き継がれるのなら（Q03）、開く必要もない

    背景:
      前提 未解決の問いQ03の答えは「migrated」とする
      かつ 2025年8月20日である
      かつ エイダはiPhoneを使っている
      かつ エイダはiPhoneに「eBay」と「Discord」を追加する

    @id:ms.ios2.carried-over @rule:backup.ios2.old-backup-unreachable @situation:S12 @open:Q03
    シナリオ: ポケットの中で更新されたiPhoneをなくしても、アカウントはiCloudに残っている
      前提 2025年11月3日である
      かつ エイダはiPhoneのAuthenticatorを更新する
      かつ エイダはiPhoneをなくす
      かつ エイダは新しいiPhoneを設定する
      もし エイダは新しいiPhoneのAuthenticatorを開く
      ならば エイダの新しいiPhoneに「eBay」と「Discord」の使えるコードが表示される

  ルール: 1台のスマートフォンでアカウントを消しても、もう1台には残る（Q05）

    背景:
      前提 2025年12月7日である
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneに「Netflix」と「Spotify」を追加する

    @id:ms.ios2.deletes-stay @rule:backup.ios2.deletes-stay @situation:S24 @open:Q05 @ipad
    シナリオ: iPadを整理しても、iPhoneから消えはしない
      前提 アイコはiPadを使っている
      かつ アイコはiPadから「Netflix」を削除する
      もし アイコはiPhoneのAuthenticatorを開く
      ならば アイコのiPadの一覧に「Netflix」はない
      かつ アイコのiPhoneに「Netflix」と「Spotify」の使えるコードが表示される

  ルール: 秘密鍵が失われた名前は、黙って飛ばされはしない

    背景:
      前提 2025年12月7日である
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneに「Netflix」と「Spotify」を追加する

    @id:ms.ios2.name-without-secret @rule:backup.complete @ipad
    シナリオ: 満杯のiCloudに名前だけが残ったアカウントは、戻らなかったと告げられる
      前提 アイコはiPadを使っている
      かつ アイコのiCloudストレージがいっぱいである
      かつ アイコはiPadから「Netflix」を削除する
      かつ アイコは新しいiPhoneを設定する
      もし アイコは新しいiPhoneにバックアップを復元する
      ならば アイコの新しいiPhoneに「一部のアカウントは復元されていません」と表示される

  ルール: 秘密鍵がそのまま一覧なら（Q05）、消せばすべてのスマートフォンから消える

    背景:
      前提 未解決の問いQ05の答えは「sync」とする
      かつ 2025年12月7日である

    @id:ms.ios2.deletes-travel @rule:keychain.synchronizable-delete @situation:S24 @open:Q05 @ipad
    シナリオ: iPadで消したものはiPhoneからも消え、ほかは残る
      前提 アイコはiPhoneを使っている
      かつ アイコはiPhoneに「Netflix」と「Spotify」を追加する
      かつ アイコはiPadを使っている
      かつ アイコはiPadから「Netflix」を削除する
      もし アイコはiPhoneのAuthenticatorを開く
      ならば アイコのiPhoneの一覧に「Netflix」はない
      かつ アイコのiPhoneに「Spotify」の使えるコードが表示される

  ルール: Microsoftがサポートを終えた版のアプリは、更新するまで使えない

    背景:
      前提 2025年1月10日である
      かつ ベンはコードのみを使うMicrosoftアカウントben@outlook.comを持っている
      かつ ベンはiPhoneを使っている
      かつ ベンのiPhoneのAuthenticatorはバージョン6.8.20のままである

    @id:ms.ios2.not-retired-yet @rule:app.too-old-blocked
    シナリオ: 最新の版である間は、やるべきことをする
      もし ベンはiPhoneにben@outlook.comを追加する
      ならば ベンのiPhoneにben@outlook.comの使えるコードが表示される

    @id:ms.ios2.retired @rule:app.too-old-blocked
    シナリオ: 2年後には、もうMicrosoftアカウントを追加できない
      前提 2027年1月10日である
      もし ベンはiPhoneにben@outlook.comを追加する
      ならば 利用できないため拒否される
      かつ ベンのiPhoneの一覧には0件のアカウントがある

    @id:ms.ios2.retired-then-updated @rule:app.too-old-blocked
    シナリオ: 更新すれば、また使える
      前提 2027年1月10日である
      かつ ベンはiPhoneのAuthenticatorを更新する
      もし ベンはiPhoneにben@outlook.comを追加する
      ならば ベンのiPhoneにben@outlook.comの使えるコードが表示される
