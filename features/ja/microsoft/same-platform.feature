# language: ja
機能: バックアップは同じ種類の端末の間でだけ使える
  iPhoneのバックアップはiPhoneに、AndroidのものはAndroidにだけ復元できる。乗り換える人は、
  すべてのアカウントを追加し直す。それが済むまで、古い端末は手放せない。

  ルール: 種類の違う端末へは、何も移らない

    背景:
      前提 2025年6月15日である
      かつ ベンはコードだけのMicrosoftアカウントben@outlook.comを持っている

    @id:ms.sides.iphone-to-android @ios @android @generation-1 @situation:S35 @rule:backup.same-platform-only
    シナリオ: どちらの端末も同じMicrosoftアカウントを求めていた頃、iPhoneからAndroidへ
      前提 ベンはiPhoneを使っている
      かつ ベンはiPhoneに「Uber」とben@outlook.comを追加する
      かつ ベンはiPhoneのクラウドバックアップをben@outlook.comでオンにする
      かつ ベンは新しいAndroidスマホを設定する
      もし ベンは新しいAndroidスマホにben@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ベンの新しいAndroidスマホの一覧には0件のアカウントがある

    @id:ms.sides.android-to-iphone @ios @android @generation-1 @situation:S35 @rule:backup.same-platform-only
    シナリオ: 同じ頃、AndroidからiPhoneへ
      前提 ベンはAndroidスマホを使っている
      かつ ベンはAndroidスマホに「Uber」とben@outlook.comを追加する
      かつ ベンはAndroidスマホのクラウドバックアップをben@outlook.comでオンにする
      かつ ベンは新しいiPhoneを設定する
      もし ベンは新しいiPhoneにben@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ベンの新しいiPhoneの一覧には0件のアカウントがある

  ルール: 2025年9月からのiPhoneは、Microsoftアカウントを尋ねることさえしない

    背景:
      前提 2026年3月4日である
      かつ プリヤはコードだけのMicrosoftアカウントpriya@outlook.comを持っている
      かつ プリヤはAndroidスマホを使っている
      かつ プリヤはAndroidスマホに「Airbnb」とpriya@outlook.comを追加する
      かつ プリヤはAndroidスマホのクラウドバックアップをpriya@outlook.comでオンにする

    @id:ms.sides.android-to-new-iphone @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    シナリオ: Androidが保存したものを、iPhoneは何も見つけられない
      前提 プリヤは新しいiPhoneを設定する
      もし プリヤは新しいiPhoneにpriya@outlook.comでバックアップを復元する
      ならば バックアップがないため拒否される
      かつ プリヤの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.sides.back-to-android @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    シナリオ: iPhoneに寄り道しても、Androidが保存したものは損なわれない
      前提 プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneに「Booking」を追加する
      かつ プリヤは新しいAndroidスマホを設定する
      もし プリヤは新しいAndroidスマホにpriya@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、0件がサインインを求める
      かつ プリヤの新しいAndroidスマホの一覧に「Booking」はない

    @id:ms.sides.added-again-by-hand @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    シナリオ: サイトで登録し直せば使えるようになり、古いスマホのコードはもう通らない
      前提 プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneに「Airbnb」を追加する
      もし プリヤはAndroidスマホのコードで「Airbnb」にサインインする
      ならば コードが違うため拒否される
      かつ プリヤの新しいiPhoneに「Airbnb」の使えるコードが表示される

  ルール: iPhoneからAndroidへは、名前さえ移らず、職場アカウントのコードも移らない

    背景:
      前提 2025年6月20日である
      かつ ノラはコードだけのMicrosoftアカウントnora@outlook.comを持っている
      かつ ノラはパスワードレスのMicrosoftアカウントnora.b@hotmail.comを持っている
      かつ ノラはContosoの社員で、アカウントはnora@contoso.comである
      かつ ノラはFabrikamの社員で、アカウントはnora@fabrikam.comである
      かつ ノラはiPhoneを使っている
      かつ ノラはiPhoneにnora@outlook.comとnora.b@hotmail.comとnora@contoso.comを追加する
      かつ ノラはiPhoneにnora@fabrikam.comを他社アカウントの手順で追加する
      かつ ノラはiPhoneのクラウドバックアップをnora@outlook.comでオンにする

    @id:ms.sides.no-name-on-android @ios @android @generation-1 @situation:S35 @rule:backup.same-platform-only
    シナリオ: なくしたiPhoneの4件のうち、Androidには1件も現れない
      前提 ノラはiPhoneをなくす
      かつ ノラは新しいAndroidスマホを設定する
      もし ノラは新しいAndroidスマホにnora@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ノラの新しいAndroidスマホの一覧には0件のアカウントがある

  ルール: AndroidからiCloudへも、何も移らない

    背景:
      前提 2026年3月4日である
      かつ ノラはコードだけのMicrosoftアカウントnora@outlook.comを持っている
      かつ ノラはパスワードレスのMicrosoftアカウントnora.b@hotmail.comを持っている
      かつ ノラはContosoの社員で、アカウントはnora@contoso.comである
      かつ ノラはFabrikamの社員で、アカウントはnora@fabrikam.comである
      かつ ノラはAndroidスマホを使っている
      かつ ノラはAndroidスマホにnora@outlook.comとnora.b@hotmail.comとnora@contoso.comを追加する
      かつ ノラはAndroidスマホにnora@fabrikam.comを他社アカウントの手順で追加する
      かつ ノラはAndroidスマホのクラウドバックアップをnora@outlook.comでオンにする

    @id:ms.sides.no-name-on-iphone @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    シナリオ: 新しいiPhoneはアカウントを尋ねず、何も表示しない
      前提 ノラはAndroidスマホをなくす
      かつ ノラは新しいiPhoneを設定する
      もし ノラは新しいiPhoneのAuthenticatorを開く
      ならば ノラの新しいiPhoneの一覧には0件のアカウントがある

  ルール: 一つのMicrosoftアカウントで、端末の種類ごとのバックアップを守れる

    背景:
      前提 2025年5月22日である
      かつ レナはMicrosoftアカウントlena@outlook.comでiPhoneを使っている
      かつ レナはiPhoneに「Signal」を追加する
      かつ レナはiPhoneのクラウドバックアップをlena@outlook.comでオンにする
      かつ レナはMicrosoftアカウントlena@outlook.comでAndroidスマホを使っている
      かつ レナはAndroidスマホに「Twitch」と「Reddit」を追加する
      かつ レナはAndroidスマホのクラウドバックアップをlena@outlook.comでオンにする

    @id:ms.sides.two-backups-side-by-side @ios @android @generation-1 @rule:backup.one-copy @rule:backup.same-platform-only
    シナリオアウトライン: 一方が他方を置き換えることはない: <どちら>
      前提 レナは<新しい端末>を設定する
      もし レナは<その端末>にlena@outlook.comでバックアップを復元する
      ならば 復元で<件数>件が使え、0件がサインインを求める

      例:
        | どちら        | 新しい端末          | その端末            | 件数 |
        | iPhoneのもの  | 新しいiPhone        | 新しいiPhone        | 1    |
        | Androidのもの | 新しいAndroidスマホ | 新しいAndroidスマホ | 2    |

    @id:ms.sides.exchanged @ios @android @generation-1 @rule:backup.same-platform-only
    シナリオアウトライン: 互いの場所に入れ替わっても、見分けがつく: <どちら>
      前提 保管されているレナのバックアップが別の種類の端末のものと入れ替わる
      かつ レナは<端末>を設定する
      もし レナは<端末>にlena@outlook.comでバックアップを復元する
      ならば 別の種類の端末のバックアップであるため拒否される
      かつ レナの<端末>の一覧には0件のアカウントがある

      例:
        | どちら                        | 端末                |
        | iPhoneがAndroidのものに出会う | 新しいiPhone        |
        | AndroidがiPhoneのものに出会う | 新しいAndroidスマホ |
