import QtQuick

// The hub where a seated visitor reaches all of it.
LowReach {
    cards: stage.lists.groups
    heading: stage.about.title
    others: stage.lists.others
    text: stage.about.subtitle
    ways: stage.lists.ways
}
