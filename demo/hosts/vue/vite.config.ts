import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    vue({
      template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('tui-') } },
    }),
  ],
  // The engine comes in a chunk of 770 kB, after the first paint.
  build: { chunkSizeWarningLimit: 1000 },
});
