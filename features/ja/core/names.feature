# language: ja
機能: アカウントの名前
  20件のアカウントを復元した人が目当てのコードを探す手がかりは、名前しかない。
  だから名前はどの文字で書かれていても一字一句そのまま戻り、どこかが違うアカウントは別々のまま残る。

  背景:
    前提 2026年3月3日である
    かつ ミカはMicrosoftアカウントmika@outlook.jpでAndroidスマートフォンを使っている

  ルール: どの文字で書かれた名前も、一字一句そのまま戻る

    @id:core.names.any-script @rule:name.unicode @rule:backup.complete
    シナリオアウトライン: <site>と<login>は元のまま戻る（<理由>）
      前提 ミカはAndroidスマートフォンのクラウドバックアップをmika@outlook.jpでオンにする
      かつ ミカはAndroidスマートフォンに「<site>」を「<login>」として追加する
      かつ ミカはAndroidスマートフォンをなくす
      かつ ミカは新しいAndroidスマートフォンを設定する
      もし ミカは新しいAndroidスマートフォンにmika@outlook.jpでバックアップを復元する
      ならば ミカの新しいAndroidスマートフォンで「<site> (<login>)」がすぐ使える
      かつ ミカの新しいAndroidスマートフォンに「<site> (<login>)」の使えるコードが表示される

      例:
        | 理由                                   | site            | login                |
        | どちらも日本語                         | 楽天証券        | 三木 美佳            |
        | ウムラウト、エスツェット、アンパサンド | Größe & Co      | mika+größe@müller.de |
        | プラスもパーセントも空白ではない       | Fish+Chips 100% | mika%20sato          |
        | リンクの中では別の意味を持つ記号       | Who? What/Why#1 | a=b&secret=no        |
        | 16ビットに収まらない文字               | 🔐 Vault 𠮷野家 | 👩‍💻 mika           |
        | 右から左へ書く文字                     | بنك الوطن       | ميكا                 |

    @id:core.names.listed-before-backup @rule:name.unicode
    シナリオ: バックアップする前から、画面の名前は正しい
      もし ミカはAndroidスマートフォンに「楽天証券」と「Größe & Co」と「Кошелёк」を追加する
      ならば ミカのAndroidスマートフォンの一覧には3件のアカウントがある
      かつ ミカのAndroidスマートフォンで「楽天証券」と「Größe & Co」と「Кошелёк」がすぐ使える

  ルール: 追加したアカウントは、削除するまでその名前で一覧に一つずつあり、ほかのものはない

    @id:core.names.listed-once @rule:app.list
    シナリオ: アカウントが三つなら、一覧にも三つある
      もし ミカはAndroidスマートフォンに「GitHub」と「Amazon」と「Kinetic Bank」を追加する
      ならば ミカのAndroidスマートフォンの一覧には3件のアカウントがある
      かつ ミカのAndroidスマートフォンで「GitHub」と「Amazon」と「Kinetic Bank」がすぐ使える

    @id:core.names.listed-until-removed @rule:app.list
    シナリオ: 削除したものはなくなり、ほかは残る
      前提 ミカはAndroidスマートフォンに「GitHub」と「Amazon」と「Kinetic Bank」を追加する
      もし ミカはAndroidスマートフォンから「Amazon」を削除する
      ならば ミカのAndroidスマートフォンの一覧に「Amazon」はない
      かつ ミカのAndroidスマートフォンの一覧には2件のアカウントがある
      かつ ミカのAndroidスマートフォンで「GitHub」と「Kinetic Bank」がすぐ使える

    @id:core.names.added-anew @rule:app.list
    シナリオ: 削除したアカウントを、あらためて追加できる
      前提 ミカはAndroidスマートフォンに「GitHub」を追加する
      かつ ミカはAndroidスマートフォンから「GitHub」を削除する
      もし ミカはAndroidスマートフォンに「GitHub」を追加する
      ならば ミカのAndroidスマートフォンの一覧には1件のアカウントがある
      かつ ミカのAndroidスマートフォンに「GitHub」の使えるコードが表示される

  ルール: ユーザー名が同じでも、サイトが違えば別のアカウントである

    @id:core.names.same-login @rule:name.issuer-distinguishes
    シナリオ: 一つのアドレスを二つのサイトで使えば、アカウントは二つになる
      前提 ミカはAndroidスマートフォンに「GitHub」を「mika@example.jp」として追加する
      もし ミカはAndroidスマートフォンに「GitLab」を「mika@example.jp」として追加する
      ならば ミカのAndroidスマートフォンの一覧には2件のアカウントがある
      かつ ミカのAndroidスマートフォンに「GitHub」と「GitLab」の使えるコードが表示される

    @id:core.names.remove-one @rule:name.issuer-distinguishes
    シナリオ: 片方を削除しても、もう片方は残る
      前提 ミカはAndroidスマートフォンに「GitHub」を「mika@example.jp」として追加する
      かつ ミカはAndroidスマートフォンに「GitLab」を「mika@example.jp」として追加する
      もし ミカはAndroidスマートフォンから「GitHub」を削除する
      ならば ミカのAndroidスマートフォンの一覧に「GitHub」はない
      かつ ミカのAndroidスマートフォンの一覧には1件のアカウントがある
      かつ ミカのAndroidスマートフォンに「GitLab」の使えるコードが表示される

    @id:core.names.two-logins @rule:name.issuer-distinguishes
    シナリオ: 一つのサイトでユーザー名を二つ使うときも、アカウントは二つである
      前提 ミカはAndroidスマートフォンに「GitHub」を「mika」として追加する
      もし ミカはAndroidスマートフォンに「GitHub」を「mika-at-work」として追加する
      ならば ミカのAndroidスマートフォンの一覧には2件のアカウントがある
      かつ ミカのAndroidスマートフォンに「GitHub (mika)」と「GitHub (mika-at-work)」の使えるコードが表示される

  ルール: ユーザー名が同じ二つのアカウントは、復元しても二つのままである

    背景:
      前提 ミカはAndroidスマートフォンのクラウドバックアップをmika@outlook.jpでオンにする

    @id:core.names.same-login-restored @rule:name.issuer-distinguishes @rule:backup.complete
    シナリオ: 一つのアドレスを二つのサイトで使っていれば、二つとも戻る
      前提 ミカはAndroidスマートフォンに「GitHub」を「mika@example.jp」として追加する
      かつ ミカはAndroidスマートフォンに「GitLab」を「mika@example.jp」として追加する
      かつ ミカはAndroidスマートフォンをなくす
      かつ ミカは新しいAndroidスマートフォンを設定する
      もし ミカは新しいAndroidスマートフォンにmika@outlook.jpでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ミカの新しいAndroidスマートフォンに「GitHub」と「GitLab」の使えるコードが表示される
