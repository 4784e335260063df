export { createApp } from 'vue';
export { default as ContactList } from '@tencentcloud/chat-uikit-vue/components/TUIContact/contact-list/index.vue';
