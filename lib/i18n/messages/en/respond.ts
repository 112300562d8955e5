import type { Translation } from "../../translation";
import type { respond as german } from "../de/respond";

export const respond: Translation<typeof german> = {
  someone: "Person",
  title: "Your answer",
  shell: {
    footer: "About the sender",
  },
  ended: {
    title: "This link leads nowhere",
    text: "Perhaps it has expired or is not complete. Please take the link from our latest mail, or talk to us: the address is in the imprint.",
  },
  sender: "Inquiry from {sender} · sign {reference}",
  hello: "Hello {name},",
  helloColleague: "Hello,",
  ask: "we are looking for {count, plural, one {a therapy place for one person} other {therapy places for # people}}. Do you have a place?",
  callUs: "telephone {phone}",
  how: "Please answer by {date}.{count, plural, one {} other { You can also answer for some of them only.}}",
  howAnyTime: "You can also answer for some of them only.",
  howLate: "The time is over. If you have a place, your answer still helps.",
  forwarded:
    "This inquiry went to {name} and was passed on to you within the practice. What you answer counts for the practice.",
  none: {
    label: "No place at all? Then we ask again",
    labelRest: "No other place? Then we ask again",
    labelColleague: "No place for anyone?",
    labelColleagueRest: "No other place?",
    weeks: "in 4 weeks, from {date}",
    months: "in 3 months, from {date}",
    day: "from another day",
    until: "From when may we ask again?",
    send: "{open, plural, one {Decline} other {Decline for all}}",
    sendRest: "{open, plural, one {Decline} other {Decline for the others}}",
    hint: "One click and you are done.",
  },
  thanks: {
    title: "Thank you for your answer",
    all: "There is nothing else you need to do.",
    some: "{open, plural, one {One person is} other {# people are}} still open. {hasDay, select, yes {Please answer by {day}.} other {You can go on answering at any time.}}",
    faster:
      "{count, plural, one {Another practice has just said yes to one person.} other {Other practices have just said yes to # people.}} Thank you for offering a place too.",
    accepted:
      "We now ask who wants the place. As soon as someone agrees, we write to you, and this page says how it goes on.",
    confirmed: "Your place was accepted. How it goes on stands below.",
    acceptedColleague:
      "We now ask who wants the place. As soon as someone agrees, we write to the practice. How it goes on then stands on the page of {name}, not on this one.",
  },
  placements: {
    title: "{count, plural, one {Your acceptance} other {Your acceptances}}",
    person: "Person {position, number}",
    guardian: "Guardian: {name}",
    talkOn: "First talk on {date}",
    states: {
      accepted:
        "We have asked this person whether they want the place. As soon as they agree, it says here how it goes on.",
      confirmed: "This person wants the place. Please arrange a first talk.",
      first_talk: "The first talk took place.",
      trial_sessions: "The trial sessions are under way.",
      started: "Therapy has started. Thank you.",
      failed: "Nothing came of it. You no longer need to hold the place.",
    },
    willCall:
      "This person wants the place. They will get in touch with you and give the reference {reference}, person {position, number}. We do not pass on name and contact. Please hold the place.",
    news: {
      first_talk: "The first talk took place",
      trial_sessions: "Trial sessions have begun",
      started: "Therapy has started",
      no_show: "Did not come",
      unsuitable: "Not a good fit",
      no_capacity: "No place free after all",
    },
    agree: "Enter the date of the first talk",
    when: "When is the first talk?",
    whenHint: "Then we ask you only afterwards how it went.",
    save: "Note the date",
  },
  correct: {
    accept: "There is a place after all",
    mistakeColleague:
      "Was a yes a mistake? {name} can take it back on their own page{hasPhone, select, yes {, or you call us: {phone}} other {}}.",
  },
  takeBack: {
    title: "Was the yes a mistake?",
    text: "Until the person agrees, you can take your yes back. We then go on looking at once. If the person has already heard of the place, we tell them that it was a mistake.",
    answers: {
      rejected_capacity: "Take back: no place free",
      rejected_unsuitable: "Take back: does not fit",
    },
    done: "Your yes is taken back. We go on looking for this person.",
    tooLate:
      "The person has just accepted the place, so the yes can no longer be taken back. It does not work after all? Please tell us below.",
  },
  next: {
    title: "Perhaps somebody else fits?",
    text: "Somebody in this inquiry has found a place elsewhere or is no longer looking. We can show you the next person.",
    show: "Show the next person",
    followed:
      "{count, plural, one {One more person fits} other {# more people fit}} your practice and {count, plural, one {is} other {are}} on this page now.",
    nobody: "Just now nobody else surely fits your practice. Thank you for looking.",
  },
  closed: {
    title: "You no longer need to answer",
    expired: "This inquiry has expired. If need be, we ask again later.",
    answered: "Nobody is waiting for an answer to this inquiry any more. Thank you for looking.",
  },
  person: {
    number: "Person {position, number}",
    more: "View details",
    adult: "{gender, select, female {Woman} male {Man} diverse {Non-binary person} other {Person}}",
    minor: "{gender, select, female {Girl} male {Boy} other {Child}}",
    youth: "{gender, select, female {Young woman} male {Young man} other {Young person}}",
    years: "{age, number} years old",
    band: "{from, number} to {to, number} years old",
    older: "{from, number} years or older",
    area: "from {town} ({prefix}…)",
    region: "from the area {prefix}…",
  },
  facts: {
    concerns: "Concerns",
    concernsUnknown: "not stated",
    payer: "Payer",
    reimbursement: "{payer}, reimbursement too",
    payerUnknown: "not stated",
    methods: "Method",
    anyMethod: "any",
    times: "Times",
    anyTime: "flexible",
    timesUnknown: "not stated",
    languages: "Language",
    also: "Also possible",
    group: "group",
    video: "video",
    access: "Access",
    otherLanguage: "another language",
    stepFree: "without steps",
    waiting: "Registered",
    days: {
      mon: "Mon",
      tue: "Tue",
      wed: "Wed",
      thu: "Thu",
      fri: "Fri",
      sat: "Sat",
      sun: "Sun",
    },
    urgency: {
      acute: "Acute treatment according to PTV 11",
      urgent: "Needed soon according to PTV 11",
    },
  },
  answer: {
    label: "Your answer for person {position, number}",
    accepted: "Place free",
    later: "Later",
    rejected_capacity: "No place",
    rejected_unsuitable: "Unsuitable",
    laterOn: "From when?",
    laterOnUnknown: "I do not know yet",
    reason: "What is the reason?",
    reasonUnknown: "Not stated",
    send: "Send answer",
    clear: "Clear selection",
    nothing: "Please choose an answer for at least one person.",
  },
  results: {
    accepted: "You have said yes. How it goes on stands above.",
    acceptedColleague: "Your practice has said yes. How it goes on stands above.",
    later: "Your answer: possible later. We make a note of it.",
    rejected_capacity: "Your answer: no place.",
    rejected_unsuitable: "Your answer: does not fit. We do not ask you again for this person.",
    rejected_other: "Your answer: no.",
    placed_elsewhere: "A place has already been found for this person. There is nothing you need to do.",
    no_longer_searching: "This person is no longer looking.",
    expired: "The inquiry has expired.",
  },
  objection: {
    title: "You do not want such inquiries?",
    text: "One click is enough. We withdraw open inquiries at once. For this we store only whom we may not write to.",
    textWaitedFor:
      "What you said yes to stays valid, and this page stays open to you. If there is news about it, we call you.",
    textColleague:
      "One click is enough. This link leads nowhere afterwards. The inquiry to {name} stays open: only the practice objects for the practice. For this we store only whom we may not write to.",
    person: "Do not write to me any more",
    address: "Do not write to {email} any more",
    domain: "Do not write to any address at {domain} any more",
    doneTitle: "We will not write to you any more",
    done: "Your objection is stored and takes effect at once.",
    covers: {
      person:
        "It holds for you personally at the places where you work now, even if you are listed there anew. If you share a mailbox, inquiries to others can still arrive in it.",
      address: "It holds for your e-mail address, even if it is listed in a directory anew.",
      domain:
        "It holds for all e-mail addresses of your domain, even if they are listed in a directory anew.",
      colleague: "It holds for you and not for the whole practice. Your link leads nowhere any more.",
    },
  },
  why: {
    title: "Why do you get this inquiry?",
    text: "Your practice is listed in a public directory. We use the details only to ask for therapy places. It costs you nothing, not even when you say yes. Everyone we ask for has agreed to it.",
    textColleague:
      "Your practice gave us your address. We use it only for this inquiry. It costs you nothing, not even when you say yes. Everyone we ask for has agreed to it.",
  },
};
