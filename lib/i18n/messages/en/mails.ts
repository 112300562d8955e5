import type { mails as de } from "../de/mails";
import type { Translation } from "../../translation";

export const mails: Translation<typeof de> = {
  hello: "Hello,",
  greeting: "{salutation, select, female {Dear Ms {name},} male {Dear Mr {name},} other {Hello {name},}}",
  regards: "Kind regards",
  privateLink: "Please do not forward this message: anyone who has the link can open your page.",
  ownResearch: "our own research in public sources",
  methods: {
    VT: "behavioural therapy",
    TP: "psychodynamic psychotherapy",
    AP: "psychoanalytic psychotherapy",
    ST: "systemic therapy",
  },
  letters: {
    confirm_email: {
      subject: "Please confirm your email address",
      body: "You have registered with us. Please confirm that this email address is yours. We will start the search once you have confirmed it.",
      action: "Confirm my email address",
      small:
        "The link works for {days, plural, one {one day} other {# days}}. After that we will delete the details you gave us.\n\nIf you did not register, you do not need to do anything.",
    },
    registered: {
      subject: "Your registration with us",
      body: "We have received your registration.\n\nUse the link to open your page. It tells you what happens next and which consents you have given us. You can change them there.",
      action: "Open my page",
    },
    search_started: {
      subject: "We are now looking for a place for you",
      body: "Your registration is complete. We are now looking for practices that match the details you gave us, and we will contact them for you.\n\nWe will write to you every Monday to tell you how the search is going. As soon as a practice has a place, we will let you know straight away. You can also pause or end the search on your page.",
      action: "Open my page",
    },
    new_address: {
      subject: "Your new email address",
      body: "Your email address has been changed. From now on we will write to you at this address.\n\nUse the link in this email to open your page. Links in earlier emails no longer work.",
      action: "Open my page",
    },
    weekly_status: {
      subject: "How your search is going",
      body: "{asked, plural, =0 {We have not contacted a practice for you yet} one {So far we have contacted one practice for you} other {So far we have contacted # practices for you}}{week, plural, =0 {.} one {, one of them in the last seven days.} other {, # of them in the last seven days.}}{open, plural, =0 {} one { We are still waiting for one answer.} other { We are still waiting for # answers.}}\n\n{next, select, waiting {What happens next: practices that have not answered yet will get a reminder. After that we will phone them.} other {What happens next: every night we check which practices match the details you gave us, and we contact them.}} As soon as a practice has a place, we will write to you straight away. You do not need to do anything.",
      action: "Open my page",
      small: "Do you no longer want this message? <stop>Unsubscribe here</stop>",
    },
    acceptance_confirm: {
      subject: "A practice has a place for you",
      body: "A practice has answered and is holding a place for you. You can see on your page which practice it is.\n\nWould you like the place? Please tell us there {hasDay, select, yes {by {day}} other {in the next few days}}. Until then the practice will not be told who you are.",
      action: "See the place and answer",
      small:
        "Is the place not right for you? You can tell us that on your page too. We will then keep looking.",
    },
    acceptance_reminder: {
      subject: "Would you like this place?",
      body: "A practice is holding a place for you and is waiting for your answer.\n\nWould you like the place? Please tell us {hasDay, select, yes {by {day}} other {soon}}. After that we will keep looking, and the place will go to someone else.",
      action: "See the place and answer",
    },
    acceptance_lapsed: {
      subject: "We are still looking for you",
      body: "A practice had a place for you. We did not hear from you about it, so we have released the place.\n\nYour search continues, and your waiting time still counts from the beginning. Would you rather not search at the moment? You can pause or end the search on your page.",
      action: "Open my page",
    },
    acceptance_taken_back: {
      subject: "Sorry, the place is not available after all",
      body: "A practice had told us it had a place for you. This was a mistake, and the practice has withdrawn its offer. We are sorry.\n\nWe have not passed on your name. We will keep looking, and your waiting time still counts from the beginning. You do not need to do anything.",
      action: "Open my page",
    },
    back_in_queue: {
      subject: "We are still looking for you",
      body: "The place did not work out. This happens sometimes.\n\nWe will keep looking, and your waiting time still counts from the beginning. You do not need to do anything. Would you like to change any of your details? Just reply to this message.",
      action: "Open my page",
    },
    practice_contact: {
      subject: "The practice now knows who you are",
      body: "Thank you for confirming. The practice now knows who you are and how to contact you.\n\nYour page tells you how to contact the practice and how to arrange a first appointment. If the practice has any forms for you, you will find them there too.",
      action: "See the practice’s contact details",
    },
    practice_to_call: {
      subject: "Please contact the practice",
      body: "Thank you for confirming. The practice is holding the place for you and is waiting for your call. We have not told the practice your name.\n\nYour page tells you how and when you can reach the practice, and which reference to give on the phone.",
      action: "See the practice’s contact details",
    },
    first_talk_patient: {
      subject: "Have you had your first appointment?",
      body: "Have you had your first appointment at the practice yet? Please let us know briefly how things stand.\n\nIf it was not right for you, we will keep looking, and your waiting time still counts from the beginning.",
      action: "Give a short answer",
    },
    progress_patient: {
      subject: "How have things gone since then?",
      body: "How have things gone since your first appointment? Please let us know briefly how things stand.\n\nIf it was not right for you, we will keep looking, and your waiting time still counts from the beginning.",
      action: "Give a short answer",
    },
    placed: {
      subject: "Your search is complete",
      body: "You have found a place and have started there. This means your search is complete. We will not contact any more practices, and we will not write to you again.\n\nWe wish you all the best.",
      action: "Open my page",
    },
    pause_ending: {
      subject: "Your pause ends soon",
      body: "{hasDay, select, yes {Your pause ends on {day}} other {Your pause ends soon}}. After that we will start looking again. You do not need to do anything.\n\nWould you like to wait longer or end the search? You can do this on your page.",
      action: "Open my page",
    },
    search_closed: {
      subject: "Your search has ended",
      body: "Your search has ended. We will not contact any more practices for you.\n\nIf you want to search again later, you can register again at any time.",
      action: "Open my page",
    },
    inquiry: {
      subject:
        "Inquiry {reference}: {count, plural, one {therapy place for 1 person} other {therapy places for # people}}",
      body: "We help people find a place in psychotherapy. We are looking for {count, plural, one {a place for one person} other {places for # people}} {areaCount, plural, =0 {near you} one {from the postcode area {areas}} other {from the postcode areas {areas}}}.{methodCount, plural, =0 {} other { Preferred: {methods}.}}\n\nYou will find {count, plural, one {the anonymous profile} other {the anonymous profiles}} on your answer page. Please answer by {dueOn}. It only takes a few clicks, and “no place” helps us too.",
      action: "View and answer",
      small: "If you have any questions, please quote the reference {reference}.",
      footer:
        "We are writing to you because this address is published for your practice (source: {source}). We use your practice’s details only to ask about therapy places (Art. 6 (1) (f), Art. 14 GDPR). We pass them on only to the people we are asking for: after you offer a place, or as evidence of their search. <privacy>How we handle data and what your rights are</privacy>\n\nDo you not want to receive inquiries? <objection>You can object here</objection>",
    },
    inquiry_reminder: {
      subject:
        "Reminder: inquiry {reference}: {count, plural, one {therapy place for 1 person} other {therapy places for # people}}",
      body: "We asked you about {count, plural, one {a therapy place} other {therapy places}} and are still waiting for an answer.\n\nYou will find {count, plural, one {the anonymous profile} other {the anonymous profiles}} on your answer page. Please answer by {dueOn}. It only takes a few clicks, and “no place” helps us too.",
      action: "View and answer",
      small:
        "If you have any questions, please quote the reference {reference}. This is the only reminder you will get about this inquiry.",
      footer:
        "We are writing to you because this address is published for your practice (source: {source}). <privacy>How we handle data and what your rights are</privacy>\n\nDo you not want to receive inquiries? <objection>You can object here</objection>",
    },
    inquiry_forwarded: {
      subject:
        "Forwarded: inquiry {reference}: {count, plural, one {therapy place for 1 person} other {therapy places for # people}}",
      body: "Someone at your practice has forwarded this inquiry to you. We help people find a place in psychotherapy. We are looking for {count, plural, one {a place for one person} other {places for # people}}.\n\nYou will find {count, plural, one {the anonymous profile} other {the anonymous profiles}} on the answer page. Please answer by {dueOn}. It only takes a few clicks, and “no place” helps us too.",
      action: "View and answer",
      small: "If you have any questions, please quote the reference {reference}.",
      footer:
        "Your practice gave us your address. We use it only for this inquiry. <privacy>How we handle data and what your rights are</privacy>\n\nDo you not want to receive inquiries? <objection>You can object here</objection>",
    },
    already_placed: {
      subject: "Inquiry {reference}: place already found",
      body: "{count, plural, one {One person from our inquiry has} other {# people from our inquiry have}} found a place elsewhere in the meantime. You do not need to do anything else.\n\nThank you for your trouble.",
      action: "Open the answer page",
    },
    answer_receipt: {
      subject: "Inquiry {reference}: we have received your answer",
      body: "Thank you. We have recorded your answer.\n\n{accepted, plural, =0 {} one {You have offered one person a place. We will now ask them whether they would like it. Then we will write to you about what happens next.} other {You have offered # people a place. We will now ask them whether they would like it. Then we will write to you about what happens next.}}\n\n{open, plural, =0 {You do not need to do anything else.} one {We are still waiting for your answer about one person.} other {We are still waiting for your answer about # people.}}",
      action: "View your answer",
      small: "If you have any questions, please quote the reference {reference}.",
    },
    patient_confirmed: {
      subject: "Inquiry {reference}: the place is confirmed",
      body: "The person you offered a place to would like to take it. You will find their name and contact details on your answer page.\n\nPlease arrange a first appointment. The person knows that you will get in touch. They may also call you themselves.",
      action: "View name and contact details",
      small: "If you have any questions, please quote the reference {reference}.",
    },
    patient_will_call: {
      subject: "Inquiry {reference}: the place is confirmed",
      body: "The person you offered a place to would like to take it. They will contact you themselves and give the reference {reference}. We will not pass on their name.\n\nPlease hold the place for them and then arrange a first appointment.",
      action: "Open the answer page",
      small: "If you have any questions, please quote the reference {reference}.",
    },
    first_talk_practice: {
      subject: "Inquiry {reference}: has the first appointment taken place?",
      body: "You offered a place to someone from our inquiry. Has the first appointment taken place?\n\nPlease let us know briefly how things stand. If it was not a good fit, we will keep looking for this person.",
      action: "Give a short answer",
      small: "If you have any questions, please quote the reference {reference}.",
    },
    progress_practice: {
      subject: "Inquiry {reference}: how have things gone since then?",
      body: "You offered a place to someone from our inquiry, and the first appointment has taken place. How have things gone since then?\n\nPlease let us know briefly how things stand. If it was not a good fit, we will keep looking for this person.",
      action: "Give a short answer",
      small: "If you have any questions, please quote the reference {reference}.",
    },
    place_free_again: {
      subject: "Inquiry {reference}: your place is available again",
      body: "Unfortunately, a person you offered a place to is not going to take it. Your place is available again. You no longer need to hold it for us.\n\nThank you for your help.",
      action: "Open the answer page",
      small: "If you have any questions, please quote the reference {reference}.",
    },
    contact_withdrawn: {
      subject: "Inquiry {reference}: please delete the name and contact details",
      body: "The person you offered a place to has withdrawn the consent they gave us. This ends our part in the placement. You no longer need to hold the place for us.\n\nPlease delete the name and contact details you received from us. This does not apply if the person wants to stay with you, or if you have to keep the data.\n\nThank you for your help.",
      action: "Open the answer page",
      small: "If you have any questions, please quote the reference {reference}.",
    },
    identity_withdrawn: {
      subject: "Inquiry {reference}: please delete the name and contact details",
      body: "The person you offered a place to no longer wants us to pass on their name and contact details. Your answer page no longer shows them. Please delete any notes you have made of them. This does not apply to data that you have to keep.\n\nThe place is still taken. The person will contact you themselves and give the reference {reference}.",
      action: "Open the answer page",
      small: "If you have any questions, please quote the reference {reference}.",
    },
    task_due: {
      subject: "{count, plural, one {One task is due} other {# tasks are due}}",
      body: "{count, plural, one {One task is} other {# tasks are}} due in Lotse.",
      action: "View tasks",
    },
  },
};
