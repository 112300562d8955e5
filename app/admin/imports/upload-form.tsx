import { useTranslations } from "next-intl";
import { FormMessage } from "@/components/form/form-message";
import { FileField } from "@/components/staff/file-field";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import { type Sentences, sentenceFor } from "@/lib/web/error-sentences";
import { firstText, type Query } from "@/lib/web/search-params";
import { maxImportBytes } from "./limits";

/** What can be wrong with an upload; the route sends back here with one of these (`?failed=file_missing`). */
const failures = [
  "file_missing",
  "file_too_big",
  "import_not_json",
  "import_without_records",
  "import_too_large",
  "unexpected",
];

/** A file to import, sent by the browser itself to a route that takes bodies of this size. */
export function UploadForm({ query }: { query: Query }) {
  const t = useTranslations("staffImports.upload");
  const errors = useTranslations("errors");
  const tooBig = errors("fileTooBig", { megabytes: maxImportBytes / 1024 / 1024 });
  return (
    <form
      id="upload"
      method="post"
      encType="multipart/form-data"
      action={paths.api.imports}
      className="grid gap-(--field-gap) *:min-w-0"
    >
      <UploadFailure query={query} />
      <FileField
        name="file"
        label={t("file")}
        hint={t("hint")}
        accept=".json,application/json"
        maxBytes={maxImportBytes}
        tooBig={tooBig}
      />
      <div>
        <Button variant="primary" type="submit">
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

function UploadFailure({ query }: { query: Query }) {
  const errors = useTranslations("errors");
  const failed = firstText(query, "failed") ?? "";
  if (!failures.includes(failed)) return null;
  const reference = firstText(query, "reference") ?? "";
  const params = {
    megabytes: maxImportBytes / 1024 / 1024,
    id: /^[\w-]{1,40}$/.test(reference) ? reference : "–",
  };
  return <FormMessage tone="bad">{sentenceFor(failed, errors as unknown as Sentences, params)}</FormMessage>;
}
