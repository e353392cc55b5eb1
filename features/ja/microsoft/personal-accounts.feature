# language: ja
機能: バックアップを開く個人用Microsoftアカウント
  Microsoftアカウントでバックアップを開くなら、スマートフォンなしでそのアカウントに入れるかどうかにすべてがかかる。
  戻る道にはわざと30日かかり、それまでは古いスマートフォンの言い分が通る。

  ルール: Authenticatorでしか本人確認できない回復アカウントでは、なくしたAuthenticatorのバックアップを開けない

    背景:
      前提 2025年5月5日9時である
      かつ ソフィアはAuthenticatorでしか確認できないMicrosoftアカウントsofia@outlook.comを持っている
      かつ ソフィアはAndroidスマートフォンを使っている
      かつ ソフィアはAndroidスマートフォンにsofia@outlook.comと「GitHub」を追加する
      かつ ソフィアはAndroidスマートフォンのクラウドバックアップをsofia@outlook.comでオンにする
      かつ ソフィアはAndroidスマートフォンをなくす
      かつ ソフィアは新しいAndroidスマートフォンを設定する

    @id:ms.personal.circle @rule:personal.recovery-circle @situation:S37 @android
    シナリオ: 箱の鍵が、その箱の中にある
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される
      かつ ソフィアの新しいAndroidスマートフォンの一覧には0件のアカウントがある

    @id:ms.personal.circle-opened @rule:personal.recovery-circle @android
    シナリオ: 古いスマートフォンが見つかれば、箱は開く
      前提 ソフィアはAndroidスマートフォンを見つける
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件
      かつ ソフィアの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される

    @id:ms.personal.thirty-days @rule:personal.thirty-day-wait @rule:personal.recovery-circle @situation:S37 @android
    シナリオアウトライン: セキュリティ情報を入れ替えてから<待った長さ>: <理由>
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ <待った長さ>がたつ
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 待機期間が終わっていないため拒否される
      かつ ソフィアの新しいAndroidスマートフォンの一覧には0件のアカウントがある

      例:
        | 理由            | 待った長さ         |
        | その日の夜      | 10時間             |
        | あと1日足りない | 29日               |
        | あと1秒足りない | 29日23時間59分59秒 |

    @id:ms.personal.thirty-days-over @rule:personal.thirty-day-wait @situation:S37 @android
    シナリオ: 30日たてば、バックアップが開く
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ 30日がたつ
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 成功する
      かつ ソフィアの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される
      かつ ソフィアの新しいAndroidスマートフォンの一覧には2件のアカウントがある

    @id:ms.personal.cancelled @rule:personal.thirty-day-wait @situation:S38 @android
    シナリオ: その間に古いスマートフォンで承認すると、差し替えは取り消される
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ ソフィアはAndroidスマートフォンを見つける
      かつ ソフィアはAndroidスマートフォンでsofia@outlook.comの古いセキュリティ情報を使って承認する
      かつ ソフィアはAndroidスマートフォンをなくす
      かつ 30日がたつ
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

    @id:ms.personal.old-info-works @rule:personal.thirty-day-wait @situation:S38 @android
    シナリオ: その後は、待たずに古い情報がまた使える
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ 12日がたつ
      かつ ソフィアはAndroidスマートフォンを見つける
      かつ ソフィアはAndroidスマートフォンでsofia@outlook.comの古いセキュリティ情報を使って承認する
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは0件

    @id:ms.personal.found-too-late @rule:personal.thirty-day-wait @situation:S38 @android
    シナリオ: 30日を過ぎて見つかったスマートフォンに、もう発言権はない
      前提 ソフィアはsofia@outlook.comのセキュリティ情報を入れ替える
      かつ 30日がたつ
      かつ ソフィアはAndroidスマートフォンを見つける
      もし ソフィアはAndroidスマートフォンでsofia@outlook.comの古いセキュリティ情報を使って承認する
      ならば サインインが必要なため拒否される

  ルール: iPhoneでは2025年9月から、この堂々巡りがない

    背景:
      前提 2025年5月5日9時である
      かつ トムはAuthenticatorでしか確認できないMicrosoftアカウントtom@outlook.comを持っている
      かつ トムはiPhoneを使っている
      かつ トムはiPhoneにtom@outlook.comと「GitHub」を追加する
      かつ トムはiPhoneのクラウドバックアップをtom@outlook.comでオンにする

    @id:ms.personal.circle-ios @rule:personal.recovery-circle @situation:S37 @ios
    シナリオ: 8月の最後の日には、まだそのアカウントの本人確認が要る
      前提 2025年8月31日23時59分50秒である
      かつ トムはiPhoneをなくす
      かつ トムは新しいiPhoneを設定する
      もし トムは新しいiPhoneにtom@outlook.comでバックアップを復元する
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される
      かつ トムの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.personal.no-circle-ios @rule:personal.recovery-circle @rule:backup.ios2.no-microsoft-account @ios
    シナリオ: 9月からはそのアカウントを問われず、GitHubのコードがそのまま戻る
      前提 2025年9月1日である
      かつ トムはiPhoneのAuthenticatorを開く
      かつ トムはiPhoneをなくす
      かつ トムは新しいiPhoneを設定する
      もし トムは新しいiPhoneのAuthenticatorを開く
      ならば トムの新しいiPhoneの一覧には2件のアカウントがある
      かつ トムの新しいiPhoneに「GitHub」の使えるコードが表示される

  ルール: 個人用アカウントのコードはスマートフォンごとに違い、どれも有効である

    背景:
      前提 2025年11月3日9時である
      かつ ケンジはコードのみを使うMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはAndroidスマートフォンを使っている
      かつ ケンジはAndroidスマートフォンにkenji@outlook.comと「GitHub」を追加する
      かつ ケンジはAndroidスマートフォンのクラウドバックアップをkenji@outlook.comでオンにする
      かつ ケンジは新しいAndroidスマートフォンを設定する
      かつ ケンジは新しいAndroidスマートフォンにkenji@outlook.comでバックアップを復元する

    @id:ms.personal.codes-differ @rule:personal.per-device-credential @rule:restore.third-party-code @situation:S67 @android
    シナリオ: 並べてみると、Microsoftのコードは違い、GitHubのコードは同じである
      もし 2025年11月3日9時10分である
      ならば ケンジのAndroidスマートフォンとケンジの新しいAndroidスマートフォンにはkenji@outlook.comの違うコードが表示される
      しかし ケンジのAndroidスマートフォンとケンジの新しいAndroidスマートフォンには「GitHub」の同じコードが表示される

    @id:ms.personal.both-accepted @rule:personal.per-device-credential @rule:restore.personal-code @situation:S67 @android
    シナリオ: 同じ30秒の間に続けて入力しても、どちらも受け付けられる
      もし ケンジはAndroidスマートフォンのコードでkenji@outlook.comにサインインする
      ならば 成功する
      かつ ケンジの新しいAndroidスマートフォンにkenji@outlook.comの使えるコードが表示される

    @id:ms.personal.one-phone-less @rule:personal.per-device-credential @android
    シナリオ: 新しいスマートフォンが壊れても、古いスマートフォンのコードは使える
      前提 ケンジは新しいAndroidスマートフォンを壊す
      もし ケンジはAndroidスマートフォンのコードでkenji@outlook.comにサインインする
      ならば 成功する

  ルール: 同じApple AccountのiPhoneどうしでも変わらない

    背景:
      前提 2025年11月3日9時である
      かつ アイコはコードのみを使うMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneにaiko@outlook.comを追加する

    @id:ms.personal.codes-differ-ios @rule:personal.per-device-credential @rule:restore.personal-code @situation:S67 @ios
    シナリオ: 復元したiPhoneは自分のコードを表示し、古いスマートフォンのコードも有効なままである
      前提 アイコは新しいiPhoneを設定する
      もし アイコは新しいiPhoneのAuthenticatorを開く
      ならば アイコのiPhoneとアイコの新しいiPhoneにはaiko@outlook.comの違うコードが表示される
      かつ アイコのiPhoneにaiko@outlook.comの使えるコードが表示される
      かつ アイコの新しいiPhoneにaiko@outlook.comの使えるコードが表示される

  ルール: 同じアカウントを使う別の人のスマートフォンでも、本人確認ができる

    背景:
      前提 2025年5月5日9時である
      かつ ソフィアはAuthenticatorでしか確認できないMicrosoftアカウントsofia@outlook.comを持っている
      かつ ソフィアはAndroidスマートフォンを使っている
      かつ トムはAndroidスマートフォンを使っている
      かつ ソフィアはAndroidスマートフォンにsofia@outlook.comを追加する
      かつ トムはAndroidスマートフォンにsofia@outlook.comを追加する
      かつ ソフィアはAndroidスマートフォンをなくす

    @id:ms.personal.shared @rule:work.shared-account @situation:S79 @android
    シナリオ: 二人で使うアカウントを、パートナーのスマートフォンで確認する
      前提 ソフィアは新しいAndroidスマートフォンを設定する
      もし ソフィアは新しいAndroidスマートフォンにsofia@outlook.comを追加する
      ならば 成功する
      かつ ソフィアの新しいAndroidスマートフォンでsofia@outlook.comがすぐ使える

  ルール: 2026年5月からは、最終日の公表されないまま終わっていくSMSを当てにしない（Q19）

    背景:
      前提 2026年4月1日9時である
      かつ ハルトはAuthenticatorでしか確認できないMicrosoftアカウントharuto@outlook.comを持っている
      かつ haruto@outlook.comはSMSでも確認できる
      かつ ハルトはAndroidスマートフォンを使っている
      かつ ハルトはAndroidスマートフォンにharuto@outlook.comと「GitHub」を追加する
      かつ ハルトはAndroidスマートフォンのクラウドバックアップをharuto@outlook.comでオンにする
      かつ ハルトはAndroidスマートフォンをなくす
      かつ ハルトは新しいAndroidスマートフォンを設定する

    @id:ms.personal.sms @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    シナリオアウトライン: <日時>に回復アカウントをSMSで確認する: <理由>
      前提 <日時>である
      もし ハルトは新しいAndroidスマートフォンにharuto@outlook.comでバックアップを復元する
      ならば <結果>
      かつ ハルトの新しいAndroidスマートフォンの一覧には<件数>件のアカウントがある

      例:
        | 理由                        | 日時                      | 結果                                   | 件数 |
        | SMSが届き、アカウントが開く | 2026年4月30日23時59分59秒 | 成功する                               | 2    |
        | SMSが届くとは言えない       | 2026年5月1日              | ポリシーで禁止されているため拒否される | 0    |

    @id:ms.personal.sms-waits @rule:personal.sms-ends @rule:personal.thirty-day-wait @situation:S71 @open:Q19 @android
    シナリオ: SMSが使えなければ、セキュリティ情報を入れ替えて30日待つ
      前提 2026年5月1日である
      かつ ハルトはharuto@outlook.comのセキュリティ情報を入れ替える
      かつ 30日がたつ
      もし ハルトは新しいAndroidスマートフォンにharuto@outlook.comでバックアップを復元する
      ならば 成功する
      かつ ハルトの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される

  ルール: SMSの代わりになるのは、予備のメールアドレスである

    背景:
      前提 2026年4月1日9時である
      かつ レナはコードのみを使うMicrosoftアカウントlena@outlook.comを持っている
      かつ レナはAndroidスマートフォンを使っている
      かつ レナはAndroidスマートフォンにlena@outlook.comと「GitHub」を追加する
      かつ レナはAndroidスマートフォンのクラウドバックアップをlena@outlook.comでオンにする
      かつ レナはAndroidスマートフォンをなくす
      かつ レナは新しいAndroidスマートフォンを設定する

    @id:ms.personal.second-address @rule:personal.sms-ends @situation:S71 @android
    シナリオ: 予備のメールアドレスがあれば、2026年5月からもアカウントが開く
      前提 2026年5月1日である
      もし レナは新しいAndroidスマートフォンにlena@outlook.comでバックアップを復元する
      ならば 成功する
      かつ レナの新しいAndroidスマートフォンに「GitHub」の使えるコードが表示される

  ルール: このアカウントにまだ終了が来ていなければ（Q19）、SMSで開く

    背景:
      前提 未解決の問いQ19の答えは「continuing」とする
      かつ 2026年4月1日9時である
      かつ ハルトはAuthenticatorでしか確認できないMicrosoftアカウントharuto@outlook.comを持っている
      かつ haruto@outlook.comはSMSでも確認できる
      かつ ハルトはAndroidスマートフォンを使っている
      かつ ハルトはAndroidスマートフォンにharuto@outlook.comと「GitHub」を追加する
      かつ ハルトはAndroidスマートフォンのクラウドバックアップをharuto@outlook.comでオンにする
      かつ ハルトはAndroidスマートフォンをなくす

    @id:ms.personal.sms-continuing @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    シナリオ: 2026年6月にもSMSは届く
      前提 ハルトは新しいAndroidスマートフォンを設定する
      かつ 2026年6月1日である
      もし ハルトは新しいAndroidスマートフォンにharuto@outlook.comでバックアップを復元する
      ならば 成功する
      かつ ハルトの新しいAndroidスマートフォンの一覧には2件のアカウントがある

    @id:ms.personal.sms-number-gone @rule:personal.sms-ends @situation:S71 @open:Q19 @android
    シナリオ: スマートフォンとともに電話番号もなくせば、SMSがあっても開かない
      前提 ハルトは新しいAndroidスマートフォンを設定する
      かつ 2026年6月1日である
      かつ haruto@outlook.comはSMSでは確認できなくなる
      もし ハルトは新しいAndroidスマートフォンにharuto@outlook.comでバックアップを復元する
      ならば 本人確認の方法がなくしたスマートフォンにしかないため拒否される

  ルール: 個人用アカウントのコードは6桁である

    @id:ms.personal.six-digits @rule:personal.code-length @situation:S78 @open:Q22 @ios
    シナリオ: アプリには、サインイン画面が求める6桁が表示される
      前提 2025年11月3日9時である
      かつ アイコはコードのみを使うMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneにaiko@outlook.comを追加する
      もし アイコはiPhoneのコードでaiko@outlook.comにサインインする
      ならば 成功する
      かつ アイコのiPhoneのaiko@outlook.comのコードは6桁である

  ルール: 8桁であれば（Q22）、サインイン画面も8桁を求める

    背景:
      前提 未解決の問いQ22の答えは「eight」とする
      かつ 2025年11月3日9時である
      かつ アイコはコードのみを使うMicrosoftアカウントaiko@outlook.comを持っている
      かつ アイコはiPhoneを使っている
      かつ アイコはiPhoneにaiko@outlook.comと「GitHub」を追加する

    @id:ms.personal.eight-digits @rule:personal.code-length @situation:S78 @open:Q22 @ios
    シナリオ: アプリに8桁が表示され、受け付けられる
      もし アイコはiPhoneのコードでaiko@outlook.comにサインインする
      ならば 成功する
      かつ アイコのiPhoneのaiko@outlook.comのコードは8桁である
      しかし アイコのiPhoneの「GitHub」のコードは6桁である

    @id:ms.personal.eight-digits-restored @rule:personal.code-length @situation:S78 @open:Q22 @ios
    シナリオ: なくした後、新しいiPhoneは自分の8桁を表示する
      前提 アイコはiPhoneをなくす
      かつ アイコは新しいiPhoneを設定する
      もし アイコは新しいiPhoneのAuthenticatorを開く
      ならば アイコの新しいiPhoneにaiko@outlook.comの使えるコードが表示される
      かつ アイコの新しいiPhoneのaiko@outlook.comのコードは8桁である
