# language: ja
機能: 職場アカウントを取り戻す
  復元で戻るのは職場アカウントの名前だけで、本人確認に使えるものは何も戻らない。
  ほかに本人確認の方法がない人は、組織の誰かに助けてもらうしかない。誰に頼めばよいかは、スマートフォンをなくす前に知っておきたい。

  背景:
    前提 2025年11月3日9時である
    かつ ミカはiPhoneを使っている
    かつ ミカはContosoの社員で、アカウントはmika@contoso.comである
    かつ エイダはContosoの管理者で、アカウントはada@contoso.comである

  ルール: 復元した職場アカウントは、なくしたアプリでは本人確認できない

    背景:
      前提 ミカはiPhoneにmika@contoso.comを追加する
      かつ ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneのAuthenticatorを開く

    @id:ms.work.circular @rule:work.circular-lock @rule:restore.work-name-only @situation:S44 @ios @work
    シナリオ: 名前は戻るが、サインインにはなくしたスマートフォンが要る
      もし ミカは新しいiPhoneでmika@contoso.comのサインインを済ませる
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される
      かつ ミカの新しいiPhoneはmika@contoso.comへのサインインを求める

    @id:ms.work.circular-qr @rule:work.circular-lock @ios @work
    シナリオ: 新しいQRコードのページも、同じ閉じた扉の向こうにある
      もし mika@contoso.comの新しい登録用QRコードが作られる
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

    @id:ms.work.found-again @rule:work.circular-lock @rule:restore.no-old-phone @rule:restore.sign-in-again @ios @work
    シナリオ: 古いスマートフォンが見つかれば、サインインは通る
      前提 ミカはiPhoneを見つける
      もし ミカは新しいiPhoneでmika@contoso.comのサインインを済ませる
      ならば 成功する
      かつ ミカの新しいiPhoneでmika@contoso.comがすぐ使える

    @id:ms.work.reset-but-lost @rule:work.circular-lock @ios @work
    シナリオ: 見つかったスマートフォンも、初期化してしまえば何の証明にもならない
      前提 ミカはiPhoneを見つける
      かつ ミカはiPhoneを初期化する
      もし ミカは新しいiPhoneでmika@contoso.comのサインインを済ませる
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

    @id:ms.work.reregister @rule:work.require-reregister @rule:work.circular-lock @rule:restore.sign-in-again @situation:S44 @ios @work
    シナリオ: 管理者が登録のやり直しを要求し、堂々巡りが終わる
      前提 ミカは新しいiPhoneでmika@contoso.comのサインインを済ませる
      かつ 本人確認の方法がなくしたスマートフォンにしかないため拒否される
      かつ ada@contoso.comはmika@contoso.comに登録のやり直しを要求する
      もし ミカは新しいiPhoneでmika@contoso.comのサインインを済ませる
      ならば 成功する
      かつ ミカの新しいiPhoneでmika@contoso.comがすぐ使える
      かつ ミカの新しいiPhoneの一覧には1件のアカウントがある

    @id:ms.work.reregister-by-colleague @rule:work.require-reregister @ios @work
    シナリオ: 親切な同僚でも、管理者ロールがなければできない
      前提 レナはContosoの社員で、アカウントはlena@contoso.comである
      もし lena@contoso.comはmika@contoso.comに登録のやり直しを要求する
      ならば 許されていないため拒否される

  ルール: ただ一人の管理者が締め出されたら、組織の中では誰も助けられない

    背景:
      前提 エイダはiPhoneを使っている
      かつ エイダはiPhoneにada@contoso.comを追加する
      かつ エイダはiPhoneをなくす
      かつ エイダは新しいiPhoneを設定する
      かつ エイダは新しいiPhoneのAuthenticatorを開く

    @id:ms.work.sole-admin @rule:work.sole-admin @rule:work.circular-lock @situation:S46 @ios @work
    シナリオ: ただ一人の管理者は、自分で自分を入れることができない
      前提 エイダは新しいiPhoneでada@contoso.comのサインインを済ませる
      かつ 本人確認の方法がなくしたスマートフォンにしかないため拒否される
      もし ada@contoso.comはada@contoso.comに登録のやり直しを要求する
      ならば 許されていないため拒否される
      かつ エイダの新しいiPhoneはada@contoso.comへのサインインを求める

    @id:ms.work.sole-admin-stranger @rule:work.sole-admin @situation:S46 @ios @work
    シナリオ: よその会社の管理者には何もできない
      前提 オマルはFabrikamの管理者で、アカウントはomar@fabrikam.comである
      もし omar@fabrikam.comはada@contoso.comに登録のやり直しを要求する
      ならば 許されていないため拒否される

    @id:ms.work.second-admin @rule:work.sole-admin @rule:work.require-reregister @ios @work
    シナリオ: もう一人の管理者が合鍵になる
      前提 ノラはContosoの管理者で、アカウントはnora@contoso.comである
      かつ nora@contoso.comはada@contoso.comに登録のやり直しを要求する
      もし エイダは新しいiPhoneでada@contoso.comのサインインを済ませる
      ならば 成功する
      かつ エイダの新しいiPhoneでada@contoso.comがすぐ使える

  ルール: 職場アカウントを登録するQRコードが使えるのは一度だけである

    @id:ms.work.qr-photographed @rule:work.enrolment-qr-single-use @situation:S47 @android @work
    シナリオ: 写真に撮られたQRコードで、別のスマートフォンは登録できない
      前提 トムはAndroidスマートフォンを使っている
      かつ mika@contoso.comの新しい登録用QRコードが作られる
      かつ ミカはiPhoneでmika@contoso.comの登録用QRコードを読み取る
      もし トムはAndroidスマートフォンでmika@contoso.comの登録用QRコードを読み取る
      ならば コードは使用済みであるため拒否される
      かつ トムのAndroidスマートフォンの一覧にmika@contoso.comはない
      かつ ミカのiPhoneでmika@contoso.comがすぐ使える

    @id:ms.work.qr-new @rule:work.enrolment-qr-single-use @rule:restore.sign-in-again @ios @work
    シナリオ: SMSで本人確認をして新しいQRコードを出せば、復元した名前が使えるようになる
      前提 mika@contoso.comはSMSでも確認できる
      かつ ミカはiPhoneにmika@contoso.comを追加する
      かつ ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      かつ mika@contoso.comの新しい登録用QRコードが作られる
      もし ミカは新しいiPhoneでmika@contoso.comの登録用QRコードを読み取る
      ならば ミカの新しいiPhoneでmika@contoso.comがすぐ使える

  ルール: 登録済みのスマートフォンが手元にあれば、持ち主が誰であっても本人確認に使える

    背景:
      前提 ケンジはiPhoneを使っている
      かつ ミカはContosoの社員で、アカウントはoffice@contoso.comである
      かつ ミカはiPhoneにoffice@contoso.comを追加する
      かつ ケンジはiPhoneにoffice@contoso.comを追加する
      かつ ミカはiPhoneをなくす

    @id:ms.work.shared-push @rule:work.shared-account @rule:work.remove-old-registration @situation:S79 @ios @work
    シナリオ: 1台をなくした後、同僚のスマートフォンに通知が届く
      もし ケンジはいつもどおりパソコンでoffice@contoso.comにサインインする
      ならば 通知はケンジのiPhoneに届く
      かつ 通知はミカのiPhoneに届く

    @id:ms.work.shared-qr @rule:work.shared-account @situation:S79 @ios @work
    シナリオ: 同僚が承認すると、新しいQRコードが表示される
      前提 ミカは新しいiPhoneを設定する
      かつ ケンジはいつもどおりパソコンでoffice@contoso.comにサインインする
      かつ ケンジはiPhoneでoffice@contoso.comへの要求を承認する
      かつ office@contoso.comの新しい登録用QRコードが作られる
      もし ミカは新しいiPhoneでoffice@contoso.comの登録用QRコードを読み取る
      ならば ミカの新しいiPhoneでoffice@contoso.comがすぐ使える

    @id:ms.work.shared-sign-in @rule:work.shared-account @rule:restore.sign-in-again @situation:S79 @ios @work
    シナリオ: 復元したアカウントに、同僚の承認でサインインできる
      前提 ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneのAuthenticatorを開く
      もし ミカは新しいiPhoneにoffice@contoso.comを追加する
      ならば 成功する
      かつ ミカの新しいiPhoneでoffice@contoso.comがすぐ使える

    @id:ms.work.shared-both-lost @rule:work.shared-account @rule:work.circular-lock @situation:S79 @ios @work
    シナリオ: 同僚のスマートフォンもなくせば、もう入れない
      前提 ケンジはiPhoneをなくす
      もし office@contoso.comの新しい登録用QRコードが作られる
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

  ルール: SMSで本人確認ができるのは、その電話番号が手元にある間だけである

    背景:
      前提 ケンジはContosoの社員で、アカウントはkenji@contoso.comである
      かつ kenji@contoso.comはSMSでも確認できる
      かつ ケンジはAndroidスマートフォンを使っている
      かつ ケンジはAndroidスマートフォンにkenji@contoso.comを追加する
      かつ ケンジはAndroidスマートフォンをなくす
      かつ ケンジは新しいAndroidスマートフォンを設定する

    @id:ms.work.number-kept @rule:work.circular-lock @android @work
    シナリオ: 新しいSIMカードで、元の電話番号を使える
      もし ケンジは新しいAndroidスマートフォンにkenji@contoso.comを追加する
      ならば 成功する

    @id:ms.work.number-lost @rule:work.circular-lock @android @work
    シナリオ: SIMカードはなくしたスマートフォンの中にあり、電話番号も失った
      前提 kenji@contoso.comはSMSでは確認できなくなる
      もし ケンジは新しいAndroidスマートフォンにkenji@contoso.comを追加する
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される
