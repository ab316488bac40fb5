pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// One to six pictures with what they show.
SlideFrame {
    id: root

    required property string slideId
    required property Rows pictures

    Grid {
        id: grid

        readonly property int across: Sizes.portrait ? (frames.count > 3 ? 2 : 1) : Math.min(3, Math.max(1, frames.count))
        readonly property int down: Math.max(1, Math.ceil(frames.count / across))
        readonly property real cellWidth: (parent.width - (across - 1) * Sizes.gap) / across
        readonly property real cellHeight: (parent.height - (down - 1) * Sizes.gap) / down

        columns: across
        spacing: Sizes.gap

        Repeater {
            id: frames

            model: root.pictures

            Item {
                id: frame

                required property int index
                required property string image
                required property string caption
                required property string source

                Accessible.name: frame.caption
                Accessible.role: Accessible.Graphic
                height: grid.cellHeight
                opacity: index < root.shown ? 1 : 0
                width: grid.cellWidth

                Accessible.onPressAction: root.stage.openSources(frame.source)

                Picture {
                    anchors.bottom: caption.top
                    anchors.bottomMargin: Sizes.grid
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    fillMode: Image.PreserveAspectFit
                    horizontalAlignment: Image.AlignLeft
                    source: root.stage.scenery.picture(frame.image)
                    sourceSize.height: Math.ceil(height * Screen.devicePixelRatio)
                    sourceSize.width: Math.ceil(width * Screen.devicePixelRatio)
                }

                Words {
                    id: caption

                    color: root.ink
                    anchors.bottom: parent.bottom
                    height: Sizes.lines(Sizes.caption, 2)
                    size: Sizes.caption
                    text: frame.caption
                    width: parent.width
                }

                Behavior on opacity {
                    NumberAnimation {
                        duration: Theme.fade
                        easing.type: Easing.OutCubic
                    }
                }

                TapHandler {
                    enabled: !root.stage.show.presenting
                    gesturePolicy: TapHandler.ReleaseWithinBounds

                    onTapped: root.stage.openSources(frame.source)
                }
            }
        }
    }
}
