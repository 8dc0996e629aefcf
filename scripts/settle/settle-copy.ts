import { cp, readdir } from 'node:fs/promises';
import { demandedChange } from '@ax-cloud/channel-spec/demanded-change';
import { highestChange, nextVersion, type VersionChange } from '@ax-cloud/channel-spec/version';
import { CommandError } from '@ax-cloud/contract/command-error';
import { fingerprintOf } from '@ax-cloud/contract/fingerprint';
import type { Ledger } from '@ax-cloud/contract/ledger';
import { hasOverlay, type ReadingOverlay, readReadings } from '@ax-cloud/contract/readings/reading-files';
import { setValue } from '@ax-cloud/contract/readings/source-edit';
import { YamlSource } from '@ax-cloud/contract/readings/yaml-source';
import type { Answer } from '@ax-cloud/contract/settle/answer';
import { type SpecTexts, settleSpec } from '@ax-cloud/contract/settle/settle-spec';
import { parse } from 'yaml';
import { runScript } from '../changes/run.ts';
import type { Scratch } from '../changes/scratch.ts';
import { addToChangelog, CHANGELOGS } from './changelog.ts';
import { LEDGER, removeReadings } from './ledger-file.ts';
import { leftToDo } from './left-to-do.ts';
import type { CurrentContract } from './report.ts';

const CONTRACT = 'spec/openapi.yaml';
const KOREAN = 'spec/openapi.ko.yaml';
const MANIFEST = 'spec/package.json';
const BUNDLE = 'dist/openapi.yaml';
/** The bundle before the answers. */
const BEFORE = '.lint/before.yaml';

/** The result of settling. */
export interface Settlement {
  version: { before: string; after: string };
  /** What is left for a person, one line each. */
  left: string[];
}

/** Bundles the contract of a copy, and returns its version and fingerprint. */
export async function bundleContract(scratch: Scratch): Promise<CurrentContract> {
  await runOrThrow(scratch, 'spec', 'bundle');
  const document = JSON.parse(await scratch.read('spec/dist/openapi.json')) as { info: { version: string } };
  return { version: document.info.version, sha256: fingerprintOf(document) };
}

/**
 * Settles answers in a copy whose contract is bundled. Changes the hand-written files, the version, the changelogs and all
 * generated files.
 *
 * @throws {CommandError} if the answers contradict each other, or if the resulting contract is invalid
 */
export async function settleCopy(scratch: Scratch, answers: readonly Answer[]): Promise<Settlement> {
  const ledger = parse(await scratch.read(LEDGER)) as Ledger;
  const changed = answers.filter(({ question, reading }) => takenIn(ledger, question) !== reading);
  const readings = await overlaysOf(scratch, ledger, changed);
  const texts = settleSpec(await readTexts(scratch, ledger, answers), answers, readings);
  await cp(scratch.path('spec', BUNDLE), scratch.path('spec', BEFORE));
  await writeTexts(scratch, texts, answers);
  await runOrThrow(scratch, 'spec', 'lint');
  await runOrThrow(scratch, 'spec', 'bundle');
  const change = highestChange([
    demandedChange(scratch.path('spec'), BEFORE, BUNDLE).change,
    ...readings.map((reading) => reading.change),
  ]);
  const version = await raiseVersion(scratch, change);
  for (const language of ['en', 'ko'] as const) {
    const path = CHANGELOGS[language];
    const changelog = await scratch.read(path);
    await scratch.write(path, addToChangelog(changelog, language, version.after, answers, ledger, readings));
  }
  await generate(scratch);
  const written = readings.map(({ question }) => question);
  const final = { ...texts, contract: await scratch.read(CONTRACT) };
  const left = await leftToDo(scratch.path('spec'), final, await readReadmes(scratch), changed, written);
  return { version, left };
}

function takenIn({ questions }: Ledger, question: string): string | undefined {
  return questions.find(({ id }) => id === question)?.taken;
}

/** The overlays of the answers that have one. */
function overlaysOf(scratch: Scratch, ledger: Ledger, answers: readonly Answer[]): Promise<ReadingOverlay[]> {
  const written = answers.filter(({ question, reading }) =>
    ledger.questions
      .find(({ id }) => id === question)
      ?.readings.some((one) => one.id === reading && hasOverlay(one)),
  );
  const names = written.map(({ question, reading }) => `${question}=${reading}`);
  return readReadings(scratch.path('spec'), ledger, names);
}

async function readTexts(scratch: Scratch, ledger: Ledger, answers: readonly Answer[]): Promise<SpecTexts> {
  const settled = answers.map(({ question }) => question);
  const open = ledger.questions.filter(
    ({ id, readings }) => !settled.includes(id) && readings.some(hasOverlay),
  );
  const paths = await Promise.all(
    open.map(async ({ id }) =>
      (await readdir(scratch.path('spec/readings', id))).map((file) => `spec/readings/${id}/${file}`),
    ),
  );
  const overlays = await Promise.all(
    paths.flat().map(async (path) => [path, await scratch.read(path)] as const),
  );
  return {
    contract: await scratch.read(CONTRACT),
    korean: await scratch.read(KOREAN),
    ledger: await scratch.read(LEDGER),
    overlays: Object.fromEntries(overlays),
  };
}

/** The READMEs of the workspaces, by path. */
async function readReadmes(scratch: Scratch): Promise<Record<string, string>> {
  const files = await Promise.all(
    ['packages', 'apps'].map(async (group) => {
      const names = await readdir(scratch.path(group));
      const inside = await Promise.all(names.map((name) => readdir(scratch.path(group, name))));
      return inside.flatMap((all, index) =>
        all.filter((file) => /^README.*\.md$/.test(file)).map((file) => `${group}/${names[index]}/${file}`),
      );
    }),
  );
  const texts = files.flat().map(async (path) => [path, await scratch.read(path)] as const);
  return Object.fromEntries(await Promise.all(texts));
}

async function writeTexts(scratch: Scratch, texts: SpecTexts, answers: readonly Answer[]): Promise<void> {
  await scratch.write(CONTRACT, texts.contract);
  await scratch.write(KOREAN, texts.korean);
  await scratch.write(LEDGER, texts.ledger);
  for (const [path, text] of Object.entries(texts.overlays)) await scratch.write(path, text);
  await removeReadings(
    scratch,
    answers.map(({ question }) => question),
  );
}

/** Raises the version in the contract and in its package.json. */
async function raiseVersion(scratch: Scratch, change: VersionChange): Promise<Settlement['version']> {
  const source = new YamlSource(await scratch.read(CONTRACT));
  const { info } = source.value as { info: { version: string } };
  const after = nextVersion(info.version, change);
  const raised = setValue(source, ['info', 'version'], { source: new YamlSource(after), place: [] });
  await scratch.write(CONTRACT, raised.text);
  const manifest = await scratch.read(MANIFEST);
  await scratch.write(
    MANIFEST,
    manifest.replace(/("version": )"[^"]*"/, (_, key: string) => `${key}"${after}"`),
  );
  return { before: info.version, after };
}

/** Generates all files that are committed. */
async function generate(scratch: Scratch): Promise<void> {
  await runOrThrow(scratch, 'spec', 'bundle');
  for (const group of ['packages', 'apps'])
    for (const name of await readdir(scratch.path(group))) {
      const { scripts } = JSON.parse(await scratch.read(group, name, 'package.json')) as {
        scripts?: Readonly<Record<string, string>>;
      };
      if (scripts?.generate !== undefined) await runOrThrow(scratch, `${group}/${name}`, 'generate');
    }
}

async function runOrThrow(scratch: Scratch, workspace: string, script: string): Promise<void> {
  const { ok, output } = await runScript(scratch, workspace, script);
  if (!ok)
    throw new CommandError(
      `With these answers "${script}" of ${workspace} fails: ${output.trim().split('\n').filter(Boolean).at(-1)}`,
    );
}
