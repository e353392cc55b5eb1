# language: ja
機能: SMSの終わり
  スマートフォンをなくしても、2027年1月の終わりまではSMSで職場アカウントに入れる。
  2月からは入れない。だから2026年9月から、早めの備えを勧められる。

  背景:
    前提 2026年6月1日9時である
    かつ オマルはFabrikamの社員で、アカウントはomar@fabrikam.comである
    かつ omar@fabrikam.comはSMSでも確認できる
    かつ オマルはiPhoneを使っている

  ルール: 2027年2月から、SMSはなくしたスマートフォンの代わりにならない

    背景:
      前提 オマルはiPhoneにomar@fabrikam.comを追加する
      かつ オマルはiPhoneをなくす
      かつ オマルは新しいiPhoneを設定する
      かつ オマルは新しいiPhoneのAuthenticatorを開く

    @id:ms.sms.before-end @rule:sms.ends @rule:restore.sign-in-again @situation:S58 @ios @work
    シナリオ: 1月の最後の1秒なら、SMSで復元したアカウントが使えるようになる
      前提 2027年1月31日23時59分59秒である
      もし オマルは新しいiPhoneでomar@fabrikam.comのサインインを済ませる
      ならば 成功する
      かつ オマルの新しいiPhoneでomar@fabrikam.comがすぐ使える

    @id:ms.sms.after-end @rule:sms.ends @situation:S58 @ios @work
    シナリオ: その1秒後には、もう待つべきSMSがない
      前提 2027年2月1日である
      もし オマルは新しいiPhoneでomar@fabrikam.comのサインインを済ませる
      ならば ポリシーで禁止されているため拒否される
      かつ オマルの新しいiPhoneはomar@fabrikam.comへのサインインを求める

    @id:ms.sms.pass-after-end @rule:sms.ends @rule:tap.in-app @situation:S58 @ios @work
    シナリオ: そのときは、管理者が発行するパスでサインインできる
      前提 ノラはFabrikamの管理者で、アカウントはnora@fabrikam.comである
      かつ 2027年2月1日である
      かつ nora@fabrikam.comはomar@fabrikam.comに1回限りの一時アクセス パスを発行する
      もし オマルは新しいiPhoneでomar@fabrikam.comのサインインを一時アクセス パスで済ませる
      ならば 成功する
      かつ オマルの新しいiPhoneでomar@fabrikam.comがすぐ使える

  ルール: SMSしかない人は、パスキーを登録するまで先へ進めない

    @id:ms.sms.only-method @rule:sms.ends @rule:sms.nudge @situation:S58 @ios @work
    シナリオアウトライン: <日時>のサインイン: <理由>
      前提 <日時>である
      もし オマルはiPhoneでomar@fabrikam.comにサインインする
      ならば <結果>
      かつ omar@fabrikam.comはパスキーの作成を<勧め>

      例:
        | 理由                             | 日時                      | 結果                                   | 勧め         |
        | SMSで足りる                      | 2026年8月31日23時59分59秒 | 成功する                               | 勧められない |
        | まだ足りるが、ひとこと添えられる | 2026年9月1日              | 成功する                               | 勧められる   |
        | 最後の夜まで後回しにした         | 2027年1月31日23時59分59秒 | 成功する                               | 勧められる   |
        | もう後回しにできない             | 2027年2月1日              | ポリシーで禁止されているため拒否される | 勧められない |

    @id:ms.sms.passkey-first @rule:sms.ends @situation:S58 @ios @work
    シナリオ: その場でパスキーを登録すれば、アカウントに入れる
      前提 2027年2月1日である
      かつ オマルはiPhoneでomar@fabrikam.comにサインインする
      かつ ポリシーで禁止されているため拒否される
      かつ オマルはiPhoneにomar@fabrikam.comのパスキーを作る
      もし オマルはiPhoneでomar@fabrikam.comにサインインする
      ならば 成功する

    @id:ms.sms.nothing-else-first @rule:sms.ends @situation:S58 @ios @work
    シナリオ: 代わりにほかの方法を登録することはできない
      前提 2027年2月1日である
      かつ オマルはiPhoneでomar@fabrikam.comにサインインする
      かつ ポリシーで禁止されているため拒否される
      もし オマルはiPhoneでomar@fabrikam.comのAuthenticatorを登録する
      ならば ポリシーで禁止されているため拒否される
      かつ オマルのiPhoneの一覧には0件のアカウントがある

  ルール: 2026年9月から、SMSを使う人はポリシーによらずパスキーを作れる

    @id:ms.sms.passkeys-enabled @rule:sms.passkeys-enabled @rule:sms.nudge @ios @work
    シナリオアウトライン: パスキーを禁じた組織で<日時>に作る: <理由>
      前提 Fabrikamは認証方法ポリシーでパスキーを禁止する
      かつ <日時>である
      かつ オマルはiPhoneでomar@fabrikam.comにサインインする
      もし オマルはiPhoneにomar@fabrikam.comのパスキーを作る
      ならば <結果>

      例:
        | 理由                    | 日時                      | 結果                                   |
        | まだ禁止が効く          | 2026年8月31日23時59分59秒 | ポリシーで禁止されているため拒否される |
        | SMSを使う人には開かれる | 2026年9月1日              | 成功する                               |

  ルール: 組織が通信事業者と契約していれば、SMSは使い続けられる

    背景:
      前提 オマルはiPhoneにomar@fabrikam.comを追加する
      かつ オマルはiPhoneをなくす
      かつ オマルは新しいiPhoneを設定する
      かつ オマルは新しいiPhoneのAuthenticatorを開く

    @id:ms.sms.provider @rule:sms.contracted-provider @rule:sms.ends @situation:S72 @ios @work
    シナリオ: 2月になっても、通信事業者のSMSで復元したアカウントが使えるようになる
      前提 2026年10月30日である
      かつ Fabrikamは通信事業者とSMSの配信を契約する
      かつ 2027年2月1日である
      もし オマルは新しいiPhoneでomar@fabrikam.comのサインインを済ませる
      ならば 成功する
      かつ オマルの新しいiPhoneでomar@fabrikam.comがすぐ使える

    @id:ms.sms.provider-number-gone @rule:sms.contracted-provider @situation:S72 @ios @work
    シナリオ: スマートフォンとともに電話番号もなくせば、通信事業者がいても入れない
      前提 2026年10月30日である
      かつ Fabrikamは通信事業者とSMSの配信を契約する
      かつ omar@fabrikam.comはSMSでは確認できなくなる
      もし オマルは新しいiPhoneでomar@fabrikam.comのサインインを済ませる
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

    @id:ms.sms.provider-from @rule:sms.contracted-provider @ios @work
    シナリオアウトライン: <日時>に通信事業者と契約する: <理由>
      前提 <日時>である
      もし Fabrikamは通信事業者とSMSの配信を契約する
      ならば <結果>

      例:
        | 理由                     | 日時                       | 結果                       |
        | まだ契約する手段がない   | 2026年10月29日23時59分59秒 | 利用できないため拒否される |
        | 通信事業者を設定できる   | 2026年10月30日             | 成功する                   |

  ルール: 2027年1月末までは、SMSのユーザー向けのパスキーを組織がオプトアウトできる

    背景:
      前提 2026年9月1日である
      かつ Fabrikamは認証方法ポリシーでパスキーを禁止する
      かつ Fabrikamはパスキーの自動有効化をオプトアウトする

    @id:ms.sms.opted-out @rule:sms.passkey-opt-out @rule:sms.passkeys-enabled @situation:S73 @ios @work
    シナリオアウトライン: オプトアウトした後、<日時>にパスキーを作る: <理由>
      前提 <日時>である
      かつ オマルはiPhoneでomar@fabrikam.comにサインインする
      もし オマルはiPhoneにomar@fabrikam.comのパスキーを作る
      ならば ポリシーで禁止されているため拒否される

      例:
        | 理由                     | 日時                      |
        | ほかの組織では使える初日 | 2026年9月1日0時0分1秒     |
        | オプトアウトの最後の1秒  | 2027年1月31日23時59分59秒 |

    @id:ms.sms.opted-out-not-urged @rule:sms.passkey-opt-out @rule:sms.nudge @situation:S73 @ios @work
    シナリオ: ポリシーで作れないパスキーは、勧められもしない
      もし オマルはiPhoneでomar@fabrikam.comにサインインする
      ならば 成功する
      かつ omar@fabrikam.comはパスキーの作成を勧められない

    @id:ms.sms.opt-out-over @rule:sms.passkey-opt-out @rule:sms.passkeys-enabled @rule:sms.ends @situation:S73 @ios @work
    シナリオ: 2月にはオプトアウトが終わり、パスキーを作れる
      前提 2027年2月1日である
      かつ オマルはiPhoneでomar@fabrikam.comにサインインする
      かつ ポリシーで禁止されているため拒否される
      もし オマルはiPhoneにomar@fabrikam.comのパスキーを作る
      ならば 成功する

    @id:ms.sms.opt-out-too-late @rule:sms.passkey-opt-out @ios @work
    シナリオアウトライン: 別の組織が<日時>にオプトアウトする: <理由>
      前提 Contosoは「contoso.com」をドメインとする組織である
      かつ <日時>である
      もし Contosoはパスキーの自動有効化をオプトアウトする
      ならば <結果>

      例:
        | 理由              | 日時                      | 結果                       |
        | まだ1秒残っている | 2027年1月31日23時59分59秒 | 成功する                   |
        | もう残っていない  | 2027年2月1日              | 利用できないため拒否される |
