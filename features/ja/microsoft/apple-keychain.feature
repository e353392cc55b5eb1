# language: ja
@ios @generation-2
機能: 秘密鍵を運ぶのはiCloudキーチェーンである
  2025年9月から、秘密鍵が次のiPhoneに届く道はキーチェーンしかない。デバイスがそのサークルに入るには、
  ほかのデバイスに招かれるか、前のデバイスのパスコードを入力する。入力できるのは10回までである。

  ルール: なくしたiPhoneのパスコードがあれば、ほかにデバイスがなくてもキーチェーンは開く

    背景:
      前提 2026年1月12日である
      かつ ハルトはiPhoneを使っている
      かつ ハルトはiPhoneに「Rakuten」を追加する

    @id:ms.keychain.only-device-lost @rule:keychain.escrow-passcode
    シナリオ: パスコードを覚えていれば、コードはそこにある
      前提 ハルトはiPhoneをなくす
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトの新しいiPhoneに「Rakuten」の使えるコードが表示される

    @id:ms.keychain.passcode-forgotten @rule:keychain.escrow-passcode
    シナリオ: パスコードを忘れていると、一覧は空のままである
      前提 ハルトはiPhoneのパスコードを忘れる
      かつ ハルトはiPhoneをなくす
      かつ ハルトは新しいiPhoneを設定する
      かつ コードが違うため拒否される
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.keychain.passcode-of-the-ipad @rule:keychain.escrow-passcode @ipad
    シナリオ: 同じサークルに入っていたiPadのパスコードでもよい
      前提 ハルトはiPadを使っている
      かつ ハルトはiPhoneのパスコードを忘れる
      かつ ハルトはiPhoneをなくす
      かつ ハルトはiPadを壊す
      かつ ハルトは新しいiPhoneを設定する
      もし ハルトは新しいiPhoneのAuthenticatorを開く
      ならば ハルトの新しいiPhoneに「Rakuten」の使えるコードが表示される

  ルール: 何度か間違えるとAppleの許可が要り、10回目でキーチェーンは永久に失われる

    背景:
      前提 2026年1月12日である
      かつ ハルトはiPhoneを使っている
      かつ ハルトはiPhoneに「Rakuten」を追加する
      かつ ハルトはiPhoneをWi-Fiにつないで一晩充電する
      かつ ハルトはiPhoneのパスコードを忘れる
      かつ ハルトはiPhoneをなくす
      かつ ハルトは新しいiPhoneを設定する
      かつ コードが違うため拒否される
      かつ ハルトは新しいiPhoneでiCloudキーチェーンの間違ったパスコードを四回入力する
      かつ コードが違うため拒否される

    @id:ms.keychain.locked @rule:keychain.escrow-lock @situation:S18
    シナリオ: 5回でロックされ、正しいパスコードも拒まれる
      もし ハルトは新しいiPhoneでiCloudキーチェーンの正しいパスコードを入力する
      ならば 試行が多すぎるため拒否される
      かつ ハルトの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.keychain.more-tries-granted @rule:keychain.escrow-lock @rule:keychain.escrow-passcode @situation:S18
    シナリオ: Appleが試行回数を増やせば、正しいパスコードで開く
      前提 Apple Account haruto@icloud.comの試行回数をAppleが増やす
      もし ハルトは新しいiPhoneでiCloudキーチェーンの正しいパスコードを入力する
      ならば 成功する
      かつ ハルトの新しいiPhoneに「Rakuten」の使えるコードが表示される

    @id:ms.keychain.right-after-nine @rule:keychain.escrow-ten-tries
    シナリオ: 9回間違えても、まだ失われない
      前提 Apple Account haruto@icloud.comの試行回数をAppleが増やす
      かつ ハルトは新しいiPhoneでiCloudキーチェーンの間違ったパスコードを四回入力する
      かつ コードが違うため拒否される
      もし ハルトは新しいiPhoneでiCloudキーチェーンの正しいパスコードを入力する
      ならば 成功する
      かつ ハルトの新しいiPhoneに「Rakuten」の使えるコードが表示される

    @id:ms.keychain.tenth-wrong @rule:keychain.escrow-ten-tries @situation:S16
    シナリオ: 10回目で失われる
      前提 Apple Account haruto@icloud.comの試行回数をAppleが増やす
      かつ ハルトは新しいiPhoneでiCloudキーチェーンの間違ったパスコードを四回入力する
      かつ コードが違うため拒否される
      もし ハルトは新しいiPhoneでiCloudキーチェーンの間違ったパスコードを一回入力する
      ならば 永久に失われたため拒否される
      かつ ハルトの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.keychain.right-after-ten @rule:keychain.escrow-ten-tries @rule:keychain.escrow-passcode @situation:S16
    シナリオ: その後では、正しいパスコードも手遅れである
      前提 Apple Account haruto@icloud.comの試行回数をAppleが増やす
      かつ ハルトは新しいiPhoneでiCloudキーチェーンの間違ったパスコードを五回入力する
      かつ 永久に失われたため拒否される
      もし ハルトは新しいiPhoneでiCloudキーチェーンの正しいパスコードを入力する
      ならば 永久に失われたため拒否される

    @id:ms.keychain.backup-does-not-help @rule:icloud.keychain-not-in-backup @situation:S16
    シナリオ: 昨夜のiCloudバックアップからも、コードは戻らない
      前提 Apple Account haruto@icloud.comの試行回数をAppleが増やす
      かつ ハルトは新しいiPhoneでiCloudキーチェーンの間違ったパスコードを五回入力する
      かつ 永久に失われたため拒否される
      もし ハルトはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 成功する
      かつ ハルトの新しいiPhoneの一覧には0件のアカウントがある

  ルール: サークルに入っているデバイスが新しいデバイスを招けば、パスコードを思い出さなくてよい

    背景:
      前提 2026年2月3日である
      かつ アイコはiPhoneとiPadを使っている
      かつ アイコはiPhoneに「LINE」を追加する
      かつ アイコはiPhoneのパスコードを忘れる
      かつ アイコはiPadのパスコードを忘れる
      かつ アイコはiPhoneをなくす

    @id:ms.keychain.sponsored @rule:keychain.sponsor @situation:S17 @ipad
    シナリオ: 食卓のiPadを指紋で開けば、それで足りる
      もし アイコは新しいiPhoneを設定する
      ならば 成功する
      かつ アイコの新しいiPhoneに「LINE」の使えるコードが表示される

    @id:ms.keychain.sponsor-away @rule:keychain.sponsor @rule:keychain.escrow-passcode @ipad
    シナリオ: つながっていないiPadは、招くことができない
      前提 アイコのiPadはオフラインである
      もし アイコは新しいiPhoneを設定する
      ならば コードが違うため拒否される
      かつ アイコの新しいiPhoneの一覧には0件のアカウントがある

    @id:ms.keychain.sponsor-back @rule:keychain.sponsor @situation:S17 @ipad
    シナリオ: iPadがまたつながれば、間違えたパスコードはもう問題にならない
      前提 アイコのiPadはオフラインである
      かつ アイコは新しいiPhoneを設定する
      かつ コードが違うため拒否される
      かつ アイコのiPadは再びオンラインになる
      かつ アイコは新しいiPhoneのiCloudキーチェーンをオフにする
      もし アイコは新しいiPhoneのiCloudキーチェーンをオンにする
      ならば アイコの新しいiPhoneに「LINE」の使えるコードが表示される

  ルール: 同期される項目は全デバイスで一つであり、どのバックアップにも含まれない

    背景:
      前提 2026年3月9日である
      かつ ミカはiPhoneとiPadを使っている
      かつ 別のアプリがミカのiPhoneのキーチェーンで同期される項目を保存する

    @id:ms.keychain.deleted-everywhere @rule:keychain.synchronizable-delete @ipad
    シナリオ: iPadで消した項目は、iPhoneからも消える
      もし 別のアプリがミカのiPadのキーチェーンで同期される項目を削除する
      ならば ミカのiPhoneのキーチェーンに別のアプリの同期される項目はない

    @id:ms.keychain.deleted-while-offline @rule:keychain.synchronizable-delete @ipad
    シナリオ: オフラインだったiPhoneにも、戻りしだい伝わる
      前提 ミカのiPhoneはオフラインである
      かつ 別のアプリがミカのiPadのキーチェーンで同期される項目を削除する
      もし ミカのiPhoneは再びオンラインになる
      ならば ミカのiPhoneのキーチェーンに別のアプリの同期される項目はない

  ルール: iCloudバックアップが新しくても、iCloudキーチェーンの代わりにはならない

    背景:
      前提 2026年3月9日である
      かつ ケンジはiPhoneを使っている
      かつ ケンジはiPhoneのiCloudキーチェーンをオフにする
      かつ ケンジはiPhoneに「GitHub」を追加する
      かつ 別のアプリがケンジのiPhoneのキーチェーンで同期される項目を保存する
      かつ ケンジはiPhoneをWi-Fiにつないで一晩充電する
      かつ ケンジはiPhoneをなくす

    @id:ms.keychain.not-in-icloud-backup @rule:icloud.keychain-not-in-backup @rule:backup.ios2.gates @situation:S02
    シナリオ: 昨夜のバックアップを復元しても、コードも同期される項目も入っていない
      前提 ケンジは新しいiPhoneを設定する
      もし ケンジはiPhoneから新しいiPhoneへiCloudバックアップで移る
      ならば 成功する
      かつ ケンジの新しいiPhoneの一覧には0件のアカウントがある
      かつ ケンジの新しいiPhoneのキーチェーンに別のアプリの同期される項目はない

  ルール: iCloudの容量がいっぱいでも、キーチェーンは止まらない（Q07）

    背景:
      前提 2025年11月2日である
      かつ レナはiPhoneを使っている
      かつ レナのiCloudストレージがいっぱいである

    @id:ms.keychain.storage-full @rule:keychain.quota @situation:S21 @open:Q07
    シナリオ: 容量がいっぱいの間に追加したコードも、新しいiPhoneにある
      前提 レナはiPhoneに「Strava」を追加する
      かつ レナはiPhoneをなくす
      かつ レナは新しいiPhoneを設定する
      もし レナは新しいiPhoneのAuthenticatorを開く
      ならば レナの新しいiPhoneに「Strava」の使えるコードが表示される

  ルール: 容量がいっぱいで止まるのなら（Q07）、その後に追加したものはiPhoneとともに失われる

    背景:
      前提 未解決の問いQ07の答えは「blocked」とする
      かつ 2025年11月2日である
      かつ レナはiPhoneを使っている
      かつ レナはiPhoneに「Strava」を追加する
      かつ レナのiCloudストレージがいっぱいである
      かつ レナはiPhoneに「Komoot」を追加する

    @id:ms.keychain.stopped-by-full-storage @rule:keychain.quota @situation:S21 @open:Q07
    シナリオ: 前からのコードは戻り、後から追加したものは戻らない
      前提 レナはiPhoneをなくす
      かつ レナは新しいiPhoneを設定する
      もし レナは新しいiPhoneのAuthenticatorを開く
      ならば レナの新しいiPhoneに「Strava」の使えるコードが表示される
      かつ レナの新しいiPhoneの一覧に「Komoot」はない

    @id:ms.keychain.room-again @rule:keychain.quota @open:Q07
    シナリオ: 空きができれば、どちらも無事である
      前提 レナのiCloudストレージに空きができる
      かつ レナはiPhoneをなくす
      かつ レナは新しいiPhoneを設定する
      もし レナは新しいiPhoneのAuthenticatorを開く
      ならば レナの新しいiPhoneに「Strava」と「Komoot」の使えるコードが表示される
