"""Which request is next."""

from charts.making import motif_job

from kiosk.charts.waiting import Waiting


def jobs(count):
    return [motif_job(100 + at) for at in range(count)]


def taken(waiting):
    found = []
    while request := waiting.take():
        found.append(request.job)
    return found


def test_requests_come_in_turn_and_urgent_ones_first_the_newest_of_them_before_the_others():
    a, b, c, d = jobs(4)
    waiting = Waiting(workers=9)
    for made, urgent in ((a, False), (b, True), (c, False), (d, True)):
        waiting.add(made, print, urgent=urgent)
    assert taken(waiting) == [d, b, a, c]


def test_one_of_several_workers_is_left_to_urgent_requests():
    a, b, c, d = jobs(4)
    waiting = Waiting(workers=2)
    for made in (a, b, c):
        waiting.add(made, print, urgent=False)
    first = waiting.take()
    assert not waiting.has_next
    assert waiting.take() is None
    waiting.add(d, print, urgent=True)
    assert waiting.has_next
    assert taken(waiting) == [d]
    waiting.add(first.job, print, urgent=True)  # what is drawn ahead is waited for now
    assert waiting.take() is None
    waiting.finish(first)
    assert taken(waiting) == [b]


def test_a_single_worker_is_for_all_requests():
    a, b = jobs(2)
    waiting = Waiting(workers=1)
    waiting.add(a, print, urgent=False)
    waiting.add(b, print, urgent=True)
    waiting.finish(waiting.take())
    assert taken(waiting) == [a]


def test_a_request_becomes_urgent_when_it_is_asked_for_urgently():
    a, b, c = jobs(3)
    waiting = Waiting(workers=9)
    for made in (a, b, c):
        waiting.add(made, print, urgent=False)
    waiting.add(c, print, urgent=True)
    assert taken(waiting) == [c, a, b]


def test_one_drawing_serves_all_who_ask_while_it_waits_or_is_under_way():
    (a,) = jobs(1)
    waiting = Waiting(workers=9)
    waiting.add(a, "first", urgent=False)
    waiting.add(a, "second", urgent=False)
    request = waiting.take()
    waiting.add(a, "third", urgent=True)
    assert waiting.take() is None
    assert waiting.finish(request) == ["first", "second", "third"]
    assert not waiting.running


def test_a_withdrawn_request_is_not_drawn():
    a, b = jobs(2)
    waiting = Waiting(workers=9)
    waiting.add(a, print, urgent=False)
    waiting.add(b, print, urgent=False)
    waiting.forget(a, print)
    waiting.forget(a, print)
    assert taken(waiting) == [b]


def test_what_one_withdraws_is_drawn_for_the_others():
    (a,) = jobs(1)
    waiting = Waiting(workers=9)
    waiting.add(a, "first", urgent=False)
    waiting.add(a, "second", urgent=False)
    waiting.forget(a, "first")
    assert waiting.finish(waiting.take()) == ["second"]


def test_what_is_put_back_keeps_its_listeners():
    (a,) = jobs(1)
    waiting = Waiting(workers=9)
    waiting.add(a, "first", urgent=False)
    waiting.put_back(waiting.take())
    assert waiting.has_next
    assert waiting.finish(waiting.take()) == ["first"]


def test_clearing_names_all_listeners():
    a, b = jobs(2)
    waiting = Waiting(workers=9)
    waiting.add(a, "first", urgent=False)
    waiting.take()
    waiting.add(b, "second", urgent=False)
    assert sorted(waiting.clear()) == ["first", "second"]
    assert waiting.take() is None
