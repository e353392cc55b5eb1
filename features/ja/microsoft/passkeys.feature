# language: ja
機能: Authenticatorのパスキー
  パスキーは作ったデバイスにとどまる。オートフィルが終わっても使えるが、
  バックアップでも新しいデバイスへの引っ越しでも、一緒には移らない。

  背景:
    前提 2025年5月5日である
    かつ オマルはコードのみを使うMicrosoftアカウントomar@outlook.comを持っている
    かつ オマルはOSのバージョンが18.5のiPhoneを使っている
    かつ オマルはiPhoneにomar@outlook.comのパスキーを作る

  ルール: オートフィルが終わっても、パスキーは使い続けられる

    @id:ms.passkeys.outlive-autofill @rule:passkey.outlives-autofill @autofill
    シナリオアウトライン: <moment>にパスキーでサインインできる（<理由>）
      前提 <moment>である
      もし オマルはiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 成功する

      例:
        | 理由                       | moment                    |
        | 7月の最後の1秒             | 2025年7月31日23時59分59秒 |
        | パスワードには手が届かない | 2025年8月1日              |
        | 翌年の春                   | 2026年3月3日              |

    @id:ms.passkeys.made-after-autofill @rule:passkey.outlives-autofill @autofill
    シナリオ: パスワードがなくなった後でも、新しいパスキーを作れる
      前提 2025年8月2日である
      かつ オマルはiPhoneに「GitHub」のパスキーを作る
      もし オマルはiPhoneのパスキーで「GitHub」にサインインする
      ならば 成功する

  ルール: パスキーは、作ったデバイスの外へ出ることがない

    @id:ms.passkeys.not-on-ipad @rule:passkey.device-bound @ios
    シナリオ: 同じApple AccountのiPadでも、キーチェーンがあっても、そこにパスキーはない
      前提 オマルはiPadを使っている
      もし オマルはiPadのパスキーでomar@outlook.comにサインインする
      ならば 見つからないため拒否される

    @id:ms.passkeys.ipad-takes-nothing @rule:passkey.device-bound @ios
    シナリオ: iPadで何をしても、iPhoneのパスキーは変わらない
      前提 オマルはiPadを使っている
      かつ オマルはiPadのAuthenticatorを開く
      かつ オマルはiPadのAuthenticatorを入れ直す
      もし オマルはiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 成功する

    @id:ms.passkeys.no-route @rule:passkey.device-bound @rule:passkey.not-restored @ios
    シナリオアウトライン: <route>で新しいiPhoneに移ると、パスキーは置いていかれる（<理由>）
      前提 オマルはiPhoneをWi-Fiにつないで一晩充電する
      かつ オマルは新しいiPhoneを設定する
      かつ オマルはiPhoneから新しいiPhoneへ<route>で移る
      もし オマルは新しいiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 見つからないため拒否される

      例:
        | 理由                               | route              |
        | ほかはすべて新しいデバイスにある   | クイックスタート   |
        | 昨夜のバックアップにも入っていない | iCloudバックアップ |

    @id:ms.passkeys.computer-backup @rule:passkey.device-bound @rule:passkey.not-restored @rule:icloud.finder-backup @situation:S26 @ios
    シナリオ: パソコンの暗号化バックアップでも移らない
      前提 オマルは新しいiPhoneを設定する
      かつ オマルはiPhoneから新しいiPhoneへ暗号化したパソコンのバックアップで移る
      もし オマルは新しいiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 見つからないため拒否される

    @id:ms.passkeys.stays-on-old @rule:passkey.device-bound @ios
    シナリオ: 引っ越しの後も、古いデバイスではサインインできる
      前提 オマルは新しいiPhoneを設定する
      かつ オマルはiPhoneから新しいiPhoneへクイックスタートで移る
      もし オマルはiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 成功する

    @id:ms.passkeys.no-route-on-android @rule:passkey.device-bound @rule:passkey.not-restored @android
    シナリオアウトライン: <経路>で新しいAndroidスマートフォンに移ると、パスキーは置いていかれる（<理由>）
      前提 プリヤはOSのバージョンが15のAndroidスマートフォンを使っている
      かつ プリヤはAndroidスマートフォンに「GitHub」のパスキーを作る
      かつ プリヤはOSのバージョンが15の新しいAndroidスマートフォンを使っている
      かつ プリヤはAndroidスマートフォンから新しいAndroidスマートフォンへ<経路>で移る
      もし プリヤは新しいAndroidスマートフォンのパスキーで「GitHub」にサインインする
      ならば 見つからないため拒否される

      例:
        | 理由                         | 経路                 |
        | 2台を並べてつないでも        | ケーブル             |
        | アプリは移ってもこれは別     | Googleのバックアップ |

    @id:ms.passkeys.other-kind-of-phone @rule:passkey.device-bound @rule:passkey.not-restored @ios @android
    シナリオ: 次のデバイスがiPhoneでなくても、パスキーがないことに変わりはない
      前提 オマルはiPhoneをなくす
      かつ オマルはOSのバージョンが15の新しいAndroidスマートフォンを使っている
      もし オマルは新しいAndroidスマートフォンのパスキーでomar@outlook.comにサインインする
      ならば 見つからないため拒否される

    @id:ms.passkeys.since-september @rule:passkey.device-bound @rule:passkey.not-restored @ios @generation-2
    シナリオ: 11月、iCloudは新しいiPhoneにコードを届けるが、パスキーは届けない
      前提 オマルはiPhoneに「GitHub」を追加する
      かつ 2025年11月14日である
      かつ オマルはiPhoneのAuthenticatorを開く
      かつ オマルは新しいiPhoneを設定する
      もし オマルは新しいiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 見つからないため拒否される
      かつ オマルの新しいiPhoneに「GitHub」の使えるコードが表示される

  ルール: 復元してもパスキーは戻らず、別の方法で新しく作る

    背景:
      前提 ハルトはコードのみを使うMicrosoftアカウントharuto@outlook.jpを持っている
      かつ ハルトはOSのバージョンが15のAndroidスマートフォンを使っている
      かつ ハルトはAndroidスマートフォンにharuto@outlook.jpと「楽天証券」を追加する
      かつ ハルトはAndroidスマートフォンにharuto@outlook.jpのパスキーを作る
      かつ ハルトはAndroidスマートフォンのクラウドバックアップをharuto@outlook.jpでオンにする
      かつ ハルトはAndroidスマートフォンをなくす
      かつ ハルトはOSのバージョンが15の新しいAndroidスマートフォンを使っている

    @id:ms.passkeys.not-restored @rule:passkey.not-restored @situation:S48 @android
    シナリオ: コードは戻ったが、パスキーは戻らない
      前提 ハルトは新しいAndroidスマートフォンにharuto@outlook.jpでバックアップを復元する
      もし ハルトは新しいAndroidスマートフォンのパスキーでharuto@outlook.jpにサインインする
      ならば 見つからないため拒否される
      かつ ハルトの新しいAndroidスマートフォンにharuto@outlook.jpと「楽天証券」の使えるコードが表示される

    @id:ms.passkeys.made-anew @rule:passkey.not-restored @situation:S48 @android
    シナリオ: ハルトは復元したコードでサインインし、新しいパスキーを作る
      前提 ハルトは新しいAndroidスマートフォンにharuto@outlook.jpでバックアップを復元する
      かつ ハルトは新しいAndroidスマートフォンのコードでharuto@outlook.jpにサインインする
      かつ ハルトは新しいAndroidスマートフォンにharuto@outlook.jpのパスキーを作る
      もし ハルトは新しいAndroidスマートフォンのパスキーでharuto@outlook.jpにサインインする
      ならば 成功する

    @id:ms.passkeys.found-phone @rule:passkey.not-restored @rule:passkey.device-bound @android
    シナリオ: なくしたデバイスが見つかり、パスキーは元のままそこにある
      前提 ハルトは新しいAndroidスマートフォンにharuto@outlook.jpでバックアップを復元する
      かつ ハルトはAndroidスマートフォンを見つける
      もし ハルトはAndroidスマートフォンのパスキーでharuto@outlook.jpにサインインする
      ならば 成功する

  ルール: パスキーにはiOS 17かAndroid 14が要る

    @id:ms.passkeys.system-version @rule:passkey.minimum-system
    シナリオアウトライン: <model>、システムは<version>（<理由>）
      前提 2026年7月5日である
      かつ レナはOSのバージョンが<version>の<model>を使っている
      もし レナは<device>に「GitHub」のパスキーを作る
      ならば <outcome>

      例:
        | 理由                            | model                 | version | device                | outcome                    |
        | まだ使えない最後の版            | iPhone                | 16.7    | iPhone                | 利用できないため拒否される |
        | 使える最初の版                  | iPhone                | 17.0    | iPhone                | 成功する                   |
        | Androidで、まだ使えない最後の版 | Androidスマートフォン | 13      | Androidスマートフォン | 利用できないため拒否される |
        | Androidで、使える最初の版       | Androidスマートフォン | 14      | Androidスマートフォン | 成功する                   |
