export * from './decimal-text.js';
export * from './model.js';
export { NAMESPACES, XmlElement, tagOf, trimXml } from './xml/xml-element.js';
