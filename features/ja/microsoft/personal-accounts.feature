# language: ja
機能: バックアップを開く個人用Microsoftアカウント
  Microsoft アカウントでバックアップを開くなら、端末なしでそのアカウントに入れるかどうかにすべてがかかる。
  戻る道にはわざと 30 日かかり、それまでは古い端末の言い分が通る。

  ルール: Authenticator でしか証明できない回復アカウントでは、なくした Authenticator のバックアップを開けない

    背景:
      前提 2025年5月5日9時である
      かつ ソフィアはAuthenticatorでしか確認できないMicrosoftアカウントsofia@outlook.comを持っている
      かつ ソフィアはAndroidスマホを使っている
      かつ ソフィアはAndroidスマホにsofia@outlook.comと「GitHub」を追加する
      かつ ソフィアはAndroidスマホのクラウドバックアップをsofia@outlook.comでオンにする
      かつ ソフィアはAndroidスマホをなくす
      かつ ソフィアは新しいAndroidスマホを設定する

    @id:ms.personal.circle @rule:personal.recovery-circle @situation:S37 @android
    シナリオ: 箱の鍵が、その箱の中にある
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 証明の手段がなくした端末にしかないため拒否される
      かつ ソフィアの新しいAndroidスマホの一覧には0件のアカウントがある

    @id:ms.personal.circle-opened @rule:personal.recovery-circle @android
    シナリオ: 古い端末が見つかれば、箱は開く
      前提 ソフィアはAndroidスマホを見つける
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、0件がサインインを求める
      かつ ソフィアの新しいAndroidスマホに「GitHub」の使えるコードが表示される

    @id:ms.personal.thirty-days @rule:personal.thirty-day-wait @rule:personal.recovery-circle @situation:S37 @android
    シナリオアウトライン: セキュリティ情報を入れ替えてから<待った長さ>: <理由>
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ <待った長さ>がたつ
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 待機期間が終わっていないため拒否される
      かつ ソフィアの新しいAndroidスマホの一覧には0件のアカウントがある

      例:
        | 理由              | 待った長さ         |
        | その日の夜        | 10時間             |
        | あと 1 日足りない | 29日               |
        | あと 1 秒足りない | 29日23時間59分59秒 |

    @id:ms.personal.thirty-days-over @rule:personal.thirty-day-wait @situation:S37 @android
    シナリオ: 30 日たてば、バックアップが開く
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ 30日がたつ
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 成功する
      かつ ソフィアの新しいAndroidスマホに「GitHub」の使えるコードが表示される
      かつ ソフィアの新しいAndroidスマホの一覧には2件のアカウントがある

    @id:ms.personal.cancelled @rule:personal.thirty-day-wait @situation:S38 @android
    シナリオ: その間に古い端末で承認すると、差し替えは取り消される
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ ソフィアはAndroidスマホを見つける
      かつ ソフィアはAndroidスマホでsofia@outlook.comの古いセキュリティ情報を使って承認する
      かつ ソフィアはAndroidスマホをなくす
      かつ 30日がたつ
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 証明の手段がなくした端末にしかないため拒否される

    @id:ms.personal.old-info-works @rule:personal.thirty-day-wait @situation:S38 @android
    シナリオ: その後は、待たずに古い情報がまた使える
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ 12日がたつ
      かつ ソフィアはAndroidスマホを見つける
      かつ ソフィアはAndroidスマホでsofia@outlook.comの古いセキュリティ情報を使って承認する
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、0件がサインインを求める

    @id:ms.personal.found-too-late @rule:personal.thirty-day-wait @situation:S38 @android
    シナリオ: 30 日を過ぎて見つかった端末に、もう発言権はない
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ 30日がたつ
      かつ ソフィアはAndroidスマホを見つける
      もし ソフィアはAndroidスマホでsofia@outlook.comの古いセキュリティ情報を使って承認する
      ならば サインインが必要なため拒否される

  ルール: iPhone では2025年9月から、この堂々巡りがない

    背景:
      前提 2025年5月5日9時である
      かつ トムはAuthenticatorでしか確認できないMicrosoftアカウントtom@outlook.comを持っている
      かつ トムはiPhoneを使っている
      かつ トムはiPhoneにtom@outlook.comと「GitHub」を追加する
      かつ トムはiPhoneのクラウドバックアップをtom@outlook.comでオンにする

    @id:ms.personal.circle-ios @rule:personal.recovery-circle @situation:S37 @ios
    シナリオ: 8月の最後の日には、まだそのアカウントの証明が要る
      前提 2025年8月31日23時59分50秒である
      かつ トムはiPhoneをなくす
      かつ トムは新しいiPhoneを設定する
      もし トムは新しいiPhoneにtom@outlook.comでバックアップを復元する
      ならば 証明の手段がなくした端末にしかないため拒否される
      かつ トムの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.personal.no-circle-ios @rule:personal.recovery-circle @rule:backup.ios2.no-microsoft-account @ios
    シナリオ: 9月からはそのアカウントを問われず、GitHub のコードがそのまま戻る
      前提 2025年9月1日である
      かつ トムはiPhoneのAuthenticatorを開く
      かつ トムはiPhoneをなくす
      かつ トムは新しいiPhoneを設定する
      もし トムは新しいiPhoneのAuthenticatorを開く
      ならば トムの新しいiPhoneの一覧には2件のアカウントがある
      かつ トムの新しいiPhoneに「GitHub」の使えるコードが表示される

  ルール: 個人用アカウントのコードは端末ごとに違い、どれも有効である

    背景:
      前提 2025年11月3日9時である
      かつ ケンジはコードだけのMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはAndroidスマホを使っている
      かつ ケンジはAndroidスマホにkenji@outlook.comと「GitHub」を追加する
      かつ ケンジはAndroidスマホのクラウドバックアップをkenji@outlook.comでオンにする
      かつ ケンジは新しいAndroidスマホを設定する
      かつ ケンジは新しいAndroidスマホにkenji@outlook.comでバックアップを復元する

    @id:ms.personal.codes-differ @rule:personal.per-device-credential @rule:restore.third-party-code @situation:S67 @android
    シナリオ: 並べてみると、Microsoft のコードは違い、GitHub のコードは同じである
      もし 2025年11月3日9時10分である
      ならば ケンジのAndroidスマホとケンジの新しいAndroidスマホにはkenji@outlook.comの違うコードが表示される
      しかし ケンジのAndroidスマホとケンジの新しいAndroidスマホには「GitHub」の同じコードが表示される

    @id:ms.personal.both-accepted @rule:personal.per-device-credential @rule:restore.personal-code @situation:S67 @android
    シナリオ: 同じ 30 秒の間に続けて入力しても、どちらも受け付けられる
      もし ケンジはAndroidスマホのコードでkenji@outlook.comにサインインする
      ならば 成功する
      かつ ケンジの新しいAndroidスマホにkenji@outlook.comの使えるコードが表示される

    @id:ms.personal.one-phone-less @rule:personal.per-device-credential @android
    シナリオ: 新しい端末が壊れても、古い端末のコードは使える
      前提 ケンジは新しいAndroidスマホを壊す
      もし ケンジはAndroidスマホのコードでkenji@outlook.comにサインインする
      ならば 成功する

  ルール: 同じ Apple Account の iPhone どうしでも変わらない

    背景:
      前提 2025年11月3日9時である
      かつ アイコはコードだけのMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneにaiko@outlook.comを追加する

    @id:ms.personal.codes-differ-ios @rule:personal.per-device-credential @rule:restore.personal-code @situation:S67 @ios
    シナリオ: 復元した iPhone は自分のコードを表示し、古い端末のコードも有効なままである
      前提 アイコは新しいiPhoneを設定する
      もし アイコは新しいiPhoneのAuthenticatorを開く
      ならば アイコのiPhoneとアイコの新しいiPhoneにはaiko@outlook.comの違うコードが表示される
      かつ アイコのiPhoneにaiko@outlook.comの使えるコードが表示される
      かつ アイコの新しいiPhoneにaiko@outlook.comの使えるコードが表示される

  ルール: 同じアカウントを使う別の人の端末でも、本人確認ができる

    背景:
      前提 2025年5月5日9時である
      かつ ソフィアはAuthenticatorでしか確認できないMicrosoftアカウントsofia@outlook.comを持っている
      かつ ソフィアはAndroidスマホを使っている
      かつ トムはAndroidスマホを使っている
      かつ ソフィアはAndroidスマホにsofia@outlook.comを追加する
      かつ トムはAndroidスマホにsofia@outlook.comを追加する
      かつ ソフィアはAndroidスマホをなくす

    @id:ms.personal.shared @rule:work.shared-account @situation:S79 @android
    シナリオ: 二人で使うアカウントを、パートナーの端末で確認する
      前提 ソフィアは新しいAndroidスマホを設定する
      もし ソフィアは新しいAndroidスマホにsofia@outlook.comを追加する
      ならば 成功する
      かつ ソフィアの新しいAndroidスマホでsofia@outlook.comがすぐ使える

  ルール: 2026年5月からは、最終日の公表されないまま終わっていく SMS を当てにしない（Q19）

    背景:
      前提 2026年4月1日9時である
      かつ ハルトはAuthenticatorでしか確認できないMicrosoftアカウントharuto@outlook.comを持っている
      かつ haruto@outlook.comはSMSでも確認できる
      かつ ハルトはAndroidスマホを使っている
      かつ ハルトはAndroidスマホにharuto@outlook.comと「GitHub」を追加する
      かつ ハルトはAndroidスマホのクラウドバックアップをharuto@outlook.comでオンにする
      かつ ハルトはAndroidスマホをなくす
      かつ ハルトは新しいAndroidスマホを設定する

    @id:ms.personal.sms @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    シナリオアウトライン: <日時>に回復アカウントを SMS で確認する: <理由>
      前提 <日時>である
      もし ハルトは新しいAndroidスマホにharuto@outlook.comでバックアップを復元する
      ならば <結果>
      かつ ハルトの新しいAndroidスマホの一覧には<件数>件のアカウントがある

      例:
        | 理由                         | 日時                      | 結果                                   | 件数 |
        | SMS が届き、アカウントが開く | 2026年4月30日23時59分59秒 | 成功する                               | 2    |
        | SMS が届くとは言えない       | 2026年5月1日              | ポリシーで禁止されているため拒否される | 0    |

    @id:ms.personal.sms-waits @rule:personal.sms-ends @rule:personal.thirty-day-wait @situation:S71 @open:Q19 @android
    シナリオ: SMS が使えなければ、セキュリティ情報を入れ替えて 30 日待つ
      前提 2026年5月1日である
      かつ ハルトはharuto@outlook.comのセキュリティ情報を入れ替える
      かつ 30日がたつ
      もし ハルトは新しいAndroidスマホにharuto@outlook.comでバックアップを復元する
      ならば 成功する
      かつ ハルトの新しいAndroidスマホに「GitHub」の使えるコードが表示される

  ルール: SMS の代わりになるのは、予備のメールアドレスである

    背景:
      前提 2026年4月1日9時である
      かつ レナはコードだけのMicrosoftアカウントlena@outlook.comを持っている
      かつ レナはAndroidスマホを使っている
      かつ レナはAndroidスマホにlena@outlook.comと「GitHub」を追加する
      かつ レナはAndroidスマホのクラウドバックアップをlena@outlook.comでオンにする
      かつ レナはAndroidスマホをなくす
      かつ レナは新しいAndroidスマホを設定する

    @id:ms.personal.second-address @rule:personal.sms-ends @situation:S71 @android
    シナリオ: 予備のメールアドレスがあれば、2026年5月からもアカウントが開く
      前提 2026年5月1日である
      もし レナは新しいAndroidスマホにlena@outlook.comでバックアップを復元する
      ならば 成功する
      かつ レナの新しいAndroidスマホに「GitHub」の使えるコードが表示される

  ルール: このアカウントにまだ終了が来ていなければ（Q19）、SMS で開く

    背景:
      前提 未解決の問いQ19の答えは「continuing」とする
      かつ 2026年4月1日9時である
      かつ ハルトはAuthenticatorでしか確認できないMicrosoftアカウントharuto@outlook.comを持っている
      かつ haruto@outlook.comはSMSでも確認できる
      かつ ハルトはAndroidスマホを使っている
      かつ ハルトはAndroidスマホにharuto@outlook.comと「GitHub」を追加する
      かつ ハルトはAndroidスマホのクラウドバックアップをharuto@outlook.comでオンにする
      かつ ハルトはAndroidスマホをなくす

    @id:ms.personal.sms-continuing @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    シナリオ: 2026年6月にも SMS は届く
      前提 ハルトは新しいAndroidスマホを設定する
      かつ 2026年6月1日である
      もし ハルトは新しいAndroidスマホにharuto@outlook.comでバックアップを復元する
      ならば 成功する
      かつ ハルトの新しいAndroidスマホの一覧には2件のアカウントがある

    @id:ms.personal.sms-number-gone @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    シナリオ: 端末とともに電話番号もなくせば、SMS があっても開かない
      前提 ハルトは新しいAndroidスマホを設定する
      かつ 2026年6月1日である
      かつ haruto@outlook.comはSMSでは確認できなくなる
      もし ハルトは新しいAndroidスマホにharuto@outlook.comでバックアップを復元する
      ならば 証明の手段がなくした端末にしかないため拒否される

  ルール: 個人用アカウントのコードは6桁である

    @id:ms.personal.six-digits @rule:personal.code-length @situation:S78 @open:Q22 @ios
    シナリオ: アプリには、サインイン画面が求める6桁が表示される
      前提 2025年11月3日9時である
      かつ アイコはコードだけのMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneにaiko@outlook.comを追加する
      もし アイコはiPhoneのコードでaiko@outlook.comにサインインする
      ならば 成功する
      かつ アイコのiPhoneのaiko@outlook.comのコードは6桁である

  ルール: 8桁であれば（Q22）、サインイン画面も8桁を求める

    背景:
      前提 未解決の問いQ22の答えは「eight」とする
      かつ 2025年11月3日9時である
      かつ アイコはコードだけのMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneにaiko@outlook.comと「GitHub」を追加する

    @id:ms.personal.eight-digits @rule:personal.code-length @situation:S78 @open:Q22 @ios
    シナリオ: アプリに8桁が表示され、受け付けられる
      もし アイコはiPhoneのコードでaiko@outlook.comにサインインする
      ならば 成功する
      かつ アイコのiPhoneのaiko@outlook.comのコードは8桁である
      しかし アイコのiPhoneの「GitHub」のコードは6桁である

    @id:ms.personal.eight-digits-restored @rule:personal.code-length @situation:S78 @open:Q22 @ios
    シナリオ: なくした後、新しい iPhone は自分の8桁を表示する
      前提 アイコはiPhoneをなくす
      かつ アイコは新しいiPhoneを設定する
      もし アイコは新しいiPhoneのAuthenticatorを開く
      ならば アイコの新しいiPhoneにaiko@outlook.comの使えるコードが表示される
      かつ アイコの新しいiPhoneのaiko@outlook.comのコードは8桁である
