"""The units that Kiosk knows, as each language writes them after a number."""

from __future__ import annotations

from typing import Final

from kiosk.deck.records import record


@record
class Noun:
    """What a unit counts."""

    many: str
    """In English, after any number but one …"""
    one: str
    """… and after one."""
    chinese: str
    """With the measure word that a native editor would choose."""


def _same(text: str, chinese: str) -> Noun:
    return Noun(text, text, chinese)


DATES: Final = frozenset({"year"})
"""Units whose numbers are dates: they are never grouped, 2020 is no 2,020."""

NOUNS: Final = {
    "percent": _same("%", "%"),
    "percentage points": Noun("percentage points", "percentage point", "个百分点"),
    "times": Noun("times", "time", "倍"),
    # Money
    "CNY": _same("yuan", "元"),
    "USD": Noun("US dollars", "US dollar", "美元"),
    "EUR": Noun("euros", "euro", "欧元"),
    "SGD": Noun("Singapore dollars", "Singapore dollar", "新加坡元"),
    # Measures
    "km": _same("km", "公里"),
    "km2": _same("km²", "平方公里"),
    "m2": _same("m²", "平方米"),
    "hectares": Noun("hectares", "hectare", "公顷"),
    "tonnes": Noun("tonnes", "tonne", "吨"),
    "TEU": _same("TEU", "标箱"),
    "Gbps": _same("Gbps", "Gbps"),
    "ms": _same("ms", "毫秒"),
    "minutes": Noun("minutes", "minute", "分钟"),
    "hours": Noun("hours", "hour", "小时"),
    "days": Noun("days", "day", "天"),
    "months": Noun("months", "month", "个月"),
    "years": Noun("years", "year", "年"),
    "year": _same("", "年"),
    # Counts
    "areas": Noun("areas", "area", "个片区"),
    "cells": Noun("cells", "cell", "个"),
    "centres": Noun("centres", "centre", "个中心"),
    "companies": Noun("companies", "company", "家"),
    "contracts": Noun("contracts", "contract", "个"),
    "countries": Noun("countries", "country", "个国家"),
    "countries and regions": _same("countries and regions", "个国家和地区"),
    "departures": Noun("departures", "departure", "班"),
    "flights": Noun("flights", "flight", "班"),
    "flights a week": Noun("flights a week", "flight a week", "班/周"),
    "innovations": Noun("innovations", "innovation", "项"),
    "institutions": Noun("institutions", "institution", "家"),
    "jobs": Noun("jobs", "job", "个岗位"),
    "laptops": Noun("laptops", "laptop", "台"),
    "lorries": Noun("lorries", "lorry", "车次"),
    "market players": Noun("market players", "market player", "户"),
    "measures": Noun("measures", "measure", "项"),
    "people": Noun("people", "person", "人"),
    "platforms": Noun("platforms", "platform", "个"),
    "policies": Noun("policies", "policy", "项"),
    "ports": Noun("ports", "port", "个港口"),
    "projects": Noun("projects", "project", "个"),
    "routes": Noun("routes", "route", "条"),
    "tasks": Noun("tasks", "task", "项"),
    "trains": Noun("trains", "train", "列"),
    "trips": Noun("trips", "trip", "列"),
    "vehicles": Noun("vehicles", "vehicle", "辆"),
    "zones": Noun("zones", "zone", "个"),
    "zones and centres": _same("zones and centres", "个"),
}
"""By the name that a slide file gives them; after a scale word in it: `billion CNY`."""
