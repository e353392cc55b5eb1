# language: ja
機能: アカウントの種類ごとに、何が戻るか
  バックアップに入れてよい秘密鍵は戻る。ほかは名前だけが戻り、サインインを求める。
  サイトの手順で追加した職場アカウントは、バックアップにとってはサイトのアカウントと変わらない。

  ルール: 2025年9月より前のiPhoneでは、Microsoftアカウントから戻る

    背景:
      前提 2025年8月27日である
      かつ ノラはコードのみを使うMicrosoftアカウントnora@outlook.comを持っている
      かつ ノラはパスワードレスのMicrosoftアカウントnora.b@hotmail.comを持っている
      かつ ノラはContosoの社員で、アカウントはnora@contoso.comである
      かつ ノラはFabrikamの社員で、アカウントはnora@fabrikam.comである
      かつ ノラはiPhoneを使っている
      かつ ノラはiPhoneに「Facebook」とnora@outlook.comとnora.b@hotmail.comとnora@contoso.comを追加する
      かつ ノラはiPhoneにnora@fabrikam.comを他社アカウントの手順で追加する
      かつ ノラはiPhoneのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラはiPhoneをなくす
      かつ ノラは新しいiPhoneを設定する

    @id:ms.matrix.ios1 @ios @generation-1 @rule:backup.account-kinds @rule:restore.sign-in-again
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:restore.third-party-work-code
    シナリオアウトライン: 2025年8月にiPhoneへ復元: <アカウントの種類>
      もし ノラは新しいiPhoneにnora@outlook.comでバックアップを復元する
      ならば ノラの新しいiPhoneの一覧には5件のアカウントがある
      かつ ノラの新しいiPhone<結果>

      例:
        | アカウントの種類             | 結果                                          |
        | サイトのアカウント（コード） | に「Facebook」の使えるコードが表示される      |
        | 個人用（コードだけ）         | にnora@outlook.comの使えるコードが表示される  |
        | 個人用（パスワードレス）     | はnora.b@hotmail.comへのサインインを求める    |
        | 職場（サインインして追加）   | はnora@contoso.comへのサインインを求める      |
        | 職場（サイトの手順で追加）   | にnora@fabrikam.comの使えるコードが表示される |

  ルール: 2025年9月からのiPhoneでは、iCloudから戻る

    背景:
      前提 2025年9月27日である
      かつ ノラはコードのみを使うMicrosoftアカウントnora@outlook.comを持っている
      かつ ノラはパスワードレスのMicrosoftアカウントnora.b@hotmail.comを持っている
      かつ ノラはContosoの社員で、アカウントはnora@contoso.comである
      かつ ノラはFabrikamの社員で、アカウントはnora@fabrikam.comである
      かつ ノラはiPhoneを使っている
      かつ ノラはiPhoneに「Facebook」とnora@outlook.comとnora.b@hotmail.comとnora@contoso.comを追加する
      かつ ノラはiPhoneにnora@fabrikam.comを他社アカウントの手順で追加する
      かつ ノラはiPhoneをなくす
      かつ ノラは新しいiPhoneを設定する

    @id:ms.matrix.ios2 @ios @generation-2 @rule:backup.account-kinds @rule:restore.sign-in-again
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:restore.third-party-work-code
    シナリオアウトライン: 2025年9月のiPhoneに現れる: <アカウントの種類>
      もし ノラは新しいiPhoneのAuthenticatorを開く
      ならば ノラの新しいiPhoneの一覧には5件のアカウントがある
      かつ ノラの新しいiPhone<結果>

      例:
        | アカウントの種類             | 結果                                          |
        | サイトのアカウント（コード） | に「Facebook」の使えるコードが表示される      |
        | 個人用（コードだけ）         | にnora@outlook.comの使えるコードが表示される  |
        | 個人用（パスワードレス）     | はnora.b@hotmail.comへのサインインを求める    |
        | 職場（サインインして追加）   | はnora@contoso.comへのサインインを求める      |
        | 職場（サイトの手順で追加）   | にnora@fabrikam.comの使えるコードが表示される |

  ルール: 2025年9月からのiPhoneで、個人用アカウントについて告知が正しければ（Q01）

    背景:
      前提 未解決の問いQ01の答えは「message-center」とする
      かつ 2025年9月27日である
      かつ ノラはコードのみを使うMicrosoftアカウントnora@outlook.comを持っている
      かつ ノラはパスワードレスのMicrosoftアカウントnora.b@hotmail.comを持っている
      かつ ノラはContosoの社員で、アカウントはnora@contoso.comである
      かつ ノラはFabrikamの社員で、アカウントはnora@fabrikam.comである
      かつ ノラはiPhoneを使っている
      かつ ノラはiPhoneに「Facebook」とnora@outlook.comとnora.b@hotmail.comとnora@contoso.comを追加する
      かつ ノラはiPhoneにnora@fabrikam.comを他社アカウントの手順で追加する
      かつ ノラはiPhoneをなくす
      かつ ノラは新しいiPhoneを設定する

    @id:ms.matrix.ios2-announcement @ios @generation-2 @open:Q01 @rule:backup.account-kinds @rule:restore.sign-in-again
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:restore.third-party-work-code
    シナリオアウトライン: 告知どおりなら、iPhoneに現れる: <アカウントの種類>
      もし ノラは新しいiPhoneのAuthenticatorを開く
      ならば ノラの新しいiPhoneの一覧には5件のアカウントがある
      かつ ノラの新しいiPhone<結果>

      例:
        | アカウントの種類             | 結果                                     |
        | サイトのアカウント（コード） | に「Facebook」の使えるコードが表示される |
        | 個人用（コードだけ）         | はnora@outlook.comへのサインインを求める |

  ルール: Androidでは、Microsoftアカウントから戻る

    背景:
      前提 2025年9月27日である
      かつ ノラはコードのみを使うMicrosoftアカウントnora@outlook.comを持っている
      かつ ノラはパスワードレスのMicrosoftアカウントnora.b@hotmail.comを持っている
      かつ ノラはContosoの社員で、アカウントはnora@contoso.comである
      かつ ノラはFabrikamの社員で、アカウントはnora@fabrikam.comである
      かつ ノラはAndroidスマートフォンを使っている
      かつ ノラはAndroidスマートフォンに「Facebook」とnora@outlook.comとnora.b@hotmail.comとnora@contoso.comを追加する
      かつ ノラはAndroidスマートフォンにnora@fabrikam.comを他社アカウントの手順で追加する
      かつ ノラはAndroidスマートフォンのクラウドバックアップをnora@outlook.comでオンにする
      かつ ノラはAndroidスマートフォンをなくす
      かつ ノラは新しいAndroidスマートフォンを設定する

    @id:ms.matrix.android @android @rule:backup.account-kinds @rule:restore.sign-in-again
    @rule:restore.third-party-code @rule:restore.personal-code @rule:restore.passwordless-name-only
    @rule:restore.work-name-only @rule:restore.third-party-work-code
    シナリオアウトライン: Androidへ復元: <アカウントの種類>
      もし ノラは新しいAndroidスマートフォンにnora@outlook.comでバックアップを復元する
      ならば ノラの新しいAndroidスマートフォンの一覧には5件のアカウントがある
      かつ ノラの新しいAndroidスマートフォン<結果>

      例:
        | アカウントの種類             | 結果                                          |
        | サイトのアカウント（コード） | に「Facebook」の使えるコードが表示される      |
        | 個人用（コードだけ）         | にnora@outlook.comの使えるコードが表示される  |
        | 個人用（パスワードレス）     | はnora.b@hotmail.comへのサインインを求める    |
        | 職場（サインインして追加）   | はnora@contoso.comへのサインインを求める      |
        | 職場（サイトの手順で追加）   | にnora@fabrikam.comの使えるコードが表示される |

  ルール: サイトから受け取った秘密鍵は、そのサイトのコードがどのような形でも使い続けられる

    背景:
      前提 2025年12月31日23時59分50秒である
      かつ ハルトはiPhoneを使っている

    @id:ms.matrix.code-forms @ios @generation-2 @rule:restore.third-party-code
    シナリオアウトライン: 復元後のコードはサイトのものと一致する: <この形の理由>
      前提 「GitHub」は<方式>で<桁数>桁のコードを<間隔>ごとに出す
      かつ ハルトはiPhoneに「GitHub」を追加する
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトのiPhoneとハルトの新しいiPhoneには「GitHub」の同じコードが表示される
      かつ ハルトの新しいiPhoneに「GitHub」の使えるコードが表示される

      例:
        | この形の理由               | 方式    | 桁数 | 間隔 |
        | ほとんどのサイトが使う     | SHA-1   | 6    | 30秒 |
        | より強い方式で、桁も多い   | SHA-512 | 8    | 30秒 |
        | 入力に倍の時間をかけられる | SHA-256 | 6    | 1分  |
