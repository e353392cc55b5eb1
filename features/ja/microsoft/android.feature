# language: ja
@android
機能: Androidのバックアップ
  Androidでは、アプリでオンにしたバックアップが個人用Microsoftアカウントに置かれる。
  そのアカウントにサインインできる人が、まだ空のアプリに復元できる。

  ルール: アプリのクラウドバックアップと個人用Microsoftアカウントがあれば足りる

    背景:
      前提 2026年3月17日である
      かつ トムはコードのみを使うMicrosoftアカウントtom@outlook.comを持っている
      かつ トムはパスワードレスのMicrosoftアカウントtom.k@hotmail.comを持っている
      かつ トムはContosoの社員で、アカウントはtom@contoso.comである
      かつ トムはAndroidスマートフォンを使っている
      かつ トムはAndroidスマートフォンに「PayPal」とtom@outlook.comとtom.k@hotmail.comとtom@contoso.comを追加する

    @id:ms.android.restored-first-of-all @situation:S28 @rule:backup.android.cloud-backup
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:backup.account-kinds @rule:restore.no-old-phone
    シナリオ: 何よりも先に復元すれば、コードは使え、残りはサインインする
      前提 トムはAndroidスマートフォンのクラウドバックアップをtom@outlook.comでオンにする
      かつ トムはAndroidスマートフォンをなくす
      かつ トムは新しいAndroidスマートフォンを設定する
      もし トムは新しいAndroidスマートフォンにtom@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは2件
      かつ トムの新しいAndroidスマートフォンに「PayPal」とtom@outlook.comの使えるコードが表示される
      かつ トムの新しいAndroidスマートフォンはtom.k@hotmail.comとtom@contoso.comへのサインインを求める

    @id:ms.android.personal-codes-differ @situation:S67 @rule:personal.per-device-credential
    @rule:restore.third-party-code
    シナリオ: 2台のスマートフォンに出る個人用アカウントのコードは違うが、どちらも正しい
      前提 トムはAndroidスマートフォンのクラウドバックアップをtom@outlook.comでオンにする
      かつ トムは新しいAndroidスマートフォンを設定する
      もし トムは新しいAndroidスマートフォンにtom@outlook.comでバックアップを復元する
      ならば トムのAndroidスマートフォンとトムの新しいAndroidスマートフォンには「PayPal」の同じコードが表示される
      かつ トムのAndroidスマートフォンとトムの新しいAndroidスマートフォンにはtom@outlook.comの違うコードが表示される
      かつ トムのAndroidスマートフォンにtom@outlook.comの使えるコードが表示される
      かつ トムの新しいAndroidスマートフォンにtom@outlook.comの使えるコードが表示される

    @id:ms.android.work-recovery-account @situation:S42 @rule:backup.personal-recovery-account
    シナリオ: 職場アカウントは回復アカウントとして拒まれる
      もし トムはAndroidスマートフォンのクラウドバックアップをtom@contoso.comでオンにする
      ならば 個人用Microsoftアカウントが必要なため拒否される
      かつ トムのAndroidスマートフォンのバックアップはオフである
      かつ どのクラウドにもトムのバックアップはない

    @id:ms.android.never-switched-on @rule:backup.android.cloud-backup
    シナリオ: オンにしていなければ、何もない
      前提 トムはAndroidスマートフォンのAuthenticatorを開く
      かつ トムはAndroidスマートフォンをなくす
      かつ トムは新しいAndroidスマートフォンを設定する
      もし トムは新しいAndroidスマートフォンにtom@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ トムの新しいAndroidスマートフォンの一覧には0件のアカウントがある

    @id:ms.android.removed-before-backup @situation:S41 @rule:backup.removed-before-backup @rule:backup.deleted-is-gone
    シナリオ: バックアップをオンにする前に消したアカウントは、消えたままである
      前提 トムはAndroidスマートフォンから「PayPal」を削除する
      かつ トムはAndroidスマートフォンのクラウドバックアップをtom@outlook.comでオンにする
      かつ トムはAndroidスマートフォンをなくす
      かつ トムは新しいAndroidスマートフォンを設定する
      もし トムは新しいAndroidスマートフォンにtom@outlook.comでバックアップを復元する
      ならば トムの新しいAndroidスマートフォンの一覧には3件のアカウントがある
      かつ トムの新しいAndroidスマートフォンの一覧に「PayPal」はない

  ルール: Androidのバックアップ機能は2019年9月12日に始まり、それより前にはない

    背景:
      前提 2019年9月11日23時59分59秒である
      かつ ノラはMicrosoftアカウントnora@outlook.comでAndroidスマートフォンを使っている

    @id:ms.android.day-before-first-version @rule:backup.first-version
    シナリオ: iPhoneには一年前からあるのに、1秒早い
      もし ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      ならば 利用できないため拒否される

    @id:ms.android.first-version @rule:backup.first-version
    シナリオ: その日のバージョンならバックアップができる
      前提 2019年9月12日である
      かつ ノラはAndroidスマートフォンのAuthenticatorを更新する
      もし ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      ならば 成功する
      かつ ノラのAndroidスマートフォンのバックアップはオンで最新である

  ルール: 復元は何よりも先に、正しいアカウントで行う

    背景:
      前提 2026年2月6日である
      かつ レナはコードのみを使うMicrosoftアカウントlena@outlook.comを持っている
      かつ レナはコードのみを使うMicrosoftアカウントlena.alt@hotmail.comを持っている
      かつ レナはMicrosoftアカウントlena@outlook.comでAndroidスマートフォンを使っている
      かつ レナはAndroidスマートフォンに「Gmail」と「Instagram」を追加する
      かつ レナはAndroidスマートフォンのクラウドバックアップをlena@outlook.comでオンにする

    @id:ms.android.signed-in-first @situation:S29 @rule:backup.accounts-present-block
    シナリオ: 先にアカウントを追加すると、復元できない
      前提 レナは新しいAndroidスマートフォンを設定する
      かつ レナは新しいAndroidスマートフォンにlena.alt@hotmail.comを追加する
      もし レナは新しいAndroidスマートフォンにlena@outlook.comでバックアップを復元する
      ならば アプリにアカウントがあるため拒否される
      かつ レナの新しいAndroidスマートフォンの一覧には1件のアカウントがある

    @id:ms.android.all-removed-then-restored @situation:S29 @rule:backup.accounts-present-block
    シナリオ: すべてのアカウントを外せば、復元できる
      前提 レナは新しいAndroidスマートフォンを設定する
      かつ レナは新しいAndroidスマートフォンにlena.alt@hotmail.comを追加する
      かつ レナは新しいAndroidスマートフォンからlena.alt@hotmail.comを削除する
      もし レナは新しいAndroidスマートフォンにlena@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ レナの新しいAndroidスマートフォンに「Gmail」と「Instagram」の使えるコードが表示される

    @id:ms.android.unable-to-recover @situation:S30 @rule:backup.wrong-recovery-account
    シナリオ: もう一つのMicrosoftアカウントでは回復できない
      前提 レナは新しいAndroidスマートフォンを設定する
      もし レナは新しいAndroidスマートフォンにlena.alt@hotmail.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ レナの新しいAndroidスマートフォンに「回復できません」と表示される
      かつ レナの新しいAndroidスマートフォンの一覧には0件のアカウントがある

    @id:ms.android.right-account-after-wrong @situation:S30 @rule:backup.wrong-recovery-account
    シナリオ: 違うアカウントを試しても害はなく、正しいアカウントなら復元できる
      前提 レナはAndroidスマートフォンをなくす
      かつ レナは新しいAndroidスマートフォンを設定する
      かつ レナは新しいAndroidスマートフォンにlena.alt@hotmail.comでバックアップを復元する
      かつ そのアカウントにバックアップがないため拒否される
      もし レナは新しいAndroidスマートフォンにlena@outlook.comでバックアップを復元する
      ならば レナの新しいAndroidスマートフォンに「Gmail」と「Instagram」の使えるコードが表示される

    @id:ms.android.one-never-got-out @situation:S40 @rule:backup.complete @rule:backup.stale-warning
    シナリオ: なくしたスマートフォンから一度も出なかった一つを除いてすべて戻り、その一つはサイトが助ける
      前提 レナのAndroidスマートフォンはオフラインである
      かつ レナはAndroidスマートフォンに「Nintendo」を追加する
      かつ レナはAndroidスマートフォンをなくす
      かつ レナは新しいAndroidスマートフォンを設定する
      かつ レナは新しいAndroidスマートフォンにlena@outlook.comでバックアップを復元する
      もし レナは新しいAndroidスマートフォンで「Nintendo」をサイト自身の手順で回復する
      ならば レナの新しいAndroidスマートフォンに「Gmail」と「Instagram」と「Nintendo」の使えるコードが表示される

    @id:ms.android.offline-is-said @rule:backup.stale-warning @rule:backup.latest-state
    シナリオ: オフラインの間は、バックアップが遅れていることをアプリが示す
      前提 レナのAndroidスマートフォンはオフラインである
      もし レナはAndroidスマートフォンに「Nintendo」を追加する
      ならば レナのAndroidスマートフォンに「バックアップが最新ではありません」と表示される
      かつ レナのAndroidスマートフォンのバックアップは古い

  ルール: 新しいスマートフォンで復元より先にバックアップをオンにすると、そこにあるものは消える

    背景:
      前提 2026年5月9日である
      かつ ソフィアはMicrosoftアカウントsofia@outlook.comでAndroidスマートフォンを使っている
      かつ ソフィアはAndroidスマートフォンに「Spotify」と「Zoom」を追加する
      かつ ソフィアはAndroidスマートフォンのクラウドバックアップをsofia@outlook.comでオンにする
      かつ ソフィアはAndroidスマートフォンをなくす
      かつ ソフィアはMicrosoftアカウントsofia@outlook.comで新しいAndroidスマートフォンを設定する

    @id:ms.android.asks-before-erasing @situation:S31 @rule:backup.enable-before-restore-erases
    シナリオ: アプリは、消す前に尋ねる
      もし ソフィアは新しいAndroidスマートフォンのクラウドバックアップをsofia@outlook.comでオンにする
      ならば すでにあるため拒否される
      かつ ソフィアの新しいAndroidスマートフォンに「すでにバックアップがあります」と表示される
      かつ ソフィアの新しいAndroidスマートフォンのバックアップはオフである

    @id:ms.android.erased-for-good @situation:S31 @rule:backup.enable-before-restore-erases @rule:backup.one-copy
    シナリオ: 承諾すると空のものに置き換わり、元には戻らない
      前提 ソフィアは新しいAndroidスマートフォンのクラウドバックアップをsofia@outlook.comでオンにし、既存のバックアップを消去する
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 復元で0件が使え、サインインが必要なものは0件
      かつ ソフィアの新しいAndroidスマートフォンの一覧には0件のアカウントがある

    @id:ms.android.kept-and-restored @situation:S31 @rule:backup.enable-before-restore-erases
    シナリオ: 断れば残り、復元できる
      前提 ソフィアは新しいAndroidスマートフォンのクラウドバックアップをsofia@outlook.comでオンにし、既存のバックアップを残す
      かつ すでにあるため拒否される
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件

  ルール: 回復アカウントが持つバックアップは一つで、最後に書いたスマートフォンのものが残る

    背景:
      前提 2026年6月21日である
      かつ ベンはMicrosoftアカウントben@outlook.comでAndroidスマートフォンを使っている
      かつ ベンはAndroidスマートフォンに「GitLab」を追加する
      かつ ベンはAndroidスマートフォンのクラウドバックアップをben@outlook.comでオンにする
      かつ ベンはMicrosoftアカウントben@outlook.comで2台目のAndroidスマートフォンを使っている
      かつ ベンは2台目のAndroidスマートフォンに「Jira」を追加する

    @id:ms.android.second-phone-replaces @situation:S43 @rule:backup.one-copy
    シナリオ: 2台目のバックアップが、1台目のものに取って代わる
      前提 ベンは2台目のAndroidスマートフォンのクラウドバックアップをben@outlook.comでオンにし、既存のバックアップを消去する
      かつ ベンは新しいAndroidスマートフォンを設定する
      もし ベンは新しいAndroidスマートフォンにben@outlook.comでバックアップを復元する
      ならば ベンの新しいAndroidスマートフォンの一覧には1件のアカウントがある
      かつ ベンの新しいAndroidスマートフォンで「Jira」がすぐ使える
      かつ ベンの新しいAndroidスマートフォンの一覧に「GitLab」はない

  ルール: バックアップを消してから作り直すまでの間、バックアップはない

    背景:
      前提 2026年5月13日である
      かつ オマルはコードのみを使うMicrosoftアカウントomar@outlook.comを持っている
      かつ オマルはコードのみを使うMicrosoftアカウントhaddad.family@outlook.comを持っている
      かつ オマルはMicrosoftアカウントomar@outlook.comでAndroidスマートフォンを使っている
      かつ オマルはAndroidスマートフォンでhaddad.family@outlook.comにサインインする
      かつ オマルはAndroidスマートフォンに「Wise」を追加する
      かつ オマルはAndroidスマートフォンのクラウドバックアップをhaddad.family@outlook.comでオンにする
      かつ オマルはAndroidスマートフォンのクラウドバックアップをオフにする

    @id:ms.android.recreating-fails @situation:S33 @rule:backup.delete-and-recreate
    シナリオ: 作り直しに失敗すると、何も残らない
      前提 Microsoftにつながらない
      もし オマルはAndroidスマートフォンのクラウドバックアップをomar@outlook.comでオンにする
      ならば 接続がないため拒否される
      かつ オマルのAndroidスマートフォンのバックアップはオフである
      かつ どのクラウドにもオマルのバックアップはない

    @id:ms.android.lost-in-between @situation:S33 @rule:backup.delete-and-recreate @rule:device.lost-is-lost
    シナリオアウトライン: その間にスマートフォンをなくし、どのアカウントからも何も戻らない: <どちら>
      前提 オマルはAndroidスマートフォンをなくす
      かつ オマルは新しいAndroidスマートフォンを設定する
      もし オマルは新しいAndroidスマートフォンに<回復アカウント>でバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ オマルの新しいAndroidスマートフォンの一覧には0件のアカウントがある

      例:
        | どちら       | 回復アカウント            |
        | 間違えたほう | haddad.family@outlook.com |
        | 本来のほう   | omar@outlook.com          |

    @id:ms.android.recreated-in-time @situation:S32 @rule:backup.delete-and-recreate
    シナリオ: 正しいアカウントで作り直せば、そこから戻る
      前提 オマルはAndroidスマートフォンのクラウドバックアップをomar@outlook.comでオンにする
      かつ オマルはAndroidスマートフォンをなくす
      かつ オマルは新しいAndroidスマートフォンを設定する
      もし オマルは新しいAndroidスマートフォンにomar@outlook.comでバックアップを復元する
      ならば オマルの新しいAndroidスマートフォンに「Wise」の使えるコードが表示される

  ルール: 「問題が発生しました」は、サインインしていないことを意味する

    @id:ms.android.something-went-wrong @situation:S34 @rule:backup.something-went-wrong
    シナリオ: アカウントを選ばずにオンにしたが、誰もサインインしていない
      前提 2026年4月4日である
      かつ ケンジはAndroidスマートフォンを使っている
      かつ ケンジはAndroidスマートフォンに「Mercari」を追加する
      もし ケンジはAndroidスマートフォンのクラウドバックアップをアカウントを選ばずにオンにする
      ならば サインインしていないため拒否される
      かつ ケンジのAndroidスマートフォンに「問題が発生しました」と表示される
      かつ どのクラウドにもケンジのバックアップはない

  ルール: なくしたアプリでしか本人確認できない回復アカウントでは、30日の間、何も開けない

    背景:
      前提 2026年7月1日である
      かつ エイダはAuthenticatorでしか確認できないMicrosoftアカウントada@outlook.comを持っている
      かつ エイダはAndroidスマートフォンを使っている
      かつ エイダはAndroidスマートフォンに「Steam」とada@outlook.comを追加する
      かつ エイダはAndroidスマートフォンのクラウドバックアップをada@outlook.comでオンにする
      かつ エイダはAndroidスマートフォンをなくす
      かつ エイダは新しいAndroidスマートフォンを設定する

    @id:ms.android.recovery-circle @situation:S37 @rule:personal.recovery-circle
    シナリオ: 箱の鍵は、その箱の中にある
      もし エイダは新しいAndroidスマートフォンにada@outlook.comでバックアップを復元する
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される
      かつ エイダの新しいAndroidスマートフォンの一覧には0件のアカウントがある

    @id:ms.android.thirtieth-day-not-over @situation:S37 @rule:personal.thirty-day-wait @rule:personal.recovery-circle
    シナリオ: 30日が終わる1秒前には、新しいセキュリティ情報はまだ効かない
      前提 エイダはada@outlook.comのセキュリティ情報を入れ替える
      かつ 2026年7月30日23時59分59秒である
      もし エイダは新しいAndroidスマートフォンにada@outlook.comでバックアップを復元する
      ならば 待機期間が終わっていないため拒否される
      かつ エイダの新しいAndroidスマートフォンの一覧には0件のアカウントがある

    @id:ms.android.thirty-days-over @situation:S37 @rule:personal.thirty-day-wait
    シナリオ: 30日がたてば効き、バックアップが開く
      前提 エイダはada@outlook.comのセキュリティ情報を入れ替える
      かつ 30日がたつ
      もし エイダは新しいAndroidスマートフォンにada@outlook.comでバックアップを復元する
      ならば エイダの新しいAndroidスマートフォンに「Steam」の使えるコードが表示される

    @id:ms.android.replacement-cancelled @situation:S38 @rule:personal.thirty-day-wait
    シナリオ: 見つかったスマートフォンで承認すると、入れ替えは取り消される
      前提 エイダはada@outlook.comのセキュリティ情報を入れ替える
      かつ エイダはAndroidスマートフォンを見つける
      かつ エイダはAndroidスマートフォンでada@outlook.comの古いセキュリティ情報を使って承認する
      かつ エイダはAndroidスマートフォンをなくす
      かつ 2026年7月31日である
      もし エイダは新しいAndroidスマートフォンにada@outlook.comでバックアップを復元する
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

  ルール: あるアカウントから戻ったものは、すぐに別のアカウントのバックアップにも入る

    背景:
      前提 2026年1月1日である
      かつ ミカはMicrosoftアカウントmika@outlook.comでAndroidスマートフォンを使っている
      かつ ミカはコードのみを使うMicrosoftアカウントmika.other@outlook.comを持っている
      かつ ミカはAndroidスマートフォンに「GitHub」を追加する
      かつ ミカはAndroidスマートフォンのクラウドバックアップをmika@outlook.comでオンにする
      かつ ミカはAndroidスマートフォンのAuthenticatorを入れ直す
      かつ ミカはAndroidスマートフォンでmika.other@outlook.comにサインインする
      かつ ミカはAndroidスマートフォンのクラウドバックアップをmika.other@outlook.comでオンにする

    @id:ms.android.restored-into-another @rule:backup.latest-state @android
    シナリオ: 前の回復アカウントから戻ったものが、新しい回復アカウントにも入る
      前提 ミカはAndroidスマートフォンにmika@outlook.comでバックアップを復元する
      かつ ミカはAndroidスマートフォンのAuthenticatorを入れ直す
      もし ミカはAndroidスマートフォンにmika.other@outlook.comでバックアップを復元する
      ならば 復元で1件が使え、サインインが必要なものは0件
