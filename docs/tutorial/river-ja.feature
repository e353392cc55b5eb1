# language: ja
機能: わたしのスマートフォンと川
  今日なくしたら、何が残るか。

  背景:
    前提 2025年11月14日である
    かつ ミカはContosoの社員で、アカウントはmika@contoso.comである

  ルール: 新しいiPhoneには他社のコードが戻り、職場のアカウントはサインインを求める

    @id:mine.river @rule:restore.third-party-code @rule:restore.work-name-only @ios
    シナリオ: 11月、川がiPhoneをさらう
      前提 ミカはiPhoneを使っている
      かつ ミカはiPhoneに「GitHub」とmika@contoso.comを追加する
      かつ ミカはiPhoneをなくす
      もし ミカは新しいiPhoneを設定する
      ならば ミカの新しいiPhoneに「GitHub」の使えるコードが表示される
      かつ ミカの新しいiPhoneはmika@contoso.comへのサインインを求める
