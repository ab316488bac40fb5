import QtQuick

// The hub where a seated visitor reaches all of it.
LowReach {
    cards: stage.groups
    heading: stage.about.title
    others: stage.others
    text: stage.about.subtitle
    ways: stage.ways
}
