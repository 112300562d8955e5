import type { mails as de } from "../de/mails";
import type { Translation } from "../../translation";

export const mails: Translation<typeof de> = {
  hello: "Hello,",
  greeting: "{salutation, select, female {Dear Ms {name},} male {Dear Mr {name},} other {Hello {name},}}",
  regards: "Kind regards",
  privateLink: "Please do not pass this message on: whoever has the link can open your page.",
  ownResearch: "our own research in public sources",
  methods: {
    VT: "behavioural therapy",
    TP: "psychodynamic psychotherapy",
    AP: "analytic psychotherapy",
    ST: "systemic therapy",
  },
  letters: {
    confirm_email: {
      subject: "Please confirm your e-mail address",
      body: "You registered with us. Please confirm that this address is yours. We start looking once you have done so.",
      action: "Confirm address",
      small:
        "The link works for {days, plural, one {one day} other {# days}}. After that we delete what you entered.\n\nYou did not register? Then there is nothing you need to do.",
    },
    registered: {
      subject: "Your registration with us",
      body: "Your registration has reached us.\n\nThe link opens your page. It says what happens next and which consents we have from you. You can change them there.",
      action: "Open my page",
    },
    search_started: {
      subject: "We are now looking for a place for you",
      body: "Your registration is complete. We are now looking for practices that fit what you told us, and ask them on your behalf.\n\nEvery Monday we write to you how things stand. As soon as a practice has a place, you hear from us at once. On your page you can also pause or end the search.",
      action: "Open my page",
    },
    new_address: {
      subject: "Your new e-mail address",
      body: "Your e-mail address has been changed with us. From now on we write to you at this one.\n\nOpen your page by the link in this mail. Links in earlier mails no longer work.",
      action: "Open my page",
    },
    weekly_status: {
      subject: "How your search stands",
      body: "{asked, plural, =0 {We have not asked a practice for you yet} one {So far we have asked one practice for you} other {So far we have asked # practices for you}}{week, plural, =0 {.} one {, one of them in the last seven days.} other {, # of them in the last seven days.}}{open, plural, =0 {} one { One answer is still open.} other { # answers are still open.}}\n\n{next, select, waiting {What comes next: practices that have not answered get a reminder. After that we call them.} other {What comes next: every night we look for practices that fit what you told us, and ask them.}} As soon as a practice has a place, we write to you at once. There is nothing you need to do.",
      action: "Open my page",
      small: "You do not want this message any more? <stop>Stop it here</stop>",
    },
    acceptance_confirm: {
      subject: "A practice has a place for you",
      body: "A practice has answered and is keeping a place for you. Your page says which practice it is.\n\nWould you like the place? Please tell us there {hasDay, select, yes {by {day}} other {within the next few days}}. Before that the practice does not learn who you are.",
      action: "See the place and answer",
      small: "The place does not suit you? You can say that on your page too. We then keep looking.",
    },
    acceptance_reminder: {
      subject: "Would you like the free place?",
      body: "A practice is keeping a place for you and waits for your answer.\n\nWould you like the place? Please tell us {hasDay, select, yes {by {day}} other {soon}}. After that we keep looking, and the place goes to somebody else.",
      action: "See the place and answer",
    },
    acceptance_lapsed: {
      subject: "We keep looking for you",
      body: "A practice had a place for you. We did not hear from you about it and have released the place again.\n\nYour search goes on, and your waiting time counts from the beginning. You do not want to look at the moment? You can pause or end the search on your page.",
      action: "Open my page",
    },
    acceptance_taken_back: {
      subject: "Sorry, the place is not free after all",
      body: "A practice had told us of a place for you. That was a mistake, and the practice has taken its yes back. We are sorry.\n\nWe have not passed on your name. We go on looking, and your waiting time counts from the start. There is nothing you need to do.",
      action: "Open my page",
    },
    back_in_queue: {
      subject: "We keep looking for you",
      body: "The place did not work out. That happens.\n\nWe keep looking, and your waiting time counts from the beginning. There is nothing you need to do. Would you like to change what you told us? Just answer this message.",
      action: "Open my page",
    },
    practice_contact: {
      subject: "The practice now knows about you",
      body: "Thank you for confirming. The practice now knows who you are and how to reach you.\n\nYour page says how you reach the practice and how to arrange a first appointment. If the practice has forms for you, they are there too.",
      action: "See the practice’s contact",
    },
    practice_to_call: {
      subject: "Please get in touch with the practice",
      body: "Thank you for confirming. The practice holds the place for you and waits for your call. We have not told it your name.\n\nYour page says how and when you reach the practice and which sign to give on the telephone.",
      action: "See the practice’s contact",
    },
    first_talk_patient: {
      subject: "Has your first appointment taken place?",
      body: "Has your first appointment at the practice taken place? Please tell us briefly how things stand.\n\nIf it was not right for you, we keep looking, and your waiting time counts from the beginning.",
      action: "Answer briefly",
    },
    progress_patient: {
      subject: "How have things gone since?",
      body: "How have things gone since your first appointment? Please tell us briefly how things stand.\n\nIf it was not right for you, we keep looking, and your waiting time counts from the beginning.",
      action: "Answer briefly",
    },
    placed: {
      subject: "Your search is over",
      body: "You have found a place and have started there. This ends your search. We ask no more practices and do not write to you any more.\n\nWe wish you all the best.",
      action: "Open my page",
    },
    pause_ending: {
      subject: "Your pause ends soon",
      body: "{hasDay, select, yes {Your pause ends on {day}} other {Your pause ends soon}}. After that we go on looking. There is nothing you need to do for that.\n\nWould you like to wait longer or end the search? You can do that on your page.",
      action: "Open my page",
    },
    search_closed: {
      subject: "Your search has ended",
      body: "Your search has ended. We ask no more practices for you.\n\nIf you want to look again later, you can register anew at any time.",
      action: "Open my page",
    },
    inquiry: {
      subject:
        "Inquiry {reference}: {count, plural, one {therapy place for 1 person} other {therapy places for # people}}",
      body: "We help people find therapy places and are looking for {count, plural, one {a place for one person} other {places for # people}} {areaCount, plural, =0 {near you} one {from the postcode area {areas}} other {from the postcode areas {areas}}}.{methodCount, plural, =0 {} other { Wanted: {methods}.}}\n\n{count, plural, one {The anonymous profile is} other {The anonymous profiles are}} on your answer page. Please answer by {dueOn}. A few clicks are enough, and “no place” helps as well.",
      action: "See and answer",
      small: "If you have questions, please give the reference {reference}.",
      footer:
        "We write to you because this address is published for your practice (source: {source}). We use the details of your practice only to ask for therapy places (Art. 6 (1) (f), Art. 14 GDPR). We pass them on only to the people for whom we ask: after you accepted, or as evidence of their search. <privacy>How we handle data and what your rights are</privacy>\n\nYou do not want inquiries? <objection>Object here</objection>",
    },
    inquiry_reminder: {
      subject:
        "Reminder: inquiry {reference}: {count, plural, one {therapy place for 1 person} other {therapy places for # people}}",
      body: "We asked you for {count, plural, one {a therapy place} other {therapy places}}. An answer is still open.\n\n{count, plural, one {The anonymous profile is} other {The anonymous profiles are}} on your answer page. Please answer by {dueOn}. A few clicks are enough, and “no place” helps as well.",
      action: "See and answer",
      small:
        "If you have questions, please give the reference {reference}. This is the only reminder of this inquiry.",
      footer:
        "We write to you because this address is published for your practice (source: {source}). <privacy>How we handle data and what your rights are</privacy>\n\nYou do not want inquiries? <objection>Object here</objection>",
    },
    inquiry_forwarded: {
      subject:
        "Forwarded: inquiry {reference}: {count, plural, one {therapy place for 1 person} other {therapy places for # people}}",
      body: "Somebody in your practice has forwarded this inquiry to you. We help people find therapy places and are looking for {count, plural, one {a place for one person} other {places for # people}}.\n\n{count, plural, one {The anonymous profile is} other {The anonymous profiles are}} on the answer page. Please answer by {dueOn}. A few clicks are enough, and “no place” helps as well.",
      action: "See and answer",
      small: "If you have questions, please give the reference {reference}.",
      footer:
        "Your practice gave us your address. We use it for this inquiry only. <privacy>How we handle data and what your rights are</privacy>\n\nYou do not want inquiries? <objection>Object here</objection>",
    },
    already_placed: {
      subject: "Inquiry {reference}: place already found",
      body: "{count, plural, one {One person from our inquiry has} other {# people from our inquiry have}} found a place elsewhere in the meantime. There is nothing more you need to do.\n\nThank you for your effort.",
      action: "Open answer page",
    },
    answer_receipt: {
      subject: "Inquiry {reference}: your answer has arrived",
      body: "Thank you. Your answer is noted.\n\n{accepted, plural, =0 {} one {You have offered a place to one person. We now ask whether they would like it. After that we write to you how it goes on.} other {You have offered a place to # people. We now ask whether they would like it. After that we write to you how it goes on.}}\n\n{open, plural, =0 {There is nothing more you need to do.} one {For one person your answer is still open.} other {For # people your answer is still open.}}",
      action: "See the answer",
      small: "If you have questions, please give the reference {reference}.",
    },
    patient_confirmed: {
      subject: "Inquiry {reference}: the place is confirmed",
      body: "The person to whom you offered a place would like to have it. Name and contact are on your answer page.\n\nPlease arrange a first appointment. The person knows that you will get in touch. They may also call you.",
      action: "See name and contact",
      small: "If you have questions, please give the reference {reference}.",
    },
    patient_will_call: {
      subject: "Inquiry {reference}: the place is confirmed",
      body: "The person to whom you offered a place would like to have it. They will get in touch with you and give the reference {reference}. We do not pass on their name.\n\nPlease hold the place and then arrange a first appointment.",
      action: "Open the answer page",
      small: "If you have questions, please give the reference {reference}.",
    },
    first_talk_practice: {
      subject: "Inquiry {reference}: has the first talk taken place?",
      body: "You offered a place to a person from our inquiry. Has the first talk taken place?\n\nPlease tell us briefly how things stand. If it was not right, we keep looking for the person.",
      action: "Answer briefly",
      small: "If you have questions, please give the reference {reference}.",
    },
    progress_practice: {
      subject: "Inquiry {reference}: how have things gone since?",
      body: "You offered a place to a person from our inquiry, and the first talk has taken place. How have things gone since?\n\nPlease tell us briefly how things stand. If it was not right, we keep looking for the person.",
      action: "Answer briefly",
      small: "If you have questions, please give the reference {reference}.",
    },
    place_free_again: {
      subject: "Inquiry {reference}: your place is free again",
      body: "Unfortunately a person to whom you offered a place is not taking it. Your place is free again. You no longer need to keep it for us.\n\nThank you for your help.",
      action: "Open answer page",
      small: "If you have questions, please give the reference {reference}.",
    },
    contact_withdrawn: {
      subject: "Inquiry {reference}: please delete name and contact",
      body: "The person to whom you offered a place has withdrawn their consent with us. Our placement ends with that. You no longer need to keep the place for us.\n\nPlease delete the name and contact you have from us. This does not apply if the person wishes to stay with you, or if you have to keep the data.\n\nThank you for your help.",
      action: "Open answer page",
      small: "If you have questions, please give the reference {reference}.",
    },
    task_due: {
      subject: "{count, plural, one {One task is due} other {# tasks are due}}",
      body: "{count, plural, one {One task is} other {# tasks are}} due at Lotse.",
      action: "See the tasks",
    },
  },
};
