# language: ja
@android
機能: Android自身が写すもの
  Googleのバックアップやケーブルでアプリは移るが、アカウントは移らない。
  アプリの保存内容は、その端末でしか読めない。運べるのはアプリ自身のクラウドバックアップだけである。

  ルール: Googleのバックアップもケーブルも、アカウントを運ばない

    背景:
      前提 2026年1月30日である
      かつ ソフィアはコードだけのMicrosoftアカウントsofia@outlook.comを持っている
      かつ ソフィアはAndroidスマホを使っている
      かつ ソフィアはAndroidスマホに「Etsy」とsofia@outlook.comを追加する

    @id:ms.android-system.moved @situation:S36 @rule:android.no-system-backup @rule:android.keystore-bound
    シナリオアウトライン: アプリは空で届く: <何を当てにしたか>
      前提 ソフィアは新しいAndroidスマホを設定する
      かつ ソフィアはAndroidスマホから新しいAndroidスマホへ<経路>で移る
      もし ソフィアは新しいAndroidスマホのAuthenticatorを開く
      ならば ソフィアの新しいAndroidスマホの一覧には0件のアカウントがある
      かつ ソフィアのAndroidスマホに「Etsy」とsofia@outlook.comの使えるコードが表示される

      例:
        | 何を当てにしたか    | 経路                 |
        | Googleに残る写し    | Googleのバックアップ |
        | 2台をつなぐケーブル | ケーブル             |

    @id:ms.android-system.reset @situation:S36 @rule:android.no-system-backup @rule:device.lost-is-lost
    シナリオ: クラウドバックアップなしで初期化すると、戻るものがない
      前提 ソフィアはAndroidスマホを初期化する
      かつ ソフィアはAndroidスマホからAndroidスマホへGoogleのバックアップで移る
      もし ソフィアはAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ソフィアのAndroidスマホの一覧には0件のアカウントがある

    @id:ms.android-system.reset-with-cloud-backup @rule:backup.android.cloud-backup @rule:android.no-system-backup
    シナリオ: クラウドバックアップがオンなら、同じ初期化をしても何も失わない
      前提 ソフィアはAndroidスマホのクラウドバックアップをsofia@outlook.comでオンにする
      かつ ソフィアはAndroidスマホを初期化する
      もし ソフィアはAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、0件がサインインを求める
      かつ ソフィアのAndroidスマホに「Etsy」とsofia@outlook.comの使えるコードが表示される

    @id:ms.android-system.cable-then-restore @rule:backup.android.cloud-backup @rule:android.keystore-bound
    シナリオ: ケーブルで移した後でも、アプリ自身の復元ですべて戻る
      前提 ソフィアはAndroidスマホのクラウドバックアップをsofia@outlook.comでオンにする
      かつ ソフィアは新しいAndroidスマホを設定する
      かつ ソフィアはAndroidスマホから新しいAndroidスマホへケーブルで移る
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、0件がサインインを求める
      かつ ソフィアの新しいAndroidスマホに「Etsy」とsofia@outlook.comの使えるコードが表示される
