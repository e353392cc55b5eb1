# language: ja
@android
機能: Android自身が写すもの
  Googleのバックアップやケーブルでアプリは移るが、アカウントは移らない。
  アプリの保存内容は、そのスマートフォンでしか読めない。運べるのはアプリ自身のクラウドバックアップだけである。

  ルール: Googleのバックアップもケーブルも、アカウントを運ばない

    背景:
      前提 2026年1月30日である
      かつ ソフィアはコードのみを使うMicrosoftアカウントsofia@outlook.comを持っている
      かつ ソフィアはAndroidスマートフォンを使っている
      かつ ソフィアはAndroidスマートフォンに「Etsy」とsofia@outlook.comを追加する

    @id:ms.android-system.moved @situation:S36 @rule:android.no-system-backup @rule:android.keystore-bound
    シナリオアウトライン: アプリは空の状態で移行される: <何を当てにしたか>
      前提 ソフィアは新しいAndroidスマートフォンを設定する
      かつ ソフィアはAndroidスマートフォンから新しいAndroidスマートフォンへ<経路>で移る
      もし ソフィアは新しいAndroidスマートフォンのAuthenticatorを開く
      ならば ソフィアの新しいAndroidスマートフォンの一覧には0件のアカウントがある
      かつ ソフィアのAndroidスマートフォンに「Etsy」とsofia@outlook.comの使えるコードが表示される

      例:
        | 何を当てにしたか    | 経路                 |
        | Googleに残る写し    | Googleのバックアップ |
        | 2台をつなぐケーブル | ケーブル             |

    @id:ms.android-system.reset @situation:S36 @rule:android.no-system-backup @rule:device.lost-is-lost
    シナリオ: クラウドバックアップなしで初期化すると、戻るものがない
      前提 ソフィアはAndroidスマートフォンを初期化する
      かつ ソフィアはAndroidスマートフォンからAndroidスマートフォンへGoogleのバックアップで移る
      もし ソフィアはAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ソフィアのAndroidスマートフォンの一覧には0件のアカウントがある

    @id:ms.android-system.reset-with-cloud-backup @rule:backup.android.cloud-backup @rule:android.no-system-backup
    シナリオ: クラウドバックアップがオンなら、同じ初期化をしても何も失わない
      前提 ソフィアはAndroidスマートフォンのクラウドバックアップをsofia@outlook.comでオンにする
      かつ ソフィアはAndroidスマートフォンを初期化する
      もし ソフィアはAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ソフィアのAndroidスマートフォンに「Etsy」とsofia@outlook.comの使えるコードが表示される

    @id:ms.android-system.cable-then-restore @rule:backup.android.cloud-backup @rule:android.keystore-bound
    シナリオ: ケーブルで移した後でも、アプリ自身の復元ですべて戻る
      前提 ソフィアはAndroidスマートフォンのクラウドバックアップをsofia@outlook.comでオンにする
      かつ ソフィアは新しいAndroidスマートフォンを設定する
      かつ ソフィアはAndroidスマートフォンから新しいAndroidスマートフォンへケーブルで移る
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ソフィアの新しいAndroidスマートフォンに「Etsy」とsofia@outlook.comの使えるコードが表示される
