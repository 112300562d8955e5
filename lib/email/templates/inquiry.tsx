import { Action, type Imprint, MailLayout, Paragraph, SmallPrint } from "../layout";

export type InquiryMailProps = {
  /** "Frau Dr. Muster"; without a known salutation the practice is greeted. */
  salutation: "female" | "male" | null;
  lastName: string;
  title: string;
  patients: number;
  /** Methods that were asked for, written out; empty when any will do. */
  methods: string[];
  /** Coarse: two-digit postcode areas. */
  areas: string[];
  link: string;
  reference: string;
  /** Last day on which the answer helps, ready to print. */
  dueOn: string;
  /** Where the practice's address is published. */
  source: string;
  reminder: boolean;
  imprint: Imprint;
};

/** "Anfrage für 1 Person", with the sign that helps on the telephone. */
export function inquirySubject({
  patients,
  reference,
  reminder,
}: Pick<InquiryMailProps, "patients" | "reference" | "reminder">): string {
  const what = patients === 1 ? "Therapieplatz für 1 Person" : `Therapieplätze für ${patients} Personen`;
  return `${reminder ? "Erinnerung: " : ""}Anfrage ${reference}: ${what}`;
}

/**
 * The inquiry to a practice, and its one reminder. A number, methods and coarse areas; nothing about anyone's health.
 * Source, purpose and the right to object as Art. 14 and 21 GDPR ask.
 */
export function InquiryMail(props: InquiryMailProps) {
  const { patients, link, reference, dueOn, source, reminder, imprint } = props;
  const who = patients === 1 ? "eine Person" : `${patients} Personen`;
  return (
    <MailLayout
      locale="de"
      preview={inquirySubject(props)}
      imprint={imprint}
      footer={<Why link={link} source={source} />}
    >
      <Paragraph>{greeting(props)}</Paragraph>
      {reminder ? (
        <Paragraph>
          vor einer Woche haben wir Sie gefragt, ob Sie einen Therapieplatz frei haben. Eine Antwort steht
          noch aus.
        </Paragraph>
      ) : (
        <Paragraph>
          wir vermitteln Therapieplätze und suchen einen Platz für {who} {where(props)}.{wanted(props)}
        </Paragraph>
      )}
      <Paragraph>
        {patients === 1 ? "Das anonyme Profil steht" : "Die anonymen Profile stehen"} auf Ihrer Antwortseite.
        Die Antwort dauert weniger als eine Minute. Auch „kein Platz“ hilft.
      </Paragraph>
      <Action href={link}>Ansehen und antworten</Action>
      <SmallPrint>
        Bitte antworten Sie bis {dueOn}. Am Telefon nennen Sie bitte das Zeichen {reference}.
      </SmallPrint>
    </MailLayout>
  );
}

function Why({ link, source }: { link: string; source: string }) {
  return (
    <SmallPrint>
      Wir schreiben Ihnen, weil Ihre Praxis diese Adresse für Anfragen veröffentlicht hat (Quelle: {source}).
      Wir nutzen sie nur, um nach Therapieplätzen zu fragen. Sie möchten das nicht? Auf der Antwortseite
      können Sie mit einem Klick widersprechen: {`${link}#widerspruch`}
    </SmallPrint>
  );
}

function greeting({ salutation, title, lastName }: InquiryMailProps): string {
  const name = [title, lastName].filter(Boolean).join(" ");
  if (salutation === "female") return `Sehr geehrte Frau ${name},`;
  if (salutation === "male") return `Sehr geehrter Herr ${name},`;
  return `Guten Tag ${name},`;
}

function where({ areas }: InquiryMailProps): string {
  if (areas.length === 0) return "in Ihrer Nähe";
  return areas.length === 1
    ? `aus dem Gebiet ${areas[0]}`
    : `aus den Gebieten ${areas.slice(0, -1).join(", ")} und ${areas.at(-1)}`;
}

function wanted({ methods }: InquiryMailProps): string {
  return methods.length === 0 ? "" : ` Gewünscht: ${methods.join(" oder ")}.`;
}
