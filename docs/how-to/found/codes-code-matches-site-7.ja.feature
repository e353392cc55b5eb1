# language: ja
# もう一度確かめるには: lostphone run codes-code-matches-site-7.ja.feature --client mutant:parameter-loss
@found
機能: 守られない約束 (codes)

  ルール: アプリに出るコードは、同じ秘密鍵からサイトがその瞬間に計算するコードと一致する。

    @id:found.codes-code-matches-site-7 @rule:code.matches-site
    シナリオ: ミカの新しいAndroidスマホに「Kinetic Bank」の使えるコードが表示される
      前提 2026年1月1日である
      かつ ミカはコードだけのMicrosoftアカウントmika@outlook.comを持っている
      かつ ミカはAndroidスマホを使っている
      かつ 「Kinetic Bank」はSHA-1で6桁のコードを1分ごとに出す
      かつ ミカはAndroidスマホにmika@outlook.comと「Kinetic Bank」を追加する
      かつ ミカはAndroidスマホのクラウドバックアップをmika@outlook.comでオンにする
      かつ ミカは新しいAndroidスマホを設定する
      もし ミカは新しいAndroidスマホにmika@outlook.comでバックアップを復元する
      ならば ミカの新しいAndroidスマホに「Kinetic Bank」の使えるコードが表示される
