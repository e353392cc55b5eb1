# language: ja
機能: デバイスのパスキープロバイダーとしてのAuthenticator
  パスキーが使えるかどうかは、設定の奥にある一つのスイッチで決まる。2025年の夏、オートフィルの後始末で
  このスイッチに出会った人は多く、切るつもりのないものまで切った人もいた。

  ルール: パスキーは、Authenticatorがパスキープロバイダーとして有効な間だけ使える

    背景:
      前提 2025年5月5日である
      かつ オマルはコードのみを使うMicrosoftアカウントomar@outlook.comを持っている
      かつ オマルはOSのバージョンが18.5のiPhoneを使っている
      かつ オマルはiPhoneにomar@outlook.comのパスキーを作る

    @id:ms.provider.off @rule:passkey.provider-stays-on @situation:S51 @autofill
    シナリオ: オートフィルの後始末でオフにしたオマルは、サインインできなくなる
      前提 2025年8月2日である
      かつ オマルはiPhoneのパスキープロバイダーのAuthenticatorをオフにする
      もし オマルはiPhoneのパスキーでomar@outlook.comにサインインする
      ならば パスキープロバイダーがオフであるため拒否される

    @id:ms.provider.off-new @rule:passkey.provider-stays-on
    シナリオ: オフの間は、新しいパスキーも作れない
      前提 オマルはiPhoneのパスキープロバイダーのAuthenticatorをオフにする
      もし オマルはiPhoneに「GitHub」のパスキーを作る
      ならば パスキープロバイダーがオフであるため拒否される

    @id:ms.provider.off-codes @rule:passkey.provider-stays-on @rule:autofill.codes-unaffected
    シナリオ: コードはこのスイッチに左右されない
      前提 オマルはiPhoneに「GitHub」を追加する
      もし オマルはiPhoneのパスキープロバイダーのAuthenticatorをオフにする
      ならば オマルのiPhoneに「GitHub」の使えるコードが表示される

    @id:ms.provider.off-one-phone @rule:passkey.provider-stays-on @android
    シナリオ: 1台でオフにしても、もう1台のパスキーは使える
      前提 オマルはOSのバージョンが15のAndroidスマートフォンを使っている
      かつ オマルはAndroidスマートフォンにomar@outlook.comのパスキーを作る
      かつ オマルはiPhoneのパスキープロバイダーのAuthenticatorをオフにする
      もし オマルはAndroidスマートフォンのパスキーでomar@outlook.comにサインインする
      ならば 成功する

  ルール: もう一度オンにすれば、パスキーは再び使える

    背景:
      前提 2025年5月5日である
      かつ オマルはコードのみを使うMicrosoftアカウントomar@outlook.comを持っている
      かつ オマルはOSのバージョンが18.5のiPhoneを使っている
      かつ オマルはiPhoneにomar@outlook.comのパスキーを作る

    @id:ms.provider.on-again @rule:passkey.provider-on-again @situation:S51
    シナリオ: オフにしたものは手が届かなかっただけで、消えてはいない
      前提 オマルはiPhoneのパスキープロバイダーのAuthenticatorをオフにする
      かつ オマルはiPhoneのパスキーでomar@outlook.comにサインインする
      かつ パスキープロバイダーがオフであるため拒否される
      かつ オマルはiPhoneのAuthenticatorを開く
      かつ オマルはiPhoneのパスキープロバイダーのAuthenticatorをオンにする
      もし オマルはiPhoneのパスキーでomar@outlook.comにサインインする
      ならば 成功する

  ルール: そうなるとはどこにも書かれていないので、逆の答えでもシナリオは成り立つ

    背景:
      前提 未解決の問いQ09の答えは「lost」とする
      かつ オマルはOSのバージョンが18.5のiPhoneを使っている
      かつ オマルはiPhoneに「GitHub」のパスキーを作る
      かつ オマルはiPhoneのパスキープロバイダーのAuthenticatorをオフにする
      かつ オマルはiPhoneのAuthenticatorを開く
      かつ オマルはiPhoneのパスキープロバイダーのAuthenticatorをオンにする

    @id:ms.provider.on-again-lost @rule:passkey.provider-stays-on @situation:S51
    シナリオ: オフが消去を意味するなら、古いパスキーは使えないままである
      もし オマルはiPhoneのパスキーで「GitHub」にサインインする
      ならば 見つからないため拒否される

    @id:ms.provider.made-anew @rule:passkey.provider-stays-on @situation:S51
    シナリオ: その場合でも、新しく作ることはできる
      前提 オマルはiPhoneに「GitHub」のパスキーを作る
      もし オマルはiPhoneのパスキーで「GitHub」にサインインする
      ならば 成功する
