import { getTranslations } from "next-intl/server";
import { More } from "@/components/staff/more";
import { framedMail } from "./framed-mail";

/** A mail as it was or would be sent: its HTML in a frame in which nothing runs, its text behind a button. */
export async function MailContent({ content }: { content: { html: string; text: string } }) {
  const t = await getTranslations("staffMail.item");
  return (
    <>
      {/* Links open beside the desk; nothing in the mail can run, load or reach the page around it. */}
      <iframe
        title={t("content")}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={framedMail(content.html)}
        className="h-176 w-full rounded border border-line scheme-light"
      />
      <More summary={t("text")}>
        <pre className="font-sans whitespace-pre-wrap">{content.text}</pre>
      </More>
    </>
  );
}
