/** Whether a `Content-Type` says `application/json`, in any case and with any parameters (RFC 9110 §8.3.1). */
export const isJsonType = (contentType: string | null): boolean =>
  contentType?.split(';', 1)[0]!.trim().toLowerCase() === 'application/json'
