import type { StructuralFault, Syntax } from '../model.js';
import type { XmlElement } from '../xml/xml-element.js';

export function checkStructure(_root: XmlElement, _syntax: Syntax): StructuralFault[] {
  return [];
}
