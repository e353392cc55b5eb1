"""Which text is trusted to be a name: what people call their accounts is, and passwords and secrets are not."""

import base64

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lostphone.whatif.reading.names import judge_name

NAMES = (
    """
GitHub|Amazon|amazon|楽天証券|田中|American Express|Bank of America|AT&T|H&M|Disney+|Yahoo!|Booking.com|T-Mobile
eBay|iCloud|PayPal|DigitalOcean|LinkedIn|OpenAI|VPN|Work VPN|KDDI|Société Générale|Сбербанк|신한은행|三菱UFJ銀行
SBI証券|d払い|楽天 証券|ヨドバシ・ドット・コム|マイナポータル|1Password|2FAS|Microsoft 365|Office365|GitHub (mika)
楽天証券（田中）|mika@contoso.com|mika.yamada1985@gmail.com|mika+shop@example.com|a@b.example|bank.example
login.microsoftonline.com|O'Reilly|Google Password Manager
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
#: Could be a name, could be a password: the account counts, and the text is not shown.
DOUBTFUL = (
    """
hunter2|Winter2026|Tr0ub4dor&3|correct-horse-battery|plum-tree-river-42|staple-lemon-7|correct horse battery staple
correct-horse|deadbeefdead|password is plum|qWeRtYuIoP|私の暗証番号|Site1234|gezdgnbv|mika+JBSWY3DPEHPK3PXP@x.com
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
#: No names at all.
REFUSED = (
    """
GEZDGNBVGY3TQOJQ|gezdgnbvgy3tqojq|GEZD GNBV GY3T QOJQ|GEZD-GNBV-GY3T-QOJQ|3132333435363738393031323334353637383930
MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=|a%2Bb%2Fc|otpauth://totp/x|https://vpn.example.com/|GitHub,mika,plum|a;b|"GitHub"|a:b
P@ssw0rd!|123456|my wifi has a name of five|mika@|@mika|(((|[GitHub]|key=value|a\\b|$2b$12$abc
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_shown(name: str) -> None:
    assert judge_name(name).grade == "shown"


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_name_that_may_be_a_password_is_doubtful(text: str) -> None:
    assert judge_name(text).grade == "doubtful"


@pytest.mark.parametrize("text", REFUSED)
def test_no_name_is_refused(text: str) -> None:
    assert judge_name(text).grade == "refused"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(min_size=10, max_size=64), st.sampled_from(["", "GitHub ", "mika "]))
def test_no_encoding_of_ten_bytes_is_a_name(raw: bytes, before: str) -> None:
    base32 = base64.b32encode(raw).decode()
    for encoded in (
        base32, base32.rstrip("="), base32.rstrip("=").lower(), raw.hex(), raw.hex().upper(), raw.hex(":"), raw.hex(" "),
        base64.b64encode(raw).decode(), base64.urlsafe_b64encode(raw).decode().rstrip("="),
        "".join(f"%{byte:02x}" for byte in raw),
    ):  # fmt: skip
        assert judge_name(before + encoded).grade != "shown", encoded
        # Small letters alone are a word in an address, as far as anybody can tell.
        if not (encoded.isalpha() and encoded.islower()):
            assert judge_name(f"{encoded}@contoso.com").grade != "shown"
            assert judge_name(f"{encoded}.com").grade != "shown"


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text())
def test_any_text_is_judged_and_the_place_lies_within_it(text: str) -> None:
    judged = judge_name(text)
    assert 0 <= judged.at <= len(text)
    assert judged.grade == "refused" or len(text) <= 100
