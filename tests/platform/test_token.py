"""The token of a running program follows its file, whoever writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.platform.token import ApiToken, renew_token


class Site:
    def __init__(self, file: Path) -> None:
        self.now = 0.0
        self.hidden: list[str] = []
        self.token = ApiToken(file, self.hidden.append, lambda: self.now)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "api-token")


def test_nothing_fits_before_there_is_one(site: Site) -> None:
    assert not site.token.fits(b"")
    token = site.token.value()
    assert site.token.fits(token.encode())
    assert site.hidden == [token]


def test_a_new_one_is_taken_at_once_and_the_old_one_is_worthless(site: Site) -> None:
    old = site.token.value()
    new = site.token.renew()
    assert site.token.fits(new.encode())
    assert not site.token.fits(old.encode())
    assert new in site.hidden


def test_another_process_made_a_new_one(site: Site) -> None:
    """Whoever comes with the new one is let in at once; the old one ends within a second, also when nobody does."""
    old = site.token.value()
    new = renew_token(site.token.path)
    site.now += 1
    assert not site.token.fits(old.encode())
    assert site.token.fits(new.encode())
    newer = renew_token(site.token.path)
    assert site.token.fits(newer.encode())
    assert not site.token.fits(new.encode())


def test_the_file_is_not_looked_at_for_each_call(site: Site) -> None:
    token = site.token.value()
    renew_token(site.token.path)
    site.now += 0.9
    assert site.token.fits(token.encode())


@pytest.mark.parametrize("content", [None, "", "short"], ids=["gone", "emptied", "cut short"])
def test_a_file_that_is_being_written_locks_nobody_out(site: Site, content: str | None) -> None:
    token = site.token.value()
    site.token.path.unlink()
    if content is not None:
        site.token.path.write_text(content)
    site.now += 5
    assert site.token.fits(token.encode())
    assert not site.token.fits(b"")
    assert not site.token.fits((content or "x").encode())
