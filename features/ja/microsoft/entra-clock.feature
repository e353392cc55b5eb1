# language: ja
機能: 時計のずれたスマートフォンの仕事用コード
  Entraは時計がおよそ2分ずれたコードまでは受け付け、3分では拒むという。
  直すべきは時計であって、復元をやり直すことではない。

  背景:
    前提 2025年11月3日12時である
    かつ レナはContosoの社員で、アカウントはlena@contoso.comである
    かつ レナはiPhoneを使っている
    かつ レナはiPhoneにlena@contoso.comを他社アカウントの手順で追加する

  ルール: 2分のずれは受け付けられ、3分のずれは拒まれる

    @id:ms.entra.clock @rule:totp.entra-drift @situation:S69 @ios @work
    シナリオアウトライン: 時計が<ずれ>: <理由>
      前提 レナのiPhoneの時計は<ずれ>
      もし レナはiPhoneのコードでlena@contoso.comにサインインする
      ならば <結果>

      例:
        | 理由                        | ずれ          | 結果                       |
        | 遅れているが、2分以内である | 2分遅れている | 成功する                   |
        | 進んでいるが、2分以内である | 2分進んでいる | 成功する                   |
        | 遅れすぎである              | 3分遅れている | コードが違うため拒否される |
        | 進みすぎである              | 3分進んでいる | コードが違うため拒否される |

    @id:ms.entra.clock-after-restore @rule:totp.entra-drift @rule:restore.third-party-work-code @situation:S69 @ios @work
    シナリオアウトライン: 新しいスマートフォンの時計が<ずれ>ときの復元したコード: <理由>
      前提 レナはiPhoneをなくす
      かつ レナは新しいiPhoneを設定する
      かつ レナは新しいiPhoneのAuthenticatorを開く
      かつ レナの新しいiPhoneの時計は<ずれ>
      もし レナは新しいiPhoneのコードでlena@contoso.comにサインインする
      ならば <結果>

      例:
        | 理由                     | ずれ           | 結果                       |
        | だめなのは時計である     | 3分遅れている  | コードが違うため拒否される |
        | 復元は初めから正しかった | 10秒遅れている | 成功する                   |

  ルール: ほかのサイトはそこまで待ってくれない

    @id:ms.entra.clock-elsewhere @rule:totp.entra-drift @rule:site.window @situation:S69 @situation:S68 @ios @work
    シナリオ: 時計が2分遅れていると、仕事用のコードは通るがGitHubでは拒まれる
      前提 レナはiPhoneに「GitHub」を追加する
      かつ レナのiPhoneの時計は2分遅れている
      かつ レナはiPhoneのコードでlena@contoso.comにサインインする
      もし レナはiPhoneのコードで「GitHub」にサインインする
      ならば コードが違うため拒否される
