// Data package: it names the directory of the templates and reads nothing itself.

export const templatesDirectory = new URL("./", import.meta.url)
