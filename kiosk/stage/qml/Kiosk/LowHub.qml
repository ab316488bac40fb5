import QtQuick

// The hub where a seated visitor reaches all of it.
LowReach {
    cards: stage.groups
    heading: stage.title
    others: stage.others
    text: stage.subtitle
    ways: stage.ways
}
