import type { Translation } from "../../translation";
import type { intake as german } from "../de/intake";

export const intake: Translation<typeof german> = {
  title: "Find a place",
  stepTitle: "{heading} (step {current, number} of {total, number})",
  steps: {
    person: {
      heading: "Who are you?",
      lead: "This takes about five minutes. We save what you enter in encrypted form so that nothing gets lost. If you do not send it, we delete it after seven days.",
      firstName: "First name",
      lastName: "Last name",
      birthDate: "Date of birth",
      birthDateHint:
        "For example, 24 3 1988. Some practices only treat adults, others only children and young people.",
      gender: "Gender",
      genderHint: "Some practices only treat certain groups.",
    },
    guardian: {
      heading: "Who is your parent or legal guardian?",
      leadYoung:
        "If you are under 15, your parents or other legal guardians have to agree. Please fill in the next pages together.",
      lead: "From the age of 15 you can decide for yourself whether you want therapy. If you like, you can give us the name of someone we may also talk to.",
      guardianName: "Name",
      guardianPhone: "Phone number",
      guardianEmail: "Email address",
      either: "A phone number or an email address is enough.",
    },
    contact: {
      heading: "How can we contact you?",
      email: "Email address",
      emailHint: "We will send a link to this address. The search only starts once you have confirmed it.",
      phone: "Phone number",
      phoneHint: "In case we have a question and an email does not arrive.",
      place: "Where do you live?",
      placeHint: "We search from there. Practices only find out roughly where you live.",
      street: "Street",
      houseNumber: "House number",
      postalCode: "Postcode",
      city: "Town or city",
      cityHint: "If you leave this empty, we will fill it in from the postcode.",
      placeConfirmed: "{place} is correct",
      placeConfirmedHint:
        "We will then search from your postcode. If we do not recognise it, we will ask you about it.",
    },
    insurance: {
      heading: "How are you insured?",
      lead: "This affects which practices can take you on.",
      payer: "Who will pay for the treatment?",
      payers: {
        gkv: "For example, AOK, Barmer, DAK or TK. Most people have this type of insurance.",
        pkv: "You pay first and then send in the bill.",
        beihilfe: "For civil servants and their families, usually together with private insurance.",
        self: "You want to pay without using insurance.",
        other:
          "For example, Heilfürsorge, an accident insurer (Berufsgenossenschaft) or the social welfare office.",
      },
      reimbursement: "Also search in private practices",
      reimbursementHint:
        "If there is no place at a practice with statutory accreditation, you can apply for your health insurer to pay for a private practice (Kostenerstattung, section 13 (3) SGB V). You have to apply before treatment starts. The insurer can refuse.",
      insurer: "Name of your health insurer",
    },
    situation: {
      heading: "What is troubling you?",
      lead: "Tick anything that applies to you. You can also leave everything empty. Practices only see the headings, for example “Mood”.",
      crisisTitle: "You do not have to deal with this alone",
      crisisText:
        "At TelefonSeelsorge there is someone to listen to you, day and night: <phone>{number}</phone>. If someone’s life is in danger, please call <urgent>{emergency}</urgent>. You will find more under <help>Get help now</help>.",
      symptomsText: "Would you like to add anything?",
      symptomsTextHint:
        "In your own words. Our team reads it on working days, not around the clock. Practices do not see it.",
    },
    help: {
      heading: "Thank you for telling us",
      lead: "Many people have thoughts like these. You do not have to deal with them alone. These people are there for you right now:",
      more: "Other services",
      goOn: "Continue with the form",
      goOnHint: "Your answers have been saved.",
      callTitle: "Or would you like us to call you?",
      callText:
        "Please complete the form and send it. Our team will then see on the same day that you are feeling very bad, and will call you as soon as someone is on duty. We are not a crisis service: at night and at weekends, only the numbers above can help.",
      phone: "Your phone number",
      call: "Please call me",
    },
    treatment: {
      heading: "What has happened so far?",
      lead: "Everything here is optional. You can leave this page empty.",
      consultation: "Have you already had a psychotherapy consultation (Sprechstunde)?",
      consultationHint:
        "This is a first conversation that lasts at least 50 minutes. Afterwards you are given a form called PTV 11. If you have statutory health insurance, you need this consultation before you can start therapy. To get an appointment, call {medical}.",
      consultationNotYet: "Not yet",
      ptv11: "Which boxes are ticked on your PTV 11 form?",
      ptv11Hint: "If you do not have the form to hand, leave this out.",
      ptv11Boxes: {
        acute: "Akutbehandlung (acute treatment)",
        urgent: "Zeitnah erforderlich (needed soon)",
      },
      previousTherapy: "Have you had psychotherapy before?",
      previousTherapyEndedOn: "When was your last session?",
      previousTherapyEndedOnHint: "Month and year, for example 3/2024. It does not have to be exact.",
      diagnoses: "Diagnoses",
      diagnosesHint:
        "If you know any: the letter and the numbers, for example F41.1. If there are several, separate them with commas.",
    },
    wishes: {
      heading: "What would you like?",
      lead: "The more open you are, the more practices there are to choose from. Everything here is optional.",
      methods: "Would you like a particular type of therapy?",
      methodsHint: "If you do not tick anything, we will search for every type.",
      methodHints: {
        VT: "Recognising and changing troubling thoughts and habits, with exercises in everyday life.",
        TP: "Understanding which experiences and conflicts lie behind today’s difficulties.",
        AP: "Similar, but longer and more frequent, often lying down.",
        ST: "Looking at your family and other important people in your life.",
      },
      therapistGender: "Who would you like to talk to?",
      languagesKind: "Which language would you like to talk in?",
      languageKinds: {
        german: "In German",
        other: "In another language",
      },
      languages: "Which language?",
      languagesHint: "Tick every language that would work for you.",
      openTo: "What else would you consider?",
      openToOptions: {
        group: "Group therapy",
        video: "Video sessions",
      },
      openToHints: {
        group: "Groups often have places sooner.",
        video: "Then we will also search further away.",
      },
      stepFreeAccess: "I need a practice with step-free access",
    },
    times: {
      heading: "When and how far?",
      lead: "A session lasts 50 minutes, usually once a week.",
      timesKind: "When are you available?",
      kinds: {
        any: "I can fit in with the practice’s times",
        some: "I can only come at certain times",
      },
      kindHints: {
        any: "Monday to Friday, between 7:00 and 21:00.",
      },
      times: "Which times?",
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
      travelMode: "How will you get there?",
      travelMinutes: "What is the longest you can travel, one way?",
      travelMinutesHint: "From your home to the practice.",
      minutes: "{minutes, number} minutes",
    },
    consents: {
      heading: "What do you agree to?",
      lead: "Your health is your own business. That is why we ask about each thing separately. You can withdraw any consent at any time on your personal page.",
      leadYoung: "Please ask a parent or legal guardian to read this and agree to it.",
      needed: "Without these two we cannot search",
      voluntary: "These two are optional",
      version: "Version {version}. There is more about this in our <link>privacy notice</link>.",
    },
    check: {
      heading: "Is everything correct?",
      lead: "Please read through your answers once more. Then send them.",
      send: "Send my answers",
      afterwards:
        "You will then get an email with a link. The search only starts once you have confirmed it.",
      changeStep: "Change answers: {heading}",
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
    ptv11: "PTV 11 form",
    openTo: "Also possible",
    stepFreeAccess: "Practice with step-free access",
    times: "Times",
    anyTime: "At any time from Monday to Friday",
    travel: "Travel",
    travelValue: "{mode}, up to {minutes, number} minutes",
    anyMethod: "Any type of therapy",
    consents: "Agreed to",
    needed: "needed",
  },
  resume: {
    heading: "Would you like to carry on?",
    text: "You have already filled in some answers in this browser, but you have not sent them yet. We will delete them on {date}.",
    goOn: "Carry on",
    anew: "Delete everything and start again",
  },
  done: {
    heading: "We have received your answers",
    lead: "Thank you. There is just one more step for you to do.",
    nextTitle: "What happens next",
    mail: "We are sending you an email with a link. It should arrive within a few minutes. Please check your spam folder too.",
    mailKept:
      "This installation does not send emails. Only the team can see the email with the link, under “Email”.",
    confirm: "Open the link and confirm your address by {date}. Otherwise we will delete your answers.",
    search:
      "Then we will start searching. You will get a link to your personal page, where you can see how things are going at any time.",
    noMail: "Did you not get an email?",
    noMailText: "There may be a typing mistake in your address. If so, please fill in the form again.",
    anew: "Fill in the form again",
  },
};
