# language: ja
機能: サイトはコードをどう扱うか
  サイトから見えるのは6桁の数字だけである。サイトはそれを自分の時計と照らし合わせ、一度だけ受け付け、
  当てずっぽうが続けば耳を貸さなくなる。スマートフォンにしかなかったものは、スマートフォンとともに失われる。

  背景:
    前提 2026年3月3日である
    かつ アイコはMicrosoftアカウントaiko@outlook.jpでAndroidスマートフォンを使っている

  ルール: サイトが受け付けるコードは、自分の時計の前後、許容幅の段数までに限る

    @id:core.sites.slow-clock @rule:site.window @situation:S68
    シナリオアウトライン: 時計が<slow>遅れ、許容幅は<steps>段である（<理由>）
      前提 「Sakura Shop」は<steps>ステップ前までのコードを受け付ける
      かつ アイコはAndroidスマートフォンに「Sakura Shop」を追加する
      かつ アイコのAndroidスマートフォンの時計は<slow>遅れている
      かつ <moment>である
      もし アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      ならば <outcome>

      例:
        | 理由                                  | steps | slow    | moment                  | outcome                    |
        | 1段の遅れは規格でも認められる         | 1     | 30秒    | 2026年3月3日12時        | 成功する                   |
        | あと1秒で2段の遅れになる              | 1     | 31秒    | 2026年3月3日12時        | コードが違うため拒否される |
        | 区切りの終わりなら、まだ1段の遅れ     | 1     | 59秒    | 2026年3月3日12時0分29秒 | 成功する                   |
        | 厳しいサイトは古いものを認めない      | 0     | 30秒    | 2026年3月3日12時0分29秒 | コードが違うため拒否される |
        | それでも今のコードなら通る            | 0     | 29秒    | 2026年3月3日12時0分29秒 | 成功する                   |
        | 2段の許容幅で通る、いちばん古いコード | 2     | 1分29秒 | 2026年3月3日12時0分29秒 | 成功する                   |
        | 1分半は2段でも古すぎる                | 2     | 1分30秒 | 2026年3月3日12時0分29秒 | コードが違うため拒否される |

    @id:core.sites.in-detail @rule:site.window @rule:code.period
    シナリオアウトライン: 何もかも違うサイトに、<slow>遅れのコードを入れる（<理由>）
      前提 「City Library」は160ビットの秘密鍵から時刻方式のSHA-256の8桁のコードを60秒ごとに出し、3ステップ前から0ステップ先まで受け付ける
      かつ アイコはAndroidスマートフォンに「City Library」を追加する
      かつ アイコのAndroidスマートフォンの時計は<slow>遅れている
      かつ 2026年3月3日12時である
      もし アイコはAndroidスマートフォンのコードで「City Library」にサインインする
      ならば <outcome>

      例:
        | 理由                        | slow  | outcome                    |
        | このサイトの3段は3分である  | 180秒 | 成功する                   |
        | あと1秒で4段の遅れになる    | 181秒 | コードが違うため拒否される |

    @id:core.sites.fast-clock @rule:site.window
    シナリオアウトライン: 時計が<fast>進んでいる（<理由>）
      前提 アイコはAndroidスマートフォンに「Sakura Shop」を追加する
      かつ アイコのAndroidスマートフォンの時計は<fast>進んでいる
      かつ 2026年3月3日12時である
      もし アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      ならば <outcome>

      例:
        | 理由                     | fast | outcome                    |
        | 一つ先のコードは通る     | 59秒 | 成功する                   |
        | 二つ先のコードは拒まれる | 1分  | コードが違うため拒否される |

    @id:core.sites.code-on-paper @rule:site.window
    シナリオアウトライン: 紙に書いたコードを<later>後に入力する（<理由>）
      前提 アイコはAndroidスマートフォンに「Sakura Shop」を追加する
      かつ 2026年3月3日12時である
      かつ アイコはAndroidスマートフォンの「Sakura Shop」のコードを書き留める
      かつ <later>がたつ
      もし アイコは書き留めたコードで「Sakura Shop」にサインインする
      ならば <outcome>

      例:
        | 理由                 | later | outcome                    |
        | まだ使える最後の瞬間 | 59秒  | 成功する                   |
        | 役に立たなくなる瞬間 | 1分   | コードが違うため拒否される |

    @id:core.sites.clock-set-right @rule:site.window
    シナリオ: 時計を合わせるだけでよかった
      前提 アイコはAndroidスマートフォンに「Sakura Shop」を追加する
      かつ アイコのAndroidスマートフォンの時計は5分遅れている
      かつ アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      かつ コードが違うため拒否される
      かつ アイコのAndroidスマートフォンの時計は0秒遅れている
      もし アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      ならば 成功する

  ルール: サイトはコードを一度しか受け付けない

    背景:
      前提 2026年3月3日12時である
      かつ アイコはAndroidスマートフォンに「Sakura Shop」を追加する

    @id:core.sites.replay @rule:site.replay
    シナリオ: アイコが使ったばかりのコードは、盗み見ても役に立たない
      前提 アイコはAndroidスマートフォンの「Sakura Shop」のコードを書き留める
      かつ アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      かつ 29秒がたつ
      もし アイコは書き留めたコードで「Sakura Shop」にサインインする
      ならば コードは使用済みであるため拒否される

    @id:core.sites.older-code @rule:site.replay
    シナリオ: 使ったコードより前のコードも拒まれる
      前提 アイコはAndroidスマートフォンの「Sakura Shop」のコードを書き留める
      かつ 30秒がたつ
      かつ アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      もし アイコは書き留めたコードで「Sakura Shop」にサインインする
      ならば コードは使用済みであるため拒否される

    @id:core.sites.next-code @rule:site.replay
    シナリオ: 次のコードは新しいので通る
      前提 アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      かつ 30秒がたつ
      もし アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      ならば 成功する

    @id:core.sites.two-phones @rule:site.replay @rule:restore.third-party-code @situation:S66 @android
    シナリオ: 新旧2台に出るコードは同じ一つで、使えるのは一度だけである
      前提 アイコはAndroidスマートフォンのクラウドバックアップをaiko@outlook.jpでオンにする
      かつ アイコは新しいAndroidスマートフォンを設定する
      かつ アイコは新しいAndroidスマートフォンにaiko@outlook.jpでバックアップを復元する
      かつ アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      もし アイコは新しいAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      ならば コードは使用済みであるため拒否される
      かつ アイコのAndroidスマートフォンとアイコの新しいAndroidスマートフォンには「Sakura Shop」の同じコードが表示される

  ルール: 誤ったコードが続くと、サイトはしばらくの間、正しいコードも含めてすべて拒む

    背景:
      前提 アイコはAndroidスマートフォンに「Sakura Shop」を追加する

    @id:core.sites.nine-slips @rule:site.lockout
    シナリオ: 九回間違えても、正しいコードはまだ通る
      もし アイコはAndroidスマートフォンのコードを九回打ち間違えた後で「Sakura Shop」にサインインする
      ならば 成功する

    @id:core.sites.ten-slips @rule:site.lockout
    シナリオ: 十回間違えると、正しいコードでも手遅れである
      もし アイコはAndroidスマートフォンのコードを十回打ち間違えた後で「Sakura Shop」にサインインする
      ならば 試行が多すぎるため拒否される

    @id:core.sites.slips-forgiven @rule:site.lockout
    シナリオ: 一度正しく入力すれば、それまでの間違いは帳消しになる
      前提 アイコはAndroidスマートフォンのコードを九回打ち間違えた後で「Sakura Shop」にサインインする
      かつ 30秒がたつ
      もし アイコはAndroidスマートフォンのコードを九回打ち間違えた後で「Sakura Shop」にサインインする
      ならば 成功する

    @id:core.sites.lock-ends @rule:site.lockout
    シナリオ: 1時間後、サイトはまた耳を貸す
      前提 アイコはAndroidスマートフォンのコードを十回打ち間違えた後で「Sakura Shop」にサインインする
      かつ 試行が多すぎるため拒否される
      かつ 1時間がたつ
      もし アイコはAndroidスマートフォンのコードで「Sakura Shop」にサインインする
      ならば 成功する

    @id:core.sites.locked-out-helped @rule:site.lockout
    シナリオ: 締め出されても、サイト自身の手順で戻れる
      前提 アイコはAndroidスマートフォンのコードを十回打ち間違えた後で「Sakura Shop」にサインインする
      かつ 試行が多すぎるため拒否される
      もし アイコはAndroidスマートフォンで「Sakura Shop」をサイト自身の手順で回復する
      ならば 成功する
      かつ アイコのAndroidスマートフォンの一覧には1件のアカウントがある
      かつ アイコのAndroidスマートフォンに「Sakura Shop」の使えるコードが表示される

  ルール: なくしたスマートフォン、壊れたスマートフォン、消去したスマートフォンにしかなかったものは失われる

    背景:
      前提 アイコはAndroidスマートフォンに「Sakura Shop」を追加する

    @id:core.sites.lost-is-lost @rule:device.lost-is-lost @android
    シナリオアウトライン: アイコは1台しかないスマートフォンを<deed>。写しはどこにもない
      前提 アイコはAndroidスマートフォンを<deed>
      かつ アイコは新しいAndroidスマートフォンを設定する
      もし アイコは新しいAndroidスマートフォンにaiko@outlook.jpでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ アイコの新しいAndroidスマートフォンの一覧には0件のアカウントがある

      例:
        | 理由                     | deed   |
        | 電車に置き忘れた         | なくす |
        | 風呂に落とした           | 壊す   |
        | 消去して手放し、悔やんだ | 売る   |

    @id:core.sites.erased-is-lost @rule:device.lost-is-lost
    シナリオ: 初期化すればコードも消え、設定し直しても戻らない
      前提 アイコはAndroidスマートフォンを初期化する
      もし アイコはAndroidスマートフォンのAuthenticatorを開く
      ならば アイコのAndroidスマートフォンの一覧には0件のアカウントがある

    @id:core.sites.found-again @rule:device.lost-is-lost
    シナリオ: ソファの下から出てきたスマートフォンには、すべて残っている
      前提 アイコはAndroidスマートフォンをなくす
      かつ 3日がたつ
      もし アイコはAndroidスマートフォンを見つける
      ならば アイコのAndroidスマートフォンの一覧には1件のアカウントがある
      かつ アイコのAndroidスマートフォンに「Sakura Shop」の使えるコードが表示される

    @id:core.sites.site-helps @rule:device.lost-is-lost
    シナリオ: バックアップがなければサイトに頼るしかない。なくしたスマートフォンのコードはもう使えない
      前提 アイコはAndroidスマートフォンの「Sakura Shop」のコードを書き留める
      かつ アイコはAndroidスマートフォンをなくす
      かつ アイコは新しいAndroidスマートフォンを設定する
      かつ アイコは新しいAndroidスマートフォンで「Sakura Shop」をサイト自身の手順で回復する
      もし アイコは書き留めたコードで「Sakura Shop」にサインインする
      ならば コードが違うため拒否される
      かつ アイコの新しいAndroidスマートフォンに「Sakura Shop」の使えるコードが表示される
