// Comments as blanks of the same length, so that offsets stay what they are. (jsonc-parser's own stripComments shifts them.)

const textOrComment = /"(?:[^"\\\r\n]|\\.)*"?|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g

/** The text with every comment blanked; line ends stay. Whatever stands in quotes is left alone, closed or not. */
export const blankComments = (text: string): string =>
  text.replace(textOrComment, (part) => (part.startsWith("/") ? part.replace(/[^\r\n]/g, " ") : part))
