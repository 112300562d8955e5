/**
 * Lint rules of this project, as a plugin of oxlint. Self-contained: oxlint loads this file without our aliases.
 */
type Node = { type: string; [key: string]: unknown };
type LintContext = {
  filename: string;
  cwd: string;
  report: (problem: { message: string; node: Node }) => void;
};

/** Folders and packages that a folder may or may not use. The first entry that fits the file decides. */
type Arrow = { from: RegExp; may: RegExp[]; packagesNot: string[]; why: string };

const anything = /^/;
/** Free of database, framework and workflow, so that every side can use them, the browser too. */
const pure =
  /^lib\/domain\/(.+\/)?(schemas|status|vocabulary|shared-schemas|changes-of|crisis-numbers|federal-states|worst-passwords|kept-odds)$/;
const words = /^lib\/i18n\//;
const leaves = /^lib\/(format|paths|env|operator)$/;
const database = ["drizzle-orm", "drizzle-kit", "postgres", "pg-boss"];
const framework = ["next", "next-auth", "next-intl", "react", "react-dom", "react-email"];
const workflows = ["inngest"];

const arrows: Arrow[] = [
  { from: /(\.test|\.spec)\.tsx?$/, may: [anything], packagesNot: [], why: "" },
  {
    from: /^app\/api\/inngest\//,
    may: [/^app\//, /^lib\//, /^inngest\/(client|functions)/],
    packagesNot: database,
    why: "The address that serves the functions uses lib and inngest.",
  },
  {
    from: /^app\//,
    may: [/^app\//, /^components\//, /^lib\//],
    packagesNot: [...database, ...workflows],
    why: "Pages and entrances parse, find the actor and call one verb of lib; they never reach the database.",
  },
  {
    from: /^components\//,
    may: [/^components\//, /^lib\/(format|paths)$/, words, pure],
    packagesNot: [...database, ...workflows, "next-auth"],
    why: "Components get what they show as properties.",
  },
  {
    from: pureFile(),
    may: [pure],
    packagesNot: [...database, ...framework, ...workflows],
    why: "What every side uses, the browser too, imports only its like and zod.",
  },
  {
    from: /^lib\/domain\/matching\/kernel\//,
    may: [/^lib\/domain\/(matching\/kernel\/|geo\/(distance|travel-estimate)$)/, /^lib\/format$/, pure],
    packagesNot: [...database, ...framework, ...workflows],
    why: "The kernel judges what it is given: no database, no clock, no words.",
  },
  {
    from: /^lib\/domain\//,
    may: [/^lib\/(domain|core|email)\//, /^db\//, leaves, words],
    packagesNot: [...framework, ...workflows],
    why: "The domain knows the database, lib/core and lib/email, and no framework.",
  },
  {
    from: /^lib\/core\//,
    may: [/^lib\/core\//, /^db\//, /^lib\/env$/, pure],
    packagesNot: [...framework, ...workflows],
    why: "lib/core stands below the domain.",
  },
  {
    from: /^lib\/auth\//,
    may: [/^lib\/(auth|core|domain)\//, /^db\//, leaves],
    packagesNot: ["react", "react-dom", ...workflows],
    why: "lib/auth knows next-auth, lib/core and the staff verbs.",
  },
  {
    from: /^lib\/email\//,
    may: [/^lib\/email\//, leaves, words, pure],
    packagesNot: [...database, ...workflows, "next", "next-auth"],
    why: "lib/email writes and sends; it reads nothing.",
  },
  {
    from: /^lib\/web\//,
    may: [/^lib\/(web|core|auth|domain|i18n)\//, leaves, /^components\/form\/form-state$/],
    packagesNot: [...database, ...workflows],
    why: "lib/web is the bridge between Next and the verbs.",
  },
  {
    from: /^lib\/i18n\//,
    may: [words, leaves, pure],
    packagesNot: [...database, ...workflows],
    why: "Words depend on nothing but the vocabulary.",
  },
  {
    from: /^lib\//,
    may: [leaves, /^lib\/i18n\/locale$/, pure],
    packagesNot: [...database, ...framework, ...workflows],
    why: "The files right under lib are leaves.",
  },
  {
    from: /^db\/seed\//,
    may: [/^db\//, /^lib\/(domain|core)\//, leaves, /^tests\/support\/factories/],
    packagesNot: [...framework, ...workflows],
    why: "Demo data goes through the same verbs as the web.",
  },
  {
    from: /^db\//,
    may: [/^db\//, /^lib\/env$/, pure],
    packagesNot: [...framework, ...workflows],
    why: "db knows Drizzle, Postgres and the pure vocabulary.",
  },
  {
    from: /^inngest\/engine\//,
    may: [/^inngest\/engine\//],
    packagesNot: ["drizzle-orm", ...framework, ...workflows],
    why: "The engine is a program of its own, with tables of its own.",
  },
  {
    from: /^inngest\/functions\//,
    may: [/^inngest\/(functions\/|client$|run-verb$)/, /^lib\/(domain|core)\//],
    packagesNot: [...database, ...framework],
    why: "A workflow is a list of steps, each one domain verb.",
  },
  {
    from: /^inngest\//,
    may: [/^inngest\/[^/]+$/, /^lib\/core\//],
    packagesNot: [...database, ...framework],
    why: "Client and relay stand on lib/core.",
  },
  {
    from: /^(instrumentation(-node)?|proxy)\.ts$/,
    may: [/^lib\//, /^inngest\/relay$/, /^instrumentation-node$/],
    packagesNot: [...database, ...workflows],
    why: "What runs at start and before each request is thin.",
  },
];

const importArrows = {
  create(context: LintContext) {
    const file = relativeTo(context.cwd, context.filename);
    const arrow = arrows.find(({ from }) => from.test(file));
    const check = (node: Node) => {
      const specifier = (node.source as { value?: unknown } | null)?.value;
      if (typeof specifier !== "string") return;
      const message = objection(file, specifier, arrow);
      if (message) context.report({ message, node });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

const noBoundAction = {
  create(context: LintContext) {
    return {
      CallExpression(node: Node) {
        const callee = node.callee as Node & { property?: { name?: string } };
        if (callee.type !== "MemberExpression" || callee.property?.name !== "bind") return;
        const message =
          "A bound action posted without JavaScript pins the server at full load: put the value in a hidden field.";
        context.report({ message, node });
      },
    };
  },
};

const plugin = {
  meta: { name: "house" },
  rules: { "import-arrows": importArrows, "no-bound-action": noBoundAction },
};
export default plugin;

function objection(file: string, specifier: string, arrow: Arrow | undefined): string | undefined {
  const target = projectTarget(file, specifier);
  if (target === undefined) {
    const forbidden = arrow?.packagesNot.some(
      (name) => specifier === name || specifier.startsWith(`${name}/`),
    );
    return forbidden ? `No “${specifier}” here. ${arrow!.why}` : undefined;
  }
  if (specifier.startsWith("..") && topFolder(target) !== topFolder(file)) {
    return `Write “@/${target}”: a relative path does not leave its top folder.`;
  }
  if (!arrow || arrow.may.some((allowed) => allowed.test(target))) return undefined;
  return `No “${target}” here. ${arrow.why}`;
}

/** The imported file relative to the project and without its ending; undefined for a package. */
function projectTarget(file: string, specifier: string): string | undefined {
  const path = specifier.startsWith("@/") ? specifier.slice(2) : undefined;
  const resolved = path ?? (specifier.startsWith(".") ? resolve(file, specifier) : undefined);
  return resolved?.replace(/\.(tsx?|m?js)$/, "");
}

function resolve(file: string, specifier: string): string {
  const parts = file.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function relativeTo(root: string, file: string): string {
  const path = file.replaceAll("\\", "/");
  const base = `${root.replaceAll("\\", "/")}/`;
  return path.startsWith(base) ? path.slice(base.length) : path;
}

function topFolder(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

function pureFile(): RegExp {
  return new RegExp(pure.source.replace(/\$$/, "\\.ts$"));
}
