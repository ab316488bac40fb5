import QtQuick

// One size for the same text on several cards: the largest that fits on all of them. Each card tries it on its own.
QtObject {
    id: root

    required property int largest
    property list<int> tried: []
    readonly property int size: Math.min(largest, ...tried)

    function tell(at: int, size: int) {
        const sizes = [...tried];
        while (sizes.length < at)
            sizes.push(largest);
        sizes[at] = size;
        tried = sizes;
    }
}
