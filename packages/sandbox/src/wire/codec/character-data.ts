// Characters on the wire: UTF-8, and UTF-16 with the high byte first for the national character set and for CLOB pieces.

/** Character set numbers that both sides name: AL32UTF8 and AL16UTF16. */
export const CHARSET_UTF8 = 873
export const CHARSET_UTF16 = 2000

/** Character set form of a value: the database's character set or the national one; 0 where characters play no part. */
export const FORM_NONE = 0
export const FORM_DATABASE = 1
export const FORM_NATIONAL = 2

/** UTF-16 with the high byte first; half of a surrogate pair survives, which UTF-8 could not carry. */
export const encodeUtf16 = (text: string): Buffer => Buffer.from(text, "utf16le").swap16()

/** Text of UTF-16 bytes; an odd last byte is dropped. */
export const decodeUtf16 = (bytes: Uint8Array): string => {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return even.swap16().toString("utf16le")
}

/** Bytes of a text in the given form. */
export const encodeText = (text: string, form: number): Buffer =>
  form === FORM_NATIONAL ? encodeUtf16(text) : Buffer.from(text, "utf8")

/** Text of bytes in the given form. */
export const decodeText = (bytes: Buffer, form: number): string =>
  form === FORM_NATIONAL ? decodeUtf16(bytes) : bytes.toString("utf8")
