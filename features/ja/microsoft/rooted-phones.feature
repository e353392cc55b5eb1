# language: ja
機能: root 化や脱獄をした端末
  守りを外した端末の職場アカウントは、1 か月おきに警告され、止められ、消される。
  その端末にあるほかのものは、勤め先とは関わりがない。

  ルール: Android では2026年2月28日、3月28日、4月28日に各段階が始まる

    背景:
      前提 2026年1月20日である
      かつ ケンジはコードだけのMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはContosoの社員で、アカウントはkenji@contoso.comである
      かつ ケンジはAndroidスマホを使っている
      かつ ケンジはAndroidスマホに「GitHub」とkenji@outlook.comとkenji@contoso.comを追加する
      かつ ケンジはAndroidスマホをルート化する

    @id:ms.root.android-phases @rule:root.warn @rule:root.block @rule:root.wipe @rule:root.only-work @situation:S55 @android @work
    シナリオアウトライン: <日時>にアプリを開く: <理由>
      前提 <日時>である
      もし ケンジはAndroidスマホのAuthenticatorを開く
      ならば ケンジのAndroidスマホに<表示>と表示される
      かつ ケンジのAndroidスマホの一覧には<件数>件のアカウントがある
      かつ ケンジのAndroidスマホに「GitHub」とkenji@outlook.comの使えるコードが表示される

      例:
        | 理由                     | 日時                      | 表示                                       | 件数 |
        | 初日は警告だけ           | 2026年2月28日             | 「端末が root 化または脱獄されています」 | 3    |
        | 警告だけの最後の 1 秒    | 2026年3月27日23時59分59秒 | 「端末が root 化または脱獄されています」 | 3    |
        | 第 2 段階では使えない    | 2026年3月28日             | 「職場または学校のアカウントは使えません」 | 3    |
        | 使えないがまだ残っている | 2026年4月27日23時59分59秒 | 「職場または学校のアカウントは使えません」 | 3    |
        | 第 3 段階で消される      | 2026年4月28日             | 「職場または学校のアカウントを削除しました」 | 2    |

    @id:ms.root.android-before @rule:root.warn @situation:S55 @android @work
    シナリオ: 前の晩には、何も言われない
      前提 2026年2月27日23時59分59秒である
      もし ケンジはAndroidスマホのAuthenticatorを開く
      ならば ケンジのAndroidスマホには何も表示されない
      かつ ケンジのAndroidスマホで「GitHub」とkenji@outlook.comとkenji@contoso.comがすぐ使える

    @id:ms.root.android-wiped @rule:root.wipe @rule:root.only-work @situation:S55 @android @work
    シナリオ: 消されるのは職場アカウントだけである
      前提 2026年4月28日である
      もし ケンジはAndroidスマホのAuthenticatorを開く
      ならば ケンジのAndroidスマホの一覧にkenji@contoso.comはない
      しかし ケンジのAndroidスマホで「GitHub」とkenji@outlook.comがすぐ使える

    @id:ms.root.android-approve @rule:root.warn @rule:root.block @situation:S55 @android @work
    シナリオアウトライン: <日時>に要求を承認する: <理由>
      前提 <日時>である
      かつ ケンジはいつもどおりパソコンでkenji@contoso.comにサインインする
      もし ケンジはAndroidスマホでkenji@contoso.comへの要求を承認する
      ならば <結果>

      例:
        | 理由                   | 日時                  | 結果                                   |
        | 警告されるが承認できる | 2026年3月27日23時59分 | 成功する                               |
        | その端末はもう使えない | 2026年3月28日         | 端末がルート化されているため拒否される |

    @id:ms.root.android-register @rule:root.warn @rule:root.block @situation:S55 @android @work
    シナリオアウトライン: <日時>に職場アカウントを追加する: <理由>
      前提 ケンジはFabrikamの社員で、アカウントはkenji@fabrikam.comである
      かつ <日時>である
      もし ケンジはAndroidスマホにkenji@fabrikam.comを追加する
      ならば <結果>
      かつ ケンジのAndroidスマホに<表示>と表示される
      かつ ケンジのAndroidスマホの一覧には<件数>件のアカウントがある

      例:
        | 理由                               | 日時                      | 結果                                   | 表示                                     | 件数 |
        | 警告されるが追加できる             | 2026年3月27日23時59分59秒 | 成功する                               | 「端末が root 化または脱獄されています」 | 4    |
        | 新しい職場アカウントは追加できない | 2026年3月28日             | 端末がルート化されているため拒否される | 「職場または学校のアカウントは使えません」 | 3    |

  ルール: iOS では2026年4月1日、5月1日、6月1日に各段階が始まる

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
        | 理由                             | 日時                      | 表示                                       | 件数 |
        | 初日は警告だけ                   | 2026年4月1日              | 「端末が root 化または脱獄されています」 | 3    |
        | Android ではもう消されているころ | 2026年4月30日23時59分59秒 | 「端末が root 化または脱獄されています」 | 3    |
        | 第 2 段階では使えない            | 2026年5月1日              | 「職場または学校のアカウントは使えません」 | 3    |
        | 使えないがまだ残っている         | 2026年5月31日23時59分59秒 | 「職場または学校のアカウントは使えません」 | 3    |
        | 第 3 段階で消される              | 2026年6月1日              | 「職場または学校のアカウントを削除しました」 | 2    |

    @id:ms.root.ios-before @rule:root.warn @situation:S55 @ios @work
    シナリオ: Android で警告が始まって 1 か月たっても、iPhone には何も表示されない
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
      かつ ソフィアはAndroidスマホを使っている
      かつ ソフィアはAndroidスマホをルート化する

    @id:ms.root.private-phone @rule:root.only-work @android
    シナリオ: 職場アカウントのない端末には、声もかからない
      前提 ソフィアはAndroidスマホに「GitHub」とsofia@outlook.comを追加する
      もし ソフィアはAndroidスマホのAuthenticatorを開く
      ならば ソフィアのAndroidスマホには何も表示されない
      かつ ソフィアのAndroidスマホで「GitHub」とsofia@outlook.comがすぐ使える

    @id:ms.root.private-added @rule:root.only-work @android
    シナリオ: 第 3 段階でも、私的なアカウントは追加できる
      もし ソフィアはAndroidスマホに「GitHub」とsofia@outlook.comを追加する
      ならば 成功する
      かつ ソフィアのAndroidスマホには何も表示されない
      かつ ソフィアのAndroidスマホに「GitHub」の使えるコードが表示される

    @id:ms.root.third-party-work @rule:root.only-work @rule:restore.third-party-work-code @android @work
    シナリオ: 他社の手順で追加した職場アカウントは、ここでも他社のアカウントである
      前提 ソフィアはContosoの社員で、アカウントはsofia@contoso.comである
      かつ ソフィアはAndroidスマホにsofia@contoso.comを他社アカウントの手順で追加する
      もし ソフィアはAndroidスマホのAuthenticatorを開く
      ならば ソフィアのAndroidスマホには何も表示されない
      かつ ソフィアのAndroidスマホにsofia@contoso.comの使えるコードが表示される

  ルール: 検査は、職場アカウントを使うたびに行われる

    背景:
      前提 2026年4月10日である
      かつ ハルトはContosoの社員で、アカウントはharuto@contoso.comである
      かつ ハルトはAndroidスマホを使っている
      かつ ハルトはAndroidスマホにharuto@contoso.comを追加する

    @id:ms.root.rooted-later @rule:root.continuous @rule:root.block @situation:S57 @android @work
    シナリオ: 登録の後で root 化した端末は、次の承認で見つかる
      前提 ハルトはいつもどおりパソコンでharuto@contoso.comにサインインする
      かつ ハルトはAndroidスマホをルート化する
      もし ハルトはAndroidスマホでharuto@contoso.comへの要求を承認する
      ならば 端末がルート化されているため拒否される

    @id:ms.root.opened-later @rule:root.continuous @situation:S57 @android @work
    シナリオ: 朝の検査に通っても、夜には通用しない
      前提 ハルトはAndroidスマホのAuthenticatorを開く
      かつ ハルトはAndroidスマホをルート化する
      もし ハルトはAndroidスマホのAuthenticatorを開く
      ならば ハルトのAndroidスマホに「職場または学校のアカウントは使えません」と表示される

    @id:ms.root.undone-while-blocked @rule:root.continuous @rule:root.block @situation:S57 @android @work
    シナリオ: 消される前に元へ戻せば、職場アカウントは何事もなかったように使える
      前提 ハルトはAndroidスマホをルート化する
      かつ ハルトはAndroidスマホのAuthenticatorを開く
      かつ ハルトはAndroidスマホをルート化前に戻す
      かつ ハルトはいつもどおりパソコンでharuto@contoso.comにサインインする
      もし ハルトはAndroidスマホでharuto@contoso.comへの要求を承認する
      ならば 成功する

  ルール: 消された後に復元すると名前が戻り、一つずつ登録し直す

    背景:
      前提 2026年1月20日である
      かつ ケンジはコードだけのMicrosoftアカウントkenji@outlook.comを持っている
      かつ ケンジはContosoの社員で、アカウントはkenji@contoso.comである
      かつ エイダはContosoの管理者で、アカウントはada@contoso.comである
      かつ ケンジはAndroidスマホを使っている
      かつ ケンジはAndroidスマホに「GitHub」とkenji@outlook.comとkenji@contoso.comを追加する
      かつ ケンジはAndroidスマホのクラウドバックアップをkenji@outlook.comでオンにする
      かつ ケンジはAndroidスマホをルート化する
      かつ 2026年4月28日である
      かつ ケンジはAndroidスマホのAuthenticatorを開く

    @id:ms.root.restored-after-wipe @rule:root.wipe @rule:restore.work-name-only @rule:restore.sign-in-again @situation:S56 @android @work
    シナリオ: 元に戻した端末に、名前が戻る
      前提 ケンジはAndroidスマホをルート化前に戻す
      かつ ケンジはAndroidスマホのAuthenticatorを入れ直す
      かつ ケンジはAndroidスマホでkenji@outlook.comにサインインする
      もし ケンジはAndroidスマホにkenji@outlook.comでバックアップを復元する
      ならば 復元で2件が使え、1件がサインインを求める
      かつ ケンジのAndroidスマホはkenji@contoso.comへのサインインを求める

    @id:ms.root.registered-after-wipe @rule:restore.sign-in-again @rule:tap.in-app @situation:S56 @android @work
    シナリオ: そこで、管理者の助けを借りて登録し直す
      前提 ケンジはAndroidスマホをルート化前に戻す
      かつ ケンジはAndroidスマホのAuthenticatorを入れ直す
      かつ ケンジはAndroidスマホにkenji@outlook.comでバックアップを復元する
      かつ ada@contoso.comはkenji@contoso.comに1回限りの一時アクセスパスを発行する
      もし ケンジはAndroidスマホでkenji@contoso.comのサインインを一時アクセスパスで済ませる
      ならば 成功する
      かつ ケンジのAndroidスマホでkenji@contoso.comがすぐ使える

    @id:ms.root.restored-still-rooted @rule:root.wipe @rule:root.block @rule:restore.work-name-only @situation:S56 @android @work
    シナリオ: root 化したままの端末では、名前は戻ってもサインインが拒まれる
      前提 ケンジはAndroidスマホのAuthenticatorを入れ直す
      かつ ケンジはAndroidスマホにkenji@outlook.comでバックアップを復元する
      かつ ada@contoso.comはkenji@contoso.comに1回限りの一時アクセスパスを発行する
      もし ケンジはAndroidスマホでkenji@contoso.comのサインインを一時アクセスパスで済ませる
      ならば 端末がルート化されているため拒否される
      かつ ケンジのAndroidスマホで「GitHub」とkenji@outlook.comがすぐ使える

  ルール: 告知のもう一方の写しが正しければ（Q10）、iPhone が先である

    背景:
      前提 未解決の問いQ10の答えは「ios-first」とする
      かつ 2026年1月20日である
      かつ トムはContosoの社員で、アカウントはtom@contoso.comである
      かつ トムはiPhoneを使っている
      かつ トムはAndroidスマホを使っている
      かつ トムはiPhoneに「Amazon」と「Steam」とtom@contoso.comを追加する
      かつ トムはAndroidスマホに「Dropbox」と「Steam」とtom@contoso.comを追加する
      かつ トムはiPhoneを脱獄させる
      かつ トムはAndroidスマホをルート化する

    @id:ms.root.ios-first @rule:root.warn @rule:root.block @rule:root.wipe @situation:S55 @open:Q10 @ios @work
    シナリオアウトライン: <日時>に iPhone で開く: <理由>
      前提 <日時>である
      もし トムはiPhoneのAuthenticatorを開く
      ならば トムのiPhoneに<表示>と表示される
      かつ トムのiPhoneの一覧には<件数>件のアカウントがある

      例:
        | 理由                  | 日時          | 表示                                         | 件数 |
        | 初日は警告だけ        | 2026年2月28日 | 「端末が root 化または脱獄されています」     | 3    |
        | 第 2 段階では使えない | 2026年3月28日 | 「職場または学校のアカウントは使えません」   | 3    |
        | 第 3 段階で消される   | 2026年4月28日 | 「職場または学校のアカウントを削除しました」 | 2    |

    @id:ms.root.android-second-before @rule:root.warn @situation:S55 @open:Q10 @android @work
    シナリオ: そのとき、Android では4月まで何も表示されない
      前提 2026年3月31日23時59分59秒である
      もし トムはAndroidスマホのAuthenticatorを開く
      ならば トムのAndroidスマホには何も表示されない

    @id:ms.root.android-second @rule:root.warn @rule:root.block @rule:root.wipe @situation:S55 @open:Q10 @android @work
    シナリオアウトライン: <日時>に Android で開く: <理由>
      前提 <日時>である
      もし トムはAndroidスマホのAuthenticatorを開く
      ならば トムのAndroidスマホに<表示>と表示される
      かつ トムのAndroidスマホの一覧には<件数>件のアカウントがある

      例:
        | 理由                  | 日時         | 表示                                         | 件数 |
        | 初日は警告だけ        | 2026年4月1日 | 「端末が root 化または脱獄されています」     | 3    |
        | 第 2 段階では使えない | 2026年5月1日 | 「職場または学校のアカウントは使えません」   | 3    |
        | 第 3 段階で消される   | 2026年6月1日 | 「職場または学校のアカウントを削除しました」 | 2    |
