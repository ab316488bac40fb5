pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The city at night or by day: sky at once, contour lines and rivers as soon as they are drawn.
Rectangle {
    id: root

    required property Stage stage
    readonly property bool loading: picture.pending

    gradient: Gradient {
        GradientStop {
            color: Theme.skyTop
            position: 0
        }

        GradientStop {
            color: Theme.skyBottom
            position: 1
        }
    }

    StagePicture {
        id: picture

        height: root.height
        ratio: Screen.devicePixelRatio
        stage: root.stage
        urgent: true
        width: root.width

        Component.onCompleted: begin()
    }

    // At once, since the first frame shows it; its file is made to be opened in some milliseconds.
    Picture {
        anchors.fill: parent
        asynchronous: false
        source: picture.base
        visible: !Theme.highContrast
    }
}
