"""What the fields of a form mean, in Chinese; in English the classes of the deck say it themselves.

A test names what a form shows and this lacks.
"""

from __future__ import annotations

from typing import Final

CHINESE: Final[dict[str, str]] = {
    # The deck
    "Its heading.": "标题。",
    "One line under the deck's title.": "演示标题下方的一行字。",
    "The first one is what a new visitor meets.": "第一种是新访客看到的语言。",
    "Kiosk's own two-rivers (dark) or day (light), or one of the deck's folder `themes`.": (
        "自带的两江（深色）或白昼（浅色），或演示文件夹 `themes` 中的主题。"
    ),
    "When a visitor who stopped touching is asked, and when the booth returns to the attract loop. Seconds.": (
        "访客停止操作后，多久询问一次、多久回到循环画面，以秒计。"
    ),
    'Without a touch, until "Still exploring?" is asked.': "无人触摸多久后询问“还在浏览吗？”。",
    "Counted from the question.": "从询问时算起。",
    "How long each scene of the attract loop stays.": "循环画面中每个画面停留多久。",
    "In the place of `ask_after` where there is much to read, or a code to scan.": (
        "在文字较多或有二维码的页面，代替“多久后询问”。"
    ),
    "Without a touch or a key, until a presenter's show is over and the booth is the visitors' again.": (
        "演示时多久没有触摸或按键即结束，展台交还访客。"
    ),
    "None where it is not known: the controls of the low reach then keep to the lower third.": (
        "不清楚时留空：低位操作的按钮则保持在屏幕下部三分之一。"
    ),
    "Of the picture, in inches.": "画面对角线，以英寸计。",
    "From the floor to the picture's lower edge, in millimetres.": "从地面到画面下沿，以毫米计。",
    "From the screen to its visitors, in millimetres: `kiosk check --deep` then says what is too small to be read.": (
        "屏幕到访客的距离，以毫米计：`kiosk check --deep` 据此指出过小的文字。"
    ),
    "None where the booth is always open.": "全天开放时留空。",
    'Such as "09:00".': "例如“09:00”。",
    "Before `open` where the booth is open past midnight.": "开放到午夜之后时，可早于开始时间。",
    "On which it opens; none named means every day.": "哪几天开放；不填表示每天。",
    "Months after which `kiosk check` names a figure, by its period's date or else its source's; never if left out.": (
        "数字按其时间（没有则按来源日期）超过多少个月，`kiosk check` 会指出；不填则从不指出。"
    ),
    "The id of the slide with the map that leads to the platforms; the hub offers it.": (
        "通向各平台的地图页面的标识；主页会显示其入口。"
    ),
    "One scene of the attract loop: a sentence, and a number or none.": "循环画面中的一个画面：一句话，可加一个数字。",
    "What is read from five metres away.": "五米之外也能读到的话。",
    "Behind every scene of the loop that has none of its own.": "循环画面中没有自己背景的画面，都用它作背景。",
    "What presenters may choose from besides the whole deck.": "除整套演示外，讲解员可选的路线。",
    "What presenters choose it by.": "讲解员据此选择路线。",
    "How long it is planned to take.": "计划用时。",
    "The ids of slides in the order in which they are shown; a platform's id stands for all its slides.": (
        "按播放顺序列出页面标识；平台的标识代表其全部页面。"
    ),
    "The greeting on a screen before the first slide; there is no such screen if left out.": (
        "第一页之前欢迎画面上的话；不填则没有欢迎画面。"
    ),
    "The delegation's name under the greeting, which a presenter may change.": "欢迎词下的来宾名称，讲解员可以改。",
    "Whose booth it is: what stands at the top of the attract loop and of the hub.": (
        "展台属于谁：显示在循环画面和主页的上方。"
    ),
    "For dark themes; where only one of the two is given, it stands in every theme.": (
        "用于深色主题；两个标志只给一个时，所有主题都用它。"
    ),
    "The fair's name, and its date.": "展会名称与日期。",
    "Whom visitors may turn to afterwards: on the closing screen, and in each code that they take home.": (
        "访客会后可联系谁：显示在结束画面和每个带走的二维码中。"
    ),
    "The office or company.": "机构或企业。",
    'In quotes, so that the plus stays: "+86 23 1234 5678".': "加引号以保留加号：“+86 23 1234 5678”。",
    "Such as name@example.org.": "例如 name@example.org。",
    "Such as https://example.org; shown and carried in the codes, never opened.": (
        "例如 https://example.org；只显示并写入二维码，不会打开。"
    ),
    "The street and the city.": "街道与城市。",
    "None where visitors are not asked for their contact.": "不请访客留资时留空。",
    "The organiser's public key: the line that `kiosk leads keygen` prints.": (
        "主办方的公钥：`kiosk leads keygen` 打印的那一行。"
    ),
    "What visitors agree to: who keeps what, for what, and how they have it deleted.": (
        "访客同意的内容：谁保存什么、作何用途、如何要求删除。"
    ),
    "Of the consent's text, such as 2026-05; it is kept with each contact.": (
        "同意书的版本，例如 2026-05；与每条联系方式一同保存。"
    ),
    "How long the organiser keeps a contact; visitors are told.": "主办方保存联系方式多久；会告知访客。",
    "What is asked for: a name, if it is asked for, and an email or a phone number are needed.": (
        "询问哪些内容：若询问姓名则必填，邮箱与电话至少填一项。"
    ),
    'Under "Thank you", such as who will be in touch.': "“谢谢”下方的话，例如谁会与您联系。",
    "How a unit is written in each language; `deck.yaml` may add units to the ones that Kiosk knows.": (
        "单位在各语言中的写法；可在自带单位之外自行添加。"
    ),
    "What stands after the number: `companies`, 家.": "数字后面的字：`companies`、家。",
    "A digit of the system and the platforms behind it.": "体系中的一个数字，及其背后的平台。",
    '"1", "2", "7" or "9"; "" for a group without one.': "“1”“2”“7”或“9”；没有数字的分组留空。",
    "The name of one of the theme's group colours: gold, jade, coral, sky, violet, sand.": (
        "主题中的分组颜色之一：金、玉、珊瑚、天蓝、紫、沙。"
    ),
    "A property that platforms can be compared by; `deck.yaml` lists them, in the order in which they are shown.": (
        "可用来对比平台的属性；按显示顺序排列。"
    ),
    "None for an indicator in words, such as what a platform specialises in.": (
        "用文字表达的指标留空，例如平台的特色领域。"
    ),
    # Platforms
    "What visitors read as its name.": "访客看到的名称。",
    "A name for it within the deck, of small letters, digits and hyphens.": (
        "在整套演示中的标识，用小写字母、数字和连字符。"
    ),
    "A shorter name for buttons and headers, where the full one is long.": "全称较长时，用于按钮和页眉的简称。",
    "One sentence about it, on its card.": "卡片上的一句介绍。",
    'The name of one of Kiosk\'s signs (`icons.py`), such as ship; "" for none.': (
        "自带图标之一的名称，例如 ship；不要图标则留空。"
    ),
    'The id of its group; "" for a platform that stands by itself on the hub, such as the overview.': (
        "所属分组的标识；在主页上单独显示的平台（如总览）留空。"
    ),
    "Its rank among the platforms of its group; equal ones follow their file names.": (
        "在分组内的次序；次序相同时按文件名排列。"
    ),
    "Where a platform stands, in degrees (WGS 84).": "平台的位置，以度计（WGS 84）。",
    "Degrees east; negative ones are west.": "东经度数；负数为西经。",
    "Degrees north; negative ones are south.": "北纬度数；负数为南纬。",
    "What one platform says to one indicator: a number, or words.": "平台在一项指标上的内容：数字或文字。",
    "The answers of the adviser's visitors that speak for it, each once.": "哪些访客答案适合本平台，每个答案一次。",
    "The id of an answer in `adviser.yaml`.": "`adviser.yaml` 中某个答案的标识。",
    "The fact that makes the platform suit who gave the answer.": "说明平台为何适合作此回答者的事实。",
    "What a visitor may answer to one of the adviser's questions.": "访客对一个提问可以作出的回答。",
    # Slides
    "One line under the title.": "标题下方的一行字。",
    "A few words.": "几句话。",
    "For the presenter; visitors never see them.": "供讲解员使用，访客看不到。",
    "Where the slide's words come from; figures and charts name their own.": "页面文字的来源；数字和图表各自注明来源。",
    "What stands behind a slide or a scene in the place of the rivers: a picture, or a film without its sound.": (
        "代替两江背景的内容：一张图片，或一段无声视频。"
    ),
    "The path of a picture inside the deck's folder, with forward slashes.": "演示文件夹内图片的路径，用正斜杠。",
    "With a film, what is seen until it plays, and where it cannot be played.": (
        "有视频时：视频开始播放之前，以及无法播放时显示的图片。"
    ),
    "The path of a film inside the deck's folder, with forward slashes.": "演示文件夹内视频的路径，用正斜杠。",
    "Whether the film begins anew at its end; otherwise its last frame stays.": (
        "视频结束后是否重新播放；否则停在最后一帧。"
    ),
    "How long a presenter plans to speak about it; its share of the route's time if left out.": (
        "讲解员计划讲多久；不填则平分路线的时长。"
    ),
    "Whether its parts come one by one while somebody presents; visitors see it whole.": (
        "演示时各部分是否逐项出现；访客看到的是完整页面。"
    ),
    "A picture in the deck's folder: PNG, JPEG or WebP.": "演示文件夹中的图片：PNG、JPEG 或 WebP。",
    "A picture with what it shows.": "一张图片及其说明。",
    "What the picture shows.": "图片内容。",
    "One line of a text slide: a name, and a few words about it.": "文字页面的一项：一个名称和几句说明。",
    "A moment on a timeline.": "时间线上的一个时刻。",
    "A number with its unit, what it says, and where it comes from.": "一个数字：单位、含义和来源。",
    "The number itself, without its unit.": "数字本身，不带单位。",
    "What the number counts, such as companies, km2, percent or billion CNY.": (
        "数字的单位，例如 companies、km2、percent 或 billion CNY。"
    ),
    "How the number is meant: exact, about, or at_least.": "数字的精确程度：准确值、约或至少。",
    "What visitors read beside it.": "数字旁的说明。",
    "When it was so, such as 2020 or by the end of 2020.": "所指的时间，例如2020年或截至2020年底。",
    "What must be known with it, in a few words.": "需要一并说明的情况，几句话。",
    "Where it was published: an id of sources.yaml.": "发布之处：`sources.yaml` 中的一个标识。",
    "Where it was published: ids of sources.yaml.": "发布之处：`sources.yaml` 中的标识。",
    # Sources
    "Who published it; with the date, this stands under each figure.": "由谁发布；与日期一起显示在每个数字下方。",
    "`2020`, `2020-12` or `2020-12-25`; `n.d.` where the source has none.": (
        "`2020`、`2020-12` 或 `2020-12-25`；来源没有日期时写 `n.d.`。"
    ),
    "Shown as text, never opened. Left out where the address is not fit for a booth.": (
        "只作为文字显示，不会打开。网址不适合展台时不填。"
    ),
    # Themes
    "Whether light text stands on a dark background.": "是否为深色背景、浅色文字。",
    "Of cards, in pixels at 1080 lines.": "卡片圆角，以 1080 行屏幕的像素计。",
    "What each colour is for. `#rrggbb`, or `#rrggbbaa` where what is beneath may show through.": (
        "各颜色的用途。`#rrggbb`；可透出下层时用 `#rrggbbaa`。"
    ),
    "A colour as `#rrggbb` or, with its opacity, `#rrggbbaa`.": "颜色，写作 `#rrggbb`，或带不透明度的 `#rrggbbaa`。",
    "The background, from its upper edge …": "背景，从上沿的颜色……",
    "… to its lower one.": "……到下沿的颜色。",
    "The contour lines of the background.": "背景的等高线。",
    "The Yangtze.": "长江。",
    "The Jialing.": "嘉陵江。",
    "Cards.": "卡片。",
    "The edge of a card.": "卡片的边线。",
    "Laid over a card while a finger rests on it.": "手指按住卡片时覆盖其上。",
    "Body text.": "正文文字。",
    "Sources and captions; 4.5:1 on the background at least.": "来源与图注；与背景的对比度至少 4.5:1。",
    "What to touch next.": "提示接下来触摸哪里。",
    "Text and icons on the accent and on the groups' colours.": "强调色和分组颜色上的文字与图标。",
    "Behind the bar of buttons.": "按钮栏的底色。",
    "Callouts and sheets; opaque.": "浮层；不透明。",
    "Laid over the slide while a sheet or a question stands before it.": "浮层或询问出现时覆盖在页面上。",
    "The part of a share, a dot or a ring that is not filled.": "占比、圆点或环中未填充的部分。",
    "Gridlines and axes of charts.": "图表的网格线和坐标轴。",
    "Marks that step back behind a highlighted one.": "有突出显示时淡化的标记。",
    "The colours that groups of platforms may own, and the order in which charts take them.": (
        "平台分组可用的颜色，也是图表取色的次序。"
    ),
    "Durations in milliseconds.": "时长，以毫秒计。",
    "From one slide to the next.": "从一页到下一页。",
    "From one screen to another, and overlays.": "从一个画面到另一个画面，以及浮层。",
    "A chart's data growing in, a number counting up.": "图表展开、数字递增。",
    # Charts
    "A picture of a table. Each kind adds its own `options` (`kiosk/deck/charts/KIND.py`).": (
        "用图形表现一张表。每种图表各有自己的选项。"
    ),
    "The kind of chart, which decides which options it has.": "图表类型，决定有哪些选项。",
    "What is measured, in a few words; the unit is added by Kiosk.": "所衡量的内容，几个字；单位会自动加上。",
    "A rectangular table; a column is numeric where every cell that is not empty is a number.": (
        "一张矩形表；一列中非空的格子都是数字时，即为数字列。"
    ),
    "The column with the labels; the first one where it is not named.": "标签所在的列；不填则为第一列。",
    "The columns with numbers; the first numeric one where none is named.": "数字所在的列；不填则为第一个数字列。",
    "The column's name, as the table's first row has it.": "列名，与表格第一行一致。",
    "The label (as the table has it) that stands out while the rest steps back.": (
        "突出显示的标签（与表格一致），其余淡化。"
    ),
    "When it was measured, where the labels do not say so.": "标签没有说明时，所衡量的时间。",
    "What the numbers say, as an axis and a callout name it.": "数字的含义，用于坐标轴和浮层。",
    "The name of a column in a chart's table; the chart sees to it that there is one.": "图表表格中一列的名称。",
    "The chart's own unit where there is none.": "不填则用图表自己的单位。",
    "What several series do: stand side by side, on one another, or share out 100 % of each label's bar.": (
        "多个系列如何摆放：并列、堆叠，或按百分比分占每根柱子。"
    ),
    "Which way the bars grow; long labels have more room beside horizontal ones.": (
        "柱子的方向；标签较长时横向更宽裕。"
    ),
    "`table` keeps the table's order, as time asks for.": "`table` 保持表格顺序，适合按时间排列。",
    "`second`: the row with the largest number in the second column first.": "`second`：第二列数字最大的行排在最前。",
    "A line across the bars, such as a threshold that was passed.": "横贯柱子的线，例如已突破的门槛。",
    "Where the value axis starts: at zero, or near the smallest value.": "数值轴的起点：从零起，或接近最小值。",
    "`data`: the totals are torn, so that changes that are small beside them can be seen.": (
        "`data`：截断合计柱，使相对较小的变化也看得清。"
    ),
    "What explains the course, such as an opening; at most six.": "说明走势的事件，例如开通；最多六个。",
    "A label of the table.": "表格中的一个标签。",
    "A few words under the total; without them the hole shows the total alone.": (
        "合计下方的几个字；不填则中间只显示合计。"
    ),
    "A mark on every half ring, such as a goal, with its label.": "每个半环上的标记，例如目标，可带标签。",
    "Where the scale begins.": "刻度的起点。",
    "Where it ends.": "刻度的终点。",
    "A flow may go on: where another row's label is what stands here.": "若此处是另一行的标签，流向可以继续。",
    "A GeoJSON file. Its areas are the land; its first line is a river in the theme's first river colour, its second "
    "line one in the second, further ones are quiet; its points are places that rows may be named after.": (
        "GeoJSON 文件。面为陆地；第一条线是主题第一种河流色的河，第二条用第二种，其余为淡线；点为可供各行命名的地点。"
    ),
    "`mark`: a mark at each row's place. `fill`: each row colours the area that its label names, by id or name.": (
        "`mark`：在每行的位置放一个标记。`fill`：按标识或名称，为每行标签所指的区域填色。"
    ),
    "Whether a mark's size is its value, written beside it; else marks are alike, and a touch says the value.": (
        "标记大小是否表示数值并在旁写出；否则标记一样大，触摸后显示数值。"
    ),
    "The column with the degrees east of each mark; without it a mark stands where the ground has a place or an area "
    "that is called as its row's label.": "每个标记的东经所在的列；不填则放在地图上与该行标签同名的地点或区域。",
    "The column with the degrees north of each mark.": "每个标记的北纬所在的列。",
    "The column with the ids of platforms: the callout of a mark leads to its platform.": (
        "平台标识所在的列：标记的浮层可通向该平台。"
    ),
    "A dense part that is shown enlarged beside the rest: `[west, south, east, north]` in degrees, or a GeoJSON file "
    "with finer shapes of it.": "在旁边放大显示的密集部分：以度计的 `[西, 南, 东, 北]`，或形状更细的 GeoJSON 文件。",
    "Whether each panel shows its values as a line or as bars.": "每个小图用折线还是柱子。",
    "What is drawn again and again.": "重复绘制的图标。",
    "How many, in the chart's unit, one icon stands for; a round number that gives up to 20 in a row without it.": (
        "一个图标代表多少（图表单位）；不填则取整数，使每行不超过 20 个。"
    ),
    "How far right a point stands.": "点在横轴上的位置。",
    "How large its area is; without it all points are alike.": "点的面积；不填则所有点一样大。",
    "A column of words: marks with the same word have the same colour, which a line of words explains.": (
        "一列文字：文字相同的标记颜色相同，并有一行图例说明。"
    ),
    "`auto` names the points that matter most as far as there is room, `all` tries each of them.": (
        "`auto` 在有空间时标出最重要的点，`all` 尽量全部标出。"
    ),
    "The full length of a track, in the chart's unit.": "整条轨道的长度，以图表单位计。",
    "When it ended; a row without an end is a moment.": "结束的时间；没有结束的行是一个时刻。",
    "The column that says which lane a row is in; the lanes lie below one another, in the table's order.": (
        "说明每行属于哪一条的列；各条按表格顺序上下排列。"
    ),
    "The column that says which group a row is of; the groups lie side by side, each in its own colour.": (
        "说明每行属于哪一组的列；各组并排，各有颜色。"
    ),
    "The labels of rows that say what was reached, such as the first and the last year.": (
        "表示合计的行的标签，例如第一年和最后一年。"
    ),
}


def help_in(text: str, language: str) -> str:
    """What a field means, in a language of the editor; "" where nobody has said it in that one."""
    return CHINESE.get(text, "") if language.partition("-")[0] == "zh" else text
