pragma ComponentBehavior: Bound

import QtQuick

// The slides once more, where nobody sees or touches them.
SlideList {
    enabled: false
    index: stage.rehearsal.index
    rehearsing: true
}
