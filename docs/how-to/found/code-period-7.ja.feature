# language: ja
# もう一度確かめるには: lostphone run code-period-7.ja.feature --client mutant:parameter-loss
# 実際: ミカの新しいAndroidスマートフォンが表示する「GitHub」のコードは、サイトのものと違う
@found
機能: コードについての要件違反

  ルール: コードはサイトが決めた間隔で変わる。30秒でも60秒でも、ほかの秒数でもよい。

    @id:found.code-period-7 @rule:code.period
    シナリオ: ミカが新しいAndroidスマートフォンにmika@outlook.comでバックアップを復元すると、ミカの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される
      前提 2026年1月1日である
      かつ ミカはMicrosoftアカウントmika@outlook.comでAndroidスマートフォンを使っている
      かつ 「GitHub」はSHA-1で6桁のコードを1分ごとに出す
      かつ ミカはAndroidスマートフォンに「GitHub」を追加する
      かつ ミカはAndroidスマートフォンのクラウドバックアップをmika@outlook.comでオンにする
      かつ ミカは新しいAndroidスマートフォンを設定する
      もし ミカは新しいAndroidスマートフォンにmika@outlook.comでバックアップを復元する
      ならば ミカの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される
