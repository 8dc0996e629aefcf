import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { BillOfMaterials, Component } from './bill-of-materials.ts';

const { allowed } = parse(readFileSync(new URL('licenses.yaml', import.meta.url), 'utf8')) as {
  allowed: string[];
};

/** The third-party code that may not be published with a package, one line each. */
export function checkLicenses({ metadata, components }: BillOfMaterials): string[] {
  const { group, name } = metadata.component;
  return components
    .map((component) => [component, licenseOf(component)] as const)
    .filter(([, license]) => !allowed.includes(license ?? ''))
    .map(
      ([component, license]) =>
        `${nameOf({ ...(group && { group }), name })}: ${nameOf(component)} ${component.version} has ${license === undefined ? 'no license' : `the license ${license}`}, ` +
        'which scripts/release/licenses.yaml does not allow. Do without it, or decide and list the license.',
    );
}

/** The npm name of a component. */
export function nameOf({ group, name }: Pick<Component, 'group' | 'name'>): string {
  return group === undefined ? name : `${group}/${name}`;
}

/** The license of a component. Several are listed as one text, which is not allowed: a person decides. */
function licenseOf({ licenses = [] }: Component): string | undefined {
  const names = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression);
  return names.length === 0 ? undefined : names.join(', ');
}
