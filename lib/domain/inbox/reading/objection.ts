const phrases = [
  /\bkeine (weiteren |weitere |solchen |mehr )?(anfragen|mails|e-?mails|nachrichten|zusendungen|kontaktaufnahmen?)( mehr)? (mehr |von ihnen )?(senden|schicken|zusenden|zuschicken|erhalten|bekommen|zukommen|erwünscht|wünschen)/i,
  /\b(bitte|wünsche(n)?|möchte(n)?|will|wollen)\b.{0,40}\bkeine weiteren? (anfragen|mails|e-?mails|nachrichten|kontaktaufnahmen?)/i,
  /\bkeine (anfragen|mails|e-?mails|nachrichten) mehr\b/i,
  /\b(nicht (mehr|weiter|länger)|nie wieder|künftig nicht( mehr)?) (zu )?(kontaktieren|anschreiben|anzuschreiben|kontaktiert|angeschrieben|angefragt|anfragen|belästigen|schreiben)/i,
  /\b(widerspreche|widersprechen) (ich |wir |hiermit |der |jeder |jeglicher )/i,
  /\bwiderspruch (gegen|nach art|gem)/i,
  /\b(aus|von) (ihre[mr]|eure[mr]|de[mr]) .{0,20}(verteiler|liste|kartei|datenbank|mailingliste)\b.{0,40}\b(nehmen|streichen|löschen|entfernen|zu streichen|austragen|heraus)/i,
  /\b(lösch(en|t) sie|löschung) .{0,30}(meine[r]?|unsere[r]?|alle) .{0,20}(daten|adresse|kontaktdaten|e-?mail)/i,
  /\b(unsubscribe|remove (me|us|my|our)|take (me|us) off|do(n't| not) (contact|e-?mail|write|send) (to )?(me|us)|stop (contacting|e-?mailing|sending)|no (further|more) (e-?mails?|inquiries|enquiries|requests|contact))\b/i,
  /\bi (hereby )?object to\b/i,
];

/** The words with which somebody says that they do not want to be written to again; null when nobody does. */
export function objectionIn(own: string): string | null {
  for (const phrase of phrases) {
    const match = phrase.exec(own.slice(0, 20_000));
    if (match) return match[0].replace(/\s+/g, " ");
  }
  return null;
}
