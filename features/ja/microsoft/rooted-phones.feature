# language: ja
機能: root化や脱獄をしたデバイス
  守りを外したデバイスの職場アカウントは、1か月おきに警告され、止められ、消される。
  そのデバイスにあるほかのものは、勤め先とは関わりがない。

  ルール: Androidでは2026年2月28日、3月28日、4月28日に各段階が始まる

    背景:
      前提 2026年1月20日である
      かつ ケンジはコードのみを使うMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはContosoの社員で、アカウントはkenji@contoso.comである
      かつ ケンジはAndroidスマートフォンを使っている
      かつ ケンジはAndroidスマートフォンに「GitHub」とkenji@outlook.comとkenji@contoso.comを追加する
      かつ ケンジはAndroidスマートフォンをroot化する

    @id:ms.root.android-phases @rule:root.warn @rule:root.block @rule:root.wipe @rule:root.only-work @situation:S55 @android @work
    シナリオアウトライン: <日時>にアプリを開く: <理由>
      前提 <日時>である
      もし ケンジはAndroidスマートフォンのAuthenticatorを開く
      ならば ケンジのAndroidスマートフォンに<表示>と表示される
      かつ ケンジのAndroidスマートフォンの一覧には<件数>件のアカウントがある
      かつ ケンジのAndroidスマートフォンに「GitHub」とkenji@outlook.comの使えるコードが表示される

      例:
        | 理由                     | 日時                      | 表示                                         | 件数 |
        | 初日は警告だけ           | 2026年2月28日             | 「端末が root 化または脱獄されています」     | 3    |
        | 警告だけの最後の1秒      | 2026年3月27日23時59分59秒 | 「端末が root 化または脱獄されています」     | 3    |
        | 第2段階では使えない      | 2026年3月28日             | 「職場または学校のアカウントは使えません」   | 3    |
        | 使えないがまだ残っている | 2026年4月27日23時59分59秒 | 「職場または学校のアカウントは使えません」   | 3    |
        | 第3段階で消される        | 2026年4月28日             | 「職場または学校のアカウントを削除しました」 | 2    |

    @id:ms.root.android-before @rule:root.warn @situation:S55 @android @work
    シナリオ: 前の晩には、何も言われない
      前提 2026年2月27日23時59分59秒である
      もし ケンジはAndroidスマートフォンのAuthenticatorを開く
      ならば ケンジのAndroidスマートフォンには何も表示されない
      かつ ケンジのAndroidスマートフォンで「GitHub」とkenji@outlook.comとkenji@contoso.comがすぐ使える

    @id:ms.root.android-wiped @rule:root.wipe @rule:root.only-work @situation:S55 @android @work
    シナリオ: 消されるのは職場アカウントだけである
      前提 2026年4月28日である
      もし ケンジはAndroidスマートフォンのAuthenticatorを開く
      ならば ケンジのAndroidスマートフォンの一覧にkenji@contoso.comはない
      しかし ケンジのAndroidスマートフォンで「GitHub」とkenji@outlook.comがすぐ使える

    @id:ms.root.android-approve @rule:root.warn @rule:root.block @situation:S55 @android @work
    シナリオアウトライン: <日時>に要求を承認する: <理由>
      前提 <日時>である
      かつ ケンジはいつもどおりパソコンでkenji@contoso.comにサインインする
      もし ケンジはAndroidスマートフォンでkenji@contoso.comへの要求を承認する
      ならば <結果>

      例:
        | 理由                       | 日時                  | 結果                                     |
        | 警告されるが承認できる     | 2026年3月27日23時59分 | 成功する                                 |
        | そのデバイスはもう使えない | 2026年3月28日         | デバイスがroot化されているため拒否される |

    @id:ms.root.android-register @rule:root.warn @rule:root.block @situation:S55 @android @work
    シナリオアウトライン: <日時>に職場アカウントを追加する: <理由>
      前提 ケンジはFabrikamの社員で、アカウントはkenji@fabrikam.comである
      かつ <日時>である
      もし ケンジはAndroidスマートフォンにkenji@fabrikam.comを追加する
      ならば <結果>
      かつ ケンジのAndroidスマートフォンに<表示>と表示される
      かつ ケンジのAndroidスマートフォンの一覧には<件数>件のアカウントがある

      例:
        | 理由                               | 日時                      | 結果                                     | 表示                                       | 件数 |
        | 警告されるが追加できる             | 2026年3月27日23時59分59秒 | 成功する                                 | 「端末が root 化または脱獄されています」   | 4    |
        | 新しい職場アカウントは追加できない | 2026年3月28日             | デバイスがroot化されているため拒否される | 「職場または学校のアカウントは使えません」 | 3    |

  ルール: iOSでは2026年4月1日、5月1日、6月1日に各段階が始まる

    背景:
      前提 2026年1月20日である
      かつ トムはパスワードレスのMicrosoftアカウントtom@outlook.comを持っている
      かつ トムはContosoの社員で、アカウントはtom@contoso.comである
      かつ トムはiPhoneを使っている
      かつ トムはiPhoneに「Amazon」とtom@outlook.comとtom@contoso.comを追加する
      かつ トムはiPhoneを脱獄させる

    @id:ms.root.ios-phases @rule:root.warn @rule:root.block @rule:root.wipe @rule:root.only-work @situation:S55 @ios @work
    シナリオアウトライン: <日時>にアプリを開く: <理由>（iPhone）
      前提 <日時>である
      もし トムはiPhoneのAuthenticatorを開く
      ならば トムのiPhoneに<表示>と表示される
      かつ トムのiPhoneの一覧には<件数>件のアカウントがある
      かつ トムのiPhoneで「Amazon」とtom@outlook.comがすぐ使える

      例:
        | 理由                            | 日時                      | 表示                                         | 件数 |
        | 初日は警告だけ                  | 2026年4月1日              | 「端末が root 化または脱獄されています」     | 3    |
        | Androidではもう消されているころ | 2026年4月30日23時59分59秒 | 「端末が root 化または脱獄されています」     | 3    |
        | 第2段階では使えない             | 2026年5月1日              | 「職場または学校のアカウントは使えません」   | 3    |
        | 使えないがまだ残っている        | 2026年5月31日23時59分59秒 | 「職場または学校のアカウントは使えません」   | 3    |
        | 第3段階で消される               | 2026年6月1日              | 「職場または学校のアカウントを削除しました」 | 2    |

    @id:ms.root.ios-before @rule:root.warn @situation:S55 @ios @work
    シナリオ: Androidで警告が始まって1か月たっても、iPhoneには何も表示されない
      前提 2026年3月31日23時59分59秒である
      もし トムはiPhoneのAuthenticatorを開く
      ならば トムのiPhoneには何も表示されない
      かつ トムのiPhoneで「Amazon」とtom@outlook.comとtom@contoso.comがすぐ使える

    @id:ms.root.warned-beside @rule:root.warn @situation:S55 @ios @work
    シナリオ: ほかの警告が先に出ても、この警告は消えない
      前提 保管されているトムのバックアップが一か所書き換えられる
      かつ トムはiPhoneのAuthenticatorを入れ直す
      かつ トムはFabrikamの社員で、アカウントはtom@fabrikam.comである
      かつ 2026年4月1日である
      もし トムはiPhoneにtom@fabrikam.comを追加する
      ならば トムのiPhoneに「端末が root 化または脱獄されています」と表示される

  ルール: 個人用と他社のアカウントには手を触れない

    背景:
      前提 2026年7月1日である
      かつ ソフィアはパスワードレスのMicrosoftアカウントsofia@outlook.comを持っている
      かつ ソフィアはAndroidスマートフォンを使っている
      かつ ソフィアはAndroidスマートフォンをroot化する

    @id:ms.root.private-phone @rule:root.only-work @android
    シナリオ: 職場アカウントのないデバイスには、声もかからない
      前提 ソフィアはAndroidスマートフォンに「GitHub」とsofia@outlook.comを追加する
      もし ソフィアはAndroidスマートフォンのAuthenticatorを開く
      ならば ソフィアのAndroidスマートフォンには何も表示されない
      かつ ソフィアのAndroidスマートフォンで「GitHub」とsofia@outlook.comがすぐ使える

    @id:ms.root.private-added @rule:root.only-work @android
    シナリオ: 第3段階でも、私的なアカウントは追加できる
      もし ソフィアはAndroidスマートフォンに「GitHub」とsofia@outlook.comを追加する
      ならば 成功する
      かつ ソフィアのAndroidスマートフォンには何も表示されない
      かつ ソフィアのAndroidスマートフォンに「GitHub」の使えるコードが表示される

    @id:ms.root.third-party-work @rule:root.only-work @rule:restore.third-party-work-code @android @work
    シナリオ: 他社の手順で追加した職場アカウントは、ここでも他社のアカウントである
      前提 ソフィアはContosoの社員で、アカウントはsofia@contoso.comである
      かつ ソフィアはAndroidスマートフォンにsofia@contoso.comを他社アカウントの手順で追加する
      もし ソフィアはAndroidスマートフォンのAuthenticatorを開く
      ならば ソフィアのAndroidスマートフォンには何も表示されない
      かつ ソフィアのAndroidスマートフォンにsofia@contoso.comの使えるコードが表示される

  ルール: 検査は、職場アカウントを使うたびに行われる

    背景:
      前提 2026年4月10日である
      かつ ハルトはContosoの社員で、アカウントはharuto@contoso.comである
      かつ ハルトはAndroidスマートフォンを使っている
      かつ ハルトはAndroidスマートフォンにharuto@contoso.comを追加する

    @id:ms.root.rooted-later @rule:root.continuous @rule:root.block @situation:S57 @android @work
    シナリオ: 登録の後でroot化したデバイスは、次の承認で見つかる
      前提 ハルトはいつもどおりパソコンでharuto@contoso.comにサインインする
      かつ ハルトはAndroidスマートフォンをroot化する
      もし ハルトはAndroidスマートフォンでharuto@contoso.comへの要求を承認する
      ならば デバイスがroot化されているため拒否される

    @id:ms.root.opened-later @rule:root.continuous @situation:S57 @android @work
    シナリオ: 朝の検査に通っても、夜には通用しない
      前提 ハルトはAndroidスマートフォンのAuthenticatorを開く
      かつ ハルトはAndroidスマートフォンをroot化する
      もし ハルトはAndroidスマートフォンのAuthenticatorを開く
      ならば ハルトのAndroidスマートフォンに「職場または学校のアカウントは使えません」と表示される

    @id:ms.root.undone-while-blocked @rule:root.continuous @rule:root.block @situation:S57 @android @work
    シナリオ: 消される前に元へ戻せば、職場アカウントは何事もなかったように使える
      前提 ハルトはAndroidスマートフォンをroot化する
      かつ ハルトはAndroidスマートフォンのAuthenticatorを開く
      かつ ハルトはAndroidスマートフォンをroot化前に戻す
      かつ ハルトはいつもどおりパソコンでharuto@contoso.comにサインインする
      もし ハルトはAndroidスマートフォンでharuto@contoso.comへの要求を承認する
      ならば 成功する

  ルール: 消された後に復元すると名前が戻り、一つずつ登録し直す

    背景:
      前提 2026年1月20日である
      かつ ケンジはコードのみを使うMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはContosoの社員で、アカウントはkenji@contoso.comである
      かつ エイダはContosoの管理者で、アカウントはada@contoso.comである
      かつ ケンジはAndroidスマートフォンを使っている
      かつ ケンジはAndroidスマートフォンに「GitHub」とkenji@outlook.comとkenji@contoso.comを追加する
      かつ ケンジはAndroidスマートフォンのクラウドバックアップをkenji@outlook.comでオンにする
      かつ ケンジはAndroidスマートフォンをroot化する
      かつ 2026年4月28日である
      かつ ケンジはAndroidスマートフォンのAuthenticatorを開く

    @id:ms.root.restored-after-wipe @rule:root.wipe @rule:restore.work-name-only @rule:restore.sign-in-again @situation:S56 @android @work
    シナリオ: 元に戻したデバイスに、名前が戻る
      前提 ケンジはAndroidスマートフォンをroot化前に戻す
      かつ ケンジはAndroidスマートフォンのAuthenticatorを入れ直す
      かつ ケンジはAndroidスマートフォンでkenji@outlook.comにサインインする
      もし ケンジはAndroidスマートフォンにkenji@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、サインインが必要なものは1件
      かつ ケンジのAndroidスマートフォンはkenji@contoso.comへのサインインを求める

    @id:ms.root.registered-after-wipe @rule:restore.sign-in-again @rule:tap.in-app @situation:S56 @android @work
    シナリオ: そこで、管理者の助けを借りて登録し直す
      前提 ケンジはAndroidスマートフォンをroot化前に戻す
      かつ ケンジはAndroidスマートフォンのAuthenticatorを入れ直す
      かつ ケンジはAndroidスマートフォンにkenji@outlook.comでバックアップを復元する
      かつ ada@contoso.comはkenji@contoso.comに1回限りの一時アクセス パスを発行する
      もし ケンジはAndroidスマートフォンでkenji@contoso.comのサインインを一時アクセス パスで済ませる
      ならば 成功する
      かつ ケンジのAndroidスマートフォンでkenji@contoso.comがすぐ使える

    @id:ms.root.restored-still-rooted @rule:root.wipe @rule:root.block @rule:restore.work-name-only @situation:S56 @android @work
    シナリオ: root化したままのデバイスでは、名前は戻ってもサインインが拒まれる
      前提 ケンジはAndroidスマートフォンのAuthenticatorを入れ直す
      かつ ケンジはAndroidスマートフォンにkenji@outlook.comでバックアップを復元する
      かつ ada@contoso.comはkenji@contoso.comに1回限りの一時アクセス パスを発行する
      もし ケンジはAndroidスマートフォンでkenji@contoso.comのサインインを一時アクセス パスで済ませる
      ならば デバイスがroot化されているため拒否される
      かつ ケンジのAndroidスマートフォンで「GitHub」とkenji@outlook.comがすぐ使える

  ルール: 告知のもう一方の写しが正しければ（Q10）、iPhoneが先である

    背景:
      前提 未解決の問いQ10の答えは「ios-first」とする
      かつ 2026年1月20日である
      かつ トムはContosoの社員で、アカウントはtom@contoso.comである
      かつ トムはiPhoneを使っている
      かつ トムはAndroidスマートフォンを使っている
      かつ トムはiPhoneに「Amazon」と「Steam」とtom@contoso.comを追加する
      かつ トムはAndroidスマートフォンに「Dropbox」と「Steam」とtom@contoso.comを追加する
      かつ トムはiPhoneを脱獄させる
      かつ トムはAndroidスマートフォンをroot化する

    @id:ms.root.ios-first @rule:root.warn @rule:root.block @rule:root.wipe @situation:S55 @open:Q10 @ios @work
    シナリオアウトライン: <日時>にiPhoneで開く: <理由>
      前提 <日時>である
      もし トムはiPhoneのAuthenticatorを開く
      ならば トムのiPhoneに<表示>と表示される
      かつ トムのiPhoneの一覧には<件数>件のアカウントがある

      例:
        | 理由                | 日時          | 表示                                         | 件数 |
        | 初日は警告だけ      | 2026年2月28日 | 「端末が root 化または脱獄されています」     | 3    |
        | 第2段階では使えない | 2026年3月28日 | 「職場または学校のアカウントは使えません」   | 3    |
        | 第3段階で消される   | 2026年4月28日 | 「職場または学校のアカウントを削除しました」 | 2    |

    @id:ms.root.android-second-before @rule:root.warn @situation:S55 @open:Q10 @android @work
    シナリオ: そのとき、Androidでは4月まで何も表示されない
      前提 2026年3月31日23時59分59秒である
      もし トムはAndroidスマートフォンのAuthenticatorを開く
      ならば トムのAndroidスマートフォンには何も表示されない

    @id:ms.root.android-second @rule:root.warn @rule:root.block @rule:root.wipe @situation:S55 @open:Q10 @android @work
    シナリオアウトライン: <日時>にAndroidで開く: <理由>
      前提 <日時>である
      もし トムはAndroidスマートフォンのAuthenticatorを開く
      ならば トムのAndroidスマートフォンに<表示>と表示される
      かつ トムのAndroidスマートフォンの一覧には<件数>件のアカウントがある

      例:
        | 理由                | 日時         | 表示                                         | 件数 |
        | 初日は警告だけ      | 2026年4月1日 | 「端末が root 化または脱獄されています」     | 3    |
        | 第2段階では使えない | 2026年5月1日 | 「職場または学校のアカウントは使えません」   | 3    |
        | 第3段階で消される   | 2026年6月1日 | 「職場または学校のアカウントを削除しました」 | 2    |
