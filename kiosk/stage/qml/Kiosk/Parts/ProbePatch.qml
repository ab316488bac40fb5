import QtQuick

// A square in the colour of the slide's number, so that a program outside can tell which slide is on the screen.
Rectangle {
    required property int number

    color: Qt.rgba((30 + 50 * (number % 5)) / 255, (40 + 60 * (Math.floor(number / 5) % 4)) / 255, (235 - 50 * (number % 5)) / 255, 1)
    height: 56
    width: 56
    z: 100
}
