import QtQuick

// Whether a frame has been on the screen since this was made: there is what the first one shall not wait for.
Connections {
    property bool past: false

    function onFrameSwapped() {
        past = true;
    }

    enabled: !past
}
