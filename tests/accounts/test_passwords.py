"""Both rule books, one-time passwords, and the cost of a hash."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jingzhun.accounts import passwords
from jingzhun.accounts.service import demo
from tests.conftest import NOW

CASES = """
mlps3  Yutian-2018          too-short
mlps3  Yutian-gengzuo       ok
mlps3  yutiangengzuo        too-plain
mlps3  yutian-gengzuo       too-plain
mlps3  yutian-gengzuo-1     ok
mlps3  YutianGengzuo1       ok
mlps3  Lin.Dongshan-2018    holds-name
mlps3  Password123456!      too-common
mlps3  Aa1!Aa1!Aa1!         too-common
nist   Yutian-gengzuo       too-short
nist   yutiangengzuozhe     ok
nist   aaaaaaaaaaaaaaaa     too-common
nist   passwordpassword     too-common
nist   我家门前有小河后面有山坡坡上有竹子  ok
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_rule_books(case: str) -> None:
    policy, password, expected = case.split()
    faults = passwords.faults(policy, password, username="lin.dongshan", name="林东山")
    codes = [fault.code.removeprefix("password-") for fault in faults] or ["ok"]
    assert codes == [expected]
    assert all(fault.pointer == "/new" for fault in faults)


def test_every_fault_is_told_at_once() -> None:
    faults = passwords.faults("mlps3", "lin", username="lin", name="林东山")
    assert [fault.code for fault in faults] == [
        "password-too-short",
        "password-too-plain",
        "password-holds-name",
    ]


def test_one_time_passwords_differ_and_meet_both_rule_books() -> None:
    made = {passwords.one_time() for _ in range(50)}
    assert len(made) == 50
    for policy in ("mlps3", "nist"):
        for password in made:
            assert not passwords.faults(policy, password, username="lin", name="林东山")


@pytest.mark.parametrize("policy", ["mlps3", "nist"])
def test_the_demo_password_meets_the_rule_books(policy: str) -> None:
    for username, name in (("demo-town", "林东山"), ("demo-leader", "吴领航")):
        assert not passwords.faults(policy, demo.PASSWORD, username=username, name=name)


def test_a_hash_is_argon2id_with_the_figures_of_owasp() -> None:
    made = passwords.digest("Yutian-gengzuo-2018")
    assert made.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.matches(made, "Yutian-gengzuo-2018")
    assert not passwords.matches(made, "yutian-gengzuo-2018")
    assert not passwords.is_outdated(made)


def test_nobody_has_a_password() -> None:
    assert not passwords.matches(None, "")
    assert not passwords.matches("not a hash", "x")


def test_only_one_rule_book_asks_for_change() -> None:
    old = NOW - timedelta(days=91)
    assert passwords.has_aged("mlps3", old, NOW)
    assert not passwords.has_aged("mlps3", NOW - timedelta(days=89), NOW)
    assert not passwords.has_aged("nist", old, NOW)
