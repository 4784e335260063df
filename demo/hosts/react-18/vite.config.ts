import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The engine comes in a chunk of 770 kB, after the first paint.
  build: { chunkSizeWarningLimit: 1000 },
});
