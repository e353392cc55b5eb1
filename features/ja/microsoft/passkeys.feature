# language: ja
機能: Authenticatorのパスキー
  パスキーは作った端末にとどまる。オートフィルが終わっても使えるが、
  バックアップでも新しい端末への引っ越しでも、一緒には移らない。

  背景:
    前提 2025年5月5日である
    かつ オマルはコードだけのMicrosoftアカウントomar@outlook.comを持っている
    かつ オマルはシステムがバージョン18.5のiPhoneを使っている
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

  ルール: パスキーは、作った端末の外へ出ることがない

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
        | ほかはすべて新しい端末にある       | クイックスタート   |
        | 昨夜のバックアップにも入っていない | iCloudバックアップ |

    @id:ms.passkeys.computer-backup @rule:passkey.device-bound @rule:passkey.not-restored @rule:icloud.finder-backup @situation:S26 @ios
    シナリオ: パソコンの暗号化バックアップでも移らない
      前提 オマルは新しいiPhoneを設定する
      かつ オマルはiPhoneから新しいiPhoneへ暗号化したパソコンのバックアップで移る
      もし オマルは新しいiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 見つからないため拒否される

    @id:ms.passkeys.stays-on-old @rule:passkey.device-bound @ios
    シナリオ: 引っ越しの後も、古い端末ではサインインできる
      前提 オマルは新しいiPhoneを設定する
      かつ オマルはiPhoneから新しいiPhoneへクイックスタートで移る
      もし オマルはiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 成功する

    @id:ms.passkeys.no-route-on-android @rule:passkey.device-bound @rule:passkey.not-restored @android
    シナリオアウトライン: <経路>で新しいAndroidスマホに移ると、パスキーは置いていかれる（<理由>）
      前提 プリヤはシステムがバージョン15のAndroidスマホを使っている
      かつ プリヤはAndroidスマホに「GitHub」のパスキーを作る
      かつ プリヤはシステムがバージョン15の新しいAndroidスマホを使っている
      かつ プリヤはAndroidスマホから新しいAndroidスマホへ<経路>で移る
      もし プリヤは新しいAndroidスマホのパスキーで「GitHub」にサインインする
      ならば 見つからないため拒否される

      例:
        | 理由                         | 経路                 |
        | 2台を並べてつないでも        | ケーブル             |
        | アプリは移ってもこれは別     | Googleのバックアップ |

    @id:ms.passkeys.other-kind-of-phone @rule:passkey.device-bound @rule:passkey.not-restored @ios @android
    シナリオ: 次の端末がiPhoneでなくても、パスキーがないことに変わりはない
      前提 オマルはiPhoneをなくす
      かつ オマルはシステムがバージョン15の新しいAndroidスマホを使っている
      もし オマルは新しいAndroidスマホのパスキーでomar@outlook.comにサインインする
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
      前提 ハルトはコードだけのMicrosoftアカウントharuto@outlook.jpを持っている
      かつ ハルトはシステムがバージョン15のAndroidスマホを使っている
      かつ ハルトはAndroidスマホにharuto@outlook.jpと「楽天証券」を追加する
      かつ ハルトはAndroidスマホにharuto@outlook.jpのパスキーを作る
      かつ ハルトはAndroidスマホのクラウドバックアップをharuto@outlook.jpでオンにする
      かつ ハルトはAndroidスマホをなくす
      かつ ハルトはシステムがバージョン15の新しいAndroidスマホを使っている

    @id:ms.passkeys.not-restored @rule:passkey.not-restored @situation:S48 @android
    シナリオ: コードは戻ったが、パスキーは戻らない
      前提 ハルトは新しいAndroidスマホにharuto@outlook.jpでバックアップを復元する
      もし ハルトは新しいAndroidスマホのパスキーでharuto@outlook.jpにサインインする
      ならば 見つからないため拒否される
      かつ ハルトの新しいAndroidスマホにharuto@outlook.jpと「楽天証券」の使えるコードが表示される

    @id:ms.passkeys.made-anew @rule:passkey.not-restored @situation:S48 @android
    シナリオ: ハルトは復元したコードでサインインし、新しいパスキーを作る
      前提 ハルトは新しいAndroidスマホにharuto@outlook.jpでバックアップを復元する
      かつ ハルトは新しいAndroidスマホのコードでharuto@outlook.jpにサインインする
      かつ ハルトは新しいAndroidスマホにharuto@outlook.jpのパスキーを作る
      もし ハルトは新しいAndroidスマホのパスキーでharuto@outlook.jpにサインインする
      ならば 成功する

    @id:ms.passkeys.found-phone @rule:passkey.not-restored @rule:passkey.device-bound @android
    シナリオ: なくした端末が見つかり、パスキーは元のままそこにある
      前提 ハルトは新しいAndroidスマホにharuto@outlook.jpでバックアップを復元する
      かつ ハルトはAndroidスマホを見つける
      もし ハルトはAndroidスマホのパスキーでharuto@outlook.jpにサインインする
      ならば 成功する

  ルール: パスキーにはiOS 17かAndroid 14が要る

    @id:ms.passkeys.system-version @rule:passkey.minimum-system
    シナリオアウトライン: <model>、システムは<version>（<理由>）
      前提 2026年7月5日である
      かつ レナはシステムがバージョン<version>の<model>を使っている
      もし レナは<device>に「GitHub」のパスキーを作る
      ならば <outcome>

      例:
        | 理由                            | model         | version | device        | outcome                    |
        | まだ使えない最後の版            | iPhone        | 16.7    | iPhone        | 利用できないため拒否される |
        | 使える最初の版                  | iPhone        | 17.0    | iPhone        | 成功する                   |
        | Androidで、まだ使えない最後の版 | Androidスマホ | 13      | Androidスマホ | 利用できないため拒否される |
        | Androidで、使える最初の版       | Androidスマホ | 14      | Androidスマホ | 成功する                   |
