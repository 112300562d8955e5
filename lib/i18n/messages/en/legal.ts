import type { Translation } from "../../translation";
import type { legal as german } from "../de/legal";

export const legal: Translation<typeof german> = {
  contact: {
    email: "E-mail: {email}",
    phone: "Phone: {phone}",
    missing:
      "This installation is not fully set up: name and address of the responsible organisation are missing. Until they are there, please do not enter real details here.",
    missingFor:
      "For the set-up: the values OPERATOR_NAME, OPERATOR_STREET, OPERATOR_CITY, OPERATOR_EMAIL and OPERATOR_PHONE.",
  },
  imprint: {
    title: "Imprint",
    operator: "Who runs this site",
    register: "Still to be added",
    registerText:
      "Before the start the responsible organisation adds what applies to it: legal form and representation, register court and number, supervisory authority, VAT identification number.",
    purpose: "What Lotse is",
    purposeText:
      "On behalf of patients, Lotse looks for free places in psychotherapy practices. Lotse does not treat, does not diagnose and gives no legal advice. We take no money from practices, and nobody can buy a better position.",
    sources: "Where our postcodes and towns come from",
    sourcesText:
      "Postcodes: © OpenStreetMap contributors, OpenPLZ, countries-states-cities-database, under the <link>Open Database License 1.0</link>.",
  },
  privacy: {
    title: "Privacy",
    draft: "Draft",
    draftText:
      "The responsible organisation and its data protection officer must check and complete this text before real data is processed. So far the software deletes by itself only forms that were not sent, registrations that were not confirmed and settled mails to us. The responsible organisation still has to keep the other periods itself.",
    lead: "This page says what we store about you, why and for how long.",
    controller: { title: "Who is responsible" },
    patients: {
      title: "If you are looking for a place",
      what: "We store what you write into the form: name, date of birth, address, e-mail address, phone number, your health insurance, what weighs on you, when you have time, how far you can travel and what you wish for. We add what happens in your search: which practices we asked and what they answered.",
      why: "We need this to find practices that fit you and to tell you how far we have got. The legal basis is your explicit consent (Article 6(1)(a) and Article 9(2)(a) GDPR). You consent item by item, and you can withdraw each consent at any time. We then end open inquiries at once.",
      health:
        "We encrypt details about your health before we store them: your complaints, diagnoses, free texts and insurance number. Every look into your record is logged.",
      nobody:
        "Nobody reads what you write around the clock. In a crisis, please call the numbers under <link>Help now</link>.",
    },
    sharing: {
      title: "Who learns something",
      profile:
        "The practices we ask see a profile without a name: age, gender, the groups of your complaints, the kind of insurance, your times and the rough area. They see it on a protected page. The mail itself says nothing about your health.",
      identity: "A practice learns your name and how to reach you only after it has accepted and you agree.",
      crisis:
        "If you tick thoughts of not wanting to live, or hurting yourself, our team sees it. Practices learn of it only if you expressly allow it.",
      nobody:
        "We pass on nothing else. There is no advertising, no counting of visitors and no service of another company on these pages.",
    },
    practices: {
      title: "If you run a practice",
      what: "We store what is published for your practice: names, address, phone, e-mail address, opening hours, methods and languages, each with source and date. We add what you answer us.",
      why: "We use this only to ask you for free places. We pass it on only to the people for whom we ask: after you accepted, or as evidence for their health insurance. The legal basis is our legitimate interest and that of the people who are looking for a place (Article 6(1)(f) GDPR).",
      object:
        "You can object at any time, with one click on the page our mail leads to or with a message to us. We keep the objection so that it still holds after a new import.",
    },
    howLong: {
      title: "How long we keep something",
      draft: "A form you did not send: 7 days after the last change.",
      unverified: "A registration you did not confirm: 7 days.",
      search:
        "Details of your search: up to 6 months after its end. Then only figures remain that belong to nobody.",
      consent: "Proof that you consented: 3 years.",
      mails: "Mails that you write to us: at most one year after we have settled them.",
      links:
        "Personal links: until they are used or have expired. We store only a checksum of them. There is one exception, only while this service cannot send mails: the mails then stay with us together with their links, and our team can read them.",
    },
    cookies: {
      title: "Cookies",
      text: "We only set cookies without which something would not work: “intake” keeps your form together while you fill it in; “lang” remembers the language when you change it. Staff get further cookies for signing in and for the appearance. So that nobody sends the form in bulk, we count attempts per network address. For that we do not store the address itself, only a checksum.",
    },
    rights: {
      title: "Your rights",
      text: "You can ask what we hold, have something corrected or deleted, have the processing restricted, object to it, get your data in a common format and withdraw each consent. Just write to us. You can also complain to the data protection authority of your federal state.",
    },
  },
  accessibility: {
    title: "Accessibility",
    lead: "Everyone should be able to use Lotse: with the keyboard, with a screen reader, with large print, on a small phone and without JavaScript.",
    standard: {
      title: "What we go by",
      text: "Our measure is the Web Content Accessibility Guidelines 2.2, level AA. With every change a program checks the pages for known faults, and the contrast of all colours is computed.",
    },
    limits: {
      title: "What we do not know yet",
      text: "People who depend on assistive technology have not tested Lotse yet. There are no texts in easy language and no sign language yet.",
    },
    report: {
      title: "Something does not work?",
      text: "Please write to us or call. Tell us which page is the trouble. We will find a way, and if need be we take down your details on the phone.",
    },
  },
};
