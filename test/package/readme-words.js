import { styleWords } from './readme-style-words.js';

const languages = ['en', 'zh-CN', 'ja'];

/** The words of the tables, and what the elements say of themselves: English, 简体中文, 日本語. */
const all = [
  ...styleWords,
  ['name', '名称', '名前'],
  ['kind', '种类', '種類'],
  ['meaning', '含义', '意味'],
  ['file', '文件', 'ファイル'],
  ['minified', '压缩后', '最小化'],
  ['attribute', '特性', '属性'],
  ['property', '属性', 'プロパティ'],
  ['attribute, property', '特性、属性', '属性、プロパティ'],
  ['event', '事件', 'イベント'],
  ['method', '方法', 'メソッド'],
  [
    'Brings the row of a contact into view and makes it active, as soon as the contacts are there.',
    '把联系人所在的行滚动到可见处并设为活动行；联系人尚未到达时，等到达后再执行。',
    '連絡先の行を見える所まで動かし、アクティブにする。連絡先がまだなければ、届き次第行う。',
  ],
  [
    'Brings the row of a conversation into view and makes it active, as soon as it is there.',
    '把会话所在的行滚动到可见处并设为活动行；会话尚未到达时，等到达后再执行。',
    '会話の行を見える所まで動かし、アクティブにする。会話がまだなければ、届き次第行う。',
  ],
  [
    'Focuses the rows, or the search field while there are none. Nothing is scrolled.',
    '让各行获得焦点，没有行时让搜索框获得焦点。不会滚动。',
    '行に、行がなければ検索欄にフォーカスを移す。スクロールはしない。',
  ],
  [
    'The user asks for the menu of a contact. Canceled, the browser shows none of its own.',
    '用户要打开联系人的菜单。取消该事件后，浏览器不显示自己的菜单。',
    '利用者が連絡先のメニューを求めた。取り消すと、ブラウザーは自分のメニューを出さない。',
  ],
  [
    'The user asks for the menu of a person in the list of the rest. Canceled, the browser shows none of its own.',
    '用户打开其余人员名单中某人的菜单。取消后，浏览器不会显示自己的菜单。',
    '利用者が、残りの人の一覧で一人のメニューを開こうとした。取り消すと、ブラウザーは自分のメニューを出さない。',
  ],
  [
    'The user asks for the menu of a conversation. Canceled, the browser shows none of its own.',
    '用户要打开会话的菜单。取消该事件后，浏览器不显示自己的菜单。',
    '利用者が会話のメニューを求めた。取り消すと、ブラウザーは自分のメニューを出さない。',
  ],
  ['slot', '插槽', 'スロット'],
  ['part', '部件', 'パート'],
  ['CSS property', 'CSS 属性', 'CSS プロパティ'],
  [
    'The listed contacts; by default, the friends of the connected user. `null` stands for contacts of the page that have not arrived yet.',
    '列出的联系人；默认为已连接用户的好友。`null` 表示页面自己的、还没有到达的联系人。',
    '一覧に載せる連絡先。既定では、接続した利用者の友だち。`null` は、まだ届いていないページ自身の連絡先。',
  ],
  [
    'Called with each node of `renderContact` that has left the list, so that its component can end.',
    '`renderContact` 的每个离开列表的节点都会交给它，好让其中的组件结束。',
    'リストを去った `renderContact` のノードごとに呼ばれる。中のコンポーネントを終えるため。',
  ],
  [
    'By name, by status (online first, then by name), or as given.',
    '按姓名、按状态（在线在前，再按姓名），或按给定的顺序。',
    '名前順、状態順（オンラインが先、次に名前順）、または渡された順。',
  ],
  [
    'Which headings there are: by first letter, status, friend group, or none.',
    '分组标题：按首字母、状态、好友分组，或不分组。',
    '見出しの付け方: 頭文字、状態、友だちグループ、またはなし。',
  ],
  [
    'Lists only contacts whose name, remark or user ID contains all of these words.',
    '只列出姓名、备注或 userID 含有全部这些词的联系人。',
    '名前、メモ、userID にこれらの語をすべて含む人だけを載せる。',
  ],
  ['Whether there is a search field.', '是否显示搜索框。', '検索欄を表示するか。'],
  [
    'Whether changes are announced now and then, in one line of a live region.',
    '是否偶尔用实时区域的一句话播报变化。',
    '変化をときどきライブリージョンの一文で読み上げるか。',
  ],
  [
    "Renders the content of a row, in place of the list's own.",
    '渲染行的内容，代替列表自带的内容。',
    'リスト標準の内容に代えて、行の中身を描く。',
  ],
  [
    'The ID of the selected item. The list sets it when the user selects.',
    '选中项的 ID。用户选择时由列表设置。',
    '選択中の項目の ID。利用者が選ぶとリストが設定する。',
  ],
  ['The accessible name of the list.', '列表供朗读的名称。', '読み上げられるリストの名前。'],
  [
    'Whether the first items have yet to arrive. The list sets it.',
    '第一批条目是否尚未到达。由列表设置。',
    '最初の項目がまだ届いていないか。リストが設定する。',
  ],
  [
    "The presence controller to use; by default, the page's shared one.",
    '使用的 PresenceController；默认为页面共享的那一个。',
    '使う PresenceController。既定ではページ共有のもの。',
  ],
  ['The user has selected a contact.', '用户选择了一位联系人。', '利用者が連絡先を選んだ。'],
  [
    "Lists the members of this group of the user's, and how many are online, counted once a minute.",
    '改为列出用户所在的这个群组的成员，以及在线人数（每分钟统计一次）。',
    '代わりに、利用者のいるこのグループのメンバーと、毎分数えたオンラインの人数を並べる。',
  ],
  [
    'Who is listed: all, or who is online, away or busy. Who goes offline leaves the list with the next re-sorting.',
    '列出哪些人：全部，或者在线、离开和忙碌的人。离线的人在下一次重新排序时离开列表。',
    '誰を並べるか。全員か、オンライン、離席中、取り込み中の人。オフラインになった人は次の並べ替えで外れる。',
  ],
  [
    'The listed conversations; by default, those of the connected user. `null` stands for conversations of the page that have not arrived yet.',
    '列出的会话；默认为已连接用户的会话。`null` 表示页面自己的、还没有到达的会话。',
    '一覧に載せる会話。既定では、接続した利用者の会話。`null` は、まだ届いていないページ自身の会話。',
  ],
  ['The user has selected a conversation.', '用户选择了一个会话。', '利用者が会話を選んだ。'],
  [
    'The user to follow, by ID; empty for a dot whose `status` the page sets.',
    '要关注的用户的 ID；由页面设置 `status` 的圆点留空。',
    '見守る利用者の ID。ページが `status` を設定するドットでは空。',
  ],
  [
    'The status shown. With a `userId` the dot sets it; anything but a status counts as `unknown`.',
    '显示的状态。有 `userId` 时由圆点设置；不是状态的值按 `unknown` 处理。',
    '表示する状態。`userId` があればドットが設定する。状態でない値は `unknown` とみなす。',
  ],
  [
    'How far the status can be trusted; the dot sets it. `undefined` while the dot is hidden.',
    '状态的可信程度，由圆点设置。圆点隐藏时为 `undefined`。',
    '状態をどこまで信じられるか。ドットが設定する。ドットが隠れている間は `undefined`。',
  ],
  [
    'Replaces the accessible name; empty for a dot that only decorates.',
    '代替供朗读的名称；仅作装饰的圆点留空。',
    '読み上げられる名前を置き換える。飾りだけのドットでは空。',
  ],
  [
    'The user to show and to follow, by ID.',
    '要显示和关注的用户的 ID。',
    '表示し、見守る利用者の ID。',
  ],
  [
    'Picture, name and status in a line; the picture alone; or name and dot, for running text.',
    '一行里的头像、姓名和状态；只有头像；或用于正文的姓名和圆点。',
    '一行のアイコン、名前、状態。アイコンだけ。または文章の中の名前とドット。',
  ],
  ['Replaces the name that is loaded.', '代替加载的姓名。', '読み込む名前を置き換える。'],
  [
    'Replaces the picture that is loaded: its URL.',
    '代替加载的头像：头像的 URL。',
    '読み込むアイコンを置き換える。その URL。',
  ],
  [
    'Replaces the profile, which then is not loaded.',
    '代替资料，资料因此不再加载。',
    'プロフィールを置き換える。その場合は読み込まない。',
  ],
  [
    'What the menu offers; unset, five choices in the language of the element.',
    '菜单提供的选项；不设置时为五种状态，使用元素的语言。',
    'メニューの選択肢。指定しなければ、要素の言語による五つ。',
  ],
  ['Focuses the button.', '让按钮获得焦点。', 'ボタンにフォーカスを移す。'],
  [
    'The user has changed the words, and the service has taken them.',
    '用户更改了文字，并且服务已接受。',
    '利用者が言葉を変え、サービスが受け取った。',
  ],
  [
    'The people; by default, the friends of the connected user. `null` stands for people of the page that have not arrived yet.',
    '显示的人；默认为已连接用户的好友。`null` 表示页面自己的、还没有到达的人。',
    '表示する人。既定では、接続した利用者の友だち。`null` は、まだ届いていないページ自身の人。',
  ],
  [
    'The people by ID alone, in place of `contacts`; their names and pictures are loaded.',
    '只用 ID 给出的人，代替 `contacts`；姓名和头像会自动加载。',
    '`contacts` の代わりに ID だけで渡す人。名前とアイコンは読み込む。',
  ],
  ['How many pictures there are at most.', '最多显示多少个头像。', 'アイコンの数の上限。'],
  [
    'All people, or only who is online, away or busy.',
    '所有人，或只显示在线、离开或忙碌的人。',
    '全員、またはオンライン、退席中、取り込み中の人だけ。',
  ],
  [
    'Whether it says in words how many are online.',
    '是否用文字说明有多少人在线。',
    '何人がオンラインかを言葉で示すか。',
  ],
  [
    'Whether each picture has a dot; the pictures then stand side by side.',
    '每个头像是否带有圆点；此时头像并排而不重叠。',
    'アイコンごとにドットを付けるか。そのときアイコンは重ならずに並ぶ。',
  ],
  ['The accessible name of the group.', '这组人供朗读的名称。', '読み上げられるグループの名前。'],
  [
    'Focuses the button that had the focus last, else the first one.',
    '让上次有焦点的按钮获得焦点，没有则让第一个获得焦点。',
    '最後にフォーカスのあったボタンに、なければ最初のボタンにフォーカスを移す。',
  ],
  ['The user has chosen a person.', '用户选择了一个人。', '利用者が人を選んだ。'],
];

/** A text of the tables in a language; the text itself where there is no translation yet. */
export function words(text, language) {
  return all.find(([english]) => english === text)?.[languages.indexOf(language)] ?? text;
}
