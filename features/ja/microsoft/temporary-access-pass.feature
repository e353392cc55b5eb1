# language: ja
機能: 一時アクセス パス
  スマートフォンをなくした人に、管理者は一時アクセス パスを渡せる。
  入れるのは一度だけ、あるいは1時間だけである。どの制限も、紙切れもまたなくなるものだからこそある。

  背景:
    前提 2025年11月3日9時である
    かつ レナはContosoの社員で、アカウントはlena@contoso.comである
    かつ エイダはContosoの管理者で、アカウントはada@contoso.comである
    かつ レナはiPhoneを使っている
    かつ レナはiPhoneにlena@contoso.comを追加する
    かつ レナはiPhoneをなくす
    かつ レナは新しいiPhoneを設定する
    かつ レナは新しいiPhoneのAuthenticatorを開く

  ルール: パスはAuthenticatorの中でそのまま使え、ほかの方法は要らない

    @id:ms.tap.in-app @rule:tap.in-app @rule:restore.sign-in-again @situation:S44 @ios @work
    シナリオ: 復元したアカウントを、パスだけで使えるようにする
      前提 ada@contoso.comはlena@contoso.comに1回限りの一時アクセス パスを発行する
      もし レナは新しいiPhoneでlena@contoso.comのサインインを一時アクセス パスで済ませる
      ならば 成功する
      かつ レナの新しいiPhoneでlena@contoso.comがすぐ使える

    @id:ms.tap.registers-phone @rule:tap.in-app @rule:push.not-restored @ios @work
    シナリオ: それからは、新しいスマートフォンにも通知が届く
      前提 ada@contoso.comはlena@contoso.comに1回限りの一時アクセス パスを発行する
      かつ レナは新しいiPhoneでlena@contoso.comのサインインを一時アクセス パスで済ませる
      もし レナはいつもどおりパソコンでlena@contoso.comにサインインする
      ならば 通知はレナの新しいiPhoneに届く

  ルール: 1回限りのパスでサインインしたら、10分以内に登録する

    @id:ms.tap.ten-minutes @rule:tap.one-time-ten-minutes @situation:S45 @ios @work
    シナリオアウトライン: <種類>パスで、<経過>後: <理由>
      前提 ada@contoso.comはlena@contoso.comに<種類>一時アクセス パスを発行する
      かつ レナは新しいiPhoneでlena@contoso.comに一時アクセス パスでサインインする
      かつ <経過>がたつ
      もし レナは新しいiPhoneでlena@contoso.comのAuthenticatorを登録する
      ならば <結果>

      例:
        | 理由                            | 種類           | 経過 | 結果                           |
        | 10分ちょうどまではよい          | 1回限りの      | 10分 | 成功する                       |
        | コーヒー1杯ぶん遅かった         | 1回限りの      | 11分 | 期限が切れているため拒否される |
        | 短いのは1回限りのパスだけである | 繰り返し使える | 11分 | 成功する                       |

    @id:ms.tap.spent @rule:tap.one-time-ten-minutes @situation:S45 @ios @work
    シナリオ: 間に合わなかったとき、同じパスで二度は入れない
      前提 ada@contoso.comはlena@contoso.comに1回限りの一時アクセス パスを発行する
      かつ レナは新しいiPhoneでlena@contoso.comに一時アクセス パスでサインインする
      かつ 11分がたつ
      もし レナは新しいiPhoneでlena@contoso.comのサインインを一時アクセス パスで済ませる
      ならば コードは使用済みであるため拒否される
      かつ レナの新しいiPhoneはlena@contoso.comへのサインインを求める

    @id:ms.tap.new-one @rule:tap.one-time-ten-minutes @rule:tap.one-per-user @situation:S45 @ios @work
    シナリオ: 新しいパスを出してもらえばよい
      前提 ada@contoso.comはlena@contoso.comに1回限りの一時アクセス パスを発行する
      かつ レナは新しいiPhoneでlena@contoso.comに一時アクセス パスでサインインする
      かつ 11分がたつ
      かつ ada@contoso.comはlena@contoso.comに1回限りの一時アクセス パスを発行する
      もし レナは新しいiPhoneでlena@contoso.comのサインインを一時アクセス パスで済ませる
      ならば レナの新しいiPhoneでlena@contoso.comがすぐ使える

  ルール: パスの有効期間は1時間で、それで得たサインインもそれより長くは続かない

    @id:ms.tap.one-hour @rule:tap.lifetime @ios @work
    シナリオアウトライン: 発行から<経過>後: <理由>
      前提 ada@contoso.comはlena@contoso.comに1回限りの一時アクセス パスを発行する
      かつ <経過>がたつ
      もし レナは新しいiPhoneでlena@contoso.comのサインインを一時アクセス パスで済ませる
      ならば <結果>

      例:
        | 理由                 | 経過     | 結果                           |
        | 1時間の最後の1秒     | 59分59秒 | 成功する                       |
        | 1時間が過ぎた        | 60分     | 期限が切れているため拒否される |
        | 翌週に出てきた紙切れ | 7日      | 期限が切れているため拒否される |

    @id:ms.tap.chosen-lifetime @rule:tap.lifetime @ios @work
    シナリオ: 1日の勤務時間に合わせて発行したパスは、8時間目にも使える
      前提 ada@contoso.comはlena@contoso.comに8時間有効な繰り返し使える一時アクセス パスを発行する
      かつ 7時間59分がたつ
      もし レナは新しいiPhoneでlena@contoso.comのサインインを一時アクセス パスで済ませる
      ならば 成功する

    @id:ms.tap.session-ends-with-it @rule:tap.lifetime @rule:tap.one-time-ten-minutes @situation:S45 @ios @work
    シナリオアウトライン: 発行の<それまで>後にサインインし、その<経過>後に登録する: <理由>
      前提 ada@contoso.comはlena@contoso.comに<種類>一時アクセス パスを発行する
      かつ <それまで>がたつ
      かつ レナは新しいiPhoneでlena@contoso.comに一時アクセス パスでサインインする
      かつ <経過>がたつ
      もし レナは新しいiPhoneでlena@contoso.comのAuthenticatorを登録する
      ならば <結果>

      例:
        | 理由                         | 種類           | それまで | 経過 | 結果                           |
        | パスはまだ生きている         | 繰り返し使える | 55分     | 4分  | 成功する                       |
        | その間にパスが切れた         | 繰り返し使える | 55分     | 5分  | 期限が切れているため拒否される |
        | 10分以内でもパスが先に切れる | 1回限りの      | 55分     | 6分  | 期限が切れているため拒否される |

  ルール: パスを同時に二つ持つことはできない

    @id:ms.tap.replaced @rule:tap.one-per-user @situation:S45 @ios @work
    シナリオ: 二つ目を発行すると、一つ目は使えなくなる
      前提 ada@contoso.comはlena@contoso.comに繰り返し使える一時アクセス パスを発行する
      かつ ada@contoso.comはlena@contoso.comに繰り返し使える一時アクセス パスを発行する
      もし レナは新しいiPhoneでlena@contoso.comのサインインを前の一時アクセス パスで済ませる
      ならば コードが違うため拒否される
      かつ レナの新しいiPhoneはlena@contoso.comへのサインインを求める

  ルール: 自分自身にパスを発行することはできない

    @id:ms.tap.not-to-self @rule:tap.not-to-self @situation:S46 @work
    シナリオ: 今はまだ入れる管理者も、入れなくなる日に備えて自分に発行することはできない
      前提 ノラはContosoの管理者で、アカウントはnora@contoso.comである
      もし ada@contoso.comはada@contoso.comに繰り返し使える一時アクセス パスを発行する
      ならば 許されていないため拒否される

    @id:ms.tap.sole-admin @rule:tap.not-to-self @rule:work.sole-admin @situation:S46 @android @work
    シナリオ: スマートフォンをなくしたただ一人の管理者は、誰からもパスをもらえない
      前提 エイダはAndroidスマートフォンを使っている
      かつ エイダはAndroidスマートフォンにada@contoso.comを追加する
      かつ エイダはAndroidスマートフォンをなくす
      かつ ada@contoso.comはada@contoso.comに1回限りの一時アクセス パスを発行する
      かつ 許されていないため拒否される
      もし lena@contoso.comはada@contoso.comに1回限りの一時アクセス パスを発行する
      ならば 許されていないため拒否される
