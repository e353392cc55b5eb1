# language: ja
機能: バックアップが持ち主のために満たす要件
  バックアップは、いちばん困った日に、中身を確かめようのない人から頼りにされる。
  だからすべてを収め、変更に追従し、誰にも何も漏らさず、偽りの姿では開かない。

  背景:
    前提 2026年3月3日である
    かつ ノラはMicrosoftアカウントnora@outlook.comでAndroidスマートフォンを使っている
    かつ 「Kinetic Bank」はSHA-512で8桁のコードを1分ごとに出す
    かつ 「Old Forum」は80ビットの秘密鍵を渡す
    かつ 「City Library」はカウンター方式のコードを出す

  ルール: 復元すると、バックアップにあるすべてのアカウントが戻る

    @id:core.backup.complete @rule:backup.complete @rule:code.algorithms @rule:code.digits @rule:code.period @rule:code.short-secret @android
    シナリオ: どの種類のアカウントも戻り、前と同じように使える
      前提 ノラはAndroidスマートフォンに「Kinetic Bank」と「Old Forum」と「City Library」と「GitHub」を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で4件が使え、サインインが必要なものは0件
      かつ ノラの新しいAndroidスマートフォンに「Kinetic Bank」と「Old Forum」と「City Library」と「GitHub」の使えるコードが表示される

    @id:core.backup.counter @rule:backup.complete @rule:code.counter @android
    シナリオ: カウンターは、なくしたスマートフォンの続きから始まる
      前提 ノラはAndroidスマートフォンに「City Library」をRFC 6238の試験用の秘密鍵で追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラはAndroidスマートフォンのコードで「City Library」にサインインする
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば ノラの新しいAndroidスマートフォンの「City Library」のコードは「287082」である

    @id:core.backup.old-spare-phone @rule:backup.complete @android
    シナリオ: 引き出しにあった8年前の予備のスマートフォンでも開ける
      前提 ノラはAndroidスマートフォンに「GitHub」と「Kinetic Bank」を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラはOSのバージョンが9の2台目のAndroidスマートフォンを使っている
      もし ノラは2台目のAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ノラの2台目のAndroidスマートフォンに「GitHub」と「Kinetic Bank」の使えるコードが表示される

  ルール: バックアップはアプリに追従する

    背景:
      前提 ノラはAndroidスマートフォンに「GitHub」と「Amazon」を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする

    @id:core.backup.added-last @rule:backup.latest-state @android
    シナリオ: なくす直前に追加したものも入っている
      前提 ノラはAndroidスマートフォンに「Kinetic Bank」を追加する
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で3件が使え、サインインが必要なものは0件
      かつ ノラの新しいAndroidスマートフォンに「GitHub」と「Amazon」と「Kinetic Bank」の使えるコードが表示される

    @id:core.backup.enrolled-anew @rule:backup.latest-state @rule:backup.complete @android
    シナリオ: サイトが取り替えた秘密鍵は、バックアップでも取り替わる
      前提 ノラはAndroidスマートフォンで「GitHub」をサイト自身の手順で回復する
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば ノラの新しいAndroidスマートフォンの一覧には2件のアカウントがある
      かつ ノラの新しいAndroidスマートフォンに「GitHub」と「Amazon」の使えるコードが表示される

    @id:core.backup.removed-since @rule:backup.deleted-is-gone @rule:backup.latest-state @android
    シナリオ: 削除したものは蘇らない
      前提 ノラはAndroidスマートフォンから「Amazon」を削除する
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で1件が使え、サインインが必要なものは0件
      かつ ノラの新しいAndroidスマートフォンの一覧に「Amazon」はない
      かつ ノラの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される

    @id:core.backup.removed-all @rule:backup.deleted-is-gone @android
    シナリオ: 最後のアカウントを削除すれば、バックアップも空になる
      前提 ノラはAndroidスマートフォンから「Amazon」を削除する
      かつ ノラはAndroidスマートフォンから「GitHub」を削除する
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で0件が使え、サインインが必要なものは0件
      かつ ノラの新しいAndroidスマートフォンの一覧には0件のアカウントがある

    @id:core.backup.switched-off @rule:backup.delete-and-recreate @android
    シナリオ: オフにしたバックアップは削除され、後のために残されはしない
      前提 ノラはAndroidスマートフォンのクラウドバックアップをオフにする
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば そのアカウントにバックアップがないため拒否される
      かつ どのクラウドにもノラのバックアップはない

  ルール: 復元しても、バックアップは止まらない

    @id:core.backup.restored-while-on @rule:backup.latest-state @android
    シナリオ: 同じスマートフォンで復元した後に追加したものも入っている
      前提 ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラはAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      かつ ノラはAndroidスマートフォンに「GitHub」を追加する
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば ノラの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される

  ルール: バックアップができる前に削除したものは、どこにも入っていない

    @id:core.backup.removed-before @rule:backup.deleted-is-gone @android
    シナリオ: バックアップをオンにしても、前の日に削除したものは戻らない
      前提 ノラはAndroidスマートフォンに「GitHub」と「Amazon」を追加する
      かつ ノラはAndroidスマートフォンから「Amazon」を削除する
      かつ 1日がたつ
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば ノラの新しいAndroidスマートフォンの一覧に「Amazon」はない

  ルール: 二度復元しても何も変わらない

    背景:
      前提 ノラはAndroidスマートフォンに「GitHub」と「Amazon」を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラは新しいAndroidスマートフォンを設定する
      かつ ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する

    @id:core.backup.restore-twice @rule:backup.restore-twice @android
    シナリオ: もう一度復元しても、重複しない
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば アプリにアカウントがあるため拒否される
      かつ ノラの新しいAndroidスマートフォンの一覧には2件のアカウントがある
      かつ ノラの新しいAndroidスマートフォンに「GitHub」と「Amazon」の使えるコードが表示される

    @id:core.backup.restore-after-removing @rule:backup.restore-twice @android
    シナリオ: 一覧を空にして復元し直せば、同じものが戻る
      前提 ノラは新しいAndroidスマートフォンから「GitHub」を削除する
      かつ ノラは新しいAndroidスマートフォンから「Amazon」を削除する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ノラの新しいAndroidスマートフォンの一覧には2件のアカウントがある

    @id:core.backup.restore-third-phone @rule:backup.restore-twice @rule:backup.complete @android
    シナリオ: 一度復元した後でも、別のスマートフォンに復元できる
      前提 ノラは2台目のAndroidスマートフォンを設定する
      もし ノラは2台目のAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ノラの2台目のAndroidスマートフォンに「GitHub」と「Amazon」の使えるコードが表示される

    @id:core.backup.second-generation @rule:backup.latest-state @rule:backup.complete @android
    シナリオ: 次のバックアップには、復元したものも、その後に追加したものも入る
      前提 ノラは新しいAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラは新しいAndroidスマートフォンに「Kinetic Bank」を追加する
      かつ ノラは新しいAndroidスマートフォンをなくす
      かつ ノラは2台目のAndroidスマートフォンを設定する
      もし ノラは2台目のAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で3件が使え、サインインが必要なものは0件
      かつ ノラの2台目のAndroidスマートフォンに「GitHub」と「Amazon」と「Kinetic Bank」の使えるコードが表示される

  ルール: 元のままでないバックアップは、本当の理由を告げて、まるごと拒まれる

    背景:
      前提 ノラはAndroidスマートフォンに「GitHub」と「Amazon」を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラは新しいAndroidスマートフォンを設定する

    @id:core.backup.spoiled @rule:app.answers @rule:backup.tamper-refused @rule:backup.truncated-refused @rule:backup.wrong-passphrase-refused @rule:backup.newer-format-refused @android
    シナリオアウトライン: 保管中のバックアップ<spoiling>と、何も戻らない
      前提 保管されているノラのバックアップ<spoiling>
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば <reason>拒否される
      かつ ノラの新しいAndroidスマートフォンの一覧には0件のアカウントがある

      例:
        | 理由                                    | spoiling               | reason                                 |
        | 1ビットの違いが他人の秘密鍵かもしれない | が一か所書き換えられる | データが改変されているため             |
        | 半分は全部ではない                      | が途中で切れる         | データが改変されているため             |
        | 鍵違いは、バックアップの故障ではない    | に違う鍵が渡される     | そのアカウントにバックアップがないため |
        | 古いアプリは推測で読まない              | が新しい形式になる     | 新しい版のバックアップであるため       |

    @id:core.backup.mended @rule:backup.wrong-passphrase-refused @rule:backup.tamper-refused @rule:backup.truncated-refused @rule:backup.newer-format-refused @android
    シナリオアウトライン: バックアップ<spoiling>ために拒まれても、中身は傷つかない
      前提 保管されているノラのバックアップ<spoiling>
      かつ ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      かつ <reason>拒否される
      かつ 保管されているノラのバックアップが元に戻る
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ノラの新しいAndroidスマートフォンに「GitHub」と「Amazon」の使えるコードが表示される

      例:
        | 理由                     | spoiling               | reason                                 |
        | 通信で一度だけ化けた     | が一か所書き換えられる | データが改変されているため             |
        | 受信が途中で切れた       | が途中で切れる         | データが改変されているため             |
        | 次に正しい鍵を渡せば開く | に違う鍵が渡される     | そのアカウントにバックアップがないため |
        | アプリを更新すれば読める | が新しい形式になる     | 新しい版のバックアップであるため       |

    @id:core.backup.spoiled-twice @rule:backup.complete @android
    シナリオ: 不具合が二つ重なっても、どちらも直れば何も失われない
      前提 保管されているノラのバックアップが新しい形式になる
      かつ 保管されているノラのバックアップが途中で切れる
      かつ 保管されているノラのバックアップが元に戻る
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件

    @id:core.backup.spoiled-spares-phone @rule:backup.tamper-refused @android
    シナリオ: バックアップを作ったスマートフォンのアカウントは、巻き添えにならない
      前提 保管されているノラのバックアップが一か所書き換えられる
      もし ノラはAndroidスマートフォンのAuthenticatorを開く
      ならば ノラのAndroidスマートフォンの一覧には2件のアカウントがある
      かつ ノラのAndroidスマートフォンに「GitHub」と「Amazon」の使えるコードが表示される

    @id:core.backup.newer-not-overwritten @rule:backup.newer-format-refused @android
    シナリオ: 引き出しの古いスマートフォンは、新しいアプリが保存したものを上書きしない
      前提 保管されているノラのバックアップが新しい形式になる
      かつ ノラはAndroidスマートフォンに「Kinetic Bank」を追加する
      かつ 保管されているノラのバックアップが元に戻る
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ノラの新しいAndroidスマートフォンの一覧に「Kinetic Bank」はない

  ルール: どこであれ1ビット変われば、それで十分である

    @id:core.backup.one-bit @rule:backup.tamper-refused @android
    シナリオアウトライン: <アカウント>のバックアップでも気づかれる: <理由>
      前提 ノラはAndroidスマートフォンに<アカウント>を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ 保管されているノラのバックアップが一か所書き換えられる
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば データが改変されているため拒否される
      かつ ノラの新しいAndroidスマートフォンの一覧には0件のアカウントがある

      例:
        | 理由                           | アカウント                                              |
        | たった一つのアカウントである   | 「GitHub」                                              |
        | 名前が別人のものかもしれない   | 「Amazon」と「GitHub」と「City Library」                |
        | 秘密鍵が他人のものかもしれない | 「Kinetic Bank」と「Old Forum」と「Amazon」と「GitHub」 |

  ルール: クラウドに置かれたものからは、何も読み取れない

    背景:
      前提 レナはMicrosoftアカウントlena@outlook.comでAndroidスマートフォンを使っている

    @id:core.backup.nothing-in-clear @rule:backup.nothing-in-clear @android
    シナリオ: Microsoftの保管場所をのぞいても、秘密鍵は見つからない
      前提 ノラはAndroidスマートフォンにnora@outlook.comと「Kinetic Bank」と「Old Forum」と「City Library」と「GitHub」を追加する
      もし ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      ならば ノラのAndroidスマートフォンのバックアップはオンで最新である
      かつ どのクラウドからも秘密や名前は読めない

    @id:core.backup.nothing-in-clear-iphone @rule:backup.nothing-in-clear @ios
    シナリオ: iCloudをのぞいても、アプリのデータにも夜間のバックアップにも秘密鍵は見つからない
      前提 ノラはiPhoneを使っている
      かつ ノラはiPhoneにnora@outlook.comと「Kinetic Bank」と「Old Forum」と「City Library」と「GitHub」を追加する
      もし ノラはiPhoneをWi-Fiにつないで一晩充電する
      ならば ノラのiPhoneのバックアップはオンで最新である
      かつ どのクラウドからも秘密や名前は読めない

    @id:core.backup.nothing-in-clear-codes @rule:backup.nothing-in-clear @android
    シナリオ: サイトのコードだけを保管していても、秘密鍵は見つからない
      前提 ノラはAndroidスマートフォンに「Kinetic Bank」と「Amazon」と「GitHub」を追加する
      もし ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      ならば ノラのAndroidスマートフォンのバックアップはオンで最新である
      かつ どのクラウドからも秘密や名前は読めない

    @id:core.backup.nothing-in-clear-codes-iphone @rule:backup.nothing-in-clear @ios
    シナリオ: サイトのコードだけを保管していても、iCloudから秘密鍵は見つからない
      前提 ノラはiPhoneを使っている
      かつ ノラはiPhoneに「Kinetic Bank」と「Amazon」と「GitHub」を追加する
      もし ノラはiPhoneをWi-Fiにつないで一晩充電する
      ならば ノラのiPhoneのバックアップはオンで最新である
      かつ どのクラウドからも秘密や名前は読めない

    @id:core.backup.two-users @rule:backup.two-users-differ @android
    シナリオ: 二人が同じ秘密鍵を持つことは、バックアップを比べてもわからない
      前提 レナはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      かつ ノラはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      かつ レナはAndroidスマートフォンのクラウドバックアップをlena@outlook.comでオンにする
      もし ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      ならば 保管されているノラとレナのバックアップに共通点はない

  ルール: 今保存できないものは、そうと気づかれ、後で保存される

    背景:
      前提 ノラはAndroidスマートフォンに「GitHub」を追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする

    @id:core.backup.offline-noticed @rule:backup.latest-state @rule:backup.stale-warning @android
    シナリオ: 地下鉄で追加したアカウントはバックアップになく、アプリがそう告げる
      前提 ノラのAndroidスマートフォンはオフラインである
      もし ノラはAndroidスマートフォンに「Amazon」を追加する
      ならば ノラのAndroidスマートフォンに「バックアップが最新ではありません」と表示される
      かつ ノラのAndroidスマートフォンのバックアップは古い
      かつ ノラのAndroidスマートフォンに「GitHub」と「Amazon」の使えるコードが表示される

    @id:core.backup.offline-caught-up @rule:backup.latest-state @android
    シナリオ: 地上に戻ってアプリを開けば、保存される
      前提 ノラのAndroidスマートフォンはオフラインである
      かつ ノラはAndroidスマートフォンに「Amazon」を追加する
      かつ ノラのAndroidスマートフォンは再びオンラインになる
      かつ ノラはAndroidスマートフォンのAuthenticatorを開く
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件

    @id:core.backup.offline-crash @rule:backup.latest-state @rule:backup.stale-warning @android
    シナリオ: トンネルで電源が落ちても、保存すべきものを忘れない
      前提 ノラのAndroidスマートフォンはオフラインである
      かつ ノラはAndroidスマートフォンに「Amazon」を追加する
      かつ ノラはAndroidスマートフォンを強制終了させる
      かつ ノラはAndroidスマートフォンを再び起動する
      かつ ノラのAndroidスマートフォンは再びオンラインになる
      もし ノラはAndroidスマートフォンのAuthenticatorを開く
      ならば ノラのAndroidスマートフォンのバックアップはオンで最新である

    @id:core.backup.removed-offline @rule:backup.deleted-is-gone @rule:backup.latest-state @android
    シナリオ: 地下鉄で削除したアカウントは、つながればバックアップからも消える
      前提 ノラのAndroidスマートフォンはオフラインである
      かつ ノラはAndroidスマートフォンから「GitHub」を削除する
      かつ ノラのAndroidスマートフォンは再びオンラインになる
      かつ ノラはAndroidスマートフォンのAuthenticatorを開く
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で0件が使え、サインインが必要なものは0件

    @id:core.backup.service-slow @rule:backup.latest-state @rule:backup.stale-warning @android
    シナリオ: 返事のないサービスを、保存できたものとみなさない
      前提 Microsoftへの通信が届かずに止まる
      もし ノラはAndroidスマートフォンに「Amazon」を追加する
      ならば 成功する
      かつ ノラのAndroidスマートフォンのバックアップは古い

    @id:core.backup.late-arrival @rule:backup.latest-state @rule:backup.deleted-is-gone @android
    シナリオ: 遅れて届いたものが、その後の変更を取り消すことはない
      前提 Microsoftへの通信が届かずに止まる
      かつ ノラはAndroidスマートフォンに「Amazon」を追加する
      かつ Microsoftへの通信が再び届く
      かつ ノラはAndroidスマートフォンから「Amazon」を削除する
      かつ ノラは新しいAndroidスマートフォンを設定する
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば 復元で1件が使え、サインインが必要なものは0件

    @id:core.backup.restore-unreachable @rule:backup.complete @rule:backup.restore-twice @android
    シナリオアウトライン: 復元中にサービス<trouble>と何も変わらず、後でやり直せば戻る
      前提 ノラは新しいAndroidスマートフォンを設定する
      かつ Microsoft<trouble>
      かつ ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      かつ <reason>拒否される
      かつ Microsoft<undone>
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば ノラの新しいAndroidスマートフォンの一覧には1件のアカウントがある

      例:
        | 理由                               | trouble                  | reason                 | undone             |
        | 相手がいない                       | につながらない           | 接続がないため         | に再びつながる     |
        | 返事が三つ、遅れてまとめて届きうる | への通信が届かずに止まる | 時間内に返事がないため | への通信が再び届く |

    @id:core.backup.crash-after-restore @rule:backup.complete @android
    シナリオ: 復元の直後に電源が落ちても、失われない
      前提 ノラは新しいAndroidスマートフォンを設定する
      かつ ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      かつ ノラは新しいAndroidスマートフォンを強制終了させる
      もし ノラは新しいAndroidスマートフォンを再び起動する
      ならば ノラの新しいAndroidスマートフォンの一覧には1件のアカウントがある
      かつ ノラの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される

  ルール: iPhoneでも要件は同じで、オンにする操作もいらない

    背景:
      前提 ノラはiPhoneを使っている

    @id:core.backup.complete-iphone @rule:backup.complete @rule:backup.latest-state @rule:code.algorithms @rule:code.short-secret @ios
    シナリオ: 次のiPhoneにも、どの種類のアカウントも戻る
      前提 ノラはiPhoneに「Kinetic Bank」と「Old Forum」と「City Library」と「GitHub」を追加する
      かつ ノラはiPhoneをなくす
      かつ ノラは新しいiPhoneを設定する
      もし ノラは新しいiPhoneのAuthenticatorを開く
      ならば ノラの新しいiPhoneの一覧には4件のアカウントがある
      かつ ノラの新しいiPhoneに「Kinetic Bank」と「Old Forum」と「City Library」と「GitHub」の使えるコードが表示される

    @id:core.backup.removed-on-iphone @rule:backup.deleted-is-gone @rule:backup.latest-state @ios
    シナリオ: iPhoneで削除したものは、次のiPhoneにも現れない
      前提 ノラはiPhoneに「GitHub」と「Amazon」を追加する
      かつ ノラはiPhoneから「Amazon」を削除する
      かつ ノラはiPhoneをなくす
      かつ ノラは新しいiPhoneを設定する
      もし ノラは新しいiPhoneのAuthenticatorを開く
      ならば ノラの新しいiPhoneの一覧には1件のアカウントがある

    @id:core.backup.iphone-offline @rule:backup.latest-state @ios
    シナリオ: iPhoneが地下鉄で保存できなかったものは、次に開いたときに保存される
      前提 ノラのiPhoneはオフラインである
      かつ ノラはiPhoneに「Amazon」と「Kinetic Bank」を追加する
      かつ ノラのiPhoneは再びオンラインになる
      かつ ノラはiPhoneのAuthenticatorを開く
      かつ ノラは新しいiPhoneを設定する
      もし ノラは新しいiPhoneのAuthenticatorを開く
      ならば ノラの新しいiPhoneの一覧には2件のアカウントがある
