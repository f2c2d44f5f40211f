import { NextResponse, type NextRequest } from 'next/server'

/** Stands for your sign-in: gives each visitor a session. Next.js before 16 needs the names `middleware.ts` and `middleware`. */
export function proxy({ cookies }: NextRequest) {
  const response = NextResponse.next()
  // `lax`: another site cannot post with this cookie (CSRF).
  if (!cookies.has('session'))
    response.cookies.set('session', crypto.randomUUID(), { httpOnly: true, sameSite: 'lax' })
  return response
}

export const config = { matcher: '/' }
