import QtQuick

// A group's platforms where a seated visitor reaches all of them.
LowReach {
    cards: stage.lists.members
    heading: stage.group.name
    text: stage.group.summary
}
