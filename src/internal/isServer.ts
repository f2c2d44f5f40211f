/** Whether this code runs on a server. React Native has a `window`, so it counts as a browser. */
export const isServer = typeof window === 'undefined'
