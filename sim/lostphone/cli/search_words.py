"""What `lostphone explore` says, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "counts": "{found} found, {runs:,} run{s}, {actions:,} actions ({rate:,} a second), "
        "{years:,.0f} simulated years, {met} of {all} situations met",
        "in-short": "{found} found, {runs:,} run{s}",
        "so-far": "{found} found, {runs:,} run{s}, {met}/{all} situations, {actions:,} actions ({rate:,}/s), "
        "{years:,.0f} years",
        "verdicts": "promises looked at {whole:,} times: "
        "{valid:,} kept, {invalid:,} broken, {unknown:,} open",
        "shortening": "{so_far}; making a story shorter, {tries} tries",
        "seen": "  what was seen: {seen}",
        "steps": "  told in {steps} steps: {file}",
        "whole": "  {steps} actions, not made shorter yet (--resume does that first): {file}",
        "unwritten": "  {steps} steps, not written",
        "unplayed": "  before it was asked for anything; see what it says:",
        "drawn": "  found in run {run} (seed {seed}): {people}, from {day} on; faults there: {faults}",
        "again": "  to see it again: {command}",
        "none": "none",
        "comma": ", ",
        "marks": "situations that never came up: {number}",
        "promises": "promises that could never be judged: {number}",
        "and": "; ",
        "small": "{what}. That is usual in a small search, and a finding in one of {enough:,} runs or more; "
        "--format json names them",
        "large": "{what} ({names})",
        "diverged": "not the same twice: {where}",
        "stopped": "stopped; to go on: lostphone explore --resume {words}",
        "nothing": "nothing found",
        "others": "of earlier searches there are findings in {out} too: {number}",
    },
    "ja": {
        "counts": "発見{found}件、{runs:,}回、操作{actions:,}件(毎秒{rate:,}件)、"
        "シミュレーション上の{years:,.0f}年、{all}の状況のうち{met}に遭遇",
        "in-short": "発見{found}件",
        "so-far": "発見{found}件、{runs:,}回、状況{met}/{all}、操作{actions:,}件(毎秒{rate:,}件)、"
        "{years:,.0f}年",
        "verdicts": "約束を{whole:,}回確かめました: 守られた{valid:,}回、破られた{invalid:,}回、"
        "判断できない{unknown:,}回",
        "shortening": "{so_far}、話を短くしています({tries}回目)",
        "seen": "  実際: {seen}",
        "steps": "  {steps}ステップの話: {file}",
        "whole": "  操作{steps}件。まだ短くしていません(--resume で続けると、最初に短くします): {file}",
        "unwritten": "  {steps}ステップ。書き込めませんでした",
        "unplayed": "  何も頼まないうちのことです。出力を見るには:",
        "drawn": "  見つけた所: {run}番の履歴(シード{seed}): {people}、{day}から。そこでの障害: {faults}",
        "again": "  もう一度確かめるには: {command}",
        "none": "なし",
        "comma": "、",
        "marks": "一度も起きなかった状況: {number}件",
        "promises": "一度も判定できなかった約束: {number}件",
        "and": "、",
        "small": "{what}。小さな探索ではよくあることで、{enough:,}回以上の探索では発見になります"
        "(名前は --format json で)",
        "large": "{what}({names})",
        "diverged": "同じ種から同じ結果になりません: {where}",
        "stopped": "中断しました。続けるには: lostphone explore --resume {words}",
        "nothing": "何も見つかりませんでした",
        "others": "{out} には以前の探索の発見もあります: {number}件",
    },
}
