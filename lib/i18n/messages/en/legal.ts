import type { Translation } from "../../translation";
import type { legal as german } from "../de/legal";

export const legal: Translation<typeof german> = {
  contact: {
    email: "Email: {email}",
    phone: "Phone: {phone}",
    missing:
      "This installation has not been fully set up yet: the name and address of the organisation responsible are missing. Until they have been added, please do not enter any real details here.",
    missingFor:
      "For setting up: the values OPERATOR_NAME, OPERATOR_STREET, OPERATOR_CITY, OPERATOR_EMAIL and OPERATOR_PHONE.",
  },
  imprint: {
    title: "Legal notice",
    operator: "Who runs this site",
    register: "To be completed",
    registerText:
      "Before the service starts, the organisation responsible adds whatever applies to it here: legal form and authorised representatives, register court and number, supervisory authority, VAT identification number.",
    purpose: "What Lotse is",
    purposeText:
      "Lotse looks for available places in psychotherapy practices on behalf of patients. Lotse does not provide treatment, make diagnoses or give legal advice. We do not take any money from practices, and nobody can buy a better position in the order.",
    sources: "Where our postcode and town data comes from",
    sourcesText:
      "Postcodes: © OpenStreetMap contributors, OpenPLZ, countries-states-cities-database, under the <link>Open Database License 1.0</link>.",
  },
  privacy: {
    title: "Privacy",
    draft: "Draft",
    draftText:
      "The organisation responsible and its data protection officer must check and complete this text before real data is processed. So far, the software automatically deletes only these: forms that were not sent, registrations that were not confirmed, and emails to us that have been dealt with. The organisation responsible still has to keep to the other time limits itself.",
    lead: "This page explains what we store about you, what for and for how long.",
    controller: { title: "Who is responsible" },
    patients: {
      title: "If you are looking for a place",
      what: "We store what you enter in the form: your name, date of birth, address, email address, phone number, health insurance, what is troubling you, when you are available, how far you can travel and what you would like. We also store what happens in your search: which practices we asked and what they answered.",
      why: "We need this to find practices that match, and to tell you how far we have got. The legal basis is your explicit consent (Article 6(1)(a) and Article 9(2)(a) GDPR). You give each consent separately, and you can withdraw any of them at any time. We then end open inquiries immediately.",
      health:
        "We encrypt details about your health before we store them. This applies to your symptoms, diagnoses, free text and insurance number. Every time someone views your record, this is logged.",
      nobody:
        "What you write in your own words is not read around the clock. In a crisis, please call the numbers under <link>Get help now</link>.",
    },
    sharing: {
      title: "Who is told what",
      profile:
        "The practices we ask see a profile without your name: your age, gender, groups of symptoms, type of insurance, availability and roughly where you live. They see it on a protected page. The email itself says nothing about your health.",
      identity:
        "A practice is only told your name and how to contact you once it has offered you a place and you agree.",
      crisis:
        "If you tick thoughts of not wanting to live any more, or self-harm, our team can see this. Practices are only told if you explicitly allow it.",
      nobody:
        "We do not pass on anything else. There is no advertising, no visitor counting and no service from another company on these pages.",
    },
    practices: {
      title: "If you run a practice",
      what: "We store what has been published for your practice: names, address, phone number, email address, office hours, methods and languages, each with source and date. We also store what you answer.",
      why: "We use this only to ask you about available places. We pass it on only to the people we are asking for: after you offer a place, or as evidence for their health insurer. The legal basis is our legitimate interest and that of the people who are looking for a place (Article 6(1)(f) GDPR).",
      object:
        "You can object at any time, with one click on the page our email takes you to, or by sending us a message. We keep your objection on record so that it still applies after a new import: not as a name or address, but as a check value from which neither can be read. It applies until you ask us to lift it.",
    },
    howLong: {
      title: "How long we keep your data",
      draft: "Forms you have not sent: 7 days after the last change.",
      unverified: "Registrations you have not confirmed: 7 days.",
      search:
        "Details of your search: up to 6 months after it ends. After that, only figures remain that cannot be linked to anyone.",
      consent: "Proof that you gave consent: 3 years.",
      mails: "Emails you write to us: no more than one year after we have dealt with them.",
      links:
        "Personal links: until they have been used or have expired. We store only a checksum of them. There is one exception, and only while this service cannot send emails: the emails and their links then stay with us, and our team can read them.",
    },
    cookies: {
      title: "Cookies",
      text: "We only set cookies that are needed for something to work: “intake” keeps your form together while you are filling it in; “lang” remembers your language when you change it. Staff also get cookies for signing in and for display settings. To stop anyone sending the form in bulk, we count attempts per network address. We do not store the address itself for this, only a checksum.",
    },
    rights: {
      title: "Your rights",
      text: "You can ask what data we hold about you, have it corrected or deleted, have its processing restricted, object to its processing, receive your data in a common format and withdraw any consent. Just write to us. You can also complain to the data protection authority in your federal state.",
    },
  },
  accessibility: {
    title: "Accessibility",
    lead: "Everyone should be able to use Lotse: with a keyboard, with a screen reader, with large text, on a small phone and without JavaScript.",
    standard: {
      title: "The standard we follow",
      text: "Our standard is the Web Content Accessibility Guidelines 2.2, level AA. With every change, a program checks the pages for known problems, and the contrast of all colours is calculated.",
    },
    limits: {
      title: "What we do not know yet",
      text: "People who rely on assistive technology have not tested Lotse yet. There is no content in Easy Read or in sign language yet.",
    },
    report: {
      title: "Is something not working?",
      text: "Please write to us or call us. Tell us which page is causing the problem. We will find a way, and if necessary we will take down your details over the phone.",
    },
  },
};
