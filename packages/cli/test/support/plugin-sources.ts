// Texts of plugins that tests lay into folders. They import nothing: a plugin is judged by the shape of what it exports.

/** An action as JavaScript; `more` are further properties that win. */
export const actionSource = (id: string, more = ""): string =>
  `({ id: "${id}", title: "Title of ${id}", description: "Does ${id}.", contract: 1, targetSchema: { type: "object" },
    defaultStrategy: "copy_swap", applies: () => [], target: () => null, ${more} })`

/** Files of a package below a folder, with the `orapart` field given. */
export const packageFiles = (
  folder: string,
  manifest: object,
  modules: { readonly [path: string]: string } = {}
): { readonly [path: string]: string } => ({
  [`${folder}/package.json`]: JSON.stringify(manifest),
  ...Object.fromEntries(Object.entries(modules).map(([path, text]) => [`${folder}/${path}`, text]))
})

/** A whole plugin package with one action. */
export const actionPackage = (
  name: string,
  id: string,
  orapart: object = { contract: 1, actions: "./index.js" }
): { readonly [path: string]: string } =>
  packageFiles(
    `node_modules/${name}`,
    { name, version: "3.0.0", type: "module", orapart },
    { "index.js": `export const actions = [${actionSource(id)}]\n` }
  )
