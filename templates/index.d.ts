/** URL of the directory that holds the template files; it ends with a slash, so a template's path can be resolved against it. */
export declare const templatesDirectory: URL
