"""Sentences about organisations: what their administrators choose for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lostphone.gherkin.inverse import tells, tells_run
from lostphone.gherkin.sentence import sentence
from lostphone.stories.actions import work
from lostphone.stories.story import Story


@sentence(
    "given",
    "when",
    en="{tenant} is an organisation with the domain {domain:text}",
    ja="{tenant}は{domain:text}をドメインとする組織である",
)
def organisation(story: Story, tenant: str, domain: str) -> None:
    story.do(work.CreateTenant(tenant, domain))


tells(organisation, work.CreateTenant, lambda action: {"tenant": action.tenant, "domain": action.domain})


@sentence(
    "given",
    "when",
    en="{tenant} contracts a provider for text messages",
    ja="{tenant}は通信事業者とSMSの配信を契約する",
)
def contracts_provider(story: Story, tenant: str) -> None:
    story.do(work.ContractProvider(tenant))


tells(contracts_provider, work.ContractProvider, lambda action: {"tenant": action.tenant})


@sentence(
    "given",
    "when",
    en="{tenant} opts out of the automatic enablement of passkeys",
    ja="{tenant}はパスキーの自動有効化をオプトアウトする",
)
def opts_out(story: Story, tenant: str) -> None:
    story.do(work.OptOutOfPasskeys(tenant))


tells(opts_out, work.OptOutOfPasskeys, lambda action: {"tenant": action.tenant})


@sentence(
    "given",
    "when",
    en="{tenant} takes Authenticator on {platform} off its list for passkeys",
    ja="{tenant}はパスキーの許可リストから{platform}のAuthenticatorを外す",
)
def removes_model(story: Story, tenant: str, platform: str) -> None:
    story.do(work.RemovePasskeyModel(tenant, platform))  # type: ignore[arg-type]


tells(
    removes_model,
    work.RemovePasskeyModel,
    lambda action: {"tenant": action.tenant, "platform": action.platform},
)


@sentence(
    "given",
    "when",
    en="{tenant} {demanded:attestation_demand} for new passkeys",
    ja="{tenant}は新しいパスキーに{demanded:attestation_demand}",
)
def sets_attestation(story: Story, tenant: str, demanded: bool) -> None:
    story.do(work.SetAttestation(tenant, demanded))


tells(
    sets_attestation,
    work.SetAttestation,
    lambda action: {"tenant": action.tenant, "demanded": action.demanded},
)


@sentence(
    "given",
    "when",
    en="{tenant} {enabled:allowance} {method} in {policy:policy_object}",
    ja="{tenant}は{policy:policy_object}で{method}を{enabled:allowance}",
)
def sets_policy(story: Story, tenant: str, enabled: bool, method: str, policy: str) -> None:
    objects = ("authentication-methods", "legacy-mfa", "legacy-sspr") if policy == "all" else (policy,)
    for name in objects:
        story.do(work.SetTenantPolicy(tenant, name, method, enabled))  # type: ignore[arg-type]


def _policies(action: work.SetTenantPolicy, _ahead: Sequence[Any]) -> Iterator[Mapping[str, Any]]:
    for policy in ("all", action.policy):
        yield {
            "tenant": action.tenant,
            "enabled": action.enabled,
            "method": action.method,
            "policy": policy,
        }


tells_run(sets_policy, work.SetTenantPolicy, _policies)


@sentence(
    "given",
    "when",
    en="{tenant} demands a passkey for everything, {exception:passkey_exception}",
    ja="{tenant}は{exception:passkey_exception}すべてにパスキーを要求する",
)
def demands_passkeys(story: Story, tenant: str, exception: bool) -> None:
    story.do(work.RequirePasskeys(tenant, pass_counts=exception))


tells(
    demands_passkeys,
    work.RequirePasskeys,
    lambda action: {"tenant": action.tenant, "exception": action.pass_counts},
)
