# language: ja
機能: 職場アカウントのパスキー
  Authenticatorのパスキーは、作成したデバイスの外へ出ない。
  新しいデバイスには新しいパスキーが要るが、その途中で二つの扉が閉じていることがある。デバイスメーカーの証明サービスと、組織自身の決まりである。

  背景:
    前提 2025年11月3日9時である
    かつ プリヤはiPhoneを使っている
    かつ プリヤはContosoの社員で、アカウントはpriya@contoso.comである
    かつ エイダはContosoの管理者で、アカウントはada@contoso.comである
    かつ プリヤはiPhoneにpriya@contoso.comを追加する
    かつ プリヤはiPhoneにpriya@contoso.comのパスキーを作る

  ルール: 復元してもパスキーは戻らず、別の方法で新しく作る

    @id:ms.work-passkey.not-restored @rule:passkey.not-restored @rule:passkey.device-bound @situation:S48 @ios @work
    シナリオ: 復元したデバイスには、名前はあるがパスキーはない
      前提 プリヤはiPhoneをなくす
      かつ プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneのAuthenticatorを開く
      もし プリヤは新しいiPhoneのパスキーでpriya@contoso.comにサインインする
      ならば 見つからないため拒否される
      かつ プリヤの新しいiPhoneはpriya@contoso.comへのサインインを求める

    @id:ms.work-passkey.stays-behind @rule:passkey.device-bound @situation:S48 @ios @work
    シナリオ: クイックスタートでも移らず、元のデバイスでは使い続けられる
      前提 プリヤは新しいiPhoneを設定する
      かつ プリヤはiPhoneから新しいiPhoneへクイックスタートで移る
      かつ プリヤは新しいiPhoneのパスキーでpriya@contoso.comにサインインする
      かつ 見つからないため拒否される
      もし プリヤはiPhoneのパスキーでpriya@contoso.comにサインインする
      ならば 成功する

    @id:ms.work-passkey.anew-with-old @rule:passkey.not-restored @situation:S48 @ios @work
    シナリオ: 古いデバイスが手元にあれば、新しいデバイスに新しいパスキーを作れる
      前提 プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneのAuthenticatorを開く
      かつ プリヤは新しいiPhoneでpriya@contoso.comのサインインを済ませる
      かつ プリヤは新しいiPhoneにpriya@contoso.comのパスキーを作る
      もし プリヤは新しいiPhoneのパスキーでpriya@contoso.comにサインインする
      ならば 成功する

    @id:ms.work-passkey.anew-with-pass @rule:passkey.not-restored @rule:tap.in-app @situation:S48 @ios @work
    シナリオ: 古いデバイスがなくても、一時アクセス パスがあれば新しいパスキーを作れる
      前提 プリヤはiPhoneをなくす
      かつ プリヤは新しいiPhoneを設定する
      かつ ada@contoso.comはpriya@contoso.comに1回限りの一時アクセス パスを発行する
      かつ プリヤは新しいiPhoneでpriya@contoso.comに一時アクセス パスでサインインする
      かつ プリヤは新しいiPhoneにpriya@contoso.comのパスキーを作る
      もし プリヤは新しいiPhoneのパスキーでpriya@contoso.comにサインインする
      ならば 成功する

  ルール: 構成証明が必須なら、その証明サービスが応答しない間はパスキーを作れない

    背景:
      前提 プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneのAuthenticatorを開く
      かつ プリヤは新しいiPhoneでpriya@contoso.comのサインインを済ませる

    @id:ms.work-passkey.attestation @rule:attestation.outage @situation:S49 @ios @work
    シナリオアウトライン: <OS>の構成証明サービスが止まっている: <理由>
      前提 <OS>の構成証明サービスが止まっている
      もし プリヤは新しいiPhoneにpriya@contoso.comのパスキーを作る
      ならば <結果>

      例:
        | 理由                          | OS      | 結果                       |
        | iPhoneを保証する者がいない    | iOS     | 利用できないため拒否される |
        | Googleの障害はAppleに及ばない | Android | 成功する                   |

    @id:ms.work-passkey.attestation-later @rule:attestation.outage @situation:S49 @ios @work
    シナリオ: 1時間後にサービスが復旧し、同じ操作が通る
      前提 iOSの構成証明サービスが止まっている
      かつ プリヤは新しいiPhoneにpriya@contoso.comのパスキーを作る
      かつ 利用できないため拒否される
      かつ 1時間がたつ
      かつ iOSの構成証明サービスが復旧する
      もし プリヤは新しいiPhoneにpriya@contoso.comのパスキーを作る
      ならば 成功する

    @id:ms.work-passkey.attestation-existing @rule:attestation.outage @situation:S49 @ios @work
    シナリオ: 前に作ったパスキーは、障害の影響を受けない
      前提 iOSの構成証明サービスが止まっている
      もし プリヤはiPhoneのパスキーでpriya@contoso.comにサインインする
      ならば 成功する

  ルール: すべてにパスキーを求めるなら、持たない人にはモバイルで通るパスが要る

    背景:
      前提 プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneのAuthenticatorを開く

    @id:ms.work-passkey.loop @rule:passkey.policy-loop @situation:S50 @ios @work
    シナリオ: 例外がなければ、パスがあっても新しいパスキーにたどり着けない
      前提 Contosoは例外なくすべてにパスキーを要求する
      かつ プリヤはiPhoneをなくす
      かつ ada@contoso.comはpriya@contoso.comに1回限りの一時アクセス パスを発行する
      もし プリヤは新しいiPhoneでpriya@contoso.comに一時アクセス パスでサインインする
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

    @id:ms.work-passkey.loop-any-method @rule:passkey.policy-loop @situation:S50 @ios @work
    シナリオ: 自分のほかの方法も、数に入らない
      前提 priya@contoso.comはSMSでも確認できる
      かつ Contosoは一時アクセス パスの場合を除いてすべてにパスキーを要求する
      かつ プリヤはiPhoneをなくす
      もし プリヤは新しいiPhoneでpriya@contoso.comのサインインを済ませる
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

    @id:ms.work-passkey.loop-broken @rule:passkey.policy-loop @rule:tap.in-app @situation:S50 @ios @work
    シナリオ: パスの例外があれば、パスキーを作り直せる
      前提 Contosoは一時アクセス パスの場合を除いてすべてにパスキーを要求する
      かつ プリヤはiPhoneをなくす
      かつ ada@contoso.comはpriya@contoso.comに1回限りの一時アクセス パスを発行する
      かつ プリヤは新しいiPhoneでpriya@contoso.comに一時アクセス パスでサインインする
      もし プリヤは新しいiPhoneにpriya@contoso.comのパスキーを作る
      ならば 成功する

    @id:ms.work-passkey.loop-not-for-owner @rule:passkey.policy-loop @ios @work
    シナリオ: まだパスキーを持っている人は、この決まりに気づかない
      前提 Contosoは例外なくすべてにパスキーを要求する
      もし プリヤは新しいiPhoneでpriya@contoso.comのサインインを済ませる
      ならば 成功する
      かつ プリヤの新しいiPhoneでpriya@contoso.comがすぐ使える

  ルール: モデルを許可リストから外すと前のパスキーでもサインインできなくなるが、構成証明を後から求めても変わらない

    @id:ms.work-passkey.model-removed @rule:passkey.model-removed @situation:S74 @ios @work
    シナリオアウトライン: <OS>のAuthenticatorを許可リストから外す: <理由>
      前提 Contosoはパスキーの許可リストから<OS>のAuthenticatorを外す
      もし プリヤはiPhoneのパスキーでpriya@contoso.comにサインインする
      ならば <結果>

      例:
        | 理由                           | OS      | 結果                                   |
        | プリヤのパスキーはこのモデル   | iOS     | ポリシーで禁止されているため拒否される |
        | プリヤのパスキーは別のモデル   | Android | 成功する                               |

    @id:ms.work-passkey.model-removed-new @rule:passkey.model-removed @situation:S74 @ios @work
    シナリオ: そのモデルでは、新しいパスキーも作れない
      前提 Contosoはパスキーの許可リストからiOSのAuthenticatorを外す
      もし プリヤはiPhoneにpriya@contoso.comのパスキーを作る
      ならば ポリシーで禁止されているため拒否される

    @id:ms.work-passkey.attestation-demanded @rule:passkey.model-removed @situation:S74 @ios @work
    シナリオ: 構成証明なしで作ったパスキーは、構成証明が必須になった後も使える
      前提 Contosoは新しいパスキーに構成証明を求めない
      かつ プリヤは新しいiPhoneを設定する
      かつ プリヤは新しいiPhoneでpriya@contoso.comのサインインを済ませる
      かつ プリヤは新しいiPhoneにpriya@contoso.comのパスキーを作る
      かつ Contosoは新しいパスキーに構成証明を求める
      もし プリヤは新しいiPhoneのパスキーでpriya@contoso.comにサインインする
      ならば 成功する

  ルール: サインイン名が変わったら、パスキーを作り直す

    背景:
      前提 priya@contoso.comのサインイン名がpriya.sharma@contoso.comに変わる

    @id:ms.work-passkey.new-name @rule:passkey.sign-in-name-changed @situation:S75 @ios @work
    シナリオ: 新しい名前では、前のパスキーでサインインできない
      もし プリヤはiPhoneのパスキーでpriya.sharma@contoso.comにサインインする
      ならば 見つからないため拒否される

    @id:ms.work-passkey.new-name-anew @rule:passkey.sign-in-name-changed @situation:S75 @ios @work
    シナリオ: 作り直せば、サインインできる
      前提 プリヤはiPhoneにpriya.sharma@contoso.comのパスキーを作る
      もし プリヤはiPhoneのパスキーでpriya.sharma@contoso.comにサインインする
      ならば 成功する

    @id:ms.work-passkey.new-name-pushes @rule:passkey.sign-in-name-changed @situation:S75 @ios @work
    シナリオ: 通知はこれまでどおりiPhoneに届く
      もし プリヤはいつもどおりパソコンでpriya.sharma@contoso.comにサインインする
      ならば 通知はプリヤのiPhoneに届く
