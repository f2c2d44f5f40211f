'use client'

import { useEffect, useLayoutEffect } from 'react'
import { isServer } from './isServer.ts'

/** `useLayoutEffect` in a browser, `useEffect` on a server, where React 18 warns about layout effects. */
export const useIsomorphicLayoutEffect = isServer ? useEffect : useLayoutEffect
