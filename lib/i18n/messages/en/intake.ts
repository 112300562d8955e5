import type { Translation } from "../../translation";
import type { intake as german } from "../de/intake";

export const intake: Translation<typeof german> = {
  title: "Find a place",
  stepTitle: "{heading} (step {current, number} of {total, number})",
  steps: {
    person: {
      heading: "Who are you?",
      lead: "It takes about five minutes. We store what you enter in encrypted form so that nothing gets lost. If you do not send it, we delete it after seven days.",
      firstName: "First name",
      lastName: "Last name",
      birthDate: "Date of birth",
      birthDateHint:
        "For example 24 3 1988. Some practices treat adults only, others only children and young people.",
      gender: "Gender",
      genderHint: "Some practices treat certain groups only.",
    },
    guardian: {
      heading: "Who is the legal guardian?",
      leadYoung:
        "Under the age of 15 the parents or other legal guardians have to agree. Please fill in the next pages together.",
      lead: "From the age of 15 you can decide for yourself whether you want therapy. If you like, name someone we may talk to as well.",
      guardianName: "Name",
      guardianPhone: "Telephone number",
      guardianEmail: "E-mail address",
      either: "A telephone number or an e-mail address is enough.",
    },
    contact: {
      heading: "How can we reach you?",
      email: "E-mail address",
      emailHint: "We send a link to this address. The search begins only when you confirm it.",
      phone: "Telephone number",
      phoneHint: "For questions, in case a mail does not arrive.",
      place: "Where do you live?",
      placeHint: "We search from there. Practices learn only the rough area.",
      street: "Street",
      houseNumber: "House number",
      postalCode: "Postcode",
      city: "Town",
      cityHint: "If you leave the town empty, we take it from the postcode.",
      placeConfirmed: "{place} is correct",
      placeConfirmedHint: "We then search from the postcode. If we do not know it, we will ask you.",
    },
    insurance: {
      heading: "How are you insured?",
      lead: "This decides which practices can take you.",
      payer: "Who pays for the treatment?",
      payers: {
        gkv: "For example AOK, Barmer, DAK or TK. Most people are insured this way.",
        pkv: "You pay first and hand in the bill.",
        beihilfe: "For civil servants and their families, usually together with private insurance.",
        self: "You want to pay without insurance.",
        other: "For example Heilfürsorge, the employers' liability insurance or the social welfare office.",
      },
      reimbursement: "Search in private practices too",
      reimbursementHint:
        "If there is no place in a practice with a statutory licence, the health insurer can pay for a private practice on application (Kostenerstattung, section 13 (3) SGB V). You apply before the treatment. The insurer can refuse.",
      insurer: "Name of the health insurer",
    },
    situation: {
      heading: "What weighs on you?",
      lead: "Tick what fits. You can also leave everything empty. Practices see only the headings, for example “Mood”.",
      crisisTitle: "You do not have to be alone with this",
      crisisText:
        "At TelefonSeelsorge someone listens day and night: <phone>{number}</phone>. If a life is in danger, please call <urgent>{emergency}</urgent>. Everything else is under <help>Help now</help>.",
      symptomsText: "Would you like to say something about it?",
      symptomsTextHint:
        "In your own words. Our team reads it on working days, not around the clock. Practices do not see it.",
    },
    help: {
      heading: "It is good that you say this",
      lead: "Many people know such thoughts. You do not have to be alone with them. Someone is there for you now:",
      more: "More places to call",
      goOn: "Go on with the form",
      goOnHint: "What you entered is saved.",
      callTitle: "Or shall we call you?",
      callText:
        "Please send the form to the end. Our team then sees on the same day that you are feeling very bad, and calls you as soon as someone is on duty. We are not a crisis service: at night and at weekends only the numbers above help.",
      phone: "Your telephone number",
      call: "Please call me",
    },
    treatment: {
      heading: "What has happened so far?",
      lead: "Everything here is optional. You can also leave the page empty.",
      consultation: "Have you been to a psychotherapeutic consultation (Sprechstunde)?",
      consultationHint:
        "This is a first talk of at least 50 minutes. Afterwards you get a sheet called PTV 11. With statutory insurance you need this talk before a therapy. Appointments: call {medical}.",
      consultationNotYet: "Not yet",
      ptv11: "What is ticked on the sheet PTV 11?",
      ptv11Hint: "If you do not have the sheet at hand, leave this out.",
      ptv11Boxes: {
        acute: "Akutbehandlung (acute treatment)",
        urgent: "Zeitnah erforderlich (needed soon)",
      },
      previousTherapy: "Have you had psychotherapy before?",
      previousTherapyEndedOn: "When was the last session?",
      previousTherapyEndedOnHint: "Month and year, for example 3/2024. Roughly is enough.",
      diagnoses: "Diagnoses",
      diagnosesHint:
        "If you know any: the letter with the figures, for example F41.1. Separate several with a comma.",
    },
    wishes: {
      heading: "What would you like?",
      lead: "The more open you are, the more practices are possible. Everything here is optional.",
      methods: "Should it be a certain method?",
      methodsHint: "If you tick nothing, we search in every method.",
      methodHints: {
        VT: "Recognise and change thoughts and habits that weigh on you, with exercises in daily life.",
        TP: "Understand which experiences and conflicts stand behind the difficulties of today.",
        AP: "Similar, but longer and more often, frequently lying down.",
        ST: "Look at the family and other people who matter to you.",
      },
      therapistGender: "Whom would you like to talk to?",
      languagesKind: "In which language would you like to talk?",
      languageKinds: {
        german: "In German",
        other: "In another language",
      },
      languages: "Which one?",
      languagesHint: "Tick every language that would work.",
      openTo: "What else would be possible?",
      openToOptions: {
        group: "Therapy in a group",
        video: "Sessions by video",
      },
      openToHints: {
        group: "Groups often have a place earlier.",
        video: "Then we search further away too.",
      },
      stepFreeAccess: "I need a practice without steps",
    },
    times: {
      heading: "When and how far?",
      lead: "A session lasts 50 minutes, usually once a week.",
      timesKind: "When do you have time?",
      kinds: {
        any: "I can fit in with the practice",
        some: "I can come at certain times only",
      },
      kindHints: {
        any: "Monday to Friday, between 7:00 and 21:00.",
      },
      times: "At which times?",
      parts: {
        morning: "Morning",
        afternoon: "Afternoon",
        evening: "Evening",
      },
      partHours: {
        morning: "8–12",
        afternoon: "12–17",
        evening: "17–21",
      },
      travelMode: "How do you get there?",
      travelMinutes: "How long may one way take at most?",
      travelMinutesHint: "From your home to the practice.",
      minutes: "{minutes, number} minutes",
    },
    consents: {
      heading: "What do you agree to?",
      lead: "Your health is nobody's business but yours. That is why we ask one by one. You can take back any consent at any time on your personal page.",
      leadYoung: "Please let a legal guardian read this and agree.",
      needed: "Without these two we cannot search",
      voluntary: "These two are optional",
      version: "Version {version}. You find more under <link>privacy</link>.",
    },
    check: {
      heading: "Is everything right?",
      lead: "Please read what you entered once more. Then send it.",
      send: "Send",
      afterwards: "Then you get a mail with a link. The search begins only when you confirm it.",
      changeStep: "Change: {heading}",
      nothing: "Not stated",
    },
  },
  consentTexts: {
    processing: {
      label: "Lotse may store and use what I entered to look for a therapy place for me.",
      text: "This includes information about my health. It is stored in encrypted form. Only the team of Lotse can read it, and every look at my record is logged. I can demand at any time that it be deleted.",
    },
    sharing: {
      label: "Lotse may show practices a profile without my name.",
      text: "The profile says age, gender, who pays for the treatment, the areas of my complaints, my wishes and times, since when I have been waiting, how urgent it is and the rough area. It does not say name, address, telephone number, e-mail address, date of birth, diagnoses or what I wrote in my own words.",
    },
    identity: {
      label: "Lotse may tell the practice my name and telephone number when it has said yes.",
      text: "Only after I have confirmed this myself. If I gave no telephone number, Lotse gives my e-mail address instead. If I am under 18 and have named a guardian, Lotse also gives their name and how to reach them. Without this consent I call the practice myself.",
    },
    status_mails: {
      label: "Lotse may send me mails about how the search stands.",
      text: "When a practice says yes, Lotse writes to me in any case.",
    },
  },
  answers: {
    name: "Name",
    address: "Address",
    ptv11: "Sheet PTV 11",
    openTo: "Also possible",
    stepFreeAccess: "Practice without steps",
    times: "Times",
    anyTime: "At any time from Monday to Friday",
    travel: "Way",
    travelValue: "{mode}, {minutes, number} minutes at most",
    anyMethod: "Any method",
    consents: "Agreed to",
    needed: "needed",
  },
  resume: {
    heading: "Would you like to go on?",
    text: "You have already entered something in this browser but not sent it. We delete it on {date}.",
    goOn: "Go on",
    anew: "Delete everything and start again",
  },
  done: {
    heading: "We have received what you entered",
    lead: "Thank you. Now there is only one step left for you.",
    nextTitle: "What happens next",
    mail: "We are sending you a mail with a link. It should arrive within a few minutes. Please look in your spam folder too.",
    mailKept:
      "This installation does not send mails. The mail with the link is only with the team, under “Mail”.",
    confirm: "Open the link and confirm your address by {date}. Otherwise we delete what you entered.",
    search:
      "Then we search. You get a link to your personal page. There you see at any time how things stand.",
    noMail: "No mail?",
    noMailText: "There may be a typing error in the address. Then please fill in the form once more.",
    anew: "Fill in the form again",
  },
};
