/* The official lists as an app has them: the kit's own login in the engine, its translations, and two
   of its components on one page. The kit's index would bring the whole chat with it. */
import Kit from '@tencentcloud/chat-uikit-vue/server';
import ContactList from '@tencentcloud/chat-uikit-vue/components/TUIContact/contact-list/index.vue';
import ConversationList from '@tencentcloud/chat-uikit-vue/components/TUIConversation/conversation-list/index.vue';
import { createApp } from 'vue';

export * from '@tencentcloud/chat-uikit-engine-lite';
export { TUILogin } from '@tencentcloud/tui-core-lite';

new Kit().init();

/** Draws both lists; returns what takes them away again. */
export function mountKit() {
  const apps = [
    ['kit-contacts', ContactList],
    ['kit-conversations', ConversationList],
  ].map(([id, component]) => {
    const place = document.createElement('div');
    place.id = id;
    document.body.append(place);
    const app = createApp(component);
    app.mount(place);
    return app;
  });
  return () => {
    for (const app of apps) app.unmount();
  };
}
