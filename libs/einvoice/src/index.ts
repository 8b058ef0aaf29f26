export * from './decimal-text.js';
export * from './model.js';
export { NAMESPACES, XmlElement, tagOf, trimXml } from './xml/xml-element.js';
export { cleanFileName, hiddenCharacters, showText, stripHidden } from './container/clean-text.js';
export { FILE_FINDINGS, fileFinding, type FileFinding, type FileFindingId, type Message } from './container/file-finding.js';
export { type FileKind, fileKindOf, KIND_NAMES, wrongExtension } from './container/file-kind.js';
