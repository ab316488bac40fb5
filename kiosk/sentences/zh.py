"""Sentences in Chinese, by their English templates.

What somebody types, and names of files, stay as they are, between backticks.
"""

from __future__ import annotations

from typing import Final

TEMPLATES: Final[dict[str, str]] = {
    # What stands between the parts of a list, and around what others say.
    "{key} ({language})": "{key}（{language}）",
    ", ": "、",
    "; ": "；",
    " and ": "和",
    " or ": "或",
    "{some} or {last}": "{some}或{last}",
    "{some} and {rest} more": "{some}等，另有{rest}处",
    "{first} and {others} more": "{first}（另有{others}处）",
    "{file}: {why}": "{file}：{why}",
    "{before}{why}{after}": "{why}{after}",
    "{place}: error: {message}": "{place}：错误：{message}",
    "{place}: warning: {message}": "{place}：警告：{message}",
    # What to write instead.
    "did you mean {near}?": "是否应为{near}？",
    "known are {few}": "可用的有{few}",
    "known are {few} and others": "可用的有{few}等",
    "there are none yet": "目前一个也没有",
    "unknown key {key}: {instead}": "字段{key}无法识别：{instead}",
    "unknown key {key}: did you mean {guess}?": "字段{key}无法识别：是否应为{guess}？",
    "unknown key {key}: possible here are {keys}": "字段{key}无法识别，此处可用的有{keys}",
    # Keys and values.
    "`{key}` is missing{hint}": "缺少字段`{key}`{hint}",
    "`{key}` is missing: it is one of {names}": "缺少字段`{key}`，可选的值有{names}",
    "`{missing}` is missing: {wanted}": "缺少字段`{missing}`：{wanted}",
    "`{key}` is empty: write its value, or remove the line": "字段`{key}`没有值：请填写，或删除这一行",
    ": name where this comes from, by its id in sources.yaml": "：请填写出处，即sources.yaml中的来源标识",
    ": list where this comes from, by ids in sources.yaml, as in `sources: [some-id]`": (
        "：请列出出处，用sources.yaml中的来源标识，例如`sources: [some-id]`"
    ),
    ": say what the number counts, as in `unit: billion CNY`": "：请注明数字的单位，例如`unit: billion CNY`",
    ": give it a name of its own, as in `id: trade-by-year`": "：请起一个不重复的标识，例如`id: trade-by-year`",
    "{wanted}, not {wrote}": "{wanted}，而不是{wrote}",
    "{wrote} is not possible here: write {one}": "此处不能填写{wrote}：请填写{one}",
    "keys and values are wanted here, such as `key: text`": "此处应为字段和值，例如`key: text`",
    "keys and values are wanted here, beginning with `{key}: {name}`": "此处应为字段和值，并以`{key}: {name}`开头",
    "keys and values are wanted in this file, such as `title: Our city`": (
        "此文件中应为字段和值，例如`title: Our city`"
    ),
    "a list is wanted here: begin each of its entries with `- `": "此处应为列表：每一项请以`- `开头",
    "a list is wanted under `{key}`: begin each of its entries with `- `": "`{key}`下应为列表：每一项请以`- `开头",
    "a list is wanted here, in square brackets": "此处应为列表，请用方括号括起",
    "a text is wanted here": "此处应为文字",
    "a text is wanted here, not {kind}": "此处应为文字，而不是{kind}",
    "a list": "列表",
    "keys and values": "字段和值",
    "a single word is wanted here, such as `{name}`": "此处应为一个词，例如`{name}`",
    "a number is wanted here": "此处应为数字",
    "a number is wanted here, digits with a point for decimals": "此处应为数字（小数点用“.”）",
    "a number is wanted here that a screen can show": "此处应为屏幕可以显示的数字",
    "a whole number is wanted here": "此处应为整数",
    "a whole number is wanted here that a screen can show": "此处应为屏幕可以显示的整数",
    "`true` or `false` is wanted here": "此处应为`true`或`false`",
    "{name} is not a {key} that Kiosk knows: {instead}": "`{key}`的值{name}无法识别：{instead}",
    "either {wanted} is wanted here, and not both": "此处应填写{wanted}，只能选其一",
    "`{key}` has {has}: {wanted}": "`{key}`有{has}：{wanted}",
    "one entry": "1项",
    "{count} entries": "{count}项",
    "{least} to {most} are possible": "应为{least}至{most}项",
    "at least {least} is wanted": "至少需要{least}项",
    "{least} to {most}": "{least}至{most}",
    "`{key}` is {value:g}: it must be between {least:g} and {most:g}": (
        "`{key}`为{value:g}：应在{least:g}与{most:g}之间"
    ),
    "{value:g} is too large to be shown: use a unit such as `billion CNY`": (
        "{value:g}太大，无法显示：请换用较大的单位，例如`billion CNY`"
    ),
    "{text} cannot be used as `{key}`: write it like {example}": "{text}不能用作`{key}`：请写成{example}这样的形式",
    "{text} is not a date: write `2020`, `2020-12`, `2020-12-25`, or `n.d.` where there is none": (
        "{text}不是日期：请写成`2020`、`2020-12`或`2020-12-25`，没有日期时写`n.d.`"
    ),
    "{text} is not a single digit: write one such as 7, or remove the line": (
        "{text}不是一位数字：请填写一位数字，例如7，或删除这一行"
    ),
    "{text} says how many, but not of what: write for example `{scale} CNY`": (
        "{text}只有数量级，没有单位：请写成例如`{scale} CNY`的形式"
    ),
    '{raw} is not a colour: write it like "#1a2b3c", or "#1a2b3c80" with its opacity': (
        '{raw}不是颜色：请写成"#1a2b3c"，需要透明度时写成"#1a2b3c80"'
    ),
    'the colour is missing: put it in quotes, as in "#1a2b3c", since `#` begins a comment': (
        '缺少颜色：`#`表示注释，请给颜色加上引号，例如"#1a2b3c"'
    ),
    "{name} is not a colour for groups: {instead}": "{name}不是组别可用的颜色：{instead}",
    "{name} is not a sign that Kiosk has: {instead}": "没有名为{name}的图标：{instead}",
    "{name} is not a theme: {instead}": "没有名为{name}的主题：{instead}",
    "{name} is there twice": "{name}重复出现",
    "{name} cannot be an id: use lower-case letters, digits, `-` and `_`": (
        "{name}不能用作标识：请只用小写字母、数字、`-`和`_`"
    ),
    "rename the file {named}: its name can have lower-case letters, digits, `-` and `_`": (
        "请重命名文件{named}：文件名只能用小写字母、数字、`-`和`_`"
    ),
    # Names of other entries.
    "there is no {kind} {name} in {home}: {instead}": "在{home}中找不到{kind}{name}：{instead}",
    "answer": "答案",
    "group": "组别",
    "indicator": "指标",
    "platform": "平台",
    "route": "路线",
    "source": "来源",
    "unit": "单位",
    "Kiosk or deck.yaml": "Kiosk自带的定义或deck.yaml",
    "the deck's folder": "内容文件夹",
    "the id {id} is there twice under `{key}`: ids are unique": "`{key}`下的标识{id}重复：标识不能重复",
    "the question {id} is there twice: ids are unique": "问题{id}重复：标识不能重复",
    "the answer {name} is there twice: ids are unique": "答案{name}重复：标识不能重复",
    "there is a reason for the answer {answer} already: keep one": "答案{answer}已有理由：请只保留一条",
    "the slide id {name} is used already in {first}: each slide needs its own": (
        "页面标识{name}已在{first}处使用：每个页面的标识不能相同"
    ),
    "the indicator {id} is there twice: keep one": "指标{id}重复：请只保留一个",
    "the indicator {id} wants `value`, not `text`: in deck.yaml it has a unit": (
        "指标{id}应填写`value`，而不是`text`：它在deck.yaml中有单位"
    ),
    "the indicator {id} wants `text`, not `value`: in deck.yaml it has no unit": (
        "指标{id}应填写`text`，而不是`value`：它在deck.yaml中没有单位"
    ),
    "no platform is in the group {id}: visitors do not see it": "组别{id}中没有平台：观众看不到这个组别",
    "{name} is not a sound slide: {instead}": "{name}不是可以显示的页面：{instead}",
    "{name} is hidden: show it, or remove this line": "{name}已隐藏：请取消隐藏，或删除这一行",
    "{name} is not a slide or a platform: {instead}": "没有名为{name}的页面或平台：{instead}",
    "every slide of this platform is hidden: nobody is shown the platform": (
        "这个平台的页面全部隐藏：观众看不到这个平台"
    ),
    "`slides` is missing: a platform needs at least one slide": "缺少字段`slides`：每个平台至少需要一个页面",
    "this slide names no source: add `sources: [some-id]` with an id from sources.yaml": (
        "这个页面没有注明来源：请加上`sources: [some-id]`，标识取自sources.yaml"
    ),
    "a platform's id is the name of its file: remove this line": "平台的标识就是文件名：请删除这一行",
    "a slide is hidden by a line of its own: write `hidden: true` into it": (
        "要隐藏页面，请在该页面中加上一行`hidden: true`"
    ),
    "platforms are not listed: each `.yaml` file beside this one is a platform": (
        "平台无需列出：与此文件同在一处的每个`.yaml`文件就是一个平台"
    ),
    "the adviser's questions have a file of their own: write them into adviser.yaml": (
        "问答的问题有单独的文件：请写入adviser.yaml"
    ),
    "sources have a file of their own: write them into sources.yaml": "来源有单独的文件：请写入sources.yaml",
    "this file is not read: name it {name}": "这个文件不会被读取：请改名为{name}",
    # Texts and languages.
    "this text is empty: write it, or remove the line": "文字为空：请填写，或删除这一行",
    "this text has {count:,} characters, {longest:,} are the most": "这段文字有{count:,}个字符，最多{longest:,}个",
    "the text in {named} is missing{speaks}": "缺少{named}的文字{speaks}",
    "a language": "某种语言",
    ": the deck speaks {languages}": "：内容使用的语言有{languages}",
    "{language} is not one of the deck's languages: {instead}": "内容没有使用语言{language}：{instead}",
    "{language} is not the code of a language: write for example `en` or `zh`": (
        "{language}不是语言代码：请写成例如`en`或`zh`的形式"
    ),
    "the language {language} is there twice": "语言{language}重复出现",
    "this takes {bytes} bytes of a code, {most} are the most: shorten `{longest}`": (
        "二维码中的文字共{bytes}字节，最多{most}字节：请缩短`{longest}`"
    ),
    # Contacts.
    "a consent is wanted in each language: write `consent: {{{keys}}}`": (
        "每种语言都需要同意文本：请写成`consent: {{{keys}}}`"
    ),
    "the consent in {language} is missing: visitors who read it are not asked for a contact": (
        "缺少{language}的同意文本：使用该语言的观众不会被询问联系方式"
    ),
    "neither `email` nor `phone` is asked for: nobody could answer": (
        "既没有询问`email`也没有询问`phone`：无法与观众联系"
    ),
    "this is not a whole public key: copy the line of `kiosk leads keygen`, which is in leads.pub too": (
        "公钥不完整：请复制`kiosk leads keygen`给出的一行，leads.pub中也有"
    ),
    # YAML.
    "this is not valid YAML ({said})": "这不是有效的YAML（{said}）",
    "a second `: ` on this line, or wrong spaces before it: put the text in quotes": (
        "这一行有第二个`: `，或行首空格有误：请给文字加上引号"
    ),
    "this line is not `key: value`: a `:` is missing, or spaces before it": (
        "这一行不是`key: value`的形式：缺少`:`，或行首缺少空格"
    ),
    "a `[` is opened here, but not closed with `]`": "此处的`[`没有对应的`]`",
    "a `{{` is opened here, but not closed with `}}`": "此处的`{{`没有对应的`}}`",
    "this line stands in a list, but does not start with `- `": "这一行在列表中，但没有以`- `开头",
    "this line does not fit: check its spaces, and quotation marks inside a text": (
        "这一行与上下文不符：请检查行首空格和文字中的引号"
    ),
    "a `- ` cannot stand here: begin the list on a line of its own": "此处不能有`- `：请另起一行开始列表",
    "a quotation mark is opened here, but not closed": "此处的引号没有成对",
    "a `\\` in double quotes is not understood: use single quotes": "双引号中的`\\`无法识别：请改用单引号",
    "a `\\u…` in double quotes is not a character": "双引号中的`\\u…`不是有效字符",
    "a value is missing here, or a bracket is not closed": "此处缺少值，或括号没有成对",
    "entries are nested too deep here: this cannot be a slide file": "此处层级太深：这不可能是页面文件",
    "a text that starts with `*` needs quotes": "以`*`开头的文字需要加引号",
    "a text that starts with `&` needs quotes": "以`&`开头的文字需要加引号",
    "a text that starts with `!` needs quotes": "以`!`开头的文字需要加引号",
    "a text that starts with {sign} needs quotes": "以{sign}开头的文字需要加引号",
    "a line cannot start with `%`: put the text in quotes": "行首不能是`%`：请给文字加上引号",
    "a tab is used to indent this line: use spaces": "这一行用制表符缩进：请改用空格",
    "a key must be a plain word": "字段名必须是一个普通的词",
    "a second document begins here: a slide file is one document, remove the `---`": (
        "此处开始了第二个文档：每个文件只能有一个文档，请删除`---`"
    ),
    "this text has a control character in it that cannot be shown: remove it": "文字中有无法显示的控制字符：请删除",
    "the key {key} is here a second time, the first is on line {line}: keep one of them": (
        "字段{key}重复，第一次出现在第{line}行：请只保留一个"
    ),
    "`*{anchor}` repeats an entry from elsewhere, which slide files do without: write it out here, or put "
    "the text in quotes if the `*` is meant": (
        "`*{anchor}`引用了别处的内容，页面文件不支持引用：请在此处写全，如果`*`是文字的一部分，请加上引号"
    ),
    "`&{anchor}` names an entry to repeat it, which slide files do without: remove it, or put the text in "
    "quotes if the `&` is meant": (
        "`&{anchor}`用于引用，页面文件不支持引用：请删除，如果`&`是文字的一部分，请加上引号"
    ),
    "{tag} is a YAML tag, which slide files do without: remove it, or use quotes": (
        "{tag}是YAML标签，页面文件不支持：请删除，或加上引号"
    ),
    "entries are nested deeper than {deepest} levels: this cannot be a slide file": (
        "层级超过{deepest}层：这不可能是页面文件"
    ),
    "the file has more than {most_entries:,} entries: split it into several": (
        "文件超过{most_entries:,}项：请拆分成几个文件"
    ),
    # Files.
    "there is no such folder": "没有这个文件夹",
    "there is no file {name} in the deck's folder: {instead}": "内容文件夹中没有文件{name}：{instead}",
    "{name} has a backslash: write folders with `/`, as in `pictures/port.png`": (
        "{name}中有反斜杠：文件夹请用`/`分隔，例如`pictures/port.png`"
    ),
    "{name} is an address: name a file inside the deck's folder": "{name}是网址：请填写内容文件夹中的文件",
    "{name} leads out of the deck's folder: copy the file into it and write its name": (
        "{name}在内容文件夹之外：请把文件复制进来，再填写文件名"
    ),
    "{name} leads out of the deck's folder by a link: copy the file itself into it": (
        "{name}通过链接指向内容文件夹之外：请把文件本身复制进来"
    ),
    "the file is a link that leads out of the deck's folder: copy the file itself into it": (
        "此文件是指向内容文件夹之外的链接：请把文件本身复制进来"
    ),
    "this is not a plain file": "这不是普通文件",
    "the file is missing": "文件不存在",
    "the file is empty": "文件是空的",
    "the file is not text": "文件不是文本",
    "the file is not text, but {name}": "文件不是文本，而是{name}",
    "the file is saved as UTF-16: save it as UTF-8": "文件保存为UTF-16编码：请另存为UTF-8",
    "this character is not UTF-8: save the file as UTF-8": "此字符不是UTF-8编码：请把文件另存为UTF-8",
    "the file has the control character {character} here: remove it, or save the file as UTF-8 text": (
        "此处有控制字符{character}：请删除，或把文件另存为UTF-8文本"
    ),
    "the file cannot be read": "文件无法读取",
    "the file cannot be read ({why})": "文件无法读取（{why}）",
    "the file is larger than {largest} MB: nothing that large can be shown": "文件超过{largest} MB：太大，无法显示",
    "picture": "图片",
    "film": "影片",
    "{name} is not a {what} that Kiosk shows: use {kinds}": "{name}不是可以显示的{what}：请使用{kinds}",
    "the {what} {name} cannot be read ({why})": "{what}{name}无法读取（{why}）",
    "the {what} {name} is larger than {largest} MB: make it smaller": "{what}{name}超过{largest} MB：请缩小",
    "the {what} {name} is not {wanted}, but {kind}: save it as {wanted} again": (
        "{what}{name}不是{wanted}，而是{kind}：请重新另存为{wanted}"
    ),
    "a PNG picture": "PNG图片",
    "a JPEG picture": "JPEG图片",
    "a WebP picture": "WebP图片",
    "a GIF picture": "GIF图片",
    "an MP4 film": "MP4影片",
    "a WebM film": "WebM影片",
    "an Excel workbook (XLSX) or another ZIP file": "Excel工作簿（XLSX）或其他ZIP文件",
    "an old Office document (XLS, DOC)": "旧版Office文档（XLS、DOC）",
    "a PDF document": "PDF文档",
    "a program": "程序",
    "something else": "其他类型的文件",
    "the picture {name} cannot be read ({why})": "图片{name}无法读取（{why}）",
    "the picture {name} is {width} x {height} pixels": "图片{name}为{width}×{height}像素",
    "the picture {name} is cut off: copy it again": "图片{name}不完整：请重新复制",
    "the picture {name} is damaged: save it again": "图片{name}已损坏：请重新保存",
    "{said}: make it smaller, {most} million of them are the most": "{said}：请缩小，最多{most}百万像素",
    "{said}: cut it, one side may be at most {slimmest} times as long as the other": (
        "{said}：请裁剪，长边最多为短边的{slimmest}倍"
    ),
    # Tables.
    "the name of a table's file is wanted here, such as `trade.csv`, or the table itself: `{{columns: [year, "
    "value], rows: [[2016, 1], [2017, 2]]}}`": (
        "此处应为表格的文件名，例如`trade.csv`，或表格本身：`{{columns: [year, value], rows: [[2016, 1], [2017, 2]]}}`"
    ),
    "{file} has no sheets: only an XLSX workbook has": "{file}没有工作表：只有XLSX工作簿才有",
    "{name} is not a table that Kiosk reads: save it as CSV": "{name}不是可以读取的表格：请另存为CSV",
    "the table has no rows": "表格没有数据行",
    "the table has no rows under its header": "表头下没有数据行",
    "the table has more than {most_rows:,} rows: sum them up": "表格超过{most_rows:,}行：请汇总",
    "the table has {count} columns, {most_columns} are the most": "表格有{count}列，最多{most_columns}列",
    "a row is a list of cells, in square brackets: `[2016, 1]`": "每一行应为方括号中的单元格：`[2016, 1]`",
    "a number or a text is wanted in a cell": "单元格中应为数字或文字",
    "1 cell": "1个单元格",
    "{count} cells": "{count}个单元格",
    "this row has {has}, `columns` {width}: each row needs as many": (
        "这一行有{has}，而`columns`有{width}个：每行的数目应相同"
    ),
    "this row has {has}, the first row {wanted}: each row needs as many; a cell with the delimiter in it "
    "needs quotes": ("这一行有{has}，而第一行有{wanted}个：每行的数目应相同，含有分隔符的单元格需要加引号"),
    "a cell of this row has {longest:,} characters, {longest_cell:,} are the most": (
        "这一行有单元格含{longest:,}个字符，最多{longest_cell:,}个"
    ),
    "this is not text in UTF-8: save the table as “CSV UTF-8”": "这不是UTF-8文本：请把表格另存为“CSV UTF-8”",
    "this cell is not understood: a quotation mark is probably opened, but not closed": (
        "无法识别此单元格：可能是引号没有成对"
    ),
    "column {number} has no name in the first row": "第{number}列在第一行中没有列名",
    "two columns are named {name}: give each its own name": "有两列都名为{name}：列名不能相同",
    "these cells are empty": "这些单元格是空的",
    "the sheet is empty": "工作表是空的",
    "the sheet's cells reach from {first} to {last}: delete what lies far outside the table": (
        "工作表的内容从{first}延伸到{last}：请删除表格之外的内容"
    ),
    "the workbook cannot be read: open it and save it as XLSX again": "工作簿无法读取：请打开后重新另存为XLSX",
    "the workbook has a password, or is an old XLS file: save it as XLSX, without a password": (
        "工作簿有密码，或为旧版XLS文件：请另存为没有密码的XLSX"
    ),
    "the workbook has no sheet {sheet}: {instead}": "工作簿中没有工作表{sheet}：{instead}",
    "the workbook unpacks to more than {most_unpacked} MB: copy the table to a new one": (
        "工作簿解压后超过{most_unpacked} MB：请把表格复制到新的工作簿"
    ),
    "{cells} names no cells with a header and rows: write `B2:F20`": (
        "{cells}不是含有表头和数据行的区域：请写成`B2:F20`的形式"
    ),
    "the cells {first}:{last} are merged: split them, and fill in each of them": (
        "单元格{first}:{last}是合并的：请取消合并，并逐一填写"
    ),
    "{cell} has something in it, but its column has no name in the first row: name it, or say which cells "
    "are the table, as in `cells: B2:F20`": (
        "{cell}中有内容，但该列在第一行中没有列名：请填写列名，或注明表格的区域，例如`cells: B2:F20`"
    ),
    "{cell} has the error {text}: put it right in the workbook": "{cell}中有错误{text}：请在工作簿中改正",
    "{count:,} rows are more than a picture can show: {kept} stay, {way}": (
        "{count:,}行数据超过图表可显示的数量：保留{kept}行，{way}"
    ),
    "chosen by largest triangles so that the course looks the same": "按最大三角形法选取，走势保持不变",
    "one from each field of a grid, and the outermost ones": "网格中每格保留一个，并保留最外围的",
    # Charts.
    "a bar of 100 %": "百分比条形图",
    "a bump chart": "名次图",
    "a chart of small multiples": "小型组图",
    "a donut": "环形图",
    "a dumbbell": "哑铃图",
    "a flow": "流向图",
    "a gauge": "仪表图",
    "a line chart": "折线图",
    "a map": "地图",
    "a map with sized marks": "带大小标记的地图",
    "a pictogram": "图标图",
    "a scatter": "散点图",
    "a slope": "斜率图",
    "a timeline": "时间轴",
    "a treemap": "矩形树图",
    "a waterfall": "瀑布图",
    "an area chart": "面积图",
    "an area on another one": "堆叠面积图",
    "the size of a point": "点的大小",
    "{table} has no column {name}: {instead}": "{table}中没有名为{name}的列：{instead}",
    "{table} has {count:,} rows: a chart of kind `{kind}` shows at most {most:,}": (
        "{table}有{count:,}行：`{kind}`图表最多显示{most:,}行"
    ),
    "{what} shows {wanted} columns of numbers, not {count}: name them under `series`": (
        "{what}需要{wanted}列数字，而不是{count}列：请在`series`下列出"
    ),
    "{shown_by} shows one column, not {count}": "{shown_by}只能显示1列，而不是{count}列",
    "{named} is not a label in {table}: {instead}": "{table}中没有标签{named}：{instead}",
    "{cell} is not a qualifier: {instead}": "{cell}不是可用的限定词：{instead}",
    "{cell} in the column {name} is not a number": "{name}列中的{cell}不是数字",
    "the column {name} has no numbers": "{name}列中没有数字",
    "the column {name} is named twice": "{name}列重复列出",
    "no column of {table} beside {label} is one of numbers": "{table}中除{label}外没有数字列",
    "no row of {table} has a number in both {up} and {across}": "{table}中没有一行在{up}和{across}两列都有数字",
    "this row has no label in the column {label}": "这一行在{label}列中没有标签",
    "the column {column} of {table} sums up to zero: {shown_by} cannot show it": (
        "{table}中{column}列的合计为零：{shown_by}无法显示"
    ),
    "the numbers of this row sum up to zero: {shown_by} cannot show them": "这一行数字的合计为零：{shown_by}无法显示",
    "{value:g} in the column {column} is negative: {shown_by} cannot show it": (
        "{column}列中的{value:g}是负数：{shown_by}无法显示"
    ),
    "{value:g} in the column {column} must be between {least:g} and {most:g}": (
        "{column}列中的{value:g}应在{least:g}与{most:g}之间"
    ),
    "{value:g} in the column {column} is not a share: it must be between 0 and {whole:g}": (
        "{column}列中的{value:g}不是占比：应在0与{whole:g}之间"
    ),
    "bars of 100 % all end at one height: remove the reference line": "百分比条形图的各条一样长：请去掉参考线",
    "this row does not say where it flows to in the column `{to}`": "这一行在`{to}`列中没有注明流向",
    "{circle} is a circle: a flow chart cannot show it": "{circle}形成循环：流向图无法显示",
    "`most` is {most:g}: it must be more than `least`, {least:g}": "`most`为{most:g}：应大于`least`的{least:g}",
    "the target {value:g} must be between {least:g} and {most:g}": "目标值{value:g}应在{least:g}与{most:g}之间",
    "{count} events are too many to be read: at most {most_events} are possible": (
        "{count}个事件太多，难以看清：最多{most_events}个"
    ),
    "{most:g} would be more than {most_icons} icons: let one stand for {each:g} or more": (
        "{most:g}会超过{most_icons}个图标：每个图标请至少代表{each:g}"
    ),
    "one icon must stand for more than zero": "每个图标代表的数量应大于零",
    "the whole must be more than zero": "总量应大于零",
    "a timeline counts in years: remove the line `unit`": "时间轴以年为单位：请删除`unit`一行",
    "a timeline shows up to {most_lanes} lanes: `{column}` has {count}": (
        "时间轴最多显示{most_lanes}条轨道：`{column}`有{count}条"
    ),
    "this row has no lane in the column `{column}`": "这一行在`{column}`列中没有注明轨道",
    "this row ends, {end:g}, before it has begun": "这一行有结束时间{end:g}，却没有开始时间",
    "this row ends, {end:g}, before its beginning, {begin:g}": "这一行的结束时间{end:g}早于开始时间{begin:g}",
    "a treemap shows up to {most_groups} groups: `{column}` has {count}": (
        "矩形树图最多显示{most_groups}组：`{column}`有{count}组"
    ),
    "this row has no group in the column `{column}`": "这一行在`{column}`列中没有注明分组",
    "the total is {value:g}, but the rows before it lead to {reached:.12g}": (
        "合计为{value:g}，但前面各行累计为{reached:.12g}"
    ),
    # Maps.
    "the column {column} has {count} words: marks can be told apart in {most_colours} colours": (
        "{column}列有{count}种取值：标记最多用{most_colours}种颜色区分"
    ),
    "{key} is nothing in {map}: {instead}": "{map}中没有{key}：{instead}",
    "{key} is there twice: a map shows it once": "{key}重复：地图上只显示一次",
    "`{missing}` is missing: a mark needs both `longitude` and `latitude`": (
        "缺少字段`{missing}`：标记需要同时有`longitude`和`latitude`"
    ),
    "`{name}` is for marks: remove it, or `by: fill`": "`{name}`只用于标记：请删除它，或删除`by: fill`",
    "{name} has no areas to draw a map of": "{name}中没有可绘制地图的区域",
    "the inset shows nothing of {name}": "放大图没有覆盖{name}的任何部分",
    "this row has no place: both its longitude and its latitude are needed": "这一行没有位置：需要同时有经度和纬度",
    "{x:g} east, {y:g} north is off the map {name}: longitude comes first": (
        "东经{x:g}、北纬{y:g}不在地图{name}上：请先写经度"
    ),
    "a box `[west, south, east, north]` in degrees is wanted here, or the name of a GeoJSON file": (
        "此处应为以度表示的范围`[west, south, east, north]`，或GeoJSON文件名"
    ),
    "the box encloses nothing: write it as `[west, south, east, north]`, in degrees": (
        "范围是空的：请写成`[west, south, east, north]`，以度为单位"
    ),
    "the name of a GeoJSON file is wanted here, such as `city.geojson`": "此处应为GeoJSON文件名，例如`city.geojson`",
    "the {side} is {degrees:g}: it must be between {least} and {most} degrees": (
        "{side}边界为{degrees:g}：应在{least}与{most}度之间"
    ),
    "west": "西",
    "south": "南",
    "east": "东",
    "north": "北",
    "{name} is not a map that Kiosk reads: save it as GeoJSON": "{name}不是可以读取的地图：请另存为GeoJSON",
    "the file has {word} in it where a number is wanted: export it again": "文件中应为数字处写着{word}：请重新导出",
    "this is not valid JSON ({msg}): export the file again as GeoJSON": (
        "这不是有效的JSON（{msg}）：请重新导出为GeoJSON"
    ),
    "lists are nested too deep in this file: it cannot be a map": "文件中列表的层级太深：这不可能是地图",
    "the file has a number with too many digits: it cannot be a map": "文件中有位数过多的数字：这不可能是地图",
    "the file has {count:,} features, {most_features:,} are the most": (
        "文件有{count:,}个要素，最多{most_features:,}个"
    ),
    "the file has no areas, lines or places in it": "文件中没有区域、线条或地点",
    "the file is TopoJSON: export it as GeoJSON": "文件是TopoJSON：请导出为GeoJSON",
    "the file is not GeoJSON: a `FeatureCollection` with a list of `features` is wanted": (
        "文件不是GeoJSON：应为含有`features`列表的`FeatureCollection`"
    ),
    "feature {number}": "第{number}个要素",
    "feature {number} ({name})": "第{number}个要素（{name}）",
    "{feature} {wrong}": "{feature}{wrong}",
    "is not a GeoJSON `Feature`": "不是GeoJSON的`Feature`",
    "is a {kind}, which a map does not show: use {shapes}": "是{kind}，地图无法显示：请使用{shapes}",
    "has `properties` that are no keys and values": "的`properties`不是字段和值",
    "has no geometry": "没有几何形状",
    "has no coordinates": "没有坐标",
    "has coordinates that are no lists of numbers": "的坐标不是数字列表",
    "has something else where a position is wanted, `[longitude, latitude]` in degrees": (
        "缺少以度表示的位置`[longitude, latitude]`"
    ),
    "has the position {position}, which is not on the earth: export the file in degrees (WGS 84), longitude first": (
        "的位置{position}不在地球上：请以度（WGS 84）导出，经度在前"
    ),
    "has a part of {count} points, {least} are the least": "有一部分只有{count}个点，至少需要{least}个",
    "brings the file to more than {most_points:,} points: simplify it, for example in mapshaper": (
        "使文件超过{most_points:,}个点：请简化，例如使用mapshaper"
    ),
    "has a {key} that is no text": "的{key}不是文字",
    "has a {key} of {count:,} characters, {longest_name} are the most": (
        "的{key}有{count:,}个字符，最多{longest_name}个"
    ),
    "has a {key} with half a character in it": "的{key}中有不完整的字符",
    "has a {key} with a control character in it": "的{key}中有控制字符",
    # Figures that are too old.
    "{are} older than {stale_after} months: {figures}": "{are}已超过{stale_after}个月：{figures}",
    "a figure is": "1项数据",
    "{count} figures are": "{count}项数据",
    "“{what}” ({until})": "“{what}”（{until}）",
    # Screens.
    "{message} {where}": "{message}{where}",
    "({language}, {size})": "（{language}，{size}）",
    "({size})": "（{size}）",
    "{name} does not fit: shorten it": "{name}放不下：请缩短",
    "{name} is {high:.0f} pixels high at 1080 lines, less than {smallest_at_1080}": (
        "{name}在1080行屏幕上高{high:.0f}像素，小于{smallest_at_1080}像素"
    ),
    "{name} was shrunk to the limit, from {wanted} to {fitted} pixels: shorten it": (
        "{name}已从{wanted}像素缩小到下限{fitted}像素：请缩短"
    ),
    "{name} has characters that the font lacks: {lacking}": "{name}中有字体缺少的字符：{lacking}",
    "{text} in the chart has characters that the font lacks: {lacking}": "图表中的{text}有字体缺少的字符：{lacking}",
    "{name} is {smaller:.0f} pixels for a finger at 1080 lines, less than {target_at_1080}": (
        "{name}在1080行屏幕上的触摸范围为{smaller:.0f}像素，小于{target_at_1080}像素"
    ),
    "{one} and {other} overlap: a finger may hit the other one": "{one}与{other}重叠：可能误触",
    "{file} is {width} x {height} pixels": "{file}为{width}×{height}像素",
    "shown at {width:.0f} x {height:.0f}": "显示为{width:.0f}×{height:.0f}",
    "{said} and {shown}: too small, it looks soft; use a larger one": (
        "{said}，{shown}：图片太小，显示模糊，请换用较大的图片"
    ),
    "{said} ({megabytes:.0f} MB) and {shown}: needlessly large, save it smaller": (
        "{said}（{megabytes:.0f} MB），{shown}：图片过大，请缩小后保存"
    ),
    "{text} has a contrast of {contrast:.1f}:1 to the picture behind it, {aa}:1 is the least: choose a "
    "calmer or darker picture": (
        "{text}与背景图片的对比度为{contrast:.1f}:1，至少应为{aa}:1：请换用更平静或更暗的图片"
    ),
    "the chart's labels": "图表的标签",
    "{name} has letters {has:.1f} mm high, {wants:g} are wanted at that distance{so}": (
        "{name}的字高为{has:.1f}毫米，在该距离应为{wants:g}毫米{so}"
    ),
    "{name} is {has:.0f} mm for a finger, {wants:g} are wanted{so}": (
        "{name}的触摸范围为{has:.0f}毫米，应为{wants:g}毫米{so}"
    ),
    "{name} is {has:.0f} mm above the floor, out of a seated visitor's reach (380 to 1220 mm), and nothing "
    "within it does the same{so}": (
        "{name}离地{has:.0f}毫米，坐着的观众够不到（380至1220毫米），够得到的范围内也没有相同功能{so}"
    ),
    "; too small are also {others}": "；同样太小的还有{others}",
    "; so are {others}": "；{others}也是如此",
    # The opening check.
    "READY TO OPEN": "可以开放",
    "NOT READY": "尚不能开放",
    "Looking at every screen": "正在检查各个页面",
    "Drawing": "正在绘制图表",
    "Screen": "屏幕",
    "{width} x {height}": "{width}×{height}",
    "none was found": "未找到屏幕",
    "Switch it on, and look at its cable.": "请打开屏幕，并检查连接线。",
    "Touch": "触摸屏",
    "no touchscreen was found": "未找到触摸屏",
    "Plug in the screen's USB cable; `kiosk doctor` says what is found.": (
        "请插好触摸屏的USB线，`kiosk doctor`可查看已找到的设备。"
    ),
    "Deck": "内容",
    "there is nothing to show": "没有可以显示的内容",
    "Put it right: `kiosk check {folder}` names everything.": "请改正，`kiosk check {folder}`可列出全部问题。",
    "sound, {slides}": "正常，共{slides}",
    "sound, with {warnings}": "正常，但有{warnings}",
    "1 slide": "1个页面",
    "{count} slides": "{count}个页面",
    "1 warning": "1条警告",
    "{count} warnings": "{count}条警告",
    "See `kiosk check {folder}`.": "`kiosk check {folder}`可列出全部警告。",
    "Files": "文件",
    "as at the last check ({at}), {sum}": "与上次检查（{at}）时相同，{sum}",
    "changed since the last check ({at}), {sum}": "自上次检查（{at}）以来有变化，{sum}",
    "checked for the first time, {sum}": "首次检查，{sum}",
    "Nothing, if you changed the deck since then.": "如果您改动过内容，则无需处理。",
    "Fonts": "字体",
    "{count} files of the project's own, no glyph missing": "Kiosk自带的{count}个字体文件，字形齐全",
    "{count} files in {folder}, missing: none": "{folder}中有{count}个文件，字形齐全",
    "{count} files in {folder}, missing: {letters}": "{folder}中有{count}个文件，缺少：{letters}",
    "Install Kiosk anew.": "请重新安装Kiosk。",
    "Disk": "磁盘",
    "{free} MiB free": "可用空间{free} MiB",
    "{cache} cannot be written ({why}); charts are drawn at each start": (
        "{cache}无法写入（{why}），每次启动都要重新绘制图表"
    ),
    "Delete what is not needed on this disk.": "请删除磁盘上不需要的文件。",
    "Clock": "时钟",
    "this machine says {today}, and the deck has a source of {newest}": "本机日期为{today}，而内容中有{newest}的来源",
    "Set the machine's date and time.": "请校正本机的日期和时间。",
    "Figures": "数据时效",
    "the deck sets no age (`stale_after` in deck.yaml)": "内容没有设定时限（deck.yaml中的`stale_after`）",
    "none older than {stale_after} months": "没有超过{stale_after}个月的数据",
    "{count} older than {stale_after} months; the oldest is “{what}” ({until})": (
        "有{count}项超过{stale_after}个月，最早的是“{what}”（{until}）"
    ),
    "`kiosk check {folder}` lists them, slide by slide.": "`kiosk check {folder}`可逐页列出。",
    "Pictures and films": "图片和影片",
    "1 picture": "1张图片",
    "{count} pictures": "{count}张图片",
    "1 film": "1段影片",
    "{count} films": "{count}段影片",
    "{pictures} decoded": "{pictures}可以显示",
    "cannot be decoded: {broken}": "无法显示：{broken}",
    "{films} cannot be played here": "{films}无法在本机播放",
    "Save the picture again, or take it out of the deck.": "请重新保存图片，或从内容中去掉。",
    "Install Kiosk's extra `video`; until then visitors see the still pictures.": (
        "请安装Kiosk的`video`组件，否则观众只能看到静态图片。"
    ),
    "Slides": "页面",
    "every screen rendered at {width} x {height}: {languages}": "已按{width}×{height}检查全部页面：{languages}",
    "{said}, {more}": "{said}，{more}",
    "{said}; {count} to look at": "{said}；有{count}处需要查看",
    "`kiosk check {folder} --html report.html` shows where.": (
        "`kiosk check {folder} --html report.html`可显示问题所在。"
    ),
    "Run `kiosk check {folder} --deep`, and call for help.": "请运行`kiosk check {folder} --deep`，并联系技术人员。",
    "Charts": "图表",
    "all {count} pictures are there": "{count}张图表齐全",
    "{count} of them drawn just now": "其中{count}张刚刚绘制",
    "{count} could not be drawn or kept": "有{count}张未能绘制或保存",
    "Look at the disk's space, and run `kiosk warm`.": "请检查磁盘空间，并运行`kiosk warm`。",
    "Touch in the corners": "四角触摸",
    "Two fingers": "双指触摸",
    "felt": "正常",
    "not checked": "未检查",
    "exit code {code}": "退出代码{code}",
    # The day's report.
    "There is no visit log {file}: a booth writes one, and --log names another.": (
        "没有参观记录{file}：展台运行后会生成，也可用--log指定其他记录。"
    ),
    "No visit began on {day}.": "{day}没有参观记录。",
    "No visit began from {first} to {last}.": "{first}至{last}没有参观记录。",
    "{none} The log has none at all.": "{none}记录中没有任何参观。",
    "{none} The log has visits from {first} to {last}: --from and --to choose among them.": (
        "{none}记录中有{first}至{last}的参观，可用--from和--to选择。"
    ),
    "{file} cannot be read as a visit log: {error}.": "{file}无法作为参观记录读取：{error}。",
    "The visit log cannot be read: {error}.": "参观记录无法读取：{error}。",
    "The report cannot be written to {file}: {why}.": "报告无法写入{file}：{why}。",
    # What an import would change.
    "{name} ({id})": "{name}（{id}）",
    "{name} ({id}, {count} slides)": "{name}（{id}，{count}个页面）",
    "it was in {platform}": "原在{platform}",
    "it comes first now": "现排在最前",
    "it comes after {ahead} now": "现排在{ahead}之后",
    "the layout {old} becomes {new}": "版式由{old}改为{new}",
    "{key} {new} is new": "新增{key}：{new}",
    "{key} {old} is gone": "去掉{key}：{old}",
    "{key} {old} becomes {new}": "{key}由{old}改为{new}",
    "{key} {file} is another one": "{key}的文件{file}有更换",
    "the table": "表格",
    "table {name}": "表格{name}",
    "{table} is new": "新增{table}",
    "{table} is gone": "去掉{table}",
    "{table} has other columns": "{table}的列有变化",
    "{old} becomes {new}": "{old}改为{new}",
    "{table}: {what}": "{table}：{what}",
    "its rows stand in another order": "行的顺序有变化",
    "1 row changed": "1行有改动",
    "1 row new": "新增1行",
    "1 row gone": "去掉1行",
    "{count} rows changed": "{count}行有改动",
    "{count} rows new": "新增{count}行",
    "{count} rows gone": "去掉{count}行",
    "yes": "是",
    "no": "否",
    # Why a deck is not taken.
    "{target} is a file: name a folder": "{target}是文件：请指定文件夹",
    "there is something in {target} that is no deck: name a folder that is empty, or not there": (
        "{target}中有其他文件，不是内容文件夹：请指定空的或尚不存在的文件夹"
    ),
    "there is no deck from before an import: nothing was changed": "没有导入之前的内容可以恢复：未作任何更改",
    "the file {path} is larger than {most} MB: make it smaller": "文件{path}超过{most} MB：请缩小",
    "there are more than {most_files:,} files: split the deck": "文件超过{most_files:,}个：请拆分内容",
    "all files together are larger than {largest_deck:,} MB: make films smaller": (
        "全部文件共超过{largest_deck:,} MB：请缩小影片"
    ),
    # The machine's settings.
    "`{key}`: {wrong}": "`{key}`：{wrong}",
    "this is not TOML: {message}": "这不是有效的TOML：{message}",
    "this is not a text in UTF-8": "这不是UTF-8文本",
    "there are too many brackets in one another": "括号嵌套太多",
    "the file is too large: {largest:,} bytes are the most": "文件太大：最多{largest:,}字节",
    "the file cannot be read: {why}": "文件无法读取：{why}",
    "others can read the secrets in this file: run `chmod 600 {path}`": (
        "其他用户可以读取此文件中的密码：请运行`chmod 600 {path}`"
    ),
    "`{table}` is a table: write `[{table}]`, and its keys below it": (
        "`{table}`是一个表：请写成`[{table}]`，并把各字段写在其下"
    ),
    "{key} stands in the wrong place: it belongs below `[{table}]`": "{key}的位置有误：应写在`[{table}]`之下",
    "{key} stands in the wrong place: it belongs above the first `[table]`": (
        "{key}的位置有误：应写在第一个`[table]`之前"
    ),
    "a text in quotes is wanted here, not {value}": "此处应为加引号的文字，而不是{value}",
    'a list is wanted here, such as `["/media"]`': '此处应为列表，例如`["/media"]`',
    "a number is wanted here, not {value}": "此处应为数字，而不是{value}",
    "a whole number is wanted here, not {value}": "此处应为整数，而不是{value}",
    "it is {value:g}: it must be between {least:g} and {most:g}": "现为{value:g}：应在{least:g}与{most:g}之间",
    'a time is wanted here, as "04:00", not {value}': '此处应为时间，例如"04:00"，而不是{value}',
    "this is not what `kiosk pin` writes: a PIN itself does not belong here": (
        "这不是`kiosk pin`写入的内容：密码本身不应写在此处"
    ),
    "this is not what `kiosk pin --key` writes": "这不是`kiosk pin --key`写入的内容",
    "{key} is not what `kiosk pack --keygen` prints": "{key}不是`kiosk pack --keygen`给出的公钥",
    'the name or the address of a host is wanted here, as "broker.example", not {value}': (
        '此处应为主机名或地址，例如"broker.example"，而不是{value}'
    ),
    'small letters, digits and hyphens are wanted here, as "hall-3", not {value}': (
        '此处应为小写字母、数字和连字符，例如"hall-3"，而不是{value}'
    ),
    'an address is wanted here, as "https://decks.example/", not {value}': (
        '此处应为网址，例如"https://decks.example/"，而不是{value}'
    ),
    "there is no command {name}: {instead}": "没有命令{name}：{instead}",
    # The line to the organiser.
    "There is no line to the organiser: {why}.": "未能连接主办方：{why}。",
    "There is no line to the organiser: {why}": "未能连接主办方：{why}",
    "The line to the organiser broke: {said}": "与主办方的连接出错：{said}",
    "Another booth is called {booth} too, and the organiser sees one of the two at a time: give each its own "
    "name (`booth` below `[broker]` in kiosk.toml).": (
        "另一展台也名为{booth}，主办方只能看到其中之一：请给每个展台起不同的名称（kiosk.toml中`[broker]`下的`booth`）。"
    ),
    "What waits for the organiser cannot be read or written ({error}); it is tried again.": (
        "待发送给主办方的数据无法读写（{error}），稍后会重试。"
    ),
    "no broker is named: `[broker]` in kiosk.toml wants `host`, `user` and `password`": (
        "没有指定消息服务器：kiosk.toml的`[broker]`需要`host`、`user`和`password`"
    ),
    "`[broker]` in kiosk.toml names a host, but no `{name}`: a login is needed": (
        "kiosk.toml的`[broker]`有主机，但没有`{name}`：需要登录信息"
    ),
    "`ca` in kiosk.toml names {authority}, which cannot be read: {why}": (
        "kiosk.toml中`ca`指定的{authority}无法读取：{why}"
    ),
    "it is no certificate": "它不是证书",
    "the broker does not know this user, or the password is wrong": "消息服务器不认识该用户，或密码有误",
    "the broker does not let this user in, or the password is wrong": "消息服务器不允许该用户登录，或密码有误",
    "the broker does not take this name: is another booth called the same?": (
        "消息服务器不接受这个名称：是否有同名的展台？"
    ),
    "the broker is too old: it has to speak MQTT 5": "消息服务器版本过旧：需要支持MQTT 5",
    "the broker refuses: {code}": "消息服务器拒绝连接：{code}",
    "{host} does not prove that it is the broker: {said}": "{host}未能证明它就是消息服务器：{said}",
    "{host} does not speak TLS as a broker does: {said}": "{host}没有像消息服务器那样使用TLS：{said}",
    "{host} cannot be reached: {said}": "无法连接{host}：{said}",
    "the connection to the broker is gone: {code}": "与消息服务器的连接已断开：{code}",
    # What the system says.
    "File exists": "文件已存在",
    "File name too long": "文件名太长",
    "File too large": "文件太大",
    "Input/output error": "读写出错",
    "Is a directory": "这是文件夹",
    "No space left on device": "磁盘空间不足",
    "No such file or directory": "没有这个文件或文件夹",
    "Not a directory": "这不是文件夹",
    "Operation not permitted": "不允许此操作",
    "Permission denied": "没有权限",
    "Read-only file system": "磁盘为只读",
    "Too many levels of symbolic links": "符号链接层级太多",
}
