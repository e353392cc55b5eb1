# language: ja
機能: アプリが自分について記録すること
  ログは助ける人のために書かれ、サポートや掲示板や、詳しい友人のもとへ送られる。
  だから何をしたかは書いてよいが、何を使ったかは決して書かない。

  背景:
    前提 2026年3月3日である
    かつ ノラはMicrosoftアカウントnora@outlook.comでAndroidスマートフォンを使っている

  ルール: ログにもメッセージにも秘密は現れない

    @id:core.log.adding @rule:app.no-secret-in-log @android
    シナリオ: アカウントを追加し、コードを表示しても、その元になるものの跡は残らない
      前提 「City Library」はカウンター方式のコードを出す
      かつ ノラはAndroidスマートフォンにnora@outlook.comと「City Library」と「GitHub」を追加する
      もし ノラはAndroidスマートフォンのコードで「City Library」にサインインする
      ならば 成功する
      かつ ログにもメッセージにも秘密は現れない

    @id:core.log.mishap @rule:app.no-secret-in-log @android
    シナリオ: うまくいかなかった復元の説明にも現れない
      前提 ノラはAndroidスマートフォンにnora@outlook.comと「GitHub」を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ 保管されているノラのバックアップが一か所書き換えられる
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば ログにもメッセージにも秘密は現れない

    @id:core.log.codes @rule:app.no-secret-in-log @android
    シナリオ: サイトのコードを追加し、表示しても現れない
      前提 ノラはAndroidスマートフォンに「GitHub」と「Amazon」を追加する
      もし ノラはAndroidスマートフォンのコードで「GitHub」にサインインする
      ならば 成功する
      かつ ログにもメッセージにも秘密は現れない

    @id:core.log.codes-mishap @rule:app.no-secret-in-log @android
    シナリオ: サイトのコードだけの復元がうまくいかなかったときも現れない
      前提 ノラはAndroidスマートフォンに「GitHub」と「Amazon」を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ 保管されているノラのバックアップが途中で切れる
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば ログにもメッセージにも秘密は現れない
