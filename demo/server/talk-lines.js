/**
 * What people say, by the language of who says it. A line that begins with `>` is said by the one who
 * reads; a line that begins with `@` mentions them.
 */

/** With one person. */
export const talks = {
  en: [
    [
      'Did the courier come?',
      '> Just now. Two boxes, both dry.',
      'Good. The third one is late, they say Thursday.',
      '> Then I move the opening to Friday',
      'See you at ten then',
    ],
    [
      'The ring reads better now',
      '> At 12 px, too?',
      'Even at 10. I sent you the picture.',
      'Shall I merge it?',
      '> Yes, please',
    ],
    [
      'Are we still on for lunch?',
      '> Half past twelve, the place by the canal',
      'I will be five minutes late',
      'Got us a table outside',
    ],
    [
      '> How was the talk?',
      'Full house, and they laughed at the right places',
      'The recording is up tonight',
      'Somebody asked about your chart, I gave them your address',
    ],
    [
      'Can you look at the invoice before four?',
      '> Looks right to me, only the date is last year’s',
      'Oh no. Fixed, and sent.',
      'Thank you, that would have been awkward',
    ],
    [
      'The train stands still outside Lyon',
      '> Shall we begin without you?',
      'Yes, I will dial in',
      'Moving again, back at the desk by three',
    ],
  ],
  zh: [
    ['今晚还去打球吗？', '> 去，七点老地方', '好的 👍', '我多带一副拍子', '路上有点堵，晚到十分钟'],
    [
      '新版本我试过了',
      '> 怎么样？',
      '比昨天快多了',
      '还有一个小问题，截图发你了',
      '下班前能改好吗？',
    ],
    ['快递放前台了', '> 谢谢，我下去拿', '箱子挺沉的，叫上小刘', '晚上见 👋'],
    ['会议改到三点了', '> 还是原来的会议室？', '换到五楼，靠窗那间', '记得带样品'],
  ],
  ja: [
    [
      '資料を更新しました',
      '> ありがとうございます。後で見ます',
      'お手すきの時で大丈夫です',
      '三ページ目だけ確認をお願いします',
    ],
    [
      '明日の待ち合わせ、何時でしたっけ',
      '> 九時に改札です',
      '了解です！',
      '雨みたいなので傘を忘れずに',
    ],
    ['今、会議室にいます', '> すぐ行きます', '先に始めていますね', '議事録はあとで共有します'],
  ],
  ko: [
    ['점심 같이 먹을래요?', '> 좋아요, 열두 시에 로비에서', '네, 알겠습니다', '오늘은 제가 살게요'],
    [
      '파일 잘 받았어요',
      '> 이상 없나요?',
      '두 번째 표만 다시 봐 주세요',
      '급하지 않아요, 내일도 괜찮아요',
    ],
    ['지금 출발했어요', '> 천천히 오세요', '길이 막히네요', '십 분 뒤에 도착해요'],
  ],
  ar: [
    ['هل وصلت الملفات؟', '> نعم، شكرا جزيلا', 'ممتاز، أنتظر رأيك', 'الصفحة الأخيرة هي الأهم'],
    ['موعدنا غدا في العاشرة؟', '> نعم، في المكتب الجديد', 'سأحضر القهوة ☕', 'لا تنس العينات'],
    ['أنا في الطريق', '> خذ وقتك', 'وصلت إلى المحطة', 'أراك بعد قليل'],
  ],
};

/** In a group, by its name; the members take turns. */
export const groupTalks = {
  'Release crew': {
    language: 'en',
    lines: [
      'Green on all three engines',
      '> Tagging it now',
      'It is out, thanks to all of you!',
      'Downloads look fine, no new reports',
      '@Could you write the note for the blog?',
      'Cake in the kitchen at four 🎂',
    ],
  },
  周末爬山: {
    language: 'zh',
    lines: [
      '周六天气不错，爬山吗？',
      '> 算我一个',
      '早上七点地铁口集合',
      '@你带相机吗？',
      '我准备了三明治',
      '别忘了带水',
    ],
  },
  'Quarterly planning and retrospective, all offices': {
    language: 'en',
    lines: [
      'The agenda is in the shared folder',
      'Lisbon would like to go first',
      '> Fine with us',
      'Then Seoul second, because of the hour',
      '@We still miss your numbers for May',
      'Room 4 has the good microphone',
    ],
  },
  家族: {
    language: 'ja',
    lines: [
      '今年の正月はみんな帰れる？',
      '> 三十日に着きます',
      '駅まで迎えに行くよ',
      '@お土産はお茶がいいな',
      '写真を送りました 📷',
    ],
  },
};

/** Begun and not sent, by the language of who would get it. */
export const drafts = {
  en: 'I will look at it as soon as I am back',
  zh: '我看完再回复你，大概',
  ja: '確認して、折り返し',
  ko: '확인하고 다시 연락',
  ar: 'سأراجعها ثم',
};
