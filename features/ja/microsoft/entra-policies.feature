# language: ja
機能: 組織が登録を許すもの
  他社のアカウントとして追加した職場アカウントは普通のコードなので、バックアップに入る。
  それを防ぎたければ、どのポリシーがいつから決めているのかを知らなければならない。

  背景:
    前提 2025年9月1日9時である
    かつ プリヤはiPhoneを使っている
    かつ プリヤはContosoの社員で、アカウントはpriya@contoso.comである

  ルール: 2025年9月30日より前は一つのポリシーが許せば足り、その日からは一つだけが決める

    @id:ms.entra.policies @rule:entra.any-policy-allows @rule:entra.legacy-policies-end @situation:S53 @ios @work
    シナリオアウトライン: <ポリシー>で禁止、<日時>: <理由>
      前提 Contosoは<ポリシー>で他社製のワンタイムパスワードを禁止する
      かつ <日時>である
      もし プリヤはiPhoneにpriya@contoso.comを他社アカウントの手順で追加する
      ならば <結果>

      例:
        | 理由                         | ポリシー         | 日時                      | 結果                                   |
        | 古いポリシーがまだ許している | 認証方法ポリシー | 2025年9月29日23時59分59秒 | 成功する                               |
        | 古いポリシーはもう数えない   | 認証方法ポリシー | 2025年9月30日             | ポリシーで禁止されているため拒否される |
        | どのポリシーも許していない   | すべてのポリシー | 2025年9月29日23時59分59秒 | ポリシーで禁止されているため拒否される |
        | 古いポリシーの禁止は効かない | 旧MFAポリシー    | 2025年9月30日             | 成功する                               |

    @id:ms.entra.legacy-managed @rule:entra.legacy-policies-end @work
    シナリオアウトライン: <日時>に古いポリシーを変える: <理由>
      前提 <日時>である
      もし Contosoは<ポリシー>で他社製のワンタイムパスワードを禁止する
      ならば <結果>

      例:
        | 理由                         | ポリシー       | 日時                      | 結果                       |
        | 最後の夜                     | 旧MFAポリシー  | 2025年9月29日23時59分59秒 | 成功する                   |
        | そこではもう管理できない     | 旧MFAポリシー  | 2025年9月30日             | 利用できないため拒否される |
        | リセット用のポリシーでも同じ | 旧SSPRポリシー | 2025年9月30日             | 利用できないため拒否される |

  ルール: 他社製のコードを禁じれば、新しい仕事の秘密鍵はバックアップに入らない

    背景:
      前提 2025年11月3日9時である

    @id:ms.entra.third-party-work @rule:restore.third-party-work-code @rule:entra.block-third-party-otp @situation:S52 @ios @work
    シナリオ: 許していれば、会社の知らないスマートフォンで仕事のコードが戻る
      前提 プリヤはiPhoneにpriya@contoso.comを他社アカウントの手順で追加する
      かつ プリヤはiPhoneをなくす
      かつ プリヤは新しいiPhoneを設定する
      もし プリヤは新しいiPhoneのAuthenticatorを開く
      ならば プリヤの新しいiPhoneでpriya@contoso.comがすぐ使える
      かつ プリヤの新しいiPhoneにpriya@contoso.comの使えるコードが表示される

    @id:ms.entra.blocked @rule:entra.block-third-party-otp @rule:restore.work-name-only @situation:S52 @ios @work
    シナリオ: 禁じていれば、職場アカウントは名前しか戻らない
      前提 Contosoは認証方法ポリシーで他社製のワンタイムパスワードを禁止する
      かつ プリヤはiPhoneにpriya@contoso.comを他社アカウントの手順で追加する
      かつ ポリシーで禁止されているため拒否される
      かつ プリヤはiPhoneにpriya@contoso.comを追加する
      かつ プリヤは新しいiPhoneを設定する
      もし プリヤは新しいiPhoneのAuthenticatorを開く
      ならば プリヤの新しいiPhoneはpriya@contoso.comへのサインインを求める

    @id:ms.entra.blocked-nothing-left @rule:entra.block-third-party-otp @situation:S52 @ios @work
    シナリオ: 拒まれた登録は、スマートフォンにもiCloudにも何も残さない
      前提 Contosoは認証方法ポリシーで他社製のワンタイムパスワードを禁止する
      もし プリヤはiPhoneにpriya@contoso.comを他社アカウントの手順で追加する
      ならば ポリシーで禁止されているため拒否される
      かつ プリヤのiPhoneの一覧には0件のアカウントがある
      かつ どのクラウドにもプリヤのバックアップはない

    @id:ms.entra.blocked-later @rule:entra.block-third-party-otp @situation:S52 @ios @work
    シナリオ: 後から禁じても、登録済みのコードまでは奪わない
      前提 プリヤはiPhoneにpriya@contoso.comを他社アカウントの手順で追加する
      かつ Contosoは認証方法ポリシーで他社製のワンタイムパスワードを禁止する
      もし プリヤはiPhoneのコードでpriya@contoso.comにサインインする
      ならば 成功する

  ルール: 管理者は、禁じられていても他社アプリを登録できる

    @id:ms.entra.sspr-admin @rule:entra.sspr-admin-allows @rule:entra.block-third-party-otp @situation:S54 @android @work
    シナリオアウトライン: ベンは<役割>: <理由>
      前提 2025年11月3日9時である
      かつ Contosoは認証方法ポリシーで他社製のワンタイムパスワードを禁止する
      かつ ベンはContosoの<役割>で、アカウントはben@contoso.comである
      かつ ベンはAndroidスマートフォンを使っている
      もし ベンはAndroidスマートフォンにben@contoso.comを他社アカウントの手順で追加する
      ならば <結果>

      例:
        | 理由                       | 役割   | 結果                                   |
        | リセット用の扉が開いている | 管理者 | 成功する                               |
        | ほかの人には禁止が効く     | 社員   | ポリシーで禁止されているため拒否される |
