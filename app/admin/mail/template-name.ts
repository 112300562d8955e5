import { getTranslations } from "next-intl/server";

/** The name of a mail's occasion; one that has none is called by its code. */
export async function mailTemplateName(): Promise<(template: string) => string> {
  const t = (await getTranslations("staffMail.templates")) as unknown as {
    (key: string): string;
    has: (key: string) => boolean;
  };
  return (template) => (t.has(template) ? t(template) : template);
}
