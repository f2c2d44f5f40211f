/** Stands for your session library. The recipes only need `userOf`. */
const sessions = new Map<string, string>()

/** Returns the id of the signed-in user, or null. */
export async function userOf(request: Request): Promise<string | null> {
  const [, token = ''] = /(?:^|; )session=([\w-]+)/.exec(request.headers.get('Cookie') ?? '') ?? []
  return sessions.get(token) ?? null
}

/** Returns the `Cookie` header that the user's browser then sends. */
export function signIn(user: string): string {
  const token = crypto.randomUUID()
  sessions.set(token, user)
  return `session=${token}`
}
