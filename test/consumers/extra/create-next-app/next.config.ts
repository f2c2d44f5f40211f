import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  // The template has these.
  cacheComponents: true,
  partialPrefetching: true,
  // For a second build while the first one runs.
  distDir: process.env.DIST_DIR ?? '.next',
}

export default nextConfig
