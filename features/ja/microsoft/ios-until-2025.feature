# language: ja
@ios @generation-1
機能: 2025年9月より前のiPhoneのバックアップ
  アプリはアカウントの一覧を個人用Microsoftアカウントで封じ、持ち主のiCloudに置く。
  取り戻すには両方が要る。そもそも、自分でオンにしていなければならない。

  ルール: iPhoneの三つの設定と個人用Microsoftアカウントがそろって、はじめてバックアップができる

    背景:
      前提 2025年6月10日である
      かつ ミカはiPhoneを使っている
      かつ ミカはコードのみを使うMicrosoftアカウントmika@outlook.comを持っている
      かつ ミカはiPhoneでmika@outlook.comにサインインする
      かつ ミカはiPhoneに「GitHub」と「Rakuten」を追加する

    @id:ms.ios1.all-gates-on @rule:backup.ios1.gates @rule:restore.no-old-phone @rule:restore.third-party-code
    シナリオ: 四つがそろっていれば、次のiPhoneにコードが戻る
      前提 ミカはiPhoneのクラウドバックアップをmika@outlook.comでオンにする
      かつ ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      もし ミカは新しいiPhoneにmika@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ミカの新しいiPhoneに「GitHub」と「Rakuten」の使えるコードが表示される

    @id:ms.ios1.gate-closed @rule:backup.ios1.gates
    シナリオアウトライン: 設定が一つオフ: <何が欠けるか>
      前提 ミカはiPhoneの<設定>をオフにする
      もし ミカはiPhoneのクラウドバックアップをmika@outlook.comでオンにする
      ならば スイッチがオフであるため拒否される
      かつ ミカのiPhoneのバックアップはオフである
      かつ どのクラウドにもミカのバックアップはない

      例:
        | 何が欠けるか             | 設定                                |
        | iPhone自体が保存されない | iCloudバックアップ                  |
        | アプリがiCloudを使えない | 「iCloudに保存済み」のAuthenticator |

    @id:ms.ios1.toggle-never-on @rule:backup.ios1.gates
    シナリオ: アプリのトグルがオフのままでは、iPhoneの設定だけでは何も保存されない
      前提 ミカはiPhoneのAuthenticatorを開く
      かつ ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      もし ミカは新しいiPhoneにmika@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ミカの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.ios1.keychain-not-needed @rule:backup.ios1.gates
    シナリオ: iCloudキーチェーンはまだ関係しない
      前提 ミカはiPhoneのiCloudキーチェーンをオフにする
      かつ ミカはiPhoneのクラウドバックアップをmika@outlook.comでオンにする
      かつ ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneのiCloudキーチェーンをオフにする
      もし ミカは新しいiPhoneにmika@outlook.comでバックアップを復元する
      ならば ミカの新しいiPhoneに「GitHub」と「Rakuten」の使えるコードが表示される

  ルール: バックアップを開けるのは、同じiCloudアカウントと同じMicrosoftアカウントがそろったときだけである

    背景:
      前提 2025年7月2日である
      かつ ケンジはコードのみを使うMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはコードのみを使うMicrosoftアカウントkenji.old@hotmail.comを持っている
      かつ ケンジはMicrosoftアカウントkenji@outlook.comでiPhoneを使っている
      かつ ケンジはiPhoneに「Amazon」を追加する
      かつ ケンジはiPhoneのクラウドバックアップをkenji@outlook.comでオンにする
      かつ ケンジはiPhoneをなくす

    @id:ms.ios1.other-icloud @rule:backup.ios1.both-accounts
    シナリオ: 別のiCloudアカウントでは見つからず、正しいアカウントなら見つかる
      前提 ケンジはApple Account kenji.sato@icloud.comで新しいiPhoneを設定する
      かつ ケンジは新しいiPhoneにkenji@outlook.comでバックアップを復元する
      かつ そのアカウントにバックアップがないため拒否される
      かつ ケンジは新しいiPhoneでkenji@icloud.comとしてiCloudにサインインする
      もし ケンジは新しいiPhoneにkenji@outlook.comでバックアップを復元する
      ならば ケンジの新しいiPhoneに「Amazon」の使えるコードが表示される

    @id:ms.ios1.other-microsoft-account @rule:backup.ios1.both-accounts @rule:backup.wrong-recovery-account
    @situation:S30
    シナリオ: もう一つのMicrosoftアカウントでは回復できず、何も変わらない
      前提 ケンジは新しいiPhoneを設定する
      もし ケンジは新しいiPhoneにkenji.old@hotmail.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ケンジの新しいiPhoneに「回復できません」と表示される
      かつ ケンジの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.ios1.right-account-after-wrong @rule:backup.wrong-recovery-account @situation:S30
    シナリオ: 違うアカウントを試した後でも、正しいアカウントなら開く
      前提 ケンジは新しいiPhoneを設定する
      かつ ケンジは新しいiPhoneにkenji.old@hotmail.comでバックアップを復元する
      かつ そのアカウントにバックアップがないため拒否される
      もし ケンジは新しいiPhoneにkenji@outlook.comでバックアップを復元する
      ならば 復元で1件が使え、サインインが必要なものは0件
      かつ ケンジの新しいiPhoneに「Amazon」の使えるコードが表示される

  ルール: 違うアカウントに保存したバックアップは、削除して作り直すことで正す

    背景:
      前提 2025年8月1日である
      かつ アイコはコードのみを使うMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはコードのみを使うMicrosoftアカウントtanaka.family@outlook.comを持っている
      かつ アイコはMicrosoftアカウントaiko@outlook.comでiPhoneを使っている
      かつ アイコはiPhoneでtanaka.family@outlook.comにサインインする
      かつ アイコはiPhoneに「LINE」を追加する
      かつ アイコはiPhoneのクラウドバックアップをtanaka.family@outlook.comでオンにする

    @id:ms.ios1.no-change-while-on @rule:backup.delete-and-recreate
    シナリオ: バックアップがオンの間は、アカウントだけを取り替えることはできない
      もし アイコはiPhoneのクラウドバックアップをaiko@outlook.comでオンにする
      ならば すでにあるため拒否される
      かつ アイコのiPhoneのバックアップはオンで最新である

    @id:ms.ios1.recreated-under-right-account @rule:backup.delete-and-recreate @situation:S32
    シナリオ: オフにしてから正しいアカウントでオンにし直せば、そこから戻る
      前提 アイコはiPhoneのクラウドバックアップをオフにする
      かつ アイコはiPhoneのクラウドバックアップをaiko@outlook.comでオンにする
      かつ アイコはiPhoneをなくす
      かつ アイコは新しいiPhoneを設定する
      もし アイコは新しいiPhoneにaiko@outlook.comでバックアップを復元する
      ならば アイコの新しいiPhoneに「LINE」の使えるコードが表示される

    @id:ms.ios1.wrong-account-emptied @rule:backup.delete-and-recreate @situation:S32
    シナリオ: オフにすると、違うアカウントのバックアップは本当になくなる
      前提 アイコはiPhoneのクラウドバックアップをオフにする
      かつ アイコはiPhoneをなくす
      かつ アイコは新しいiPhoneを設定する
      もし アイコは新しいiPhoneにtanaka.family@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ どのクラウドにもアイコのバックアップはない

  ルール: 「問題が発生しました」は、サインインしていないことを意味する

    背景:
      前提 2025年5月5日である
      かつ トムはコードのみを使うMicrosoftアカウントtom@outlook.comを持っている
      かつ トムはiPhoneを使っている
      かつ トムはiPhoneに「PayPal」を追加する

    @id:ms.ios1.something-went-wrong @rule:backup.something-went-wrong @situation:S34
    シナリオ: サインインしていないので、バックアップはオンにならない
      もし トムはiPhoneのクラウドバックアップをtom@outlook.comでオンにする
      ならば サインインしていないため拒否される
      かつ トムのiPhoneに「問題が発生しました」と表示される
      かつ トムのiPhoneのバックアップはオフである

    @id:ms.ios1.continue-after-sign-in @rule:backup.something-went-wrong @situation:S34
    シナリオ: サインインしてもう一度オンにすれば、うまくいく
      前提 トムはiPhoneのクラウドバックアップをtom@outlook.comでオンにする
      かつ サインインしていないため拒否される
      かつ トムはiPhoneでtom@outlook.comにサインインする
      もし トムはiPhoneのクラウドバックアップをtom@outlook.comでオンにする
      ならば 成功する
      かつ トムのiPhoneのバックアップはオンで最新である

  ルール: サインインの期限が切れると、もう一度サインインするまでバックアップは古いままになる

    背景:
      前提 2025年3月3日である
      かつ ソフィアはMicrosoftアカウントsofia@outlook.comでiPhoneを使っている
      かつ ソフィアはiPhoneに「Dropbox」を追加する
      かつ ソフィアはiPhoneのクラウドバックアップをsofia@outlook.comでオンにする
      かつ sofia@outlook.comのサインインの期限が切れる

    @id:ms.ios1.red-mark @rule:backup.stale-warning
    シナリオ: アプリを開くと印が出る
      もし ソフィアはiPhoneのAuthenticatorを開く
      ならば ソフィアのiPhoneに「バックアップが最新ではありません」と表示される
      かつ ソフィアのiPhoneのバックアップは古い

    @id:ms.ios1.added-since-is-missing @rule:backup.stale-warning @situation:S39
    シナリオ: 印を無視している間に追加したものは、バックアップにない
      前提 ソフィアはiPhoneに「Slack」を追加する
      かつ ソフィアはiPhoneをなくす
      かつ ソフィアは新しいiPhoneを設定する
      もし ソフィアは新しいiPhoneにsofia@outlook.comでバックアップを復元する
      ならば 復元で1件が使え、サインインが必要なものは0件
      かつ ソフィアの新しいiPhoneで「Dropbox」がすぐ使える
      かつ ソフィアの新しいiPhoneの一覧に「Slack」はない

    @id:ms.ios1.sign-in-clears-mark @situation:S39 @rule:backup.stale-warning @rule:backup.latest-state
    シナリオ: もう一度サインインしてアプリを開けば、その間に追加したものも保存される
      前提 ソフィアはiPhoneに「Slack」を追加する
      かつ ソフィアはiPhoneでsofia@outlook.comにサインインする
      かつ ソフィアはiPhoneのAuthenticatorを開く
      かつ ソフィアはiPhoneをなくす
      かつ ソフィアは新しいiPhoneを設定する
      もし ソフィアは新しいiPhoneにsofia@outlook.comでバックアップを復元する
      ならば ソフィアの新しいiPhoneに「Dropbox」と「Slack」の使えるコードが表示される

  ルール: アプリにすでにアカウントがあると、復元できない

    背景:
      前提 2025年4月18日である
      かつ プリヤはMicrosoftアカウントpriya@outlook.comでiPhoneを使っている
      かつ プリヤはiPhoneに「Notion」と「Zoom」を追加する
      かつ プリヤはiPhoneのクラウドバックアップをpriya@outlook.comでオンにする
      かつ プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneに「Signal」を追加する

    @id:ms.ios1.accounts-present @rule:backup.accounts-present-block
    シナリオ: 新しいiPhoneにアカウントが一つあるだけで、復元できない
      もし プリヤは新しいiPhoneにpriya@outlook.comでバックアップを復元する
      ならば アプリにアカウントがあるため拒否される
      かつ プリヤの新しいiPhoneの一覧には1件のアカウントがある

    @id:ms.ios1.accounts-removed @rule:backup.accounts-present-block
    シナリオ: そのアカウントを削除すれば、すべて戻る
      前提 プリヤは新しいiPhoneから「Signal」を削除する
      もし プリヤは新しいiPhoneにpriya@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ プリヤの新しいiPhoneの一覧に「Signal」はない

  ルール: iPhoneのバックアップ機能は2018年4月24日に始まり、それより前にはない

    背景:
      前提 2018年4月23日23時59分59秒である
      かつ オマルはMicrosoftアカウントomar@outlook.comでiPhoneを使っている

    @id:ms.ios1.day-before-first-version @rule:backup.first-version
    シナリオ: 1秒早ければ、オンにするものがまだない
      もし オマルはiPhoneのクラウドバックアップをomar@outlook.comでオンにする
      ならば 利用できないため拒否される

    @id:ms.ios1.first-version @rule:backup.first-version
    シナリオ: その日のバージョンならバックアップができる
      前提 2018年4月24日である
      かつ オマルはiPhoneのAuthenticatorを更新する
      もし オマルはiPhoneのクラウドバックアップをomar@outlook.comでオンにする
      ならば 成功する
      かつ オマルのiPhoneのバックアップはオンで最新である
