import type { Translation } from "../../translation";
import type { patient as german } from "../de/patient";

export const patient: Translation<typeof german> = {
  title: "Your search",
  ended: {
    title: "This link leads nowhere",
    text: "Perhaps it has expired or is not complete. Please take the link from our latest mail.",
    anew: "You have no mail any more? Then please register again.",
    start: "Register again",
  },
  confirm: {
    title: "Confirm e-mail address",
    text: "Please confirm that you want to look for a therapy place with Lotse.",
    button: "Yes, confirm",
    notYou:
      "It was not you? Then close this page. Without confirmation we delete the details after seven days.",
    doneTitle: "Your address is confirmed",
    doneLead: "We are now looking. There is nothing else you need to do.",
    nextTitle: "What happens next",
    page: "In a few minutes you get a mail with the link to your personal page. There you see at any time how things stand.",
    pageKept:
      "This installation does not send mails. The mail with the link to your personal page is only with the team, under “Mail”.",
    ask: "We compare your details with the practices near you. A person checks every inquiry before it goes out.",
    answer: "It can take some weeks until a practice answers. As soon as one says yes, we write to you.",
  },
  my: {
    hello: "Hello {name}",
    states: {
      unverified: "Your address is not confirmed yet",
      active: "We are looking for a place for you",
      paused: "Your search is paused",
      consentMissing: "Your search stands still",
      placed: "A practice has a place for you",
      cancelled: "Your search has ended",
    },
    timelineTitle: "What has happened so far",
    timeline: {
      registered: "You registered.",
      waiting: "You are on the waiting list.",
      notAsked: "We have not asked any practice yet.",
      asked:
        "We have asked {asked, plural, one {one practice} other {# practices}}. {open, plural, =0 {No answer is open any more.} one {One answer is open.} other {# answers are open.}}",
      paused: "The search is paused.",
      consentMissing: "A consent is missing.",
      placed: "A practice has said yes.",
      cancelled: "The search has ended.",
    },
    nextTitle: "What we do next",
    next: {
      unverified: "Please open the link in our first mail and confirm your address. Then we begin.",
      notAsked:
        "We compare your details with the practices every morning. When one fits, a person in our team checks the inquiry and sends it. This can take a few days.",
      open: "We are waiting for an answer. If none comes, we remind the practice and call them. As soon as one says yes, we write to you.",
      noneOpen: "So far no practice had a place. We go on looking and ask the next ones that fit.",
      pausedUntil: "On {date} we go on by ourselves. Your waiting time is kept.",
      paused: "We wait until you want to go on. Your waiting time is kept.",
      consentMissing: "We can only go on when you agree again. Your waiting time is kept.",
      placed:
        "We stop asking the other practices. If it does not work out with this practice, please <link>tell us</link>. Then we go on looking, and your waiting time is kept.",
      cancelled: "We do not ask practices any more. If you want to search again, please register again.",
    },
    placement: {
      title: "This practice has a place",
      call: "Please call them within the next few days and arrange a first talk. Mention the sign <b>{reference}</b>. The practice does not know your name yet.",
      address: "Address",
      phone: "Telephone",
      phoneHours: "Telephone hours",
      phoneHoursUnknown:
        "Not known. Practices can often be reached by telephone only for a few hours a week. Leave a message on the answering machine too.",
      email: "E-mail",
      website: "Website",
      noPhone: "We do not know a telephone number. Please write to the practice.",
      hours: "{weekday} {hours}",
      until: "{from} to {to}",
    },
    actionsTitle: "What you can do",
    pause: {
      title: "Pause the search",
      text: "For example because of a stay in hospital or a holiday. We take back open inquiries.",
      until: "Until when?",
      untilHint: "Leave the date empty if you do not know yet.",
      button: "Pause the search",
    },
    resume: {
      title: "Go on with the search",
      text: "We go on looking at once.",
      button: "Go on looking",
    },
    consents: {
      link: "See and change consents",
      title: "Your consents",
      lead: "You can take back any consent. It takes effect at once.",
      since: "Since {date}",
      notGiven: "Not given",
      warning:
        "Without the first two we cannot search. If you take back one of them, the search stands still and we withdraw open inquiries at once.",
      button: "Save",
      saved: "Saved.",
      back: "Back to your page",
    },
    end: {
      link: "End the search",
      title: "Do you want to end the search?",
      text: "We take back all open inquiries and stop looking. This cannot be undone: if you search again later, the waiting time starts anew.",
      open: "{open, plural, =0 {No inquiry is open at the moment.} one {One inquiry is open at the moment.} other {# inquiries are open at the moment.}}",
      pauseInstead: "You can also pause the search instead.",
      reason: "Why do you want to end it?",
      reasons: {
        found_elsewhere: "I have found a place myself",
        no_longer_wanted: "I do not want therapy at the moment",
        other: "For another reason",
      },
      button: "End the search for good",
      back: "No, go back",
    },
    keep: "Please do not pass on the link to this page: whoever has it can open it.",
    changed: {
      paused: "The search is paused.",
      resumed: "The search is running again.",
      ended: "The search has ended.",
    },
  },
};
