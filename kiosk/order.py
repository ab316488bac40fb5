"""A deck's slides in the order in which visitors step through them."""

from __future__ import annotations

from kiosk.deck.model import Deck


class Order:
    """A deck, with its platforms by their ids and its slides by their indexes."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        self.platforms = {platform.id: platform for platform in deck.platforms}
        self.slides = tuple((platform.id, slide.id) for platform in deck.platforms for slide in platform.slides)
        """Each slide's platform and the slide itself, by their ids."""
        self.index = {slide: index for index, (_, slide) in enumerate(self.slides)}
        """Where in `slides` each slide is."""
