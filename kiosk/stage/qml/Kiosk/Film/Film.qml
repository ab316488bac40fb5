pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk.Backstage

// A film without its sound: seen once it plays, its last frame kept at its end; nothing where it cannot be played.
// Loaded only where Qt Multimedia is installed.
Item {
    id: root

    required property Stage stage
    required property url file
    required property bool looped

    opacity: 0

    VideoOutput {
        id: output

        anchors.fill: parent
        endOfStreamPolicy: VideoOutput.KeepLastFrame
        fillMode: VideoOutput.PreserveAspectCrop
    }

    MediaPlayer {
        id: player

        autoPlay: true
        loops: root.looped ? MediaPlayer.Infinite : 1
        source: root.file
        videoOutput: output

        onErrorOccurred: root.opacity = 0
        // One that begins anew for ever would keep the booth from returning.
        onPlayingChanged: if (!root.looped) root.stage.scenery.filmPlays(player.playing)
        onPositionChanged: if (player.position > 0 && player.error === MediaPlayer.NoError) root.opacity = 1
    }
}
