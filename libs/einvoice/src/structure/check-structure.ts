import type { StructuralFault, Syntax } from '../model.js';
import { type XmlElement, trimXml } from '../xml/xml-element.js';
import { documentGroup, type Group, type Member } from './grammar.js';
import type { AttributeRule, ValueKind } from './value-kinds.js';

/** A file that is wrong all over is refused for its first faults; listing them all would help nobody. */
const MAX_FAULTS = 100;

const XSI = '{http://www.w3.org/2001/XMLSchema-instance}';

/**
 * Checks the form of a document against our own table of elements, their order, number, attributes and kinds of value.
 * It refuses what the official schemas of UBL 2.1 and CII D16B refuse (`level` `schema`), and names values that pass
 * them and still cannot be read (`level` `content`). ZUGFeRD 1.0 is not checked: it is no e-invoice in any case.
 *
 * @param root the root element that belongs to the syntax
 */
export function checkStructure(root: XmlElement, syntax: Syntax): StructuralFault[] {
  if (syntax === 'zugferd-1.0') return [];
  const faults: StructuralFault[] = [];
  checkGroup(root, documentGroup(syntax), faults);
  return faults;
}

function checkContent(element: XmlElement, content: Member['content'], faults: StructuralFault[]): void {
  if (faults.length >= MAX_FAULTS) return;
  if (content === 'open') checkOpen(element, faults);
  else if ('members' in content) checkGroup(element, content, faults);
  else checkValue(element, content, faults);
}

function checkGroup(element: XmlElement, group: Group, faults: StructuralFault[]): void {
  checkAttributes(element, {}, faults);
  if (element.text !== '' && trimXml(element.text) !== '') {
    report(faults, element, 'unexpected-text', element.text, {
      de: `In „${element.tag}“ steht Text, wo nur Elemente stehen dürfen.`,
      en: `There is text in "${element.tag}", where only elements may stand.`,
    });
  }
  if (group.kind === 'choice') checkChoice(element, group, faults);
  else checkSequence(element, group, faults);
}

/** Walks the children along the order of the group; what is out of place is named and does not move the place. */
function checkSequence(element: XmlElement, group: Group, faults: StructuralFault[]): void {
  let place = 0;
  let seen = 0;
  for (const child of element.children) {
    if (faults.length >= MAX_FAULTS) return;
    const member = group.byTag.get(child.tag);
    if (member === undefined) {
      unexpected(faults, child, element);
      continue;
    }
    if (member.index < place) {
      report(faults, child, 'wrong-order', null, {
        de: `„${child.tag}“ steht in „${element.tag}“ an der falschen Stelle: Es gehört vor „${group.members[place]!.tag}“.`,
        en: `"${child.tag}" is in the wrong place in "${element.tag}": it belongs before "${group.members[place]!.tag}".`,
      });
    } else if (member.index > place || seen === 0) {
      for (let i = place; i < member.index; i++) {
        if (group.members[i]!.required && !(i === place && seen > 0))
          missing(faults, element, group.members[i]!, child);
      }
      place = member.index;
      seen = 1;
    } else if (!member.repeatable) {
      report(faults, child, 'too-many', null, {
        de: `„${child.tag}“ darf in „${element.tag}“ nur einmal vorkommen.`,
        en: `"${child.tag}" may occur only once in "${element.tag}".`,
      });
    } else seen++;
    checkContent(child, member.content, faults);
  }
  for (let i = place; i < group.members.length; i++) {
    if (group.members[i]!.required && !(i === place && seen > 0)) missing(faults, element, group.members[i]!, null);
  }
}

function checkChoice(element: XmlElement, group: Group, faults: StructuralFault[]): void {
  let found = false;
  for (const child of element.children) {
    const member = group.byTag.get(child.tag);
    if (member === undefined) unexpected(faults, child, element);
    else if (found) {
      report(faults, child, 'too-many', null, {
        de: `„${element.tag}“ darf nur ein Element enthalten.`,
        en: `"${element.tag}" may contain one element only.`,
      });
    } else {
      found = true;
      checkContent(child, member.content, faults);
    }
  }
  if (!found) {
    const names = group.members.map((member) => member.tag);
    report(faults, element, 'missing-element', null, {
      de: `In „${element.tag}“ fehlt ${names.map((name) => `„${name}“`).join(' oder ')}.`,
      en: `"${element.tag}" lacks ${names.map((name) => `"${name}"`).join(' or ')}.`,
    });
  }
}

function checkValue(element: XmlElement, kind: ValueKind, faults: StructuralFault[]): void {
  checkAttributes(element, kind.attributes, faults);
  if (element.children.length > 0) {
    unexpected(faults, element.children[0]!, element);
    return;
  }
  const fault = kind.check(element);
  if (fault === null) return;
  const shown = shorten(element.value);
  report(
    faults,
    element,
    fault.code,
    element.value,
    {
      de: `„${element.tag}“: Der Wert „${shown}“ ${fault.de}.`,
      en: `"${element.tag}": the value "${shown}" ${fault.en}.`,
    },
    fault.level,
  );
}

/** `ext:ExtensionContent` holds exactly one element of another namespace, which is not looked into. */
function checkOpen(element: XmlElement, faults: StructuralFault[]): void {
  checkAttributes(element, {}, faults);
  if (element.children.length !== 1) {
    report(faults, element, element.children.length === 0 ? 'missing-element' : 'too-many', null, {
      de: `„${element.tag}“ muss genau ein Element enthalten.`,
      en: `"${element.tag}" must contain exactly one element.`,
    });
  }
}

function checkAttributes(element: XmlElement, allowed: ValueKind['attributes'], faults: StructuralFault[]): void {
  for (const name in element.attributes) {
    if (name.startsWith(XSI)) continue;
    const rule = allowed[name];
    const value = element.attributes[name]!;
    if (rule === undefined) {
      report(faults, element, 'unexpected-attribute', value, {
        de: `„${element.tag}“ darf kein Attribut „${shorten(name)}“ haben.`,
        en: `"${element.tag}" must not have an attribute "${shorten(name)}".`,
      });
    } else if (!fits(value, rule)) {
      report(faults, element, 'bad-attribute', value, {
        de: `„${element.tag}“: Das Attribut „${name}“ hat den unzulässigen Wert „${shorten(value)}“.`,
        en: `"${element.tag}": the attribute "${name}" has the value "${shorten(value)}", which is not allowed.`,
      });
    }
  }
  for (const name in allowed) {
    if (allowed[name] === true && element.attributes[name] === undefined) {
      report(faults, element, 'missing-attribute', null, {
        de: `„${element.tag}“ fehlt das Attribut „${name}“.`,
        en: `"${element.tag}" lacks the attribute "${name}".`,
      });
    }
  }
}

function fits(value: string, rule: AttributeRule): boolean {
  if (typeof rule === 'string') return collapse(value) === rule;
  return typeof rule === 'boolean' || rule(value);
}

function unexpected(faults: StructuralFault[], child: XmlElement, parent: XmlElement): void {
  report(faults, child, 'unexpected-element', null, {
    de: `„${shorten(child.tag)}“ ist in „${parent.tag}“ nicht vorgesehen.`,
    en: `"${shorten(child.tag)}" is not provided for in "${parent.tag}".`,
  });
}

function missing(faults: StructuralFault[], parent: XmlElement, member: Member, before: XmlElement | null): void {
  report(faults, before ?? parent, 'missing-element', null, {
    de: `In „${parent.tag}“ fehlt „${member.tag}“${before === null ? '' : ` vor „${before.tag}“`}.`,
    en: `"${parent.tag}" lacks "${member.tag}"${before === null ? '' : ` before "${before.tag}"`}.`,
  });
}

function report(
  faults: StructuralFault[],
  element: XmlElement,
  code: string,
  found: string | null,
  message: { de: string; en: string },
  level: StructuralFault['level'] = 'schema',
): void {
  if (faults.length >= MAX_FAULTS) return;
  const { path, line, column } = element;
  faults.push({ level, code, path, line, column, found: found === null ? null : shorten(found), message });
}

function shorten(text: string): string {
  const line = text.length > 200 ? `${text.slice(0, 200)} …` : text;
  return collapse(line);
}

function collapse(text: string): string {
  return trimXml(text).replace(/[ \t\r\n]+/g, ' ');
}
