pragma ComponentBehavior: Bound

import QtQuick
import QtQml.Models
import Kiosk.Backstage
import Kiosk.Parts
import Kiosk.Slides

// All slides side by side; only the current one and its neighbours exist. The finger leads, the navigator decides.
Item {
    id: root

    required property Stage stage
    property int index: stage.index
    property bool rehearsing: false
    property int rests: 0
    readonly property bool presenting: stage?.show.presenting ?? false
    readonly property rect near: stage?.show.near ?? Qt.rect(0, 0, 1, 1)
    readonly property bool isNear: near.width < 1

    clip: isNear
    Accessible.ignored: !presenting
    Accessible.name: Texts.next
    Accessible.role: Accessible.Button

    Accessible.onPressAction: root.stage.show.tapped(1)

    // Not by a binding of the list's: it forgets its index whenever it is given a model.
    function settle(smoothly: bool) {
        list.forceLayout(); // a changed deck has moved slides about
        list.currentIndex = root.index;
        const there = list.originX + root.index * root.width;
        if (smoothly && Theme.slide > 0 && Math.abs(there - list.contentX) < 1.5 * root.width) {
            glide.to = there;
            glide.restart();
        } else {
            glide.stop();
            list.positionViewAtIndex(root.index, ListView.Beginning);
            root.rests += 1;
        }
    }

    // A slide that is being made bit by bit is given up, not found gone, of which Qt would complain.
    Component.onDestruction: list.model = null
    onIndexChanged: if (root.stage) root.settle(root.stage.screen === "slide")
    onWidthChanged: if (root.stage) root.settle(false)

    Loader {
        active: root.presenting
        anchors.fill: parent

        sourceComponent: Nearing {
            near: root.near

            onBrought: (left, top, share) => root.stage.show.bringNear(left, top, share)
        }
    }

    ListView {
        id: list

        // A pixel narrower than a slide: else the next slide but one touches its edge, and a step waits until it is made.
        anchors.fill: parent
        anchors.rightMargin: 1
        boundsBehavior: Flickable.DragOverBounds
        // After a move Qt makes the neighbour on that side alone, until the buffer is another one: then both.
        cacheBuffer: first.past ? width - root.rests % 2 : 0
        highlightFollowsCurrentItem: false
        interactive: false
        // Without a width every slide would fit on the screen, and be made.
        model: width > 0 ? root.stage.lists.slides : null
        objectName: root.rehearsing ? "rehearsal" : "slides"
        orientation: ListView.Horizontal

        delegate: DelegateChooser {
            role: "layout"

            DelegateChoice {
                roleValue: "cover"

                CoverSlide {
                    current: ListView.isCurrentItem && !root.rehearsing
                    height: list.height
                    stage: root.stage
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "profile"

                ProfileSlide {
                    current: ListView.isCurrentItem && !root.rehearsing
                    height: list.height
                    stage: root.stage
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "statement"

                StatementSlide {
                    current: ListView.isCurrentItem && !root.rehearsing
                    height: list.height
                    stage: root.stage
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "figures"

                FiguresSlide {
                    current: ListView.isCurrentItem && !root.rehearsing
                    height: list.height
                    stage: root.stage
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "chart"

                ChartSlide {
                    current: ListView.isCurrentItem && !root.rehearsing
                    height: list.height
                    stage: root.stage
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "timeline"

                TimelineSlide {
                    current: ListView.isCurrentItem && !root.rehearsing
                    height: list.height
                    stage: root.stage
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "gallery"

                GallerySlide {
                    current: ListView.isCurrentItem && !root.rehearsing
                    height: list.height
                    stage: root.stage
                    width: root.width
                }
            }

            DelegateChoice {
                roleValue: "text"

                TextSlide {
                    current: ListView.isCurrentItem && !root.rehearsing
                    height: list.height
                    stage: root.stage
                    width: root.width
                }
            }
        }

        Component.onCompleted: root.settle(false)

        transform: Closer {
            near: root.near
            of: root
        }
    }

    // The neighbours wait until the first slide stands.
    FirstFrame {
        id: first

        enabled: !past && !root.rehearsing
        target: root.Window.window
    }

    NumberAnimation {
        id: glide

        duration: Theme.slide
        easing.type: Easing.OutCubic
        property: "contentX"
        target: list

        onFinished: root.rests += 1
    }

    // While somebody presents: what is touched and answers to no touch of its own.
    TapHandler {
        enabled: root.presenting
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onLongPressed: root.stage.show.layOut()
        onTapped: point => root.stage.show.tapped(point.position.x / root.width)
    }

    DragHandler {
        id: drag

        property rect part
        property real start: 0
        property real led: 0

        dragThreshold: Sizes.dragThreshold
        maximumPointCount: 4
        target: null
        yAxis.enabled: root.isNear

        onActiveChanged: {
            if (active) {
                glide.stop();
                start = list.contentX;
                led = 0; // beside a palm that rests a tap is a drag, of nothing
                part = root.near;
            } else if (!root.isNear && root.stage?.screen === "slide") {
                // A swipe may lead to another screen, and then this one is gone already.
                const stage = root.stage;
                stage.swiped(led, root.width, Sizes.unit);
                if (stage.screen === "slide")
                    root.settle(true);
            }
        }
        onActiveTranslationChanged: {
            // Qt sets the translation back to nothing before it tells that the drag has ended.
            if (active && root.isNear) {
                const moved = Qt.point(activeTranslation.x / root.width, activeTranslation.y / root.height);
                root.stage.show.bringNear(part.x - moved.x * part.width, part.y - moved.y * part.width, part.width);
            } else if (active) {
                led = activeTranslation.x;
                list.contentX = start - led;
            }
        }
    }
}
