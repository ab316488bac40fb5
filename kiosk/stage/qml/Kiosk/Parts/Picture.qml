import QtQuick

// A picture, decoded beside the screen's own work.
Image {
    readonly property bool loading: status === Image.Loading

    asynchronous: true
}
