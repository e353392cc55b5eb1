# language: ja
機能: iPhoneから削除したアプリ
  スマートフォンは手元にあるのに、直すつもりで、または子どもが、アプリを削除した。バックアップがあれば、なくしたときと同じように戻る。
  バックアップがなければ何も残らないとMicrosoftの回答は言うが、iOSは削除したアプリのものをいくらか残している。

  ルール: バックアップがなければ、コードはアプリとともに失われる

    背景:
      前提 2026年3月10日である
      かつ アイコはコードのみを使うMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneのiCloudキーチェーンをオフにする
      かつ アイコはiPhoneに「GitHub」とaiko@outlook.comを追加する

    @id:ms.removed.gone @rule:app.removed-without-backup @situation:S77 @open:Q21 @ios
    シナリオ: 入れ直しても、アプリの一覧は空から始まる
      もし アイコはiPhoneのAuthenticatorを入れ直す
      ならば アイコのiPhoneの一覧には0件のアカウントがある

  ルール: 削除したアプリのコードをiOSが残していれば（Q21）、また使える

    背景:
      前提 未解決の問いQ21の答えは「kept」とする
      かつ 2026年3月10日である
      かつ アイコはコードのみを使うMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはContosoの社員で、アカウントはaiko@contoso.comである
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneのiCloudキーチェーンをオフにする
      かつ アイコはiPhoneに「GitHub」とaiko@outlook.comとaiko@contoso.comを追加する

    @id:ms.removed.kept @rule:app.removed-without-backup @situation:S77 @open:Q21 @ios
    シナリオ: 入れ直すと、アプリに前のコードが表示される
      もし アイコはiPhoneのAuthenticatorを入れ直す
      ならば アイコのiPhoneの一覧には3件のアカウントがある
      かつ アイコのiPhoneに「GitHub」とaiko@outlook.comの使えるコードが表示される
      しかし アイコのiPhoneはaiko@contoso.comへのサインインを求める

    @id:ms.removed.kept-but-erased @rule:app.removed-without-backup @rule:device.lost-is-lost @open:Q21 @ios
    シナリオ: iPhoneを初期化すれば、それも失われる
      もし アイコはiPhoneを初期化する
      ならば アイコのiPhoneの一覧には0件のアカウントがある
