import QtQuick

// Shows a part of an item as large as the whole.
Matrix4x4 {
    required property rect near
    required property Item of

    matrix: Qt.matrix4x4(1 / near.width, 0, 0, -near.x / near.width * of.width, 0, 1 / near.height, 0, -near.y / near.height * of.height, 0, 0, 1, 0, 0, 0, 0, 1)
}
