import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";

type Props = { words: { title: string; text: string; back: string } };

/** A page of the desk that there is not, or not for this person, with the way back. */
export function DeadEnd({ words: { title, text, back } }: Props) {
  return (
    <>
      <PageHeader title={title} lead={text} />
      <ButtonLink href={paths.admin.today} variant="quiet">
        {back}
      </ButtonLink>
    </>
  );
}
