import type { Translation } from "../../translation";
import type { errors as german } from "../de/errors";

export const errors: Translation<typeof german> = {
  previewTooLong:
    "The calculation is taking too long at the moment. Please try again later. Nothing has been saved.",
  required: "Please fill in this field.",
  choose: "Please choose an answer.",
  objectionGone: "This objection no longer applies. Please reload the page.",
  tooLong: "Please shorten the text to no more than {max, number} characters.",
  controlCharacters: "The text contains characters we cannot save. Please type it again.",
  email: "Please enter an email address, for example name@example.com.",
  phone: "Please enter a phone number including the area code, for example 0241 123456.",
  postalCode: "Please enter the postcode using five digits.",
  postalCodeUnknown:
    "We do not recognise the postcode {postalCode}. Please check the five digits, or confirm below that it is correct.",
  postalCodeUnknownAgain:
    "We do not recognise the postcode {postalCode}. Please check the five digits. If it is correct, save again; we will then not be able to work out distances.",
  postalCodeUnknownApi:
    "The postcode {postalCode} is not known. If it is correct, send the request again with addressConfirmed=true.",
  cityMissing: "Please enter the town or city too.",
  date: "This date does not exist. Please enter the day, month and year as numbers, using four digits for the year.",
  firstNameMissing: "Please enter your first name.",
  lastNameMissing: "Please enter your last name.",
  birthDateMissing: "Please enter your date of birth.",
  guardianMissing: "Please enter the name of a parent or legal guardian.",
  emailMissing: "Please enter your email address.",
  payerMissing: "Please choose who pays for the treatment.",
  timesMissing: "Please choose when you are available.",
  travelModeMissing: "Please choose how you will get to the practice.",
  travelMinutesMissing: "Please choose how long the journey can take.",
  consentProcessingMissing: "We cannot search for you without your consent to store your details.",
  consentSharingMissing:
    "We cannot search for you without your consent to show practices a profile without your name.",
  month: "Please enter the month and year, for example 3/2024.",
  chooseTime: "Please tick at least one time.",
  phoneOrEmail: "Please enter a phone number or an email address.",
  cityDiffers:
    "According to our records, the postcode {postalCode} belongs to {city}. Please check both, or confirm below that this is correct.",
  cityDiffersAgain:
    "According to our records, the postcode {postalCode} belongs to {city}. Please check both. If this is correct, save again.",
  cityDiffersApi:
    "According to our records, the postcode {postalCode} belongs to {city}. If the town is still correct, send the request again with addressConfirmed=true.",
  dateInFuture: "This date is in the future. Please check the day, month and year.",
  dateTooEarly: "This date is a very long time ago. Please check the year.",
  number: "Please enter a number.",
  numberRange: "Please enter a number from {min, number} to {max, number}.",
  time: "Please enter the time in hours and minutes, for example 14:30.",
  timeOrder: "The end must be later than the start.",
  icd10: "Please enter the diagnosis as an ICD-10 code, for example F41.1.",
  travelLimit: "Please enter how long or how far you can travel.",
  consentRequired: "We cannot search for you without this consent.",
  language: "Please choose a language from the list.",
  invalid: "We cannot use this. Please check what you entered.",
  fileMissing: "Please choose a file.",
  fileTooBig: "The file is too big. The maximum is {megabytes, number} MB.",
  fileNotPdf: "This file is not a PDF. Please choose a PDF.",
  tooManyForms: "You cannot add more than {max, number} forms. Please remove one first.",
  numberMin: "Please enter a number of {min, number} or more.",
  numberMax: "Please enter a number of {max, number} or less.",
  tooMany: "Please enter no more than {max, number} items.",
  clockRange: "Please enter times like this: 09:00–12:00. Separate several with commas.",
  signInFailed: "The email address or password is wrong. Please check both.",
  passwordShort: "Please choose a password with at least 12 characters.",
  passwordWorst:
    "This password is one of the first that people would guess. Please choose another one, for example four unrelated words.",
  passwordWrong: "The current password is wrong. Please enter it again.",
  emailTaken: "There is already an account with this email address. Please use another one.",
  lastAdmin:
    "Someone must be able to manage the team. Please give another person the Administrator role first.",
  proposalChanged:
    "Someone else has changed this proposal in the meantime. You can now see its current state.",
  mailboxTaken: "There is now another open inquiry to this practice. The proposal cannot be restored.",
  proposalFull:
    "This inquiry is full. Please choose who this person should replace, or remove someone first.",
  sendingDayFull:
    "The number of new inquiries going out today has reached the limit in the settings. This one will go out automatically on the next working day that has room.",
  contactsUsedUp:
    "The number of inquiries sent or scheduled for today has reached the limit in the settings. If you want to send more, you have to confirm it.",
  searchTaken:
    "This search is no longer active, or is now in enough other inquiries. Please choose someone else.",
  practiceUnreachable: "We have no email address or phone number for this practice.",
  pairDoesNotFit:
    "Someone is no longer a match for this practice, or the practice is not being asked at the moment. Some details have changed. Please remove the person or choose someone else.",
  recordChanged:
    "Someone has changed this in the meantime, so nothing has been saved. What you entered is still here. Open this page again in a second window and enter your change there.",
  insuranceNumber:
    "Please enter one letter and nine digits, for example A123456789. You will find the number on the health insurance card.",
  taskResult: "Please write one short sentence about the outcome.",
  taskOpen: "This task is already open again.",
  taskDone: "Someone else has already done this.",
  mailServerMissing: "No mail server has been set up.",
  mailServerRefused:
    "The mail server did not accept the email. You can see how it is set up under “Email delivery”.",
  mailSettled: "Someone else has already decided about this email.",
  tooManyOwnContacts: "You cannot add any more entries here. Please delete one you no longer need.",
  inboundMailChanged:
    "Someone else has dealt with this email in the meantime. You can now see its current state.",
  noMailbox: "No mailbox has been set up.",
  callFinished: "This call has already been completed or cancelled.",
  lineClaimed: "{name} is calling this number right now.",
  lineQuiet:
    "Nobody is called now: it is night, a weekend or a public holiday. If the practice is calling us, open the call and choose that there.",
  lineCalledToday: "This number has already been called today. Please try again on another day.",
  lineNotHeld: "This number is no longer reserved for you. Please take it again and then record the call.",
  noPhoneNumber: "No phone number is known here.",
  confirmationWrong: "Please type the word exactly as shown.",
  importTooLarge: "This file is too long. The maximum is 20 MB.",
  importWithoutRecords:
    "There are no entries in this file that we can read. Please choose an Arztsuche capture.",
  importNotJson: "This file is not JSON. Please choose an Arztsuche capture.",
  idTaken: "This ID already exists. Please use another one.",
  consentMissing: "The search can only continue once the required consents have been given.",
  searchCancelled: "This search has ended.",
  talkTooFar: "This date is more than a year in the future. Please check the year.",
  dateInPast: "This date has already passed. Please choose a later date.",
  forwardDomain: "Please enter an address at your own practice, with the same ending after the @.",
  forwardSame: "This is the address the inquiry was sent to. Please use a different one.",
  forwardUnwanted: "We are not allowed to write to this address. Please talk to the person yourself.",
  forwardRepeated: "You have already forwarded the inquiry to this address.",
  forwardLimit: "This inquiry has already been forwarded twice. Please pass on the link yourself.",
  dateTooFar: "This date is more than two years in the future. Please choose an earlier one.",
  ageOrder: "The maximum age is lower than the minimum age. Please check both.",
  nothingOpen: "Nothing is open in this inquiry any more. Thank you.",
  therapistKnown: "This person is already in the directory.",
  therapistHasInquiries:
    "There are inquiries for this person that we have to keep. Please deactivate the entry instead of deleting it.",
  sharedMailDomain:
    "Many unrelated people have email addresses at this domain. Please choose the person or the address.",
  noMailAddress: "No email address is known here.",
  searchUnverified: "The email address has not been confirmed yet.",
  searchActive: "This search is already active.",
  searchPaused: "This search is already paused.",
  searchPlaced: "A place has already been found for this search.",
  inquiryClosed: "This inquiry has been closed in the meantime, or someone else has taken it over.",
  inquiryChanged: "Something else is due here now. You can now see the current state.",
  placementAccepted: "This place has not been taken yet.",
  placementConfirmed: "This place has already been taken.",
  placementFirstTalk: "The first appointment has already been recorded.",
  placementTrialSessions: "The trial sessions have already been recorded.",
  placementStarted: "The therapy has already started.",
  talkAhead:
    "The date recorded for the first appointment is still in the future. If the appointment has already taken place, please change the date first.",
  noStageToTakeBack: "There is nothing left to undo here.",
  takeBackDayOver: "You can only undo this here on the same day. Please let us know and we will change it.",
  placementFailed: "This offer is no longer valid.",
  therapistPendingReview: "This entry has not been reviewed yet.",
  therapistActive: "This entry is already active.",
  therapistBlocked: "This entry is already blocked.",
  therapistInactive: "This entry is inactive.",
  linkUnknown: "This link is not valid, or no longer valid. Please open the most recent email from us.",
  idempotencyKeyReused: "This Idempotency-Key belongs to a different request. Please use a new one.",
  nothingSelected: "Please choose at least one entry.",
  intakeSent: "Your answers have already been sent. Please open the link in our email.",
  runGoesOn: "This matching run is still going, or has already ended.",
  runFinished: "This matching run has already ended.",
  notFound: "This entry does not exist, or no longer exists.",
  searchInEnough:
    "Somebody in it is already in as many approved inquiries as the setting allows. Please remove this person.",
  conflict: "Something has changed in the meantime. Please reload the page and check.",
  forbidden: "You do not have permission to do this.",
  rateLimited:
    "There have been too many attempts. Please wait {minutes, plural, one {one minute} other {# minutes}}.",
  unavailable:
    "This is not working at the moment. Your details are still here. Please try again in a few minutes.",
  unexpected:
    "Sorry, something went wrong. Please try again. If you contact us, please quote this reference: {id}",
};
