from sim.cli.progress import shortened, shown


def test_items_pass_unchanged_whether_or_not_anybody_watches() -> None:
    assert list(shown(iter("abc"), 3, "letters")) == ["a", "b", "c"]


def test_a_long_name_gives_way_to_the_figures() -> None:
    assert shortened("what-decides-leverage", 10) == "what-deci\N{HORIZONTAL ELLIPSIS}"
    assert shortened("screening", 10) == "screening"
