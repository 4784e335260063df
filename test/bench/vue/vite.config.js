import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// The engine and the login stay out: all implementations are fed by one store.
export default defineConfig({
  plugins: [vue()],
  define: { 'process.env.NODE_ENV': '"production"' },
  publicDir: false,
  logLevel: 'error',
  build: {
    target: 'es2022',
    outDir: 'node_modules/.bench',
    lib: { entry: 'entry.js', formats: ['es'], fileName: 'contact-list', cssFileName: 'style' },
    rolldownOptions: { external: ['@tencentcloud/chat-uikit-engine', '@tencentcloud/tui-core'] },
  },
});
