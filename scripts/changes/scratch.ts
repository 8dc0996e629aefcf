import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this repository. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The folders of workspaces that a copy has, and its other workspaces. */
const GROUPS = ['packages', 'apps'];
const WORKSPACES = ['spec', 'scripts'];

/** Derived files and files of tools. A copy derives its own. */
const LEFT_OUT = ['node_modules', 'dist', 'generated', '.lint', '.turbo'];

/** A copy of the workspaces, in which the contract can be changed. */
export interface Scratch {
  /** Its folder. */
  root: string;
  /** A path in it. */
  path(...steps: string[]): string;
  read(...steps: string[]): Promise<string>;
  write(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Copies the hand-written files of the workspaces to a new folder in `.tmp`. In the copy, workspaces link to each other, and
 * packages from the registry are those of the repository. So every package script runs there unchanged.
 *
 * The folder is not below `node_modules`, because Node.js does not strip types there.
 *
 * @param name the beginning of the folder's name; several copies may have the same
 * @param only the folders of the workspaces to copy; by default, all
 */
export async function createScratch(
  name: string,
  repository: string = REPOSITORY,
  only?: readonly string[],
): Promise<Scratch> {
  const folder = join(repository, '.tmp');
  await mkdir(folder, { recursive: true });
  const root = await mkdtemp(join(folder, `${name}-`));
  const workspaces = only ?? (await workspacesOf(repository));
  await Promise.all([
    copyRootFiles(repository, root),
    linkModules(join(repository, 'node_modules'), join(root, 'node_modules')),
    ...workspaces.map((workspace) => copyWorkspace(join(repository, workspace), join(root, workspace))),
  ]);
  return {
    root,
    path: (...steps) => join(root, ...steps),
    read: (...steps) => readFile(join(root, ...steps), 'utf8'),
    write: (path, text) => writeFile(join(root, path), text),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function workspacesOf(repository: string): Promise<string[]> {
  const grouped = GROUPS.map(async (group) => {
    const entries = await readdir(join(repository, group), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(group, name));
  });
  return [...WORKSPACES, ...(await Promise.all(grouped)).flat()];
}

/** Leaves out `.git`, which is a file in a linked worktree. With it, git commands in the copy would change the repository. */
async function copyRootFiles(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== '.git');
  await Promise.all(files.map(({ name }) => cp(join(from, name), join(to, name))));
}

async function copyWorkspace(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
  await linkModules(join(from, 'node_modules'), join(to, 'node_modules'));
}

/** Repeats the links of a `node_modules`. They are relative, so a link to a workspace leads to that of the copy. */
async function linkModules(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  await Promise.all(
    entries.map(async (entry) => {
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
      // Packages from the registry, and commands.
      else if (entry.name === '.pnpm' || entry.name === '.bin') await symlink(source, target);
      else if (entry.name.startsWith('@')) await linkModules(source, target);
    }),
  );
}
