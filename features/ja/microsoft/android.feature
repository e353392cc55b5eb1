# language: ja
@android
機能: Androidのバックアップ
  Androidでは、アプリでオンにしたバックアップが個人用Microsoftアカウントに置かれる。
  そのアカウントにサインインできる人が、まだ空のアプリに復元できる。

  ルール: アプリのクラウドバックアップと個人用Microsoftアカウントがあれば足りる

    背景:
      前提 2026年3月17日である
      かつ トムはコードだけのMicrosoftアカウントtom@outlook.comを持っている
      かつ トムはパスワードレスのMicrosoftアカウントtom.k@hotmail.comを持っている
      かつ トムはContosoの社員で、アカウントはtom@contoso.comである
      かつ トムはAndroidスマホを使っている
      かつ トムはAndroidスマホに「PayPal」とtom@outlook.comとtom.k@hotmail.comとtom@contoso.comを追加する

    @id:ms.android.restored-first-of-all @situation:S28 @rule:backup.android.cloud-backup
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:backup.account-kinds @rule:restore.no-old-phone
    シナリオ: 何よりも先に復元すれば、コードは使え、残りはサインインする
      前提 トムはAndroidスマホのクラウドバックアップをtom@outlook.comでオンにする
      かつ トムはAndroidスマホをなくす
      かつ トムは新しいAndroidスマホを設定する
      もし トムは新しいAndroidスマホにtom@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、2件がサインインを求める
      かつ トムの新しいAndroidスマホに「PayPal」とtom@outlook.comの使えるコードが表示される
      かつ トムの新しいAndroidスマホはtom.k@hotmail.comとtom@contoso.comへのサインインを求める

    @id:ms.android.personal-codes-differ @situation:S67 @rule:personal.per-device-credential
    @rule:restore.third-party-code
    シナリオ: 2台のスマホに出る個人用アカウントのコードは違うが、どちらも正しい
      前提 トムはAndroidスマホのクラウドバックアップをtom@outlook.comでオンにする
      かつ トムは新しいAndroidスマホを設定する
      もし トムは新しいAndroidスマホにtom@outlook.comでバックアップを復元する
      ならば トムのAndroidスマホとトムの新しいAndroidスマホには「PayPal」の同じコードが表示される
      かつ トムのAndroidスマホとトムの新しいAndroidスマホにはtom@outlook.comの違うコードが表示される
      かつ トムのAndroidスマホにtom@outlook.comの使えるコードが表示される
      かつ トムの新しいAndroidスマホにtom@outlook.comの使えるコードが表示される

    @id:ms.android.work-recovery-account @situation:S42 @rule:backup.personal-recovery-account
    シナリオ: 職場アカウントは回復アカウントとして拒まれる
      もし トムはAndroidスマホのクラウドバックアップをtom@contoso.comでオンにする
      ならば 個人用Microsoftアカウントが必要なため拒否される
      かつ トムのAndroidスマホのバックアップはオフである
      かつ どのクラウドにもトムのバックアップはない

    @id:ms.android.never-switched-on @rule:backup.android.cloud-backup
    シナリオ: オンにしていなければ、何もない
      前提 トムはAndroidスマホのAuthenticatorを開く
      かつ トムはAndroidスマホをなくす
      かつ トムは新しいAndroidスマホを設定する
      もし トムは新しいAndroidスマホにtom@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ トムの新しいAndroidスマホの一覧には0件のアカウントがある

    @id:ms.android.removed-before-backup @situation:S41 @rule:backup.removed-before-backup @rule:backup.deleted-is-gone
    シナリオ: バックアップをオンにする前に消したアカウントは、消えたままである
      前提 トムはAndroidスマホから「PayPal」を削除する
      かつ トムはAndroidスマホのクラウドバックアップをtom@outlook.comでオンにする
      かつ トムはAndroidスマホをなくす
      かつ トムは新しいAndroidスマホを設定する
      もし トムは新しいAndroidスマホにtom@outlook.comでバックアップを復元する
      ならば トムの新しいAndroidスマホの一覧には3件のアカウントがある
      かつ トムの新しいAndroidスマホの一覧に「PayPal」はない

  ルール: Androidのバックアップ機能は2019年9月12日に始まり、それより前にはない

    背景:
      前提 2019年9月11日23時59分59秒である
      かつ ノラはMicrosoftアカウントnora@outlook.comでAndroidスマホを使っている

    @id:ms.android.day-before-first-version @rule:backup.first-version
    シナリオ: iPhoneには一年前からあるのに、1秒早い
      もし ノラはAndroidスマホのクラウドバックアップをnora@outlook.comでオンにする
      ならば 利用できないため拒否される

    @id:ms.android.first-version @rule:backup.first-version
    シナリオ: その日のバージョンならバックアップができる
      前提 2019年9月12日である
      かつ ノラはAndroidスマホのAuthenticatorを更新する
      もし ノラはAndroidスマホのクラウドバックアップをnora@outlook.comでオンにする
      ならば 成功する
      かつ ノラのAndroidスマホのバックアップはオンで最新である

  ルール: 復元は何よりも先に、正しいアカウントで行う

    背景:
      前提 2026年2月6日である
      かつ レナはコードだけのMicrosoftアカウントlena@outlook.comを持っている
      かつ レナはコードだけのMicrosoftアカウントlena.alt@hotmail.comを持っている
      かつ レナはMicrosoftアカウントlena@outlook.comでAndroidスマホを使っている
      かつ レナはAndroidスマホに「Gmail」と「Instagram」を追加する
      かつ レナはAndroidスマホのクラウドバックアップをlena@outlook.comでオンにする

    @id:ms.android.signed-in-first @situation:S29 @rule:backup.accounts-present-block
    シナリオ: 先にアカウントを追加すると、復元できない
      前提 レナは新しいAndroidスマホを設定する
      かつ レナは新しいAndroidスマホにlena.alt@hotmail.comを追加する
      もし レナは新しいAndroidスマホにlena@outlook.comでバックアップを復元する
      ならば アプリにアカウントがあるため拒否される
      かつ レナの新しいAndroidスマホの一覧には1件のアカウントがある

    @id:ms.android.all-removed-then-restored @situation:S29 @rule:backup.accounts-present-block
    シナリオ: すべてのアカウントを外せば、復元できる
      前提 レナは新しいAndroidスマホを設定する
      かつ レナは新しいAndroidスマホにlena.alt@hotmail.comを追加する
      かつ レナは新しいAndroidスマホからlena.alt@hotmail.comを削除する
      もし レナは新しいAndroidスマホにlena@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、0件がサインインを求める
      かつ レナの新しいAndroidスマホに「Gmail」と「Instagram」の使えるコードが表示される

    @id:ms.android.unable-to-recover @situation:S30 @rule:backup.wrong-recovery-account
    シナリオ: もう一つのMicrosoftアカウントでは回復できない
      前提 レナは新しいAndroidスマホを設定する
      もし レナは新しいAndroidスマホにlena.alt@hotmail.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ レナの新しいAndroidスマホに「回復できません」と表示される
      かつ レナの新しいAndroidスマホの一覧には0件のアカウントがある

    @id:ms.android.right-account-after-wrong @situation:S30 @rule:backup.wrong-recovery-account
    シナリオ: 違うアカウントを試しても害はなく、正しいアカウントなら復元できる
      前提 レナはAndroidスマホをなくす
      かつ レナは新しいAndroidスマホを設定する
      かつ レナは新しいAndroidスマホにlena.alt@hotmail.comでバックアップを復元する
      かつ そのアカウントにバックアップがないため拒否される
      もし レナは新しいAndroidスマホにlena@outlook.comでバックアップを復元する
      ならば レナの新しいAndroidスマホに「Gmail」と「Instagram」の使えるコードが表示される

    @id:ms.android.one-never-got-out @situation:S40 @rule:backup.complete @rule:backup.stale-warning
    シナリオ: なくしたスマホから一度も出なかった一つを除いてすべて戻り、その一つはサイトが助ける
      前提 レナのAndroidスマホはオフラインである
      かつ レナはAndroidスマホに「Nintendo」を追加する
      かつ レナはAndroidスマホをなくす
      かつ レナは新しいAndroidスマホを設定する
      かつ レナは新しいAndroidスマホにlena@outlook.comでバックアップを復元する
      もし レナは新しいAndroidスマホで「Nintendo」をサイト自身の手順で回復する
      ならば レナの新しいAndroidスマホに「Gmail」と「Instagram」と「Nintendo」の使えるコードが表示される

    @id:ms.android.offline-is-said @rule:backup.stale-warning @rule:backup.latest-state
    シナリオ: オフラインの間は、バックアップが遅れていることをアプリが示す
      前提 レナのAndroidスマホはオフラインである
      もし レナはAndroidスマホに「Nintendo」を追加する
      ならば レナのAndroidスマホに「バックアップが最新ではありません」と表示される
      かつ レナのAndroidスマホのバックアップは古い

  ルール: 新しいスマホで復元より先にバックアップをオンにすると、そこにあるものは消える

    背景:
      前提 2026年5月9日である
      かつ ソフィアはMicrosoftアカウントsofia@outlook.comでAndroidスマホを使っている
      かつ ソフィアはAndroidスマホに「Spotify」と「Zoom」を追加する
      かつ ソフィアはAndroidスマホのクラウドバックアップをsofia@outlook.comでオンにする
      かつ ソフィアはAndroidスマホをなくす
      かつ ソフィアはMicrosoftアカウントsofia@outlook.comで新しいAndroidスマホを設定する

    @id:ms.android.asks-before-erasing @situation:S31 @rule:backup.enable-before-restore-erases
    シナリオ: アプリは、消す前に尋ねる
      もし ソフィアは新しいAndroidスマホのクラウドバックアップをsofia@outlook.comでオンにする
      ならば すでにあるため拒否される
      かつ ソフィアの新しいAndroidスマホに「すでにバックアップがあります」と表示される
      かつ ソフィアの新しいAndroidスマホのバックアップはオフである

    @id:ms.android.erased-for-good @situation:S31 @rule:backup.enable-before-restore-erases @rule:backup.one-copy
    シナリオ: 承諾すると空のものに置き換わり、元には戻らない
      前提 ソフィアは新しいAndroidスマホのクラウドバックアップをsofia@outlook.comでオンにし、既存のバックアップを消去する
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 復元で0件が使え、0件がサインインを求める
      かつ ソフィアの新しいAndroidスマホの一覧には0件のアカウントがある

    @id:ms.android.kept-and-restored @situation:S31 @rule:backup.enable-before-restore-erases
    シナリオ: 断れば残り、復元できる
      前提 ソフィアは新しいAndroidスマホのクラウドバックアップをsofia@outlook.comでオンにし、既存のバックアップを残す
      かつ すでにあるため拒否される
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、0件がサインインを求める

  ルール: 回復アカウントが持つバックアップは一つで、最後に書いたスマホのものが残る

    背景:
      前提 2026年6月21日である
      かつ ベンはMicrosoftアカウントben@outlook.comでAndroidスマホを使っている
      かつ ベンはAndroidスマホに「GitLab」を追加する
      かつ ベンはAndroidスマホのクラウドバックアップをben@outlook.comでオンにする
      かつ ベンはMicrosoftアカウントben@outlook.comで2台目のAndroidスマホを使っている
      かつ ベンは2台目のAndroidスマホに「Jira」を追加する

    @id:ms.android.second-phone-replaces @situation:S43 @rule:backup.one-copy
    シナリオ: 2台目のバックアップが、1台目のものに取って代わる
      前提 ベンは2台目のAndroidスマホのクラウドバックアップをben@outlook.comでオンにし、既存のバックアップを消去する
      かつ ベンは新しいAndroidスマホを設定する
      もし ベンは新しいAndroidスマホにben@outlook.comでバックアップを復元する
      ならば ベンの新しいAndroidスマホの一覧には1件のアカウントがある
      かつ ベンの新しいAndroidスマホで「Jira」がすぐ使える
      かつ ベンの新しいAndroidスマホの一覧に「GitLab」はない

  ルール: バックアップを消してから作り直すまでの間、バックアップはない

    背景:
      前提 2026年5月13日である
      かつ オマルはコードだけのMicrosoftアカウントomar@outlook.comを持っている
      かつ オマルはコードだけのMicrosoftアカウントhaddad.family@outlook.comを持っている
      かつ オマルはMicrosoftアカウントomar@outlook.comでAndroidスマホを使っている
      かつ オマルはAndroidスマホでhaddad.family@outlook.comにサインインする
      かつ オマルはAndroidスマホに「Wise」を追加する
      かつ オマルはAndroidスマホのクラウドバックアップをhaddad.family@outlook.comでオンにする
      かつ オマルはAndroidスマホのクラウドバックアップをオフにする

    @id:ms.android.recreating-fails @situation:S33 @rule:backup.delete-and-recreate
    シナリオ: 作り直しに失敗すると、何も残らない
      前提 Microsoftにつながらない
      もし オマルはAndroidスマホのクラウドバックアップをomar@outlook.comでオンにする
      ならば 接続がないため拒否される
      かつ オマルのAndroidスマホのバックアップはオフである
      かつ どのクラウドにもオマルのバックアップはない

    @id:ms.android.lost-in-between @situation:S33 @rule:backup.delete-and-recreate @rule:device.lost-is-lost
    シナリオアウトライン: その間にスマホをなくし、どのアカウントからも何も戻らない: <どちら>
      前提 オマルはAndroidスマホをなくす
      かつ オマルは新しいAndroidスマホを設定する
      もし オマルは新しいAndroidスマホに<回復アカウント>でバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ オマルの新しいAndroidスマホの一覧には0件のアカウントがある

      例:
        | どちら       | 回復アカウント            |
        | 間違えたほう | haddad.family@outlook.com |
        | 本来のほう   | omar@outlook.com          |

    @id:ms.android.recreated-in-time @situation:S32 @rule:backup.delete-and-recreate
    シナリオ: 正しいアカウントで作り直せば、そこから戻る
      前提 オマルはAndroidスマホのクラウドバックアップをomar@outlook.comでオンにする
      かつ オマルはAndroidスマホをなくす
      かつ オマルは新しいAndroidスマホを設定する
      もし オマルは新しいAndroidスマホにomar@outlook.comでバックアップを復元する
      ならば オマルの新しいAndroidスマホに「Wise」の使えるコードが表示される

  ルール: 「問題が発生しました」は、サインインしていないことを意味する

    @id:ms.android.something-went-wrong @situation:S34 @rule:backup.something-went-wrong
    シナリオ: アカウントを選ばずにオンにしたが、誰もサインインしていない
      前提 2026年4月4日である
      かつ ケンジはAndroidスマホを使っている
      かつ ケンジはAndroidスマホに「Mercari」を追加する
      もし ケンジはAndroidスマホのクラウドバックアップをアカウントを選ばずにオンにする
      ならば サインインしていないため拒否される
      かつ ケンジのAndroidスマホに「問題が発生しました」と表示される
      かつ どのクラウドにもケンジのバックアップはない

  ルール: なくしたアプリでしか証明できない回復アカウントでは、30日の間、何も開けない

    背景:
      前提 2026年7月1日である
      かつ エイダはAuthenticatorでしか確認できないMicrosoftアカウントada@outlook.comを持っている
      かつ エイダはAndroidスマホを使っている
      かつ エイダはAndroidスマホに「Steam」とada@outlook.comを追加する
      かつ エイダはAndroidスマホのクラウドバックアップをada@outlook.comでオンにする
      かつ エイダはAndroidスマホをなくす
      かつ エイダは新しいAndroidスマホを設定する

    @id:ms.android.recovery-circle @situation:S37 @rule:personal.recovery-circle
    シナリオ: 箱の鍵は、その箱の中にある
      もし エイダは新しいAndroidスマホにada@outlook.comでバックアップを復元する
      ならば 証明の手段がなくした端末にしかないため拒否される
      かつ エイダの新しいAndroidスマホの一覧には0件のアカウントがある

    @id:ms.android.thirtieth-day-not-over @situation:S37 @rule:personal.thirty-day-wait @rule:personal.recovery-circle
    シナリオ: 30日が終わる1秒前には、新しいセキュリティ情報はまだ効かない
      前提 エイダはada@outlook.comのセキュリティ情報を入れ替える
      かつ 2026年7月30日23時59分59秒である
      もし エイダは新しいAndroidスマホにada@outlook.comでバックアップを復元する
      ならば 待機期間が終わっていないため拒否される
      かつ エイダの新しいAndroidスマホの一覧には0件のアカウントがある

    @id:ms.android.thirty-days-over @situation:S37 @rule:personal.thirty-day-wait
    シナリオ: 30日がたてば効き、バックアップが開く
      前提 エイダはada@outlook.comのセキュリティ情報を入れ替える
      かつ 30日がたつ
      もし エイダは新しいAndroidスマホにada@outlook.comでバックアップを復元する
      ならば エイダの新しいAndroidスマホに「Steam」の使えるコードが表示される

    @id:ms.android.replacement-cancelled @situation:S38 @rule:personal.thirty-day-wait
    シナリオ: 見つかったスマホで承認すると、入れ替えは取り消される
      前提 エイダはada@outlook.comのセキュリティ情報を入れ替える
      かつ エイダはAndroidスマホを見つける
      かつ エイダはAndroidスマホでada@outlook.comの古いセキュリティ情報を使って承認する
      かつ エイダはAndroidスマホをなくす
      かつ 2026年7月31日である
      もし エイダは新しいAndroidスマホにada@outlook.comでバックアップを復元する
      ならば 証明の手段がなくした端末にしかないため拒否される

  ルール: あるアカウントから戻ったものは、すぐに別のアカウントのバックアップにも入る

    背景:
      前提 2026年1月1日である
      かつ ミカはMicrosoftアカウントmika@outlook.comでAndroidスマホを使っている
      かつ ミカはコードだけのMicrosoftアカウントmika.other@outlook.comを持っている
      かつ ミカはAndroidスマホに「GitHub」を追加する
      かつ ミカはAndroidスマホのクラウドバックアップをmika@outlook.comでオンにする
      かつ ミカはAndroidスマホのAuthenticatorを入れ直す
      かつ ミカはAndroidスマホでmika.other@outlook.comにサインインする
      かつ ミカはAndroidスマホのクラウドバックアップをmika.other@outlook.comでオンにする

    @id:ms.android.restored-into-another @rule:backup.latest-state @android
    シナリオ: 前の回復アカウントから戻ったものが、新しい回復アカウントにも入る
      前提 ミカはAndroidスマホにmika@outlook.comでバックアップを復元する
      かつ ミカはAndroidスマホのAuthenticatorを入れ直す
      もし ミカはAndroidスマホにmika.other@outlook.comでバックアップを復元する
      ならば 復元で1件が使え、0件がサインインを求める
