# language: ja
機能: 2025年夏、オートフィルの終わり
  2025年6月から8月にかけて、Authenticatorは三段階でパスワードの置き場所ではなくなった。
  日付のどちら側にいるかでルールが変わるので、どのシナリオも必ず一方の側に立つ。

  背景:
    前提 2025年5月5日である
    かつ ソフィアはMicrosoftアカウントsofia@outlook.comでiPhoneを使っている
    かつ ソフィアはiPhoneで「Amazon」のパスワードを保存する

  ルール: 2025年6月から、新しいパスワードは保存できない

    @id:ms.autofill.save-last-second @rule:autofill.no-new-passwords @autofill
    シナリオ: 5月の最後の1秒に保存したパスワードは、Edgeにもある
      前提 2025年5月31日23時59分59秒である
      もし ソフィアはiPhoneで「GitHub」のパスワードを保存する
      ならば 成功する
      かつ Edgeにはsofia@outlook.comの「Amazon」と「GitHub」のパスワードがある

    @id:ms.autofill.save-refused @rule:autofill.no-new-passwords @autofill
    シナリオ: 6月の最初の1秒には断られ、Edgeにも増えない
      前提 2025年6月1日である
      もし ソフィアはiPhoneで「GitHub」のパスワードを保存する
      ならば 利用できないため拒否される
      かつ Edgeにはsofia@outlook.comの「Amazon」のパスワードがある

    @id:ms.autofill.saved-ones-stay @rule:autofill.no-new-passwords @rule:autofill.passwords-readable @autofill
    シナリオ: それまでに保存したものは、6月になっても残っている
      前提 2025年6月1日である
      もし ソフィアはiPhoneの保存したパスワードを見る
      ならば アプリには保存したパスワードが1件、生成したものが0件、カードが0枚ある

  ルール: 2025年6月末までは自動入力でき、8月1日からはできない

    @id:ms.autofill.fills @rule:autofill.fills @autofill
    シナリオ: 6月が終わる10秒前には、まだ自動入力できる
      前提 2025年6月30日23時59分50秒である
      もし ソフィアはiPhoneで「Amazon」のパスワードを自動入力する
      ならば 成功する

    @id:ms.autofill.fills-android @rule:autofill.fills @autofill @android
    シナリオ: Androidでも同じである
      前提 ソフィアはMicrosoftアカウントsofia@outlook.comでAndroidスマートフォンを使っている
      かつ ソフィアはAndroidスマートフォンで「GitHub」のパスワードを保存する
      かつ 2025年6月30日23時59分50秒である
      もし ソフィアはAndroidスマートフォンで「GitHub」のパスワードを自動入力する
      ならば 成功する

    @id:ms.autofill.stops @rule:autofill.stops @autofill
    シナリオ: 8月の最初の1秒には何も入力されず、アプリに理由が表示される
      前提 2025年8月1日である
      もし ソフィアはiPhoneで「Amazon」のパスワードを自動入力する
      ならば 利用できないため拒否される
      かつ ソフィアのiPhoneに「オートフィルは終了しました」と表示される

  ルール: 2025年7月の最後の1秒までパスワードを見られ、その後は二度と見られない

    @id:ms.autofill.readable-till-end @rule:autofill.passwords-readable @autofill
    シナリオ: 7月の最後の1秒には、まだ書き留められる
      前提 2025年7月31日23時59分59秒である
      もし ソフィアはiPhoneの保存したパスワードを見る
      ならば アプリには保存したパスワードが1件、生成したものが0件、カードが0枚ある

    @id:ms.autofill.inaccessible @rule:autofill.passwords-inaccessible @autofill
    シナリオアウトライン: <moment>にはパスワードに手が届かない（<理由>）
      前提 <moment>である
      もし ソフィアはiPhoneの保存したパスワードを見る
      ならば 利用できないため拒否される
      かつ ソフィアのiPhoneに「オートフィルは終了しました」と表示される

      例:
        | 理由                     | moment       |
        | 8月の最初の1秒           | 2025年8月1日 |
        | 休止ではなく終わりである | 2026年3月3日 |

    @id:ms.autofill.reinstall-no-help @rule:autofill.passwords-inaccessible @autofill
    シナリオ: アプリを入れ直しても戻らない
      前提 2025年8月2日である
      かつ ソフィアはiPhoneのAuthenticatorを入れ直す
      もし ソフィアはiPhoneの保存したパスワードを見る
      ならば 利用できないため拒否される

  ルール: 2025年7月31日まで、パスワードを書き出せる

    @id:ms.autofill.export-in-time @rule:autofill.export-until @autofill
    シナリオ: 最後の日の23時59分50秒には、まだ書き出せる
      前提 2025年7月31日23時59分50秒である
      もし ソフィアはiPhoneの保存したパスワードを書き出す
      ならば アプリには保存したパスワードが1件、生成したものが0件、カードが0枚ある

    @id:ms.autofill.export-too-late @rule:autofill.export-until @rule:autofill.passwords-inaccessible @rule:autofill.edge-keeps @situation:S62 @autofill
    シナリオ: 2日後にはもう書き出せず、パスワードはEdgeにある
      前提 2025年8月2日である
      もし ソフィアはiPhoneの保存したパスワードを書き出す
      ならば 利用できないため拒否される
      かつ Edgeにはsofia@outlook.comの「Amazon」のパスワードがある

  ルール: 保存したパスワードはEdgeで使い続けられる

    @id:ms.autofill.edge-after-loss @rule:autofill.edge-keeps @autofill
    シナリオ: スマートフォンをなくし8月になっても、パスワードはEdgeにある
      前提 ソフィアはiPhoneで「GitHub」のパスワードを保存する
      かつ ソフィアはiPhoneをなくす
      もし 2025年8月15日である
      ならば Edgeにはsofia@outlook.comの「Amazon」と「GitHub」のパスワードがある

    @id:ms.autofill.edge-opened @rule:autofill.edge-keeps @autofill
    シナリオ: 8月にEdgeを開けば、パスワードはそこにある
      前提 2025年8月15日である
      もし ソフィアはsofia@outlook.comでEdgeを開く
      ならば 成功する
      かつ Edgeにはsofia@outlook.comの「Amazon」のパスワードがある

    @id:ms.autofill.edge-after-offline @rule:autofill.edge-keeps @autofill
    シナリオ: オフラインで保存したパスワードは、次にアプリを開いたときEdgeに届く
      前提 ソフィアのiPhoneはオフラインである
      かつ ソフィアはiPhoneで「GitHub」のパスワードを保存する
      かつ ソフィアのiPhoneは再びオンラインになる
      もし ソフィアはiPhoneのAuthenticatorを開く
      ならば Edgeにはsofia@outlook.comの「Amazon」と「GitHub」のパスワードがある

    @id:ms.autofill.edge-new-phone @rule:autofill.edge-keeps @autofill
    シナリオアウトライン: <日>、なくしたiPhoneの次が<次のスマートフォン>でも、パスワードはEdgeにある: <理由>
      前提 <日>である
      かつ ソフィアはiPhoneをなくす
      かつ ソフィアは<次のスマートフォン>を設定する
      もし ソフィアはsofia@outlook.comでEdgeを開く
      ならば 成功する
      かつ Edgeにはsofia@outlook.comの「Amazon」のパスワードがある

      例:
        | 理由                                       | 日            | 次のスマートフォン          |
        | 当時はまだアプリでも見られた               | 2025年7月15日 | 新しいiPhone                |
        | どの方式のバックアップにも入ったことがない | 2026年3月3日  | 新しいiPhone                |
        | Edgeはスマートフォンの種類を問わない       | 2026年3月3日  | 新しいAndroidスマートフォン |

    @id:ms.autofill.edge-new-android @rule:autofill.edge-keeps @autofill @android
    シナリオ: AndroidからAndroidへ移っても同じである
      前提 トムはコードのみを使うMicrosoftアカウントtom@outlook.comを持っている
      かつ トムはAndroidスマートフォンを使っている
      かつ トムはAndroidスマートフォンでtom@outlook.comにサインインする
      かつ トムはAndroidスマートフォンで「Amazon」のパスワードを保存する
      かつ トムは新しいAndroidスマートフォンを設定する
      もし トムはtom@outlook.comでEdgeを開く
      ならば Edgeにはtom@outlook.comの「Amazon」のパスワードがある

  ルール: 保存しなかったパスワードとカードは削除され、ほかのどこにもない

    背景:
      前提 トムはiPhoneを使っている

    @id:ms.autofill.before-the-end @rule:autofill.payment-deleted @rule:autofill.generated-unsaved-gone @autofill
    シナリオ: 6月末までは、カードも保存前のパスワードも残っている
      前提 ソフィアはiPhoneで「GitHub」のパスワードを生成する
      かつ ソフィアはiPhoneにカード「Visa 1881」を保存する
      かつ 2025年6月30日23時59分50秒である
      かつ ソフィアはiPhoneのAuthenticatorを開く
      もし ソフィアはiPhoneの保存したパスワードを見る
      ならば アプリには保存したパスワードが1件、生成したものが1件、カードが1枚ある
      かつ Edgeにはsofia@outlook.comの「Amazon」のパスワードがある

    @id:ms.autofill.generated-gone @rule:autofill.generated-unsaved-gone @rule:autofill.edge-keeps @situation:S63 @autofill
    シナリオ: 生成しただけで保存しなかったパスワードは、Edgeにもない
      前提 ソフィアはiPhoneで「GitHub」のパスワードを生成する
      かつ ソフィアはiPhoneで「Netflix」のパスワードを保存する
      かつ 2025年8月1日である
      もし ソフィアはiPhoneのAuthenticatorを開く
      ならば Edgeにはsofia@outlook.comの「Amazon」と「Netflix」のパスワードがある

    @id:ms.autofill.deleted-not-hidden @rule:autofill.payment-deleted @rule:autofill.generated-unsaved-gone @situation:S64 @autofill
    シナリオ: 時計を5月に戻しても現れない。隠れたのではなく、削除されている
      前提 トムはiPhoneにカード「Mastercard 0004」を保存する
      かつ トムはiPhoneで「GitHub」のパスワードを生成する
      かつ 2025年8月1日である
      かつ トムはiPhoneのAuthenticatorを開く
      かつ トムのiPhoneの時計は80日遅れている
      もし トムはiPhoneの保存したパスワードを見る
      ならば アプリには保存したパスワードが0件、生成したものが0件、カードが0枚ある

    @id:ms.autofill.saved-after-generating @rule:autofill.edge-keeps @rule:autofill.generated-unsaved-gone @autofill
    シナリオ: 生成したパスワードも、期限までに保存すれば残る
      前提 ソフィアはiPhoneで「GitHub」のパスワードを生成する
      かつ ソフィアはiPhoneで「GitHub」のパスワードを保存する
      かつ 2025年8月1日である
      もし ソフィアはiPhoneのAuthenticatorを開く
      ならば Edgeにはsofia@outlook.comの「Amazon」と「GitHub」のパスワードがある

  ルール: オートフィルが終わっても、コードとそのバックアップは変わらない

    背景:
      前提 ソフィアはAndroidスマートフォンを使っている
      かつ ソフィアはAndroidスマートフォンに「GitHub」をRFC 6238の試験用の秘密鍵で追加する
      かつ ソフィアはAndroidスマートフォンでsofia@outlook.comにサインインする
      かつ ソフィアはAndroidスマートフォンのクラウドバックアップをsofia@outlook.comでオンにする

    @id:ms.autofill.codes-go-on @rule:autofill.codes-unaffected @situation:S65 @autofill
    シナリオアウトライン: <moment>にもコードは今までどおりである（<理由>）
      もし <moment>である
      ならば ソフィアのAndroidスマートフォンの「GitHub」のコードは「<code>」である
      かつ ソフィアのAndroidスマートフォンのバックアップはオンで最新である

      例:
        | 理由                               | moment                    | code   |
        | 自動入力はもう終わったかもしれない | 2025年7月1日12時          | 602429 |
        | パスワードはまだ見られる           | 2025年7月31日23時59分50秒 | 320897 |
        | パスワードには手が届かない         | 2025年8月1日              | 428478 |
        | 1年後には誰も覚えていない          | 2026年8月1日12時          | 647989 |

    @id:ms.autofill.backup-goes-on @rule:autofill.codes-unaffected @situation:S65 @autofill @android
    シナリオ: 終わる前に作ったバックアップを、終わった後に復元する
      前提 ソフィアは新しいAndroidスマートフォンを設定する
      かつ 2025年8月1日である
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 復元で1件が使え、サインインが必要なものは0件
      かつ ソフィアの新しいAndroidスマートフォンの「GitHub」のコードは「428478」である

    @id:ms.autofill.added-after @rule:autofill.codes-unaffected @situation:S65 @autofill @android
    シナリオ: 終わった後に追加したものも、今までどおりバックアップに入る
      前提 2025年8月2日である
      かつ ソフィアはAndroidスマートフォンに「PayPal」を追加する
      かつ ソフィアはAndroidスマートフォンをなくす
      かつ ソフィアは新しいAndroidスマートフォンを設定する
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
