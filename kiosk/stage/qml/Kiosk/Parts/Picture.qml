import QtQuick

// A picture, decoded beside the screen's own work; until another one is decoded, it stays.
Image {
    readonly property bool loading: status === Image.Loading

    asynchronous: true
    retainWhileLoading: true
}
