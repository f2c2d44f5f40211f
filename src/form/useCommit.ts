'use client'

import { useEffect, useLayoutEffect } from 'react'
import { isServer } from '../react/watches.ts'

/** An effect before the browser paints; a server, which paints nothing, does without. */
export const useCommit = isServer ? useEffect : useLayoutEffect
