import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // The engine comes in a chunk of 770 kB, after the first paint.
  build: { chunkSizeWarningLimit: 1000 },
});
