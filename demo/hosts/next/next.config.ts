import type { NextConfig } from 'next';

/** Static files, which any server can send; `next start` needs no such line. */
const config: NextConfig = { output: 'export', distDir: 'dist', devIndicators: false };

export default config;
