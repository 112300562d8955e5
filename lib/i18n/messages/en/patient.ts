import type { Translation } from "../../translation";
import type { patient as german } from "../de/patient";

export const patient: Translation<typeof german> = {
  title: "Your search",
  ended: {
    title: "This link does not work",
    text: "It may have expired, or part of it may be missing. Please use the link in our most recent email.",
    anew: "Do you no longer have an email from us? Then please register again.",
    start: "Register again",
  },
  confirm: {
    title: "Confirm your email address",
    text: "Please confirm that you want to look for a therapy place with Lotse.",
    button: "Yes, confirm",
    notYou:
      "Was this not you? Then just close this page. If nobody confirms, we will delete the details after seven days.",
    doneTitle: "Your address is confirmed",
    placedLead: "We have already found a place for you.",
    placedText:
      "Have you registered again? Then we will get in touch and ask what became of the place. You can see how things stand on your page. The link to it is in our emails.",
    doneLead: "We are now searching. You do not need to do anything else.",
    nextTitle: "What happens next",
    page: "In a few minutes you will get an email with the link to your personal page. There you can see how things are going at any time.",
    pageKept:
      "This installation does not send emails. Only the team can see the email with the link to your personal page, under “Email”.",
    ask: "We compare your details with the practices near you. A member of our team checks every inquiry before it goes out.",
    answer:
      "It may take a few weeks before a practice answers. As soon as one offers you a place, we will write to you.",
  },
  stopMails: {
    title: "Stop getting the Monday message?",
    text: "You will no longer get a message on Mondays. Your search will continue. If a practice has a place for you, we will always write to you.",
    button: "Yes, stop it",
    doneTitle: "You will no longer get this message",
    done: "Your search continues. If a practice has a place for you, we will write to you. You can switch the messages back on at any time on your page.",
  },
  my: {
    hello: "Hello {name}",
    states: {
      unverified: "Your address is not confirmed yet",
      active: "We are looking for a place for you",
      paused: "Your search is paused",
      consentMissing: "Your search is on hold",
      offered: "A practice has a place for you",
      confirmed: "You have taken a place",
      firstTalk: "You have had your first appointment",
      trialSessions: "You are having your trial sessions",
      started: "Your therapy has started",
      cancelled: "Your search has ended",
    },
    timelineTitle: "What has happened so far",
    timeline: {
      registered: "You registered.",
      waiting: "You are on the waiting list.",
      notAsked: "We have not contacted any practices yet.",
      asked:
        "We have contacted {asked, plural, one {one practice} other {# practices}}. {open, plural, =0 {We are not waiting for any more answers.} one {We are waiting for one answer.} other {We are waiting for # answers.}}",
      paused: "The search is paused.",
      consentMissing: "We need a consent from you.",
      placed: "A practice has offered you a place.",
      confirmed: "You have taken the place. The practice now knows your name.",
      confirmedUnnamed: "You have taken the place.",
      firstTalk: "The first appointment has taken place.",
      trialSessions: "The trial sessions have started.",
      started: "Your therapy has started.",
      failed: {
        declined:
          "You did not take the place offered on {date}. We are still looking, and your waiting time has been kept.",
        lapsed:
          "We did not hear from you about the place offered on {date}, so it has been released. We are still looking, and your waiting time has been kept.",
        taken_back:
          "An offer made on {date} was a mistake, and the practice has withdrawn it. Your name was not passed on. We are still looking, and your waiting time has been kept.",
        no_show:
          "The place offered on {date} did not work out. The practice says that the appointment did not take place. We are still looking, and your waiting time has been kept.",
        unsuitable:
          "The place offered on {date} did not work out because it was not a good fit. We are still looking, and your waiting time has been kept.",
        no_capacity:
          "The place offered on {date} did not work out. The practice does not have a place after all. We are still looking, and your waiting time has been kept.",
        search_ended: "You ended the search. The place offered on {date} has been released.",
        consent_withdrawn:
          "You withdrew a consent. Because of this we gave back the place offered on {date}. If the practice already knew your name, we are asking it to delete it.",
      },
      cancelled: "The search has ended.",
    },
    nextTitle: "What we will do next",
    next: {
      unverified: "Please open the link in our first email and confirm your address. Then we will start.",
      notAsked:
        "We compare your details with the practices every morning. If one matches, a member of our team checks the inquiry and sends it. This can take a few days.",
      open: "We are waiting for an answer. If we do not get one, we will remind the practice and phone them. As soon as a practice offers you a place, we will write to you.",
      noneOpen:
        "We are not waiting for any answers at the moment. We are still looking and will contact the next practices that match.",
      pausedUntil:
        "We will start looking again on {date}; you do not need to do anything. Your waiting time is kept.",
      paused: "We will wait until you want to continue. Your waiting time is kept.",
      consentMissing: "We can only continue once you agree again. Your waiting time is kept.",
      offered:
        "We are holding the place for you and are not contacting any other practices. Please answer in the next few days. If you do not, we will remind you once and then give the place back.",
      confirmed:
        "The practice knows how to contact you. In about two weeks we will ask you and the practice whether the first appointment has taken place. If you have any questions, please <link>let us know</link>.",
      confirmedUnnamed:
        "Please contact the practice soon. In about two weeks we will ask you and the practice whether the first appointment has taken place. If you cannot reach anyone, please <link>let us know</link>.",
      confirmedDated:
        "Your first appointment is on {date}. After that we will ask you how it went. If you have any questions, please <link>let us know</link>.",
      firstTalk:
        "This is often followed by a few trial sessions. In a few weeks we will ask you how things have gone.",
      trialSessions: "In a few weeks we will ask you whether your therapy has started.",
      started: "We have done our part, and we wish you all the best.",
      cancelled:
        "We are not contacting any more practices. If you would like to search again, please register again.",
    },
    placement: {
      title: "This practice has a place for you",
      offered:
        "Take your time to read about the practice. It does not know your name yet. The reference for this offer is <b>{reference}</b>.",
      call: "The practice now knows your name and may contact you. You can also call them yourself. The reference is <b>{reference}</b>.",
      callYourself:
        "Please call the practice and quote <b>{reference}, person {position, number}</b>. The practice is holding the place and is waiting to hear from you. We have not given it your name.",
      writeYourself:
        "Please contact the practice and quote <b>{reference}, person {position, number}</b>. The practice is holding the place and is waiting to hear from you. We have not given it your name.",
      forms: "Forms from the practice",
      form: "{name} (PDF, {size})",
      address: "Address",
      phone: "Phone",
      phoneHours: "Phone hours",
      phoneHoursUnknown:
        "Not known. Many practices can only be reached by phone for a few hours a week. You can also leave a message on the answering machine.",
      email: "Email",
      website: "Website",
      noPhone: "We do not have a phone number. Please write to the practice.",
      hours: "{weekday} {hours}",
      until: "{from} to {to}",
    },
    confirm: {
      title: "Would you like this place?",
      text: "If you say yes, we will tell the practice your name and how to contact you. If you say no, we will keep looking, and your waiting time is kept.",
      textAsking:
        "You can take the place with or without this consent. Without it, you call the practice yourself. If you say no, we will keep looking, and your waiting time is kept.",
      yes: "Yes, I would like the place",
      no: "No, not this place",
    },
    progress: {
      questions: {
        confirmed: "How are things going with the practice?",
        first_talk: "How have things gone since the appointment?",
        trial_sessions: "Has your therapy started?",
      },
      stages: {
        first_talk: "The first appointment has taken place",
        trial_sessions: "The trial sessions have started",
        started: "My therapy has started",
      },
      startedSure:
        "This ends our search, and we will not ask you again. A first appointment or trial sessions do not count as the start of therapy.",
      startedYes: "Yes, my therapy has started",
      takeBack: "That was a mistake",
      takeBackText: "You can undo your last answer here until midnight today.",
      takeBackButton: "Undo my answer",
      notWorking: "It is not working out",
      when: "When is your first appointment?",
      whenHint: "We will then wait until afterwards to ask you how it went.",
      saveDay: "Save the date",
    },
    giveUp: {
      title: "Would you like to give the place back?",
      text: "We will tell the practice that its place is available again. Then we will keep looking, and your waiting time is kept. We will not contact this practice for you again.",
      textOffered:
        "We will tell the practice that its place is available again. It will not be told your name. Then we will keep looking, and your waiting time is kept. We will not contact this practice for you again.",
      titleOffered: "Would you rather not take this place?",
      buttonOffered: "Do not take the place",
      reason: "What is the reason?",
      reasons: {
        declined: "I do not want this place",
        unsuitable: "It is not a good fit",
        no_capacity: "The practice does not have a place after all",
      },
      button: "Give the place back",
      back: "No, go back",
    },
    actionsTitle: "What you can do",
    pause: {
      title: "Pause the search",
      text: "For example, because of a hospital stay or a holiday. We will withdraw any open inquiries.",
      until: "Until when?",
      untilHint: "Leave the date empty if you do not know yet.",
      button: "Pause the search",
    },
    resume: {
      title: "Resume the search",
      text: "We will start looking again straight away.",
      button: "Resume the search",
    },
    consents: {
      link: "View and change your consents",
      title: "Your consents",
      lead: "You can withdraw any consent. This takes effect immediately.",
      since: "Since {date}",
      notGiven: "Not given",
      warning:
        "We cannot search without the first two. If you withdraw one of them, your search is put on hold and we withdraw all open inquiries immediately. If you have already been offered a place, we will also give it back.",
      button: "Save",
      saved: "Saved.",
      back: "Back to your page",
    },
    end: {
      link: "End the search",
      title: "Would you like to end the search?",
      text: "We will withdraw all open inquiries and stop looking. This cannot be undone: if you search again later, your waiting time starts from the beginning.",
      open: "{open, plural, =0 {There are no open inquiries at the moment.} one {There is one open inquiry at the moment.} other {There are # open inquiries at the moment.}}",
      pauseInstead: "You can pause the search instead.",
      reason: "Why would you like to end it?",
      reasons: {
        found_elsewhere: "I have found a place myself",
        no_longer_wanted: "I do not want therapy at the moment",
        other: "For another reason",
      },
      button: "End the search for good",
      back: "No, go back",
    },
    keep: "Please do not share the link to this page: anyone who has it can open the page.",
    changed: {
      paused: "The search is paused.",
      resumed: "The search is running again.",
      ended: "The search has ended.",
    },
  },
};
