# language: ja
機能: 一般的でないコードを使うサイト
  SHA-1以外のハッシュや8桁、1分ごとのコードを求めるサイトがあり、QRコードにその設定が書かれている。
  実際のMicrosoft Authenticatorは設定に従わないという報告が2020年から2025年にかけてあるが、決着をつける出典はない。

  ルール: アプリは、QRコードが求めるとおりのコードを作る

    背景:
      前提 2026年3月10日である
      かつ ミカはiPhoneを使っている

    @id:ms.unusual.followed @rule:code.settings-of-the-site @situation:S76 @open:Q20 @ios
    シナリオアウトライン: <方式>、<桁数>桁、<周期>のサイト: <理由>
      前提 「Harbour Bank」は<方式>で<桁数>桁のコードを<周期>ごとに出す
      かつ ミカはiPhoneに「Harbour Bank」を追加する
      もし ミカはiPhoneのコードで「Harbour Bank」にサインインする
      ならば 成功する

      例:
        | 理由             | 方式    | 桁数 | 周期 |
        | 一般的な設定     | SHA-1   | 6    | 30秒 |
        | 別のハッシュ     | SHA-512 | 6    | 30秒 |
        | 2桁多い          | SHA-1   | 8    | 30秒 |
        | 1分ごとに変わる  | SHA-1   | 6    | 1分  |

    @id:ms.unusual.restored @rule:code.settings-of-the-site @rule:restore.third-party-code @situation:S76 @open:Q20 @ios
    シナリオ: なくした後、新しいiPhoneでも同じように作る
      前提 「Harbour Bank」はSHA-256で8桁のコードを1分ごとに出す
      かつ ミカはiPhoneに「Harbour Bank」を追加する
      かつ ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneのAuthenticatorを開く
      もし ミカは新しいiPhoneのコードで「Harbour Bank」にサインインする
      ならば 成功する

  ルール: 報告が正しければ（Q20）、アプリはどのサイトでも一般的なコードを作り、サイトに拒まれる

    背景:
      前提 未解決の問いQ20の答えは「ignores」とする
      かつ 2026年3月10日である
      かつ ミカはiPhoneを使っている

    @id:ms.unusual.ignored @rule:code.settings-of-the-site @situation:S76 @open:Q20 @ios
    シナリオアウトライン: その場合の<方式>、<桁数>桁、<周期>のサイト: <理由>
      前提 「Harbour Bank」は<方式>で<桁数>桁のコードを<周期>ごとに出す
      かつ ミカはiPhoneに「Harbour Bank」を追加する
      もし ミカはiPhoneのコードで「Harbour Bank」にサインインする
      ならば <結果>

      例:
        | 理由             | 方式    | 桁数 | 周期 | 結果                       |
        | 一般的な設定     | SHA-1   | 6    | 30秒 | 成功する                   |
        | 別のハッシュ     | SHA-256 | 6    | 30秒 | コードが違うため拒否される |
        | もう一つのハッシュ | SHA-512 | 6    | 30秒 | コードが違うため拒否される |
        | 2桁多い          | SHA-1   | 8    | 30秒 | コードが違うため拒否される |
        | 1分ごとに変わる  | SHA-1   | 6    | 1分  | コードが違うため拒否される |

    @id:ms.unusual.ignored-restored @rule:code.settings-of-the-site @situation:S76 @open:Q20 @ios
    シナリオ: 元のとおり、すぐ使える状態で戻るが、役には立たない
      前提 「Harbour Bank」はSHA-512で6桁のコードを30秒ごとに出す
      かつ ミカはiPhoneに「Harbour Bank」を追加する
      かつ ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      もし ミカは新しいiPhoneのコードで「Harbour Bank」にサインインする
      ならば コードが違うため拒否される
      しかし ミカの新しいiPhoneで「Harbour Bank」がすぐ使える
