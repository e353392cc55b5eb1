# language: ja
# もう一度確かめるには: lostphone run code-period-7.ja.feature --client mutant:parameter-loss
# 実際: ミカの新しいAndroidスマホが表示する「GitHub」のコードは、サイトのものと違う
@found
機能: コードについての守られない約束

  ルール: コードはサイトが決めた間隔で変わる。30 秒でも 60 秒でも、ほかの秒数でもよい。

    @id:found.code-period-7 @rule:code.period
    シナリオ: ミカが新しいAndroidスマホにmika@outlook.comでバックアップを復元すると、ミカの新しいAndroidスマホに「GitHub」の使えるコードが表示される
      前提 2026年1月1日である
      かつ ミカはMicrosoftアカウントmika@outlook.comでAndroidスマホを使っている
      かつ 「GitHub」はSHA-1で6桁のコードを1分ごとに出す
      かつ ミカはAndroidスマホに「GitHub」を追加する
      かつ ミカはAndroidスマホのクラウドバックアップをmika@outlook.comでオンにする
      かつ ミカは新しいAndroidスマホを設定する
      もし ミカは新しいAndroidスマホにmika@outlook.comでバックアップを復元する
      ならば ミカの新しいAndroidスマホに「GitHub」の使えるコードが表示される
