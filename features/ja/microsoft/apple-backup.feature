# language: ja
@ios @generation-2
機能: Apple自身のバックアップは何を運び、いつ作られるか
  iCloudバックアップ、パソコンのバックアップ、クイックスタートはiPhoneを写す。
  だが同期される項目はiCloudに任せ、秘密の一部は元のデバイスに残し、アプリのアカウントのことは知らない。

  ルール: iCloudバックアップは夜、ロックされ、電源とWi-FiにつながったiPhoneで行われる

    背景:
      前提 2025年10月1日20時である
      かつ ベンはiPhoneを使っている
      かつ ベンはiPhoneに「GitHub」を追加する

    @id:ms.apple.night-missed @rule:icloud.backup-nightly @rule:icloud.keychain-not-in-backup @situation:S22
    シナリオアウトライン: その夜のバックアップはないが、それでもコードは無事である: <何が欠けたか>
      前提 ベンはiPhoneを<過ごし方>
      かつ ベンはiPhoneをなくす
      かつ ベンは新しいiPhoneを設定する
      もし ベンはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば バックアップがないため拒否される
      かつ ベンの新しいiPhoneに「GitHub」の使えるコードが表示される

      例:
        | 何が欠けたか | 過ごし方                              |
        | 電源         | 充電せずWi-Fiにつないで一晩置く       |
        | Wi-Fi        | Wi-Fiのない場所で一晩充電する         |
        | ロック       | ロックせずWi-Fiにつないで一晩充電する |

    @id:ms.apple.night-kept @rule:icloud.backup-nightly
    シナリオ: 三つがそろえば、朝にはバックアップがある
      前提 ベンはiPhoneをWi-Fiにつないで一晩充電する
      かつ ベンはiPhoneをなくす
      かつ ベンは新しいiPhoneを設定する
      もし ベンはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 成功する

    @id:ms.apple.lost-before-the-night @rule:icloud.backup-nightly @rule:device.lost-is-lost
    シナリオ: その晩のうちになくしたiPhoneは、バックアップされていない
      前提 ベンはiPhoneをなくす
      かつ 12時間がたつ
      かつ ベンは新しいiPhoneを設定する
      もし ベンはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば バックアップがないため拒否される

  ルール: 使われないiCloudバックアップは180日間保管される。キーチェーンはその後も残る

    背景:
      前提 2025年10月1日20時である
      かつ ベンはiPhoneを使っている
      かつ ベンはiPhoneに「GitHub」を追加する
      かつ ベンはiPhoneをWi-Fiにつないで一晩充電する
      かつ ベンはiPhoneをなくす

    @id:ms.apple.day-180 @rule:icloud.backup-180-days
    シナリオ: 180日目には、まだある
      前提 2026年3月31日1時である
      かつ ベンは新しいiPhoneを設定する
      もし ベンはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 成功する

    @id:ms.apple.day-181 @rule:icloud.backup-180-days @situation:S23
    シナリオ: 181日目にはもうないが、コードはキーチェーンから来る
      前提 2026年3月31日3時である
      かつ ベンは新しいiPhoneを設定する
      もし ベンはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば バックアップがないため拒否される
      かつ ベンの新しいiPhoneに「GitHub」の使えるコードが表示される

  ルール: iCloudの容量がいっぱいだと、iCloudバックアップは行われない

    背景:
      前提 2025年11月2日20時である
      かつ レナはiPhoneを使っている
      かつ レナのiCloudストレージがいっぱいである
      かつ レナはiPhoneに「Strava」を追加する

    @id:ms.apple.storage-full @rule:icloud.quota @rule:keychain.quota @situation:S21
    シナリオ: 毎晩つないでもバックアップはできないが、コードは無事である
      前提 レナはiPhoneをWi-Fiにつないで一晩充電する
      かつ レナはiPhoneをなくす
      かつ レナは新しいiPhoneを設定する
      もし レナはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば バックアップがないため拒否される
      かつ レナの新しいiPhoneに「Strava」の使えるコードが表示される

    @id:ms.apple.room-again @rule:icloud.quota
    シナリオ: 空きができれば、その最初の夜にバックアップができる
      前提 レナはiPhoneをWi-Fiにつないで一晩充電する
      かつ レナのiCloudストレージに空きができる
      かつ レナはiPhoneをWi-Fiにつないで一晩充電する
      かつ レナはiPhoneをなくす
      かつ レナは新しいiPhoneを設定する
      もし レナはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 成功する

  ルール: 通常のキーチェーン項目は経路によって移る。「このデバイスのみ」の項目はどの経路でも移らない

    背景:
      前提 2026年4月5日である
      かつ トムはiPhoneを使っている

    @id:ms.apple.routes
    シナリオアウトライン: 別のアプリの項目を新しいiPhoneへ移す: <理由>
      前提 別のアプリがトムのiPhoneのキーチェーンで<項目>を保存する
      かつ トムはiPhoneをWi-Fiにつないで一晩充電する
      かつ トムは新しいiPhoneを設定する
      もし トムはiPhoneから新しいiPhoneへ<経路>で移る
      ならば トムの新しいiPhoneのキーチェーンに別のアプリの<項目><有無>

      @rule:icloud.quick-start
      例:
        | 理由                            | 項目       | 経路             | 有無   |
        | 2台がそろい、互いを確かめられる | 通常の項目 | クイックスタート | がある |

      @rule:icloud.quick-start @rule:icloud.this-device-only
      例:
        | 理由                               | 項目                       | 経路             | 有無   |
        | それでも、作られたデバイスに留まる | 「このデバイスのみ」の項目 | クイックスタート | はない |

      @rule:icloud.finder-backup
      例:
        | 理由                           | 項目       | 経路                               | 有無   |
        | バックアップのパスワードが守る | 通常の項目 | 暗号化したパソコンのバックアップ   | がある |
        | 元のiPhoneにしか読めない       | 通常の項目 | 暗号化しないパソコンのバックアップ | はない |

      @rule:icloud.finder-backup @rule:icloud.this-device-only
      例:
        | 理由                           | 項目                       | 経路                             | 有無   |
        | パスワードがあっても出られない | 「このデバイスのみ」の項目 | 暗号化したパソコンのバックアップ | はない |

      @rule:icloud.backup-same-device-keychain
      例:
        | 理由                   | 項目       | 経路               | 有無   |
        | 別のiPhoneには鍵がない | 通常の項目 | iCloudバックアップ | はない |

      @rule:icloud.this-device-only
      例:
        | 理由                 | 項目                       | 経路               | 有無   |
        | iCloudも例外ではない | 「このデバイスのみ」の項目 | iCloudバックアップ | はない |

    @id:ms.apple.same-iphone @rule:icloud.backup-same-device-keychain @rule:icloud.keychain-not-in-backup
    @situation:S03 @open:Q04
    シナリオアウトライン: キーチェーンをオフのまま同じiPhoneを消去し、iCloudバックアップから復元: <理由>
      前提 トムはiPhoneのiCloudキーチェーンをオフにする
      かつ 別のアプリがトムのiPhoneのキーチェーンで<項目>を保存する
      かつ トムはiPhoneをWi-Fiにつないで一晩充電する
      かつ トムはiPhoneを初期化する
      かつ トムはiPhoneでtom@icloud.comとしてiCloudにサインインする
      もし トムはiPhoneからiPhoneへiCloudバックアップで移る
      ならば トムのiPhoneのキーチェーンに別のアプリの<項目><有無>

      例:
        | 理由                               | 項目           | 有無   |
        | このiPhoneの鍵で包まれている       | 通常の項目     | がある |
        | もともとバックアップに入っていない | 同期される項目 | はない |

  ルール: iPhoneの写しは、キーチェーンに任されたコードも、承認の鍵も運ばない

    背景:
      前提 2026年4月5日である
      かつ ハルトはパスワードレスのMicrosoftアカウントharuto@outlook.comを持っている
      かつ ハルトはiPhoneを使っている

    @id:ms.apple.copied-with-keychain-off @rule:backup.ios2.gates
    シナリオアウトライン: 新しいiPhoneは見た目こそ同じだがコードがなく、古いほうがまだ要る: <経路>
      前提 ハルトはiPhoneのiCloudキーチェーンをオフにする
      かつ ハルトはiPhoneに「Discord」を追加する
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトはiPhoneから新しいiPhoneへ<経路>で移る
      ならば ハルトの新しいiPhoneの一覧には0件のアカウントがある
      かつ ハルトのiPhoneに「Discord」の使えるコードが表示される

      @situation:S25 @rule:icloud.quick-start @rule:icloud.this-device-only
      例:
        | 理由                 | 経路             |
        | すべて移すという | クイックスタート |

      @situation:S26 @rule:icloud.finder-backup @rule:icloud.this-device-only
      例:
        | 理由                 | 経路                             |
        | すべて入るといわれる | 暗号化したパソコンのバックアップ |

    @id:ms.apple.copied-with-keychain-on @rule:icloud.quick-start @rule:push.not-restored @rule:restore.passwordless-name-only
    @situation:S26
    シナリオ: キーチェーンがオンならコードは届くが、承認の鍵は古いiPhoneに残る
      前提 ハルトはiPhoneに「Discord」とharuto@outlook.comを追加する
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトはiPhoneから新しいiPhoneへ暗号化したパソコンのバックアップで移る
      ならば ハルトの新しいiPhoneに「Discord」の使えるコードが表示される
      かつ ハルトの新しいiPhoneはharuto@outlook.comへのサインインを求める

    @id:ms.apple.passkey-stays @rule:icloud.finder-backup @rule:passkey.device-bound @rule:passkey.not-restored
    @situation:S26
    シナリオ: パスキーは、暗号化したパソコンのバックアップにも入っていない
      前提 ハルトはiPhoneに「GitHub」のパスキーを作る
      かつ ハルトは新しいiPhoneを設定する
      かつ ハルトはiPhoneから新しいiPhoneへ暗号化したパソコンのバックアップで移る
      もし ハルトは新しいiPhoneのパスキーで「GitHub」にサインインする
      ならば 見つからないため拒否される

  ルール: Appleのパスワードを変えても、それまでのバックアップから締め出されはしない

    背景:
      前提 2025年12月15日20時である
      かつ プリヤはiPhoneを使っている
      かつ プリヤはiPhoneに「Notion」を追加する

    @id:ms.apple.password-changed @rule:icloud.password-change @situation:S20
    シナリオ: バックアップと復元の間に変えても、バックアップもキーチェーンも無事である
      前提 プリヤはiPhoneをWi-Fiにつないで一晩充電する
      かつ Apple Account priya@icloud.comのパスワードが変わる
      かつ プリヤは新しいiPhoneを設定する
      もし プリヤはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 成功する
      かつ プリヤの新しいiPhoneに「Notion」の使えるコードが表示される

  ルール: 高度なデータ保護がオンなら、持ち主に開けないものはAppleにも開けない

    背景:
      前提 2026年1月6日20時である
      かつ ノラはiCloudを高度なデータ保護で守っている
      かつ ノラはiPhoneを使っている
      かつ ノラはiPhoneに「Bitwarden」を追加する
      かつ ノラはiPhoneをWi-Fiにつないで一晩充電する
      かつ ノラはiPhoneをなくす

    @id:ms.apple.adp-remembered @rule:icloud.adp @rule:keychain.escrow-passcode
    シナリオ: パスコードを覚えている間は、何も変わらない
      前提 ノラは新しいiPhoneを設定する
      もし ノラはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 成功する
      かつ ノラの新しいiPhoneに「Bitwarden」の使えるコードが表示される

    @id:ms.apple.adp-apple-cannot @rule:icloud.adp @situation:S19
    シナリオ: 鍵をすべて失えば、Appleにも開ける手段がない
      前提 Apple Account nora@icloud.comを持ち主が回復する手段がなくなる
      もし Apple Account nora@icloud.comをAppleのデータ復旧が開く
      ならば 永久に失われたため拒否される

    @id:ms.apple.adp-all-lost @rule:icloud.adp @situation:S19
    シナリオ: 昨夜のバックアップもコードも、新しいiPhoneには来ない
      前提 Apple Account nora@icloud.comを持ち主が回復する手段がなくなる
      かつ ノラは新しいiPhoneを設定する
      かつ 永久に失われたため拒否される
      もし ノラはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 永久に失われたため拒否される
      かつ ノラの新しいiPhoneの一覧には0件のアカウントがある

  ルール: 高度なデータ保護がなければ、Appleはバックアップを返せる。キーチェーンは返せない

    背景:
      前提 2026年1月6日20時である
      かつ ノラはiPhoneを使っている
      かつ ノラはiPhoneに「Bitwarden」を追加する
      かつ ノラはiPhoneをWi-Fiにつないで一晩充電する
      かつ ノラはiPhoneをなくす
      かつ Apple Account nora@icloud.comを持ち主が回復する手段がなくなる

    @id:ms.apple.recovered-by-apple @rule:icloud.adp @rule:icloud.keychain-not-in-backup
    シナリオ: Appleのデータ復旧でバックアップは開くが、一覧は空のままである
      前提 Apple Account nora@icloud.comをAppleのデータ復旧が開く
      かつ ノラは新しいiPhoneを設定する
      かつ 永久に失われたため拒否される
      もし ノラはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 成功する
      かつ ノラの新しいiPhoneの一覧には0件のアカウントがある

  ルール: 管理対象Apple Accountには、組織が認める間、iOS 17からバックアップできる

    背景:
      前提 2026年2月12日である
      かつ オマルはContosoの管理対象Apple Account omar@contoso.comを持っている

    @id:ms.apple.managed-left @rule:icloud.managed-account @situation:S15
    シナリオ: 退職した後は、そのアカウントに入れない
      前提 オマルはApple Account omar@contoso.comで仕事用のiPhoneを使っている
      かつ オマルは仕事用のiPhoneに「Wise」を追加する
      かつ Apple Account omar@contoso.comが組織によってすべてサインアウトされる
      もし オマルはApple Account omar@contoso.comで新しいiPhoneを設定する
      ならば 許されていないため拒否される
      かつ オマルの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.apple.managed-not-private @rule:icloud.managed-account @rule:backup.ios2.same-apple-account @situation:S15
    シナリオ: 私用のアカウントには、はじめから入っていない
      前提 オマルはApple Account omar@contoso.comで仕事用のiPhoneを使っている
      かつ オマルは仕事用のiPhoneに「Wise」を追加する
      かつ Apple Account omar@contoso.comが組織によってすべてサインアウトされる
      かつ オマルは新しいiPhoneを設定する
      もし オマルは新しいiPhoneのAuthenticatorを開く
      ならば オマルの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.apple.managed-ios-17 @rule:icloud.managed-account
    シナリオ: iOS 17.0なら足りる
      前提 オマルはOSのバージョンが17.0の仕事用のiPhoneを使っている
      かつ オマルは仕事用のiPhoneでomar@contoso.comとしてiCloudにサインインする
      かつ オマルは仕事用のiPhoneに「Wise」を追加する
      かつ オマルは仕事用のiPhoneをなくす
      かつ オマルはApple Account omar@contoso.comで新しいiPhoneを設定する
      もし オマルは新しいiPhoneのAuthenticatorを開く
      ならば オマルの新しいiPhoneに「Wise」の使えるコードが表示される

    @id:ms.apple.managed-ios-16 @rule:icloud.managed-account
    シナリオ: iOS 16.7では、管理対象アカウントにキーチェーンがない
      前提 オマルはOSのバージョンが16.7の仕事用のiPhoneを使っている
      もし オマルは仕事用のiPhoneでomar@contoso.comとしてiCloudにサインインする
      ならば 利用できないため拒否される

  ルール: 組織がそのiPhoneで禁じれば、アプリのバックアップ先はどこにもない

    背景:
      前提 2026年2月12日である
      かつ ソフィアは仕事用のiPhoneを使っている

    @id:ms.apple.forbidden @rule:icloud.mdm @rule:backup.ios2.gates
    シナリオアウトライン: 一つ禁じられるだけで足りる: <禁じられたもの>
      前提 ソフィアの仕事用のiPhoneのプロファイルが<設定>を禁じている
      かつ ソフィアは仕事用のiPhoneに「Canva」を追加する
      かつ ソフィアは仕事用のiPhoneをなくす
      かつ ソフィアは新しいiPhoneを設定する
      もし ソフィアは新しいiPhoneのAuthenticatorを開く
      ならば ソフィアの新しいiPhoneの一覧には0件のアカウントがある
      かつ どのクラウドにもソフィアのバックアップはない

      @situation:S14
      例:
        | 禁じられたもの   | 設定               |
        | 秘密鍵を運ぶもの | iCloudキーチェーン |

      例:
        | 禁じられたもの             | 設定                                |
        | iPhoneの写し               | iCloudバックアップ                  |
        | 管理対象アプリのiCloud利用 | 「iCloudに保存済み」のAuthenticator |

    @id:ms.apple.forbidden-stays-off @rule:icloud.mdm @situation:S14
    シナリオ: 持ち主がオンに戻すことはできない
      前提 ソフィアの仕事用のiPhoneのプロファイルがiCloudキーチェーンを禁じている
      もし ソフィアは仕事用のiPhoneのiCloudキーチェーンをオンにする
      ならば ポリシーで禁止されているため拒否される
