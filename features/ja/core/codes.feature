# language: ja
機能: ワンタイムパスワードのコード
  画面に出るコードは、どの瞬間でも、どんなアカウントでも、サイトが計算するコードと一致しなければならない。
  ここに書いたコードは規格から求めたものであり、クライアントの自己採点にはならない。

  背景:
    前提 2026年3月3日である
    かつ ケンジはAndroidスマートフォンを使っている

  ルール: コードは、サイトがその瞬間に計算するものと一致する

    @id:core.codes.published @rule:code.matches-site @rule:code.algorithms
    シナリオアウトライン: <algorithm>では規格どおりのコード<code>が出る
      前提 「Kinetic Bank」は<algorithm>で8桁のコードを30秒ごとに出す
      かつ ケンジはAndroidスマートフォンに「Kinetic Bank」をRFC 6238の試験用の秘密鍵で追加する
      もし <moment>である
      ならば ケンジのAndroidスマートフォンの「Kinetic Bank」のコードは「<code>」である

      例:
        | 理由                       | algorithm | moment                     | code     |
        | 多くのサイトはこれを使う   | SHA-1     | 2033年5月18日3時33分20秒   | 69279037 |
        | 鍵は32バイト               | SHA-256   | 2033年5月18日3時33分20秒   | 90698825 |
        | 鍵は64バイト               | SHA-512   | 2033年5月18日3時33分20秒   | 38618901 |
        | 秒数が32ビットに収まらない | SHA-512   | 2603年10月11日11時33分20秒 | 47863826 |

    @id:core.codes.mixed-list @rule:code.matches-site @rule:code.algorithms @rule:code.digits @rule:code.period
    シナリオ: 種類の違うアカウントが並んでも、互いの設定が混ざらない
      前提 「Kinetic Bank」はSHA-512で8桁のコードを1分ごとに出す
      かつ 「Harbour Post」はSHA-256で7桁のコードを15秒ごとに出す
      もし ケンジはAndroidスマートフォンに「Kinetic Bank」と「Harbour Post」と「GitHub」を追加する
      ならば ケンジのAndroidスマートフォンの一覧には3件のアカウントがある
      かつ ケンジのAndroidスマートフォンに「Kinetic Bank」と「Harbour Post」と「GitHub」の使えるコードが表示される

    @id:core.codes.offline @rule:code.matches-site
    シナリオ: 飛行機の中でもコードは変わり続ける
      前提 ケンジはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      かつ ケンジのAndroidスマートフォンはオフラインである
      もし 2033年5月18日3時33分30秒である
      ならば ケンジのAndroidスマートフォンの「GitHub」のコードは「637009」である

    @id:core.codes.after-restart @rule:code.matches-site
    シナリオ: 突然電池が切れた後も、コードは変わらず正しい
      前提 ケンジはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      かつ ケンジはAndroidスマートフォンを強制終了させる
      かつ 2033年5月18日3時33分20秒である
      もし ケンジはAndroidスマートフォンを再び起動する
      ならば ケンジのAndroidスマートフォンの「GitHub」のコードは「279037」である

  ルール: 8桁を求めるサイトには8桁、6桁を求めるサイトには6桁を出す

    @id:core.codes.digits @rule:code.digits
    シナリオアウトライン: <digits>桁を求めるサイトには<code>を出す
      前提 「Kinetic Bank」はSHA-1で<digits>桁のコードを30秒ごとに出す
      かつ ケンジはAndroidスマートフォンに「Kinetic Bank」をRFC 6238の試験用の秘密鍵で追加する
      もし 2033年5月18日3時33分20秒である
      ならば ケンジのAndroidスマートフォンの「Kinetic Bank」のコードは「<code>」である

      例:
        | 理由                      | digits | code     |
        | 多くのサイトの桁数        | 6      | 279037   |
        | 1桁多い銀行もある         | 7      | 9279037  |
        | いつもの6桁に切り詰めない | 8      | 69279037 |

  ルール: コードの先頭のゼロは、画面でも入力でも落ちない

    @id:core.codes.leading-zeros @rule:code.leading-zeros
    シナリオアウトライン: コード<code>はゼロごと表示される
      前提 「Kinetic Bank」は<algorithm>で<digits>桁のコードを30秒ごとに出す
      かつ ケンジはAndroidスマートフォンに「Kinetic Bank」をRFC 6238の試験用の秘密鍵で追加する
      もし <moment>である
      ならば ケンジのAndroidスマートフォンの「Kinetic Bank」のコードは「<code>」である

      例:
        | 理由                      | algorithm | digits | moment              | code     |
        | 10回に1回はゼロで始まる   | SHA-1     | 6      | 2026年3月3日12時    | 067959   |
        | ゼロが四つ続き、残りは2桁 | SHA-1     | 6      | 2026年3月6日8時23分 | 000032   |
        | 8桁のコードにもゼロはある | SHA-256   | 8      | 2026年3月3日0時48分 | 00334794 |

    @id:core.codes.zeros-accepted @rule:code.leading-zeros
    シナリオ: 表示されたとおり、ゼロも含めて入力すれば通る
      前提 ケンジはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      かつ 2026年3月6日8時23分である
      もし ケンジはAndroidスマートフォンのコードで「GitHub」にサインインする
      ならば 成功する

    @id:core.codes.zeros-left-out @rule:code.leading-zeros @situation:S70
    シナリオ: ゼロを省いて入力すると、違うコードになる
      前提 ケンジはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      かつ 2026年3月3日12時である
      もし ケンジはAndroidスマートフォンのコードを先頭のゼロを省いて入力して「GitHub」にサインインする
      ならば コードが違うため拒否される

  ルール: コードはサイトが決めた間隔で変わる

    @id:core.codes.period @rule:code.period @rule:code.matches-site
    シナリオアウトライン: コードは<period>ごとに変わり、1ミリ秒も早くは変わらない（<理由>）
      前提 「Kinetic Bank」はSHA-1で6桁のコードを<period>ごとに出す
      かつ ケンジはAndroidスマートフォンに「Kinetic Bank」をRFC 6238の試験用の秘密鍵で追加する
      もし <moment>である
      ならば ケンジのAndroidスマートフォンの「Kinetic Bank」のコードは「<code>」である

      例:
        | 理由                        | period | moment                       | code   |
        | 30秒の最後の1ミリ秒         | 30秒   | 2033年5月18日3時33分29.999秒 | 279037 |
        | 次の30秒が始まった          | 30秒   | 2033年5月18日3時33分30秒     | 637009 |
        | 30秒を過ぎても同じコード    | 1分    | 2026年3月3日12時0分59.999秒  | 563348 |
        | 1分が過ぎた                 | 1分    | 2026年3月3日12時1分          | 704953 |
        | 30秒の間にコードは二つ      | 15秒   | 2026年3月3日12時0分15秒      | 957735 |
        | 1分を割り切れない間隔       | 45秒   | 2026年3月3日12時1分29.999秒  | 380196 |
        | その終わりは毎分0秒ではない | 45秒   | 2026年3月3日12時1分30秒      | 638186 |

  ルール: カウンター方式のアカウントは、求めるたびに次のコードを出す

    @id:core.codes.counter @rule:code.counter
    シナリオ: 規格の一覧で三番目のコードは、三番目に出る
      前提 「City Library」はカウンター方式のコードを出す
      かつ ケンジはAndroidスマートフォンに「City Library」をRFC 6238の試験用の秘密鍵で追加する
      かつ ケンジはAndroidスマートフォンのコードで「City Library」にサインインする
      もし ケンジはAndroidスマートフォンのコードで「City Library」にサインインする
      ならば 成功する
      かつ ケンジのAndroidスマートフォンの「City Library」のコードは「359152」である

    @id:core.codes.counter-restart @rule:code.counter
    シナリオ: 電池が切れる前に出たコードは、二度と出ない
      前提 「City Library」はカウンター方式のコードを出す
      かつ ケンジはAndroidスマートフォンに「City Library」をRFC 6238の試験用の秘密鍵で追加する
      かつ ケンジはAndroidスマートフォンの「City Library」のコードを書き留める
      かつ ケンジはAndroidスマートフォンを強制終了させる
      もし ケンジはAndroidスマートフォンを再び起動する
      ならば ケンジのAndroidスマートフォンの「City Library」のコードは「287082」である

  ルール: 規格より短い80ビットの秘密鍵も受け入れる

    @id:core.codes.short-secret @rule:code.short-secret
    シナリオ: 今も短い秘密鍵を配るサイトを、登録して使える
      前提 「Old Forum」は80ビットの秘密鍵を渡す
      かつ ケンジはAndroidスマートフォンに「Old Forum」を追加する
      もし ケンジはAndroidスマートフォンのコードで「Old Forum」にサインインする
      ならば 成功する
      かつ ケンジのAndroidスマートフォンに「Old Forum」の使えるコードが表示される

  ルール: コードは時刻そのもので決まり、時間帯には左右されない

    @id:core.codes.time-zone @rule:code.utc
    シナリオアウトライン: <zone>でもコードは<code>である（<理由>）
      前提 ケンジはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      かつ ケンジのAndroidスマートフォンの時間帯は「<zone>」である
      もし <moment>である
      ならば ケンジのAndroidスマートフォンの「GitHub」のコードは「<code>」である

      例:
        | 理由                                 | zone             | moment                                 | code   |
        | 9時間進んだ国では、正午が夜9時になる | Asia/Tokyo       | 2026年3月3日21時（アジア/東京）        | 067959 |
        | 同じ瞬間を協定世界時で見る           | UTC              | 2026年3月3日12時                       | 067959 |
        | 45分ずれの時間帯もある               | Asia/Kathmandu   | 2026年3月3日17時45分（Asia/Kathmandu） | 067959 |
        | 秋の夜に二度ある1時台                | America/New_York | 2026年11月1日6時30分                   | 582863 |

  ルール: コードはどの年でも正しい

    @id:core.codes.any-year @rule:code.any-year
    シナリオアウトライン: <moment>のコードは<code>である（<理由>）
      前提 ケンジはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      もし <moment>である
      ならば ケンジのAndroidスマートフォンの「GitHub」のコードは「<code>」である

      例:
        | 理由                                 | moment                   | code   |
        | 31ビットで数えられる最後の秒         | 2038年1月19日3時14分7秒  | 703886 |
        | 31ビットでは数えられない最初の区切り | 2038年1月19日3時14分30秒 | 302373 |
        | 2100年に2月29日はない                | 2100年3月1日             | 269486 |
        | 32ビットでは数えられない最初の区切り | 2106年2月7日6時28分30秒  | 427924 |
