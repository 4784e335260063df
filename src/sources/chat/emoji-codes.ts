/** The emoji of the official kits by name. They are sent as codes, such as `[TUIEmoji_Smile]`. */
const EMOJI: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'Expect🤩 Blink😉 Guffaw😆 KindSmile🙂 Haha😄 Cheerful😊 Smile😀 Sorrow😢 Speechless😓 Amazed😲 ' +
    'Complacent😏 Lustful😍 Stareyes🤩 Giggle🤭 Daemon😈 Rage😡 Yawn🥱 TearsLaugh😂 Silly😜 Wail😭 ' +
    'Kiss😘 Trapped😣 Fear😨 BareTeeth😬 FlareUp😤 Tact😌 Shit💩 ShutUp🤐 Sigh😮‍💨 Hehe😁 Silent😶 ' +
    'Skull💀 Mask😷 Beer🍺 Cake🎂 RedPacket🧧 Bombs💣 Ai🥰 Celebrate🎉 Bless🙏 Flower🌹 Watermelon🍉 ' +
    'Cow🐮 Fool🤡 Surprised😮 Askance😒 Monster👹 Pig🐷 Coffee☕ Ok👌 Heart❤️ Sun☀️ Moon🌙 Star⭐ ' +
    'Rich🤑 Fortune💰 857🎊 666🤙 Prohibit🚫 Convinced🙇 Knife🔪 Like👍'
  )
    .split(' ')
    .map((entry) => /^(\w+)(.+)$/u.exec(entry)!.slice(1) as [string, string]),
);

/** Replaces the codes of emoji in a text by the emoji; a code without one by its name in brackets. */
export function withEmoji(text: string): string {
  return text.replace(/\[TUIEmoji_(\w+)\]/g, (_, name: string) =>
    Object.hasOwn(EMOJI, name) ? EMOJI[name]! : `[${name.replaceAll('_', ' ')}]`,
  );
}
