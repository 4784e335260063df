import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // The engine comes in a chunk of 770 kB, after the first paint.
  build: { chunkSizeWarningLimit: 1000 },
});
