# language: ja
機能: バックアップは同じ種類のスマートフォンの間でだけ使える
  iPhoneのバックアップはiPhoneに、AndroidのものはAndroidにだけ復元できる。乗り換える人は、
  すべてのアカウントを追加し直す。それが済むまで、古いスマートフォンは手放せない。

  ルール: 種類の違うスマートフォンへは、何も移らない

    背景:
      前提 2025年6月15日である
      かつ ベンはコードのみを使うMicrosoftアカウントben@outlook.comを持っている

    @id:ms.sides.iphone-to-android @ios @android @generation-1 @situation:S35 @rule:backup.same-platform-only
    シナリオ: どちらのスマートフォンも同じMicrosoftアカウントを求めていた頃、iPhoneからAndroidへ
      前提 ベンはiPhoneを使っている
      かつ ベンはiPhoneに「Uber」とben@outlook.comを追加する
      かつ ベンはiPhoneのクラウドバックアップをben@outlook.comでオンにする
      かつ ベンは新しいAndroidスマートフォンを設定する
      もし ベンは新しいAndroidスマートフォンにben@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ベンの新しいAndroidスマートフォンの一覧には0件のアカウントがある

    @id:ms.sides.android-to-iphone @ios @android @generation-1 @situation:S35 @rule:backup.same-platform-only
    シナリオ: 同じ頃、AndroidからiPhoneへ
      前提 ベンはAndroidスマートフォンを使っている
      かつ ベンはAndroidスマートフォンに「Uber」とben@outlook.comを追加する
      かつ ベンはAndroidスマートフォンのクラウドバックアップをben@outlook.comでオンにする
      かつ ベンは新しいiPhoneを設定する
      もし ベンは新しいiPhoneにben@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ベンの新しいiPhoneの一覧には0件のアカウントがある

  ルール: 2025年9月からのiPhoneは、Microsoftアカウントを尋ねることさえしない

    背景:
      前提 2026年3月4日である
      かつ プリヤはコードのみを使うMicrosoftアカウントpriya@outlook.comを持っている
      かつ プリヤはAndroidスマートフォンを使っている
      かつ プリヤはAndroidスマートフォンに「Airbnb」とpriya@outlook.comを追加する
      かつ プリヤはAndroidスマートフォンのクラウドバックアップをpriya@outlook.comでオンにする

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
      かつ プリヤは新しいAndroidスマートフォンを設定する
      もし プリヤは新しいAndroidスマートフォンにpriya@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ プリヤの新しいAndroidスマートフォンの一覧に「Booking」はない

    @id:ms.sides.added-again-by-hand @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    シナリオ: サイトで登録し直せば使えるようになり、古いスマートフォンのコードはもう通らない
      前提 プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneに「Airbnb」を追加する
      もし プリヤはAndroidスマートフォンのコードで「Airbnb」にサインインする
      ならば コードが違うため拒否される
      かつ プリヤの新しいiPhoneに「Airbnb」の使えるコードが表示される

  ルール: iPhoneからAndroidへは、名前さえ移らず、職場アカウントのコードも移らない

    背景:
      前提 2025年6月20日である
      かつ ノラはコードのみを使うMicrosoftアカウントnora@outlook.comを持っている
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
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ ノラの新しいAndroidスマートフォンの一覧には0件のアカウントがある

  ルール: AndroidからiCloudへも、何も移らない

    背景:
      前提 2026年3月4日である
      かつ ノラはコードのみを使うMicrosoftアカウントnora@outlook.comを持っている
      かつ ノラはパスワードレスのMicrosoftアカウントnora.b@hotmail.comを持っている
      かつ ノラはContosoの社員で、アカウントはnora@contoso.comである
      かつ ノラはFabrikamの社員で、アカウントはnora@fabrikam.comである
      かつ ノラはAndroidスマートフォンを使っている
      かつ ノラはAndroidスマートフォンにnora@outlook.comとnora.b@hotmail.comとnora@contoso.comを追加する
      かつ ノラはAndroidスマートフォンにnora@fabrikam.comを他社アカウントの手順で追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする

    @id:ms.sides.no-name-on-iphone @ios @android @generation-2 @situation:S35 @rule:backup.same-platform-only
    シナリオ: 新しいiPhoneはアカウントを尋ねず、何も表示しない
      前提 ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいiPhoneを設定する
      もし ノラは新しいiPhoneのAuthenticatorを開く
      ならば ノラの新しいiPhoneの一覧には0件のアカウントがある

  ルール: 一つのMicrosoftアカウントで、スマートフォンの種類ごとのバックアップを守れる

    背景:
      前提 2025年5月22日である
      かつ レナはMicrosoftアカウントlena@outlook.comでiPhoneを使っている
      かつ レナはiPhoneに「Signal」を追加する
      かつ レナはiPhoneのクラウドバックアップをlena@outlook.comでオンにする
      かつ レナはMicrosoftアカウントlena@outlook.comでAndroidスマートフォンを使っている
      かつ レナはAndroidスマートフォンに「Twitch」と「Reddit」を追加する
      かつ レナはAndroidスマートフォンのクラウドバックアップをlena@outlook.comでオンにする

    @id:ms.sides.two-backups-side-by-side @ios @android @generation-1 @rule:backup.one-copy @rule:backup.same-platform-only
    シナリオアウトライン: 一方が他方を置き換えることはない: <どちら>
      前提 レナは<新しいスマートフォン>を設定する
      もし レナは<そのスマートフォン>にlena@outlook.comでバックアップを復元する
      ならば 復元で<件数>件が使え、サインインが必要なものは0件

      例:
        | どちら        | 新しいスマートフォン        | そのスマートフォン          | 件数 |
        | iPhoneのもの  | 新しいiPhone                | 新しいiPhone                | 1    |
        | Androidのもの | 新しいAndroidスマートフォン | 新しいAndroidスマートフォン | 2    |

    @id:ms.sides.exchanged @ios @android @generation-1 @rule:backup.same-platform-only
    シナリオアウトライン: 互いの場所に入れ替わっても、見分けがつく: <どちら>
      前提 保管されているレナのバックアップが別の種類のスマートフォンのものと入れ替わる
      かつ レナは<スマートフォン>を設定する
      もし レナは<スマートフォン>にlena@outlook.comでバックアップを復元する
      ならば 別の種類のスマートフォンのバックアップであるため拒否される
      かつ レナの<スマートフォン>の一覧には0件のアカウントがある

      例:
        | どちら                        | スマートフォン              |
        | iPhoneがAndroidのものに出会う | 新しいiPhone                |
        | AndroidがiPhoneのものに出会う | 新しいAndroidスマートフォン |
