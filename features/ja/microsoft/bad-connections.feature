# language: ja
機能: 遅い接続、失われる通信、つながらないサービス
  電車の中のスマートフォン、返事の遅いクラウド、容量のいっぱいなアカウント。
  それでも追加したものはバックアップに届くか、届いていないことをアプリが示さなければならない。

  ルール: 遅くても届き、失われればそれが示される

    背景:
      前提 2026年2月6日である
      かつ レナはMicrosoftアカウントlena@outlook.comでAndroidスマートフォンを使っている
      かつ レナはAndroidスマートフォンのクラウドバックアップをlena@outlook.comでオンにする

    @id:ms.links.slow @rule:backup.latest-state @android
    シナリオ: 片道に4秒かかるのは煩わしいだけで、危険ではない
      前提 Microsoftまでの通信は片道4秒かかる
      もし レナはAndroidスマートフォンに「Nintendo」を追加する
      ならば レナのAndroidスマートフォンのバックアップはオンで最新である

    @id:ms.links.lost @rule:backup.stale-warning @rule:backup.latest-state @android
    シナリオ: 何も届かなければ、バックアップが遅れていることをアプリが示す
      前提 Microsoftへの通信の100％が失われる
      もし レナはAndroidスマートフォンに「Nintendo」を追加する
      ならば レナのAndroidスマートフォンに「バックアップが最新ではありません」と表示される
      かつ レナのAndroidスマートフォンのバックアップは古い

    @id:ms.links.no-longer-lost @rule:backup.latest-state @android
    シナリオ: 通信が再び届けば、バックアップは追いつく
      前提 Microsoftへの通信の100％が失われる
      かつ レナはAndroidスマートフォンに「Nintendo」を追加する
      かつ Microsoftへの通信が失われなくなる
      もし レナはAndroidスマートフォンのAuthenticatorを開く
      ならば レナのAndroidスマートフォンのバックアップはオンで最新である

    @id:ms.links.one-service @rule:backup.stale-warning @rule:code.matches-site @android
    シナリオ: 一つのサービスにつながらないとバックアップは止まるが、コードは止まらない
      前提 レナのAndroidスマートフォンからMicrosoftにつながらない
      もし レナはAndroidスマートフォンに「Nintendo」を追加する
      ならば レナのAndroidスマートフォンのバックアップは古い
      かつ レナのAndroidスマートフォンに「Nintendo」の使えるコードが表示される

  ルール: 空きのあるApple Accountがなければ、iPhoneは何も保存しない

    背景:
      前提 2025年11月2日20時である

    @id:ms.links.no-apple-account @rule:backup.ios2.gates @ios @generation-2
    シナリオ: 誰もサインインしていないiPhoneは、何も残さない
      前提 ハルトはApple AccountなしでiPhoneを使っている
      かつ ハルトはiPhoneに「Mercari」を追加する
      かつ ハルトはiPhoneをなくす
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.links.old-system-other-account @rule:backup.ios2.same-apple-account @ios @generation-2
    シナリオ: 古いiPhoneが一方のApple Accountに保存したものは、もう一方にはない
      前提 オマルはOSのバージョンが17.0のiPhoneをApple Account haddad.family@icloud.comで使っている
      かつ オマルはiPhoneに「Telegram」を追加する
      かつ オマルはiPhoneをなくす
      かつ オマルは新しいiPhoneを設定する
      もし オマルは新しいiPhoneのAuthenticatorを開く
      ならば オマルの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.links.other-storage-full @rule:icloud.quota @ios @generation-2
    シナリオ: ほかに何を持っていても、いっぱいなのはiPhoneのアカウントである
      前提 レナはApple Account lena.alt@icloud.comを持っている
      かつ lena.alt@icloud.comのiCloudストレージがいっぱいである
      かつ レナはApple Account lena.alt@icloud.comでiPhoneを使っている
      かつ レナはiPhoneをWi-Fiにつないで一晩充電する
      かつ レナはApple Account lena.alt@icloud.comで新しいiPhoneを設定する
      もし レナはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば バックアップがないため拒否される

  ルール: 職場アカウントは、組織のドメインで知られている

    @id:ms.links.domain @rule:restore.work-name-only @ios @generation-2 @work
    シナリオ: ドメインが何であれ、戻るのは名前だけである
      前提 2025年10月20日である
      かつ Northwindは「nwt.example」をドメインとする組織である
      かつ トムはNorthwindの社員で、アカウントはtom@nwt.exampleである
      かつ トムはiPhoneを使っている
      かつ トムはiPhoneにtom@nwt.exampleを追加する
      もし トムは新しいiPhoneを設定する
      ならば トムの新しいiPhoneはtom@nwt.exampleへのサインインを求める
