/**
 * The host's own: who is signed in. A stand-in for your session library; the recipes need no more of it than `userOf`.
 */
const sessions = new Map<string, string>()

/** The id of the signed-in user; null where nobody is. */
export async function userOf(request: Request): Promise<string | null> {
  const [, token = ''] = /(?:^|; )session=([\w-]+)/.exec(request.headers.get('Cookie') ?? '') ?? []
  return sessions.get(token) ?? null
}

/** @returns what the user's browser then sends as `Cookie` */
export function signIn(user: string): string {
  const token = crypto.randomUUID()
  sessions.set(token, user)
  return `session=${token}`
}
