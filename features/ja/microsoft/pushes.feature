# language: ja
機能: プッシュ承認と電話によるサインイン
  通知は、どこにあろうと登録されたスマートフォンに届く。復元してもスマートフォンは登録されない。
  承認に必要なものは年とともに変わってきたので、それぞれの日付の前後を確かめる。

  背景:
    前提 2022年6月1日である
    かつ ミカはiPhoneを使っている
    かつ ミカはContosoの社員で、アカウントはmika@contoso.comである
    かつ ミカはiPhoneにmika@contoso.comを追加する

  ルール: プッシュ承認は復元では戻らない

    背景:
      前提 2025年11月3日9時である
      かつ ミカはiPhoneのAuthenticatorを開く

    @id:ms.push.goes-to-lost-phone @rule:push.not-restored @rule:work.remove-old-registration @situation:S61 @ios @work
    シナリオ: 通知は海の底のスマートフォンに届く
      前提 ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneのAuthenticatorを開く
      もし ミカはいつもどおりパソコンでmika@contoso.comにサインインする
      ならば 通知はミカのiPhoneに届く
      しかし 通知はミカの新しいiPhoneに届かない

    @id:ms.push.restored-cannot-approve @rule:push.not-restored @rule:restore.work-name-only @ios @work
    シナリオ: 復元した名前では、待っている要求を承認できない
      前提 ミカはiPhoneをなくす
      かつ ミカは新しいiPhoneを設定する
      かつ ミカはいつもどおりパソコンでmika@contoso.comにサインインする
      もし ミカは新しいiPhoneでmika@contoso.comへの要求を承認する
      ならば サインインが必要なため拒否される
      かつ ミカの新しいiPhoneはmika@contoso.comへのサインインを求める

    @id:ms.push.transfer-cannot-approve @rule:push.not-restored @ios @work
    シナリオアウトライン: <方法>で何もかも移っても、承認用の鍵は移らない
      前提 ミカはiPhoneをWi-Fiにつないで一晩充電する
      かつ ミカは新しいiPhoneを設定する
      かつ ミカはiPhoneから新しいiPhoneへ<方法>で移る
      かつ ミカはいつもどおりパソコンでmika@contoso.comにサインインする
      もし ミカは新しいiPhoneでmika@contoso.comへの要求を承認する
      ならば サインインが必要なため拒否される

      例:
        | 理由                                     | 方法                             |
        | 並べたスマートフォンからスマートフォンへ | クイックスタート                 |
        | 最も多くを運ぶバックアップ               | 暗号化したパソコンのバックアップ |
        | 毎晩のバックアップ                       | iCloudバックアップ               |

    @id:ms.push.registered-anew @rule:push.not-restored @rule:restore.sign-in-again @ios @work
    シナリオ: もう一度サインインすれば、新しいスマートフォンに通知が届き、承認できる
      前提 ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneでmika@contoso.comのサインインを済ませる
      かつ ミカはいつもどおりパソコンでmika@contoso.comにサインインする
      もし ミカは新しいiPhoneでmika@contoso.comへの要求を承認する
      ならば 成功する

  ルール: Microsoftアカウントでバックアップを開くAndroidでも、プッシュ承認は戻らない

    背景:
      前提 2025年11月3日9時である
      かつ ケンジはContosoの社員で、アカウントはkenji@contoso.comである
      かつ ケンジはコードのみを使うMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはAndroidスマートフォンを使っている
      かつ ケンジはAndroidスマートフォンにkenji@outlook.comとkenji@contoso.comを追加する
      かつ ケンジはAndroidスマートフォンのクラウドバックアップをkenji@outlook.comでオンにする

    @id:ms.push.android-restore @rule:push.not-restored @rule:restore.work-name-only @android @work
    シナリオ: 復元したAndroidスマートフォンには何も届かない
      前提 ケンジは新しいAndroidスマートフォンを設定する
      かつ ケンジは新しいAndroidスマートフォンにkenji@outlook.comでバックアップを復元する
      もし ケンジはいつもどおりパソコンでkenji@contoso.comにサインインする
      ならば 通知はケンジの新しいAndroidスマートフォンに届かない
      しかし ケンジの新しいAndroidスマートフォンでkenji@outlook.comがすぐ使える
      かつ ケンジの新しいAndroidスマートフォンはkenji@contoso.comへのサインインを求める

    @id:ms.push.android-reset @rule:push.not-restored @android @work
    シナリオ: 同じスマートフォンでも、初期化して復元した後は承認できない
      前提 ケンジはAndroidスマートフォンを初期化する
      かつ ケンジはAndroidスマートフォンにkenji@outlook.comでバックアップを復元する
      かつ ケンジはいつもどおりパソコンでkenji@contoso.comにサインインする
      もし ケンジはAndroidスマートフォンでkenji@contoso.comへの要求を承認する
      ならば サインインが必要なため拒否される

  ルール: なくしたスマートフォンには、セキュリティ情報から削除するまで通知が届き続ける

    背景:
      前提 2025年11月3日9時である
      かつ ミカはiPhoneのAuthenticatorを開く
      かつ ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneでmika@contoso.comのサインインを済ませる
      かつ ミカはiPhoneをなくす

    @id:ms.push.both-phones @rule:work.remove-old-registration @situation:S61 @ios @work
    シナリオ: 移った後は、2台とも通知を受ける
      もし ミカはいつもどおりパソコンでmika@contoso.comにサインインする
      ならば 通知はミカのiPhoneに届く
      かつ 通知はミカの新しいiPhoneに届く

    @id:ms.push.old-phone-removed @rule:work.remove-old-registration @situation:S61 @ios @work
    シナリオ: セキュリティ情報から削除すれば、なくしたスマートフォンにはもう届かない
      前提 mika@contoso.comのセキュリティ情報からミカのiPhoneが削除される
      もし ミカはいつもどおりパソコンでmika@contoso.comにサインインする
      ならば 通知はミカのiPhoneに届かない
      しかし 通知はミカの新しいiPhoneに届く

  ルール: プッシュ通知では、サインイン画面の数字を必ず入力する

    @id:ms.push.number @rule:work.number-matching @ios @work
    シナリオアウトライン: <日時>、通知に入力する数字: <理由>
      前提 <日時>である
      かつ ミカはいつもどおりパソコンでmika@contoso.comにサインインする
      もし ミカはiPhoneでmika@contoso.com<操作>
      ならば <結果>

      例:
        | 理由                               | 日時                     | 操作                         | 結果                       |
        | まだ、押すだけで承認できる         | 2023年5月7日23時59分59秒 | への要求に違う数字を入力する | 成功する                   |
        | 当てずっぽうの数字では承認できない | 2023年5月8日             | への要求に違う数字を入力する | コードが違うため拒否される |
        | 画面の数字を入れれば承認できる     | 2023年5月8日0時0分1秒    | への要求を承認する           | 成功する                   |

    @id:ms.push.number-app @rule:work.number-matching @ios @work
    シナリオアウトライン: アプリのバージョン<バージョン>では、<理由>
      前提 2023年5月8日である
      かつ ミカのiPhoneのAuthenticatorはバージョン<バージョン>のままである
      かつ ミカはいつもどおりパソコンでmika@contoso.comにサインインする
      もし ミカはiPhoneでmika@contoso.comへの要求を承認する
      ならば <結果>

      例:
        | 理由                               | バージョン | 結果                       |
        | 数字を入力できないので承認できない | 6.4.11     | 利用できないため拒否される |
        | 数字を入力して承認できる           | 6.4.12     | 成功する                   |

  ルール: 普段と違うサインインでは、通知が届かない

    @id:ms.push.unusual @rule:work.anomalous-no-push @situation:S60 @ios @work
    シナリオアウトライン: <日時>に<状況>サインインする: <理由>
      前提 <日時>である
      もし ミカは<状況>パソコンでmika@contoso.comにサインインする
      ならば <結果>

      例:
        | 理由                                       | 日時                      | 状況               | 結果                         |
        | 見知らぬ場所からでも、まだ通知が鳴る       | 2023年7月31日23時59分59秒 | いつもと違う状況で | 通知はミカのiPhoneに届く     |
        | 見知らぬ場所からでは、もう通知が鳴らない   | 2023年8月1日              | いつもと違う状況で | 通知はミカのiPhoneに届かない |
        | いつもの場所からなら、前と同じく通知が鳴る | 2023年8月1日0時0分1秒     | いつもどおり       | 通知はミカのiPhoneに届く     |

    @id:ms.push.unusual-not-refreshed @rule:work.anomalous-no-push @situation:S60 @ios @work
    シナリオ: 通知を待っているだけでは、承認するものが見つからない
      前提 2025年11月3日9時である
      かつ ミカはiPhoneのAuthenticatorを開く
      かつ ミカはいつもと違う状況でパソコンでmika@contoso.comにサインインする
      もし ミカはiPhoneでmika@contoso.comへの要求を承認する
      ならば 見つからないため拒否される

    @id:ms.push.unusual-refreshed @rule:work.anomalous-no-push @rule:work.number-matching @situation:S60 @ios @work
    シナリオ: アプリを開いて更新すれば、要求が現れる
      前提 2025年11月3日9時である
      かつ ミカはiPhoneのAuthenticatorを開く
      かつ ミカはいつもと違う状況でパソコンでmika@contoso.comにサインインする
      かつ ミカはiPhoneでmika@contoso.comへの要求がないか更新して確かめる
      もし ミカはiPhoneでmika@contoso.comへの要求を承認する
      ならば 成功する

  ルール: 電話によるサインインは、新しいスマートフォンでテナントごとに設定する

    背景:
      前提 ミカはFabrikamの社員で、アカウントはmika@fabrikam.comである
      かつ ミカはiPhoneにmika@fabrikam.comを追加する
      かつ ミカはiPhoneでmika@contoso.comの電話によるサインインをオンにする

    @id:ms.push.two-tenants @rule:work.phone-sign-in-per-tenant @situation:S59 @ios @work
    シナリオアウトライン: <日時>、二つ目のアカウント: <理由>
      前提 <日時>である
      もし ミカはiPhoneでmika@fabrikam.comの電話によるサインインをオンにする
      ならば <結果>

      例:
        | 理由                                             | 日時                      | 結果                     |
        | 使えるアカウントはスマートフォンに一つだけである | 2022年7月13日23時59分59秒 | すでにあるため拒否される |
        | 二つ目のテナントでも使えるようになる             | 2022年7月14日             | 成功する                 |

    @id:ms.push.second-tenant-forgotten @rule:work.phone-sign-in-per-tenant @rule:push.not-restored @situation:S59 @ios @work
    シナリオ: 新しいスマートフォンでは、一方のテナントがもう一方の代わりにはならない
      前提 2025年11月3日9時である
      かつ ミカはiPhoneのAuthenticatorを開く
      かつ ミカは新しいiPhoneを設定する
      かつ ミカは新しいiPhoneでmika@contoso.comのサインインを済ませる
      かつ ミカは新しいiPhoneでmika@contoso.comの電話によるサインインをオンにする
      もし ミカは新しいiPhoneでmika@fabrikam.comの電話によるサインインをオンにする
      ならば サインインが必要なため拒否される

    @id:ms.push.guest @rule:work.phone-sign-in-per-tenant @situation:S59 @ios @work
    シナリオ: ゲストのアカウントでは使えない
      前提 2025年11月3日9時である
      かつ ミカはLitwareのゲストで、アカウントはmika@litware.comである
      かつ ミカはiPhoneにmika@litware.comを追加する
      もし ミカはiPhoneでmika@litware.comの電話によるサインインをオンにする
      ならば 許されていないため拒否される
