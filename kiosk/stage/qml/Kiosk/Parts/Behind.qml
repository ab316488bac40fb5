pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A picture or a film behind a slide or a scene, dimmed so that text can be read on it. The picture is there at once; a
// film lies over it as soon as it plays, and never where it cannot be played or nothing is to move.
Item {
    id: root

    required property Stage stage
    required property string image
    required property string film
    required property bool looped
    property bool current: false

    clip: true
    objectName: "background"
    visible: !Theme.highContrast

    Picture {
        anchors.fill: parent
        fillMode: Image.PreserveAspectCrop
        source: root.stage.scenery.picture(root.image)
        sourceSize.width: Math.min(2560, Math.ceil(width * Screen.devicePixelRatio)) // a tall one as wide as a 4K screen would pass Qt's limit
    }

    Loader {
        id: player

        // Qt Quick's software adaptation shows no moving pictures.
        readonly property bool wanted: root.film !== "" && root.current && root.visible && Theme.slide > 0 && GraphicsInfo.api !== GraphicsInfo.Software && root.stage.scenery.playsFilms

        anchors.fill: parent
        objectName: "film"

        onWantedChanged: player.play()
        Component.onCompleted: player.play()

        function play() {
            if (wanted)
                setSource(Qt.resolvedUrl("../Film/Film.qml"), {
                    stage: root.stage,
                    file: root.stage.scenery.picture(root.film),
                    looped: root.looped
                });
            else
                source = "";
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }
}
