import QtQuick

// A group's platforms where a seated visitor reaches all of them.
LowReach {
    cards: stage.lists.members
    heading: stage.groupName
    text: stage.groupSummary
}
