/** Names for invented people. Surnames are put together from parts or altered, so that they belong to nobody. */
import type { Random } from "./random";

export const femaleNames =
  `Anke Annika Antje Astrid Ayla Aylin Barbara Beate Bettina Birgit Britta Carla Carolin Charlotte Christina Claudia
  Cornelia Dagmar Daniela Dorothea Ebru Elena Elif Elisabeth Elke Emine Esra Eva Fatma Franziska Frauke Friederike
  Gabriele Gesa Grazyna Gudrun Hanna Hatice Heike Helga Ilka Ina Inga Irina Isabel Jana Janina Jasmin Joanna Johanna
  Judith Julia Karin Karla Katarzyna Katharina Katja Kerstin Kirsten Kristina Lara Larissa Laura Lea Leonie Lidia Lina
  Ljiljana Luisa Magdalena Maike Manuela Margit Maria Marlene Martina Meike Melanie Meryem Milena Miriam Monika Nadja
  Natalia Nele Nicole Nina Nora Olga Patricia Paula Petra Ramona Rebecca Regina Renate Ricarda Ronja Ruth Sabine Samira
  Sandra Sara Sevgi Silke Simone Sofia Sonja Stefanie Susanne Svenja Swetlana Tanja Teresa Theresa Ulrike Ursula Ute
  Valentina Vera Verena Wiebke Yasemin Yvonne Zeynep`.split(/\s+/);

export const maleNames =
  `Achim Adrian Ahmed Alexander Ali Andreas Andrzej Arne Axel Bastian Benedikt Bernd Björn Burak Carsten Cem Christian
  Christoph Claus Daniel Dariusz David Dennis Detlef Dieter Dimitri Dirk Emre Eric Fabian Felix Florian Frank Friedrich
  Georg Gerd Gregor Guido Hakan Hannes Hans Hartmut Heiko Hendrik Henning Holger Ibrahim Ingo Ivan Jakob Jan Jens
  Joachim Jonas Jörg Jürgen Kai Karim Klaus Konstantin Lars Leon Lorenz Lukas Marc Marcel Marek Markus Martin Matthias
  Mehmet Michael Mirko Moritz Murat Nikolaos Nils Oliver Omar Pascal Patrick Paul Peter Philipp Piotr Rainer Ralf Robert
  Roland Samuel Sebastian Serkan Simon Stefan Steffen Sven Tarik Thomas Thorsten Tilman Tim Tobias Ulrich Uwe Viktor
  Volker Walter Werner Wolfgang Yusuf`.split(/\s+/);

const beginnings =
  `Ahren Birken Brück Buchen Distel Eichel Erlen Eschen Falken Farn Gersten Grün Hasel Heide Hirsen Holunder Kiefern
  Kirsch Lerchen Linden Mohn Mühlen Nessel Ober Pappel Quell Reh Roten Sand Schilf Tannen Ulmen Wacholder Wald Weiden
  Wiesen Winter Zeisig`.split(/\s+/);
const endings =
  "acker bring dorn fang feld gard grund horst kamp leben loh mark rode sang stern thal thau weiler".split(
    " ",
  );

const fromElsewhere =
  `Aydınbaş Belloccini Beresnikowa Brzozdowska Canlıoğlu Çelebioğlu Dąbrowidz Delacourtin Demirsoylu Dragojevski
  Farahmandi Fernandoza Gavrilescu Gülerman Halilovski Ivankovac Jurasowski Kalinowicz Karadenizli Kayaoglu Keskinler
  Kostarakis Kovaljenko Kwiatkowicz Lewandrowicz Lopezuela Marinosku Markovina Montarelli Morozewa Navabpour Nowakiewicz
  Öztürkmen Panagiotis Papalidis Petrovaja Pivovarski Rahimpour Romanescu Rossinelli Sahinkaya Santorelli Sarıkayan
  Shahrabani Sokolovska Sorokanow Stefanidou Tahirovac Taşkınsoy Tomaszewicz Valcarenghi Vukadin Wierzbanowski Yavuzer
  Yıldırımlı Zielonkowa`.split(/\s+/);
const withParticles = [
  "El Haddouri",
  "Al Rashwan",
  "van Eikenberg",
  "von der Ahrenmark",
  "zu Lindenloh",
  "de Wolterman",
  "Di Montarello",
];

/** A surname: mostly German-sounding, a third from elsewhere, one in twelve a double name. */
export function inventSurname(random: Random): string {
  if (random.chance(0.08))
    return `${germanName(random)}-${random.pick([germanName(random), random.pick(fromElsewhere)])}`;
  if (random.chance(0.05)) return random.pick(withParticles);
  return random.chance(0.3) ? random.pick(fromElsewhere) : germanName(random);
}

function germanName(random: Random): string {
  return random.pick(beginnings) + random.pick(endings);
}

const streetBeginnings =
  `Am Lindenwall|Ahornweg|An der Walkmühle|Birkenloh|Brunnengarten|Drosselkamp|Eichelhof|Erlengrund|Fliederhang|Ginsterweg|
  Hainbuchenweg|Haselrain|Holunderpfad|Im Quellgrund|In den Kirschgärten|Kastanienhof|Kranichweg|Lerchensang|Malvenweg|
  Mohnfeldstraße|Nachtigallenweg|Obstgartenweg|Pappelzeile|Quittenweg|Rehwinkel|Sandthaler Straße|Schilfkamp|Tannenloh|
  Ulmenzeile|Wacholderstieg|Weidenkätzchenweg|Wiesenthauer Straße|Zeisigweg|Zur alten Mühle`
    .split("|")
    .map((street) => street.trim());

export function inventStreet(random: Random): { street: string; houseNumber: string } {
  const letter = random.chance(0.12) ? random.pick([" a", "b", " c"]) : "";
  return { street: random.pick(streetBeginnings), houseNumber: `${random.whole(1, 148)}${letter}` };
}

/** A name as it stands in a mail address: ASCII, lower case, words joined by hyphens. */
export function mailName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
